"""Ask about models brought back: by run, from a folder, over HTTP."""

import contextlib
import functools
import inspect
import os
import tempfile
import threading
from pathlib import Path
from unittest import mock

import mlflow
from llama_index.core import Settings
from llama_index.core.workflow import Workflow
from mlflow.entities import LoggedModelOutput
from mlflow.pyfunc import PyFuncModel

from lesson_kit.agent_script.logged_model import (
    model_requirements,
    model_signature,
)
from lesson_kit.offline_llm import OfflineLLM
from lesson_kit.private_names import llm_in_settings, settings_kept
from lesson_kit.probes import describe_error, find, plain, probe
from lesson_kit.probes.computed import SENTENCE, counted_answer, number_of
from lesson_kit.probes.llms import WatchedLLM
from lesson_kit.probes.model_replies import (
    AskedServer,
    Compared,
    FoundModel,
    MadeRun,
    Predicted,
    ReloadedAgent,
)
from lesson_kit.probes.scoring_server import Refusal, scoring_server
from lesson_kit.probes.traced_runs import apart
from lesson_kit.serving import HOST, LOCAL

BEGINNING = 1_700_000_000_000  # of all made runs, in milliseconds
MINUTE = 60_000


@probe
def by_run(
    namespace,
    function: str,
    names: list[str],
    runs: list[MadeRun],
    factor: int,
    experiment: str,
    other: str,
    crowd: int,
) -> list[FoundModel]:
    """Make runs with a model each, in a store apart; tell which of them are found by name.

    They are in the experiment that is set, or elsewhere in the other one. A crowd of so many runs
    without a model, all of another name, has begun after them.
    """
    find_uri = find(namespace, function)
    with apart():
        client = mlflow.MlflowClient()
        elsewhere = client.create_experiment(other)
        here = mlflow.set_experiment(experiment).experiment_id
        run_ids, model_ids = [], []
        for made in runs:
            place = elsewhere if made["elsewhere"] else here
            begun = BEGINNING + MINUTE * made["begun"]
            run = client.create_run(place, start_time=begun, run_name=made["name"]).info
            model = client.create_logged_model(place, "model", source_run_id=run.run_id)
            client.log_outputs(run.run_id, [LoggedModelOutput(model.model_id, step=0)])
            if made["status"] != "RUNNING":
                ended = BEGINNING + MINUTE * made["ended"]
                client.set_terminated(run.run_id, made["status"], end_time=ended)
            run_ids.append(run.run_id)
            model_ids.append(model.model_id)
        for later in range(crowd):
            begun = BEGINNING + MINUTE * (1000 + later)
            run = client.create_run(here, start_time=begun, run_name="one of many").info
            client.set_terminated(run.run_id, "FINISHED", end_time=begun + MINUTE)
        return [model_at(find_uri(name), run_ids, model_ids, factor) for name in names]


def model_at(uri, run_ids: list[str], model_ids: list[str], factor: int) -> FoundModel:
    """Tell which of these runs a URI names, by itself or by its model, and which artifact."""
    scheme, _, rest = str(uri).partition(":/")
    run_id, _, artifact = rest.partition("/")
    if scheme == "models" and rest in model_ids:
        run_id, artifact = run_ids[model_ids.index(rest)], "model"
    elif scheme != "runs":
        artifact = ""  # only a URI runs:/ is read as one of a run's
    run = run_ids.index(run_id) if run_id in run_ids else None
    number = number_of(f"run {run}", factor)
    return FoundModel(uri=plain(uri), run=run, number=number, artifact=artifact)


NAME = "greeter.py"
SCRIPT = """
import mlflow
from lesson_kit.probes.computed import counted_answer
from llama_index.core.workflow import StartEvent, StopEvent, Workflow, step


class Greeter(Workflow):
    def __init__(self, greeting="Hm", factor=1, **options):
        super().__init__(**options)
        self.greeting, self.factor = greeting, factor

    @step
    async def answer(self, ev: StartEvent) -> StopEvent:
        return StopEvent(result=counted_answer(self.greeting, self.factor, ev.input, {shape!r}))


mlflow.models.set_model(Greeter({greeting!r}, {factor}))
"""


@contextlib.contextmanager
def made_model(greeting: str, factor: int, delay: float = 0.0, shape: str = SENTENCE):
    """Make a model that answers each question with `counted_answer`; yield its folder."""
    with tempfile.TemporaryDirectory() as folder, settings_kept():
        for name, content in saved_model(delay).items():
            Path(folder, name).write_bytes(content)
        text = SCRIPT.format(greeting=greeting, factor=factor, shape=shape)
        Path(folder, NAME).write_text(text, encoding="utf-8")
        Settings.llm = WatchedLLM(replies=["text"])  # the other environment
        yield folder


