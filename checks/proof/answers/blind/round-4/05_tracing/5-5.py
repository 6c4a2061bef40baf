# %% right: the first that fits, by its type
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    for span in trace.data.spans:
        if span.span_type == "CHAT_MODEL":
            return span.get_attribute("usage")
    raise ValueError("This trace has no LLM call.")


# %% right: unpacked, and a copy of the dict
from copy import deepcopy

from mlflow.entities import SpanType


def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    first, *_ = trace.search_spans(span_type=SpanType.CHAT_MODEL)
    return deepcopy(first.attributes["usage"])


# %% right: the earliest start
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    calls = trace.search_spans(span_type="CHAT_MODEL")
    earliest = min(calls, key=lambda span: span.start_time_ns)
    return {**earliest.attributes["usage"]}


# %% wrong: only the three numbers of the example
# breaks: some LLMs report more than these three
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    usage = trace.search_spans(span_type="CHAT_MODEL")[0].attributes["usage"]
    return {key: usage[key] for key in ("prompt_tokens", "completion_tokens", "total_tokens")}


# %% wrong: the first span that has a usage
# breaks: a span of another type may have a `usage`, too
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    return next(
        span.attributes["usage"] for span in trace.data.spans if "usage" in span.attributes
    )


# %% wrong: goes by the name of the span
# breaks: Such a span has the type `CHAT_MODEL`, whatever its name
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    llm_calls = [span for span in trace.data.spans if span.name.endswith(".achat")]
    return llm_calls[0].attributes["usage"]


# %% wrong: the call with the shortest prompt
# breaks: the usage of the *first* LLM call of a trace
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    usages = [span.attributes["usage"] for span in trace.search_spans(span_type="CHAT_MODEL")]
    return min(usages, key=lambda usage: usage["prompt_tokens"])


# %% wrong: adds the total up itself
# breaks: the usage of the *first* LLM call of a trace, as the LLM reported it
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    usage = dict(trace.search_spans(span_type="CHAT_MODEL")[0].attributes["usage"])
    usage["total_tokens"] = usage["prompt_tokens"] + usage["completion_tokens"]
    return usage


# %% wrong: tidies up the dict inside the span
# breaks: Whoever reads a trace, here and in 5.4 to 5.10, leaves it as it is: `trace.data.spans` and what the spans hold stay the same.
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    llm_calls = trace.search_spans(span_type="CHAT_MODEL")
    first = dict(llm_calls[0].attributes["usage"])
    for span in llm_calls:
        usage = span.attributes["usage"]
        for key in list(usage):
            if key not in ("prompt_tokens", "completion_tokens", "total_tokens"):
                del usage[key]
    return first
