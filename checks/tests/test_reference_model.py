"""The reference agent is logged, and answers again elsewhere: natively, as pyfunc, over HTTP."""

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest
from mlflow import MlflowClient
from mlflow.entities import SpanType
from mlflow.utils import find_free_port
from openai_server import openai_server

from checks.tests.tutorial import TUTORIAL, write_notebook

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "scripts" / "build_model.py"
QUESTION = "What is (123 + 456) * 789?"
ANSWER = re.compile(r"\b456,?831\b")
CANARY = "sk-canary-6f1d9e"
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))
LOCAL = {"NO_PROXY": "127.0.0.1,localhost", "no_proxy": "127.0.0.1,localhost"}
QUIET = {"MLFLOW_DISABLE_TELEMETRY": "true", "MLFLOW_MODEL_CATALOG_URI": "", **LOCAL}


def environment(**more: object) -> dict[str, str]:
    """Return the environment of a child: no choice of LLM, a key that must not travel."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LESSON_", "OPENAI_"))}
    kept["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), kept["PATH"]])
    kept.pop("MLFLOW_TRACKING_URI", None)
    return {**kept, **QUIET, "OPENAI_API_KEY": CANARY, **{k: str(v) for k, v in more.items()}}


def run_child(*command: object, env: dict, cwd: Path) -> subprocess.CompletedProcess:
    """Run Python with a command line in another folder, to its end."""
    command = [sys.executable, *map(str, command)]
    return subprocess.run(command, env=env, cwd=cwd, capture_output=True, text=True, timeout=300)


def last_json(done: subprocess.CompletedProcess) -> dict:
    """Return what a child printed last, as data."""
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def without_kit(tmp_path_factory) -> Path:
    """A folder that, on PYTHONPATH, takes the kit away from a Python and all it starts."""
    folder = tmp_path_factory.mktemp("without_kit")
    (folder / "sitecustomize.py").write_text(
        "import importlib.util, os, sys\n"
        "sys.path[:] = [p for p in sys.path if not os.path.isdir(os.path.join(p, 'lesson_kit'))]\n"
        "sys.meta_path[:] = [f for f in sys.meta_path if 'editable' not in repr(f).lower()]\n"
        "assert importlib.util.find_spec('lesson_kit') is None, 'the kit can still be imported'\n"
    )
    return folder


@contextmanager
def running(*arguments: str, env: dict, cwd: Path) -> Iterator[SimpleNamespace]:
    """Run `python -m …` as a server that ends, with everything it started, with the block."""
    with open(cwd / "server.log", "wb") as log:
        process = psutil.Popen(
            [sys.executable, "-m", *arguments], env=env, cwd=cwd, stdout=log, stderr=log
        )
    try:
        yield SimpleNamespace(process=process, log=cwd / "server.log")
    finally:
        family = [*process.children(recursive=True), process] if process.is_running() else []
        for member in family:
            with suppress(psutil.NoSuchProcess):
                member.kill()
        process.wait()


def wait_for(url: str, server: SimpleNamespace, seconds: float = 180) -> None:
    """Return when a server answers; fail when it ends or takes too long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.process.poll() is None:
        try:
            with OPENER.open(url, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"{url} does not answer; the server said:\n{server.log.read_text()[-3000:]}")


@pytest.fixture(scope="module")
def tracking_server(tmp_path_factory) -> Iterator[SimpleNamespace]:
    """An MLflow server that may still be starting."""
    folder, port = tmp_path_factory.mktemp("server"), find_free_port()
    command = ["mlflow", "server", "--host", "127.0.0.1", "--port", str(port), "--workers", "1"]
    command += [
        "--backend-store-uri",
        "sqlite:///mlflow.db",
        "--artifacts-destination",
        "artifacts",
    ]
    env = environment(MLFLOW_SERVER_ENABLE_JOB_EXECUTION="false")
    with running(*command, env=env, cwd=folder) as server:
        server.folder, server.uri = folder, f"http://127.0.0.1:{port}"
        yield server


