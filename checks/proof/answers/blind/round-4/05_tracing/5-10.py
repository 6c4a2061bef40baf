# %% right: name and type apart, and a table
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    failed = [tuple(text.split(": ", 1)) for text in failures(trace)]
    of_parser = [kind for name, kind in failed if name == "ReActOutputParser.parse"]
    of_tools = [kind for name, kind in failed if name == "FunctionTool.call"]
    answered = [
        span
        for span in trace.search_spans(name="ReActOutputParser.parse")
        if isinstance(span.outputs, dict) and "response" in span.outputs
    ]
    table = {
        "unparseable output": len(of_parser) > 0,
        "wrong arguments": "TypeError" in of_tools,
        "raising tool": len(of_tools) > 0,
        "unknown tool": calls_not_made(trace) != 0,
        "never finishes": len(answered) == 0,
        "healthy": True,
    }
    return next(diagnosis for diagnosis, fits in table.items() if fits)


# %% right: one pass over the spans
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    found = set()
    answered = False
    for span in trace.data.spans:
        failed = span.status.status_code.value == "ERROR"
        if span.name == "ReActOutputParser.parse":
            if failed:
                found.add("unparseable output")
            elif "response" in (span.outputs or {}):
                answered = True
        elif span.name == "FunctionTool.call" and failed:
            kind = span.events[0].attributes["exception.type"]
            found.add("wrong arguments" if kind == "TypeError" else "raising tool")
    if calls_not_made(trace):
        found.add("unknown tool")
    if not answered:
        found.add("never finishes")

    order = [
        "unparseable output",
        "wrong arguments",
        "raising tool",
        "unknown tool",
        "never finishes",
    ]
    for diagnosis in order:
        if diagnosis in found:
            return diagnosis
    return "healthy"


# %% right: small functions, asked in turn
def kinds(trace: Trace, name: str) -> list[str]:
    """Return the exception types of the failed spans of this name."""
    start = name + ": "
    return [text.removeprefix(start) for text in failures(trace) if text.startswith(start)]


def has_response(trace: Trace) -> bool:
    """Tell whether any reply was parsed into a response."""
    for span in trace.search_spans(name="ReActOutputParser.parse"):
        match span.outputs:
            case {"response": _}:
                return True
    return False


def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    if kinds(trace, "ReActOutputParser.parse"):
        return "unparseable output"
    match kinds(trace, "FunctionTool.call"):
        case []:
            pass
        case types if "TypeError" in types:
            return "wrong arguments"
        case _:
            return "raising tool"
    if calls_not_made(trace) >= 1:
        return "unknown tool"
    return "healthy" if has_response(trace) else "never finishes"


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


# %% wrong: the parser fails with ValueError only
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


# %% wrong: any other failure is a raising tool
# breaks: Judge by these spans alone: neither a failed span of another name, be it the root, nor the number of rounds
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


# %% wrong: looks at the words of the answer
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
    if "without an answer" in str(root.outputs):
        return "never finishes"
    return "healthy"


# %% wrong: a trace without any parsing is healthy
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
    if parsed and all("response" not in span.outputs for span in parsed):
        return "never finishes"
    return "healthy"
