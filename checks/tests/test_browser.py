"""The lessons, MLflow's UI and the formgrader in a real browser that has no network."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
from pathlib import Path

import browser as chromium
import nbformat
import psutil
import pytest
from browser import HOST, Notebook, expect, shoot, watched_page
from live_content import with_live_content
from mlflow.utils import find_free_port
from started import Started, get

from checks.grading.exercises import ROOT, exercises, lesson_folders, points_of

pytestmark = pytest.mark.skipif(chromium.CHROMIUM is None, reason="there is no Chromium here")

TOOLS, TRACING = "01_tools", "05_tracing"
LEGIBLE = 0.75  # of a picture's own size


@pytest.fixture(scope="module")
def browser():
    with chromium.running_browser() as running:
        yield running


@pytest.fixture(scope="module")
def learner(tmp_path_factory):
    """Start learn.py once, with a workspace of its own."""
    folder = tmp_path_factory.mktemp("learner")
    ports = ("--port", str(find_free_port()), "--mlflow-port", str(find_free_port()))
    env = {"IPYTHONDIR": str(folder / "ipython")}
    run = Started(ROOT, "--no-browser", *ports, "--workspace", str(folder / "workspace"), **env)
    run.workspace = folder / "workspace"
    try:
        assert len(run.addresses) == 2, run.text
        yield run
        assert run.end(signal.SIGINT) == (0, []), run.text
    finally:
        run.kill()


@pytest.fixture(scope="module")
def page(browser, learner):
    """Open what learn.py says: JupyterLab with the start page."""
    opened = watched_page(browser)
    opened.goto(learner.addresses[0])
    return opened


@pytest.fixture(scope="module")
def first(page, learner):
    """Follow the start page's link to the next exercise, of lesson 1."""
    started = page.locator(".jp-MarkdownViewer:visible")
    expect(started.get_by_role("heading", name="Where you stand")).to_be_visible()
    expect(started).to_contain_text(re.compile(r"\b0 of \d+ exercises"))
    shoot(page, "start-page")
    started.get_by_role("link", name="1.1 add").click()
    return Notebook(page, learner.workspace / TOOLS / f"{TOOLS}.ipynb")


# A learner


def test_lesson_1_opens_with_its_picture_and_folded_hints(first, page):
    assert page.locator(".jp-Dialog").count() == 0
    expect(first.cell("title").locator("h1")).to_contain_text("Lesson 1 · Tools")
    assert min(first.pictures()) >= LEGIBLE
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
    assert "1.1 add · not written yet" in said and "✗" not in said and "✓" not in said
    assert said.count("This exercise is not written yet") == 1
    assert said.endswith("1.1 is not written yet.")
    assert "Traceback" not in said and ".py" not in said, said


def test_hints_open_one_after_the_other_by_keyboard_alone(first, page):
    hints = first.cell("check-1-1").locator("summary", has_text="Hint")
    for number in (1, 2, 3):
        hint = hints.nth(number - 1)
        if number == 1:
            hint.focus()
        else:
            page.keyboard.press("Tab")
        assert hint.evaluate("hint => hint === document.activeElement")
        assert not hint.evaluate("hint => hint.parentElement.open")
        page.keyboard.press("Enter")
        assert hint.evaluate("hint => hint.parentElement.open")
    shoot(page, "lesson-1-hints-of-a-check")
    assert first.output("check-1-1").count("return") == 1  # the third names it


def test_a_right_answer_passes_and_is_saved(first, page):
    first.run("setup")
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
    with page.expect_response(is_save):
        page.keyboard.press("Control+s")
    saved = {cell["id"]: "".join(cell["source"]) for cell in Notebook.read(first.file)}
    assert saved["answer-1-1"] == answer and saved["answer-1-2"] == first.source("answer-1-2")


def test_the_start_page_has_followed(first, page):
    assert "Lesson 1: 1 of 5 exercises pass. Next: 1.2 multiply" in first.output("check-1-1")
    page.get_by_role("button", name="Where you stand").click()
    shown = page.locator(".jp-MarkdownViewer:visible")
    expect(shown).to_contain_text(re.compile(r"\b1 of \d+ exercises"))
    shoot(page, "start-page-moved")
    shown.get_by_role("link", name="glossary").click()
    expect(page.locator(".jp-MarkdownViewer:visible")).to_contain_text("words of the lessons")
    page.get_by_role("button", name="Where you stand").click()
    shown.get_by_role("link", name="1.2 multiply").click()
    expect(first.panel).to_be_visible()
    assert page.locator(".jp-Dialog").count() == 0


def is_save(response):
    return response.request.method == "PUT" and "/api/contents/" in response.url


