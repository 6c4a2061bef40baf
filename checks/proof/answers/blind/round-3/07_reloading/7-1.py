# %% right: a context manager
from contextlib import contextmanager


@contextmanager
def llm_in_settings(llm):
    """Put an LLM into Settings for the time of a with block."""
    old = Settings.llm
    try:
        Settings.llm = llm
        yield
    finally:
        Settings.llm = old


async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    with llm_in_settings(llm):
        answer = await agent.run(input=question)
    return answer


# %% right: an ExitStack with setattr
import contextlib


async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    with contextlib.ExitStack() as stack:
        stack.callback(setattr, Settings, "llm", Settings.llm)
        Settings.llm = llm
        handler = agent.run(input=question)
        return await handler


# %% right: except BaseException and else
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    old = Settings.llm
    try:
        Settings.llm = llm
        answer = await agent.run(input=question)
    except BaseException:
        Settings.llm = old
        raise
    else:
        Settings.llm = old
        return answer


# %% wrong: only ordinary exceptions restore
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


# %% wrong: the LLM that stood there at the definition
# breaks: put the old one back afterwards, the very object that was there when `ask_with` was called
_before = Settings.llm


async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    Settings.llm = llm
    try:
        return await agent.run(input=question)
    finally:
        Settings.llm = _before


# %% wrong: the exception is wrapped
# breaks: and let its exception through as it is
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


# %% wrong: a second try after a failure
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


# %% wrong: a fresh agent is asked
# breaks: Ask the agent that is given, once, even if it fails, with another LLM in `Settings`
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    before = Settings.llm
    Settings.llm = llm
    try:
        return await ReActAgent(timeout=180).run(input=question)
    finally:
        Settings.llm = before


# %% wrong: a copy is put back
# breaks: the very object that was there when `ask_with` was called
import copy


async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    before = copy.copy(Settings.llm)
    Settings.llm = llm
    try:
        return await agent.run(input=question)
    finally:
        Settings.llm = before
