# %% right: with the client, after the flush
from mlflow import MlflowClient


async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    handler = agent.run(input=question)
    await handler
    mlflow.flush_trace_async_logging()
    return MlflowClient().get_trace(mlflow.get_last_active_trace_id())


# %% right: id first, then flush
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    _ = await agent.run(input=question)
    if (trace_id := mlflow.get_last_active_trace_id()) is None:
        raise RuntimeError("Nothing was traced: call start_tracing() first.")
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(trace_id)


# %% right: flush in a finally and a helper
def _newest_trace() -> Trace:
    return mlflow.get_trace(trace_id=mlflow.get_last_active_trace_id(), flush=True)


async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    try:
        await agent.run(input=question)
    finally:
        mlflow.flush_trace_async_logging(terminate=False)
    return _newest_trace()


# %% wrong: remembers traces by question
# breaks: Each call is a run of its own, also with a question that came before.
_traces = {}


async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    if question not in _traces:
        await agent.run(input=question)
        mlflow.flush_trace_async_logging()
        _traces[question] = mlflow.get_trace(mlflow.get_last_active_trace_id())
    return _traces[question]


# %% wrong: an agent of its own instead of the given one
# breaks: it runs the given agent once on the question
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    agent = ReActAgent(timeout=180)
    await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


# %% wrong: flushes before the run
# breaks: just after a run its trace is not there yet. **Flush** first, which waits until all is written.
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    mlflow.flush_trace_async_logging()
    await agent.run(input=question)
    trace_id = mlflow.get_last_active_trace_id()
    return mlflow.get_trace(trace_id)


# %% wrong: runs again when the answer is empty
# breaks: it runs the given agent once on the question
# open: no check draws an agent whose answer is empty
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    answer = await agent.run(input=question)
    if not answer:
        await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


# %% wrong: tidies the question up
# breaks: it runs the given agent once on the question
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    await agent.run(input=" ".join(question.split()))
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())
