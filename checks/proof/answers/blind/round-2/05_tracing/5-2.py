# %% right: handler kept and awaited, one expression at the end
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    handler = agent.run(input=question)
    await handler
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


# %% right: helper function that fetches the last trace
def last_trace() -> Trace:
    """Wait until all traces are written and return the newest of this process."""
    mlflow.flush_trace_async_logging(terminate=False)
    newest = mlflow.get_last_active_trace_id()
    return mlflow.get_trace(trace_id=newest, flush=True)


async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    _answer = await agent.run(input=question)
    return last_trace()


# %% right: events of the run read along, then its result awaited
from mlflow import flush_trace_async_logging, get_last_active_trace_id, get_trace


async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    handler = agent.run(input=question)
    async for _event in handler.stream_events():
        pass
    await handler
    flush_trace_async_logging()
    return get_trace(get_last_active_trace_id())


# %% wrong: flushes before the run
# breaks: just after a run its trace is not there yet. **Flush** first, which waits until all is written.
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    mlflow.flush_trace_async_logging()
    await agent.run(input=question)
    trace_id = mlflow.get_last_active_trace_id()
    return mlflow.get_trace(trace_id)


# %% wrong: sleeps and hopes instead of flushing
# breaks: **Flush** first, which waits until all is written.
import asyncio


async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    await agent.run(input=question)
    await asyncio.sleep(1)
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


# %% wrong: runs the agent twice
# breaks: it runs the given agent once on the question
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    answer = await agent.run(input=question)
    if answer:
        await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


# %% wrong: runs a fresh agent instead of the given one
# breaks: it runs the given agent once on the question
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    fresh = ReActAgent(timeout=180)
    await fresh.run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


# %% wrong: asks the example's question always
# breaks: it runs the given agent once on the question and returns the trace of that run
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    await agent.run(input="What is (123 + 456) * 789?")
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


# %% wrong: remembers the trace of a question asked before
# breaks: it runs the given agent once on the question and returns the trace of that run
traces_so_far: dict[str, Trace] = {}


async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    if question not in traces_so_far:
        await agent.run(input=question)
        mlflow.flush_trace_async_logging()
        traces_so_far[question] = mlflow.get_trace(mlflow.get_last_active_trace_id())
    return traces_so_far[question]
