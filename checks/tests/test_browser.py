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
from browser import HOST, Notebook, barriers, expect, shoot, watched_page
from live_content import with_live_content
from mlflow.utils import find_free_port
from started import Started, get

from checks.grading.exercises import ROOT, exercises, lesson_folders, points_of

pytestmark = pytest.mark.skipif(chromium.CHROMIUM is None, reason=chromium.NO_CHROMIUM)

TOOLS, TRACING, RELOADING = "01_tools", "05_tracing", "07_reloading"
REPORT = '[aria-label^="Check of"]'
COMPARISON = '[aria-label="Comparison with the reference"]'
LEGIBLE = 0.75  # of a picture's own size
# How many shapes of a picture have a size and a colour, which axes and letters have not.
DRAWN_IN_COLOUR = """picture => [...picture.querySelectorAll('path')].filter(shape => {
    const box = shape.getBoundingClientRect();
    const [r, g, b] = getComputedStyle(shape).fill.match(/\\d+/g) || [];
    return box.width > 5 && box.height > 5 && !(r === g && g === b);
}).length"""


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


def test_the_keyboard_alone_reaches_a_check_and_its_hints(first, page):
    first.cell("setup").locator(".cm-content").click()  # where the learner comes from
    page.keyboard.press("Escape")
    check = first.cell("check-1-1")
    for _ in range(len(first.cells)):
        if "jp-mod-active" in check.get_attribute("class"):
            break
        page.keyboard.press("ArrowDown")
    prompt = check.locator(".jp-InputPrompt")
    before = prompt.inner_text()
    page.keyboard.press("Control+Enter")
    expect(prompt).to_have_text(re.compile(r"\[\d+\]"))
    assert prompt.inner_text() != before
    hints = check.locator("summary", has_text="Hint")
    for number in (1, 2, 3):
        hint = hints.nth(number - 1)
        for _ in range(5 if number == 1 else 1):  # buttons of the cell come before its first hint
            page.keyboard.press("Tab")
            if has_focus(hint):
                break
        assert has_focus(hint)
        assert not hint.evaluate("hint => hint.parentElement.open")
        page.keyboard.press("Enter")
        assert hint.evaluate("hint => hint.parentElement.open")
    shoot(page, "lesson-1-hints-of-a-check")
    assert first.output("check-1-1").count("return") == 1  # the third names it


def has_focus(element) -> bool:
    return element.evaluate("element => element === document.activeElement")


def test_a_wrong_answer_is_explained_for_everybody_in_light_and_dark(first, page):
    first.run("setup")
    stub = first.source("answer-1-1")
    first.write("answer-1-1", stub.replace("raise NotImplementedError()", "return x * y"))
    first.run("answer-1-1")
    said = first.run("check-1-1")
    assert "✗ adds two numbers" in said and "That is the product" in said
    first.cell("check-1-1").locator("summary", has_text="Hint 1").click()
    shoot(page, "lesson-1-wrong")
    assert barriers(page, REPORT) == []
    with dark(page):
        shoot(page, "lesson-1-wrong-dark")
        assert barriers(page, REPORT) == []


@contextlib.contextmanager
def dark(page):
    """Have JupyterLab's dark theme for a while."""
    choose(page, "Settings", "Theme", "JupyterLab Dark")
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    yield
    choose(page, "Settings", "Theme", "JupyterLab Light")
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "true")


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
    assert barriers(page, ".jp-MarkdownViewer .jp-RenderedMarkdown") == []
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
    assert "01_tools: 1 of 5 exercises is written." in shown.run("hand-in")
    shown.write("hand-in", shown.source("hand-in").replace('""', '"ann"'))
    assert "Not written yet: 1.2, 1.3, 1.4, 1.5." in shown.run("hand-in")
    shoot(page, "hand-in")
    (made,) = (learner.workspace / "to_hand_in").iterdir()
    assert made.read_bytes() == first.file.read_bytes()
    first.show()


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


def test_each_lesson_leads_to_the_next_and_draws_its_pictures(begun, first, page, learner):
    here = first
    first.show()
    for number, name in enumerate(lesson_folders()[1:], start=2):
        here.cell("recap").get_by_role("link", name=f"lesson {number}").click()
        here = Notebook(page, learner.workspace / name / f"{name}.ipynb")
        expect(here.cell("title").locator("h1")).to_contain_text(f"Lesson {number} · ")
        assert all(scale >= LEGIBLE for scale in here.pictures()), name
        here.cell("recap")
        shoot(page, f"lesson-{number}")
    assert page.asked == {HOST}


