# %% right: goes through all spans
def first_token_usage(trace):
    """Return the token usage of the first LLM call, as the LLM reported it."""
    for span in sorted(trace.data.spans, key=lambda one: one.start_time_ns):
        if "usage" in span.attributes:
            return span.attributes["usage"]

# %% right: by the name of the span, and with get_attribute
def first_token_usage(trace):
    """Return the token usage of the first LLM call, as the LLM reported it."""
    first = next(span for span in trace.data.spans if span.name.endswith(".achat"))
    return first.get_attribute("usage")

# %% wrong: takes the last LLM call
# check: gives_the_first_usage
# says: the last LLM call
def first_token_usage(trace):
    return trace.search_spans(span_type="CHAT_MODEL")[-1].attributes["usage"]

# %% wrong: sums all usages
# check: gives_the_first_usage
# says: the whole run
def first_token_usage(trace):
    total = {}
    for span in trace.search_spans(span_type="CHAT_MODEL"):
        for name, count in span.attributes["usage"].items():
            total[name] = total.get(name, 0) + count
    return total

# %% wrong: MLflow's summary of the span
# check: gives_the_first_usage
# says: MLflow's own summary
def first_token_usage(trace):
    return trace.search_spans(span_type="CHAT_MODEL")[0].attributes["mlflow.chat.tokenUsage"]

# %% wrong: all of them
# check: gives_the_first_usage
# says: the first one alone
def first_token_usage(trace):
    return [span.attributes["usage"] for span in trace.search_spans(span_type="CHAT_MODEL")]

# %% wrong: hard-codes what the offline LLM uses
# check: reads_the_usage_from_the_trace
# says: in its attribute `usage`
def first_token_usage(trace):
    return {"prompt_tokens": 628, "completion_tokens": 34, "total_tokens": 662}
