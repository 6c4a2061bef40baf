"""Judge a function that asks an agent with another LLM in Settings (7.1)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lesson_kit.judging.exchanges import Exchange, answer_is, shown
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import Request, requested
from lesson_kit.judging.outcomes import Failed, Outcome
from lesson_kit.judging.run_findings import explain
from lesson_kit.probes.computed import SENTENCE
from lesson_kit.probes.model_replies import AskedWith

OLD_LLM = Finding(
    "7.1/old-llm",
    "The old LLM has answered: set the other one before the run, and the old one again only once "
    "the run has been awaited.",
)
OTHER_QUESTION = Finding(
    "7.1/other-question", "The agent was asked another question, or more than once."
)
OTHER_AGENT_RUN = Finding(
    "7.1/other-agent",
    "The agent that it is given has to run, once, also where that run fails, and no other.",
)
NOT_BACK = Finding(
    "7.1/not-back",
    "What Settings hold afterwards is not the LLM that was there when ask_with was called: "
    "remember that very object at the beginning of each call, and set it again at its end.",
)
NOT_FINALLY = Finding(
    "7.1/not-finally",
    "A failed run leaves the other LLM behind: put the old one back in a `finally` that covers all "
    "that comes after setting the other.",
)
NOT_WHEN_CANCELLED = Finding(
    "7.1/not-when-cancelled",
    "A cancelled run leaves the other LLM behind: an `except Exception` does not see it, a "
    "`finally` does.",
)
SWALLOWED = Finding(
    "7.1/swallowed",
    "The failure is swallowed: whoever asks must learn of it. Return nothing in its place, neither "
    "in `except` nor in `finally`.",
)
OTHER_FAILURE = Finding(
    "7.1/other-failure",
    "Another exception comes through than the agent's own: let that one pass as it is.",
)
WAYS = {
    "answers": "an LLM that says {greeting!r} first",
    "fails": "an LLM that raises {kind}({failure!r})",
    "refuses": "an LLM, an agent whose run raises {kind}({failure!r}) at once",
    "cancelled": "an LLM that never replies",
}


class Asking(NamedTuple):
    """What ask_with is asked: an agent with a made LLM that goes one of the `WAYS`."""

    exchange: Exchange
    way: str = "answers"
    kind: str = "ConnectionError"
    failure: str | None = None


def asked_with(learner, exchange: Exchange, way: str = "answers") -> tuple[str, AskedWith]:
    """Let the learner's function ask an agent with a made LLM; return the call and its reply."""
    return next(asked_with_each(learner, [Asking(exchange, way)]))


def asked_with_each(learner, each: Sequence[Asking]) -> Iterator[tuple[str, AskedWith]]:
    """Let the learner's function ask several agents; give each call and its reply."""
    requests = list(map(request_of, each))
    for request, outcome in zip(requests, learner.request_each(requests), strict=True):
        about = {name: request.arguments[name] for name in ("failure", "kind")}
        yield request.called, outcome.obtained("an answer") | about


def request_of(asking: Asking) -> Request:
    """Return the request that ask_with is asked so."""
    exchange, way, kind, failure = asking
    if failure is None:
        failure = f"No line to {exchange.greeting.strip(': ')}"
    if exchange.shape == SENTENCE:
        llm = WAYS[way].format(greeting=exchange.greeting, failure=failure, kind=kind)
    else:
        llm = f"an LLM that says {exchange.answer!r}"
    called = f"await ask_with({llm}{'' if way == 'refuses' else ', agent'}, {exchange.question!r})"
    called += ", cancelled while it waits" if way == "cancelled" else ""
    about = {"function": "ask_with", "way": way, "failure": failure, "kind": kind}
    return requested("other_llms.with_llm", called, **about, **exchange.arguments())


def other_llm_answers(called: str, reply: AskedWith, exchange: Exchange) -> None:
    """Fail unless the LLM that was given has answered the question that was given."""
    if reply["asked"] not in ([], [exchange.question]):
        raise Failed(OTHER_QUESTION, called, str([exchange.question]), str(reply["asked"]))
    old = {"the old LLM": OLD_LLM}
    answer_is(reply, called, exchange.answer, old, asked="agent that was given, with that LLM,")
    runs_once(called, reply)


def runs_once(called: str, reply: AskedWith) -> None:
    """Fail unless the agent that was given has run, and once."""
    if reply["runs"] != 1:
        got = f"{reply['runs']} runs of the agent that was given"
        raise Failed(OTHER_AGENT_RUN, called, "one run of it", got)


def llm_is_back(called: str, reply: AskedWith, meaning: Finding) -> None:
    """Fail, with this meaning, unless the old LLM is in Settings again."""
    if not reply["restored"]:
        raise Failed(
            meaning, called, "Settings.llm as it was before", "Settings.llm is another LLM"
        )


def failure_comes_through(called: str, reply: dict) -> None:
    """Fail unless the exception of a run has reached the caller."""
    expected = f"{reply['kind']}: {reply['failure']}"
    if "raised" not in reply:
        raise Failed(SWALLOWED, called, expected, shown(reply["answer"]))
    raised = Outcome(called, raised=reply["raised"])
    its_own = (reply["raised"]["type"], reply["raised"]["text"]) == (
        reply["kind"],
        reply["failure"],
    )
    if not its_own:
        explain(raised, expected)
    if not its_own or not reply["own"]:
        raised.fail(OTHER_FAILURE, expected)
    runs_once(called, reply)
