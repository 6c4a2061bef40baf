# %% right: keeps the answer until the old LLM is back
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM."""
    old, Settings.llm = Settings.llm, llm
    try:
        answer = await agent.run(input=question)
    finally:
        Settings.llm = old
    return str(answer)


# %% right: a context manager does the same
from contextlib import contextmanager


@contextmanager
def using(llm):
    before = Settings.llm
    Settings.llm = llm
    try:
        yield
    finally:
        Settings.llm = before


async def ask_with(llm, agent, question):
    with using(llm):
        handler = agent.run(input=question)
        return await handler


# %% wrong: leaves the other LLM in Settings
# check: puts_the_llm_back
# says: remember that very object
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM."""
    Settings.llm = llm
    return await agent.run(input=question)


# %% wrong: puts it back only when all goes well
# check: puts_the_llm_back
# says: put the old one back in a `finally`
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM."""
    before = Settings.llm
    Settings.llm = llm
    answer = await agent.run(input=question)
    Settings.llm = before
    return answer


# %% wrong: swallows the failure
# check: puts_the_llm_back_after_a_failure
# says: The failure is swallowed
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM."""
    before = Settings.llm
    Settings.llm = llm
    try:
        return await agent.run(input=question)
    except Exception:
        return "no answer"
    finally:
        Settings.llm = before


# %% wrong: does not await the run before the LLM is back
# check: answers_with_the_other_llm
# says: once the run has been awaited
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM."""
    before = Settings.llm
    Settings.llm = llm
    handler = agent.run(input=question)
    Settings.llm = before
    return await handler


# %% wrong: returns the handler
# check: answers_with_the_other_llm
# says: That is a handler, not an answer
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM."""
    before = Settings.llm
    Settings.llm = llm
    try:
        return agent.run(input=question)
    finally:
        Settings.llm = before


# %% wrong: never sets the LLM
# check: answers_with_the_other_llm
# says: The old LLM has answered
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM."""
    return await agent.run(input=question)


# %% wrong: says what the dummy would say
# check: asks_the_question_it_is_given
# says: That is not what the agent that was given
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM."""
    return "text"


# %% wrong: asks the one question of the lesson
# check: asks_the_question_it_is_given
# says: was asked another question
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM."""
    before = Settings.llm
    Settings.llm = llm
    try:
        return await agent.run(input=QUESTION)
    finally:
        Settings.llm = before


# %% wrong: puts the failure into words
# check: puts_the_llm_back
# says: The failure is swallowed
async def ask_with(llm, agent, question):
    before, Settings.llm = Settings.llm, llm
    try:
        return await agent.run(input=question)
    except Exception as error:
        return str(error)
    finally:
        Settings.llm = before


# %% wrong: gives the question without its name
# check: answers_with_the_other_llm
# says: run takes its values by name
async def ask_with(llm, agent, question):
    before, Settings.llm = Settings.llm, llm
    try:
        return await agent.run(question)
    finally:
        Settings.llm = before


# %% wrong: puts it back after exceptions, but not when cancelled
# check: puts_the_llm_back_when_cancelled
# says: an `except Exception` does not see it
async def ask_with(llm, agent, question):
    before, Settings.llm = Settings.llm, llm
    try:
        answer = await agent.run(input=question)
    except Exception:
        Settings.llm = before
        raise
    Settings.llm = before
    return answer


# %% wrong: begins the run outside of the try block
# check: puts_the_llm_back_after_a_failure
# says: covers all that comes after
async def ask_with(llm, agent, question):
    before, Settings.llm = Settings.llm, llm
    handler = agent.run(input=question)
    try:
        return await handler
    finally:
        Settings.llm = before


# %% wrong: raises an exception of its own
# check: puts_the_llm_back
# says: let that one pass as it is
async def ask_with(llm, agent, question):
    before, Settings.llm = Settings.llm, llm
    try:
        return await agent.run(input=question)
    except Exception as error:
        raise RuntimeError("the run has failed") from error
    finally:
        Settings.llm = before


# %% wrong: puts back an LLM that is like the old one
# check: puts_the_llm_back
# says: remember that very object
async def ask_with(llm, agent, question):
    before = Settings.llm.model_copy()
    Settings.llm = llm
    try:
        return await agent.run(input=question)
    finally:
        Settings.llm = before


# %% wrong: asks an agent of its own
# check: answers_with_the_other_llm
# says: The agent that it is given has to run
async def ask_with(llm, agent, question):
    before, Settings.llm = Settings.llm, llm
    try:
        return await ReActAgent(timeout=180).run(input=question)
    finally:
        Settings.llm = before


# %% wrong: remembers the LLM of the first time
# check: puts_the_llm_back
# says: at the beginning of each call
async def ask_with(llm, agent, question, remembered=[]):
    remembered.append(Settings.llm)
    Settings.llm = llm
    try:
        return await agent.run(input=question)
    finally:
        Settings.llm = remembered[0]


# %% wrong: returns in finally
# check: puts_the_llm_back
# says: neither in `except` nor in `finally`
async def ask_with(llm, agent, question):
    before, Settings.llm = Settings.llm, llm
    answer = ""
    try:
        answer = await agent.run(input=question)
    finally:
        Settings.llm = before
        return answer
