# %% right: a handler, and flushing in a thread
import asyncio


async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    handler = agent.run(input=question)
    await handler
    trace_id = mlflow.get_last_active_trace_id()
    await asyncio.to_thread(mlflow.flush_trace_async_logging)
    return mlflow.get_trace(trace_id)


# %% right: a start event, and the client
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    await agent.run(start_event=StartEvent(input=question))
    mlflow.flush_trace_async_logging()
    client = mlflow.MlflowClient()
    return client.get_trace(mlflow.get_last_active_trace_id())


# %% right: also for a run that raises, by a search that flushes
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    try:
        await agent.run(input=question)
    except Exception as error:
        print("The run failed:", error)
    trace_id = mlflow.get_last_active_trace_id()
    for trace in mlflow.search_traces(return_type="list", flush=True):
        if trace.info.trace_id == trace_id:
            return trace
    raise LookupError(f"There is no trace {trace_id}.")


# %% wrong: keeps the traces by question
# breaks: Each call is a run of its own, also with a question that came before.
traces = {}


async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    key = (id(agent), question)
    if key not in traces:
        await agent.run(input=question)
        mlflow.flush_trace_async_logging()
        traces[key] = mlflow.get_trace(mlflow.get_last_active_trace_id())
    return traces[key]


# %% wrong: runs the agent twice
# breaks: it runs the given agent once on the question
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    handler = agent.run(input=question)
    result = await handler
    if result is not None:
        await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    trace_id = mlflow.get_last_active_trace_id()
    return mlflow.get_trace(trace_id)


# %% wrong: a fresh copy runs in place of the agent
# breaks: it runs the given agent once on the question
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    fresh = ReActAgent(tools=agent.tools, max_rounds=agent.max_rounds, timeout=180)
    await fresh.run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


# %% wrong: the oldest trace of the experiment
# breaks: returns the trace of that run
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    traces = mlflow.search_traces(return_type="list", order_by=["timestamp_ms ASC"])
    return traces[0]


# %% wrong: waits for a while and does not flush
# breaks: **Flush** first, which waits until all is written.
import asyncio


async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    await agent.run(input=question)
    await asyncio.sleep(1)
    trace_id = mlflow.get_last_active_trace_id()
    return mlflow.get_trace(trace_id)


# %% wrong: the run is inside a span of its own
# breaks: The children of the root are named `ReActAgent.new_user_msg`, `ReActAgent.prepare_llm_prompt` and so on.
async def traced_run(agent: ReActAgent, question: str) -> Trace:
    """Run the agent once on the question and return the trace of that run."""
    with mlflow.start_span(name="traced_run") as span:
        await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(span.trace_id)
