# %% right: a sum over the steps
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""

    def made(step: Span) -> int:
        names = [span.name for span in children(trace, step.span_id)]
        return names.count("FunctionTool.__call__")

    steps = trace.search_spans(name="ReActAgent.handle_tool_calls")
    return sum(len(step.inputs["ev"]["tool_calls"]) - made(step) for step in steps)


# %% right: asked in all minus made in all
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    steps = {
        span.span_id: span
        for span in trace.data.spans
        if span.name == "ReActAgent.handle_tool_calls"
    }
    asked = sum(len(step.inputs["ev"]["tool_calls"]) for step in steps.values())
    made = sum(
        1 for span in trace.search_spans(name="FunctionTool.__call__") if span.parent_id in steps
    )
    return asked - made


# %% right: a counter by parent
from collections import Counter


def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    made = Counter(
        span.parent_id for span in trace.data.spans if span.name == "FunctionTool.__call__"
    )
    total = 0
    for step in trace.data.spans:
        if step.name == "ReActAgent.handle_tool_calls":
            for _ in step.inputs["ev"]["tool_calls"]:
                total += 1
            total -= made[step.span_id]
    return total


# %% wrong: all calls of the trace count as made
# breaks: Each call that it makes leaves a span `FunctionTool.__call__` right below it
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    steps = trace.search_spans(name="ReActAgent.handle_tool_calls")
    asked = sum(len(step.inputs["ev"]["tool_calls"]) for step in steps)
    return asked - len(trace.search_spans(name="FunctionTool.__call__"))


# %% wrong: counts the steps, not the calls
# breaks: the list of calls that it was asked for, one or several
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        names = [span.name for span in children(trace, step.span_id)]
        if "FunctionTool.__call__" not in names:
            missing += 1
    return missing


# %% wrong: the worst step instead of all together
# breaks: how many tool calls were asked for in a trace and not made, in all steps together
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        below = children(trace, step.span_id)
        made = [span for span in below if span.name == "FunctionTool.__call__"]
        missing = max(missing, len(step.inputs["ev"]["tool_calls"]) - len(made))
    return missing


# %% wrong: whatever is right below counts as a call
# breaks: Each call that it makes leaves a span `FunctionTool.__call__` right below it
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    return sum(
        max(0, len(step.inputs["ev"]["tool_calls"]) - len(children(trace, step.span_id)))
        for step in trace.search_spans(name="ReActAgent.handle_tool_calls")
    )


# %% wrong: removes the calls that were made from the list
# breaks: `trace.data.spans` and what the spans hold stay the same
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        asked = step.inputs["ev"]["tool_calls"]
        for span in children(trace, step.span_id):
            if span.name == "FunctionTool.__call__":
                asked.pop()
        missing += len(asked)
    return missing
