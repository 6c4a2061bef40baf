# %% right: a table of tests, read from the top
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    kinds = [tuple(text.split(": ", 1)) for text in failures(trace)]
    parsed = trace.search_spans(name="ReActOutputParser.parse")
    tool_errors = {kind for name, kind in kinds if name == "FunctionTool.call"}
    table = {
        "unparseable output": any(name == "ReActOutputParser.parse" for name, _ in kinds),
        "wrong arguments": "TypeError" in tool_errors,
        "raising tool": bool(tool_errors),
        "unknown tool": calls_not_made(trace) > 0,
        "never finishes": all("response" not in (span.outputs or {}) for span in parsed),
        "healthy": True,
    }
    return next(diagnosis for diagnosis, fits in table.items() if fits)


# %% right: from the spans, without failures
def failed_with(trace: Trace, name: str) -> list[str]:
    """Return the exception types of the failed spans of this name."""
    return [
        span.events[0].attributes["exception.type"]
        for span in trace.search_spans(name=name)
        if span.status.status_code.value == "ERROR"
    ]


def has_response(trace: Trace) -> bool:
    """Tell whether any reply was parsed into a response."""
    for span in trace.search_spans(name="ReActOutputParser.parse"):
        if span.outputs is not None and "response" in span.outputs:
            return True
    return False


def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    if failed_with(trace, "ReActOutputParser.parse"):
        return "unparseable output"
    if tool_errors := failed_with(trace, "FunctionTool.call"):
        return "wrong arguments" if "TypeError" in tool_errors else "raising tool"
    if calls_not_made(trace):
        return "unknown tool"
    return "healthy" if has_response(trace) else "never finishes"


# %% right: an elif chain over the texts
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    failed = failures(trace)
    unreadable = [text for text in failed if text.startswith("ReActOutputParser.parse: ")]
    tools_failed = [text for text in failed if text.startswith("FunctionTool.call: ")]
    answers = [
        span
        for span in trace.data.spans
        if span.name == "ReActOutputParser.parse" and "response" in (span.outputs or {})
    ]
    if len(unreadable) > 0:
        diagnosis = "unparseable output"
    elif tools_failed.count("FunctionTool.call: TypeError") > 0:
        diagnosis = "wrong arguments"
    elif len(tools_failed) > 0:
        diagnosis = "raising tool"
    elif calls_not_made(trace) != 0:
        diagnosis = "unknown tool"
    elif len(answers) == 0:
        diagnosis = "never finishes"
    else:
        diagnosis = "healthy"
    return diagnosis


# %% wrong: the first failure in time decides
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
    if not any("response" in span.outputs for span in parsed):
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


# %% wrong: any failed span makes a raising tool
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


# %% wrong: an empty response is none
# breaks: no reply was ever parsed into a `response`, not even into an empty one, in the whole trace
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


# %% wrong: no parsed reply at all is healthy
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
    if parsed and not any("response" in span.outputs for span in parsed):
        return "never finishes"
    return "healthy"


# %% wrong: reads the root's answer
# breaks: nor the number of rounds, nor the words of an answer or of a thought make an agent ill
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
    if "I stopped after" in str(root.outputs):
        return "never finishes"
    return "healthy"