# ---- One reference, logged into a local store ----

LOG_TWICE = """
import contextlib, io, json, sys
sys.path.insert(0, {scripts!r})
import build_model
results = []
for arguments in {calls!r}:
    sys.argv, out, err = ["build_model.py", *arguments], io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = build_model.main()
    results.append([code, out.getvalue(), err.getvalue()])
print(json.dumps(results))
"""


@pytest.fixture(scope="module")
def reference(tmp_path_factory, tracking_server) -> SimpleNamespace:  # the server starts meanwhile
    """The reference model in a sqlite store, and a wrong one whose `add` is broken."""
    folder = tmp_path_factory.mktemp("reference")
    uri = f"sqlite:///{folder}/mlflow.db"
    wrong = write_notebook(folder / "wrong.ipynb", TUTORIAL.replace("return x + y", "return x - y"))
    where = ["--log", "--tracking-uri", uri]
    calls = [
        ["--output", str(folder / "react_agent.py"), *where],
        ["--output", str(folder / "wrong.py"), "--notebooks", str(wrong), *where],
    ]
    code = LOG_TWICE.format(scripts=str(BUILD.parent), calls=calls)
    good, bad = last_json(run_child("-c", code, env=environment(), cwd=folder))
    assert good[0] == 0, good
    return SimpleNamespace(
        folder=folder,
        uri=uri,
        client=MlflowClient(uri),
        printed=good[1],
        run_id=re.search(r"run +(\w{32})", good[1])[1],
        model_uri=re.search(r"model +(models:/\S+)", good[1])[1],
        wrong=bad,
    )


@pytest.fixture(scope="module")
def artifacts(reference) -> Path:
    """The folder of the reference model's artifacts."""
    model = reference.client.get_logged_model(reference.model_uri.removeprefix("models:/"))
    return Path(model.artifact_location)


@pytest.fixture(scope="module")
def trace(reference):
    """The one trace that hangs at the reference run."""
    run = reference.client.get_run(reference.run_id)
    [found] = reference.client.search_traces(
        locations=[run.info.experiment_id], run_id=reference.run_id
    )
    return found


def test_the_run_has_its_name_experiment_and_tag(reference):
    run = reference.client.get_run(reference.run_id)
    experiment = reference.client.get_experiment(run.info.experiment_id)
    assert experiment.name == "MLflow LlamaIndex Workflow Tutorial"
    assert run.info.run_name == "react-agent-workflow" and run.info.status == "FINISHED"
    assert run.data.tags["lesson_kit.reference"] == "true"
    [logged] = run.outputs.model_outputs
    model = reference.client.get_logged_model(logged.model_id)
    assert model.name == "model" and model.tags["lesson_kit.reference"] == "true"
    assert reference.model_uri == f"models:/{logged.model_id}"


def test_the_answer_read_back_is_printed(reference):
    assert ANSWER.search(reference.printed)


def test_an_agent_that_answers_wrongly_is_no_reference(reference):
    code, out, err = reference.wrong
    assert code == 2 and "not 456831" in err and err.count("\n") == 1
    run_id = re.search(r"run (\w{32})", err)[1]
    run = reference.client.get_run(run_id)
    assert run.info.status == "FAILED" and "lesson_kit.reference" not in run.data.tags


def test_the_model_carries_its_script_its_llm_and_no_check(artifacts, reference):
    files = {str(path.relative_to(artifacts)) for path in artifacts.rglob("*") if path.is_file()}
    assert {"MLmodel", "react_agent.py", "settings.json", "input_example.json"} <= files
    assert {name for name in files if name.startswith("code/")} == {
        "code/lesson_kit/__init__.py",
        "code/lesson_kit/llm.py",
        "code/lesson_kit/offline_llm.py",
        "code/lesson_kit/one_sentence.py",
        "code/lesson_kit/openai_llm.py",
    }
    script = (reference.folder / "react_agent.py").read_text()
    assert (artifacts / "react_agent.py").read_text() == script
    assert json.loads((artifacts / "input_example.json").read_text()) == {"input": QUESTION}


