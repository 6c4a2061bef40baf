# %% right: a loop over the steps
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    observations = []
    for reasoning in await handler.ctx.store.get("steps"):
        if isinstance(reasoning, ObservationReasoningStep):
            observations.append(reasoning.observation)
    return answer, observations


# %% right: watches the stream to its end first
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    run = agent.run(input=question)
    async for _ in run.stream_events():
        pass
    answer = await run
    state = await run.ctx.store.get_state()
    found = filter(lambda one: isinstance(one, ObservationReasoningStep), state["steps"])
    return answer, [one.observation for one in found]


# %% right: a Context made beforehand
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    context = Context(agent)
    answer = await agent.run(ctx=context, input=question)
    steps = await context.store.get("steps", default=[])
    texts = [one.observation for one in steps if isinstance(one, ObservationReasoningStep)]
    return (answer, texts)


# %% wrong: leaves empty observations out
# breaks: each observation is there as it is stored, also an empty or a repeated one.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    steps = await handler.ctx.store.get("steps")
    texts = [getattr(one, "observation", None) for one in steps]
    return answer, [text for text in texts if text]


# %% wrong: each text once
# breaks: each observation is there as it is stored, also an empty or a repeated one.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    steps = await handler.ctx.store.get("steps")
    texts = [one.observation for one in steps if isinstance(one, ObservationReasoningStep)]
    return answer, list(dict.fromkeys(texts))


# %% wrong: cut out of the content, and stripped
# breaks: each observation is there as it is stored
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    contents = [one.get_content() for one in await handler.ctx.store.get("steps")]
    observations = [
        content.removeprefix("Observation:").strip()
        for content in contents
        if content.startswith("Observation:")
    ]
    return answer, observations


# %% wrong: one run for the answer, another for the rest
# breaks: It is one run, the answer is what that run ends with
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    answer = await agent.run(input=question)
    handler = agent.run(input=question)
    await handler
    steps = await handler.ctx.store.get("steps")
    return answer, [one.observation for one in steps if isinstance(one, ObservationReasoningStep)]


# %% wrong: tool outputs of the stream only
# breaks: write `observe`, which runs an agent and then reads the run's store.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    observations = []
    async for event in handler.stream_events():
        if isinstance(event, ToolOutputEvent):
            observations.append(event.output.content)
    return await handler, observations


# %% wrong: answer taken from the last step
# breaks: It is one run, the answer is what that run ends with
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    await handler
    steps = await handler.ctx.store.get("steps")
    observations = [one.observation for one in steps if isinstance(one, ObservationReasoningStep)]
    answer = steps[-1].get_content().split("Answer:")[-1].strip()
    return answer, observations
