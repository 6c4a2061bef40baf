"""Ask a learner's agent through a learner's function, or twice in one and the same context."""

import inspect

from llama_index.core.workflow import Context

from lesson_kit.probes import find, plain, probe
from lesson_kit.probes.workflows import _one_run, using_llm


@probe
async def ask(
    namespace,
    function: str,
    given,
    workflow: str = "ReActAgent",
    init: dict | None = None,
    llm: dict | None = None,
) -> dict:
    """Call a function with a fresh agent and a question; return what came of it.

    The reply has its `value` with its `type`, the `prompts` that reached the LLM, and how many
    `runs` of this very agent were begun.
    """
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
) -> dict:
    """Run a fresh workflow for each input, each run in the context of the one before."""
    with using_llm(None) as watched:
        instance = find(namespace, workflow)(**(init or {}))
        context = Context(instance)
        runs = [await _one_run(instance, {**given, "ctx": context}, seconds) for given in inputs]
    return {"runs": runs, "prompts": watched.prompts}
