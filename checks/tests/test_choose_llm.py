"""Choosing the LLM: each option, and the one sentence for each thing that can be missing."""

import asyncio
import json
import runpy
import sys
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from types import ModuleType

import lesson_kit
import mlflow
import pytest
from IPython.core.interactiveshell import InteractiveShell
from lesson_kit import LLMNotAvailable, OfflineLLM, choose_llm
from lesson_kit.agent_script.logged_model import model_requirements, model_signature
from lesson_kit.openai_llm import OpenAIServer
from lesson_kit.private_names import settings_kept
from lesson_kit.probes.logged_models import answer_of
from llama_index.core import Settings
from llama_index.core.llms import ChatMessage, MockLLM
from llama_index.llms.openai import OpenAI
from mlflow.llama_index.serialize_objects import deserialize_settings, serialize_settings
from openai_server import openai_server

from checks.grading.exercises import ROOT

REACT_AGENT = str(ROOT / "solutions" / "react_agent.py")
VARIABLES = (
    "LESSON_LLM LESSON_LLM_MODEL OPENAI_API_KEY OPENAI_API_BASE DATABRICKS_TOKEN "
    "DATABRICKS_SERVING_ENDPOINT OLLAMA_HOST"
).split()


@pytest.fixture(autouse=True)
def clean(monkeypatch):
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    with settings_kept():
        Settings.llm = MockLLM()
        yield


def refusal(**environment) -> str:
    """Return the sentence with which choose_llm refuses, having left Settings alone."""
    before = Settings.llm
    with pytest.raises(LLMNotAvailable) as caught, pytest.MonkeyPatch.context() as patch:
        for variable, value in environment.items():
            patch.setenv(variable, value)
        choose_llm()
    assert Settings.llm is before
    sentence = str(caught.value)
    assert "\n" not in sentence and sentence.endswith(".")
    return sentence


