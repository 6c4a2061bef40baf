# %% right: the action first, a random id
# [USE IN MODEL]
import uuid


def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    # about 6 lines
    if not step.is_done:
        selection = ToolSelection(
            tool_id=str(uuid.uuid4()),
            tool_name=step.action,
            tool_kwargs=step.action_input,
        )
        return ToolCallEvent(tool_calls=[selection])
    return StopEvent(result=step.response)


# %% right: one expression, a fixed id, a copy of the input
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    # about 6 lines
    return (
        StopEvent(result=step.response)
        if step.is_done
        else ToolCallEvent(
            tool_calls=[
                ToolSelection(
                    tool_id="call", tool_name=step.action, tool_kwargs=dict(step.action_input)
                )
            ]
        )
    )


# %% right: match, and a helper
# [USE IN MODEL]
def _selection(step: BaseReasoningStep) -> ToolSelection:
    """Return what an action asks for."""
    fields = {
        "tool_id": f"call-{step.action}",
        "tool_name": step.action,
        "tool_kwargs": step.action_input,
    }
    return ToolSelection(**fields)


def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    # about 6 lines
    match step.is_done:
        case True:
            return StopEvent(result=step.response)
        case False:
            return ToolCallEvent(tool_calls=[_selection(step)])


# %% wrong: texts that look like numbers become numbers
# breaks: a text that looks like a number stays a text
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    # about 6 lines
    if step.is_done:
        return StopEvent(result=step.response)
    arguments = {}
    for name, value in step.action_input.items():
        if isinstance(value, str) and value.lstrip("-").isdigit():
            value = int(value)
        arguments[name] = value
    tool_call = ToolSelection(tool_id=step.action, tool_name=step.action, tool_kwargs=arguments)
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: an empty id
# breaks: A `tool_id` is required: any text that is not empty.
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    # about 6 lines
    if step.is_done:
        return StopEvent(result=step.response)
    tool_call = ToolSelection(tool_id="", tool_name=step.action, tool_kwargs=step.action_input)
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: looks for Answer in the text
# breaks: `is_done` tells them apart
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    # about 6 lines
    if "Answer:" in step.get_content():
        return StopEvent(result=step.get_content().split("Answer:")[-1].strip())
    tool_call = ToolSelection(
        tool_id=step.action, tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: a done step without a response is an action
# breaks: A step that is done becomes a `StopEvent` with the text of its `response` as the result.
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    # about 6 lines
    response = getattr(step, "response", "")
    if step.is_done and response:
        return StopEvent(result=response)
    tool_call = ToolSelection(
        tool_id=getattr(step, "action", "") or "none",
        tool_name=getattr(step, "action", "") or "none",
        tool_kwargs=getattr(step, "action_input", {}),
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: a schema key is taken out of the input
# breaks: The step stays as it was.
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    # about 6 lines
    if step.is_done:
        return StopEvent(result=step.response)
    step.action_input.pop("properties", None)
    tool_call = ToolSelection(
        tool_id=step.action, tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: the thought is the id
# breaks: A `tool_id` is required: any text that is not empty.
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    # about 6 lines
    if step.is_done:
        return StopEvent(result=step.response)
    tool_call = ToolSelection(
        tool_id=step.thought, tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])
