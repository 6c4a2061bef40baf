# %% right: the action first, with a uuid
# [USE IN MODEL]
from uuid import uuid4


def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if not step.is_done:
        return ToolCallEvent(
            tool_calls=[
                ToolSelection(
                    tool_id=f"call-{uuid4()}",
                    tool_name=step.action,
                    tool_kwargs=step.action_input,
                )
            ]
        )
    return StopEvent(result=step.response)


# %% right: match, and a copy of the arguments
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    match step.is_done:
        case True:
            event = StopEvent(result=step.response)
        case _:
            selection = {
                "tool_id": "call_0",
                "tool_name": step.action,
                "tool_kwargs": dict(step.action_input),
            }
            event = ToolCallEvent(tool_calls=[ToolSelection(**selection)])
    return event


# %% right: a helper function makes the call
# [USE IN MODEL]
def calls_of(step: BaseReasoningStep) -> list[ToolSelection]:
    """Give the one tool call that an action asks for."""
    calls = []
    calls.append(
        ToolSelection(tool_id="1", tool_name=step.action, tool_kwargs=step.action_input)
    )
    return calls


def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    return StopEvent(result=step.response) if step.is_done else ToolCallEvent(tool_calls=calls_of(step))


# %% wrong: numbers in texts become numbers
# breaks: All three go on as they are, whatever stands in them: a text that looks like a number stays a text.
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    tool_kwargs = {
        name: int(value) if isinstance(value, str) and value.isdigit() else value
        for name, value in step.action_input.items()
    }
    tool_call = ToolSelection(tool_id=step.action, tool_name=step.action, tool_kwargs=tool_kwargs)
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: the thought is the id
# breaks: A `tool_id` is required: any text that is not empty.
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    tool_call = ToolSelection(
        tool_id=step.thought, tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: the answer is stripped
# breaks: All three go on as they are, whatever stands in them
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response.strip())
    tool_call = ToolSelection(
        tool_id=step.action, tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: done only with an answer that is not empty
# breaks: A step that is done becomes a `StopEvent` with the text of its `response` as the result.
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if response := getattr(step, "response", None):
        return StopEvent(result=response)
    tool_call = ToolSelection(
        tool_id="call_1",
        tool_name=getattr(step, "action", ""),
        tool_kwargs=getattr(step, "action_input", {}),
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: the arguments are popped out of the step
# breaks: The step stays as it was.
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    tool_kwargs = {name: step.action_input.pop(name) for name in list(step.action_input)}
    tool_call = ToolSelection(tool_id=step.action, tool_name=step.action, tool_kwargs=tool_kwargs)
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: the name of the tool in small letters
# breaks: All three go on as they are, whatever stands in them
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    name = step.action.lower()
    tool_call = ToolSelection(tool_id=name, tool_name=name, tool_kwargs=step.action_input)
    return ToolCallEvent(tool_calls=[tool_call])