@pytest.fixture(scope="module")
def begun(page, learner, first):
    """Begin to run the solutions of lessons 5 and 7, while others are looked at."""
    graph = "from lesson_kit import show_run\n\nawait show_run(agent.run(input='What is 2 + 3?'))"
    return {
        TRACING: run_all(page, learner, TRACING, nbformat.v4.new_code_cell(graph, id="graph")),
        RELOADING: run_all(page, learner, RELOADING),
    }


def run_all(page, learner, lesson: str, *more) -> Notebook:
    """Open the solution of a lesson, with more cells at its end, and run all of it."""
    notebook = nbformat.read(ROOT / "solutions" / lesson / f"{lesson}.ipynb", as_version=4)
    notebook.cells += more
    file = learner.workspace / lesson / f"solved_{lesson}.ipynb"
    nbformat.write(notebook, file)
    choose(page, "File", "Open from Path…")
    page.locator(".jp-Dialog input").fill(f"{lesson}/{file.name}")
    page.locator(".jp-Dialog .jp-mod-accept").click()
    opened = Notebook(page, file)
    choose(page, "Run", "Run All Cells")
    return opened


@pytest.fixture(scope="module")
def traced(begun):
    """Return the solution of lesson 5, with the way of a run at its end, once it has run."""
    return ended(begun[TRACING], "graph")


@pytest.fixture(scope="module")
def reloaded(begun):
    """Return the solution of lesson 7 once it has run: log, reload, serve, compare."""
    return ended(begun[RELOADING], "compare")


def ended(notebook: Notebook, last: str) -> Notebook:
    """Bring a notebook to the front once its last cell has run."""
    notebook.show()
    prompt = notebook.cell(last).locator(".jp-InputPrompt")
    expect(prompt).to_have_text(re.compile(r"\[\d+\]"), timeout=2 * chromium.PATIENCE)
    return notebook


def all_pass(notebook: Notebook, lesson: str) -> None:
    """Fail unless each check of a lesson shows that it has passed."""
    for number in exercises(lesson):
        check = f"check-{number.replace('.', '-')}"
        expect(notebook.cell(check).locator(".jp-OutputArea")).to_contain_text("✓")
        assert "✗" not in notebook.output(check)


def choose(page, menu: str, *items: str) -> None:
    """Choose an item of JupyterLab's menu, through the menus that lead to it."""
    page.get_by_role("menuitem", name=menu, exact=True).click()
    for item in items:
        page.locator(".lm-Menu-item").filter(has_text=re.compile(f"^{item}")).first.click()


def test_lesson_5_shows_traces_and_graphs_without_a_network(traced, page):
    all_pass(traced, TRACING)
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


def test_lesson_7_logs_reloads_serves_and_compares(reloaded, page):
    reloaded.show()
    all_pass(reloaded, RELOADING)
    for cell, said in {
        "log-it": "models:/m-",
        "try-7-3": "OfflineLLM\nThe result is 456831.",
        "try-7-5": "The result is 500.",  # said by MLflow's own server
        "compare": "react-agent-workflow is equivalent to the reference.",
    }.items():
        expect(reloaded.cell(cell).locator(".jp-OutputArea")).to_contain_text(said)
    shoot(page, "lesson-7-compared")
    assert barriers(page, COMPARISON) == []
    with dark(page):
        shoot(page, "lesson-7-compared-dark")
        assert barriers(page, COMPARISON) == []
    assert page.asked == {HOST} and page.errors == []


@pytest.fixture(scope="module")
def ui(traced, browser, learner):
    """Open the MLflow UI where the start page's link leads: at the lessons' experiment."""
    started = (learner.workspace / "start.md").read_text("utf-8")
    opened = watched_page(browser)
    opened.goto(re.search(rf"\(({re.escape(learner.mlflow)}/#/experiments/\d+)\)", started)[1])
    opened.get_by_role("button", name="Got it").click()  # MLflow shows newcomers around
    assistant = opened.get_by_text("Ask questions about your")  # on a third of the page
    expect(assistant).to_be_visible()
    opened.get_by_role("button", name="Close", exact=True).click()
    expect(assistant).to_have_count(0)
    yield opened
    assert opened.asked == {HOST} and opened.errors == []
    opened.context.close()


