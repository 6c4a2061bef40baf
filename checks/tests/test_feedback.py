"""Feedback pages: harmless, readable, and for every lesson; what is not judged waits for a person.

That every lesson's page is made, `test_grading` holds: it has graded them all.
"""

import html
import re
import time
from dataclasses import replace
from pathlib import Path

import browser as chromium
import nbformat
import pytest
from lesson_kit.judging.checking import Report, Result
from live_content import with_live_content
from nbformat.v4 import new_code_cell, new_notebook, new_output
from nbgrader.api import Gradebook

from checks.grading.class_report import class_report
from checks.grading.clean_html import clean_html
from checks.grading.exercises import ROOT, checks_of, exercises
from checks.grading.feedback import CleanSubmission, markdown_to_html, without_places
from checks.grading.records import Record, keep
from checks.grading.report import TOOK_LONGER, as_output, no_verdict
from checks.grading.save_grades import SaveGradesAtOnce

LESSON = "01_tools"


@pytest.fixture(scope="module")
def page(course_of_module):
    """Grade a submission that attacks and doubles a cell; return its feedback page's path."""
    course = course_of_module
    notebook = with_live_content(ROOT / "solutions" / LESSON / f"{LESSON}.ipynb")
    source = course.folder / "attacks.ipynb"
    nbformat.write(notebook, source)
    course.submit("ann", LESSON, source)
    graded = course.nbgrader("autograde", LESSON)
    assert graded.returncode == 0, graded.stderr
    made = course.nbgrader("generate_feedback", LESSON)
    assert made.returncode == 0, made.stderr
    return course.folder / "feedback" / "ann" / LESSON / f"{LESSON}.html"


def test_the_contents_name_the_exercises_and_pictures_are_static(page):
    text = page.read_text("utf-8")
    for number, title in exercises(LESSON).items():
        assert re.search(rf'<a href="#check-[\d-]+">{re.escape(f"{number} {title}")}</a>', text)
    assert "Test cell" not in text and "flowchart LR" not in text
    assert 'alt="Graph: question → LLM; LLM → tool (add(x=123, y=456));' in html.unescape(text)


def test_a_traceback_shows_no_folder_of_the_grader(page):
    text = html.unescape(re.sub("<[^>]*>", "", page.read_text("utf-8")))
    assert "JSONDecodeError" in text and "decoder.py" in text
    assert not re.search(r"(~|/\w+)/[\w./]*decoder\.py", text)


@pytest.mark.skipif(chromium.CHROMIUM is None, reason=chromium.NO_CHROMIUM)
def test_nothing_of_a_submission_runs_on_the_page(page, tmp_path):
    text = page.read_text("utf-8")
    policy = re.search(r"<meta [^>]*Content-Security-Policy[^>]*>", text)[0]
    unguarded = tmp_path / "unguarded.html"  # cleaning alone is enough, and so is the policy
    unguarded.write_text(text.replace(policy, ""), "utf-8")
    with chromium.running_browser() as browser:
        for address in (page, unguarded):
            shown = chromium.watched_page(browser)
            shown.goto(address.as_uri())
            shown.locator("text=harmless").wait_for()
            chromium.shoot(shown, f"feedback-{address.stem}")
            assert shown.evaluate("window.hit") is None
            assert shown.locator("a[href^=javascript]").count() == 0
            # nbgrader's page names MathJax; the policy keeps it from being loaded
            assert set(filter(None, shown.asked)) <= {"cdnjs.cloudflare.com"}


# --- HTML and Markdown ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "attack",
    [
        "<script>x()</script>",
        "<img src=x onerror=x()>",
        '<a href="java\nscript:x()">a</a>',
        '<a href="data:text/html,<script>x()</script>">a</a>',
        '<img src="data:text/html,x()">',
        "<svg><script>x()</script></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=x()>",
        '<p style="background:url(https://x())">a</p>',
        '<p style="position:fixed;width:100%">x</p>',
        "<form action=https://x()><button>x</button></form>",
        '<b class="btn full-credit" id="check-1-1">b</b>',
        "<meta http-equiv=refresh content='0;url=https://x()'>",
    ],
)
def test_html_loses_what_acts(attack):
    left = clean_html(f"<b>kept</b>{attack}")
    assert left.startswith("<b>kept</b>")
    words = r"x\(\)|on\w+=|script|url|position|form|button|credit|id=|meta|data:"
    assert not re.search(words, left)


