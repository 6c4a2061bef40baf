"""Run a learner's workflow and tell what happened: results, steps, prompts, memory."""

import asyncio
import contextlib
import re
import time
from collections.abc import Sequence
from typing import Any

from llama_index.core import Settings
from llama_index.core.base.llms.types import (
    ChatMessage,
    ChatResponse,
    CompletionResponse,
    LLMMetadata,
)
from llama_index.core.llms import CustomLLM
from pydantic import Field, PrivateAttr
from workflows.utils import get_steps_from_class

from lesson_kit.probes import describe_error, describe_object, find, plain, probe

TICK = 0.05  # seconds
MOST_STEPS = 500  # of one run: the longest run that a check asks for takes a tenth of them


class WatchedLLM(CustomLLM):
    """Pass every chat to the LLM inside, or give scripted replies, and keep the prompts."""

    inner: Any = None
    replies: list[str] = Field(default_factory=list)
    pause: float = 0.0
    _prompts: list = PrivateAttr(default_factory=list)
    _under_way: int = PrivateAttr(default=0)
    _at_once: int = PrivateAttr(default=0)

    @property
    def prompts(self) -> list[list[dict]]:
        """The messages of every call so far, as role and content."""
        return self._prompts

    @property
    def at_once(self) -> int:
        """The most calls that were under way at the same time."""
        return self._at_once

    @property
    def metadata(self) -> LLMMetadata:
        return LLMMetadata(is_chat_model=True, model_name="watched")

    def chat(self, messages: Sequence[ChatMessage], **kwargs) -> ChatResponse:
        with self._counted():
            time.sleep(self.pause)
            return self._reply(messages, **kwargs)

    async def achat(self, messages: Sequence[ChatMessage], **kwargs) -> ChatResponse:
        with self._counted():
            await asyncio.sleep(self.pause)
            return self._reply(messages, **kwargs)

    @contextlib.contextmanager
    def _counted(self):
        self._under_way += 1
        self._at_once = max(self._at_once, self._under_way)
        try:
            yield
        finally:
            self._under_way -= 1

    def _reply(self, messages: Sequence[ChatMessage], **kwargs) -> ChatResponse:
        self._prompts.append(
            [{"role": str(message.role.value), "content": message.content} for message in messages]
        )
        if self.inner is not None:
            return self.inner.chat(messages, **kwargs)
        reply = self.replies[min(len(self._prompts), len(self.replies)) - 1]
        return ChatResponse(message=ChatMessage(role="assistant", content=reply))

    def complete(self, prompt: str, formatted: bool = False, **kwargs) -> CompletionResponse:
        response = self.chat([ChatMessage(role="user", content=prompt)], **kwargs)
        return CompletionResponse(text=response.message.content, raw=response.raw)

    def stream_complete(self, prompt: str, formatted: bool = False, **kwargs):
        yield self.complete(prompt, formatted, **kwargs)


@contextlib.contextmanager
def using_llm(settings: dict | None):
    """Put a watched LLM into `Settings` for a while: `{"replies": …}` or OfflineLLM settings."""
    settings = dict(settings or {})
    pause = settings.pop("pause", 0.0)
    if "replies" in settings:
        watched = WatchedLLM(replies=settings["replies"], pause=pause)
    else:
        from lesson_kit.offline_llm import OfflineLLM

        watched = WatchedLLM(inner=OfflineLLM(**settings), pause=pause)
    before = Settings._llm  # the property would resolve a default LLM, which needs a key
    Settings.llm = watched
    try:
        yield watched
    finally:
        Settings._llm = before


@probe
async def run(
    namespace,
    workflow: str,
    inputs: list,
    init: dict | None = None,
    together: bool = False,
    llm: dict | None = None,
    memory: str | None = None,
    seconds: float = 8,
) -> dict:
    """Run a workflow once for each input, one after another or together.

    `workflow` names a class, of which a fresh instance is made with `init`, or an instance. The
    reply has `runs` (each `result`, `raised` or `unfinished`, and its `steps` as [step, event in,
    event out]),
    the `prompts` that reached the LLM, `at_once`, the most LLM calls under way at once, and
    the messages in the attribute that `memory` names.
    """
    found = find(namespace, workflow)
    with using_llm(llm) as watched:
        instance = found(**(init or {})) if isinstance(found, type) else found
        runs = [_one_run(instance, given, seconds) for given in inputs]
        if together:
            reports = await asyncio.gather(*runs)
        else:
            reports = [await one for one in runs]
    reply = {"runs": reports, "prompts": watched.prompts, "at_once": watched.at_once}
    if memory is not None:
        reply["memory"] = _messages(getattr(instance, memory, None))
    return reply


async def _one_run(instance, given: dict, seconds: float) -> dict:
    steps: list[list[str | None]] = []
    report: dict = {"steps": steps}
    try:
        handler = instance.run(**given)
        watching = asyncio.create_task(_watch(handler, steps))
        waiting = asyncio.ensure_future(_result(handler))
        if unfinished := await _unfinished(waiting, steps, seconds):
            with contextlib.suppress(Exception):
                await handler.cancel_run()
            watching.cancel()
            waiting.cancel()
            report["unfinished"] = unfinished
            return report
        result = waiting.result()
        await watching
        report["result"], report["type"] = plain(result), type(result).__name__
    except Exception as error:
        report["raised"] = describe_error(error)
    return report


async def _unfinished(task: asyncio.Future, steps: list, seconds: float) -> str:
    """Wait for a run's task; return "" where it has ended, else how long it was waited for.

    The seconds are counted in ticks of the task's own loop: where a busy machine holds this
    process back, they pass more slowly too, and an honest run is not taken for an endless one.
    A run that goes round and round is known by its steps, before what it keeps fills the memory.
    """
    for _ in range(round(seconds / TICK)):
        if (await asyncio.wait([task], timeout=TICK))[0]:
            return ""
        if len(steps) >= MOST_STEPS:
            return f"no result after {MOST_STEPS} steps"
    return f"no result within {seconds:g} s"


async def _result(handler):
    return await handler


async def _watch(handler, steps: list) -> None:
    """Note every finished step with the events that went in and came out."""
    async for event in handler.stream_events(expose_internal=True):
        state = getattr(event, "step_state", None)
        if state is not None and state.value == "not_running" and len(steps) < MOST_STEPS:
            steps.append(
                [
                    event.name,
                    _event_name(event.input_event_name),
                    _event_name(event.output_event_name),
                ]
            )


def _event_name(text: str | None) -> str | None:
    """Return `Ping` for `<class '__main__.Ping'>`."""
    match = re.search(r"([\w<>]+)'?>?$", text or "")
    return match.group(1) if match else text


def _messages(memory) -> list[dict] | None:
    for read in ("get_all", "get"):
        if hasattr(memory, read):
            return [
                {"role": str(message.role.value), "content": message.content}
                for message in getattr(memory, read)()
            ]
    return None


@probe
def steps_of(namespace, workflow: str) -> dict:
    """Return each step of a workflow class: its parameters and the events that it returns."""
    found = find(namespace, workflow)
    cls = found if isinstance(found, type) else type(found)
    steps = {**get_steps_from_class(cls), **getattr(cls, "_step_functions", {})}
    return {name: describe_object(function) for name, function in steps.items()}


@probe
def build(namespace, workflow: str, init: dict | None = None) -> dict:
    """Construct and validate a workflow class; return its graph in mermaid's words."""
    from llama_index.utils.workflow import draw_all_possible_flows_mermaid

    instance = find(namespace, workflow)(**(init or {}))
    instance.validate()
    return {"graph": draw_all_possible_flows_mermaid(instance, filename="")}
