"""The LLMs that checks put into `Settings`: watched, scripted, failing, or silent.

To make such a class takes milliseconds, so they stay loaded between requests: they are no safer
than any class of a library that learner code can change.
"""

import asyncio
import builtins
import contextlib
import time
from collections.abc import Sequence
from typing import Any

from llama_index.core.base.llms.types import (
    ChatMessage,
    ChatResponse,
    CompletionResponse,
    LLMMetadata,
)
from llama_index.core.llms import CustomLLM
from pydantic import Field, PrivateAttr

from lesson_kit.offline_llm import OfflineLLM
from lesson_kit.probes import plain
from lesson_kit.probes.computed import SENTENCE, counted_answer, number_of
from lesson_kit.probes.skipped_waits import pass_time

LONGEST_BLOCK = 0.5  # seconds that a chat which holds up everything takes, however long its pause
FAILURES = {one.__name__: one for one in (ConnectionError, RuntimeError, TypeError, OSError)}


class WatchedLLM(CustomLLM):
    """Pass every chat to the LLM inside, or give other replies, and keep the prompts.

    Those are scripted, the last of them for ever, or the number of the last message in a frame of
    words. With `raises`, it raises an exception of that name in their place. After `slow_after`
    calls, each takes a second of the loop's clock: what goes round and round runs out of time soon.
    """

    inner: Any = None
    replies: list[str] = Field(default_factory=list)
    factor: int | None = None
    frame: str = "It is {}."
    raises: str = ""
    pause: float = 0.0
    slow_after: int | None = None
    _prompts: list = PrivateAttr(default_factory=list)
    _under_way: int = PrivateAttr(default=0)
    _at_once: int = PrivateAttr(default=0)

    @property
    def prompts(self) -> list[list[dict]]:
        """The messages of every call so far, as role and content."""
        return self._prompts

    @property
    def is_slow(self) -> bool:
        """Tell whether it was asked so often that each call takes a second by now."""
        return self.slow_after is not None and len(self._prompts) >= self.slow_after

    @property
    def at_once(self) -> int:
        """The most calls that were under way at the same time."""
        return self._at_once

    @property
    def metadata(self) -> LLMMetadata:
        return LLMMetadata(is_chat_model=True, model_name="watched")

    def chat(self, messages: Sequence[ChatMessage], **kwargs) -> ChatResponse:
        with self._counted():
            time.sleep(min(self.pause, LONGEST_BLOCK))
            if self.is_slow:
                pass_time(1)
            return self._reply(messages, **kwargs)

    async def achat(self, messages: Sequence[ChatMessage], **kwargs) -> ChatResponse:
        with self._counted():
            await asyncio.sleep(1 if self.is_slow else self.pause)
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
        if self.raises:
            made = getattr(builtins, self.raises, None) or type(self.raises, (Exception,), {})
            raise made("Operation timed out after 4.0 seconds")
        if self.inner is not None:
            return self.inner.chat(messages, **kwargs)
        raw = None
        if self.factor is not None:
            number = number_of(str(messages[-1].content), self.factor)
            reply, raw = self.frame.format(number), {"number": number}
        else:
            reply = self.replies[min(len(self._prompts), len(self.replies)) - 1]
        return ChatResponse(message=ChatMessage(role="assistant", content=reply), raw=raw)

    def complete(self, prompt: str, formatted: bool = False, **kwargs) -> CompletionResponse:
        response = self.chat([ChatMessage(role="user", content=prompt)], **kwargs)
        return CompletionResponse(text=response.message.content, raw=response.raw)

    def stream_complete(self, prompt: str, formatted: bool = False, **kwargs):
        yield self.complete(prompt, formatted, **kwargs)


class FullLLM(WatchedLLM):
    """Reply with all that a response can hold, and keep what came and what went, as it was."""

    form: str
    _asked: list = PrivateAttr(default_factory=list)
    _replied: list = PrivateAttr(default_factory=list)

    def _reply(self, messages, **kwargs) -> ChatResponse:
        number = super()._reply(messages, **kwargs).raw["number"]
        self._asked.append(
            [
                {
                    "role": str(message.role.value),
                    "content": message.content,
                    "additional_kwargs": message.additional_kwargs,
                }
                for message in messages
            ]
        )
        more = {"number": number}
        message = ChatMessage(
            role="assistant", content=self.form.format(number), additional_kwargs=more
        )
        response = ChatResponse(
            message=message, raw=more, delta=f"{number}", additional_kwargs=more
        )
        self._replied.append(plain(response))
        return response

    def take(self) -> tuple[list, list]:
        """Give what came and what went since the last time."""
        taken = self._asked, self._replied
        self._asked, self._replied = [], []
        return taken


class ScriptedLLM(OfflineLLM):
    """Give these replies, the last of them for ever, and report a token usage that grows.

    `prompt_tokens` and `completion_tokens` have a base and a growth: call number n, from 1, reports
    base + n * growth.
    """

    replies: list[str] = Field(default_factory=list)
    prompt_tokens: list[int] | None = None
    completion_tokens: list[int] | None = None
    _calls: int = PrivateAttr(default=0)

    @property
    def calls(self) -> int:
        """How often it was asked."""
        return self._calls

    def reply(self, messages) -> str:
        if not self.replies:
            return super().reply(messages)
        return self.replies[min(self._calls, len(self.replies) - 1)]

    def respond(self, messages) -> ChatResponse:
        response = super().respond(messages)
        self._calls += 1
        if self.prompt_tokens and self.completion_tokens:
            prompt = self.prompt_tokens[0] + self._calls * self.prompt_tokens[1]
            completion = self.completion_tokens[0] + self._calls * self.completion_tokens[1]
            response.raw["usage"] = {
                "prompt_tokens": prompt,
                "completion_tokens": completion,
                "total_tokens": prompt + completion,
            }
        return response


class CountingLLM(OfflineLLM):
    """Answer each question with `counted_answer`, and keep the questions."""

    greeting: str
    factor: int
    shape: str = SENTENCE
    _asked: list[str] = PrivateAttr(default_factory=list)

    @property
    def asked(self) -> list[str]:
        """The questions so far."""
        return self._asked

    def reply(self, messages) -> str:
        self._asked.append(messages[-1].content)
        return counted_answer(self.greeting, self.factor, messages[-1].content, self.shape)


class FailingLLM(CountingLLM):
    """Keep the questions, and raise for each."""

    failure: str
    kind: str

    def reply(self, messages) -> str:
        super().reply(messages)
        raise FAILURES[self.kind](self.failure)


class SilentLLM(CountingLLM):
    """Keep the questions, and never reply."""

    async def achat(self, messages, **kwargs):
        self.reply(messages)
        await asyncio.Event().wait()
