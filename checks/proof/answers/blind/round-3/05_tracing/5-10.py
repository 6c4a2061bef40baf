# %% right: from the spans themselves
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""

    def errors(name: str) -> list[str]:
        return [
            span.events[0].attributes["exception.type"]
            for span in trace.search_spans(name=name)
            if span.status.status_code.value == "ERROR"
        ]

    parses = trace.search_spans(name="ReActOutputParser.parse")
    if errors("ReActOutputParser.parse"):
        return "unparseable output"
    tool_errors = errors("FunctionTool.call")
    if tool_errors:
        return "wrong arguments" if "TypeError" in tool_errors else "raising tool"
    if calls_not_made(trace):
        return "unknown tool"
    for parse in parses:
        if "response" in (parse.outputs or {}):
            return "healthy"
    return "never finishes"


# %% right: a table of diagnoses and tests
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    failed = [text.rsplit(": ", 1) for text in failures(trace)]
    tools = {kind for name, kind in failed if name == "FunctionTool.call"}
    responses = [
        span
        for span in trace.search_spans(name="ReActOutputParser.parse")
        if isinstance(span.outputs, dict) and "response" in span.outputs
    ]
    table = [
        ("unparseable output", any(name == "ReActOutputParser.parse" for name, _ in failed)),
        ("wrong arguments", "TypeError" in tools),
        ("raising tool", bool(tools - {"TypeError"})),
        ("unknown tool", calls_not_made(trace) > 0),
        ("never finishes", not responses),
    ]
    return next((text for text, fits in table if fits), "healthy")


# %% right: match over each failure, least index wins
def _rank(text: str) -> int | None:
    match text.partition(": "):
        case ("ReActOutputParser.parse", _, _):
            return 0
        case ("FunctionTool.call", _, "TypeError"):
            return 1
        case ("FunctionTool.call", _, _):
            return 2
    return None


def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    ranks = [rank for rank in map(_rank, failures(trace)) if rank is not None]
    if ranks:
        return ("unparseable output", "wrong arguments", "raising tool")[min(ranks)]
    if calls_not_made(trace) >= 1:
        return "unknown tool"
    finished = False
    for span in trace.data.spans:
        if span.name == "ReActOutputParser.parse" and span.outputs is not None:
            finished = finished or "response" in span.outputs
    return "healthy" if finished else "never finishes"


# %% wrong: the first failure in time
# breaks: the first of these texts that fits, from the top of the table down, whichever mishap came first in time
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    for text in failures(trace):
        if text.startswith("ReActOutputParser.parse: "):
            return "unparseable output"
        if text == "FunctionTool.call: TypeError":
            return "wrong arguments"
        if text.startswith("FunctionTool.call: "):
            return "raising tool"
    if calls_not_made(trace) > 0:
        return "unknown tool"
    parsed = trace.search_spans(name="ReActOutputParser.parse")
    if not any("response" in span.outputs for span in parsed):
        return "never finishes"
    return "healthy"


# %% wrong: an empty response is none
# breaks: no reply was ever parsed into a `response`, not even into an empty one
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    failed = failures(trace)
    if any(text.startswith("ReActOutputParser.parse: ") for text in failed):
        return "unparseable output"
    if "FunctionTool.call: TypeError" in failed:
        return "wrong arguments"
    if any(text.startswith("FunctionTool.call: ") for text in failed):
        return "raising tool"
    if calls_not_made(trace) > 0:
        return "unknown tool"
    parsed = trace.search_spans(name="ReActOutputParser.parse")
    if not any(span.outputs.get("response") for span in parsed):
        return "never finishes"
    return "healthy"


# %% wrong: a parse fails with ValueError only
# breaks: a span `ReActOutputParser.parse` failed, with any exception
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    failed = failures(trace)
    if "ReActOutputParser.parse: ValueError" in failed:
        return "unparseable output"
    if "FunctionTool.call: TypeError" in failed:
        return "wrong arguments"
    if any(text.startswith("FunctionTool.call: ") for text in failed):
        return "raising tool"
    if calls_not_made(trace) > 0:
        return "unknown tool"
    parsed = trace.search_spans(name="ReActOutputParser.parse")
    if not any("response" in (span.outputs or {}) for span in parsed):
        return "never finishes"
    return "healthy"


# %% wrong: any other failure is a raising tool
# breaks: neither a failed span of another name, be it the root, nor the number of rounds, nor the words of an answer or of a thought make an agent ill
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    failed = failures(trace)
    if any(text.startswith("ReActOutputParser.parse: ") for text in failed):
        return "unparseable output"
    if "FunctionTool.call: TypeError" in failed:
        return "wrong arguments"
    if failed:
        return "raising tool"
    if calls_not_made(trace) > 0:
        return "unknown tool"
    parsed = trace.search_spans(name="ReActOutputParser.parse")
    if not any("response" in span.outputs for span in parsed):
        return "never finishes"
    return "healthy"


# %% wrong: looks at the last reply only
# breaks: A trace without any span `ReActOutputParser.parse` has no `response`.
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    failed = failures(trace)
    if any(text.startswith("ReActOutputParser.parse: ") for text in failed):
        return "unparseable output"
    if "FunctionTool.call: TypeError" in failed:
        return "wrong arguments"
    if any(text.startswith("FunctionTool.call: ") for text in failed):
        return "raising tool"
    if calls_not_made(trace) > 0:
        return "unknown tool"
    parsed = trace.search_spans(name="ReActOutputParser.parse")
    if parsed and "response" not in parsed[-1].outputs:
        return "never finishes"
    return "healthy"
