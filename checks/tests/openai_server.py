"""A loopback server that speaks the OpenAI chat protocol, for tests of real LLMs' clients.

    with openai_server() as server:
        monkeypatch.setenv("OPENAI_API_BASE", server.base_url)

The replies are the offline LLM's. `server.requests` keeps the body of each request, oldest first.
With `key` it refuses any other, with `models` it has only those; `status` and `delay` make it fail
or wait.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from lesson_kit.offline_llm import OfflineLLM
from llama_index.core.base.llms.types import ChatMessage, ChatResponse


class LLMHandler(BaseHTTPRequestHandler):
    """Read and write JSON, as a server of LLMs does."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.requests.append(body)
        time.sleep(self.server.delay)
        status, reply = self.replied(body)
        content = reply.encode() if isinstance(reply, str) else json.dumps(reply).encode()
        self.send(status, content)

    def send(self, status: int, content: bytes) -> None:
        """Send a reply, unless whoever asked did not wait for it."""
        with suppress(ConnectionError):
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    def response(self, body: dict) -> ChatResponse:
        """Return the offline LLM's response to the messages of a request."""
        messages = [ChatMessage(role=m["role"], content=m["content"]) for m in body["messages"]]
        return self.server.llm.respond(messages)

    def log_message(self, *args) -> None:
        """Keep quiet: graded cells must not see output on stderr."""


class OpenAIHandler(LLMHandler):
    """Answer POST /v1/chat/completions."""

    def replied(self, body: dict) -> tuple[int, dict | str]:
        server = self.server
        if server.status == 200 and server.text:
            return 200, server.text
        if self.path != "/v1/chat/completions":
            return error(404, f"no such path: {self.path}")
        if server.status != 200:
            return error(server.status, "no, not now")
        if server.key and self.headers["Authorization"] != f"Bearer {server.key}":
            return error(401, "Incorrect API key provided")
        if server.models and body["model"] not in server.models:
            return error(404, f"The model {body['model']!r} does not exist")
        response = self.response(body)
        message = {"role": "assistant", "content": response.message.content}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        reply = {"id": "chatcmpl-loopback", "created": 0, "choices": [choice]}
        return 200, {**response.raw, **reply, "model": body["model"]}


def error(status: int, message: str) -> tuple[int, dict]:
    """Return an error as the protocol words it."""
    return status, {"error": {"message": message}}


class LLMServer(ThreadingHTTPServer):
    """Listen on a free port of the loopback interface."""

    daemon_threads = True
    block_on_close = False  # a reply that nobody waits for any more

    def __init__(self, handler: type[LLMHandler], llm: OfflineLLM | None):
        super().__init__(("127.0.0.1", 0), handler)
        self.llm = llm or OfflineLLM()
        self.requests: list[dict] = []
        self.key, self.models = "", ()
        self.status, self.text, self.delay = 200, "", 0.0
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.base_url = f"{self.url}/v1"


@contextmanager
def serving(server: LLMServer) -> Iterator[LLMServer]:
    """Run a server in a thread until the block ends."""
    with server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def openai_server(llm: OfflineLLM | None = None, **settings) -> Iterator[LLMServer]:
    """Run a server of OpenAI's protocol until the block ends."""
    with serving(LLMServer(OpenAIHandler, llm)) as server:
        vars(server).update(settings)
        yield server
