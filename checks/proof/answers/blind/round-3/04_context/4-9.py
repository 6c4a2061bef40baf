# %% right: begin first, await in the try
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    handler = agent.run(input=question)
    try:
        answer = await handler
    except WorkflowTimeoutError as error:
        return f"Sorry, there was not enough time for an answer. ({error})"
    else:
        return answer


# %% right: suppress
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    from contextlib import suppress

    with suppress(WorkflowTimeoutError):
        return await agent.run(input=question)
    return "My time is up, and I have no answer."


# %% right: one return, a name for the sentence
OUT_OF_TIME = "I had too little time for this question."


async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    answer = OUT_OF_TIME
    try:
        answer = await agent.run(input=question)
    except WorkflowTimeoutError:
        pass
    return answer


# %% wrong: TimeoutError as well
# breaks: Catch this one exception only: whoever asks has to hear of any other, also of other time-outs.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await agent.run(input=question)
    except (WorkflowTimeoutError, TimeoutError):
        return "I ran out of time."


# %% wrong: whatever says that it timed out
# breaks: Catch this one exception only: whoever asks has to hear of any other, also of other time-outs.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await agent.run(input=question)
    except Exception as error:
        if isinstance(error, WorkflowTimeoutError) or "timed out" in str(error).lower():
            return "I ran out of time."
        raise


# %% wrong: a sentence without the word
# breaks: The words are yours, but for one: the word *time* is in it.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await agent.run(input=question)
    except WorkflowTimeoutError:
        return "Sorry, the LLM was too slow, so I gave up waiting."


# %% wrong: an empty answer is replaced
# breaks: What a run ends with is given back as it is, however long it took.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        answer = await agent.run(input=question)
    except WorkflowTimeoutError:
        answer = None
    return answer or "I ran out of time."


# %% wrong: a limit of its own
# breaks: What a run ends with is given back as it is, however long it took.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    loop = asyncio.get_running_loop()
    begun = loop.time()
    try:
        answer = await agent.run(input=question)
    except WorkflowTimeoutError:
        return "I ran out of time."
    if loop.time() - begun > 1:
        return "I ran out of time."
    return answer


# %% wrong: any exception
# breaks: Catch this one exception only: whoever asks has to hear of any other, also of other time-outs.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await agent.run(input=question)
    except Exception:
        return "I ran out of time."
