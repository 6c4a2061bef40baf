# %% right: pairs of span name and exception, by partition
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    pairs = [text.split(": ", 1) for text in failures(trace)]
    tool_errors = [kind for name, kind in pairs if name == "FunctionTool.call"]
    replies = trace.search_spans(name="ReActOutputParser.parse")
    if "ReActOutputParser.parse" in [name for name, _ in pairs]:
        return "unparseable output"
    elif "TypeError" in tool_errors:
        return "wrong arguments"
    elif tool_errors:
        return "raising tool"
    elif calls_not_made(trace):
        return "unknown tool"
    elif all("response" not in (reply.outputs or {}) for reply in replies):
        return "never finishes"
    else:
        return "healthy"


# %% right: straight from the spans, without failures
def failed_with(trace: Trace, name: str) -> list[str]:
    """Return the exception types of the failed spans of this name."""
    return [
        span.events[0].attributes["exception.type"]
        for span in trace.search_spans(name=name)
        if span.status.status_code.value == "ERROR"
    ]


def has_answer(trace: Trace) -> bool:
    for span in trace.search_spans(name="ReActOutputParser.parse"):
        if span.outputs and "response" in span.outputs:
            return True
    return False


def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    if failed_with(trace, "ReActOutputParser.parse"):
        return "unparseable output"
    tool_errors = failed_with(trace, "FunctionTool.call")
    if tool_errors:
        return "wrong arguments" if "TypeError" in tool_errors else "raising tool"
    if calls_not_made(trace) != 0:
        return "unknown tool"
    return "healthy" if has_answer(trace) else "never finishes"


# %% right: a table of tests, the first that fits
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    failed = failures(trace)

    def some_begins(start: str) -> bool:
        return any(text.startswith(start) for text in failed)

    answered = [
        span
        for span in trace.search_spans(name="ReActOutputParser.parse")
        if "response" in (span.outputs or {})
    ]
    table = [
        ("unparseable output", some_begins("ReActOutputParser.parse: ")),
        ("wrong arguments", "FunctionTool.call: TypeError" in failed),
        ("raising tool", some_begins("FunctionTool.call: ")),
        ("unknown tool", calls_not_made(trace) > 0),
        ("never finishes", not answered),
        ("healthy", True),
    ]
    return next(diagnosis for diagnosis, fits in table if fits)


# %% wrong: the first mishap in time decides
# breaks: returns the first of these texts that fits, from the top of the table down, whichever mishap came first in time
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
    if not any("response" in (span.outputs or {}) for span in parsed):
        return "never finishes"
    return "healthy"


# %% wrong: only a ValueError of the parser
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


# %% wrong: TypeError of any span, and of any exception whose name contains it
# breaks: a span `FunctionTool.call` failed with `TypeError`
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    failed = failures(trace)
    if any(text.startswith("ReActOutputParser.parse: ") for text in failed):
        return "unparseable output"
    if any("TypeError" in text for text in failed):
        return "wrong arguments"
    if any(text.startswith("FunctionTool.call: ") for text in failed):
        return "raising tool"
    if calls_not_made(trace) > 0:
        return "unknown tool"
    parsed = trace.search_spans(name="ReActOutputParser.parse")
    if not any("response" in (span.outputs or {}) for span in parsed):
        return "never finishes"
    return "healthy"


# %% wrong: never finishes by the words of the answer
# breaks: Judge by these spans alone: neither a failed span of another name, nor the number of rounds, nor the words of an answer make an agent ill.
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
    (root,) = children(trace, None)
    if str(root.outputs).startswith("I stopped after"):
        return "never finishes"
    return "healthy"


# %% wrong: every other failure is a raising tool
# breaks: Judge by these spans alone: neither a failed span of another name
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
    if not any("response" in (span.outputs or {}) for span in parsed):
        return "never finishes"
    return "healthy"


# %% wrong: healthy where nothing was parsed at all
# breaks: no reply was ever parsed into a `response`
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
    if parsed and not any("response" in (span.outputs or {}) for span in parsed):
        return "never finishes"
    return "healthy"
