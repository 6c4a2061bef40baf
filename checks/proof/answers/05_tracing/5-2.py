# %% right: flushes while getting
async def traced_run(agent, question):
    """Run the agent on the question and return the trace of that run."""
    await agent.run(input=question)
    return mlflow.get_trace(mlflow.get_last_active_trace_id(), flush=True)

# %% right: searches for the newest trace
async def traced_run(agent, question):
    """Run the agent on the question and return the trace of that run."""
    answer = await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    newest = mlflow.search_traces(
        max_results=1, order_by=["timestamp_ms DESC"], return_type="list"
    )
    return newest[0]

# %% wrong: reads the trace before flushing
# check: returns_the_trace
# says: MLflow writes traces in the background
async def traced_run(agent, question):
    await agent.run(input=question)
    return mlflow.get_trace(mlflow.get_last_active_trace_id())

# %% wrong: flushes too early
# check: returns_the_trace
# says: flush
async def traced_run(agent, question):
    mlflow.flush_trace_async_logging()
    await agent.run(input=question)
    return mlflow.get_trace(mlflow.get_last_active_trace_id())

# %% wrong: returns the id
# check: returns_the_trace
# says: Give back the trace itself
async def traced_run(agent, question):
    await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_last_active_trace_id()

# %% wrong: returns the answer
# check: returns_the_trace
# says: Give back the trace itself
async def traced_run(agent, question):
    answer = await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    return answer

# %% wrong: always asks the lesson's question
# check: returns_the_trace
# says: pass the question on as it is
async def traced_run(agent, question):
    await agent.run(input="What is (123 + 456) * 789?")
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())

# %% wrong: takes the oldest trace
# check: returns_each_trace
# says: give the newest one
async def traced_run(agent, question):
    await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.search_traces(order_by=["timestamp_ms ASC"], return_type="list")[0]

# %% wrong: does not run the agent
# check: returns_the_trace
# says: did not run
async def traced_run(agent, question):
    mlflow.flush_trace_async_logging()
    return None

# %% wrong: runs another agent
# check: returns_the_trace
# says: remembers no question
async def traced_run(agent, question):
    await ReActAgent(timeout=180).run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())

# %% wrong: runs it twice
# check: returns_the_trace
# says: run it once
async def traced_run(agent, question):
    await agent.run(input=question)
    await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())

# %% wrong: makes the agent forget
# check: returns_each_trace
# says: leave its memory alone
async def traced_run(agent, question):
    agent.memory.reset()
    await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())
