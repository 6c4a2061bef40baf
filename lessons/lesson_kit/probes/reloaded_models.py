"""Ask about models brought back: with another LLM, by run, from a folder, over HTTP."""

import contextlib
import inspect
import os
import tempfile
import threading
from pathlib import Path
from unittest import mock

import mlflow
from llama_index.core import Settings
from llama_index.core.llms import ChatMessage
from llama_index.core.workflow import StartEvent, StopEvent, Workflow, step
from mlflow.entities import LoggedModelOutput
from pydantic import PrivateAttr

from lesson_kit.agent_script.logged_model import model_requirements, model_signature
from lesson_kit.offline_llm import OfflineLLM
from lesson_kit.private_names import active_experiment_id, llm_in_settings, settings_kept
from lesson_kit.probes import describe_error, find, plain, probe
from lesson_kit.probes.computed import counted_answer, number_of
from lesson_kit.probes.model_replies import (
    AskedServer,
    AskedWith,
    FoundModel,
    ReloadedAgent,
)
from lesson_kit.probes.scoring_server import scoring_server
from lesson_kit.probes.workflows import WatchedLLM
from lesson_kit.serving import HOST, LOCAL


class CountingLLM(OfflineLLM):
    """Answer each question with `counted_answer`, and keep the questions."""

    greeting: str
    factor: int
    _asked: list[str] = PrivateAttr(default_factory=list)

    @property
    def asked(self) -> list[str]:
        """The questions so far."""
        return self._asked

    def reply(self, messages) -> str:
        self._asked.append(messages[-1].content)
        return counted_answer(self.greeting, self.factor, messages[-1].content)


class Asker(Workflow):
    """Answer with what the LLM in Settings says."""

    @step
    async def ask_llm(self, ev: StartEvent) -> StopEvent:
        reply = await Settings.llm.achat([ChatMessage(role="user", content=ev.input)])
        return StopEvent(result=reply.message.content)


@probe
async def with_llm(
    namespace, function: str, greeting: str, factor: int, question: str, fails: bool = False
) -> AskedWith:
    """Let a learner's function ask an agent with another LLM, which answers or raises."""
    ask_with = find(namespace, function)
    counting = CountingLLM(greeting=greeting, factor=factor)
    other = OfflineLLM(mode="error") if fails else counting
    with settings_kept():
        before = Settings.llm = WatchedLLM(replies=["the old LLM"])
        reply = AskedWith(asked=counting.asked, restored=False)
        try:
            answer = ask_with(other, Asker(timeout=5), question)
            reply["answer"] = plain(await answer if hasattr(answer, "__await__") else answer)
        except NotImplementedError:
            raise
        except Exception as error:
            reply["raised"] = describe_error(error)
        reply["restored"] = llm_in_settings() is before
        return reply


@probe
def by_run(namespace, function: str, names: list[str], runs: list, factor: int) -> list[FoundModel]:
    """Make runs, oldest first, each [name, status] with a model; tell which are found by name."""
    client = mlflow.MlflowClient()
    experiment = active_experiment_id()
    run_ids, model_ids = [], []
    try:
        for number, (run_name, status) in enumerate(runs):
            # in the future, so that runs of the learner's own are older, whatever their name
            begun = 4_000_000_000_000 + 1000 * number
            run_id = client.create_run(experiment, start_time=begun, run_name=run_name).info.run_id
            run_ids.append(run_id)
            model_id = client.create_logged_model(
                experiment, "model", source_run_id=run_id
            ).model_id
            model_ids.append(model_id)
            client.finalize_logged_model(model_id, "READY")
            client.log_outputs(run_id, [LoggedModelOutput(model_id, step=0)])
            client.set_terminated(run_id, status, end_time=begun + 500)
        find_uri = find(namespace, function)
        return [model_at(find_uri(name), run_ids, model_ids, factor) for name in names]
    finally:
        for model_id in model_ids:
            client.delete_logged_model(model_id)
        for run_id in run_ids:
            client.delete_run(run_id)


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


SCRIPT = """
import mlflow
from lesson_kit.probes.computed import counted_answer, number_of
from llama_index.core.workflow import StartEvent, StopEvent, Workflow, step


class Greeter(Workflow):
    @step
    async def answer(self, ev: StartEvent) -> StopEvent:
        return StopEvent(result=counted_answer({greeting!r}, {factor}, ev.input))


mlflow.models.set_model(Greeter())
"""


@contextlib.contextmanager
def made_model(greeting: str, factor: int, delay: float = 0.0):
    """Save a model that answers each question with `counted_answer`; yield its folder."""
    with tempfile.TemporaryDirectory() as folder, settings_kept():
        script = Path(folder) / "greeter.py"
        script.write_text(SCRIPT.format(greeting=greeting, factor=factor), encoding="utf-8")
        Settings.llm = OfflineLLM(delay=delay)
        path = str(Path(folder) / "model")
        mlflow.llama_index.save_model(
            str(script), path, signature=model_signature(), pip_requirements=model_requirements()
        )
        Settings.llm = WatchedLLM(replies=["text"])  # the other environment
        yield path


def at_once(value):
    """Return a value, or plain data for a coroutine: awaited later, its model would be gone."""
    if not inspect.iscoroutine(value):
        return value
    value.close()
    return {"$type": "coroutine"}


@probe
async def reloaded(
    namespace, function: str, greeting: str, factor: int, question: str, delay: float
) -> ReloadedAgent:
    """Let a learner's function load a made model; tell what came back and which LLM is set."""
    with made_model(greeting, factor, delay) as path:
        agent = at_once(find(namespace, function)(path))
        answer = await agent.run(input=question) if isinstance(agent, Workflow) else None
        return ReloadedAgent(
            type=agent["$type"] if isinstance(agent, dict) else type(agent).__name__,
            answer=plain(answer),
            llm=type(llm_in_settings()).__name__,
            delay=getattr(llm_in_settings(), "delay", None),
        )


@probe
def predicted(namespace, function: str, greeting: str, factor: int, question: str) -> object:
    """Let a learner's function ask a made model a question."""
    with made_model(greeting, factor) as path:
        return at_once(find(namespace, function)(path, question))


@probe
def over_http(
    namespace, function: str, greeting: str, factor: int, question: str, refusal: str | None = None
) -> AskedServer:
    """Let a learner's function ask a small server that records what reaches it."""
    ask_server = find(namespace, function)
    reply = AskedServer(requests=[])
    server = scoring_server(greeting, factor, refusal, reply["requests"])
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        with mock.patch.dict(os.environ, LOCAL):
            url = f"http://{HOST}:{server.server_port}"
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
def compared(namespace, function: str, first: dict, second: dict, questions: list) -> object:
    """Let a learner's function compare two models that answer from these tables."""

    def answers_of(table: dict):
        # a new text each time, as two models give: equal, never the same object
        return lambda question: "".join(list(table[question]))

    return find(namespace, function)(answers_of(first), answers_of(second), list(questions))
