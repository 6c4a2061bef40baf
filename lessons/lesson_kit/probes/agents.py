"""Ask a learner's agent through a learner's function, or twice in one and the same context."""

import asyncio
import inspect

from llama_index.core.llms.llm import ToolSelection
from llama_index.core.workflow import Context, StopEvent, WorkflowTimeoutError, step

from lesson_kit.probes import find, plain, probe
from lesson_kit.probes.replies import ROUND_AND_ROUND, Asked, Runs
from lesson_kit.probes.watched_store import stores_watched
from lesson_kit.probes.workflows import run_once, using_llm

MOST_CALLS = 50  # of the LLM by one function: the longest that a check asks for takes 20


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
    with using_llm({**(llm or {}), "slow_after": MOST_CALLS}) as watched:
        agent = find(namespace, workflow)(**(init or {}))
        begun, run = [], agent.run

        def counted(*args, **kwargs):
            begun.append(run(*args, **kwargs))
            return begun[-1]

        agent.run = counted
        try:
            value = called(agent, given)
            if inspect.isawaitable(value):
                value = await value
        except WorkflowTimeoutError as error:
            if watched.is_slow:
                error.args = (f"{ROUND_AND_ROUND} {MOST_CALLS} replies of the LLM",)
            raise
        ended = [one for handler in begun if (one := await how_ended(handler))]
    return {
        "value": plain(value),
        "type": type(value).__name__,
        "prompts": watched.prompts,
        "runs": len(begun),
        "ended": ended,
        "at_once": watched.at_once,
    }


async def how_ended(handler) -> dict | None:
    """Return the result of a run that has ended with one, and the reasoning steps in its store."""
    if not handler.is_done():
        return None
    try:
        result = await handler
    except (Exception, asyncio.CancelledError):
        return None  # it has failed, or was cancelled
    steps = await handler.ctx.store.get("steps", default=[])
    return {"result": plain(result), "steps": plain(steps)}


@probe
async def call_several(namespace, tool_calls: list, question: str, tools: list) -> dict:
    """Let an agent's step call several tools that one event asks for; return steps and prompts.

    The step that handles the reply of the LLM is one of the probe's own, in a subclass: it asks for
    the tool calls first, and stops after that.
    """
    names = ("ToolCallEvent", "LLMOutputEvent", "ReActAgent")
    call_event, output_event, agent_class = (find(namespace, name) for name in names)
    asked = False
    if not hasattr(agent_class, "handle_tool_calls"):  # an agent of other steps
        return {"runs": [], "prompts": []}

    class Several(agent_class):
        @step
        async def handle_llm_response(self, ev: output_event) -> call_event | StopEvent:
            nonlocal asked
            if asked:
                return StopEvent(result="")
            asked = True
            return call_event(
                tool_calls=[
                    ToolSelection(tool_id=str(number), tool_name=name, tool_kwargs=arguments)
                    for number, (name, arguments) in enumerate(tool_calls)
                ]
            )

    with using_llm({"replies": ["Thought: I see."]}) as watched, stores_watched():
        ran = await run_once(Several(tools=tools, timeout=4), {"input": question}, 4, True)
    return {"runs": [ran], "prompts": watched.prompts}


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
