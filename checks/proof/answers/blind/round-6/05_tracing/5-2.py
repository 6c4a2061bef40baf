# %% right: handler first, id before the flush
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    handler = agent.run(input=question)
    await handler
    trace_id = mlflow.get_last_active_trace_id()
    mlflow.flush_trace_async_logging(terminate=False)
    return mlflow.get_trace(trace_id=trace_id)


# %% right: search the newest trace, with flush
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    await agent.run(input=question)
    (newest,) = mlflow.search_traces(
        max_results=1, order_by=["timestamp DESC"], return_type="list", flush=True
    )
    return newest


# %% right: flush in finally, get it by the client
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""

    def last_trace() -> Trace:
        client = mlflow.MlflowClient()
        return client.get_trace(mlflow.get_last_active_trace_id(), display=False)

    try:
        await agent.run(input=question)
    finally:
        mlflow.flush_trace_async_logging()
    return last_trace()


# %% wrong: no flush
# breaks: After the run **flush**, which waits until all is written.
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    await agent.run(input=question)
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


# %% wrong: keeps traces by question
# breaks: Each call is a run of its own, also with a question that came before
traces_by_question = {}


async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    if question not in traces_by_question:
        await agent.run(input=question)
        mlflow.flush_trace_async_logging()
        trace_id = mlflow.get_last_active_trace_id()
        traces_by_question[question] = mlflow.get_trace(trace_id)
    return traces_by_question[question]


# %% wrong: a span of its own around the run
# breaks: returns the trace of that run, whose root is the span `ReActAgent.run`
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    with mlflow.start_span(name="traced_run") as span:
        await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(span.trace_id)


# %% wrong: runs a fresh agent with the same tools
# breaks: it runs the given agent once on the question
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    fresh = ReActAgent(timeout=180, tools=agent.tools, max_rounds=agent.max_rounds)
    await fresh.run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


# %% wrong: the oldest trace with this question
# breaks: returns the trace of that run
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    traces = mlflow.search_traces(return_type="list", order_by=["timestamp ASC"])
    for trace in traces:
        if question in str(trace.data.spans[0].inputs):
            return trace
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


# %% wrong: a first run to warm up
# breaks: it runs the given agent once on the question
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    for _ in range(2):  # the first run also loads what it needs, and would look slow
        await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())
