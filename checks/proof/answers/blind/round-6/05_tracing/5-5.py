# %% right: next over all spans
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    first = next(span for span in trace.data.spans if span.span_type == "CHAT_MODEL")
    return first.get_attribute("usage")


# %% right: SpanType, unpacking and a copy
from copy import deepcopy

from mlflow.entities import SpanType


def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    first, *_ = trace.search_spans(span_type=SpanType.CHAT_MODEL)
    return deepcopy(first.attributes["usage"])


# %% right: the one that began earliest
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    llm_calls = trace.search_spans(span_type="CHAT_MODEL")
    earliest = min(llm_calls, key=lambda span: span.start_time_ns)
    return {key: value for key, value in earliest.attributes["usage"].items()}


# %% wrong: by the name of the span
# breaks: Such a span has the type `CHAT_MODEL`, whatever its name
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    llm_calls = [span for span in trace.data.spans if span.name.endswith(".achat")]
    return llm_calls[0].attributes["usage"]


# %% wrong: the first span with a usage
# breaks: a span of another type may have a `usage`, too
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    for span in trace.data.spans:
        if "usage" in span.attributes:
            return span.attributes["usage"]


# %% wrong: the three known keys only
# breaks: some LLMs report more than these three
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    usage = trace.search_spans(span_type="CHAT_MODEL")[0].attributes["usage"]
    return {key: usage[key] for key in ("prompt_tokens", "completion_tokens", "total_tokens")}


# %% wrong: the total worked out anew
# breaks: the usage of the *first* LLM call of a trace, as the LLM reported it
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    usage = dict(trace.search_spans(span_type="CHAT_MODEL")[0].attributes["usage"])
    usage["total_tokens"] = usage["prompt_tokens"] + usage["completion_tokens"]
    return usage


# %% wrong: the last call
# breaks: the usage of the *first* LLM call of a trace
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    usage = {}
    for span in trace.search_spans(span_type="CHAT_MODEL"):
        usage.update(span.attributes["usage"])
    return usage


# %% wrong: sorts the spans of the trace in place
# breaks: leaves it as it is: `trace.data.spans` and what the spans hold stay the same
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    trace.data.spans.sort(key=lambda span: span.span_type != "CHAT_MODEL")
    return trace.data.spans[0].attributes["usage"]
