# %% right: except and else
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    handler = agent.run(input=question)
    try:
        answer = await handler
    except WorkflowTimeoutError:
        return "Sorry, there was not enough time for an answer."
    else:
        return answer


# %% right: contextlib.suppress
from contextlib import suppress


async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    with suppress(WorkflowTimeoutError):
        return await agent.run(input=question)
    return f"My time is up: I could not answer {question!r}."


# %% right: the sentence has the exception's words, too
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        result = await agent.run(input=question)
    except WorkflowTimeoutError as error:
        result = f"I ran out of time ({error})"
    return result


# %% wrong: any exception
# breaks: Catch this one exception only: whoever asks has to hear of any other
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await agent.run(input=question)
    except Exception:
        return "I ran out of time."


# %% wrong: other time-outs as well
# breaks: whoever asks has to hear of any other, also of other time-outs
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await agent.run(input=question)
    except (WorkflowTimeoutError, asyncio.TimeoutError):
        return "I ran out of time."


# %% wrong: says timed out
# breaks: the word *time* is in it, as a word of its own (*timed* is another one)
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    try:
        return await agent.run(input=question)
    except WorkflowTimeoutError as error:
        return f"Sorry, the question timed out: {error}"


# %% wrong: an empty answer becomes the sentence
# breaks: What a run ends with is given back as it is, however long it took.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    answer = None
    try:
        answer = await agent.run(input=question)
    except WorkflowTimeoutError:
        pass
    return answer or "I ran out of time."


# %% wrong: a limit of its own
# breaks: What a run ends with is given back as it is, however long it took.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    async def answer() -> str:
        return await agent.run(input=question)

    task = asyncio.create_task(answer())
    done, _ = await asyncio.wait([task], timeout=2)
    if not done:
        return "I ran out of time."
    try:
        return task.result()
    except WorkflowTimeoutError:
        return "I ran out of time."


# %% wrong: return in finally
# breaks: Catch this one exception only: whoever asks has to hear of any other
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    answer = "I ran out of time."
    try:
        answer = await agent.run(input=question)
    except WorkflowTimeoutError:
        print("The workflow took too long.")
    finally:
        return answer
