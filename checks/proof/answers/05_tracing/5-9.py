# %% right: counts spans by their parent
from collections import Counter

def calls_not_made(trace):
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    made = Counter(one.parent_id for one in trace.search_spans(name="FunctionTool.__call__"))
    return sum(
        len(step.inputs["ev"]["tool_calls"]) - made[step.span_id]
        for step in trace.search_spans(name="ReActAgent.handle_tool_calls")
    )

# %% right: all that was asked for, and all that was made for it
def calls_not_made(trace):
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    asked, made, steps = 0, 0, set()
    for span in trace.data.spans:
        if span.name == "ReActAgent.handle_tool_calls":
            steps.add(span.span_id)
            asked += len(span.inputs["ev"]["tool_calls"])
        if span.name == "FunctionTool.__call__" and span.parent_id in steps:
            made += 1
    return asked - made

# %% wrong: counts steps without a call
# check: counts_within_a_step
# says: in how many steps
def calls_not_made(trace):
    return sum(
        len(children(trace, step.span_id)) < len(step.inputs["ev"]["tool_calls"])
        for step in trace.search_spans(name="ReActAgent.handle_tool_calls")
    )

# %% wrong: counts steps that made no call at all
# check: counts_within_a_step
# says: how long is the list
def calls_not_made(trace):
    return sum(
        not children(trace, step.span_id)
        for step in trace.search_spans(name="ReActAgent.handle_tool_calls")
    )

# %% wrong: looks at the first step only
# check: counts_calls_not_made
# says: Add up the differences
def calls_not_made(trace):
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        return len(step.inputs["ev"]["tool_calls"]) - len(children(trace, step.span_id))
    return 0

# %% wrong: looks at the last step only
# check: counts_calls_not_made
# says: Add up the differences
def calls_not_made(trace):
    missing = 0
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        missing = len(step.inputs["ev"]["tool_calls"]) - len(children(trace, step.span_id))
    return missing

# %% wrong: every tool span of the trace makes up for one
# check: counts_children_only
# says: lies deeper
def calls_not_made(trace):
    asked = sum(
        len(step.inputs["ev"]["tool_calls"])
        for step in trace.search_spans(name="ReActAgent.handle_tool_calls")
    )
    return asked - len(trace.search_spans(name="FunctionTool.__call__"))

# %% wrong: any span below is a call
# check: counts_children_only
# says: it is no call
def calls_not_made(trace):
    return sum(
        len(step.inputs["ev"]["tool_calls"]) - len(children(trace, step.span_id))
        for step in trace.search_spans(name="ReActAgent.handle_tool_calls")
    )

# %% wrong: a failed call was not made
# check: counts_within_a_step
# says: A call that failed was made
def calls_not_made(trace):
    missing = 0
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        made = [
            one
            for one in children(trace, step.span_id)
            if one.name == "FunctionTool.__call__" and one.status.status_code.value == "OK"
        ]
        missing += len(step.inputs["ev"]["tool_calls"]) - len(made)
    return missing

# %% wrong: tells whether, not how many
# check: counts_calls_not_made
# says: it is a bool
def calls_not_made(trace):
    return any(
        len(step.inputs["ev"]["tool_calls"]) > len(children(trace, step.span_id))
        for step in trace.search_spans(name="ReActAgent.handle_tool_calls")
    )

# %% wrong: looks for the name of the offline LLM's unknown tool
# check: counts_calls_not_made
# says: Add up the differences
def calls_not_made(trace):
    return sum(
        one["tool_name"] == "calculator"
        for step in trace.search_spans(name="ReActAgent.handle_tool_calls")
        for one in step.inputs["ev"]["tool_calls"]
    )


# %% wrong: counts the names of tools
# check: counts_within_a_step
# says: how many tools are missing, by their names
def calls_not_made(trace):
    missing = 0
    for one in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        asked = {call["tool_name"] for call in one.inputs["ev"]["tool_calls"]}
        below = children(trace, one.span_id)
        made = {s.attributes["name"] for s in below if s.name == "FunctionTool.__call__"}
        missing += len(asked - made)
    return missing

# %% wrong: takes each call span of the trace for one of a step
# check: counts_within_a_step
# says: lies deeper
def calls_not_made(trace):
    steps = trace.search_spans(name="ReActAgent.handle_tool_calls")
    asked = [call for step in steps for call in step.inputs["ev"]["tool_calls"]]
    return len(asked) - len([one for one in trace.data.spans if one.name == "FunctionTool.__call__"])