def test_the_models_requirements_are_the_versions_it_was_proven_on(artifacts):
    wanted = ("llama-index", "llama-index-workflows", "mlflow")
    assert (artifacts / "requirements.txt").read_text().split() == [
        f"{name}=={version(name)}" for name in wanted
    ]


def test_no_key_is_in_anything_that_was_stored(reference):
    files = [path for path in reference.folder.rglob("*") if path.is_file()]
    assert any(path.name == "settings.json" for path in files)
    assert [path for path in files if CANARY.encode() in path.read_bytes()] == []


def test_the_trace_hangs_at_the_run_and_at_the_model(trace, reference):
    metadata = trace.info.trace_metadata
    assert metadata["mlflow.sourceRun"] == reference.run_id
    assert reference.model_uri == f"models:/{metadata['mlflow.modelId']}"


def test_the_trace_tells_the_token_usage_of_each_llm_call(trace):
    spans = [span for span in trace.data.spans if span.span_type == SpanType.CHAT_MODEL]
    usages = [span.get_attribute("mlflow.chat.tokenUsage") for span in spans]
    assert len(usages) == 3 and all(usage["input_tokens"] > 100 for usage in usages)
    assert usages[0] == {
        f"{kind}_tokens": spans[0].get_attribute("usage")[f"{raw}_tokens"]
        for kind, raw in (("input", "prompt"), ("output", "completion"), ("total", "total"))
    }
    assert trace.info.token_usage["total_tokens"] == sum(u["total_tokens"] for u in usages)


def test_the_trace_tells_what_each_tool_was_given(trace):
    calls = [span.inputs for span in trace.data.spans if span.name.startswith("FunctionTool.call")]
    given = [call.get("kwargs", call) for call in calls]
    assert given == [{"x": 123, "y": 456}, {"x": 579, "y": 789}]


# ---- The same model elsewhere ----

ELSEWHERE = f"""
import asyncio, json, runpy, sys
import mlflow
from llama_index.core import Settings
from llama_index.core.llms import MockLLM

async def ask(agent):
    return await agent.run(input={QUESTION!r})

model_uri, script = sys.argv[1:]
Settings.llm = MockLLM(max_tokens=1)
dummy = asyncio.run(ask(runpy.run_path(script)["agent"]))
"""
NATIVE = (
    ELSEWHERE
    + """
answer = asyncio.run(ask(mlflow.llama_index.load_model(model_uri)))
print(json.dumps([dummy, answer, type(Settings.llm).__name__]))
"""
)
PYFUNC = (
    ELSEWHERE
    + f"""
answer = mlflow.pyfunc.load_model(model_uri).predict({{"input": {QUESTION!r}}})
print(json.dumps([dummy, answer, type(Settings.llm).__name__]))
"""
)


def test_load_model_brings_the_llm_back(reference, tmp_path):
    env = environment(MLFLOW_TRACKING_URI=reference.uri)
    script = reference.folder / "react_agent.py"
    done = run_child("-c", NATIVE, reference.model_uri, script, env=env, cwd=tmp_path)
    dummy, answer, llm = last_json(done)
    assert dummy == "text"
    assert ANSWER.search(answer) and llm == "OfflineLLM"


def test_script_and_pyfunc_model_work_where_nothing_of_the_kit_is(reference, without_kit, tmp_path):
    env = environment(MLFLOW_TRACKING_URI=reference.uri, PYTHONPATH=without_kit)
    script = reference.folder / "react_agent.py"
    done = run_child("-c", PYFUNC, reference.model_uri, script, env=env, cwd=tmp_path)
    dummy, answer, llm = last_json(done)
    assert dummy == "text"
    assert ANSWER.search(answer) and llm == "OfflineLLM"


