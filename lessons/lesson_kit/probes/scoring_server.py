"""A small server that answers as MLflow's scoring server does, and keeps what reaches it."""

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

from lesson_kit.probes.model_replies import SeenRequest
from lesson_kit.serving import HOST

INPUTS = ("inputs", "dataframe_split", "dataframe_records", "instances")


def question_in(body: bytes) -> tuple[str, bool]:
    """Return the question in a request as MLflow's scoring server reads it, and if it is wrapped.

    Raises ValueError, with the server's words, for what the server refuses.
    """
    try:
        data = json.loads(body)
    except ValueError:
        raise ValueError("Ensure that input is a valid JSON formatted string.") from None
    found = [name for name in INPUTS if isinstance(data, dict) and name in data]
    if not found and isinstance(data, dict) and "input" in data:
        return str(data["input"]), False
    if len(found) != 1:
        raise ValueError(
            f"The input must be a JSON dictionary with exactly one of the input fields {INPUTS}."
        )
    inside = data[found[0]]
    if found[0] == "dataframe_split" and isinstance(inside, dict):
        inside = dict(zip(inside.get("columns", []), inside.get("data", [[]])[0], strict=False))
    inside = inside[0] if isinstance(inside, list) and inside else inside
    if not isinstance(inside, dict) or "input" not in inside:
        raise ValueError("Failed to enforce schema: Model is missing inputs ['input'].")
    value = inside["input"]
    return str(value[0] if isinstance(value, list) and value else value), True


class Refusal(NamedTuple):
    """What a server says that refuses: a status, and a body, which may be anything."""

    status: int
    body: str


def scoring_server(
    answer: Callable[[str], str], seen: list[SeenRequest], refusal: Refusal | None = None
) -> ThreadingHTTPServer:
    """Return a server that answers as MLflow's does, or always refuses."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            kind = self.headers.get("Content-Type", "")
            text = body.decode(errors="replace")[:500]
            seen.append(SeenRequest(path=self.path, type=kind, body=text))
            if self.path != "/invocations":
                return self.reply(404, {"detail": "Not Found"})
            if refusal is not None:
                return self.send(refusal.status, refusal.body)
            if not kind.startswith("application/json"):
                return self.reply(415, f"This predictor only supports JSON and CSV. Got {kind!r}.")
            try:
                question, wrapped = question_in(body)
            except ValueError as error:
                return self.reply(400, {"error_code": "BAD_REQUEST", "message": str(error)})
            said = answer(question)
            self.reply(200, {"predictions": said} if wrapped else said)

        def do_GET(self):
            seen.append(SeenRequest(path=self.path, type="", body=""))
            self.reply(405, {"detail": "Method Not Allowed"})

        def reply(self, status: int, data) -> None:
            self.send(status, json.dumps(data))

        def send(self, status: int, body: str) -> None:
            text = body.encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *args) -> None:
            """Keep quiet."""

    return ThreadingHTTPServer((HOST, 0), Handler)
