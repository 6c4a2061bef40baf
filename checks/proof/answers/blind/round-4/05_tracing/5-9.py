# %% right: a sum of differences
def not_made(trace: Trace, step_span: Span) -> int:
    """Return how many calls this one step was asked for and did not make."""
    asked = len(step_span.inputs["ev"]["tool_calls"])
    made = sum(
        child.name == "FunctionTool.__call__" for child in children(trace, step_span.span_id)
    )
    return asked - made


def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    steps = trace.search_spans(name="ReActAgent.handle_tool_calls")
    return sum(not_made(trace, one) for one in steps)


# %% right: a counter by parent
from collections import Counter


def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    made = Counter(one.parent_id for one in trace.search_spans(name="FunctionTool.__call__"))
    total = 0
    for span in trace.data.spans:
        if span.name == "ReActAgent.handle_tool_calls":
            total += len(span.inputs["ev"]["tool_calls"])
            total -= made[span.span_id]
    return total


# %% right: all that was asked for minus all that was made
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    steps = {one.span_id: one for one in trace.search_spans(name="ReActAgent.handle_tool_calls")}
    asked = [call for one in steps.values() for call in one.inputs["ev"]["tool_calls"]]
    made = [
        span
        for span in trace.data.spans
        if span.name == "FunctionTool.__call__" and span.parent_id in steps
    ]
    return len(asked) - len(made)


# %% wrong: counts the calls of the whole trace
# breaks: Each call that it makes leaves a span `FunctionTool.__call__` right below it
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    steps = trace.search_spans(name="ReActAgent.handle_tool_calls")
    asked = sum(len(one.inputs["ev"]["tool_calls"]) for one in steps)
    made = len(trace.search_spans(name="FunctionTool.__call__"))
    return max(asked - made, 0)


# %% wrong: counts steps and not calls
# breaks: how many tool calls were asked for in a trace and not made
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for one in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        below = children(trace, one.span_id)
        made = [span for span in below if span.name == "FunctionTool.__call__"]
        if len(made) < len(one.inputs["ev"]["tool_calls"]):
            missing += 1
    return missing


# %% wrong: one call for each step
# breaks: the list of calls that it was asked for, one or several
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for one in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        names = [span.name for span in children(trace, one.span_id)]
        if "FunctionTool.__call__" not in names:
            missing += 1
    return missing


# %% wrong: compares the names of the tools
# breaks: how many tool calls were asked for in a trace and not made, in all steps together
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for one in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        asked = {call["tool_name"] for call in one.inputs["ev"]["tool_calls"]}
        made = {
            span.attributes["name"]
            for span in children(trace, one.span_id)
            if span.name == "FunctionTool.__call__"
        }
        missing += len(asked - made)
    return missing


# %% wrong: returns after the first step
# breaks: how many tool calls were asked for in a trace and not made, in all steps together
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    for one in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        below = children(trace, one.span_id)
        made = [span for span in below if span.name == "FunctionTool.__call__"]
        missing = len(one.inputs["ev"]["tool_calls"]) - len(made)
        if missing:
            return missing
    return 0


# %% wrong: a call that failed counts as not made
# breaks: Each call that it makes leaves a span `FunctionTool.__call__` right below it, whether the tool then fails or not.
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for one in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        made = [
            span
            for span in children(trace, one.span_id)
            if span.name == "FunctionTool.__call__" and span.status.status_code.value == "OK"
        ]
        missing += len(one.inputs["ev"]["tool_calls"]) - len(made)
    return missing
