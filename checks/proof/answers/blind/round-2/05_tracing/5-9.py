# %% right: two totals and a difference
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    handlers = trace.search_spans(name="ReActAgent.handle_tool_calls")
    asked = sum(len(handler.inputs["ev"]["tool_calls"]) for handler in handlers)
    ids = {handler.span_id for handler in handlers}
    calls = trace.search_spans(name="FunctionTool.__call__")
    made = sum(call.parent_id in ids for call in calls)
    return asked - made


# %% right: a helper for one step, summed
def missing_in(trace: Trace, handler: Span) -> int:
    names = [child.name for child in children(trace, handler.span_id)]
    return len(handler.inputs["ev"]["tool_calls"]) - names.count("FunctionTool.__call__")


def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    return sum(
        missing_in(trace, span)
        for span in trace.data.spans
        if span.name == "ReActAgent.handle_tool_calls"
    )


# %% right: counters by step
from collections import Counter


def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = Counter()
    for span in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        for _ in span.inputs["ev"]["tool_calls"]:
            missing[span.span_id] += 1
    for call in trace.search_spans(name="FunctionTool.__call__"):
        if call.parent_id in missing:
            missing[call.parent_id] -= 1
    return sum(missing.values())


# %% wrong: counts steps that made no call at all
# breaks: how many tool calls were asked for in a trace and not made
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        names = [span.name for span in children(trace, step.span_id)]
        if "FunctionTool.__call__" not in names:
            missing += 1
    return missing


# %% wrong: calls from elsewhere in the trace are counted as made
# breaks: Each call that it makes leaves a span `FunctionTool.__call__` right below it
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    asked = 0
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        asked += len(step.inputs["ev"]["tool_calls"])
    return asked - len(trace.search_spans(name="FunctionTool.__call__"))


# %% wrong: stops at the first step that missed a call
# breaks: how many tool calls were asked for in a trace and not made, in all steps together
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        below = children(trace, step.span_id)
        made = [span for span in below if span.name == "FunctionTool.__call__"]
        missing = len(step.inputs["ev"]["tool_calls"]) - len(made)
        if missing > 0:
            return missing
    return 0


# %% wrong: calls at any depth below the step
# breaks: Each call that it makes leaves a span `FunctionTool.__call__` right below it
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    asked = sum(
        len(step.inputs["ev"]["tool_calls"])
        for step in trace.search_spans(name="ReActAgent.handle_tool_calls")
    )
    made = [
        span
        for span in trace.search_spans(name="FunctionTool.__call__")
        if is_below(trace, span, "ReActAgent.handle_tool_calls")
    ]
    return asked - len(made)


# %% wrong: any child of the step is taken for a call
# breaks: Each call that it makes leaves a span `FunctionTool.__call__` right below it
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        missing += len(step.inputs["ev"]["tool_calls"]) - len(children(trace, step.span_id))
    return missing


# %% wrong: one for a trace with any missing, however many
# breaks: how many tool calls were asked for in a trace and not made, in all steps together
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        below = children(trace, step.span_id)
        made = [span for span in below if span.name == "FunctionTool.__call__"]
        if len(made) < len(step.inputs["ev"]["tool_calls"]):
            return 1
    return 0
