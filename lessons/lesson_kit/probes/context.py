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
    """Call a function with a fresh agent and a question; return its value and the prompts."""
    called = find(namespace, function)
    with using_llm(llm) as watched:
        agent = find(namespace, workflow)(**(init or {}))
        value = called(agent, given)
        if inspect.isawaitable(value):
            value = await value
    return {"value": plain(value), "type": type(value).__name__, "prompts": watched.prompts}


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
