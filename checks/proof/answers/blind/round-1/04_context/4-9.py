# %% right: try, except, else
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    handler = agent.run(input=question)
    try:
        answer = await handler
    except WorkflowTimeoutError:
        return "Sorry, there was not enough time for an answer."
    else:
        return answer


# %% right: suppress
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    from contextlib import suppress

    with suppress(WorkflowTimeoutError):
        return await agent.run(input=question)
    return "My time is over, and I have no answer."


# %% right: the sentence first, the reason behind it
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    answer = "I ran out of time"
    try:
        answer = await agent.run(input=question)
    except WorkflowTimeoutError as error:
        answer += f" ({error})."
    return answer


# %% wrong: every exception
# breaks: Catch this one exception only: whoever asks has to hear of any other.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await agent.run(input=question)
    except Exception:
        return "I ran out of time."


# %% wrong: also Python's TimeoutError
# breaks: Catch this one exception only: whoever asks has to hear of any other.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await agent.run(input=question)
    except (WorkflowTimeoutError, TimeoutError):
        return "I ran out of time."


# %% wrong: whatever has Timeout in its name
# breaks: Catch this one exception only: whoever asks has to hear of any other.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await agent.run(input=question)
    except Exception as error:
        if "Timeout" in type(error).__name__:
            return "I ran out of time."
        raise


# %% wrong: a sentence without the word
# breaks: The words are yours, but for one: let it have *time* in it.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await agent.run(input=question)
    except WorkflowTimeoutError:
        return "The answer took too long, so I stopped."


# %% wrong: a limit of its own
# breaks: Return the agent's answer, or a sentence that says that it ran out of time.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await asyncio.wait_for(agent.run(input=question), timeout=0.5)
    except (asyncio.TimeoutError, WorkflowTimeoutError):
        return "I ran out of time."


# %% wrong: the end of the rounds as running out of time
# breaks: An LLM that goes round in circles is stopped by your `max_rounds`, with an answer that says so.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    sorry = "I ran out of time."
    try:
        answer = await agent.run(input=question)
    except WorkflowTimeoutError:
        return sorry
    return sorry if "rounds" in answer else answer


# %% wrong: an empty answer as running out of time
# breaks: Return the agent's answer, or a sentence that says that it ran out of time.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    answer = None
    try:
        answer = await agent.run(input=question)
    except WorkflowTimeoutError:
        pass
    return answer or "I ran out of time."


# %% wrong: an agent of its own with more time
# breaks: Return the agent's answer, or a sentence that says that it ran out of time.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    agent = ReActAgent(timeout=0.9)
    try:
        return await agent.run(input=question)
    except WorkflowTimeoutError:
        return "I ran out of time."


# %% wrong: prints the sentence
# breaks: which comes back with text in both cases
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await agent.run(input=question)
    except WorkflowTimeoutError:
        print("I ran out of time.")
