# %% right: next over all spans
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    return next(
        span.attributes["usage"] for span in trace.data.spans if span.span_type == "CHAT_MODEL"
    )


# %% right: SpanType, unpacking and get_attribute
from mlflow.entities import SpanType


def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    first, *_others = trace.search_spans(span_type=SpanType.CHAT_MODEL)
    return first.get_attribute("usage")


# %% right: a loop, and a copy of the dict
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    for llm_call in trace.search_spans(span_type="CHAT_MODEL"):
        return dict(llm_call.attributes["usage"])
    raise ValueError("no LLM was called in this trace")


# %% wrong: the last call
# breaks: the usage of the *first* LLM call of a trace
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    return trace.search_spans(span_type="CHAT_MODEL")[-1].attributes["usage"]


# %% wrong: the three fields only
# breaks: as the LLM reported it ... some LLMs report more than these three
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    usage = trace.search_spans(span_type="CHAT_MODEL")[0].attributes["usage"]
    return {key: usage[key] for key in ("prompt_tokens", "completion_tokens", "total_tokens")}


# %% wrong: the smallest call
# breaks: the usage of the *first* LLM call of a trace
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    usages = [span.attributes["usage"] for span in trace.search_spans(span_type="CHAT_MODEL")]
    return min(usages, key=lambda usage: usage["prompt_tokens"])


# %% wrong: the sum of all calls
# breaks: the usage of the *first* LLM call of a trace
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    total = {}
    for span in trace.search_spans(span_type="CHAT_MODEL"):
        for key, value in span.attributes["usage"].items():
            if isinstance(value, int):
                total[key] = total.get(key, 0) + value
    return total


# %% wrong: MLflow's own count
# breaks: as the LLM reported it. That is a dict such as `{"prompt_tokens": 628, "completion_tokens": 34, "total_tokens": 662}`
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    return trace.search_spans(span_type="CHAT_MODEL")[0].attributes["mlflow.chat.tokenUsage"]


# %% wrong: the total is worked out anew
# breaks: as the LLM reported it
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    usage = trace.search_spans(span_type="CHAT_MODEL")[0].attributes["usage"]
    return {**usage, "total_tokens": usage["prompt_tokens"] + usage["completion_tokens"]}


# %% wrong: the first span of any type with a usage
# breaks: Such a span has the type `CHAT_MODEL`.
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    return next(span.attributes["usage"] for span in trace.data.spans if "usage" in span.attributes)


# %% wrong: strips the trace's own dict
# breaks: Whoever reads a trace leaves it as it is
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    usage = trace.search_spans(span_type="CHAT_MODEL")[0].attributes["usage"]
    for key in list(usage):
        if not key.endswith("_tokens"):
            del usage[key]
    return usage


# %% wrong: empty and nested entries left out
# breaks: as the LLM reported it ... some LLMs report more than these three
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    usage = trace.search_spans(span_type="CHAT_MODEL")[0].attributes["usage"]
    return {key: value for key, value in usage.items() if value and isinstance(value, int)}


# %% wrong: looks for the LLM below the first invoke_llm by name
# breaks: the usage of the *first* LLM call of a trace
def first_token_usage(trace: Trace) -> dict:
    """Return the token usage of the first LLM call, as the LLM reported it."""
    step = trace.search_spans(name="ReActAgent.invoke_llm")[0]
    return children(trace, step.span_id)[0].attributes["usage"]
