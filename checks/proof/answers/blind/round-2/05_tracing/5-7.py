# %% right: plain loop with early continue
# decided: wrong, because the text says by now that a call without arguments has no "kwargs"
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    arguments = []
    for span in trace.data.spans:
        if span.name != "FunctionTool.call":
            continue
        if span.get_attribute("name") != tool:
            continue
        if not is_below(trace, span, "ReActAgent.handle_tool_calls"):
            continue
        arguments.append(span.inputs["kwargs"])
    return arguments


# %% right: a helper that climbs by itself, without is_below
# decided: wrong, because the text says by now that a call without arguments has no "kwargs"
def called_by_agent(span: Span, by_id: dict[str, Span]) -> bool:
    parent = by_id.get(span.parent_id)
    if parent is None:
        return False
    return parent.name == "ReActAgent.handle_tool_calls" or called_by_agent(parent, by_id)


def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    by_id = {span.span_id: span for span in trace.data.spans}
    calls = trace.search_spans(name="FunctionTool.call")
    of_tool = [span for span in calls if span.attributes.get("name") == tool]
    return [dict(span.inputs["kwargs"]) for span in of_tool if called_by_agent(span, by_id)]


# %% right: the ids below the steps collected first
# decided: wrong, because the text says by now that a call without arguments has no "kwargs"
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    inside: set[str] = set()

    def collect(span_id: str) -> None:
        for child in children(trace, span_id):
            inside.add(child.span_id)
            collect(child.span_id)

    for handler in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        collect(handler.span_id)

    result = []
    for call in trace.search_spans(name="FunctionTool.call"):
        if call.span_id in inside and call.attributes["name"] == tool:
            result.append(call.inputs["kwargs"])
    return result


# %% wrong: calls by hand count too
# breaks: each call of this tool *by the agent*, that is, below a span `ReActAgent.handle_tool_calls`
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs["kwargs"]
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool
    ]


# %% wrong: only two levels below the step
# breaks: below a span `ReActAgent.handle_tool_calls`, at any depth
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    found = []
    for step_span in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        for outer in children(trace, step_span.span_id):
            for span in children(trace, outer.span_id):
                if span.name == "FunctionTool.call" and span.attributes["name"] == tool:
                    found.append(span.inputs["kwargs"])
    return found


# %% wrong: failed calls left out
# breaks: A call that failed counts too
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs["kwargs"]
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool
        and span.status.status_code.value == "OK"
        and is_below(trace, span, "ReActAgent.handle_tool_calls")
    ]


# %% wrong: equal arguments listed once
# breaks: a list with the arguments of each call of this tool
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    result = []
    for span in trace.search_spans(name="FunctionTool.call"):
        if span.attributes["name"] == tool and is_below(
            trace, span, "ReActAgent.handle_tool_calls"
        ):
            kwargs = span.inputs["kwargs"]
            if kwargs not in result:
                result.append(kwargs)
    return result


# %% wrong: tools whose name contains the name
# breaks: the arguments of each call of this tool
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs["kwargs"]
        for span in trace.search_spans(name="FunctionTool.call")
        if tool in span.attributes["name"]
        and is_below(trace, span, "ReActAgent.handle_tool_calls")
    ]


# %% wrong: a call without arguments is dropped
# breaks: a list with the arguments of each call of this tool
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    result = []
    for span in trace.search_spans(name="FunctionTool.call"):
        kwargs = (span.inputs or {}).get("kwargs")
        if not kwargs or span.attributes["name"] != tool:
            continue
        if is_below(trace, span, "ReActAgent.handle_tool_calls"):
            result.append(kwargs)
    return result
