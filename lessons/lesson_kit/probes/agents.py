"""Ask a learner's agent through a learner's function, or twice in one and the same context."""

import inspect

from llama_index.core.workflow import Context

from lesson_kit.probes import find, plain, probe
from lesson_kit.probes.replies import Asked, Runs
from lesson_kit.probes.workflows import run_once, using_llm


@probe
async def give_agent(
    namespace,
    function: str,
    given,
    workflow: str = "ReActAgent",
    init: dict | None = None,
    llm: dict | None = None,
) -> Asked:
    """Call a function with a fresh agent and a question; return what came of it."""
    called = find(namespace, function)
    with using_llm(llm) as watched:
        agent = find(namespace, workflow)(**(init or {}))
        runs, run = 0, agent.run

        def counted(*args, **kwargs):
            nonlocal runs
            runs += 1
            return run(*args, **kwargs)

        agent.run = counted
        value = called(agent, given)
        if inspect.isawaitable(value):
            value = await value
    kind = type(value).__name__
    return {"value": plain(value), "type": kind, "prompts": watched.prompts, "runs": runs}


@probe
async def run_in_one_context(
    namespace, workflow: str, inputs: list, init: dict | None = None, seconds: float = 4
) -> Runs:
    """Run a fresh workflow for each input, each run in the context of the one before."""
    with using_llm(None) as watched:
        instance = find(namespace, workflow)(**(init or {}))
        context = Context(instance)
        runs = [await run_once(instance, {**given, "ctx": context}, seconds) for given in inputs]
    return {"runs": runs, "prompts": watched.prompts}
