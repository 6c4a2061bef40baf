"""A loopback server that speaks the OpenAI chat protocol, for tests of LESSON_LLM=openai.

    with openai_server() as server:
        monkeypatch.setenv("OPENAI_API_BASE", server.base_url)

The replies are the offline LLM's. `server.requests` keeps the body of each request, oldest first.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from lesson_kit.offline_llm import OfflineLLM
from llama_index.core.base.llms.types import ChatMessage


class OpenAIHandler(BaseHTTPRequestHandler):
    """Answer POST /v1/chat/completions."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path != "/v1/chat/completions":
            self.send(404, {"error": {"message": f"no such path: {self.path}"}})
            return
        self.server.requests.append(body)
        messages = [ChatMessage(role=m["role"], content=m["content"]) for m in body["messages"]]
        response = self.server.llm.respond(messages)
        message = {"role": "assistant", "content": response.message.content}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        reply = {"id": "chatcmpl-loopback", "created": 0, "choices": [choice]}
        self.send(200, {**response.raw, **reply, "model": body["model"]})

    def send(self, status: int, reply: dict) -> None:
        content = json.dumps(reply).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args) -> None:
        """Keep quiet: graded cells must not see output on stderr."""


class OpenAIServer(ThreadingHTTPServer):
    """Listen on a free port of the loopback interface."""

    daemon_threads = True

    def __init__(self, llm: OfflineLLM):
        super().__init__(("127.0.0.1", 0), OpenAIHandler)
        self.llm = llm
        self.requests: list[dict] = []
        self.base_url = f"http://127.0.0.1:{self.server_port}/v1"


@contextmanager
def openai_server(llm: OfflineLLM | None = None) -> Iterator[OpenAIServer]:
    """Run the server in a thread until the block ends."""
    with OpenAIServer(llm or OfflineLLM()) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
