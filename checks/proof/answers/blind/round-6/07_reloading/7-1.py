# %% right: a context manager that sets and restores
from contextlib import contextmanager


@contextmanager
def llm_in_settings(llm):
    """Have another LLM in Settings for the length of a with block."""
    old = Settings.llm
    try:
        Settings.llm = llm
        yield
    finally:
        Settings.llm = old


async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    with llm_in_settings(llm):
        return await agent.run(input=question)


# %% right: an ExitStack with a callback
import contextlib


async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    with contextlib.ExitStack() as stack:
        stack.callback(setattr, Settings, "llm", Settings.llm)
        Settings.llm = llm
        handler = agent.run(input=question)
        answer = await handler
    return answer


# %% right: except BaseException and else
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    previous, Settings.llm = Settings.llm, llm
    try:
        answer = await agent.run(input=question)
    except BaseException:
        Settings.llm = previous
        raise
    else:
        Settings.llm = previous
    return answer


# %% wrong: restores only after success
# breaks: Do so also when the run fails or is cancelled
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    before = Settings.llm
    Settings.llm = llm
    answer = await agent.run(input=question)
    Settings.llm = before
    return answer


# %% wrong: except Exception misses a cancellation
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


# %% wrong: a second try where the first fails
# breaks: once, and not again where that run fails
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


# %% wrong: an exception of another class
# breaks: let its exception through as it is
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    before = Settings.llm
    Settings.llm = llm
    try:
        return await agent.run(input=question)
    except Exception as error:
        raise RuntimeError(f"The agent failed: {error}") from error
    finally:
        Settings.llm = before


# %% wrong: the LLM of the first cell comes back
# breaks: put the old one back, the very object that was there when `ask_with` was called
USUAL_LLM = llm


async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    Settings.llm = llm
    try:
        return await agent.run(input=question)
    finally:
        Settings.llm = USUAL_LLM


# %% wrong: a fresh agent is asked instead
# breaks: Ask the agent that is given, with another LLM in `Settings`
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    before = Settings.llm
    Settings.llm = llm
    try:
        return await ReActAgent(timeout=180).run(input=question)
    finally:
        Settings.llm = before
