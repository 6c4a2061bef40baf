"""Judge what a learner's function does with a model: find, load and ask it (7.1 to 7.4)."""

from lesson_kit.judging.drawing import factor
from lesson_kit.judging.exchanges import NOT_ASYNC, Exchange, answer_is, shown
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed
from lesson_kit.probes.computed import number_of
from lesson_kit.probes.model_replies import AskedWith, FoundModel, ReloadedAgent

# --- 7.1 ask_with ---------------------------------------------------------------------------------

OLD_LLM = Finding(
    "7.1/old-llm", "The old LLM has answered: set the other one, and await the run before."
)
OTHER_QUESTION = Finding(
    "7.1/other-question", "The agent was asked another question, or more than once."
)
NOT_BACK = Finding(
    "7.1/not-back",
    "Everything after it would go on with the other LLM: remember the old one and set it.",
)
NOT_FINALLY = Finding(
    "7.1/not-finally",
    "A failed run leaves the other LLM behind: put the old one back in `finally`.",
)
SWALLOWED = Finding(
    "7.1/swallowed",
    "The failure is swallowed: whoever asks must learn of it. Use finally, not except.",
)


def asked_with(learner, exchange: Exchange, fails: bool = False) -> tuple[str, AskedWith]:
    """Let the learner's function ask an agent with a made LLM; return the call and its reply."""
    llm = "a broken LLM" if fails else f"an LLM that says {exchange.greeting!r} first"
    called = f"await ask_with({llm}, agent, {exchange.question!r})"
    outcome = learner.request(
        "reloaded_models.with_llm",
        called,
        function="ask_with",
        fails=fails,
        **exchange.arguments(),
    )
    return called, outcome.obtained("an answer")


def other_llm_answers(called: str, reply: AskedWith, exchange: Exchange) -> None:
    """Fail unless the LLM that was given has answered the question that was given."""
    if reply["asked"] not in ([], [exchange.question]):
        raise Failed(OTHER_QUESTION, called, str([exchange.question]), str(reply["asked"]))
    answer_is(reply, called, exchange.answer, {"the old LLM": OLD_LLM})


def llm_is_back(called: str, reply: AskedWith, meaning: Finding) -> None:
    """Fail, with this meaning, unless the old LLM is in Settings again."""
    if not reply["restored"]:
        raise Failed(
            meaning, called, "Settings.llm as it was before", "Settings.llm is another LLM"
        )


def failure_comes_through(called: str, reply: AskedWith) -> None:
    """Fail unless the exception of a run has reached the caller."""
    if "raised" not in reply:
        raise Failed(SWALLOWED, called, "the exception of the run", shown(reply["answer"]))


# --- 7.2 model_uri_of -----------------------------------------------------------------------------

NO_URI = Finding("7.2/no-uri", "A model's URI is a text.")
NO_MODEL_OF_RUN = Finding(
    "7.2/no-model-of-run",
    "That is no model of these runs. A URI is runs:/<run id>/model or models:/<model id>.",
)
OLDER_RUN = Finding("7.2/older", "That is an older one: search_runs gives the newest first.")
FAILED_RUN = Finding("7.2/failed", "That run has failed: ask for the status FINISHED as well.")
OTHER_NAME = Finding("7.2/other-name", "That run has another name.")
LONGER_NAME = Finding("7.2/longer-name", "That run's name only begins like this: compare with =.")
NO_ARTIFACT = Finding(
    "7.2/no-artifact", "The run is right. A run's model has a URI runs:/<run_id>/model."
)