def test_html_keeps_what_a_trace_is_drawn_with():
    row = '<div style="white-space:nowrap;padding-left:1.4em" title="in"><b>run</b></div>'
    assert clean_html(row) == row


@pytest.mark.parametrize("bulk", ["<div>" * 80_000, "<b>" * 80_000, "<" * 400_000, "&" * 400_000])
def test_bulk_takes_no_time(bulk):
    began = time.process_time()
    clean_html(bulk)
    markdown_to_html({}, bulk)
    assert time.process_time() - began < 5


def test_markdown_stays_readable_and_its_graphs_are_drawn():
    text = "a < b\n\n> quoted\n\n```mermaid\nflowchart TD\n  A([in]) -- x --> B\n```\n\n[l](https://a.b)"
    made = markdown_to_html({}, text)
    assert "a &lt; b" in made and "<blockquote>" in made and "https://a.b" in made
    assert '<img src="data:image/svg+xml;base64,' in made and "Graph: in → B (x)" in made


def test_what_is_no_known_graph_stays_text():
    long = f"```mermaid\nflowchart TD\nA --{' ' * 5900}x\n```"  # which would take hours to read
    assert "<svg" not in markdown_to_html({}, long)
    assert "sequenceDiagram" in markdown_to_html({}, "```mermaid\nsequenceDiagram\n  A->>B: x\n```")


def test_paths_are_cut_to_file_names():
    text = (
        f"File {ROOT}/checks/x.py:3, {Path.home()}/a/b.txt, ~/.venv/lib/c.py; http://a/b /v1/chat"
    )
    assert without_places(text) == "File x.py:3, b.txt, c.py; http://a/b /v1/chat"


def test_the_kits_own_report_stays_as_it_is():
    report = as_output(no_verdict("1.1", "It took too long."), 0.0)
    graded = new_code_cell(
        "check()", metadata={"nbgrader": {"grade": True, "grade_id": "check-1-1"}}
    )
    graded.outputs = [report]
    other = new_code_cell("x", outputs=[new_output("display_data", dict(report.data))])
    notebook, _ = CleanSubmission().preprocess(new_notebook(cells=[graded, other]), {})
    assert notebook.cells[0].outputs[0].metadata["kit_grading"]["not_judged"] == 4
    assert "<span" in notebook.cells[0].outputs[0].data["text/html"]


# --- what is not judged ---------------------------------------------------------------------------


