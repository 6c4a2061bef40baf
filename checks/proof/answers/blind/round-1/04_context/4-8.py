# %% right: a loop
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    run = agent.run(input=question)
    answer = await run
    texts = []
    for reasoning in await run.ctx.store.get("steps"):
        if isinstance(reasoning, ObservationReasoningStep):
            texts.append(reasoning.observation)
    return answer, texts


# %% right: get_state and match, a list of two
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    result = [await handler, []]
    state = await handler.ctx.store.get_state()
    for reasoning in state["steps"]:
        match reasoning:
            case ObservationReasoningStep(observation=text):
                result[1].append(text)
    return result


# %% right: filter and a tuple
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    def is_observation(reasoning) -> bool:
        return isinstance(reasoning, ObservationReasoningStep)

    handler = agent.run(input=question)
    answer = await handler
    observations = filter(is_observation, await handler.ctx.store.get("steps"))
    return answer, tuple(one.observation for one in observations)


# %% wrong: what the tools gave, from the stream
# breaks: Run the agent; return its answer and the texts of the observations, in their order.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    observations = []
    async for event in handler.stream_events():
        if isinstance(event, ToolOutputEvent):
            observations.append(event.output.content)
    return await handler, observations


# %% wrong: only the last observation
# breaks: return its answer and the texts of the observations, in their order.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    last = None
    for reasoning in await handler.ctx.store.get("steps"):
        if isinstance(reasoning, ObservationReasoningStep):
            last = reasoning.observation
    return answer, [last]


# %% wrong: equal observations only once
# breaks: return its answer and the texts of the observations, in their order.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    steps = await handler.ctx.store.get("steps")
    texts = [s.observation for s in steps if isinstance(s, ObservationReasoningStep)]
    return answer, list(dict.fromkeys(texts))


# %% wrong: sorted
# breaks: the texts of the observations, in their order.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    steps = await handler.ctx.store.get("steps")
    return answer, sorted(s.observation for s in steps if isinstance(s, ObservationReasoningStep))


# %% wrong: two runs
# breaks: write `observe`, which runs an agent and then reads the run's store.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    answer = await agent.run(input=question)
    handler = agent.run(input=question)
    await handler
    steps = await handler.ctx.store.get("steps")
    return answer, [s.observation for s in steps if isinstance(s, ObservationReasoningStep)]


# %% wrong: an agent of its own
# breaks: Run the agent; return its answer and the texts of the observations, in their order.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    agent = ReActAgent(timeout=30)
    handler = agent.run(input=question)
    answer = await handler
    steps = await handler.ctx.store.get("steps")
    return answer, [s.observation for s in steps if isinstance(s, ObservationReasoningStep)]


# %% wrong: the answer of the last step
# breaks: awaiting it gives the answer
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    await handler
    steps = await handler.ctx.store.get("steps")
    answer = getattr(steps[-1], "response", "")
    return answer, [s.observation for s in steps if isinstance(s, ObservationReasoningStep)]


# %% wrong: empty observations left out
# breaks: the texts of the observations, in their order.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    steps = await handler.ctx.store.get("steps")
    texts = [getattr(one, "observation", "") for one in steps]
    return answer, [text for text in texts if text]


# %% wrong: every second step
# breaks: the texts of the observations, in their order.
async def observe(agent: ReActAgent, question: str) -> tuple[str, list[str]]:
    """Run the agent; return its answer and the texts of the observations, in their order."""
    handler = agent.run(input=question)
    answer = await handler
    steps = await handler.ctx.store.get("steps")
    return answer, [one.get_content().removeprefix("Observation: ") for one in steps[1::2]]