def test_the_button_hand_in_leads_to_the_file_to_hand_in(first, page, learner):
    page.get_by_role("button", name="Hand in").click()
    shown = Notebook(page, learner.workspace / "hand_in.ipynb")
    assert "01_tools is whole" in shown.run("hand-in")
    shown.write("hand-in", shown.source("hand-in").replace('""', '"ann"'))
    assert "Not written yet: 1.2, 1.3, 1.4, 1.5." in shown.run("hand-in")
    shoot(page, "hand-in")
    (made,) = (learner.workspace / "to_hand_in").iterdir()
    assert made.read_bytes() == first.file.read_bytes()
    page.locator(".lm-TabBar-tab", has_text=first.file.name).click()
    expect(first.panel).to_be_visible()


def test_validate_names_what_is_left(first, page):
    first.panel.get_by_role("button", name="Validate").click()
    dialog = page.locator(".jp-Dialog")
    expect(dialog).to_contain_text("Validation Results")
    shoot(page, "lesson-1-validate")
    said = dialog.inner_text()
    left = [number for number in exercises(TOOLS) if f'check("{number}")' in said]
    solved = "✓ adds two numbers" in first.output("check-1-1")
    assert left == [number for number in exercises(TOOLS) if number != "1.1" or not solved], said
    assert "This exercise is not written yet" in said
    dialog.get_by_role("button").last.click()
    expect(dialog).to_have_count(0)


def test_each_lesson_leads_to_the_next_and_draws_its_pictures(first, page, learner):
    here = first
    for number, name in enumerate(lesson_folders()[1:], start=2):
        here.cell("recap").get_by_role("link", name=f"lesson {number}").click()
        here = Notebook(page, learner.workspace / name / f"{name}.ipynb")
        expect(here.cell("title").locator("h1")).to_contain_text(f"Lesson {number} · ")
        assert all(scale >= LEGIBLE for scale in here.pictures()), name
        here.cell("recap")
        shoot(page, f"lesson-{number}")
    assert page.asked == {HOST}


@pytest.fixture(scope="module")
def traced(page, learner, first):
    """Run the solution of lesson 5, with the way of a run at its end, by Run All Cells."""
    notebook = nbformat.read(ROOT / "solutions" / TRACING / f"{TRACING}.ipynb", as_version=4)
    graph = "from lesson_kit import show_run\n\nawait show_run(agent.run(input='What is 2 + 3?'))"
    notebook.cells.append(nbformat.v4.new_code_cell(graph, id="graph"))
    file = learner.workspace / TRACING / "solved.ipynb"
    nbformat.write(notebook, file)
    choose(page, "File", "Open from Path…")
    page.locator(".jp-Dialog input").fill(f"{TRACING}/{file.name}")
    page.locator(".jp-Dialog .jp-mod-accept").click()
    opened = Notebook(page, file)
    expect(page.locator(".jp-StatusBar-Widget")).to_contain_text("| Idle")
    choose(page, "Run", "Run All Cells")
    expect(opened.cell("graph").locator(".jp-InputPrompt")).to_have_text(re.compile(r"\[\d+\]"))
    return opened


def choose(page, menu: str, item: str) -> None:
    """Choose an item of JupyterLab's menu."""
    page.get_by_role("menuitem", name=menu, exact=True).click()
    page.get_by_role("menuitem", name=item, exact=True).click()


def test_lesson_5_shows_traces_and_graphs_without_a_network(traced, page):
    for number in exercises(TRACING):
        check = f"check-{number.replace('.', '-')}"
        expect(traced.cell(check).locator(".jp-OutputArea")).to_contain_text("✓")
        assert "✗" not in traced.output(check)
    tree = traced.cell("try-5-2").locator(".jp-RenderedHTML")
    expect(tree).to_be_visible()
    names = tree.locator("b").all_inner_texts()
    assert names[0] == "ReActAgent.run" and names.count("FunctionTool.call") == 2
    opened = tree.locator("summary", has_text="FunctionTool.call").first
    opened.focus()
    page.keyboard.press("Enter")
    expect(opened.locator("xpath=..").locator("pre")).to_contain_text('"y": 456')
    shoot(page, "lesson-5-trace")
    page.keyboard.press("Enter")
    fold = tree.get_by_title("what ran inside ReActAgent.run")
    fold.focus()
    page.keyboard.press("Space")
    expect(opened).to_be_hidden()
    page.keyboard.press("Space")
    prompts = traced.cell("prompts").locator(".jp-RenderedHTML")
    expect(prompts).to_contain_text("Round 2 · 4 messages, 2 new")
    expect(prompts.get_by_text("Observation: 579").first).to_be_visible()
    shoot(page, "lesson-5-prompts")
    traced.cell("look-at-a-patient")
    shoot(page, "lesson-5-patient")
    last = traced.cell("check-5-10").locator(".jp-OutputArea")
    expect(last).to_contain_text("Lesson 5 is complete. Next: 6.1 marked_cells")
    way = traced.cell("graph").get_by_role("img", name="A run of ReActAgent: ")
    assert min(way.bounding_box()["width"], way.bounding_box()["height"]) > 100
    expect(way).to_contain_text("invoke_llm 2×")
    shoot(page, "lesson-5-run")
    assert page.asked == {HOST}


