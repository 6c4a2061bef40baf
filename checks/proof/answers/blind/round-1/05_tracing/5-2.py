# %% right: keeps the handler, keyword argument
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    handler = agent.run(input=question)
    await handler
    mlflow.flush_trace_async_logging(terminate=False)
    return mlflow.get_trace(trace_id=mlflow.get_last_active_trace_id())


# %% right: a helper that fetches
def last_trace() -> Trace:
    """Return the last trace of this process, when it is written."""
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    await agent.run(**{"input": question})
    return last_trace()


# %% right: complains where there is no trace
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    _answer = await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    if (last_id := mlflow.get_last_active_trace_id()) is None:
        raise RuntimeError("Nothing was traced: call start_tracing() first.")
    trace = mlflow.get_trace(last_id, flush=True)
    return trace


# %% wrong: runs twice, to be sure
# breaks: it runs the given agent once on the question
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


# %% wrong: does not flush
# breaks: just after a run its trace is not there yet. **Flush** first, which waits until all is written.
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    await agent.run(input=question)
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


# %% wrong: a fresh agent instead of the given one
# breaks: it runs the given agent once on the question
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    await ReActAgent(timeout=180).run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


# %% wrong: the id of the run before
# breaks: returns the trace of that run
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    mlflow.flush_trace_async_logging()
    trace_id = mlflow.get_last_active_trace_id()
    await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(trace_id or mlflow.get_last_active_trace_id())


# %% wrong: remembers the trace of each question
# breaks: it runs the given agent once on the question and returns the trace of that run
seen_traces = {}


async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    if question not in seen_traces:
        await agent.run(input=question)
        mlflow.flush_trace_async_logging()
        seen_traces[question] = mlflow.get_trace(mlflow.get_last_active_trace_id())
    return seen_traces[question]


# %% wrong: embellishes the question
# breaks: it runs the given agent once on the question
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    await agent.run(input=f"Question: {question}")
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


# %% wrong: sleeps instead of flushing
# breaks: **Flush** first, which waits until all is written.
import asyncio


async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    await agent.run(input=question)
    await asyncio.sleep(0.2)
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


# %% wrong: only the info of the trace
# breaks: `trace = await traced_run(agent, "What is 2 + 3?")` gives a `Trace`
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id()).info