@functools.cache
def saved_model(delay: float) -> dict[str, bytes]:
    """Return the files of a model that MLflow has saved: made models differ in their script."""
    with tempfile.TemporaryDirectory() as folder, settings_kept():
        script, path = Path(folder, NAME), Path(folder, "model")
        script.write_text(SCRIPT.format(greeting="", factor=1, shape=SENTENCE), encoding="utf-8")
        Settings.llm = OfflineLLM(delay=delay)
        mlflow.llama_index.save_model(
            str(script),
            str(path),
            signature=model_signature(),
            pip_requirements=model_requirements(),
        )
        return {one.name: one.read_bytes() for one in path.iterdir()}


def at_once(value):
    """Return a value, or plain data for a coroutine: awaited later, its model would be gone."""
    if not inspect.iscoroutine(value):
        return value
    value.close()
    return {"$type": "coroutine"}


@probe
async def reloaded(
    namespace,
    function: str,
    greeting: str,
    factor: int,
    question: str,
    delay: float,
    before: str | None = None,
    shape: str = SENTENCE,
) -> ReloadedAgent:
    """Let a learner's function load a made model, twice; tell what came back and which LLM is set.

    With `before` it loads a model with this greeting first. Each time a dummy is set.
    """
    load = find(namespace, function)
    with contextlib.ExitStack() as models:
        if before is not None:
            at_once(load(models.enter_context(made_model(before, factor, delay + 1, shape))))
        path = models.enter_context(made_model(greeting, factor, delay, shape))
        at_once(load(path))
        Settings.llm = WatchedLLM(replies=["text"])
        agent = at_once(load(path))
        answer = await agent.run(input=question) if isinstance(agent, Workflow) else None
        return ReloadedAgent(
            type=agent["$type"] if isinstance(agent, dict) else type(agent).__name__,
            answer=plain(answer),
            llm=type(llm_in_settings()).__name__,
            delay=getattr(llm_in_settings(), "delay", None),
        )


@probe
def predicted(
    namespace,
    function: str,
    greeting: str,
    factor: int,
    question: str,
    before: str | None = None,
    shape: str = SENTENCE,
    times: int = 1,
) -> Predicted:
    """Let a learner's function ask a made model a question, once or more.

    With `before` it asks another model first, which does not count.
    """
    ask = find(namespace, function)
    asked = []
    predict = PyFuncModel.predict

    def watched(model, *args, **kwargs):
        asked.append(model)
        return predict(model, *args, **kwargs)

    with contextlib.ExitStack() as models:
        if before is not None:
            at_once(ask(models.enter_context(made_model(before, factor)), question))
        path = models.enter_context(made_model(greeting, factor, shape=shape))
        models.enter_context(mock.patch.object(PyFuncModel, "predict", watched))
        answers = [plain(at_once(ask(path, question))) for _ in range(times)]
        return Predicted(
            answer=answers[-1], predictions=len(asked), models=len(set(map(id, asked)))
        )


@probe
def over_http(
    namespace,
    function: str,
    greeting: str,
    factor: int,
    question: str,
    refusal: str | None = None,
    status: int = 400,
    body: str = "",
    shape: str = SENTENCE,
    times: int = 1,
) -> AskedServer:
    """Let a learner's function ask a small server that records what reaches it, once or more."""
    ask_server = find(namespace, function)
    reply = AskedServer(requests=[])
    answer = functools.partial(counted_answer, greeting, factor, shape=shape)
    refused = None if refusal is None else Refusal(status, body.replace("{message}", refusal))
    server = scoring_server(answer, reply["requests"], refused)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        with mock.patch.dict(os.environ, LOCAL):
            url = f"http://{HOST}:{server.server_port}"
            for _ in range(times):
                reply["answer"] = plain(ask_server(url, question))
    except NotImplementedError:
        raise
    except Exception as error:
        reply["raised"] = describe_error(error)
    finally:
        server.shutdown()
        server.server_close()
    return reply


@probe
def compared(namespace, function: str, first: dict, second: dict, questions: list) -> Compared:
    """Let a learner's function compare two models that answer from these tables."""

    def answers_of(table: dict):
        # a new text each time, as two models give: equal, never the same object
        return lambda question: "".join(list(table[question]))

    given = list(questions)
    found = find(namespace, function)(answers_of(first), answers_of(second), given)
    return Compared(found=plain(found), type=type(found).__name__, questions=plain(given))
