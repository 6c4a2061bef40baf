# %% right: next over all spans
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    first = next(span for span in trace.data.spans if span.span_type == "CHAT_MODEL")
    return first.get_attribute("usage")


# %% right: SpanType and unpacking
from mlflow.entities import SpanType


def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    first, *_ = trace.search_spans(span_type=SpanType.CHAT_MODEL)
    return dict(first.attributes["usage"])


# %% right: loop that returns at the first one
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    for span in trace.search_spans(span_type="CHAT_MODEL"):
        attributes = span.attributes
        return attributes["usage"]
    raise ValueError("no LLM call in this trace")


# %% wrong: only the three well-known numbers
# breaks: some LLMs report more than these three
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    usage = trace.search_spans(span_type="CHAT_MODEL")[0].attributes["usage"]
    return {key: usage[key] for key in ("prompt_tokens", "completion_tokens", "total_tokens")}


# %% wrong: the call with the shortest prompt
# breaks: the usage of the *first* LLM call of a trace
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    usages = [span.attributes["usage"] for span in trace.search_spans(span_type="CHAT_MODEL")]
    return min(usages, key=lambda usage: usage["prompt_tokens"])


# %% wrong: found by the name achat
# breaks: Such a span has the type `CHAT_MODEL`.
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    calls = [span for span in trace.data.spans if span.name.endswith(".achat")]
    return calls[0].attributes["usage"]


# %% wrong: first span of any type that has a usage
# breaks: Such a span has the type `CHAT_MODEL`.
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    for span in trace.data.spans:
        if "usage" in span.attributes:
            return span.attributes["usage"]


# %% wrong: the total worked out anew
# breaks: as the LLM reported it
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    usage = dict(trace.search_spans(span_type="CHAT_MODEL")[0].attributes["usage"])
    usage["total_tokens"] = usage["prompt_tokens"] + usage["completion_tokens"]
    return usage


# %% wrong: the last call, which is the first where there is one only
# breaks: the usage of the *first* LLM call of a trace
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    for span in trace.search_spans(span_type="CHAT_MODEL"):
        usage = span.attributes["usage"]
    return usage
