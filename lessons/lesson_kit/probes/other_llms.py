"""Ask an agent with another LLM in Settings: one that answers, fails or never replies (7.1)."""

import asyncio
import inspect
from functools import partial

from llama_index.core import Settings
from llama_index.core.llms import ChatMessage
from llama_index.core.workflow import StartEvent, StopEvent, Workflow, step

from lesson_kit.private_names import llm_in_settings, settings_kept
from lesson_kit.probes import describe_error, find, plain, probe
from lesson_kit.probes.computed import SENTENCE
from lesson_kit.probes.llms import FAILURES, CountingLLM, FailingLLM, SilentLLM, WatchedLLM
from lesson_kit.probes.model_replies import AskedWith


class Asker(Workflow):
    """Answer with what the LLM in Settings says; count the runs; with `refusal`, refuse to run."""

    times = 0
    refusal: Exception | None = None

    def run(self, *args, **kwargs):
        self.times += 1
        if self.refusal is not None:
            raise self.refusal
        return super().run(*args, **kwargs)

    @step
    async def ask_llm(self, ev: StartEvent) -> StopEvent:
        reply = await Settings.llm.achat([ChatMessage(role="user", content=ev.input)])
        return StopEvent(result=reply.message.content)


@probe
async def with_llm(
    namespace,
    function: str,
    greeting: str,
    factor: int,
    question: str,
    way: str = "answers",
    failure: str = "",
    kind: str = "ConnectionError",
    shape: str = SENTENCE,
) -> AskedWith:
    """Let a learner's function ask an agent with another LLM.

    That `answers`, or it `fails` with this kind of failure, or the agent `refuses` to run with it,
    or the call is `cancelled` once the LLM is asked.
    """
    ask_with = find(namespace, function)
    agent = Asker(timeout=5)
    agent.refusal = FAILURES[kind](failure) if way == "refuses" else None
    kinds = {"fails": partial(FailingLLM, failure=failure, kind=kind), "cancelled": SilentLLM}
    llm = kinds.get(way, CountingLLM)(greeting=greeting, factor=factor, shape=shape)
    with settings_kept():
        before = Settings.llm = WatchedLLM(replies=["the old LLM"])
        reply = AskedWith(asked=llm.asked, restored=False, runs=0)
        try:
            answer = ask_with(llm, agent, question)
            if way == "cancelled" and inspect.isawaitable(answer):
                answer = cancelled(answer, llm)
            reply["answer"] = plain(await answer if inspect.isawaitable(answer) else answer)
        except NotImplementedError:
            raise
        except (Exception, asyncio.CancelledError) as error:
            reply["raised"] = describe_error(error)
            reply["own"] = agent.refusal in (None, error)
        reply["restored"] = llm_in_settings() is before
        reply["runs"] = agent.times
        return reply


async def cancelled(awaitable, llm: CountingLLM):
    """Await something that is cancelled as soon as the LLM has been asked, or after a second."""
    task = asyncio.ensure_future(awaitable)
    for _ in range(100):
        await asyncio.sleep(0.01)
        if llm.asked or task.done():
            break
    task.cancel()
    return await task
