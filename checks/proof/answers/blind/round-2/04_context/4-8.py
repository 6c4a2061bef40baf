# %% right: a loop, and a list of the two
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    run = agent.run(input=question)
    answer = await run
    steps = await run.ctx.store.get("steps")
    texts = []
    for one in steps:
        if isinstance(one, ObservationReasoningStep):
            texts.append(one.observation)
    return [answer, texts]


# %% right: filter and map on the whole state
from operator import attrgetter


async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    state = await handler.ctx.store.get_state()
    seen = filter(lambda one: isinstance(one, ObservationReasoningStep), state["steps"])
    return answer, tuple(map(attrgetter("observation"), seen))


# %% right: match, and a helper function
def observed(steps):
    """Yield the texts of the observations among these steps."""
    for one in steps:
        match one:
            case ObservationReasoningStep(observation=text):
                yield text


async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    return answer, list(observed(await handler.ctx.store.get("steps")))


# %% wrong: what the tools sent to the stream
# breaks: It is one run, the answer is what that run ends with, and each observation is there as it is stored, also an empty or a repeated one.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    observations = []
    async for event in handler.stream_events():
        if isinstance(event, ToolOutputEvent):
            observations.append(event.output.content)
    return await handler, observations


# %% wrong: empty observations left out
# breaks: It is one run, the answer is what that run ends with, and each observation is there as it is stored, also an empty or a repeated one.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    steps = await handler.ctx.store.get("steps")
    texts = [getattr(one, "observation", None) for one in steps]
    return answer, [text for text in texts if text]


# %% wrong: each text only once
# breaks: It is one run, the answer is what that run ends with, and each observation is there as it is stored, also an empty or a repeated one.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    steps = await handler.ctx.store.get("steps")
    texts = [one.observation for one in steps if isinstance(one, ObservationReasoningStep)]
    return answer, list(dict.fromkeys(texts))


# %% wrong: one run for the answer, one for the steps
# breaks: It is one run, the answer is what that run ends with, and each observation is there as it is stored, also an empty or a repeated one.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    answer = await agent.run(input=question)
    handler = agent.run(input=question)
    await handler
    steps = await handler.ctx.store.get("steps")
    return answer, [s.observation for s in steps if isinstance(s, ObservationReasoningStep)]


# %% wrong: the answer from the last step
# breaks: the answer is what that run ends with
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    await handler
    *steps, last = await handler.ctx.store.get("steps")
    texts = [s.observation for s in steps if isinstance(s, ObservationReasoningStep)]
    return getattr(last, "response", last.get_content()), texts


# %% wrong: the last part of the content
# breaks: It is one run, the answer is what that run ends with, and each observation is there as it is stored, also an empty or a repeated one.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    steps = await handler.ctx.store.get("steps")
    return answer, [
        one.get_content().split("Observation: ")[-1].strip()
        for one in steps
        if isinstance(one, ObservationReasoningStep)
    ]
