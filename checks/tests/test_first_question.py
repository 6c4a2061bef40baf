"""The first question to the chosen LLM: what it reports, and the sentence for each failure."""

import time

import pytest
from lesson_kit import LLMNotAvailable, choose_llm, first_question, try_llm
from lesson_kit.private_names import settings_kept
from llama_index.core import Settings
from llama_index.core.llms import MockLLM
from openai_server import openai_server

from checks.grading.exercises import ROOT


@pytest.fixture(autouse=True)
def clean(monkeypatch):
    for variable in ("LESSON_LLM", "LESSON_LLM_MODEL", "OPENAI_API_BASE"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-right")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with settings_kept():
        Settings.llm = MockLLM()
        yield


@pytest.fixture(scope="module")
def server():
    with openai_server(key="sk-right", models=["own/model"]) as running:
        yield running


@pytest.fixture
def chosen(monkeypatch, server):
    """Choose the server's model as a learner does; what a test asks of the server ends with it."""
    monkeypatch.setenv("OPENAI_API_BASE", server.base_url)
    monkeypatch.setenv("LESSON_LLM_MODEL", "own/model")
    before = len(server.requests)
    yield monkeypatch
    assert len(server.requests) <= before + 1, "OpenAI's client has tried again"
    server.status, server.text, server.delay = 200, "", 0.0


def refusal() -> str:
    """Return the sentence with which the first question fails."""
    choose_llm("openai")
    with pytest.raises(LLMNotAvailable) as caught:
        try_llm()
    sentence = str(caught.value)
    assert sentence.endswith(".") and "\n" not in sentence
    assert 'choose_llm("offline")' in sentence and "sk-" not in sentence
    return sentence


def test_offline_it_says_so_at_once_and_opens_no_connection(monkeypatch, capsys):
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("opened a connection"))
    choose_llm("offline")
    begun = time.monotonic()
    try_llm()
    assert time.monotonic() - begun < 5
    shown = capsys.readouterr().out
    assert max(map(len, shown.splitlines())) <= first_question.WIDTH
    words = " ".join(shown.split())  # the lines break between them
    assert "rule-based stand-in, not a language model" in words and "tools on offer" in words
    assert "(OfflineLLM, in this notebook)" in shown


def test_a_real_one_shows_model_latency_and_tokens(chosen, capsys, server):
    server.delay = 0.2
    choose_llm("openai")
    try_llm(question="What is 7?")
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["What is 7?", "→ The result is 7."]
    assert lines[3] == f"model    own/model (OpenAIServer at {server.base_url})"
    assert 0.2 <= float(lines[4].split()[1]) < 60
    assert lines[5] == "tokens   12 in, 6 out"


def test_the_llm_itself_stays_as_patient_as_it_was(chosen, server):
    llm = choose_llm("openai")
    try_llm()
    assert (Settings.llm, llm.max_retries, llm.reuse_client) == (llm, 3, True)
    assert llm._client is None  # or the impatient connection would be the one that is kept


def test_a_wrong_key_is_found_here(chosen):
    chosen.setenv("OPENAI_API_KEY", "sk-wrong")
    assert "refuses the key in OPENAI_API_KEY: set another" in refusal()


def test_a_model_that_is_not_there_is_named(chosen):
    chosen.setenv("LESSON_LLM_MODEL", "other/model")
    assert "has no model 'other/model'" in refusal()


def test_an_address_without_its_last_part_is_named(chosen, server):
    chosen.setenv("OPENAI_API_BASE", server.url)
    assert "look at OPENAI_API_BASE (which often ends in /v1)" in refusal()


def test_a_server_that_is_not_there_is_named(chosen):
    chosen.setenv("OPENAI_API_BASE", "http://127.0.0.1:9/v1")
    assert "http://127.0.0.1:9/v1 cannot be reached" in refusal()


@pytest.mark.parametrize(
    "status, words",
    [
        (403, "does not let the key in OPENAI_API_KEY use the model 'own/model'"),
        (429, "too many requests, or no credit is left: wait a minute"),
        (503, "has a fault of its own (503): try again later"),
        (400, "answers what cannot be used (BadRequestError: "),
    ],
)
def test_what_a_server_refuses_is_said_in_words(chosen, server, status, words):
    server.status = status
    assert words in refusal()


def test_a_server_that_takes_too_long_is_named(chosen, server):
    chosen.setattr(first_question, "PATIENCE", 0.2)
    server.delay = 1
    assert "gave no reply in time: try again" in refusal()


def test_something_else_at_the_address_is_named(chosen, server):
    server.text = "<html>Welcome</html>"
    assert "answers what cannot be used" in refusal()


def test_an_llm_of_ones_own_shows_its_own_error():
    class Own(MockLLM):
        def chat(self, messages, **kwargs):
            raise KeyError("a mistake in my class")

    with pytest.raises(KeyError):
        try_llm(Own())


def test_each_lesson_that_asks_it_leaves_it_out_when_graded():
    import nbformat

    cells = nbformat.read(ROOT / "lessons" / "01_tools" / "01_tools.ipynb", 4).cells
    (asking,) = [cell for cell in cells if cell.source.startswith("try_llm")]
    assert asking.metadata["tags"] == ["skip-when-graded"]
