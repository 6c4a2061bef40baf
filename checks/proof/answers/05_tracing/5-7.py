# %% right: without failures(), by walking through the steps
def diagnose(trace):
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    children = {}
    for span in trace.data.spans:
        children.setdefault(span.parent_id, []).append(span)
    answered = False
    for span in trace.data.spans:
        failed = span.status.status_code.value == "ERROR"
        if span.name == "ReActOutputParser.parse":
            if failed:
                return "unparseable output"
            answered = answered or "response" in span.outputs
        elif span.name == "FunctionTool.call" and failed:
            kind = span.events[0].attributes["exception.type"]
            return "wrong arguments" if kind == "TypeError" else "raising tool"
        elif span.name == "ReActAgent.handle_tool_calls" and not children.get(span.span_id):
            return "unknown tool"
    return "healthy" if answered else "never finishes"

# %% right: compares the tools asked for with those the prompt offers
import re

def diagnose(trace):
    """Return what is wrong with the agent that left this trace, or "healthy"."""
    failed = failures(trace)
    for start, verdict in (
        ("ReActOutputParser", "unparseable output"),
        ("FunctionTool.call: TypeError", "wrong arguments"),
        ("FunctionTool.call", "raising tool"),
    ):
        if any(one.startswith(start) for one in failed):
            return verdict
    parsed = [span.outputs or {} for span in trace.search_spans(name="ReActOutputParser.parse")]
    first = trace.search_spans(span_type="CHAT_MODEL")[0]
    offered = set(re.findall(r"Tool Name: (\w+)", str(first.inputs)))
    asked = {one["action"] for one in parsed if "action" in one}
    if asked - offered:
        return "unknown tool"
    return "healthy" if "response" in parsed[-1] else "never finishes"

# %% wrong: always says the same
# check: recognises_an_unknown_tool
# says: has no FunctionTool span below
def diagnose(trace):
    return "healthy"

# %% wrong: looks at the run's status
# check: recognises_unparseable_output
# says: the parser's
def diagnose(trace):
    return "healthy" if trace.info.state.value == "OK" else "raising tool"

# %% wrong: looks at the question only
# check: recognises_wrong_arguments
# says: TypeError
def diagnose(trace):
    question = trace.data.spans[0].inputs["input"]
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
    if any(one.startswith("FunctionTool.call") for one in failures(trace)):
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
