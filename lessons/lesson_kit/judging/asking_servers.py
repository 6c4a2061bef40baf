"""Judge a function that asks a served model over HTTP (7.5)."""

from collections.abc import Sequence
from typing import NamedTuple

from lesson_kit.judging.exchanges import Exchange, answer_is, shown
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import Request, requested
from lesson_kit.judging.outcomes import Failed
from lesson_kit.probes.model_replies import AskedServer

NO_REQUEST = Finding(
    "7.5/no-request", "No request has reached the server. Use the URL that is given."
)
OTHER_ADDRESS = Finding("7.5/other-address", "MLflow's server takes questions at another address.")
NO_BODY = Finding(
    "7.5/no-body", "The question is not sent. It goes into the body of a POST, as JSON."
)
NO_JSON = Finding(
    "7.5/no-json",
    "The server is not told that this is JSON: requests.post(…, json=…) does that.",
)
NO_INPUTS = Finding(
    "7.5/no-inputs", 'The body lacks "inputs": send {"inputs": {"input": question}}.'
)
OTHER_PAYLOAD = Finding(
    "7.5/other-payload",
    'The server does not take this payload. It wants {"inputs": {"input": question}}.',
)
WRAPPED = Finding(
    "7.5/wrapped", "That is the JSON around the answer: give what is under predictions."
)
STATUS_UNSEEN = Finding(
    "7.5/status-unseen",
    "The server has refused, and nobody learns of it: each status from 400 to 599 has to raise.",
)
STATUS_UNSAID = Finding(
    "7.5/status-unsaid",
    "The exception does not say what the server said: its text needs the status or the server's "
    "message. raise_for_status() puts the status there.",
)


ASKED_AGAIN = Finding(
    "7.5/asked-again", "The server was asked more than once: send one request, whatever it says."
)
ASKED_TOO_LITTLE = Finding(
    "7.5/asked-too-little", "Asked the same again, it gives what it has kept: ask the server anew."
)
MLFLOWS_BODY = '{"error_code": "REFUSED", "message": "{message}"}'
# What stands between a model and who asks it refuses in its own words.
BODIES = (
    MLFLOWS_BODY,
    '{"detail": "{message}"}',
    "<html><body>{message}</body></html>",
    '{"predictions": "{message}"}',
    '["{message}"]',
    "",
)


class ServerAsked(NamedTuple):
    """What ask_server is asked: a server like MLflow's, or one that refuses with a `refusal`."""

    exchange: Exchange
    times: int = 1
    refusal: str | None = None
    status: int = 400
    body: str = MLFLOWS_BODY

    def request(self) -> Request:
        """Return the request that ask_server is asked so."""
        said = self.body.replace("{message}", self.refusal or "")
        state = f", which refuses with {self.status}: {said or 'an empty body'}"
        twice = ", twice" if self.times > 1 else ""
        url = f"the URL of a server{state if self.refusal else ''}"
        arguments = {
            "function": "ask_server",
            "refusal": self.refusal,
            "status": self.status,
            "body": self.body,
            "times": self.times,
        }
        return requested(
            "reloaded_models.over_http",
            f"ask_server({url}, {self.exchange.question!r}){twice}",
            **arguments,
            **self.exchange.arguments(),
        )


def refused_and_not(
    learner, refusal: str, status: int = 400, body: str = MLFLOWS_BODY
) -> list[ServerAsked]:
    """Ask a server that refuses so, and then one that does not."""
    refused = ServerAsked(Exchange(learner), refusal=refusal, status=status, body=body)
    return [refused, ServerAsked(Exchange(learner))]


def servers_answer(learner, each: Sequence[ServerAsked]) -> None:
    """Fail unless `ask_server` asks each server properly, and gives its answer or its refusal."""
    outcomes = learner.request_each([one.request() for one in each])
    for asked, outcome in zip(each, outcomes, strict=True):
        called, exchange = outcome.called, asked.exchange
        reply: AskedServer = outcome.obtained(repr(exchange.answer))
        if not reply["requests"]:
            raised = reply.get("raised")
            got = f"{raised['type']}: {raised['text']}"[:240] if raised else "no request"
            raise Failed(NO_REQUEST, called, "POST /invocations", got)
        is_posted(called, reply, exchange.question)
        if asked.refusal is None:
            server_answers(called, reply, asked)
        else:
            refusal_comes_through(called, reply, asked)


def is_posted(called: str, reply: AskedServer, question: str) -> None:
    """Fail unless the last request was posted to where MLflow's server takes questions."""
    last = reply["requests"][-1]
    if last["path"].partition("?")[0] != "/invocations":
        raise Failed(OTHER_ADDRESS, called, "POST /invocations", f"a request of {last['path']}")
    if not last["body"]:
        expected = str({"inputs": {"input": question}})
        raise Failed(NO_BODY, called, expected, "a request without a body")


def is_asked(called: str, reply: AskedServer, times: int = 1) -> None:
    """Fail unless so many requests have reached the server, one for each call."""
    asked = len(reply["requests"])
    if asked != times:
        meaning = ASKED_AGAIN if asked > times else ASKED_TOO_LITTLE
        raise Failed(meaning, called, f"requests: {times}", f"requests: {asked}")


def server_answers(called: str, reply: AskedServer, asked: ServerAsked) -> None:
    """Fail unless the server was asked properly and its answer given, each time."""
    exchange = asked.exchange
    last, raised, answer = reply["requests"][-1], reply.get("raised"), reply.get("answer")
    answered = isinstance(answer, str) and exchange.greeting in answer
    if not answered and not last["type"].startswith("application/json"):
        got = f"Content-Type: {last['type'] or 'none'}"
        raise Failed(NO_JSON, called, "Content-Type: application/json", got)
    payload = str({"inputs": {"input": exchange.question}})
    if raised and '"inputs"' not in last["body"]:
        raise Failed(NO_INPUTS, called, payload, last["body"])
    if raised and raised["type"] in ("HTTPError", "RuntimeError", "KeyError"):
        raise Failed(OTHER_PAYLOAD, called, payload, last["body"])
    wrapped = f'{{"predictions": "{exchange.answer}"}}'
    answer_is(reply, called, exchange.answer, {wrapped: WRAPPED}, asked="model behind that URL")
    is_asked(called, reply, asked.times)


def refusal_comes_through(called: str, reply: AskedServer, asked: ServerAsked) -> None:
    """Fail unless an exception says what the server said."""
    expected = f"an exception that says {asked.status}, or the server's message"
    if "raised" not in reply:
        raise Failed(STATUS_UNSEEN, called, expected, shown(reply["answer"]))
    text = reply["raised"]["text"]
    if str(asked.status) not in text and asked.refusal not in text:
        got = f"{reply['raised']['type']}: {text}"[:240]
        raise Failed(STATUS_UNSAID, called, expected, got)
    is_asked(called, reply)
