# %% right: without failures(), by walking through the steps
def diagnose(trace):
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    found, answered = set(), False
    for span in trace.data.spans:
        failed = span.status.status_code.value == "ERROR"
        if span.name == "ReActOutputParser.parse":
            if failed:
                found.add("unparseable output")
            answered = answered or "response" in (span.outputs or {})
        elif span.name == "FunctionTool.call" and failed:
            kind = span.events[0].attributes["exception.type"]
            found.add("wrong arguments" if kind == "TypeError" else "raising tool")
        elif span.name == "ReActAgent.handle_tool_calls":
            below = [one for one in trace.data.spans if one.parent_id == span.span_id]
            if len(below) < len(span.inputs["ev"]["tool_calls"]):
                found.add("unknown tool")
    for verdict in ("unparseable output", "wrong arguments", "raising tool", "unknown tool"):
        if verdict in found:
            return verdict
    return "healthy" if answered else "never finishes"

# %% right: a table of tests
def diagnose(trace):
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    failed = failures(trace)
    parsed = [span.outputs or {} for span in trace.search_spans(name="ReActOutputParser.parse")]
    rows = {
        "unparseable output": any(one.split(":")[0] == "ReActOutputParser.parse" for one in failed),
        "wrong arguments": "FunctionTool.call: TypeError" in failed,
        "raising tool": any(one.startswith("FunctionTool.call:") for one in failed),
        "unknown tool": calls_not_made(trace),
        "never finishes": not [one for one in parsed if "response" in one],
        "healthy": True,
    }
    return next(verdict for verdict, fits in rows.items() if fits)

# %% wrong: always says the same
# check: recognises_an_unknown_tool
# says: has no FunctionTool span
def diagnose(trace):
    return "healthy"

# %% wrong: looks at the run's status
# check: recognises_unparseable_output
# says: Any exception counts, not ValueError alone.
def diagnose(trace):
    return "healthy" if trace.info.state.value == "OK" else "raising tool"

# %% wrong: looks at the question only
# check: recognises_wrong_arguments
# says: TypeError
def diagnose(trace):
    question = trace.data.spans[0].inputs.get("input")
    return {"What is 2 + 3?": "unknown tool"}.get(question, "healthy")

# %% wrong: knows only the offline LLM's unknown tool
# check: knows_any_unknown_tool
# says: Compare
def diagnose(trace):
    if "calculator" in str([span.inputs for span in trace.data.spans]):
        return "unknown tool"
    return "healthy"

# %% wrong: calls every failed tool a raising tool
# check: recognises_wrong_arguments
# says: TypeError
def diagnose(trace):
    if any(one.startswith("FunctionTool.call: ") for one in failures(trace)):
        return "raising tool"
    return "unparseable output" if failures(trace) else "healthy"

# %% wrong: counts rounds
# check: is_not_misled_by_words
# says: Neither the number of rounds
def diagnose(trace):
    if len(trace.search_spans(span_type="CHAT_MODEL")) > 3:
        return "never finishes"
    return "healthy"

# %% wrong: an agent is endless when it repeats a call
# check: knows_any_endless_agent
# says: the numbers need not repeat
def diagnose(trace):
    calls = [str(span.inputs) for span in trace.search_spans(name="FunctionTool.call")]
    return "never finishes" if len(calls) > len(set(calls)) else "healthy"

# %% wrong: searches the answer for words
# check: is_not_misled_by_words
# says: words of the answer
def diagnose(trace):
    answer = str(trace.data.spans[0].outputs)
    for word, verdict in (("stopped", "never finishes"), ("rror", "raising tool")):
        if word in answer:
            return verdict
    return "healthy"

# %% wrong: looks at the last tool call only
# check: knows_any_raising_tool
# says: a tool's span in it failed
def diagnose(trace):
    calls = trace.search_spans(name="FunctionTool.call")
    if calls and calls[-1].events:
        kind = calls[-1].events[0].attributes["exception.type"]
        return "wrong arguments" if kind == "TypeError" else "raising tool"
    return "healthy"


