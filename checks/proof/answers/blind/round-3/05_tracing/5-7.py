# %% right: a loop with continue
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    found = []
    for span in trace.search_spans(name="FunctionTool.call"):
        if span.attributes.get("name") != tool:
            continue
        if not is_below(trace, span, "ReActAgent.handle_tool_calls"):
            continue
        arguments = span.inputs["kwargs"] if "kwargs" in span.inputs else {}
        found.append(dict(arguments))
    return found


# %% right: all spans, one helper for the conditions
def _agent_called(trace, span, tool):
    return (
        span.name == "FunctionTool.call"
        and span.get_attribute("name") == tool
        and is_below(trace, span, "ReActAgent.handle_tool_calls")
    )


def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    calls = [span for span in trace.data.spans if _agent_called(trace, span, tool)]
    return [(call.inputs or {}).get("kwargs") or {} for call in calls]


# %% right: ids below the steps collected in one pass
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    ids = set()
    todo = [step.span_id for step in trace.search_spans(name="ReActAgent.handle_tool_calls")]
    while todo:
        below = [span.span_id for span in children(trace, todo.pop())]
        ids.update(below)
        todo.extend(below)
    calls = filter(lambda span: span.span_id in ids, trace.search_spans(name="FunctionTool.call"))
    return [call.inputs.get("kwargs", {}) for call in calls if call.attributes["name"] == tool]


# %% wrong: whoever called
# breaks: the arguments of each call of this tool *by the agent*, that is, below a span `ReActAgent.handle_tool_calls`
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs.get("kwargs", {})
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool
    ]


# %% wrong: calls without arguments are passed over
# breaks: A call without arguments has `inputs == {}`, and its arguments are `{}`.
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs["kwargs"]
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool
        and span.inputs.get("kwargs")
        and is_below(trace, span, "ReActAgent.handle_tool_calls")
    ]


# %% wrong: only calls that went well
# breaks: A call that failed counts too
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs.get("kwargs", {})
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool
        and span.status.status_code.value == "OK"
        and is_below(trace, span, "ReActAgent.handle_tool_calls")
    ]


# %% wrong: two levels below the step
# breaks: at any depth
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        call.inputs.get("kwargs", {})
        for step in trace.search_spans(name="ReActAgent.handle_tool_calls")
        for outer in children(trace, step.span_id)
        for call in children(trace, outer.span_id)
        if call.name == "FunctionTool.call" and call.attributes["name"] == tool
    ]


# %% wrong: setdefault on the inputs of the span
# breaks: `trace.data.spans` and what the spans hold stay the same
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    found = []
    for span in trace.search_spans(name="FunctionTool.call"):
        if span.attributes["name"] == tool and is_below(
            trace, span, "ReActAgent.handle_tool_calls"
        ):
            found.append(span.inputs.setdefault("kwargs", {}))
    return found
