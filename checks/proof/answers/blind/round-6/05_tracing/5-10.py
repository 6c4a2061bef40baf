# %% right: names and types taken apart
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    failed = [tuple(text.rsplit(": ", 1)) for text in failures(trace)]
    tool_errors = {kind for name, kind in failed if name == "FunctionTool.call"}

    if "ReActOutputParser.parse" in {name for name, _ in failed}:
        return "unparseable output"
    if tool_errors:
        return "wrong arguments" if "TypeError" in tool_errors else "raising tool"
    if calls_not_made(trace):
        return "unknown tool"
    for reply in trace.search_spans(name="ReActOutputParser.parse"):
        if "response" in (reply.outputs or {}):
            return "healthy"
    return "never finishes"


# %% right: a table of tests, straight from the spans
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""

    def errors(name: str) -> list[str]:
        return [
            span.events[0].attributes["exception.type"]
            for span in trace.search_spans(name=name)
            if span.status.status_code.value == "ERROR"
        ]

    def answered() -> bool:
        replies = trace.search_spans(name="ReActOutputParser.parse")
        return any("response" in (reply.outputs or {}) for reply in replies)

    table = {
        "unparseable output": lambda: bool(errors("ReActOutputParser.parse")),
        "wrong arguments": lambda: "TypeError" in errors("FunctionTool.call"),
        "raising tool": lambda: bool(errors("FunctionTool.call")),
        "unknown tool": lambda: calls_not_made(trace) > 0,
        "never finishes": lambda: not answered(),
        "healthy": lambda: True,
    }
    return next(diagnosis for diagnosis, fits in table.items() if fits())


# %% right: collect what fits, then take the uppermost
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    order = [
        "unparseable output",
        "wrong arguments",
        "raising tool",
        "unknown tool",
        "never finishes",
        "healthy",
    ]
    found = {"healthy"}
    for text in failures(trace):
        name, _, kind = text.rpartition(": ")
        match name:
            case "ReActOutputParser.parse":
                found.add("unparseable output")
            case "FunctionTool.call":
                found.add("wrong arguments" if kind == "TypeError" else "raising tool")
    if calls_not_made(trace) != 0:
        found.add("unknown tool")
    outputs = [span.outputs for span in trace.search_spans(name="ReActOutputParser.parse")]
    if not [one for one in outputs if isinstance(one, dict) and "response" in one]:
        found.add("never finishes")
    return min(found, key=order.index)


# %% wrong: whichever came first in time
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


# %% wrong: an empty answer is no answer
# breaks: no reply was ever parsed into a `response`, which is a text and may be empty
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


# %% wrong: any TypeError, of whatever span
# breaks: Nothing else makes an agent ill: no failed span of another name, be it the root
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    failed = failures(trace)
    if any(text.startswith("ReActOutputParser.parse: ") for text in failed):
        return "unparseable output"
    if any(text.endswith(": TypeError") for text in failed):
        return "wrong arguments"
    if any(text.startswith("FunctionTool.call: ") for text in failed):
        return "raising tool"
    if calls_not_made(trace) > 0:
        return "unknown tool"
    parsed = trace.search_spans(name="ReActOutputParser.parse")
    if not any("response" in span.outputs for span in parsed):
        return "never finishes"
    return "healthy"


# %% wrong: only the parser's ValueError
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


# %% wrong: the last reply only, and none is fine
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


# %% wrong: judged by the words of the answer
# breaks: no number of rounds, and no words of an answer or of a thought
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
    answer = trace.data.spans[0].outputs
    if not isinstance(answer, str) or "without an answer" in answer:
        return "never finishes"
    return "healthy"