# %% wrong: capital letters
# check: recognises_health
# says: none of the six texts
def diagnose(trace):
    return "Healthy"

# %% wrong: a parser fails with ValueError only
# check: takes_the_first_that_fits
# says: a span ReActOutputParser.parse failed, with any exception
def diagnose(trace):
    failed = failures(trace)
    if "ReActOutputParser.parse: ValueError" in failed:
        return "unparseable output"
    if "FunctionTool.call: TypeError" in failed:
        return "wrong arguments"
    if any(text.startswith("FunctionTool.call: ") for text in failed):
        return "raising tool"
    if calls_not_made(trace):
        return "unknown tool"
    parsed = trace.search_spans(name="ReActOutputParser.parse")
    return "healthy" if any("response" in (one.outputs or {}) for one in parsed) else "never finishes"

# %% wrong: whatever else failed is a tool
# check: takes_the_first_that_fits
# says: neither a parser's nor a tool's
def diagnose(trace):
    failed = failures(trace)
    if any(text.startswith("ReActOutputParser.parse: ") for text in failed):
        return "unparseable output"
    if "FunctionTool.call: TypeError" in failed:
        return "wrong arguments"
    if failed:
        return "raising tool"
    if calls_not_made(trace):
        return "unknown tool"
    parsed = trace.search_spans(name="ReActOutputParser.parse")
    return "healthy" if any("response" in one.outputs for one in parsed) else "never finishes"

# %% wrong: the first in time
# check: takes_the_first_that_fits
# says: The uppermost of them counts
def diagnose(trace):
    for text in failures(trace):
        if text.startswith("ReActOutputParser.parse: "):
            return "unparseable output"
        if text == "FunctionTool.call: TypeError":
            return "wrong arguments"
        if text.startswith("FunctionTool.call: "):
            return "raising tool"
    if calls_not_made(trace):
        return "unknown tool"
    parsed = trace.search_spans(name="ReActOutputParser.parse")
    return "healthy" if any("response" in one.outputs for one in parsed) else "never finishes"

# %% wrong: a step without any call
# check: takes_the_first_that_fits
# says: a tool call was asked for and not made
def diagnose(trace):
    failed = failures(trace)
    if any(text.startswith("ReActOutputParser.parse: ") for text in failed):
        return "unparseable output"
    if "FunctionTool.call: TypeError" in failed:
        return "wrong arguments"
    if any(text.startswith("FunctionTool.call: ") for text in failed):
        return "raising tool"
    for step in trace.search_spans(name="ReActAgent.handle_tool_calls"):
        if not children(trace, step.span_id):
            return "unknown tool"
    parsed = trace.search_spans(name="ReActOutputParser.parse")
    return "healthy" if any("response" in one.outputs for one in parsed) else "never finishes"

# %% wrong: guesses
# check: takes_the_first_that_fits
# says: .
def diagnose(trace):
    import random

    return random.choice(
        "unparseable output,wrong arguments,raising tool,unknown tool,never finishes,healthy".split(",")
    )

# %% wrong: takes an empty response for none
# check: is_not_misled_by_words
# says: It is empty, and counts
def diagnose(trace):
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
    if not any((span.outputs or {}).get("response") for span in parsed):
        return "never finishes"
    return "healthy"

# %% wrong: looks for the response in spans that have no outputs
# check: recognises_an_endless_agent
# says: A span may have no inputs, no outputs
def diagnose(trace):
    failed = failures(trace)
    if any(text.startswith("ReActOutputParser.parse: ") for text in failed):
        return "unparseable output"
    if "FunctionTool.call: TypeError" in failed:
        return "wrong arguments"
    if any(text.startswith("FunctionTool.call: ") for text in failed):
        return "raising tool"
    if calls_not_made(trace) > 0:
        return "unknown tool"
    if not any("response" in span.outputs for span in trace.data.spans):
        return "never finishes"
    return "healthy"
