"""`scripts/judge.py` says of a notebook what grading says, and why it cannot where it cannot."""

import json
import re

import judge
import nbformat
import pytest
from traitlets.config import Config

from checks.grading.exercises import ROOT, exercises
from checks.grading.report import state_of

SOLUTION = ROOT / "solutions" / "01_tools" / "01_tools.ipynb"
WRONG = ("return x + y", "return x * y")


@pytest.fixture
def run(monkeypatch, capsys):
    """Return a function that runs the script: exit code, output and complaint."""
    monkeypatch.setattr(judge.environment, "enter", lambda: None)

    def main(*arguments):
        monkeypatch.setattr("sys.argv", ["judge.py", *map(str, arguments)])
        code = judge.main()
        return code, *capsys.readouterr()

    return main


@pytest.fixture
def wrong(tmp_path):
    """A submission of lesson 1 with a wrong `add`."""
    path = tmp_path / "mine.ipynb"
    path.write_text(SOLUTION.read_text("utf-8").replace(*WRONG), "utf-8")
    return path


def test_an_exercise_is_judged_with_its_hidden_checks(run, wrong):
    code, said, _ = run(wrong, "1.1")
    assert code == 1
    assert "✗ adds negative, large, equal integers and zeros too" in said
    assert "of 4 points, hidden checks included" in said
    assert "1.2" not in said and "an author's inputs" in said
    code, said, _ = run(SOLUTION, "1.1", "1.2")
    assert code == 0 and "8 of 8 points in all" in said


def test_as_a_learner_only_what_the_notebook_says_is_said(run, wrong):
    code, said, _ = run(SOLUTION, "1.1", "--as-learner")
    assert code == 0 and said.count("✓") == 2 and "negative" not in said
    assert "1.1 add · 2 of 2 points here; grading checks more\n" in said


def test_a_learners_inputs_are_those_of_the_real_grading(run, wrong, course, monkeypatch):
    """The same seed, the same report: with an id lost, too, which grading restores."""
    text = json.loads(wrong.read_text("utf-8"))
    for cell in text["cells"]:
        if cell["id"] == "setup":
            cell["source"] = ["from lesson_kit import check  # a learner's own\n"]
    wrong.write_text(json.dumps(text), "utf-8")
    course.submit("ann", "01_tools", wrong)
    done = course.nbgrader("autograde", "01_tools")
    assert done.returncode == 0, done.stderr
    graded = nbformat.read(course.folder / "autograded/ann/01_tools/01_tools.ipynb", as_version=4)
    states = [state for cell in graded.cells if (state := state_of(cell))]
    assert [one["exercise"] for one in states] == list(exercises("01_tools"))
    monkeypatch.setattr(judge, "ROOT", course.folder)
    code, said, _ = run(course.folder / "submitted/ann/01_tools/01_tools.ipynb", "--learner", "ann")
    assert code == 1 and "ann's grading" in said
    for state in states:
        assert state["fingerprint"] in " ".join(said.split())
        mine = re.search(rf"^{state['exercise']} .*· (\d+) of (\d+)", said, flags=re.M)
        assert (int(mine[1]), int(mine[2])) == (state["points"], state["most"])
    _, other, _ = run(wrong, "1.1", "--learner", "bob")
    assert states[0]["fingerprint"] not in " ".join(other.split())


@pytest.mark.parametrize(
    ("content", "asked", "said"),
    [
        (None, [], "There is no file"),
        ("{", [], "is not a notebook that can be read"),
        ('{"cells": 5}', [], "is not a notebook that can be read"),
        ("empty", [], "is none of the lessons"),
        ("no metadata", [], "has no graded cells"),
        ("solution", ["1.9"], "has no exercise 1.9: its exercises are 1.1, 1.2, 1.3, 1.4, 1.5."),
        ("solution", ["add"], "has no exercise add"),
    ],
)
def test_what_cannot_be_judged_is_said_in_a_sentence(content, asked, said, run, tmp_path):
    path = tmp_path / "mine.ipynb"
    if content == "empty":
        nbformat.write(nbformat.v4.new_notebook(), path)
    elif content == "no metadata":
        notebook = nbformat.read(SOLUTION, as_version=4)
        for cell in notebook.cells:
            cell.metadata.clear()
        nbformat.write(notebook, path)
    elif content == "solution":
        path.write_text(SOLUTION.read_text("utf-8"), "utf-8")
    elif content is not None:
        path.write_text(content, "utf-8")
    code, out, complaint = run(path, *asked)
    assert code == 2 and out == ""
    assert str(path) in complaint and said in complaint
    assert len(complaint.splitlines()) == 1


def test_without_a_grading_there_are_no_inputs_of_a_learners(run, tmp_path, monkeypatch):
    monkeypatch.delenv("LESSON_COURSE_SECRET")
    monkeypatch.setattr(judge, "ROOT", tmp_path)
    monkeypatch.setattr(judge, "configuration", lambda: Config(Verdict={}))
    code, out, complaint = run(SOLUTION, "1.1", "--learner", "ann")
    assert code == 2 and out == "" and complaint.startswith(f"Nothing was graded in {tmp_path} yet")
    assert list(tmp_path.iterdir()) == []
