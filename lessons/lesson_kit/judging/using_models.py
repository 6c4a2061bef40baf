"""Judge what a learner's function does with a logged model: find, load, ask, compare."""

from lesson_kit.judging.outcomes import Failed
from lesson_kit.judging.run_findings import RUN_BY_NAME


def asked_with(learner, reply: str | None, question: str = "Hello?") -> dict:
    """Let the learner's function ask an agent with an LLM that gives this reply, or raises."""
    llm = "a broken LLM" if reply is None else f"an LLM that says {reply!r}"
    called = f"await ask_with({llm}, agent, {question!r})"
    outcome = learner.request(
        "reloaded_models.with_llm", called, function="ask_with", reply=reply, question=question
    )
    return {"called": called, **outcome.obtained("an answer")}


def answer_is(told: dict, expected: str, meanings: dict[str, str] | None = None) -> None:
    """Fail unless the answer is exactly this text."""
    if "raised" in told:
        got = f"{told['raised']['type']}: {told['raised']['text']}"
        meaning = RUN_BY_NAME if "is_running" in got else "It raised an exception."
        raise Failed(meaning, told["called"], repr(expected), got[:240])
    answer = told["answer"]
    if answer == expected:
        return
    if answer is None:
        meaning = "It gives nothing back. Is there a `return`?"
    elif kind_of(answer) == "WorkflowHandler":
        meaning = "That is a handler, not an answer: `return await agent.run(…)`."
    elif kind_of(answer) == "coroutine":
        meaning = NOT_ASYNC
    elif not isinstance(answer, str):
        meaning = f"The answer is a text, not a {kind_of(answer)}: take it out."
    else:
        meaning = (meanings or {}).get(answer, "That is another text.")
    raise Failed(meaning, told["called"], repr(expected), shown(answer))


def kind_of(value) -> str:
    return value["$type"] if isinstance(value, dict) and "$type" in value else type(value).__name__


def shown(value) -> str:
    return value["$type"] if isinstance(value, dict) and "$type" in value else repr(value)


OLD_LLM = {"the old LLM": "The old LLM has answered: set the other one, and await the run before."}


def llm_is_back(told: dict, meaning: str) -> None:
    """Fail, with this meaning, unless the old LLM is in Settings again."""
    if not told["restored"]:
        raise Failed(
            meaning, told["called"], "Settings.llm as it was before", "Settings.llm is another LLM"
        )


def failure_comes_through(told: dict) -> None:
    """Fail unless the exception of a run has reached the caller."""
    if "raised" not in told:
        raise Failed(
            "The failure is swallowed: whoever asks must learn of it. Use finally, not except.",
            told["called"],
            "the exception of the run",
            shown(told["answer"]),
        )


NOT_ASYNC = "Write `def`, not `async def`: nothing here has to be awaited."

NOT_BACK = "Everything after it would go on with the other LLM: remember the old one and set it."

NOT_FINALLY = "A failed run leaves the other LLM behind: put the old one back in `finally`."


def found_by_run(learner, name: str, runs: list[list[str]], expected: int, meanings: dict) -> None:
    """Fail unless `model_uri_of` finds the model of the run at this index."""
    called = f"model_uri_of({name!r}), runs from old to new: " + ", ".join(
        f"{run} {status}" for run, status in runs
    )
    outcome = learner.request(
        "reloaded_models.by_run", called, function="model_uri_of", name=name, runs=runs
    )
    wanted = f"the URI of the model of run {expected + 1} of {len(runs)}"
    told = outcome.obtained(wanted)
    if not isinstance(told["uri"], str):
        raise Failed("A model's URI is a text.", called, wanted, shown(told["uri"]))
    if told["run"] is None:
        raise Failed(
            "That is no model of these runs. A URI is runs:/<run id>/model or models:/<model id>.",
            called,
            wanted,
            repr(told["uri"]),
        )
    if told["run"] != expected:
        got = f"that of run {told['run'] + 1}"
        raise Failed(
            meanings.get(told["run"], "That is the model of another run."), called, wanted, got
        )
    if told["artifact"] != "model":
        raise Failed(
            "The run is right. A run's model has a URI runs:/<run_id>/model.",
            called,
            wanted,
            repr(told["uri"]),
        )


