# %% right: first of the spans with this type
from mlflow.entities import SpanType


def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    first = next(span for span in trace.data.spans if span.span_type == SpanType.CHAT_MODEL)
    return first.get_attribute("usage")


# %% right: the one that began earliest, as a copy
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    llm_calls = trace.search_spans(span_type="CHAT_MODEL")
    earliest = min(llm_calls, key=lambda call: call.start_time_ns)
    return dict(earliest.attributes["usage"])


# %% right: unpacked in a loop
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    for span in trace.search_spans(span_type="CHAT_MODEL"):
        return {**span.attributes["usage"]}
    raise ValueError("this trace has no LLM call")


# %% wrong: the first span with a usage, of whatever type
# breaks: Such a span has the type `CHAT_MODEL`, whatever its name; a span of another type may have a `usage`, too.
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    for span in trace.data.spans:
        if "usage" in span.attributes:
            return span.attributes["usage"]


# %% wrong: by the span's name
# breaks: Such a span has the type `CHAT_MODEL`, whatever its name
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    llm_calls = [span for span in trace.data.spans if span.name.endswith(".achat")]
    return llm_calls[0].attributes["usage"]


# %% wrong: three keys only
# breaks: some LLMs report more than these three
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    usage = trace.search_spans(span_type="CHAT_MODEL")[0].attributes["usage"]
    return {key: usage[key] for key in ("prompt_tokens", "completion_tokens", "total_tokens")}


# %% wrong: the cheapest call
# breaks: the usage of the *first* LLM call of a trace
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    # each prompt repeats all that came before, so the first one is the shortest
    usages = [span.attributes["usage"] for span in trace.search_spans(span_type="CHAT_MODEL")]
    return min(usages, key=lambda usage: usage["total_tokens"])


# %% wrong: writes into the span's own usage
# breaks: leaves it as it is: `trace.data.spans` and what the spans hold stay the same.
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    llm_calls = trace.search_spans(span_type="CHAT_MODEL")
    usage = llm_calls[0].attributes["usage"]
    reported = dict(usage)
    usage["llm_calls"] = len(llm_calls)  # handy for whoever prints it
    return reported


# %% wrong: without what is zero or nested
# breaks: the usage of the *first* LLM call of a trace, as the LLM reported it
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    usage = trace.search_spans(span_type="CHAT_MODEL")[0].attributes["usage"]
    return {key: count for key, count in usage.items() if isinstance(count, int) and count > 0}
