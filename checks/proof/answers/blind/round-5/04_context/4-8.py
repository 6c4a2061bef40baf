# %% right: a loop over the steps
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    # about 4 lines
    run = agent.run(input=question)
    answer = await run
    observations = []
    for one in await run.ctx.store.get("steps"):
        if isinstance(one, ObservationReasoningStep):
            observations.append(one.observation)
    return answer, observations


# %% right: the state as a whole, and a helper
def observations_in(steps: list) -> list[str]:
    """Return the texts of the observations among some reasoning steps."""
    found = filter(lambda one: isinstance(one, ObservationReasoningStep), steps)
    return [one.observation for one in found]


async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    # about 4 lines
    handler = agent.run(input=question)
    answer = await handler
    state = await handler.ctx.store.get_state()
    return answer, observations_in(state["steps"])


# %% right: the stop event of the handler, and a match
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    # about 4 lines
    handler = agent.run(input=question)
    end = await handler.stop_event_result()
    texts: list[str] = []
    steps = await handler.ctx.store.get("steps", default=[])
    for reasoning in steps:
        match reasoning:
            case ObservationReasoningStep(observation=text):
                texts.append(text)
    return (end.result, texts)


# %% wrong: empty observations left out
# breaks: each observation is there as it is stored, also an empty or a repeated one
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    # about 4 lines
    handler = agent.run(input=question)
    answer = await handler
    steps = await handler.ctx.store.get("steps")
    texts = [getattr(one, "observation", "") for one in steps]
    return answer, [text for text in texts if text]


# %% wrong: repeated observations only once
# breaks: each observation is there as it is stored, also an empty or a repeated one
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    # about 4 lines
    handler = agent.run(input=question)
    answer = await handler
    steps = await handler.ctx.store.get("steps")
    texts = [one.observation for one in steps if isinstance(one, ObservationReasoningStep)]
    return answer, list(dict.fromkeys(texts))


# %% wrong: each text without its margins
# breaks: each observation is there as it is stored, also an empty or a repeated one
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    # about 4 lines
    handler = agent.run(input=question)
    answer = await handler
    steps = await handler.ctx.store.get("steps")
    return answer, [
        one.observation.strip() for one in steps if isinstance(one, ObservationReasoningStep)
    ]


# %% wrong: only what the tools gave, from the stream
# breaks: return its answer and the texts of the observations, in their order
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    # about 4 lines
    handler = agent.run(input=question)
    observations = []
    async for event in handler.stream_events():
        if isinstance(event, ToolOutputEvent):
            observations.append(event.output.content)
    return await handler, observations


# %% wrong: two runs, one for the answer and one for the steps
# breaks: It is one run, the answer is what that run ends with
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    # about 4 lines
    answer = await agent.run(input=question)
    handler = agent.run(input=question)
    await handler
    steps = await handler.ctx.store.get("steps")
    return answer, [one.observation for one in steps if isinstance(one, ObservationReasoningStep)]


# %% wrong: the answer taken from the last step
# breaks: It is one run, the answer is what that run ends with
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    # about 4 lines
    handler = agent.run(input=question)
    await handler
    steps = await handler.ctx.store.get("steps")
    answer = getattr(steps[-1], "response", "There is no answer.")
    return answer, [one.observation for one in steps if isinstance(one, ObservationReasoningStep)]
