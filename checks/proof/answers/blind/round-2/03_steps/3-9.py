# %% right: an id by uuid, the action first
# [USE IN MODEL]
from uuid import uuid4


def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if not step.is_done:
        return ToolCallEvent(
            tool_calls=[
                ToolSelection(
                    tool_id=str(uuid4()),
                    tool_name=step.action,
                    tool_kwargs=step.action_input,
                )
            ]
        )
    return StopEvent(result=step.response)


# %% right: a helper makes the selection
# [USE IN MODEL]
def selection_of(step: BaseReasoningStep) -> ToolSelection:
    """Say in a ToolSelection which tool the action wants, and with which arguments."""
    arguments = dict(step.action_input)
    return ToolSelection(tool_id="call-1", tool_name=step.action, tool_kwargs=arguments)


def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    return (
        StopEvent(step.response)
        if step.is_done
        else ToolCallEvent(tool_calls=[selection_of(step)])
    )


# %% right: match and a dict of fields
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    match step.is_done:
        case True:
            text = step.response
            return StopEvent(result=text)
        case _:
            fields = {
                "tool_id": f"call of {step.action}",
                "tool_name": step.action,
                "tool_kwargs": {**step.action_input},
            }
            calls = [ToolSelection(**fields)]
            return ToolCallEvent(tool_calls=calls)


# %% wrong: an empty answer is no answer
# breaks: A step that is done becomes a `StopEvent` with the text of its `response` as the result.
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    response = getattr(step, "response", None)
    if response:
        return StopEvent(result=response)
    tool_call = ToolSelection(
        tool_id="1", tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: texts of digits become numbers
# breaks: a text that looks like a number stays a text
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    arguments = {
        name: int(value) if isinstance(value, str) and value.isdigit() else value
        for name, value in step.action_input.items()
    }
    tool_call = ToolSelection(tool_id="1", tool_name=step.action, tool_kwargs=arguments)
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: the blanks around the answer go
# breaks: All three go on as they are, whatever stands in them
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response.strip())
    tool_call = ToolSelection(
        tool_id=step.action or "tool", tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: looks for the word Answer
# breaks: A step that is done becomes a `StopEvent` with the text of its `response` as the result. An action becomes a `ToolCallEvent`
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if "Answer:" in step.get_content():
        return StopEvent(result=step.response)
    tool_call = ToolSelection(
        tool_id="1", tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: the id is the thought
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


# %% wrong: the arguments are taken out of the step
# breaks: The step stays as it was.
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    arguments = {}
    while step.action_input:
        name, value = step.action_input.popitem()
        arguments = {name: value, **arguments}
    tool_call = ToolSelection(tool_id="1", tool_name=step.action, tool_kwargs=arguments)
    return ToolCallEvent(tool_calls=[tool_call])
