"""The lessons, MLflow's UI and the formgrader in a real browser that has no network."""

import re

import browser as chromium
import pytest
from browser import Notebook, expect, shoot, watched_page
from test_learn import Started, free_port

from checks.exercises import ROOT

pytestmark = pytest.mark.skipif(chromium.CHROMIUM is None, reason="there is no Chromium here")

TOOLS, TRACING = "01_tools", "05_tracing"


@pytest.fixture(scope="module")
def browser():
    with chromium.running_browser() as running:
        yield running


@pytest.fixture(scope="module")
def learner(tmp_path_factory):
    """Start learn.py once, with a workspace of its own."""
    workspace = tmp_path_factory.mktemp("learner") / "workspace"
    ports = ("--port", str(free_port()), "--mlflow-port", str(free_port()))
    run = Started(ROOT, "--no-browser", "--workspace", str(workspace), *ports)
    run.workspace = workspace
    try:
        assert len(run.addresses) == 2, run.text
        yield run
    finally:
        run.end(2)
        run.kill()


@pytest.fixture(scope="module")
def page(browser, learner):
    """Open what learn.py says: JupyterLab with lesson 1."""
    opened = watched_page(browser)
    opened.goto(learner.addresses[0])
    return opened


@pytest.fixture(scope="module")
def first(page, learner):
    return Notebook(page, learner.workspace / TOOLS / f"{TOOLS}.ipynb")


# A learner


def test_lesson_1_opens_with_its_picture_and_folded_hints(first, page):
    assert page.locator(".jp-Dialog").count() == 0
    expect(first.cell("title").locator("h1")).to_contain_text("Lesson 1 · Tools")
    assert all(min(size) > 30 for size in first.pictures())
    shoot(page, "lesson-1-top")
    first.cell("what-a-tool-is")
    shoot(page, "lesson-1-picture")
    hint = first.cell("ex-1-1").locator("details").first
    text = hint.evaluate("hint => hint.lastChild.textContent")
    assert "What does a function need" in text
    assert not hint.evaluate("hint => hint.open")
    folded = hint.bounding_box()["height"]
    hint.locator("summary").click()
    assert hint.evaluate("hint => hint.open") and hint.bounding_box()["height"] > folded
    shoot(page, "lesson-1-hint")


def test_a_stub_is_explained_without_a_traceback(first, page):
    for name in ("imports", "setup", "answer-1-1"):
        first.run(name)
    said = first.run("check-1-1")
    shoot(page, "lesson-1-stub")
    assert "1.1 add · 0 of" in said and "✗" in said and "✓" not in said
    assert "This exercise is not written yet" in said and "Open hint 1 under 1.1" in said
    assert "Traceback" not in said and ".py" not in said, said
    assert max(map(len, said.splitlines())) <= 83


def test_a_right_answer_passes_and_is_saved(first, page):
    stub = first.source("answer-1-1")
    answer = re.sub(r"# YOUR CODE HERE\s+raise NotImplementedError\(\)", "return x + y", stub)
    assert answer != stub
    first.write("answer-1-1", answer)
    first.run("answer-1-1")
    assert first.run("try-1-1") == "5"
    said = first.run("check-1-1")
    shoot(page, "lesson-1-right")
    marks = re.findall("[✓✗]", said)
    assert marks and set(marks) == {"✓"}, said
    page.keyboard.press("Control+s")
    expect(page.locator(".lm-mod-current .jp-icon-hover-none, .jp-mod-dirty")).to_have_count(0)
    saved = Notebook(page, first.file)
    assert saved.source("answer-1-1") == answer
