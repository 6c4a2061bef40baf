# %% right: a context manager of one's own
from contextlib import contextmanager


@contextmanager
def llm_in_settings(llm):
    """Put an LLM into Settings for the length of a block."""
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
        return await handler


# %% right: an ExitStack with a callback
from contextlib import ExitStack


async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    with ExitStack() as stack:
        stack.callback(setattr, Settings, "llm", Settings.llm)
        Settings.llm = llm
        answer = await agent.run(input=question)
    return answer


# %% right: except BaseException, restore and raise
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    usual = Settings.llm
    Settings.llm = llm
    try:
        answer = await agent.run(input=question)
    except BaseException:
        Settings.llm = usual
        raise
    Settings.llm = usual
    return answer


# %% wrong: put back only after a success
# breaks: Do so also when the run fails or is cancelled
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    before = Settings.llm
    Settings.llm = llm
    answer = await agent.run(input=question)
    Settings.llm = before
    return answer


# %% wrong: except Exception misses a cancelled run
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


# %% wrong: puts back the LLM of the first cell
# breaks: Then put the old one back, the very object that was there when `ask_with` was called
usual_llm = Settings.llm


async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    Settings.llm = llm
    try:
        return await agent.run(input=question)
    finally:
        Settings.llm = usual_llm


# %% wrong: a second try after a failure
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


# %% wrong: wraps the exception
# breaks: and let its exception through as it is
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    before = Settings.llm
    Settings.llm = llm
    try:
        return await agent.run(input=question)
    except Exception as error:
        raise RuntimeError(f"The agent failed with {type(llm).__name__}: {error}") from error
    finally:
        Settings.llm = before


# %% wrong: asks a new agent
# breaks: Ask the agent that is given, with another LLM in `Settings`
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    before = Settings.llm
    Settings.llm = llm
    try:
        fresh = ReActAgent(timeout=180)  # one that remembers nothing
        return await fresh.run(input=question)
    finally:
        Settings.llm = before
