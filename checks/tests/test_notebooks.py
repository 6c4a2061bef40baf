"""The notebooks: built from their one source, in one normal form, and free of solutions."""

import html
import json

import build_lessons
import nbformat
import pytest
from lesson_kit.hints import HINT
from run_notebook import run_notebook

from checks.grading.exercises import ROOT, checks_of, exercises, lesson_folders

LESSONS = lesson_folders()


def notebook(folder: str, lesson: str) -> dict:
    return json.loads((ROOT / folder / lesson / f"{lesson}.ipynb").read_text("utf-8"))


def sources(folder: str, lesson: str, kind: str) -> list[str]:
    return [
        "".join(cell["source"])
        for cell in notebook(folder, lesson)["cells"]
        if cell["cell_type"] == kind
    ]


@pytest.fixture(scope="module")
def built():
    return build_lessons.everything()


def test_every_built_file_is_fresh(built):
    assert len(built) == 2 * len(LESSONS)
    assert build_lessons.stale(built) == []  # and so a rebuild is identical byte for byte


def test_check_names_what_is_stale_and_writes_nothing(built, monkeypatch, tmp_path, capsys):
    stale = tmp_path / "lessons" / "02_events" / "02_events.ipynb"
    files = {tmp_path / path.relative_to(ROOT): text for path, text in built.items()}
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    stale.write_text(stale.read_text("utf-8").replace("event", "Event", 1), "utf-8")
    edited = stale.read_text("utf-8")
    monkeypatch.setattr(build_lessons, "ROOT", tmp_path)
    monkeypatch.setattr(build_lessons, "everything", lambda lessons: files)
    monkeypatch.setattr(build_lessons, "other_problems", list)
    monkeypatch.setattr(build_lessons.environment, "enter", lambda: None)
    monkeypatch.setattr("sys.argv", ["build_lessons.py", "--check"])
    assert build_lessons.main() == 1
    assert capsys.readouterr().err == (
        "lessons/02_events/02_events.ipynb is stale: run python3 scripts/build_lessons.py\n"
    )
    assert stale.read_text("utf-8") == edited


def test_the_normal_form_keeps_a_pasted_picture():
    picture = {"image.png": {"image/png": "iVBORw0KGgo="}}
    text = {
        "cell_type": "markdown",
        "id": "picture",
        "metadata": {},
        "source": "![a picture](attachment:image.png)",
        "attachments": picture,
    }
    (kept,) = json.loads(build_lessons.normal_form({"cells": [text]}))["cells"]
    assert kept["attachments"] == picture


@pytest.mark.parametrize("damage", ["missing", "truncated", "an unknown exercise"])
def test_a_solution_that_cannot_be_built_is_named(damage, monkeypatch, tmp_path):
    for lesson in LESSONS[:2]:
        path = tmp_path / "solutions" / lesson / f"{lesson}.ipynb"
        path.parent.mkdir(parents=True)
        text = (ROOT / "solutions" / lesson / path.name).read_text("utf-8")
        if lesson == LESSONS[1]:
            if damage == "missing":
                continue
            unknown = text.replace(r"check(\"2.1\")", r"check(\"2.9\")")
            text = text[:500] if damage == "truncated" else unknown
        path.write_text(text, "utf-8")
    monkeypatch.setattr(build_lessons, "ROOT", tmp_path)
    with pytest.raises(build_lessons.BuildError) as raised:
        build_lessons.complete_solutions(LESSONS[:2])
    assert "02_events.ipynb" in str(raised.value)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_holds_no_text_of_its_solution(lesson):
    """Each line of an answer, unless the notebook shows the same line elsewhere on purpose."""
    answer_lines, shown_lines = set(), set()
    for source in sources("solutions", lesson, "code"):
        within = False
        for line in map(str.strip, source.splitlines()):
            if line in ("### BEGIN SOLUTION", "### END SOLUTION"):
                within = line.endswith("BEGIN SOLUTION")
            elif len(line) > 10:
                (answer_lines if within else shown_lines).add(line)
    released = (ROOT / "lessons" / lesson / f"{lesson}.ipynb").read_text("utf-8")
    assert "SOLUTION" not in released and "HIDDEN" not in released
    assert answer_lines, "a solution without answers proves nothing here"
    prose = html.unescape("\n".join(sources("lessons", lesson, "markdown")))
    hints = "\n".join(words for _, words in HINT.findall(prose))
    taught = HINT.sub("", prose)  # what the text shows, a hint may repeat
    text = "\n".join(sources("lessons", lesson, "code"))
    told = [line for line in answer_lines - shown_lines if line in hints and line not in taught]
    assert [line for line in answer_lines - shown_lines if line in text] + told == []


def test_the_release_holds_no_text_of_a_hidden_check():
    texts = {
        path: path.read_text("utf-8")
        for path in (ROOT / "lessons").rglob("*")
        if path.suffix in {".py", ".ipynb", ".md"} and ".ipynb_checkpoints" not in path.parts
    }
    assert len(texts) > len(LESSONS)
    for lesson in LESSONS:
        for exercise in exercises(lesson):
            hidden = [one for one in checks_of(exercise) if not one.visible]
            assert hidden, f"{exercise} has no hidden check"
            for one in hidden:
                told = (f"def {one.name}(", one.sentence)
                found = [path for path, text in texts.items() if any(t in text for t in told)]
                assert found == [], one.name


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_solution_runs_from_top_to_bottom(lesson, tmp_path):
    """Every cell, the checks that learners run among them, in a fresh kernel and without stderr."""
    path = ROOT / "solutions" / lesson / f"{lesson}.ipynb"
    done = run_notebook(nbformat.read(path, as_version=4), tmp_path)
    for cell in done.cells:
        if cell.cell_type == "code" and cell.id.startswith("check-"):
            assert "✗" not in str(cell.outputs) and "✓" in str(cell.outputs), cell.id
            assert [one for one in cell.outputs if one.get("name") == "stderr"] == [], cell.id