def test_the_mlflow_ui_shows_the_experiment_and_the_spans_of_a_run(traced, browser, learner):
    started = (learner.workspace / "start.md").read_text("utf-8")
    ui = watched_page(browser)
    ui.goto(re.search(rf"\(({re.escape(learner.mlflow)}/#/experiments/\d+)\)", started)[1])
    ui.get_by_role("button", name="Got it").click()  # MLflow shows newcomers around
    ui.get_by_role("link", name="Traces").first.click()
    run = ui.get_by_role("row").filter(has_text="456831").first
    expect(run).to_be_visible()
    shoot(ui, "mlflow-traces")
    run.get_by_text("What is (123 + 456) * 789?").first.click()
    for span in ("ReActAgent.run", "OfflineLLM.achat", "FunctionTool.call"):
        expect(ui.get_by_text(span, exact=True).first).to_be_visible()
    shoot(ui, "mlflow-spans")
    assert ui.asked == {HOST}
    ui.context.close()


# An instructor


@pytest.fixture
def formgrader(course, browser, tmp_path_factory):
    """Open JupyterLab in a course folder, and the formgrader in it."""
    port, home = find_free_port(), tmp_path_factory.mktemp("instructor")
    env = dict(os.environ, JUPYTER_TOKEN="instructor", HOME=str(home))
    env |= {f"JUPYTER_{name}_DIR": str(home / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
    with open(home / "log", "w") as log:
        process = psutil.Popen(
            [*command, f"--ServerApp.ip={HOST}", f"--ServerApp.port={port}"],
            cwd=course.folder,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    page = watched_page(browser)
    try:
        wait_for(process, f"http://{HOST}:{port}/api", home / "log")
        page.goto(f"http://{HOST}:{port}/lab?token=instructor")
        choose(page, "Nbgrader", "Formgrader")
        yield page
    finally:
        page.context.close()
        for one in [*process.children(recursive=True), process]:
            with contextlib.suppress(psutil.NoSuchProcess):
                one.kill()
        process.wait(10)


def wait_for(process, address: str, log: Path) -> None:
    """Return when a server answers; fail with its log when it ends or takes too long."""
    deadline = time.monotonic() + 180
    while True:
        assert process.poll() is None and time.monotonic() < deadline, log.read_text()
        with contextlib.suppress(urllib.error.URLError):
            return get(address)
        time.sleep(0.2)


def test_the_formgraders_button_grades_by_the_kits_verdict(course, formgrader):
    attacks = course.folder / "attacks.ipynb"
    nbformat.write(with_live_content(ROOT / "solutions" / TOOLS / f"{TOOLS}.ipynb"), attacks)
    course.submit("ann", TOOLS, attacks)
    frame = formgrader.frame_locator("iframe")
    frame.get_by_role("row").filter(has_text=TOOLS).locator(".num-submissions a").click()
    row = frame.get_by_role("row").filter(has_text="ann")
    expect(row).to_contain_text("needs autograding")
    row.locator(".autograde a").click()
    expect(frame.locator("#success-modal")).to_contain_text("Successfully autograded")
    shoot(formgrader, "formgrader-autograded")
    frame.locator("#success-modal").get_by_role("button", name="OK").click()
    expect(frame.locator(".modal-backdrop")).to_have_count(0)
    most = sum(map(points_of, exercises(TOOLS)))
    expect(row.locator(".score")).to_have_text(f"{most} / {most}")
    shoot(formgrader, "formgrader-score")
    row.locator(".student-name a").click()
    frame.get_by_role("row").filter(has_text=TOOLS).get_by_role("link").first.click()
    for number, title in exercises(TOOLS).items():
        points = points_of(number)
        verdict = frame.get_by_role("group", name=f"Check of {number} {title}")
        expect(verdict).to_contain_text(f"{number} {title} · {points} of {points} point")
    verdict.scroll_into_view_if_needed()
    shoot(formgrader, "formgrader-verdict")
    expect(frame.locator("img[alt^='Graph: question']")).to_be_visible()
    assert [one.evaluate("window.hit") for one in formgrader.frames] == [None] * len(
        formgrader.frames
    )
    # nbgrader's own page asks for MathJax; without it, only formulas stay as they are written.
    assert formgrader.asked <= {HOST, "cdnjs.cloudflare.com"}
