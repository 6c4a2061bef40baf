"""The optional integrations, with their real clients, in an environment made for these tests alone.

They are installed from the package index, as the kit's sentence tells a learner to; where it cannot
be reached the tests are skipped. The servers are those of this process, on loopback.
"""

import json
import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import installing
import pytest
from lesson_kit import LLMNotAvailable
from lesson_kit.llm import need_package
from ollama_server import ollama_server
from openai_server import openai_server

from checks.grading.exercises import ROOT

NOBODY = "http://127.0.0.1:9/v1"
PACKAGES = ["llama-index-llms-ollama", "llama-index-llms-databricks"]
# Each line is a case: its name, what is set, and what is done; all in one process, for its imports.
ASKING = """
import asyncio, contextlib, io, json, os, runpy, sys
from lesson_kit import LLMNotAvailable, choose_llm, first_question, try_llm
from lesson_kit import llm as options

told = {}


async def answer(agent):
    return str(await agent.run(input="What is (123 + 456) * 789?"))


for name, option, settings, break_it in json.loads(sys.argv[1]):
    os.environ.update(settings)
    first_question.PATIENCE = options.OLLAMA_TIMEOUT = 0.5 if name.startswith("slow") else 60
    shown = io.StringIO()
    try:
        with contextlib.redirect_stdout(shown):
            chosen = choose_llm(option)
            if break_it:
                chosen.model = break_it
            try_llm()
        told[name] = shown.getvalue()
    except LLMNotAvailable as error:
        told[name] = f"refused: {error}"
    if name.startswith("agent"):
        agent = runpy.run_path(sys.argv[2])["ReActAgent"](timeout=60)
        told[name] += asyncio.run(answer(agent))
print(json.dumps(told))
"""


def uv(*arguments: str) -> subprocess.CompletedProcess:
    """Run uv with the index that pip is set to."""
    return subprocess.run(
        [sys.executable, "-m", "uv", *arguments],
        env=installing.uv_settings(sys.executable),
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="module")
def planned() -> list[str]:
    """What the kit's remedy would change in this environment, as uv's lines `+ name==version`."""
    remedy = [*PACKAGES, f"llama-index=={version('llama-index')}"]
    done = uv("pip", "install", "--dry-run", "--python", sys.executable, *remedy)
    if done.returncode and (cause := installing.known_cause(done.stderr)):
        pytest.skip(f"The optional integrations cannot be installed. {cause}")
    assert done.returncode == 0, done.stderr
    return re.findall(r"^ ([+-] \S+)", done.stderr, re.M)


@pytest.fixture(scope="module")
def with_integrations(planned, tmp_path_factory) -> Path:
    """The Python of an environment of its own: this one, and the integrations beside it."""
    folder = tmp_path_factory.mktemp("integrations") / "env"
    made = uv("venv", str(folder), "--python", sys.executable)
    assert made.returncode == 0, made.stderr
    python = folder / "bin" / "python"
    (packages,) = folder.glob("lib/*/site-packages")
    ours = next(place for place in sys.path if place.endswith("site-packages"))
    (packages / "kit.pth").write_text(f"import site; site.addsitedir({ours!r})\n")
    pins = [line.removeprefix("+ ") for line in planned]
    done = uv("pip", "install", "--no-deps", "--python", str(python), *pins)
    if done.returncode and (cause := installing.known_cause(done.stderr)):
        pytest.skip(f"The optional integrations cannot be installed. {cause}")
    assert done.returncode == 0, done.stderr
    return python


@pytest.fixture(scope="module")
def told(with_integrations) -> dict[str, str]:
    """What a learner is told in each case."""
    reference = ROOT / "solutions" / "react_agent.py"
    with (
        openai_server(key="dapi-right", models=["databricks-own"]) as hosted,
        openai_server(status=429) as busy,
        openai_server(delay=3) as slow,
        ollama_server(models=["llama3.2"]) as local,
        ollama_server(models=["llama3.2"], delay=3) as slow_local,
    ):
        right = {
            "DATABRICKS_TOKEN": "dapi-right",
            "DATABRICKS_SERVING_ENDPOINT": hosted.base_url,
            "LESSON_LLM_MODEL": "databricks-own",
        }
        here = {"OLLAMA_HOST": local.url, "LESSON_LLM_MODEL": "llama3.2"}
        cases = [
            ("agent with databricks", "databricks", right, None),
            ("wrong key", "databricks", {"DATABRICKS_TOKEN": "dapi-wrong"}, None),
            ("no such model", "databricks", {**right, "LESSON_LLM_MODEL": "other"}, None),
            ("busy", "databricks", {**right, "DATABRICKS_SERVING_ENDPOINT": busy.base_url}, None),
            ("slow", "databricks", {"DATABRICKS_SERVING_ENDPOINT": slow.base_url}, None),
            ("no server", "databricks", {"DATABRICKS_SERVING_ENDPOINT": NOBODY}, None),
            ("agent with ollama", "ollama", here, None),
            ("not pulled", "ollama", {"LESSON_LLM_MODEL": "mistral"}, None),
            ("pulled no more", "ollama", here, "mistral"),
            ("no ollama", "ollama", {"OLLAMA_HOST": "127.0.0.1:9"}, None),
            ("slow ollama", "ollama", {"OLLAMA_HOST": slow_local.url}, None),
        ]
        done = subprocess.run(
            [with_integrations, "-c", ASKING, json.dumps(cases), reference],
            env=dict(os.environ, NO_PROXY="127.0.0.1", no_proxy="127.0.0.1"),
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


def test_the_remedy_changes_no_package_that_the_lessons_were_proven_on(planned):
    assert [line for line in planned if line.startswith("-")] == []
    added = {line.removeprefix("+ ").partition("==")[0] for line in planned}
    locked = (ROOT / "scripts" / "requirements.lock").read_text()
    assert [name for name in added if re.search(rf"^{name}==", locked, re.M)] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_the_sentence_names_the_package_that_brings_it(package, planned):
    if any(line.startswith(f"+ {package}==") for line in planned):
        with pytest.raises(LLMNotAvailable, match=f"pip install {package} llama-index=="):
            need_package(package.rpartition("-")[2], package)


@pytest.mark.parametrize(
    "case, model",
    [
        ("agent with databricks", "databricks-own (Databricks at http://127.0.0.1:"),
        ("agent with ollama", "llama3.2 (Ollama at http://127.0.0.1:"),
    ],
)
def test_a_real_client_answers_and_the_agent_works_with_it(told, case, model):
    assert model in told[case]
    assert re.search(r"tokens   \d+ in, \d+ out", told[case])
    assert told[case].endswith("456831.")


@pytest.mark.parametrize(
    "case, words",
    [
        ("wrong key", "refuses the key in DATABRICKS_TOKEN"),
        ("no such model", "has no model 'other'"),
        ("busy", "too many requests"),
        ("slow", "gave no reply in time"),
        ("no server", "http://127.0.0.1:9/v1 cannot be reached: look at DATABRICKS_SERVING_END"),
        ("not pulled", "ollama pull mistral"),
        ("pulled no more", "has no model 'mistral'"),
        ("no ollama", "finds no Ollama server at http://127.0.0.1:9"),
        ("slow ollama", "gave no reply in time: try again"),
    ],
)
def test_each_failure_has_its_sentence(told, case, words):
    assert told[case].startswith("refused: ")
    assert words in told[case]
