"""Judge a function that asks a served model over HTTP (7.5)."""

from lesson_kit.judging.exchanges import Exchange, answer_is, shown
from lesson_kit.judging.findings import Finding
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


def asked_server(
    learner,
    exchange: Exchange,
    refusal: str | None = None,
    status: int = 400,
    body: str = MLFLOWS_BODY,
    times: int = 1,
):
    """Let `ask_server` ask a server like MLflow's, or one that refuses; return call and reply."""
    said = body.replace("{message}", refusal or "")
    state = f", which refuses with {status}: {said or 'an empty body'}" if refusal else ""
    twice = ", twice" if times > 1 else ""
    called = f"ask_server(the URL of a server{state}, {exchange.question!r}){twice}"
    outcome = learner.request(
        "reloaded_models.over_http",
        called,
        function="ask_server",
        refusal=refusal,
        status=status,
        body=body,
        times=times,
        **exchange.arguments(),
    )
    reply: AskedServer = outcome.obtained(repr(exchange.answer))
    if not reply["requests"]:
        raised = reply.get("raised")
        got = f"{raised['type']}: {raised['text']}"[:240] if raised else "no request"
        raise Failed(NO_REQUEST, called, "POST /invocations", got)
    return called, reply


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


def server_answers(learner, exchange: Exchange, times: int = 1) -> None:
    """Fail unless `ask_server` asks properly and gives the text of the answer, each time."""
    called, reply = asked_server(learner, exchange, times=times)
    is_posted(called, reply, exchange.question)
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
    is_asked(called, reply, times)


def refusal_comes_through(
    learner, refusal: str, status: int = 400, body: str = MLFLOWS_BODY
) -> None:
    """Fail unless `ask_server` raises what the server said, and does so only where it refuses."""
    exchange = Exchange(learner)
    called, reply = asked_server(learner, exchange, refusal, status, body)
    is_posted(called, reply, exchange.question)
    expected = f"an exception that says {status}, or the server's message"
    if "raised" not in reply:
        raise Failed(STATUS_UNSEEN, called, expected, shown(reply["answer"]))
    text = reply["raised"]["text"]
    if str(status) not in text and refusal not in text:
        got = f"{reply['raised']['type']}: {text}"[:240]
        raise Failed(STATUS_UNSAID, called, expected, got)
    is_asked(called, reply)
    server_answers(learner, Exchange(learner))
