# %% right: a loop with an early continue
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    arguments = []
    for span in trace.data.spans:
        if span.name != "FunctionTool.call" or span.attributes.get("name") != tool:
            continue
        if is_below(trace, span, "ReActAgent.handle_tool_calls"):
            arguments.append(dict((span.inputs or {}).get("kwargs") or {}))
    return arguments


# %% right: down from the steps, then in the trace's order
def ids_below(trace: Trace, span_id: str) -> set[str]:
    """Return the ids of all that is below this span."""
    ids = set()
    for child in children(trace, span_id):
        ids |= {child.span_id} | ids_below(trace, child.span_id)
    return ids


def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    by_agent = set()
    for step_span in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        by_agent |= ids_below(trace, step_span.span_id)
    return [
        span.inputs["kwargs"] if "kwargs" in span.inputs else {}
        for span in trace.search_spans(name="FunctionTool.call")
        if span.span_id in by_agent and span.get_attribute("name") == tool
    ]


# %% right: filter and map
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""

    def counts(span: Span) -> bool:
        by_agent = is_below(trace, span, "ReActAgent.handle_tool_calls")
        return by_agent and span.attributes["name"] == tool

    calls = filter(counts, trace.search_spans(name="FunctionTool.call"))
    return list(map(lambda span: span.inputs.get("kwargs", {}), calls))


# %% wrong: whoever called
# breaks: the arguments of each call of this tool *by the agent*, that is, below a span `ReActAgent.handle_tool_calls`
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs.get("kwargs", {})
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool
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


# %% wrong: two levels below the step, no deeper
# breaks: below a span `ReActAgent.handle_tool_calls`, at any depth
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    arguments = []
    for step_span in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        for outer in children(trace, step_span.span_id):
            for span in children(trace, outer.span_id):
                if span.name == "FunctionTool.call" and span.attributes["name"] == tool:
                    arguments.append(span.inputs.get("kwargs", {}))
    return arguments


# %% wrong: calls without arguments are left out
# breaks: A call without arguments has `inputs == {}`, and its arguments are `{}`.
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs["kwargs"]
        for span in trace.search_spans(name="FunctionTool.call")
        if span.inputs
        and span.attributes["name"] == tool
        and is_below(trace, span, "ReActAgent.handle_tool_calls")
    ]


# %% wrong: each set of arguments once
# breaks: a list with the arguments of each call of this tool *by the agent*
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    arguments = []
    for span in trace.search_spans(name="FunctionTool.call"):
        if span.attributes["name"] != tool:
            continue
        kwargs = span.inputs.get("kwargs", {})
        if is_below(trace, span, "ReActAgent.handle_tool_calls") and kwargs not in arguments:
            arguments.append(kwargs)
    return arguments


# %% wrong: a tool whose name begins so
# breaks: Its attribute `name` is the tool's name
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs.get("kwargs", {})
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"].startswith(tool)
        and is_below(trace, span, "ReActAgent.handle_tool_calls")
    ]
