# %% right: a context manager of its own
from contextlib import contextmanager


@contextmanager
def other_llm(llm):
    """Put another LLM into Settings for the length of a block."""
    old = Settings.llm
    try:
        Settings.llm = llm
        yield
    finally:
        Settings.llm = old


async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    with other_llm(llm):
        return await agent.run(input=question)


# %% right: ExitStack with a callback
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    from contextlib import ExitStack

    with ExitStack() as stack:
        stack.callback(setattr, Settings, "llm", Settings.llm)
        Settings.llm = llm
        handler = agent.run(input=question)
        answer = await handler
    return answer


# %% right: except BaseException, and restored in both ways
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    previous, Settings.llm = Settings.llm, llm
    try:
        answer = await agent.run(input=question)
    except BaseException:
        Settings.llm = previous
        raise
    Settings.llm = previous
    return answer


# %% wrong: cancellation is forgotten
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


# %% wrong: restored only after success
# breaks: Do so also when the run fails or is cancelled
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    before = Settings.llm
    Settings.llm = llm
    answer = await agent.run(input=question)
    Settings.llm = before
    return answer


# %% wrong: asks again after a failure
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


# %% wrong: the old LLM of the time of definition
# breaks: the very object that was there when `ask_with` was called
llm_before = Settings.llm


async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    Settings.llm = llm
    try:
        return await agent.run(input=question)
    finally:
        Settings.llm = llm_before


# %% wrong: wraps the exception
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


# %% wrong: a fresh agent of the same class
# breaks: Ask the agent that is given
async def ask_with(llm, agent, question: str) -> str:
    """Return the agent's answer with this LLM in Settings; put the old one back, come what may."""
    before = Settings.llm
    Settings.llm = llm
    try:
        return await ReActAgent(timeout=180).run(input=question)
    finally:
        Settings.llm = before
