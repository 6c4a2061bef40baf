# %% right: begins the run before the try
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    run = agent.run(input=question)
    try:
        answer = await run
    except WorkflowTimeoutError:
        answer = "Sorry, my time is up."
    return answer


# %% right: suppress
from contextlib import suppress


async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    with suppress(WorkflowTimeoutError):
        return await agent.run(input=question)
    return "TIME OUT: the agent did not answer."


# %% right: try, except, else, with the question in the sentence
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        result = await agent.run(input=question)
    except WorkflowTimeoutError:
        return f"There was not enough time, so this stays open: {question}"
    else:
        return result


# %% wrong: catches other time-outs, too
# breaks: Catch this one exception only: whoever asks has to hear of any other, also of other time-outs.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await agent.run(input=question)
    except (WorkflowTimeoutError, TimeoutError):
        return "I ran out of time."


# %% wrong: catches everything
# breaks: Catch this one exception only: whoever asks has to hear of any other, also of other time-outs.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await agent.run(input=question)
    except Exception as error:
        return f"I ran out of time. {error}"


# %% wrong: says timed out
# breaks: the word *time* is in it, as a word of its own, in small letters or capitals or both (*timed* is another one).
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await agent.run(input=question)
    except WorkflowTimeoutError:
        return "Sorry, the agent timed out (timeout)."


# %% wrong: a limit of its own for the run
# breaks: What a run ends with is given back as it is, however long it took.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await asyncio.wait_for(agent.run(input=question), timeout=2)
    except WorkflowTimeoutError:
        return "I ran out of time."
    except asyncio.TimeoutError:
        return "I ran out of time."


# %% wrong: an empty answer counts as none
# breaks: What a run ends with is given back as it is, however long it took.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    answer = None
    try:
        answer = await agent.run(input=question)
    except WorkflowTimeoutError:
        pass
    return answer or "I ran out of time."


# %% wrong: any exception with Timeout in its name
# breaks: Catch this one exception only: whoever asks has to hear of any other, also of other time-outs.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await agent.run(input=question)
    except Exception as error:
        if "Timeout" not in type(error).__name__:
            raise
        return "I ran out of time."
