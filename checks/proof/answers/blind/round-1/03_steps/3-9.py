# %% right: action first, fixed id
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if not step.is_done:
        call = ToolSelection(tool_id="1", tool_name=step.action, tool_kwargs=step.action_input)
        return ToolCallEvent(tool_calls=[call])
    return StopEvent(result=step.response)


# %% right: random id from uuid
# [USE IN MODEL]
from uuid import uuid4


def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        text = step.response
        return StopEvent(result=text)
    calls = [
        ToolSelection(
            tool_id=uuid4().hex,
            tool_name=step.action,
            tool_kwargs=dict(step.action_input),
        )
    ]
    return ToolCallEvent(tool_calls=calls)


# %% right: helper function and match
# [USE IN MODEL]
def chosen_tool(name: str, arguments: dict) -> ToolSelection:
    """Make the tool call that an action asks for."""
    return ToolSelection(tool_id="call_" + name, tool_name=name, tool_kwargs={**arguments})


def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    match step.is_done:
        case True:
            return StopEvent(result=step.response)
        case False:
            return ToolCallEvent(tool_calls=[chosen_tool(step.action, step.action_input)])


# %% wrong: an empty answer is no answer
# breaks: A step that is done becomes a `StopEvent` with the text of its `response` as the result.
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if getattr(step, "response", ""):
        return StopEvent(result=step.response)
    tool_call = ToolSelection(
        tool_id=f"call-{step.action}", tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: cuts blanks off the answer
# breaks: All three go on as they are, whatever stands in them
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response.strip())
    tool_call = ToolSelection(
        tool_id=f"call-{step.action}", tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: empty tool id
# breaks: A `tool_id` is required; any text will do, but an empty one.
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    tool_call = ToolSelection(
        tool_id="", tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: arguments without a value are dropped
# breaks: All three go on as they are, whatever stands in them
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    arguments = {name: value for name, value in step.action_input.items() if value}
    tool_call = ToolSelection(tool_id="call", tool_name=step.action, tool_kwargs=arguments)
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: takes the arguments out of the step
# breaks: the step stays as it was
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    arguments = {}
    while step.action_input:
        name, value = step.action_input.popitem()
        arguments = {name: value, **arguments}
    tool_call = ToolSelection(tool_id="call", tool_name=step.action, tool_kwargs=arguments)
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: unknown tools end the run
# breaks: An action becomes a `ToolCallEvent` with one `ToolSelection`
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    if step.action not in [tool.metadata.name for tool in tools]:
        return StopEvent(result=f"There is no tool {step.action}.")
    tool_call = ToolSelection(
        tool_id=f"call-{step.action}", tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: the thought tells whether it is done
# breaks: A step that is done becomes a `StopEvent`; `is_done` tells them apart
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if "I can answer" in step.thought:
        return StopEvent(result=step.response)
    tool_call = ToolSelection(
        tool_id=f"call-{step.action}", tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: numbers in texts become numbers
# breaks: All three go on as they are, whatever stands in them
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    arguments = {
        name: int(value) if isinstance(value, str) and value.isdigit() else value
        for name, value in step.action_input.items()
    }
    tool_call = ToolSelection(tool_id="call", tool_name=step.action, tool_kwargs=arguments)
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: name of the tool in small letters
# breaks: All three go on as they are, whatever stands in them
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    tool_call = ToolSelection(
        tool_id="call",
        tool_name=step.action.strip().lower(),
        tool_kwargs=step.action_input,
    )
    return ToolCallEvent(tool_calls=[tool_call])