def test_the_mlflow_ui_shows_a_run_with_its_tokens_and_the_inputs_of_add(ui):
    ui.get_by_role("link", name="Traces").first.click()
    run = ui.get_by_role("row").filter(has_text="456831").first
    expect(run).to_be_visible()
    shoot(ui, "mlflow-traces")
    run.get_by_text("What is (123 + 456) * 789?").first.click()
    for span in ("ReActAgent.run", "OfflineLLM.achat", "FunctionTool.call"):
        expect(ui.get_by_text(span, exact=True).first).to_be_visible()
    expect(ui.get_by_text(re.compile(r"^\d,\d{3} tokens$")).first).to_be_visible()
    ui.get_by_text("FunctionTool.call", exact=True).first.click()
    for shown in (r"x:\s*123\s*'y':\s*456", "add"):
        expect(ui.get_by_text(re.compile(f"^{shown}$")).first).to_be_visible()
    shoot(ui, "mlflow-span")


def test_the_mlflow_ui_shows_the_files_of_the_model(reloaded, ui, learner):
    ui.goto(ui.url.partition("/traces")[0] + "/models")
    ui.get_by_role("link", name="model", exact=True).first.click()
    ui.get_by_role("tab", name="Artifacts").or_(ui.get_by_role("link", name="Artifacts")).click()
    for name in ("MLmodel", "settings.json", "requirements.txt"):
        expect(ui.get_by_text(name, exact=True).first).to_be_visible()
    ui.get_by_text("react_agent.py", exact=True).first.click()
    expect(ui.get_by_text("set_model").first).to_be_visible()
    shoot(ui, "mlflow-artifacts")


def test_the_mlflow_ui_shows_a_comparison_side_by_side(reloaded, ui):
    reloaded.show()
    said = reloaded.cell("compare").locator(".jp-OutputArea")
    expect(said).to_contain_text("/evaluation-runs?")
    ui.goto(re.search(r"http\S+/evaluation-runs\?[\w=&]+", said.inner_text())[0])
    for run in ("react-agent-workflow", "reference: reference"):
        expect(ui.get_by_role("row").filter(has_text=run).get_by_role("checkbox")).to_be_checked()
    expect(ui.get_by_text("Comparing", exact=True)).to_be_visible()
    question = ui.get_by_role("row").filter(has_text="What is (123 + 456) * 789?").first
    question.scroll_into_view_if_needed()
    said = question.get_by_text("The result is 456831.")
    expect(said).to_have_count(2)  # by the model, and by the reference
    said.first.scroll_into_view_if_needed()
    shoot(ui, "mlflow-comparison")


def test_the_comparison_as_a_page_is_for_everybody(reloaded, browser):
    page = watched_page(browser)
    (report,) = reloaded.file.parent.glob("comparison.*.html")
    page.set_content(report.read_text("utf-8"))
    page.locator("details").nth(1).locator("summary").first.click()
    shoot(page, "comparison-html")
    assert barriers(page, "html") == [] and page.asked == set() and page.errors == []
    page.emulate_media(color_scheme="dark")
    shoot(page, "comparison-html-dark")
    assert barriers(page, "html") == []
    page.context.close()


# An instructor


