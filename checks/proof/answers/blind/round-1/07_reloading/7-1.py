# %% right: a context manager
from contextlib import contextmanager


@contextmanager
def llm_in_settings(llm):
    old = Settings.llm
    Settings.llm = llm
    try:
        yield
    finally:
        Settings.llm = old


async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    with llm_in_settings(llm):
        answer = await agent.run(input=question)
    return answer


# %% right: ExitStack with a callback
from contextlib import ExitStack


async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    with ExitStack() as stack:
        stack.callback(setattr, Settings, "llm", Settings.llm)
        Settings.llm = llm
        return await agent.run(input=question)


# %% right: except BaseException and else
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    previous, Settings.llm = Settings.llm, llm
    try:
        handler = agent.run(input=question)
        answer = await handler
    except BaseException:
        Settings.llm = previous
        raise
    Settings.llm = previous
    return answer


# %% wrong: not after a failure
# breaks: Do so also when the run fails or is cancelled
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    before = Settings.llm
    Settings.llm = llm
    answer = await agent.run(input=question)
    Settings.llm = before
    return answer


# %% wrong: not after a cancellation
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


# %% wrong: the notebook's LLM put back
# breaks: put the old one back afterwards, the very object that was there when `ask_with` was called
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    Settings.llm = llm
    try:
        return await agent.run(input=question)
    finally:
        Settings.llm = globals()["llm"]


# %% wrong: remembered when the function was defined
# breaks: the very object that was there when `ask_with` was called
before = Settings.llm


async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    Settings.llm = llm
    try:
        return await agent.run(input=question)
    finally:
        Settings.llm = before


# %% wrong: a copy put back
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


# %% wrong: exception in another coat
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


# %% wrong: return in finally swallows
# breaks: let its exception through as it is
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


# %% wrong: a second try
# breaks: Ask the agent that is given, once
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


# %% wrong: a fresh agent
# breaks: Ask the agent that is given
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    before = Settings.llm
    Settings.llm = llm
    try:
        return await ReActAgent(timeout=180).run(input=question)
    finally:
        Settings.llm = before


# %% wrong: the notebook's question
# breaks: Return the agent's answer (`question: str`; Ask the agent that is given, once)
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    before = Settings.llm
    Settings.llm = llm
    try:
        return await agent.run(input=QUESTION)
    finally:
        Settings.llm = before