@contextmanager
def http_server(reply: bytes):
    """Answer every GET with one reply."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, *args):
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def integration(monkeypatch, module: str, class_name: str) -> None:
    """Put a class that keeps its arguments in the place of an optional integration."""

    class Integration(MockLLM):
        def __init__(self, **settings):
            super().__init__()
            object.__setattr__(self, "settings", settings)

    stand_in = ModuleType(module)
    setattr(stand_in, class_name, Integration)
    monkeypatch.setitem(sys.modules, f"llama_index.llms.{module}", stand_in)


def test_offline_is_the_default():
    llm = choose_llm()
    assert isinstance(llm, OfflineLLM) and llm.mode == "normal"
    assert Settings.llm is llm


def test_the_argument_wins_over_the_variable(monkeypatch):
    monkeypatch.setenv("LESSON_LLM", "openai")
    assert isinstance(choose_llm("offline"), OfflineLLM)


def test_an_unknown_name_lists_the_options():
    sentence = refusal(LESSON_LLM="chatty")
    assert "'chatty'" in sentence and "offline, openai, databricks, ollama" in sentence


def test_a_misspelt_option_is_guessed():
    assert "LESSON_LLM is 'opneai'" in (sentence := refusal(LESSON_LLM="opneai"))
    assert "did you mean 'openai'?" in sentence
    with pytest.raises(LLMNotAvailable, match="choose_llm got 'olama', .*did you mean 'ollama'"):
        choose_llm("olama")


def test_openai_without_a_key_names_the_key():
    assert "OPENAI_API_KEY" in refusal(LESSON_LLM="openai")


def test_openai_is_made_without_a_network_call(monkeypatch):
    monkeypatch.setenv("LESSON_LLM", " OpenAI ")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-none")
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("opened a connection"))
    llm = choose_llm()
    assert type(llm) is OpenAI and llm.model == "gpt-4o-mini"
    assert llm.metadata.is_chat_model


def test_openai_takes_the_model_that_is_named(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-none")
    monkeypatch.setenv("LESSON_LLM_MODEL", "gpt-4.1-mini")
    assert choose_llm("openai").model == "gpt-4.1-mini"


def test_a_model_that_openai_does_not_have_is_refused():
    sentence = refusal(LESSON_LLM="openai", OPENAI_API_KEY="sk-none", LESSON_LLM_MODEL="qwen3")
    assert "'qwen3'" in sentence and "OPENAI_API_BASE" in sentence


@pytest.mark.parametrize("model", ["gpt-4o-mini", "Qwen/Qwen3-8B"])
def test_a_server_that_speaks_the_openai_protocol(monkeypatch, model):
    with openai_server() as server:
        monkeypatch.setenv("OPENAI_API_BASE", server.base_url)
        assert "any text" in refusal(LESSON_LLM="openai")
        monkeypatch.setenv("OPENAI_API_KEY", "sk-none")
        monkeypatch.setenv("LESSON_LLM_MODEL", model)
        response = choose_llm("openai").chat([ChatMessage(role="user", content="What is 7?")])
        assert response.message.content == "The result is 7."
        assert response.raw.usage.prompt_tokens > 0
        assert [request["model"] for request in server.requests] == [model]


async def ask(agent) -> str:
    return str(await agent.run(input="What is (123 + 456) * 789?"))


def test_the_llm_may_change_in_the_middle_of_a_lesson(monkeypatch):
    agent = runpy.run_path(REACT_AGENT)["ReActAgent"](timeout=60)
    choose_llm("offline")
    assert asyncio.run(ask(agent)).endswith("456831.")
    with openai_server() as server:
        for variable, value in (("BASE", server.base_url), ("KEY", "sk-none")):
            monkeypatch.setenv(f"OPENAI_API_{variable}", value)
        choose_llm("openai")
        assert asyncio.run(ask(agent)).endswith("456831.")
        assert len(server.requests) == 3
        assert "456831" in str(server.requests[0])  # the same agent, the same conversation
        choose_llm("offline")
        assert asyncio.run(ask(agent)).endswith("456831.")
        assert len(server.requests) == 3


def test_a_check_of_a_logged_model_asks_no_real_llm(monkeypatch, tmp_path):
    class Useless(OfflineLLM):
        def reply(self, messages) -> str:
            return "Thought: I know.\nAnswer: I am not in the mood."

    with openai_server(Useless()) as server:
        for variable, value in (("BASE", server.base_url), ("KEY", "sk-none")):
            monkeypatch.setenv(f"OPENAI_API_{variable}", value)
        llm = choose_llm("openai")
        requirements = model_requirements()
        for name in ("real", "dummy"):
            mlflow.llama_index.save_model(
                REACT_AGENT,
                str(tmp_path / name),
                signature=model_signature(),
                pip_requirements=requirements,
            )
            Settings.llm = MockLLM(max_tokens=1)
        Settings.llm = llm
        assert "456831" in answer_of(str(tmp_path / "real"), "What is (123 + 456) * 789?")
        assert answer_of(str(tmp_path / "dummy"), "What is (123 + 456) * 789?") == "text"
        assert server.requests == [] and Settings.llm is llm


def test_mlflow_brings_a_server_back_without_its_key(monkeypatch, tmp_path):
    monkeypatch.setenv("OPENAI_API_BASE", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    monkeypatch.setenv("LESSON_LLM_MODEL", "Qwen/Qwen3-8B")
    choose_llm("openai")
    serialize_settings(tmp_path / "settings.json")
    assert "sk-secret" not in (tmp_path / "settings.json").read_text()
    Settings.llm = MockLLM()
    deserialize_settings(tmp_path / "settings.json")
    assert type(Settings.llm) is OpenAIServer
    assert Settings.llm.model == "Qwen/Qwen3-8B"
    assert Settings.llm.api_base == "http://127.0.0.1:9/v1"


@pytest.mark.parametrize("choice", ["databricks", "ollama"])
def test_a_missing_package_is_named_with_its_remedy(monkeypatch, choice):
    monkeypatch.setitem(sys.modules, f"llama_index.llms.{choice}", None)
    assert f"pip install llama-index-llms-{choice} llama-index==" in refusal(LESSON_LLM=choice)


def test_databricks_names_the_variable_that_is_missing(monkeypatch):
    integration(monkeypatch, "databricks", "Databricks")
    assert "DATABRICKS_TOKEN" in refusal(LESSON_LLM="databricks")
    monkeypatch.setenv("DATABRICKS_TOKEN", "none")
    assert "DATABRICKS_SERVING_ENDPOINT" in refusal(LESSON_LLM="databricks")
    monkeypatch.setenv("DATABRICKS_SERVING_ENDPOINT", "http://127.0.0.1:9")
    assert choose_llm("databricks").settings["model"].startswith("databricks-")


def test_ollama_without_a_server_names_its_address(monkeypatch):
    integration(monkeypatch, "ollama", "Ollama")
    sentence = refusal(LESSON_LLM="ollama", OLLAMA_HOST="127.0.0.1:9")
    assert "http://127.0.0.1:9:" in sentence and "ollama serve" in sentence


@pytest.mark.parametrize("reply", [b"<html>", b"[]", b'{"models": [7]}'])
def test_something_else_on_ollamas_port_is_not_ollama(monkeypatch, reply):
    integration(monkeypatch, "ollama", "Ollama")
    with http_server(reply) as address:
        assert "no Ollama server" in refusal(LESSON_LLM="ollama", OLLAMA_HOST=address)


def test_ollama_names_a_model_that_is_not_there(monkeypatch):
    integration(monkeypatch, "ollama", "Ollama")
    reply = json.dumps({"models": [{"name": "qwen3:8b"}, {"name": "llama3.2:latest"}]}).encode()
    with http_server(reply) as address:
        monkeypatch.setenv("OLLAMA_HOST", address)
        sentence = refusal(LESSON_LLM="ollama", LESSON_LLM_MODEL="mistral")
        assert "ollama pull mistral" in sentence and "qwen3:8b" in sentence
        settings = choose_llm("ollama").settings
    assert settings["model"] == "llama3.2" and settings["base_url"] == f"http://{address}"


def test_a_notebook_shows_the_sentence_and_no_traceback(capsys):
    shell = InteractiveShell.instance()
    try:
        shell.run_cell("from lesson_kit import choose_llm\nchoose_llm('openai')")
    finally:
        InteractiveShell.clear_instance()
    shown = capsys.readouterr().out
    assert "OPENAI_API_KEY" in shown and "Traceback" not in shown and "llm.py" not in shown
    assert max(map(len, shown.splitlines())) <= 83


def test_the_package_exports_what_it_lists():
    for name in lesson_kit.__all__:
        assert getattr(lesson_kit, name).__name__ == name
    with pytest.raises(AttributeError, match="choose_llm"):
        getattr(lesson_kit, "choose_lm")  # noqa: B009
