# %% right: a loop with is_below
def tool_inputs(trace, tool):
    """Return the arguments of each call of this tool by the agent, in order of time."""
    found = []
    for span in trace.data.spans:
        if span.name != "FunctionTool.call" or span.attributes.get("name") != tool:
            continue
        if is_below(trace, span, "ReActAgent.handle_tool_calls"):
            found.append(span.inputs.get("kwargs", {}))
    return found

# %% right: goes down from the steps
def tool_inputs(trace, tool):
    """Return the arguments of each call of this tool by the agent, in order of time."""
    def below(span_id):
        for span in trace.data.spans:
            if span.parent_id == span_id:
                yield span
                yield from below(span.span_id)
    steps = trace.search_spans(name="ReActAgent.handle_tool_calls")
    return [
        dict(span.inputs.get("kwargs", {}))
        for step in steps
        for span in below(step.span_id)
        if span.name == "FunctionTool.call" and span.attributes["name"] == tool
    ]

# %% wrong: counts FunctionTool.__call__ too
# check: gives_the_inputs_of_add
# says: is two spans
def tool_inputs(trace, tool):
    return [
        span.inputs.get("kwargs", {})
        for span in trace.search_spans(span_type="TOOL")
        if span.attributes["name"] == tool
    ]

# %% wrong: returns the outputs
# check: gives_the_inputs_of_add
# says: what the tool gave back
def tool_inputs(trace, tool):
    return [
        span.outputs["raw_output"]
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool
    ]

# %% wrong: forgets to unwrap kwargs
# check: gives_the_inputs_of_add
# says: under "kwargs"
def tool_inputs(trace, tool):
    return [
        span.inputs
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool
    ]

# %% wrong: the calls of every tool
# check: gives_the_inputs_of_add
# says: the calls of every tool
def tool_inputs(trace, tool):
    return [span.inputs.get("kwargs", {}) for span in trace.search_spans(name="FunctionTool.call")]

# %% wrong: hard-codes 123 and 456
# check: gives_the_inputs_of_every_call
# says: Read them off the trace
def tool_inputs(trace, tool):
    return [{"x": 123, "y": 456}] if tool == "add" else [{"x": 579, "y": 789}]

# %% wrong: counts calls that the agent did not make
# check: leaves_out_a_call_by_hand
# says: made by hand
def tool_inputs(trace, tool):
    return [
        span.inputs.get("kwargs", {})
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool
    ]

# %% wrong: leaves out the one call by hand that it knows
# check: counts_only_the_agents_calls
# says: made by hand
def tool_inputs(trace, tool):
    return [
        span.inputs.get("kwargs", {})
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool and span.inputs.get("kwargs", {}) != {"x": 1, "y": 1}
    ]

# %% wrong: gives only the first call
# check: gives_the_inputs_of_add
# says: Give a list
def tool_inputs(trace, tool):
    for span in trace.search_spans(name="FunctionTool.call"):
        if span.attributes["name"] == tool:
            return span.inputs.get("kwargs", {})

# %% wrong: looks at the parent of the parent
# check: gives_each_call_of_many
# says: only deeper
def tool_inputs(trace, tool):
    """Return the arguments of each call of this tool by the agent, in order of time."""
    spans = {span.span_id: span for span in trace.data.spans}
    found = []
    for span in trace.data.spans:
        if span.name != "FunctionTool.call" or span.attributes.get("name") != tool:
            continue
        above = spans.get(span.parent_id)
        step = above and spans.get(above.parent_id)
        if step is not None and step.name == "ReActAgent.handle_tool_calls":
            found.append(span.inputs.get("kwargs", {}))
    return found

# %% wrong: leaves out calls that failed
# check: gives_each_call_of_many
# says: A call that failed is missing
def tool_inputs(trace, tool):
    return [
        span.inputs.get("kwargs", {})
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool
        and span.status.status_code.value == "OK"
        and is_below(trace, span, "ReActAgent.handle_tool_calls")
    ]

# %% wrong: equal calls once
# check: gives_each_call_of_many
# says: as often as it was made
def tool_inputs(trace, tool):
    found = []
    for span in trace.search_spans(name="FunctionTool.call"):
        if span.attributes["name"] == tool and is_below(
            trace, span, "ReActAgent.handle_tool_calls"
        ):
            if span.inputs.get("kwargs", {}) not in found:
                found.append(span.inputs.get("kwargs", {}))
    return found

# %% wrong: a part of the tool's name will do
# check: gives_each_call_of_many
# says: compare the whole name
def tool_inputs(trace, tool):
    return [
        span.inputs.get("kwargs", {})
        for span in trace.search_spans(name="FunctionTool.call")
        if tool in span.attributes["name"] and is_below(trace, span, "ReActAgent.handle_tool_calls")
    ]

# %% wrong: x and y alone
# check: gives_each_call_of_many
# says: Read them off the trace
def tool_inputs(trace, tool):
    return [
        {name: span.inputs.get("kwargs", {}).get(name) for name in ("x", "y")}
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"] == tool and is_below(trace, span, "ReActAgent.handle_tool_calls")
    ]

# %% wrong: tools whose names only begin so
# check: gives_each_call_of_many
# says: compare the whole name
def tool_inputs(trace, tool):
    return [
        span.inputs.get("kwargs", {})
        for span in trace.search_spans(name="FunctionTool.call")
        if span.attributes["name"].startswith(tool)
        and is_below(trace, span, "ReActAgent.handle_tool_calls")
    ]
