# %% right: watches the handler's stream, and asks the client
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    handler = agent.run(input=question)
    async for _ in handler.stream_events():
        pass
    await handler
    mlflow.flush_trace_async_logging()
    client = mlflow.MlflowClient()
    return client.get_trace(mlflow.get_last_active_trace_id())


# %% right: the one trace that was not there before, by search
def written_traces() -> dict[str, Trace]:
    """Return all traces of the active experiment by id, when all is written."""
    mlflow.flush_trace_async_logging()
    return {found.info.trace_id: found for found in mlflow.search_traces(return_type="list")}


async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    before = written_traces()
    await agent.run(input=question)
    after = written_traces()
    (new,) = [found for trace_id, found in after.items() if trace_id not in before]
    return new


# %% right: id first, then flush and fetch in a thread
import asyncio


def fetch_when_written(trace_id: str) -> Trace:
    """Wait until all traces are written, and get this one."""
    mlflow.flush_trace_async_logging()
    found = mlflow.get_trace(trace_id, flush=True)
    if found is None:
        raise LookupError(f"no trace {trace_id}")
    return found


async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    run = agent.run(input=question)
    await run
    trace_id = mlflow.get_last_active_trace_id()
    return await asyncio.to_thread(fetch_when_written, trace_id)


# %% wrong: does not wait until it is written
# breaks: After the run **flush**, which waits until all is written.
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    mlflow.flush_trace_async_logging()
    await agent.run(input=question)
    trace_id = mlflow.get_last_active_trace_id()
    return mlflow.get_trace(trace_id)


# %% wrong: a fresh agent each time
# breaks: it runs the given agent once on the question and returns the trace of that run
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    fresh = ReActAgent(timeout=180)
    await fresh.run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


# %% wrong: keeps the trace of a question that came before
# breaks: Each call is a run of its own, also with a question that came before.
_traces: dict = {}


async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    key = (id(agent), question)
    if key not in _traces:
        await agent.run(input=question)
        mlflow.flush_trace_async_logging()
        _traces[key] = mlflow.get_trace(mlflow.get_last_active_trace_id())
    return _traces[key]


# %% wrong: a span of its own around the run
# breaks: whose root is the span `ReActAgent.run`
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    with mlflow.start_span(name="traced_run") as span:
        span.set_inputs({"question": question})
        await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(span.trace_id)


# %% wrong: takes the oldest trace that a search gives
# breaks: returns the trace of that run
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    traces = mlflow.search_traces(return_type="list", order_by=["timestamp_ms ASC"])
    return traces[0]


# %% wrong: one run for the answer, one more for the trace
# breaks: it runs the given agent once on the question
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    trace = mlflow.get_trace(mlflow.get_last_active_trace_id())
    if trace is None or trace.data.spans[0].outputs != "":
        await agent.run(input=question)  # now that MLflow is warm
        mlflow.flush_trace_async_logging()
        trace = mlflow.get_trace(mlflow.get_last_active_trace_id())
    return trace
