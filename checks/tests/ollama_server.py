"""A loopback server that speaks Ollama's protocol, for tests of LESSON_LLM=ollama.

with ollama_server(models=["llama3.2"]) as server:
    monkeypatch.setenv("OLLAMA_HOST", server.url)
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from openai_server import LLMHandler, LLMServer, serving


class OllamaHandler(LLMHandler):
    """Answer GET /api/tags, POST /api/show and /api/chat."""

    def do_GET(self) -> None:
        tags = {"models": [{"name": f"{name}:latest"} for name in self.server.models]}
        self.send(200 if self.path == "/api/tags" else 404, json.dumps(tags).encode())

    def replied(self, body: dict) -> tuple[int, dict]:
        if self.server.status != 200:
            return self.server.status, {"error": "no, not now"}
        if body["model"] not in self.server.models:
            return 404, {"error": f"model '{body['model']}' not found"}
        if self.path == "/api/show":
            return 200, {"model_info": {"llama.context_length": 8192}, "capabilities": ["tools"]}
        response = self.response(body)
        usage = response.raw["usage"]
        return 200, {
            "model": body["model"],
            "created_at": "2026-01-01T00:00:00Z",
            "message": {"role": "assistant", "content": response.message.content},
            "done": True,
            "done_reason": "stop",
            "prompt_eval_count": usage["prompt_tokens"],
            "eval_count": usage["completion_tokens"],
        }


@contextmanager
def ollama_server(**settings) -> Iterator[LLMServer]:
    """Run a server of Ollama's protocol until the block ends."""
    with serving(LLMServer(OllamaHandler, None)) as server:
        vars(server).update(settings)
        yield server
