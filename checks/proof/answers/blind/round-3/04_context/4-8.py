# %% right: a loop, and a list of the two
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    run = agent.run(input=question)
    answer = await run
    texts = []
    for one in await run.ctx.store.get("steps", default=[]):
        if isinstance(one, ObservationReasoningStep):
            texts.append(one.observation)
    return [answer, texts]


# %% right: filter and a tuple of texts
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    def is_observation(one) -> bool:
        return isinstance(one, ObservationReasoningStep)

    handler = agent.run(input=question)
    answer = await handler
    found = filter(is_observation, await handler.ctx.store.get("steps"))
    return answer, tuple(one.observation for one in found)


# %% right: match, and the context before the run ends
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    store = handler.ctx.store
    answer = await handler
    observations: list[str] = []
    for one in await store.get("steps"):
        match one:
            case ObservationReasoningStep(observation=text):
                observations += [text]
    return (answer, observations)


# %% wrong: no observation twice
# breaks: each observation is there as it is stored, also an empty or a repeated one.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    steps = await handler.ctx.store.get("steps")
    texts = [s.observation for s in steps if isinstance(s, ObservationReasoningStep)]
    return answer, list(dict.fromkeys(texts))


# %% wrong: no empty observations
# breaks: each observation is there as it is stored, also an empty or a repeated one.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    steps = await handler.ctx.store.get("steps")
    texts = [getattr(s, "observation", None) for s in steps]
    return answer, [text for text in texts if text]


# %% wrong: only what the stream shows
# breaks: write `observe`, which runs an agent and then reads the run's store.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    observations = []
    async for event in handler.stream_events():
        if isinstance(event, ToolOutputEvent):
            observations.append(event.output.content)
    return await handler, observations


# %% wrong: two runs
# breaks: It is one run, the answer is what that run ends with
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    answer = await agent.run(input=question)
    handler = agent.run(input=question)
    await handler
    steps = await handler.ctx.store.get("steps")
    return answer, [s.observation for s in steps if isinstance(s, ObservationReasoningStep)]


# %% wrong: stripped texts
# breaks: each observation is there as it is stored, also an empty or a repeated one.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    steps = await handler.ctx.store.get("steps")
    return answer, [
        s.observation.strip() for s in steps if isinstance(s, ObservationReasoningStep)
    ]


# %% wrong: the answer from the last step
# breaks: the answer is what that run ends with
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    await handler
    steps = await handler.ctx.store.get("steps")
    answer = getattr(steps[-1], "response", "There is no answer.")
    return answer, [s.observation for s in steps if isinstance(s, ObservationReasoningStep)]
