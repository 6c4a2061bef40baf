# %% right: uuid as id, action first
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    import uuid

    if not step.is_done:
        selection = ToolSelection(
            tool_id=str(uuid.uuid4()),
            tool_name=step.action,
            tool_kwargs=step.action_input,
        )
        return ToolCallEvent(tool_calls=[selection])
    return StopEvent(result=step.response)


# %% right: inner function and a constant id
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    def action_call() -> ToolSelection:
        name, arguments = step.action, dict(step.action_input)
        return ToolSelection(tool_id="call_1", tool_name=name, tool_kwargs=arguments)

    return StopEvent(result=step.response) if step.is_done else ToolCallEvent(tool_calls=[action_call()])


# %% right: match on is_done, keyword dict
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    match step.is_done:
        case True:
            text = step.response
            return StopEvent(text)
        case _:
            fields = {"tool_name": step.action, "tool_kwargs": step.action_input}
            tool_calls = [ToolSelection(tool_id=f"id of {step.action}", **fields)]
            return ToolCallEvent(tool_calls=tool_calls)


# %% wrong: arguments that look like numbers become numbers
# breaks: a text that looks like a number stays a text
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    arguments = {}
    for name, value in step.action_input.items():
        if isinstance(value, str) and value.isdigit():
            value = int(value)
        arguments[name] = value
    return ToolCallEvent(
        tool_calls=[ToolSelection(tool_id=step.action, tool_name=step.action, tool_kwargs=arguments)]
    )


# %% wrong: an empty id
# breaks: A `tool_id` is required: any text that is not empty.
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    return ToolCallEvent(
        tool_calls=[ToolSelection(tool_id="", tool_name=step.action, tool_kwargs=step.action_input)]
    )


# %% wrong: the wording of the thought decides
# breaks: A step that is done becomes a `StopEvent` with the text of its `response` as the result.
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if "without using any more tools" in step.thought:
        return StopEvent(result=step.response)

    return ToolCallEvent(
        tool_calls=[ToolSelection(tool_id=step.action, tool_name=step.action, tool_kwargs=step.action_input)]
    )


# %% wrong: arguments are taken out of the step
# breaks: The step stays as it was.
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    arguments = {name: step.action_input.pop(name) for name in list(step.action_input)}
    return ToolCallEvent(
        tool_calls=[ToolSelection(tool_id=step.action, tool_name=step.action, tool_kwargs=arguments)]
    )


# %% wrong: the answer is stripped
# breaks: All three go on as they are, whatever stands in them
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response.strip())

    return ToolCallEvent(
        tool_calls=[ToolSelection(tool_id=step.action, tool_name=step.action, tool_kwargs=step.action_input)]
    )


# %% wrong: empty arguments are dropped
# breaks: All three go on as they are, whatever stands in them
# [USE IN MODEL]
def route_step(step: BaseReasoningStep) -> ToolCallEvent | StopEvent:
    """Turn a parsed reasoning step into the event that comes next."""
    if step.is_done:
        return StopEvent(result=step.response)
    arguments = {name: value for name, value in step.action_input.items() if value not in (None, "")}
    return ToolCallEvent(
        tool_calls=[ToolSelection(tool_id=step.action, tool_name=step.action, tool_kwargs=arguments)]
    )
