# %% right: counts by parent, then sums up
from collections import Counter


def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    made = Counter(span.parent_id for span in trace.search_spans(name="FunctionTool.__call__"))
    return sum(
        len(step_span.inputs["ev"]["tool_calls"]) - made[step_span.span_id]
        for step_span in trace.search_spans(name="ReActAgent.handle_tool_calls")
    )


# %% right: a helper for one step
def calls_missing_in(trace: Trace, step_span: Span) -> int:
    """Return how many calls this step was asked for and did not make."""
    asked = step_span.inputs["ev"]["tool_calls"]
    names = [child.name for child in children(trace, step_span.span_id)]
    return len(asked) - names.count("FunctionTool.__call__")


def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    steps = trace.search_spans(name="ReActAgent.handle_tool_calls")
    return sum(calls_missing_in(trace, step_span) for step_span in steps)


# %% right: all asked minus all made
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    asked = 0
    step_ids = set()
    for span in trace.data.spans:
        if span.name == "ReActAgent.handle_tool_calls":
            step_ids.add(span.span_id)
            asked += len(span.inputs["ev"]["tool_calls"])
    made = [
        span
        for span in trace.data.spans
        if span.parent_id in step_ids and span.name == "FunctionTool.__call__"
    ]
    return asked - len(made)


# %% wrong: each step without any call counts one
# breaks: the list of calls that it was asked for, one or several
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for step_span in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        below = children(trace, step_span.span_id)
        if not any(span.name == "FunctionTool.__call__" for span in below):
            missing += 1
    return missing


# %% wrong: all calls of the trace, wherever they were made
# breaks: Each call that it makes leaves a span `FunctionTool.__call__` right below it
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    asked = sum(
        len(step_span.inputs["ev"]["tool_calls"])
        for step_span in trace.search_spans(name="ReActAgent.handle_tool_calls")
    )
    return max(0, asked - len(trace.search_spans(name="FunctionTool.__call__")))


# %% wrong: a failed call counts as not made
# breaks: Each call that it makes leaves a span `FunctionTool.__call__` right below it, whether the tool then fails or not.
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for step_span in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        made = [
            span
            for span in children(trace, step_span.span_id)
            if span.name == "FunctionTool.__call__" and span.status.status_code.value == "OK"
        ]
        missing += len(step_span.inputs["ev"]["tool_calls"]) - len(made)
    return missing


# %% wrong: the first step that lacks a call
# breaks: how many tool calls were asked for in a trace and not made, in all steps together
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    for step_span in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        below = children(trace, step_span.span_id)
        made = [span for span in below if span.name == "FunctionTool.__call__"]
        missing = len(step_span.inputs["ev"]["tool_calls"]) - len(made)
        if missing:
            return missing
    return 0


# %% wrong: anything right below the step is taken for a call
# breaks: Each call that it makes leaves a span `FunctionTool.__call__` right below it
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for step_span in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        asked = step_span.inputs["ev"]["tool_calls"]
        missing += len(asked) - len(children(trace, step_span.span_id))
    return missing


# %% wrong: takes the calls off the step's own list
# breaks: leaves it as it is: `trace.data.spans` and what the spans hold stay the same
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for step_span in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        open_calls = step_span.inputs["ev"]["tool_calls"]
        for child in children(trace, step_span.span_id):
            if child.name == "FunctionTool.__call__":
                open_calls.pop(0)
        missing += len(open_calls)
    return missing
