# %% right: a plain loop with early continues
# decided: wrong, because the text, which was silent then, says that a call without arguments has no "kwargs".
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


# %% right: one pass that marks what is below the steps
# decided: wrong, because the text, which was silent then, says that a call without arguments has no "kwargs".
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    parents = {span.span_id: span.parent_id for span in trace.data.spans}
    steps = {span.span_id for span in trace.search_spans(name="ReActAgent.handle_tool_calls")}

    def by_agent(span_id: str) -> bool:
        above = parents[span_id]
        return above is not None and (above in steps or by_agent(above))

    found = []
    for span in trace.search_spans(name="FunctionTool.call"):
        if span.attributes["name"] == tool and by_agent(span.span_id):
            found.append(dict(span.inputs["kwargs"]))
    return found


# %% right: filters in a chain, get with a default
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    calls = trace.search_spans(name="FunctionTool.call")
    of_tool = filter(lambda span: span.attributes.get("name") == tool, calls)
    by_agent = (s for s in of_tool if is_below(trace, s, name="ReActAgent.handle_tool_calls"))
    return [span.inputs.get("kwargs", {}) for span in by_agent]


# %% wrong: calls by hand count too
# breaks: each call of this tool *by the agent*, that is, below a span `ReActAgent.handle_tool_calls`
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs["kwargs"]
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool
    ]


# %% wrong: below the run instead of the step
# breaks: below a span `ReActAgent.handle_tool_calls`, at any depth
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs["kwargs"]
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool and is_below(trace, span, "ReActAgent.run")
    ]


# %% wrong: exactly two levels below the step
# breaks: below a span `ReActAgent.handle_tool_calls`, at any depth
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    found = []
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        for outer in children(trace, step.span_id):
            for span in children(trace, outer.span_id):
                if span.name == "FunctionTool.call" and span.attributes["name"] == tool:
                    found.append(span.inputs["kwargs"])
    return found


# %% wrong: what the step was asked for
# breaks: the arguments of each call of this tool *by the agent* ... Each call leaves two spans ... count only the second
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        tool_call["tool_kwargs"]
        for step in trace.search_spans(name="ReActAgent.handle_tool_calls")
        for tool_call in step.inputs["ev"]["tool_calls"]
        if tool_call["tool_name"] == tool
    ]


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


# %% wrong: equal arguments only once
# breaks: a list with the arguments of each call of this tool
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    found = []
    for span in trace.search_spans(name="FunctionTool.call"):
        by_agent = is_below(trace, span, "ReActAgent.handle_tool_calls")
        if span.attributes["name"] == tool and by_agent and span.inputs["kwargs"] not in found:
            found.append(span.inputs["kwargs"])
    return found


# %% wrong: a name inside another counts
# breaks: Its attribute `name` is the tool's name
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs["kwargs"]
        for span in trace.search_spans(name="FunctionTool.call")
        if tool in span.attributes["name"]
        and is_below(trace, span, "ReActAgent.handle_tool_calls")
    ]


# %% wrong: both spans of each call
# breaks: Each call leaves two spans, `FunctionTool.__call__` and, inside it, `FunctionTool.call`: count only the second.
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs["kwargs"]
        for span in trace.search_spans(span_type="TOOL")
        if span.attributes["name"] == tool and is_below(trace, span, "ReActAgent.handle_tool_calls")
    ]


# %% wrong: only arguments named x and y
# breaks: a list with the arguments of each call of this tool
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        {key: span.inputs["kwargs"].get(key) for key in ("x", "y")}
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool and is_below(trace, span, "ReActAgent.handle_tool_calls")
    ]


# %% wrong: takes the arguments out of the trace
# breaks: Whoever reads a trace leaves it as it is
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    return [
        span.inputs.pop("kwargs", {})
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool and is_below(trace, span, "ReActAgent.handle_tool_calls")
    ]


# %% wrong: only the first call
# breaks: a list with the arguments of each call of this tool
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    for span in trace.search_spans(name="FunctionTool.call"):
        if span.attributes["name"] == tool:
            if is_below(trace, span, "ReActAgent.handle_tool_calls"):
                return [span.inputs["kwargs"]]
    return []


# %% wrong: None where nothing was called
# breaks: without any call, the list is empty
def tool_inputs(trace: Trace, tool: str) -> list[dict]:
    """Return the arguments of each call of this tool by the agent, in order of time."""
    found = [
        span.inputs["kwargs"]
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool and is_below(trace, span, "ReActAgent.handle_tool_calls")
    ]
    return found or None