@pytest.fixture(scope="module")
def formgrader(course_of_module, browser, tmp_path_factory):
    """Open JupyterLab in a course folder, and the formgrader in it."""
    port, home = find_free_port(), tmp_path_factory.mktemp("instructor")
    env = dict(os.environ, JUPYTER_TOKEN="instructor", HOME=str(home))
    env |= {f"JUPYTER_{name}_DIR": str(home / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
    with open(home / "log", "w") as log:
        process = psutil.Popen(
            [*command, f"--ServerApp.ip={HOST}", f"--ServerApp.port={port}"],
            cwd=course_of_module.folder,
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


def look_at_a_failing_one(formgrader, course):
    """Grade bob's wrong answer by the formgrader's buttons, and open the feedback."""
    frame = formgrader.frame_locator("iframe")
    row = frame.get_by_role("row").filter(has_text="bob")
    for button in (".autograde a", ".generate-feedback a"):
        row.locator(button).click()
        expect(frame.locator("#success-modal")).to_contain_text("Success")
        frame.locator("#success-modal").get_by_role("button", name="OK").click()
        expect(frame.locator(".modal-backdrop")).to_have_count(0)
    shoot(formgrader, "formgrader-wrong")
    feedback = watched_page(formgrader.context.browser)
    page = course.folder / "feedback" / "bob" / TOOLS / f"{TOOLS}.html"
    feedback.set_content(page.read_text("utf-8"))
    report = feedback.get_by_role("group", name="Check of 1.1 add")
    expect(report).to_contain_text("That is the product; add gives the sum.")
    report.scroll_into_view_if_needed()
    shoot(feedback, "feedback-wrong")
    hint = feedback.locator("summary", has_text="Hint 1").first
    assert hint.evaluate("hint => getComputedStyle(hint).display") == "list-item"  # its triangle
    assert barriers(feedback, REPORT) == []
    feedback.context.close()


def test_the_formgraders_button_grades_by_the_kits_verdict(course_of_module, formgrader):
    course = course_of_module
    attacks = course.folder / "attacks.ipynb"
    nbformat.write(with_live_content(ROOT / "solutions" / TOOLS / f"{TOOLS}.ipynb"), attacks)
    course.submit("ann", TOOLS, attacks)
    wrong = course.folder / "wrong.ipynb"
    right = (ROOT / "solutions" / TOOLS / f"{TOOLS}.ipynb").read_text("utf-8")
    wrong.write_text(right.replace("return x + y", "return x * y"), "utf-8")
    course.submit("bob", TOOLS, wrong)
    frame = formgrader.frame_locator("iframe")
    for lesson in lesson_folders():
        expect(frame.get_by_role("row").filter(has_text=lesson)).to_be_visible()
    shoot(formgrader, "formgrader-assignments")
    frame.get_by_role("row").filter(has_text=TOOLS).locator(".num-submissions a").click()
    look_at_a_failing_one(formgrader, course)
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


@pytest.fixture(scope="module")
def graded(course_of_module):
    """Grade by grade.py who deleted an answer's cell, beside those whom the buttons graded."""
    course = course_of_module
    notebook = nbformat.read(ROOT / "solutions" / TOOLS / f"{TOOLS}.ipynb", as_version=4)
    notebook.cells = [cell for cell in notebook.cells if cell.id != "answer-1-2"]
    nbformat.write(notebook, course.folder / "deleted.ipynb")
    course.submit("cat", TOOLS, course.folder / "deleted.ipynb")
    command = [sys.executable, str(ROOT / "scripts" / "grade.py"), "--course", str(course.folder)]
    run = subprocess.run([*command, "--no-feedback"], capture_output=True, text=True, timeout=300)
    assert run.returncode == 0 and "not judged: 1.2" in run.stdout, run.stdout + run.stderr
    return course


def test_the_formgrader_leads_to_what_a_person_has_to_judge(graded, formgrader):
    frame = formgrader.frame_locator("iframe")
    frame.get_by_role("link", name="Manual Grading").first.click()
    for _ in ("assignment", "notebook"):
        frame.get_by_role("row").filter(has_text=TOOLS).get_by_role("link").first.click()
    waiting = frame.get_by_role("row").filter(has=frame.locator(".needs-manual-grade .glyphicon"))
    expect(waiting).to_have_count(1)
    shoot(formgrader, "formgrader-not-judged")
    waiting.get_by_role("link").first.click()
    report = frame.get_by_role("group", name="Check of 1.2 multiply")
    expect(report).to_contain_text("1.2 multiply · not judged")
    expect(report).to_contain_text("The answer cell of 1.2 is missing from the notebook.")
    report.scroll_into_view_if_needed()
    shoot(formgrader, "formgrader-not-judged-why")
    points = frame.locator("input.score").nth(1)  # of 1.2
    expect(points).to_have_value("")
    points.fill("3")
    with formgrader.expect_response(lambda one: one.request.method == "PUT" and one.ok):
        points.press("Tab")
    frame.get_by_role("link", name=TOOLS).last.click()
    expect(frame.get_by_role("row").filter(has_text="Submission").first).to_be_visible()
    expect(waiting).to_have_count(0)


def test_the_report_on_a_class_is_for_everybody(graded, browser):
    page = watched_page(browser)
    page.set_content((graded.folder / "class_report.html").read_text("utf-8"))
    shoot(page, "class-report")
    assert barriers(page, "html") == [] and page.asked == set() and page.errors == []
    for heading in ("Scores", "Learners by lesson", "Failed, by check", "What a submission takes"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    pictures = page.locator("svg")
    expect(pictures).to_have_count(4)
    for picture in pictures.all():
        assert min(picture.bounding_box()[side] for side in ("width", "height")) > 100
        assert picture.evaluate(DRAWN_IN_COLOUR) > 0
    page.get_by_role("heading", name="Failed, by check").scroll_into_view_if_needed()
    expect(page.get_by_text("1.3 tools_holds_both")).to_be_visible()
    shoot(page, "class-report-checks")
    page.context.close()
