# %% right: a loop, and a list of the two
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    run = agent.run(input=question)
    result = await run
    texts = []
    for reasoning in await run.ctx.store.get("steps"):
        if isinstance(reasoning, ObservationReasoningStep):
            texts.append(reasoning.observation)
    return [result, texts]


# %% right: the whole state, filter and a tuple of texts
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    state = await handler.ctx.store.get_state()
    seen = filter(lambda one: isinstance(one, ObservationReasoningStep), state["steps"])
    return answer, tuple(one.observation for one in seen)


# %% right: waits for the stop event, match in a helper
def texts_of(steps) -> list[str]:
    """Return the texts of the observations among these reasoning steps."""
    texts = []
    for one in steps:
        match one:
            case ObservationReasoningStep(observation=text):
                texts.append(text)
    return texts


async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    stop = await handler.stop_event_result()
    return stop.result, texts_of(await handler.ctx.store.get("steps"))


# %% wrong: one run for the answer, one for the observations
# breaks: It is one run, the answer is what that run ends with
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    answer = await agent.run(input=question)
    handler = agent.run(input=question)
    await handler
    steps = await handler.ctx.store.get("steps")
    return answer, [s.observation for s in steps if isinstance(s, ObservationReasoningStep)]


# %% wrong: empty observations are left out
# breaks: each observation is there as it is stored, also an empty or a repeated one
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    steps = await handler.ctx.store.get("steps")
    texts = [getattr(s, "observation", None) for s in steps]
    return answer, [text for text in texts if text]


# %% wrong: tool outputs from the stream in place of the store
# breaks: write `observe`, which runs an agent and then reads the run's store
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    observations = []
    async for event in handler.stream_events():
        if isinstance(event, ToolOutputEvent):
            observations.append(event.output.content)
    return await handler, observations


# %% wrong: the answer is the last reasoning step's
# breaks: the answer is what that run ends with
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    await handler
    steps = await handler.ctx.store.get("steps")
    answer = getattr(steps[-1], "response", "")
    return answer, [s.observation for s in steps if isinstance(s, ObservationReasoningStep)]


# %% wrong: the label is replaced everywhere
# breaks: each observation is there as it is stored
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    contents = [s.get_content() for s in await handler.ctx.store.get("steps")]
    return answer, [
        text.replace("Observation: ", "") for text in contents if text.startswith("Observation: ")
    ]


# %% wrong: each text once
# breaks: each observation is there as it is stored, also an empty or a repeated one
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    observations = {}
    for one in await handler.ctx.store.get("steps"):
        if isinstance(one, ObservationReasoningStep):
            observations[one.observation] = one
    return answer, list(observations)