def test_what_is_not_judged_waits_for_a_person(tmp_path):
    url = gradebook_of_ann(tmp_path)
    with Gradebook(url) as gradebook:
        comment = gradebook.find_comment("answer-1-1", LESSON, LESSON, "ann")
        comment.auto_comment = "No response."
        gradebook.db.commit()
    report = no_verdict("1.1", "Time ran out.")
    assert report.text().splitlines()[0] == "1.1 add · not judged"
    told = {"grade": True, "solution": False, "grade_id": "check-1-1", "points": 4}
    cell = new_code_cell("", metadata={"nbgrader": told})
    cell.outputs = [as_output(report, 0.0)]
    names = {"db_url": url, "notebook": LESSON, "assignment": LESSON, "student": "ann"}
    assert states(tmp_path) == {("ann", LESSON): ("not handed in", None)}
    (tmp_path / "submitted/ann" / LESSON).mkdir(parents=True)
    assert states(tmp_path) == {("ann", LESSON): ("not graded", None)}
    graded = tmp_path / "autograded/ann" / LESSON / f"{LESSON}.ipynb"
    graded.parent.mkdir(parents=True)
    nbformat.write(new_notebook(), graded)
    assert states(tmp_path) == {("ann", LESSON): ("blank", 0)}
    SaveGradesAtOnce().preprocess(new_notebook(cells=[cell]), {"nbgrader": names})
    with Gradebook(url) as gradebook:
        grade = gradebook.find_grade("check-1-1", LESSON, LESSON, "ann")
        assert grade.needs_manual_grade and grade.auto_score is None
    assert states(tmp_path) == {("ann", LESSON): ("not judged", None)}
    unreadable = {"kit_grading": {"unreadable": "This file is no notebook."}}
    nbformat.write(new_notebook(metadata=unreadable), graded)
    assert states(tmp_path) == {("ann", LESSON): ("unreadable", None)}
    with Gradebook(url) as gradebook:
        grade = gradebook.find_grade("check-1-1", LESSON, LESSON, "ann")
        grade.needs_manual_grade, grade.auto_score = False, 0.0
        gradebook.find_comment("answer-1-1", LESSON, LESSON, "ann").auto_comment = None
        gradebook.db.commit()
    nbformat.write(new_notebook(), graded)
    assert states(tmp_path) == {("ann", LESSON): ("graded", 0)}


def gradebook_of_ann(course: Path) -> str:
    """Make a gradebook in which ann has no point of 1.1; return its address."""
    url = f"sqlite:///{course / 'gradebook.db'}"
    with Gradebook(url) as gradebook:
        gradebook.add_assignment(LESSON)
        gradebook.add_notebook(LESSON, LESSON)
        gradebook.add_grade_cell("check-1-1", LESSON, LESSON, max_score=4, cell_type="code")
        gradebook.add_solution_cell("answer-1-1", LESSON, LESSON)
        gradebook.add_student("ann")
        gradebook.add_submission(LESSON, "ann")
        grade = gradebook.find_grade("check-1-1", LESSON, LESSON, "ann")
        grade.needs_manual_grade, grade.auto_score = False, 0.0
        gradebook.db.commit()
    return url


def test_what_the_kept_report_knows_is_told_of_the_submission_that_was_graded(tmp_path):
    url = gradebook_of_ann(tmp_path)
    graded = tmp_path / "autograded/ann" / LESSON / f"{LESSON}.ipynb"
    for folder in (graded.parent, tmp_path / "submitted/ann" / LESSON, tmp_path / "work"):
        folder.mkdir(parents=True)
    nbformat.write(new_notebook(metadata={"kit_grading": {"taken": "of today"}}), graded)
    first, *more = checks_of("1.1")
    results = [Result(first, False, meaning="That is the product.")]
    results += [Result(one, False, carried=True) for one in more]
    failed = Report("1.1", "add", results)

    def row(report, digest="of today"):
        record = Record("ann", LESSON, digest=digest, exercises=[report.data()])
        keep(tmp_path, record, tmp_path / "work")
        (found,) = class_report(tmp_path)
        return found

    told = row(failed)
    assert (told.state, told.score, told.carried_forward) == ("graded", 0, "1.1")
    assert told.first_failed == f"1.1 {first.sentence}: That is the product."
    better = replace(failed, results=[Result(first, True), *results[1:]])  # and the gradebook not
    for other in (row(failed, digest="of yesterday"), row(better)):
        assert (other.state, other.first_failed, other.carried_forward) == ("graded", "", "")
    late = no_verdict("1.1", f"{TOOK_LONGER} 300 s.")
    with Gradebook(url) as gradebook:
        grade = gradebook.find_grade("check-1-1", LESSON, LESSON, "ann")
        grade.needs_manual_grade, grade.auto_score = True, None
        gradebook.db.commit()
    told = row(late)
    assert (told.state, told.score, told.note) == ("over budget", None, "1.1")
    assert row(late, digest="of yesterday").state == "not judged"


def states(course: Path) -> dict[tuple[str, str], tuple[str, float | None]]:
    return {(row.learner, row.lesson): (row.state, row.score) for row in class_report(course)}
