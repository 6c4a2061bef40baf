# %% right: goes through all spans
def first_token_usage(trace):
    """Return the token usage of the first LLM call, as the LLM reported it."""
    for span in sorted(trace.data.spans, key=lambda one: one.start_time_ns):
        if span.get_attribute("mlflow.spanType") == "CHAT_MODEL":
            return span.attributes["usage"]

# %% right: next, and with get_attribute
def first_token_usage(trace):
    """Return the token usage of the first LLM call, as the LLM reported it."""
    first = next(span for span in trace.data.spans if span.span_type == "CHAT_MODEL")
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

# %% wrong: the smallest usage
# check: reads_the_usage_from_the_trace
# says: The first
def first_token_usage(trace):
    usages = [span.attributes["usage"] for span in trace.search_spans(span_type="CHAT_MODEL")]
    return min(usages, key=lambda one: one["total_tokens"])

# %% wrong: puts three numbers together again
# check: reads_the_usage_from_the_trace
# says: all of it
def first_token_usage(trace):
    usage = trace.search_spans(span_type="CHAT_MODEL")[0].attributes["usage"]
    return {name: usage[name] for name in ("prompt_tokens", "completion_tokens", "total_tokens")}

# %% wrong: only calls by the agent
# check: takes_a_question_by_hand_for_the_first
# says: The first span of the type CHAT_MODEL
def first_token_usage(trace):
    (step, *_) = trace.search_spans(name="ReActAgent.invoke_llm")
    for span in trace.search_spans(span_type="CHAT_MODEL"):
        if span.parent_id == step.span_id:
            return span.attributes["usage"]

# %% wrong: the last but one
# check: reads_the_usage_from_the_trace
# says: in its attribute `usage`
def first_token_usage(trace):
    return trace.search_spans(span_type="CHAT_MODEL")[-2].attributes["usage"]

# %% wrong: knows the LLM of the lesson only
# check: gives_the_first_usage
# says: exception
def first_token_usage(trace):
    return trace.search_spans(name="OfflineLLM.achat")[0].attributes["usage"]
