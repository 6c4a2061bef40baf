# %% right: a context manager of its own
from contextlib import contextmanager


@contextmanager
def llm_in_settings(llm):
    """Put an LLM into Settings for a block."""
    old = Settings.llm
    try:
        Settings.llm = llm
        yield
    finally:
        Settings.llm = old


async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    with llm_in_settings(llm):
        handler = agent.run(input=question)
        answer = await handler
    return answer


# %% right: an exit stack puts it back
from contextlib import ExitStack


async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    with ExitStack() as stack:
        stack.callback(setattr, Settings, "llm", Settings.llm)
        Settings.llm = llm
        return await agent.run(input=question)


# %% right: restores in except BaseException and after it
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    previous = Settings.llm
    try:
        Settings.llm = llm
        answer = await agent.run(input=question)
    except BaseException:
        Settings.llm = previous
        raise
    Settings.llm = previous
    return answer


# %% wrong: a cancelled run leaves the other LLM
# breaks: Do so also when the run fails or is cancelled
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    before = Settings.llm
    Settings.llm = llm
    try:
        answer = await agent.run(input=question)
    except Exception:
        Settings.llm = before
        raise
    Settings.llm = before
    return answer


# %% wrong: returning in finally swallows the exception
# breaks: and let its exception through as it is
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    before = Settings.llm
    Settings.llm = llm
    answer = ""
    try:
        answer = await agent.run(input=question)
    finally:
        Settings.llm = before
        return answer


# %% wrong: a failure is tried once more
# breaks: Ask the agent that is given, once, even if it fails
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    before = Settings.llm
    Settings.llm = llm
    try:
        try:
            return await agent.run(input=question)
        except Exception:
            return await agent.run(input=question)
    finally:
        Settings.llm = before


# %% wrong: remembers the LLM of the time of its definition
# breaks: the very object that was there when `ask_with` was called
_before = Settings.llm


async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    Settings.llm = llm
    try:
        return await agent.run(input=question)
    finally:
        Settings.llm = _before


# %% wrong: another exception with the old one's text
# breaks: and let its exception through as it is
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    before = Settings.llm
    Settings.llm = llm
    try:
        return await agent.run(input=question)
    except Exception as error:
        raise RuntimeError(f"The agent could not answer: {error}") from error
    finally:
        Settings.llm = before


# %% wrong: a fresh agent so that no memory disturbs
# breaks: Ask the agent that is given
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    before = Settings.llm
    Settings.llm = llm
    try:
        fresh = type(agent)(timeout=180)
        return await fresh.run(input=question)
    finally:
        Settings.llm = before
