"""Serving a model for a while: it answers as MLflow's server does, and nothing is left behind."""

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request

import mlflow
import pytest
from lesson_kit import serving
from lesson_kit.agent_script.logged_model import model_requirements, model_signature
from lesson_kit.offline_llm import OfflineLLM
from lesson_kit.private_names import settings_kept
from lesson_kit.probes.computed import SENTENCE, counted_answer
from lesson_kit.probes.reloaded_models import SCRIPT
from lesson_kit.probes.scoring_server import question_in
from llama_index.core import Settings

from checks.grading.kernels import GRADER


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """A model in a folder that answers each question with `counted_answer`."""
    folder = tmp_path_factory.mktemp("served")
    script = folder / "greeter.py"
    script.write_text(SCRIPT.format(greeting="You asked: ", factor=7, shape=SENTENCE), "utf-8")
    with settings_kept():
        Settings.llm = OfflineLLM()
        mlflow.llama_index.save_model(
            str(script),
            str(folder / "model"),
            signature=model_signature(),
            pip_requirements=model_requirements(),
        )
    return str(folder / "model")


def post(url: str, body: bytes) -> tuple[int, object]:
    request = urllib.request.Request(
        f"{url}/invocations", data=body, headers={"Content-Type": "application/json"}
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


QUESTION = 'Is "this" a question?'
PAYLOADS = [
    {"inputs": {"input": QUESTION}},
    {"inputs": [{"input": QUESTION}]},
    {"input": QUESTION},
    {"dataframe_records": [{"input": QUESTION}]},
    {"dataframe_split": {"columns": ["input"], "data": [[QUESTION]]}},
    {"instances": [{"input": QUESTION}]},
    {"inputs": QUESTION},
    {"inputs": {"question": QUESTION}},
    QUESTION,
    {},
]


def test_a_served_model_answers_and_the_probe_reads_requests_as_it_does(model):
    """The small server of lesson 7's checks takes and refuses what the real one does."""
    before = dict(os.environ)
    with serving.served(model) as url:
        for payload in PAYLOADS:
            body = json.dumps(payload).encode()
            status, answer = post(url, body)
            try:
                question, wrapped = question_in(body)
            except ValueError:
                assert status == 400 and answer["message"], payload
                continue
            text = counted_answer("You asked: ", 7, question)
            assert (status, answer) == (200, {"predictions": text} if wrapped else text), payload
        assert post(url, b"no JSON")[0] == 400
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"{url}/ping", timeout=5)
    assert dict(os.environ) == before


def test_a_block_that_fails_ends_its_server(model, monkeypatch):
    """So does one that is interrupted: the server is stopped on the way out."""
    stopped = []
    stop = serving.stop
    monkeypatch.setattr(serving, "stop", lambda server: stop(server) or stopped.append(server))
    monkeypatch.setattr(serving, "wait_for", lambda *given: None)
    with pytest.raises(KeyboardInterrupt), serving.served(model):
        raise KeyboardInterrupt
    assert stopped[0].poll() is not None


def test_a_server_that_ends_early_says_why(tmp_path):
    script = "import sys; print('no such module'); sys.exit(1)"
    with open(tmp_path / "log", "w+b") as log:
        ended = subprocess.Popen([sys.executable, "-c", script], stdout=log, stderr=log)
        ended.wait()
        with pytest.raises(serving.NotServed, match="It said: no such module"):
            serving.wait_for("http://127.0.0.1:9", ended, 5, log)


@pytest.mark.parametrize("grader", ["autograde", GRADER])
def test_no_server_is_started_while_a_notebook_is_graded(model, monkeypatch, grader):
    monkeypatch.setenv("NBGRADER_EXECUTION", grader)
    with pytest.raises(serving.NotServed, match="while a notebook is graded"):
        with serving.served(model):
            pass
