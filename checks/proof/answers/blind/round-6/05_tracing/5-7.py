# %% right: a loop with guards
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    arguments = []
    for span in trace.search_spans(name="FunctionTool.call"):
        if span.get_attribute("name") != tool:
            continue
        if not is_below(trace, span, "ReActAgent.handle_tool_calls"):
            continue
        arguments.append(dict((span.inputs or {}).get("kwargs", {})))
    return arguments


# %% right: a helper that decides, and one that reads
def is_agents_call(trace: Trace, span: Span, tool: str) -> bool:
    """Tell whether a span is the call of this tool, made by a step of the agent."""
    return (
        span.name == "FunctionTool.call"
        and span.attributes["name"] == tool
        and is_below(trace, span, "ReActAgent.handle_tool_calls")
    )


def arguments_of(span: Span) -> dict:
    return span.inputs["kwargs"] if "kwargs" in span.inputs else {}


def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [arguments_of(span) for span in trace.data.spans if is_agents_call(trace, span, tool)]


# %% right: all ids below the steps first
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    to_visit = [step.span_id for step in trace.search_spans(name="ReActAgent.handle_tool_calls")]
    by_agent = set()
    while to_visit:
        for child in children(trace, to_visit.pop()):
            if child.span_id not in by_agent:
                by_agent.add(child.span_id)
                to_visit.append(child.span_id)
    calls = (span for span in trace.search_spans(name="FunctionTool.call"))
    mine = (span for span in calls if span.span_id in by_agent)
    return [span.inputs.get("kwargs") or {} for span in mine if span.attributes["name"] == tool]


# %% wrong: calls by hand too
# breaks: each call of this tool *by the agent*, that is, below a span `ReActAgent.handle_tool_calls`
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs.get("kwargs", {})
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool
    ]


# %% wrong: calls without arguments left out
# breaks: A call without arguments has `inputs == {}`, and its arguments are `{}`
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs["kwargs"]
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool
        and "kwargs" in span.inputs
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


# %% wrong: only calls right below a call of the step
# breaks: below a span `ReActAgent.handle_tool_calls`, at any depth
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    found = []
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        for outer in children(trace, step.span_id):
            for span in children(trace, outer.span_id):
                if span.name == "FunctionTool.call" and span.attributes["name"] == tool:
                    found.append(span.inputs.get("kwargs", {}))
    return found


# %% wrong: the same arguments only once
# breaks: a list with the arguments of each call of this tool *by the agent*
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    found = []
    for span in trace.search_spans(name="FunctionTool.call"):
        if span.attributes["name"] != tool:
            continue
        if not is_below(trace, span, "ReActAgent.handle_tool_calls"):
            continue
        arguments = span.inputs.get("kwargs", {})
        if arguments not in found:
            found.append(arguments)
    return found


# %% wrong: setdefault writes into the span
# breaks: leaves it as it is: `trace.data.spans` and what the spans hold stay the same
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs.setdefault("kwargs", {})
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool
        and is_below(trace, span, "ReActAgent.handle_tool_calls")
    ]
