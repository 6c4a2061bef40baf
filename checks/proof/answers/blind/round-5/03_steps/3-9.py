# %% right: an id from uuid, the action first
# [USE IN MODEL]
from uuid import uuid4


def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if not step.is_done:
        return ToolCallEvent(
            tool_calls=[
                ToolSelection(
                    tool_id=uuid4().hex,
                    tool_name=step.action,
                    tool_kwargs=dict(step.action_input),
                )
            ]
        )
    return StopEvent(result=step.response)


# %% right: a helper for the tool call
# [USE IN MODEL]
def to_tool_call(name: str, arguments: dict) -> ToolSelection:
    """Describe the call of a tool."""
    return ToolSelection(tool_id=f"call_{name}", tool_name=name, tool_kwargs=arguments)


def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        event = StopEvent(result=step.response)
    else:
        event = ToolCallEvent(tool_calls=[to_tool_call(step.action, step.action_input)])
    return event


# %% right: match and keyword arguments from a dict
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    match step.is_done:
        case True:
            return StopEvent(result=step.response)
        case _:
            fields = {"tool_id": "1"}
            fields["tool_name"] = step.action
            fields["tool_kwargs"] = {**step.action_input}
            return ToolCallEvent(tool_calls=list([ToolSelection(**fields)]))


# %% wrong: texts of digits become numbers
# breaks: a text that looks like a number stays a text
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    kwargs = {
        key: int(value) if isinstance(value, str) and value.isdigit() else value
        for key, value in step.action_input.items()
    }
    tool_call = ToolSelection(tool_id=step.action, tool_name=step.action, tool_kwargs=kwargs)
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: the response is stripped
# breaks: Response, action and action input go on as they are, whatever stands in them
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response.strip())
    tool_call = ToolSelection(
        tool_id=step.action, tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: done is what has a response
# breaks: A step that is done becomes a `StopEvent` with the text of its `response` as the result.
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    response = getattr(step, "response", None)
    if response:
        return StopEvent(result=response)
    tool_call = ToolSelection(
        tool_id=step.action, tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: takes the arguments out of the step
# breaks: The step stays as it was.
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    kwargs = {}
    for name in list(step.action_input):
        kwargs[name] = step.action_input.pop(name)
    tool_call = ToolSelection(tool_id=step.action, tool_name=step.action, tool_kwargs=kwargs)
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: an id made of the arguments
# breaks: A `tool_id` is required: any text that is not empty.
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    tool_id = "-".join(f"{key}={value}" for key, value in step.action_input.items())
    tool_call = ToolSelection(
        tool_id=tool_id, tool_name=step.action, tool_kwargs=step.action_input
    )
    return ToolCallEvent(tool_calls=[tool_call])


# %% wrong: arguments without a value are left out
# breaks: Response, action and action input go on as they are, whatever stands in them
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    kwargs = {key: value for key, value in step.action_input.items() if value}
    tool_call = ToolSelection(tool_id=step.action, tool_name=step.action, tool_kwargs=kwargs)
    return ToolCallEvent(tool_calls=[tool_call])
