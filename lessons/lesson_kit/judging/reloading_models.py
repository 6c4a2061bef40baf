"""Judge what a learner's function does with a model: load and ask it (7.3 and 7.4)."""

from collections.abc import Sequence
from typing import NamedTuple

from lesson_kit.judging.exchanges import NOT_ASYNC, Exchange, answer_is
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import Request, requested
from lesson_kit.judging.outcomes import Failed, Outcome
from lesson_kit.probes.computed import SENTENCE
from lesson_kit.probes.model_replies import (
    Predicted,
    ReloadedAgent,
)

PYFUNC_MODEL = Finding(
    "7.3/pyfunc",
    "pyfunc gives something that predicts. An agent that can run comes from the flavor it was "
    "logged with.",
)
NO_AGENT = Finding(
    "7.3/no-agent", "What comes back is no agent: return what the flavor's load_model gives."
)
OTHER_AGENT = Finding(
    "7.3/other-agent",
    "The agent that came back does not answer as the logged one does: return what load_model gives "
    "for the URI, and leave Settings as that sets them.",
)
OTHER_LLM = Finding(
    "7.3/other-llm",
    "load_model restores the LLM that was logged: call it each time and leave the LLM in Settings.",
)
NOT_THE_SIGNATURE = Finding(
    "7.4/not-the-signature",
    "predict takes what the signature says: a dict with the question under 'input'.",
)
NOT_PYFUNC = Finding(
    "7.4/not-pyfunc",
    "The answer is right, but no pyfunc model has given it: load the model with "
    "mlflow.pyfunc.load_model, and ask its predict.",
)
NOT_ONCE = Finding("7.4/not-once", "Each call asks the model, and asks it once.")
NOT_ANEW = Finding(
    "7.4/not-anew",
    "An agent that is kept remembers what it was asked before: load the model at each call.",
)
NO_PREDICT = Finding(
    "7.4/no-predict",
    "The flavor's own loader gives the agent. Every model can predict when it is loaded through "
    "mlflow.pyfunc.",
)


def agent_is_reloaded(learner, another: bool = False) -> None:
    """Fail unless `reload_agent` brings back a made agent and its LLM, also the second time.

    With `another` it has loaded another model before.
    """
    exchange, delay = Exchange(learner), learner.random.randint(1, 99) / 100
    after = ", another model before," if another else ""
    called = f"reload_agent(the URI of a model that says {exchange.greeting!r} first){after} twice"
    outcome = learner.request(
        "reloaded_models.reloaded",
        called,
        function="reload_agent",
        delay=delay,
        before=Exchange(learner).greeting if another else None,
        **exchange.arguments(),
    )
    agent: ReloadedAgent = outcome.obtained("an agent")
    if agent["type"] == "PyFuncModel":
        raise Failed(PYFUNC_MODEL, called, "the agent, a Workflow", "a PyFuncModel")
    if agent["type"] == "coroutine":
        raise Failed(NOT_ASYNC, called, "the agent, a Workflow", "a coroutine")
    if agent["answer"] is None:
        raise Failed(NO_AGENT, called, "the agent, a Workflow", agent["type"])
    if agent["answer"] != exchange.answer:
        asked = f"{called}, asked {exchange.question!r}"
        raise Failed(OTHER_AGENT, asked, repr(exchange.answer), repr(agent["answer"]))
    if (agent["llm"], agent["delay"]) != ("OfflineLLM", delay):
        with_delay = "" if agent["delay"] is None else f", delay={agent['delay']}"
        raise Failed(
            OTHER_LLM,
            f"Settings.llm after {called}, with a dummy set before each call",
            f"OfflineLLM, delay={delay}",
            f"{agent['llm']}{with_delay}",
        )


class MadeQuestion(NamedTuple):
    """What ask_pyfunc is asked: a made model, so many `times`, and maybe another one `before`."""

    exchange: Exchange
    times: int
    before: str | None

    def request(self) -> Request:
        """Return the request that ask_pyfunc is asked so."""
        exchange = self.exchange
        says = f"says {exchange.greeting!r} first"
        if exchange.shape != SENTENCE:
            says = f"answers {exchange.answer!r}"
        after = "" if self.before is None else ", after another model"
        after += ", twice" if self.times > 1 else ""
        return requested(
            "reloaded_models.predicted",
            f"ask_pyfunc(the URI of a model that {says}, {exchange.question!r}){after}",
            function="ask_pyfunc",
            before=self.before,
            times=self.times,
            **exchange.arguments(),
        )


def made_question(
    learner, another: bool = False, shape: str = SENTENCE, times: int = 1
) -> MadeQuestion:
    """Draw a question to a made model; with `another`, to another model before, the same."""
    exchange = Exchange(learner, quoted=another, shape=shape)
    return MadeQuestion(exchange, times, Exchange(learner).greeting if another else None)


def models_predict(learner, each: Sequence[MadeQuestion]) -> None:
    """Fail unless `ask_pyfunc` gives the text that each made model answers, each time."""
    outcomes = learner.request_each([one.request() for one in each])
    for question, outcome in zip(each, outcomes, strict=True):
        model_predicts(outcome, question)


def model_predicts(outcome: Outcome, question: MadeQuestion) -> None:
    """Fail unless this is the text that a made model answers."""
    called, expected, times = outcome.called, question.exchange.answer, question.times
    text = outcome.raised["text"] if outcome.raised is not None else ""
    if "enforce schema" in text:
        outcome.fail(NOT_THE_SIGNATURE, repr(expected))
    if "has no attribute 'predict'" in text:
        outcome.fail(NO_PREDICT, repr(expected))
    reply: Predicted = outcome.obtained(repr(expected))
    answer_is({"answer": reply["answer"]}, called, expected)
    if not reply["predictions"]:
        raise Failed(NOT_PYFUNC, called, "predict of a pyfunc model", "no call of predict")
    if reply["predictions"] != times:
        got = f"calls of predict: {reply['predictions']}"
        raise Failed(NOT_ONCE, called, f"calls of predict: {times}", got)
    if reply["models"] != times:
        raise Failed(NOT_ANEW, called, f"models loaded and asked: {times}", str(reply["models"]))