def reloaded(learner, greeting: str, delay: float, question: str) -> None:
    """Fail unless `reload_agent` brings back a made agent and the LLM that was logged with it."""
    called = f"reload_agent(the URI of a model that says {greeting!r} first)"
    outcome = learner.request(
        "reloaded_models.reloaded",
        called,
        function="reload_agent",
        greeting=greeting,
        delay=delay,
        question=question,
    )
    told = outcome.obtained("an agent")
    if told["class"] == "PyFuncModel":
        raise Failed(
            "pyfunc gives something that predicts. An agent that can run comes from the flavor it "
            "was logged with.",
            called,
            "the agent, a Workflow",
            "a PyFuncModel",
        )
    if told["class"] == "coroutine":
        raise Failed(NOT_ASYNC, called, "the agent, a Workflow", "a coroutine")
    if told["answer"] is None:
        raise Failed(
            "What comes back is no agent: return what the flavor's load_model gives.",
            called,
            "the agent, a Workflow",
            told["class"],
        )
    if told["answer"] != greeting + question:
        raise Failed(
            "Another agent has answered: load the model whose URI is given.",
            f"{called}, asked {question!r}",
            repr(greeting + question),
            repr(told["answer"]),
        )
    if (told["llm"], told["delay"]) != ("OfflineLLM", delay):
        raise Failed(
            "load_model has restored the LLM that was logged: leave it in Settings.",
            f"Settings.llm after {called}",
            f"OfflineLLM with delay={delay}",
            f"{told['llm']}, delay={told['delay']}" if told["delay"] is not None else told["llm"],
        )


def predicted(learner, greeting: str, question: str) -> None:
    """Fail unless `ask_pyfunc` gives the text that a made model answers."""
    called = f"ask_pyfunc(the URI of a model that says {greeting!r} first, {question!r})"
    outcome = learner.request(
        "reloaded_models.predicted",
        called,
        function="ask_pyfunc",
        greeting=greeting,
        question=question,
    )
    if outcome.raised is not None and "enforce schema" in outcome.raised["text"]:
        outcome.fail(
            "predict takes what the signature says: a dict with the question under 'input'.",
            repr(greeting + question),
        )
    if outcome.raised is not None and "has no attribute 'predict'" in outcome.raised["text"]:
        outcome.fail(
            "The flavor's own loader gives the agent. Every model can predict when it is loaded "
            "through mlflow.pyfunc.",
            repr(greeting + question),
        )
    answer = outcome.obtained(repr(greeting + question))
    answer_is({"called": called, "answer": answer}, greeting + question)


def over_http(learner, greeting: str, question: str, broken: str | None = None) -> dict:
    """Let `ask_server` ask a small server that answers like MLflow's."""
    state = f", which refuses: {broken}" if broken else ""
    called = f"ask_server(the URL of a server{state}, {question!r})"
    outcome = learner.request(
        "reloaded_models.over_http",
        called,
        function="ask_server",
        greeting=greeting,
        question=question,
        broken=broken,
    )
    told = outcome.obtained(f"{greeting + question!r}")
    if not told["requests"]:
        raised = told.get("raised")
        raise Failed(
            "No request has reached the server. Use the URL that is given.",
            called,
            "POST /invocations",
            f"{raised['type']}: {raised['text']}"[:240] if raised else "no request",
        )
    return {"called": called, **told}


def is_posted(told: dict, question: str) -> None:
    """Fail unless the last request was posted to where MLflow's server takes questions."""
    last = told["requests"][-1]
    if last["path"].partition("?")[0] != "/invocations":
        raise Failed(
            "MLflow's server takes questions at another address.",
            told["called"],
            "POST /invocations",
            f"a request of {last['path']}",
        )
    if not last["body"]:
        raise Failed(
            "The question is not sent. It goes into the body of a POST, as JSON.",
            told["called"],
            str({"inputs": {"input": question}}),
            "a request without a body",
        )


def server_answers(learner, greeting: str, question: str) -> None:
    """Fail unless `ask_server` asks properly and gives the text of the answer."""
    told = over_http(learner, greeting, question)
    is_posted(told, question)
    last, raised = told["requests"][-1], told.get("raised")
    if raised or not (isinstance(told["answer"], str) and greeting in told["answer"]):
        if not last["type"].startswith("application/json"):
            raise Failed(
                "The server is not told that this is JSON: requests.post(…, json=…) does that.",
                told["called"],
                "Content-Type: application/json",
                f"Content-Type: {last['type'] or 'none'}",
            )
    if raised and '"inputs"' not in last["body"]:
        raise Failed(
            'The body lacks "inputs": send {"inputs": {"input": question}}.',
            told["called"],
            str({"inputs": {"input": question}}),
            last["body"],
        )
    if raised and raised["type"] in ("HTTPError", "RuntimeError", "KeyError"):
        raise Failed(
            'The server does not take this payload. It wants {"inputs": {"input": question}}.',
            told["called"],
            str({"inputs": {"input": question}}),
            last["body"],
        )
    wrapped = f'{{"predictions": "{greeting + question}"}}'
    meanings = {wrapped: "That is the JSON around the answer: give what is under predictions."}
    answer_is(told, greeting + question, meanings)


def compared(learner, first: dict, second: dict, expected: list[str], because: dict) -> None:
    """Fail unless `differences` gives these questions for models that answer from two tables."""
    outcome = learner.request(
        "reloaded_models.compared",
        f"differences of the answers {list(first.values())} and {list(second.values())}",
        function="differences",
        first=first,
        second=second,
        questions=list(first),
    )
    outcome.returns(expected, "Give the questions whose answers differ, in their order.", because)
