"""An LLM for traced runs, with replies and a token usage that are given to it."""

from llama_index.core.llms import ChatResponse
from pydantic import Field, PrivateAttr

from lesson_kit.offline_llm import OfflineLLM


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
