# %% right: a sum over a helper
def calls_not_made_by(trace: Trace, step: Span) -> int:
    """Return how many calls one step was asked for and did not make."""
    names = [span.name for span in children(trace, step.span_id)]
    return len(step.inputs["ev"]["tool_calls"]) - names.count("FunctionTool.__call__")


def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    steps = trace.search_spans(name="ReActAgent.handle_tool_calls")
    return sum(calls_not_made_by(trace, step) for step in steps)


# %% right: asked for and made, each counted over all steps
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    asked, steps = 0, set()
    for span in trace.data.spans:
        if span.name == "ReActAgent.handle_tool_calls":
            steps.add(span.span_id)
            asked += len(span.inputs["ev"]["tool_calls"])
    made = sum(
        span.name == "FunctionTool.__call__" and span.parent_id in steps
        for span in trace.data.spans
    )
    return asked - made


# %% right: a Counter that loses what was made
from collections import Counter


def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    steps = trace.search_spans(name="ReActAgent.handle_tool_calls")
    open_calls = Counter({step.span_id: len(step.inputs["ev"]["tool_calls"]) for step in steps})
    for call in trace.search_spans(name="FunctionTool.__call__"):
        if call.parent_id in open_calls:
            open_calls[call.parent_id] -= 1
    return sum(open_calls.values())


# %% wrong: all calls of the trace are taken off
# breaks: Each call that it makes leaves a span `FunctionTool.__call__` right below it
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    steps = trace.search_spans(name="ReActAgent.handle_tool_calls")
    asked = sum(len(step.inputs["ev"]["tool_calls"]) for step in steps)
    return asked - len(trace.search_spans(name="FunctionTool.__call__"))


# %% wrong: only calls that went well were made
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


# %% wrong: one for each step that made no call
# breaks: the list of calls that it was asked for, one or several
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        names = [span.name for span in children(trace, step.span_id)]
        if "FunctionTool.__call__" not in names:
            missing += 1
    return missing


# %% wrong: only the last step where one is missing
# breaks: how many tool calls were asked for in a trace and not made, in all steps together
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    missing = 0
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        names = [span.name for span in children(trace, step.span_id)]
        not_made = len(step.inputs["ev"]["tool_calls"]) - names.count("FunctionTool.__call__")
        if not_made:
            missing = not_made
    return missing


# %% wrong: whether, not how many
# breaks: Write `calls_not_made`: how many tool calls were asked for in a trace and not made
def calls_not_made(trace: Trace) -> int:
    """Return how many tool calls the steps of a trace were asked for and did not make."""
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        names = [span.name for span in children(trace, step.span_id)]
        if len(step.inputs["ev"]["tool_calls"]) > names.count("FunctionTool.__call__"):
            return 1
    return 0


# %% wrong: takes calls off the list in the span
# breaks: leaves it as it is: `trace.data.spans` and what the spans hold stay the same
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
