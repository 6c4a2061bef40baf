"""Ask about models brought back: with another LLM, by run, from a folder, over HTTP."""

import contextlib
import inspect
import json
import os
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from unittest import mock

import mlflow
from llama_index.core import Settings
from llama_index.core.llms import ChatMessage
from llama_index.core.workflow import StartEvent, StopEvent, Workflow, step
from mlflow.entities import LoggedModelOutput

from lesson_kit.agent_script.logged_model import model_requirements, model_signature
from lesson_kit.offline_llm import OfflineLLM
from lesson_kit.private_names import active_experiment_id, llm_in_settings, settings_kept
from lesson_kit.probes import describe_error, find, plain, probe
from lesson_kit.probes.workflows import WatchedLLM
from lesson_kit.serving import HOST, LOCAL


class Asker(Workflow):
    """Answer with what the LLM in Settings says."""

    @step
    async def ask(self, ev: StartEvent) -> StopEvent:
        reply = await Settings.llm.achat([ChatMessage(role="user", content=ev.input)])
        return StopEvent(result=reply.message.content)


@probe
async def with_llm(namespace, function: str, reply: str | None, question: str) -> dict:
    """Let a learner's function ask an agent with another LLM, which replies or, on None, raises."""
    ask = find(namespace, function)
    other = OfflineLLM(mode="error") if reply is None else WatchedLLM(replies=[reply])
    with settings_kept():
        before = Settings.llm = WatchedLLM(replies=["the old LLM"])
        told: dict = {}
        try:
            answer = ask(other, Asker(timeout=5), question)
            told["answer"] = plain(await answer if hasattr(answer, "__await__") else answer)
        except NotImplementedError:
            raise
        except Exception as error:
            told["raised"] = describe_error(error)
        told["asked"] = [prompt[-1]["content"] for prompt in getattr(other, "prompts", [])]
        return told | {"restored": llm_in_settings() is before}


@probe
def by_run(namespace, function: str, name: str, runs: list) -> dict:
    """Make runs, oldest first, each [name, status] with a model; tell which is found by name."""
    client = mlflow.MlflowClient()
    experiment = active_experiment_id()
    made, models = [], []
    try:
        for number, (run_name, status) in enumerate(runs):
            # in the future, so that runs of the learner's own are older, whatever their name
            begun = 4_000_000_000_000 + 1000 * number
            run = client.create_run(experiment, start_time=begun, run_name=run_name)
            made.append(run.info.run_id)
            model = client.create_logged_model(experiment, "model", source_run_id=made[-1])
            models.append(model.model_id)
            client.finalize_logged_model(model.model_id, "READY")
            client.log_outputs(made[-1], [LoggedModelOutput(model.model_id, step=0)])
            client.set_terminated(made[-1], status, end_time=begun + 500)
        uri = find(namespace, function)(name)
        kind, _, rest = str(uri).partition(":/")
        run_id, _, artifact = rest.partition("/")
        if kind == "models" and rest in models:
            run_id, artifact = made[models.index(rest)], "model"
        elif kind != "runs":
            artifact = ""  # only a URI runs:/ is read as one of a run's
        return {
            "uri": plain(uri),
            "run": made.index(run_id) if run_id in made else None,
            "artifact": artifact,
        }
    finally:
        for model_id in models:
            client.delete_logged_model(model_id)
        for run_id in made:
            client.delete_run(run_id)


SCRIPT = """
import mlflow
from llama_index.core import Settings
from llama_index.core.workflow import StartEvent, StopEvent, Workflow, step


class Greeter(Workflow):
    @step
    async def answer(self, ev: StartEvent) -> StopEvent:
        return StopEvent(result={greeting!r} + ev.input)


mlflow.models.set_model(Greeter())
"""


@contextlib.contextmanager
def made_model(greeting: str, delay: float):
    """Save a model that answers a question with a greeting and the question; yield its folder."""
    with tempfile.TemporaryDirectory() as folder, settings_kept():
        script = Path(folder) / "greeter.py"
        script.write_text(SCRIPT.format(greeting=greeting), encoding="utf-8")
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
async def reloaded(namespace, function: str, greeting: str, delay: float, question: str) -> dict:
    """Let a learner's function load a made model; tell what came back and which LLM is set."""
    with made_model(greeting, delay) as path:
        agent = at_once(find(namespace, function)(path))
        kind = agent["$type"] if isinstance(agent, dict) else type(agent).__name__
        told: dict = {"class": kind, "answer": None}
        if isinstance(agent, Workflow):
            told["answer"] = plain(await agent.run(input=question))
        return told | {
            "llm": type(llm_in_settings()).__name__,
            "delay": getattr(llm_in_settings(), "delay", None),
        }


@probe
def predicted(namespace, function: str, greeting: str, question: str) -> object:
    """Let a learner's function ask a made model a question."""
    with made_model(greeting, 0.0) as path:
        return at_once(find(namespace, function)(path, question))


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


def scoring_server(greeting: str, broken: str | None, seen: list) -> ThreadingHTTPServer:
    """Return a server that answers as MLflow's does, in shape and status, or always fails."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            kind = self.headers.get("Content-Type", "")
            seen.append(
                {"path": self.path, "type": kind, "body": body.decode(errors="replace")[:500]}
            )
            if self.path != "/invocations":
                return self.reply(404, {"detail": "Not Found"})
            if broken is not None:
                return self.reply(400, {"error_code": "BAD_REQUEST", "message": broken})
            if not kind.startswith("application/json"):
                return self.reply(415, f"This predictor only supports JSON and CSV. Got {kind!r}.")
            try:
                question, wrapped = question_in(body)
            except ValueError as error:
                return self.reply(400, {"error_code": "BAD_REQUEST", "message": str(error)})
            answer = greeting + question
            self.reply(200, {"predictions": answer} if wrapped else answer)

        def do_GET(self):
            seen.append({"path": self.path, "type": "", "body": ""})
            self.reply(405, {"detail": "Method Not Allowed"})

        def reply(self, status: int, data) -> None:
            text = json.dumps(data).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *args) -> None:
            """Keep quiet."""

    return ThreadingHTTPServer((HOST, 0), Handler)


@probe
def over_http(
    namespace, function: str, greeting: str, question: str, broken: str | None = None
) -> dict:
    """Let a learner's function ask a small server that records what reaches it."""
    ask, seen = find(namespace, function), []
    server = scoring_server(greeting, broken, seen)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    told: dict = {"requests": seen}
    try:
        with mock.patch.dict(os.environ, LOCAL):
            told["answer"] = plain(ask(f"http://{HOST}:{server.server_port}", question))
    except NotImplementedError:
        raise
    except Exception as error:
        told["raised"] = describe_error(error)
    finally:
        server.shutdown()
        server.server_close()
    return told


@probe
def compared(namespace, function: str, first: dict, second: dict, questions: list) -> object:
    """Let a learner's function compare two models that answer from these tables."""

    def answers_of(table: dict):
        # a new text each time, as two models give: equal, never the same object
        return lambda question: "".join(list(table[question]))

    return find(namespace, function)(answers_of(first), answers_of(second), list(questions))
