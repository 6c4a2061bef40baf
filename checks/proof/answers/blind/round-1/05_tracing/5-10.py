# %% right: split into name and type, sets of types
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    types = {}
    for text in failures(trace):
        name, _, kind = text.rpartition(": ")
        types.setdefault(name, set()).add(kind)

    tool_errors = types.get("FunctionTool.call", set())
    if "ReActOutputParser.parse" in types:
        return "unparseable output"
    if tool_errors:
        return "wrong arguments" if "TypeError" in tool_errors else "raising tool"
    if calls_not_made(trace):
        return "unknown tool"
    for span in trace.search_spans(name="ReActOutputParser.parse"):
        if "response" in (span.outputs or {}):
            return "healthy"
    return "never finishes"


# %% right: a table of tests
def failed_types(trace: Trace, name: str) -> list[str]:
    """Return the exception types of the failed spans of this name."""
    return [
        span.events[0].attributes["exception.type"]
        for span in trace.search_spans(name=name)
        if span.status.status_code.value == "ERROR"
    ]


def has_response(trace: Trace) -> bool:
    """Tell whether any reply was parsed into a response."""
    return any(
        isinstance(span.outputs, dict) and "response" in span.outputs
        for span in trace.search_spans(name="ReActOutputParser.parse")
    )


def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    table = [
        ("unparseable output", lambda: failed_types(trace, "ReActOutputParser.parse")),
        ("wrong arguments", lambda: "TypeError" in failed_types(trace, "FunctionTool.call")),
        ("raising tool", lambda: failed_types(trace, "FunctionTool.call")),
        ("unknown tool", lambda: calls_not_made(trace) != 0),
        ("never finishes", lambda: not has_response(trace)),
    ]
    return next((diagnosis for diagnosis, fits in table if fits()), "healthy")


# %% right: one pass that collects, the judgement at the end
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    findings = set()
    for text in failures(trace):
        match text.split(": "):
            case ["ReActOutputParser.parse", _]:
                findings.add("unparseable output")
            case ["FunctionTool.call", "TypeError"]:
                findings.add("wrong arguments")
            case ["FunctionTool.call", _]:
                findings.add("raising tool")
    if calls_not_made(trace) >= 1:
        findings.add("unknown tool")
    outputs = [span.outputs for span in trace.search_spans(name="ReActOutputParser.parse")]
    if all(output is None or "response" not in output for output in outputs):
        findings.add("never finishes")
    order = [
        "unparseable output",
        "wrong arguments",
        "raising tool",
        "unknown tool",
        "never finishes",
    ]
    for diagnosis in order:
        if diagnosis in findings:
            return diagnosis
    return "healthy"


# %% wrong: the mishap that came first
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


# %% wrong: only a ValueError is unparseable
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


# %% wrong: a failed span of any name is a raising tool
# breaks: neither a failed span of another name, nor the number of rounds, nor the words of an answer make an agent ill
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


# %% wrong: beginnings without the colon
# breaks: neither a failed span of another name ... make an agent ill
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    failed = failures(trace)
    if any(text.startswith("ReActOutputParser.parse") for text in failed):
        return "unparseable output"
    if "FunctionTool.call: TypeError" in failed:
        return "wrong arguments"
    if any(text.startswith("FunctionTool.call") for text in failed):
        return "raising tool"
    if calls_not_made(trace) > 0:
        return "unknown tool"
    parsed = trace.search_spans(name="ReActOutputParser.parse")
    if not any("response" in (span.outputs or {}) for span in parsed):
        return "never finishes"
    return "healthy"


# %% wrong: any TypeError is wrong arguments
# breaks: a span `FunctionTool.call` failed with `TypeError`
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


# %% wrong: names that contain TypeError
# breaks: a span `FunctionTool.call` failed with anything else
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    failed = failures(trace)
    if any(text.startswith("ReActOutputParser.parse: ") for text in failed):
        return "unparseable output"
    if any(t.startswith("FunctionTool.call: ") and "TypeError" in t for t in failed):
        return "wrong arguments"
    if any(text.startswith("FunctionTool.call: ") for text in failed):
        return "raising tool"
    if calls_not_made(trace) > 0:
        return "unknown tool"
    parsed = trace.search_spans(name="ReActOutputParser.parse")
    if not any("response" in span.outputs for span in parsed):
        return "never finishes"
    return "healthy"


# %% wrong: only the first failed tool is looked at
# breaks: returns the first of these texts that fits, from the top of the table down, whichever mishap came first in time
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    failed = failures(trace)
    if any(text.startswith("ReActOutputParser.parse: ") for text in failed):
        return "unparseable output"
    of_tools = [text for text in failed if text.startswith("FunctionTool.call: ")]
    if of_tools:
        return "wrong arguments" if of_tools[0].endswith(": TypeError") else "raising tool"
    if calls_not_made(trace) > 0:
        return "unknown tool"
    parsed = trace.search_spans(name="ReActOutputParser.parse")
    if not any("response" in span.outputs for span in parsed):
        return "never finishes"
    return "healthy"


# %% wrong: unknown tool before raising tool
# breaks: the first of these texts that fits, from the top of the table down
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    failed = failures(trace)
    if any(text.startswith("ReActOutputParser.parse: ") for text in failed):
        return "unparseable output"
    if "FunctionTool.call: TypeError" in failed:
        return "wrong arguments"
    if calls_not_made(trace) > 0:
        return "unknown tool"
    if any(text.startswith("FunctionTool.call: ") for text in failed):
        return "raising tool"
    parsed = trace.search_spans(name="ReActOutputParser.parse")
    if not any("response" in span.outputs for span in parsed):
        return "never finishes"
    return "healthy"


# %% wrong: never finishes by the words of the answer
# breaks: neither a failed span of another name, nor the number of rounds, nor the words of an answer make an agent ill
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
    if str(trace.data.spans[0].outputs).find("without an answer") >= 0:
        return "never finishes"
    return "healthy"


# %% wrong: never finishes by the number of rounds
# breaks: neither a failed span of another name, nor the number of rounds, nor the words of an answer make an agent ill
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
    if len(trace.search_spans(name="ReActAgent.invoke_llm")) >= 20:
        return "never finishes"
    return "healthy"


# %% wrong: an empty response is none
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
    if not any(span.outputs.get("response") for span in parsed):
        return "never finishes"
    return "healthy"


# %% wrong: the word response anywhere in the outputs
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
    if not any("response" in str(span.outputs) for span in parsed):
        return "never finishes"
    return "healthy"


# %% wrong: only the last reply is looked at
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
    if "response" not in parsed[-1].outputs:
        return "never finishes"
    return "healthy"


# %% wrong: never finishes tested first
# breaks: the first of these texts that fits, from the top of the table down
def diagnose(trace: Trace) -> str:
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    parsed = trace.search_spans(name="ReActOutputParser.parse")
    if not any("response" in (span.outputs or {}) for span in parsed):
        return "never finishes"
    failed = failures(trace)
    if any(text.startswith("ReActOutputParser.parse: ") for text in failed):
        return "unparseable output"
    if "FunctionTool.call: TypeError" in failed:
        return "wrong arguments"
    if any(text.startswith("FunctionTool.call: ") for text in failed):
        return "raising tool"
    if calls_not_made(trace) > 0:
        return "unknown tool"
    return "healthy"
