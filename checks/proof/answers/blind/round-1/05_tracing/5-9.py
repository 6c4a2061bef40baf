# %% right: a sum over the steps
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""

    def made(step: Span) -> int:
        return sum(one.name == "FunctionTool.__call__" for one in children(trace, step.span_id))

    steps = trace.search_spans(name="ReActAgent.handle_tool_calls")
    return sum(len(step.inputs["ev"]["tool_calls"]) - made(step) for step in steps)


# %% right: all asked minus all made, by parent ids
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    steps = {s.span_id: s for s in trace.data.spans if s.name == "ReActAgent.handle_tool_calls"}
    asked = [call for step in steps.values() for call in step.inputs["ev"]["tool_calls"]]
    made = [
        span
        for span in trace.search_spans(name="FunctionTool.__call__")
        if span.parent_id in steps
    ]
    return len(asked) - len(made)


# %% right: a counter of names below
from collections import Counter


def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    balance = Counter()
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        names = [child.name for child in children(trace, step.span_id)]
        balance["asked"] += len(step.inputs["ev"]["tool_calls"])
        balance["made"] += names.count("FunctionTool.__call__")
    return balance["asked"] - balance["made"]


# %% wrong: all tool spans of the trace
# breaks: Each call that it makes leaves a span `FunctionTool.__call__` right below it
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    asked = 0
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        asked += len(step.inputs["ev"]["tool_calls"])
    return asked - len(trace.search_spans(name="FunctionTool.__call__"))


# %% wrong: everything below a step, at any depth
# breaks: leaves a span `FunctionTool.__call__` right below it
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    asked = sum(
        len(step.inputs["ev"]["tool_calls"])
        for step in trace.search_spans(name="ReActAgent.handle_tool_calls")
    )
    made = sum(
        is_below(trace, span, "ReActAgent.handle_tool_calls")
        for span in trace.search_spans(name="FunctionTool.__call__")
    )
    return asked - made


# %% wrong: a step counts at most once
# breaks: how many tool calls were asked for in a trace and not made
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        made = [s for s in children(trace, step.span_id) if s.name == "FunctionTool.__call__"]
        if len(made) < len(step.inputs["ev"]["tool_calls"]):
            missing += 1
    return missing


# %% wrong: each step was asked for one call
# breaks: the list of calls that it was asked for, one or several
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        names = [span.name for span in children(trace, step.span_id)]
        if "FunctionTool.__call__" not in names:
            missing += 1
    return missing


# %% wrong: failed calls as not made
# breaks: leaves a span `FunctionTool.__call__` right below it, whether the tool then fails or not
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        made = [
            span
            for span in children(trace, step.span_id)
            if span.name == "FunctionTool.__call__" and span.status.status_code.value == "OK"
        ]
        missing += len(step.inputs["ev"]["tool_calls"]) - len(made)
    return missing


# %% wrong: returns within the loop
# breaks: in all steps together
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        made = [s for s in children(trace, step.span_id) if s.name == "FunctionTool.__call__"]
        missing = len(step.inputs["ev"]["tool_calls"]) - len(made)
        if missing:
            return missing
    return 0


# %% wrong: every child is a call
# breaks: Each call that it makes leaves a span `FunctionTool.__call__` right below it
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        missing += len(step.inputs["ev"]["tool_calls"]) - len(children(trace, step.span_id))
    return missing


# %% wrong: compared with the tools of this lesson
# breaks: what tells is a span that is *missing*
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    known = {tool.metadata.name for tool in tools}
    return sum(
        call["tool_name"] not in known
        for step in trace.search_spans(name="ReActAgent.handle_tool_calls")
        for call in step.inputs["ev"]["tool_calls"]
    )


# %% wrong: names asked for minus names called
# breaks: how many tool calls were asked for in a trace and not made
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        asked = {call["tool_name"] for call in step.inputs["ev"]["tool_calls"]}
        called = {
            span.attributes["name"]
            for span in children(trace, step.span_id)
            if span.name == "FunctionTool.__call__"
        }
        missing += len(asked - called)
    return missing


# %% wrong: only the last step
# breaks: in all steps together
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        made = [s for s in children(trace, step.span_id) if s.name == "FunctionTool.__call__"]
        missing = len(step.inputs["ev"]["tool_calls"]) - len(made)
    return missing