def newest_is_found(learner, name: str, other: str) -> None:
    """Fail unless `model_uri_of` finds the newest finished run of either name among drawn runs."""
    before = [[name, "FINISHED"]] + [[other, "FINISHED"]] * learner.random.randint(0, 1)
    after = [[name, "FAILED"]] + [[other, "FAILED"]] * learner.random.randint(0, 1)
    learner.random.shuffle(before)
    learner.random.shuffle(after)
    runs = [*before, [name, "FINISHED"], *after, [other, "FINISHED"]]
    shown_runs = ", ".join(f"{run} {status}" for run, status in runs)
    called = f"model_uri_of({name!r}) and of {other!r}, runs from old to new: {shown_runs}"
    by = factor(learner)
    outcome = learner.request(
        "reloaded_models.by_run",
        called,
        function="model_uri_of",
        names=[name, other],
        runs=runs,
        factor=by,
    )
    found = outcome.obtained("the URIs of two models")
    for model, expected in zip(found, (len(before), len(runs) - 1), strict=True):
        is_model_of_run(called, model, runs, expected)
        if model["number"] != number_of(f"run {expected}", by):
            raise Failed(NO_MODEL_OF_RUN, called, "a model of these runs", repr(model["uri"]))


def is_model_of_run(called: str, found: FoundModel, runs: list[list[str]], expected: int) -> None:
    """Fail unless what was found is the model of the run at this index."""
    name = runs[expected][0]
    wanted = f"for {name!r} the URI of the model of run {expected + 1} of {len(runs)}"
    if not isinstance(found["uri"], str):
        raise Failed(NO_URI, called, wanted, shown(found["uri"]))
    if found["run"] is None:
        raise Failed(NO_MODEL_OF_RUN, called, wanted, repr(found["uri"]))
    if found["run"] != expected:
        found_name, status = runs[found["run"]]
        if found_name.startswith(name) and found_name != name:
            meaning = LONGER_NAME
        elif found_name != name:
            meaning = OTHER_NAME
        else:
            meaning = FAILED_RUN if status == "FAILED" else OLDER_RUN
        raise Failed(meaning, called, wanted, f"that of run {found['run'] + 1}")
    if found["artifact"] != "model":
        raise Failed(NO_ARTIFACT, called, wanted, repr(found["uri"]))


# --- 7.3 reload_agent and 7.4 ask_pyfunc ----------------------------------------------------------

PYFUNC_MODEL = Finding(
    "7.3/pyfunc",
    "pyfunc gives something that predicts. An agent that can run comes from the flavor it was "
    "logged with.",
)
NO_AGENT = Finding(
    "7.3/no-agent", "What comes back is no agent: return what the flavor's load_model gives."
)
OTHER_AGENT = Finding(
    "7.3/other-agent", "Another agent has answered: load the model whose URI is given."
)
OTHER_LLM = Finding(
    "7.3/other-llm", "load_model has restored the LLM that was logged: leave it in Settings."
)
NOT_THE_SIGNATURE = Finding(
    "7.4/not-the-signature",
    "predict takes what the signature says: a dict with the question under 'input'.",
)
NO_PREDICT = Finding(
    "7.4/no-predict",
    "The flavor's own loader gives the agent. Every model can predict when it is loaded through "
    "mlflow.pyfunc.",
)


def agent_is_reloaded(learner) -> None:
    """Fail unless `reload_agent` brings back a made agent and the LLM that was logged with it."""
    exchange, delay = Exchange(learner), learner.random.randint(1, 99) / 100
    called = f"reload_agent(the URI of a model that says {exchange.greeting!r} first)"
    outcome = learner.request(
        "reloaded_models.reloaded",
        called,
        function="reload_agent",
        delay=delay,
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
            f"Settings.llm after {called}",
            f"OfflineLLM, delay={delay}",
            f"{agent['llm']}{with_delay}",
        )


def model_predicts(learner) -> None:
    """Fail unless `ask_pyfunc` gives the text that a made model answers."""
    exchange = Exchange(learner)
    model = f"the URI of a model that says {exchange.greeting!r} first"
    called = f"ask_pyfunc({model}, {exchange.question!r})"
    outcome = learner.request(
        "reloaded_models.predicted", called, function="ask_pyfunc", **exchange.arguments()
    )
    text = outcome.raised["text"] if outcome.raised is not None else ""
    if "enforce schema" in text:
        outcome.fail(NOT_THE_SIGNATURE, repr(exchange.answer))
    if "has no attribute 'predict'" in text:
        outcome.fail(NO_PREDICT, repr(exchange.answer))
    answer_is({"answer": outcome.obtained(repr(exchange.answer))}, called, exchange.answer)
