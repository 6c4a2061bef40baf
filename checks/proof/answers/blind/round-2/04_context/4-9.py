# %% right: a handler, and one return
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    handler = agent.run(input=question)
    try:
        answer = await handler
    except WorkflowTimeoutError:
        answer = "Sorry, there was not enough time for an answer."
    return answer


# %% right: suppress
from contextlib import suppress


async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    with suppress(WorkflowTimeoutError):
        return await agent.run(input=question)
    return "The time is up, and I have no answer."


# %% right: all caught, and the others raised again
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        answer = await agent.run(input=question)
    except Exception as error:
        if not isinstance(error, WorkflowTimeoutError):
            raise
        return f"I ran out of time ({error})"
    else:
        return answer


# %% wrong: any exception
# breaks: Catch this one exception only: whoever asks has to hear of any other, also of other time-outs.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await agent.run(input=question)
    except Exception:
        return "I ran out of time."


# %% wrong: other time-outs as well
# breaks: Catch this one exception only: whoever asks has to hear of any other, also of other time-outs.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await agent.run(input=question)
    except (WorkflowTimeoutError, TimeoutError):
        return "I ran out of time."


# %% wrong: an empty answer is replaced
# breaks: What a run ends with is given back as it is, however long it took.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        answer = await agent.run(input=question)
    except WorkflowTimeoutError:
        answer = None
    return answer or "I ran out of time."


# %% wrong: timed out, without the word
# breaks: The words are yours, but for one: the word *time* is in it.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await agent.run(input=question)
    except WorkflowTimeoutError:
        return "The agent timed out."


# %% wrong: the end of the rounds counts as a time-out
# breaks: What a run ends with is given back as it is, however long it took.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        answer = await agent.run(input=question)
    except WorkflowTimeoutError:
        return "I ran out of time."
    if "rounds" in answer:
        return "I ran out of time: " + answer
    return answer


# %% wrong: a time limit of its own
# breaks: What a run ends with is given back as it is, however long it took.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await asyncio.wait_for(agent.run(input=question), timeout=3)
    except (WorkflowTimeoutError, asyncio.TimeoutError):
        return "I ran out of time."
