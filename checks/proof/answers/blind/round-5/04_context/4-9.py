# %% right: suppress
from contextlib import suppress


async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    # about 4 lines
    with suppress(WorkflowTimeoutError):
        return await agent.run(input=question)
    return "Sorry, there was not enough time for an answer."


# %% right: a handler, and an else
out_of_time = "Time is up, and I have no answer."


async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    # about 4 lines
    handler = agent.run(input=question)
    try:
        answer = await handler
    except WorkflowTimeoutError:
        answer = out_of_time
    else:
        return answer
    return answer


# %% right: the stop event, and the question in the sentence
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    # about 4 lines
    text = f"I was out of TIME before I could answer: {question}"
    try:
        end = await agent.run(input=question).stop_event_result()
        text = end.result
    except WorkflowTimeoutError as error:
        print(f"({error})")
    return text


# %% wrong: other time-outs are caught, too
# breaks: Catch this one exception only: whoever asks has to hear of any other, also of other time-outs.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    # about 4 lines
    try:
        return await agent.run(input=question)
    except (WorkflowTimeoutError, TimeoutError):
        return "I ran out of time."


# %% wrong: every exception is caught
# breaks: Catch this one exception only: whoever asks has to hear of any other, also of other time-outs.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    # about 4 lines
    try:
        return await agent.run(input=question)
    except Exception:
        return "I ran out of time."


# %% wrong: the word time only within others
# breaks: the word *time* is in it, as a word of its own, in small or capital letters (*timed* is another one)
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    # about 4 lines
    try:
        return await agent.run(input=question)
    except WorkflowTimeoutError:
        return "Sorry, this run timed out: the timeout was too short."


# %% wrong: the words of the exception
# breaks: The words are yours, but for one: the word *time* is in it, as a word of its own
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    # about 4 lines
    try:
        return await agent.run(input=question)
    except WorkflowTimeoutError as error:
        return str(error)


# %% wrong: an answer that took too long is thrown away
# breaks: What a run ends with is given back as it is, however long it took.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    # about 4 lines
    begun = asyncio.get_running_loop().time()
    try:
        answer = await agent.run(input=question)
    except WorkflowTimeoutError:
        return "I ran out of time."
    if asyncio.get_running_loop().time() - begun > 2:
        return "I ran out of time."
    return answer


# %% wrong: an empty answer is replaced
# breaks: What a run ends with is given back as it is, however long it took.
async def ask(agent: ReActAgent, question: str) -> str:
    """Return the agent's answer, or a sentence that says that it ran out of time."""
    # about 4 lines
    answer = ""
    try:
        answer = await agent.run(input=question)
    except WorkflowTimeoutError:
        pass
    return answer or "I ran out of time."
