# %% right: next over all spans
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    first = next(span for span in trace.data.spans if span.span_type == "CHAT_MODEL")
    return dict(first.attributes["usage"])


# %% right: unpacking, SpanType and get_attribute
from mlflow.entities import SpanType


def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    first, *_ = trace.search_spans(span_type=SpanType.CHAT_MODEL)
    return first.get_attribute("usage")


# %% right: a loop that returns at once
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    for span in trace.search_spans(span_type="CHAT_MODEL"):
        return {**span.attributes["usage"]}
    raise ValueError("This trace has no LLM call.")


# %% wrong: only the three usual keys
# breaks: some LLMs report more than these three
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    usage = trace.search_spans(span_type="CHAT_MODEL")[0].attributes["usage"]
    return {key: usage[key] for key in ("prompt_tokens", "completion_tokens", "total_tokens")}


# %% wrong: the first span with a usage
# breaks: a span of another type may have a `usage`, too
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    for span in trace.data.spans:
        if "usage" in span.attributes:
            return span.attributes["usage"]


# %% wrong: finds the LLM by its name
# breaks: Such a span has the type `CHAT_MODEL`, whatever its name
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    llm_calls = [
        span
        for span in trace.search_spans(span_type="CHAT_MODEL")
        if span.name.endswith(".achat")
    ]
    return llm_calls[0].attributes["usage"]


# %% wrong: the call with the smallest prompt
# breaks: the usage of the *first* LLM call of a trace
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    usages = [span.attributes["usage"] for span in trace.search_spans(span_type="CHAT_MODEL")]
    return min(usages, key=lambda usage: usage["prompt_tokens"])


# %% wrong: writes the total anew into the span's dict
# breaks: `trace.data.spans` and what the spans hold stay the same
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    usage = trace.search_spans(span_type="CHAT_MODEL")[0].attributes["usage"]
    usage["total_tokens"] = usage["prompt_tokens"] + usage["completion_tokens"]
    return usage