def test_models_serve_answers_over_http(reference, artifacts, without_kit, tmp_path):
    url, port = "http://127.0.0.1:{}", str(find_free_port())
    command = ["mlflow", "models", "serve", "--env-manager", "local", "-m", reference.model_uri]
    command += ["-p", port, "-h", "127.0.0.1"]
    env = environment(MLFLOW_TRACKING_URI=reference.uri, PYTHONPATH=without_kit)

    def post(body: bytes) -> object:
        address = url.format(port) + "/invocations"
        request = urllib.request.Request(address, body, {"Content-Type": "application/json"})
        with OPENER.open(request, timeout=60) as response:
            return json.load(response)

    with running(*command, env=env, cwd=tmp_path) as server:
        wait_for(url.format(port) + "/ping", server)
        bare = post((artifacts / "serving_input_example.json").read_bytes())
        framed = post(json.dumps({"dataframe_records": [{"input": QUESTION}]}).encode())
    assert ANSWER.search(bare)
    assert ANSWER.search(json.dumps(framed["predictions"]))


# ---- An MLflow server, and a real LLM's protocol ----


def test_a_server_that_does_not_answer_is_named_at_once(tmp_path):
    where = [
        "--tracking-uri",
        f"http://127.0.0.1:{find_free_port()}",
        "--output",
        tmp_path / "a.py",
    ]
    failed = run_child(BUILD, "--log", *where, env=environment(), cwd=tmp_path)
    assert failed.returncode == 2
    assert "No MLflow server answers at http://127.0.0.1" in failed.stderr
    assert failed.stderr.count("\n") == 1


def test_a_missing_key_is_named(tmp_path):
    env = environment(LESSON_LLM="openai", OPENAI_API_KEY="")
    where = ["--tracking-uri", "sqlite:///mlflow.db", "--output", "a.py"]
    failed = run_child(BUILD, "--log", *where, env=env, cwd=tmp_path)
    assert failed.returncode == 2 and "needs OPENAI_API_KEY" in failed.stderr
    assert failed.stderr.count("\n") == 1 and not (tmp_path / "mlflow.db").exists()


def test_an_openai_llm_goes_the_same_way_through_a_server(tracking_server, without_kit, tmp_path):
    uri, folder = tracking_server.uri, tracking_server.folder
    script = tmp_path / "react_agent.py"
    with openai_server() as llm:
        env = environment(LESSON_LLM="openai", OPENAI_API_BASE=llm.base_url)
        env["LESSON_LLM_MODEL"] = "a-local-model"  # so that the kit's own class has to travel
        wait_for(f"{uri}/health", tracking_server)
        where = ["--tracking-uri", uri, "--output", script]
        done = run_child(BUILD, "--log", *where, env=env, cwd=tmp_path)
        assert done.returncode == 0, done.stderr[-3000:]
        model_uri = re.search(r"model +(models:/\S+)", done.stdout)[1]
        run_id = re.search(r"run +(\w{32})", done.stdout)[1]
        llm.requests.clear()

        env |= {"MLFLOW_TRACKING_URI": uri, "PYTHONPATH": str(without_kit)}
        dummy, answer, kind = last_json(
            run_child("-c", PYFUNC, model_uri, script, env=env, cwd=folder)
        )
    assert ANSWER.search(done.stdout)
    assert dummy == "text" and ANSWER.search(answer)
    assert kind == "OpenAIServer" and len(llm.requests) == 3
    client = MlflowClient(uri)
    experiment = client.get_run(run_id).info.experiment_id
    [trace] = client.search_traces(locations=[experiment], run_id=run_id)
    assert trace.info.token_usage["total_tokens"] > 100
    [needed] = folder.rglob("requirements.txt")
    assert f"llama-index-llms-openai=={version('llama-index-llms-openai')}" in needed.read_text()
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert any(path.name == "settings.json" for path in files)
    assert [path for path in files if CANARY.encode() in path.read_bytes()] == []
