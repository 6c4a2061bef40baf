# %% right: a loop that passes over what does not count
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    found = []
    for span in trace.data.spans:
        if span.name != "FunctionTool.call":
            continue
        if span.get_attribute("name") != tool:
            continue
        if not is_below(trace, span, "ReActAgent.handle_tool_calls"):
            continue
        arguments = {}
        if "kwargs" in span.inputs:
            arguments = dict(span.inputs["kwargs"])
        found.append(arguments)
    return found


# %% right: from the steps down
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    by_agent = set()
    to_visit = [one.span_id for one in trace.search_spans(name="ReActAgent.handle_tool_calls")]
    while to_visit:
        below = [child.span_id for child in children(trace, to_visit.pop())]
        to_visit += [span_id for span_id in below if span_id not in by_agent]
        by_agent.update(below)

    return [
        (call.inputs or {}).get("kwargs") or {}
        for call in trace.search_spans(name="FunctionTool.call")
        if call.span_id in by_agent and call.attributes.get("name") == tool
    ]


# %% right: two functions, and copies of the arguments
from copy import deepcopy


def counts(trace: Trace, span: Span, tool: str) -> bool:
    """Tell whether this span is a call of the tool by the agent."""
    return span.attributes["name"] == tool and is_below(
        trace, span, "ReActAgent.handle_tool_calls"
    )


def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    calls = filter(
        lambda span: counts(trace, span, tool), trace.search_spans(name="FunctionTool.call")
    )
    return [deepcopy(call.inputs).pop("kwargs", {}) for call in calls]


# %% wrong: a call by hand counts as well
# breaks: a call that was tried by hand may be in the same trace
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs.get("kwargs", {})
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool and is_below(trace, span, "ReActAgent.run")
    ]


# %% wrong: only calls that went well
# breaks: A call that failed counts too
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    found = []
    for span in trace.search_spans(name="FunctionTool.call"):
        if span.attributes["name"] != tool or span.outputs is None:
            continue
        if is_below(trace, span, "ReActAgent.handle_tool_calls"):
            found.append(span.inputs.get("kwargs", {}))
    return found


# %% wrong: passes over calls without arguments
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


# %% wrong: only two levels below the step
# breaks: A call that failed counts too, and so does one that another tool of the agent made.
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    found = []
    for step_span in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        for outer in children(trace, step_span.span_id):
            for inner in children(trace, outer.span_id):
                if inner.name == "FunctionTool.call" and inner.attributes["name"] == tool:
                    found.append(inner.inputs.get("kwargs", {}))
    return found


# %% wrong: also tools whose names contain this one
# breaks: a list with the arguments of each call of this tool *by the agent*
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs.get("kwargs", {})
        for span in trace.search_spans(name="FunctionTool.call")
        if tool in span.attributes["name"]
        and is_below(trace, span, "ReActAgent.handle_tool_calls")
    ]


# %% wrong: writes the missing key into the span
# breaks: Whoever reads a trace, here and in 5.4 to 5.10, leaves it as it is: `trace.data.spans` and what the spans hold stay the same.
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs.setdefault("kwargs", {})
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool and is_below(trace, span, "ReActAgent.handle_tool_calls")
    ]
