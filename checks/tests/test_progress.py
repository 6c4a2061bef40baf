"""Progress: kept from real checks, never lost, gone back when an exercise no longer passes."""

import json
import os
import re
import subprocess
import sys
from types import SimpleNamespace

import learn
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from lesson_kit import writing
from lesson_kit.judging import in_notebook, start_page, watched_cells
from lesson_kit.judging.in_notebook import CheckFailed
from lesson_kit.judging.learner import InProcess
from lesson_kit.judging.progress import progress, what_next
from lesson_kit.manifest import lessons
from lesson_kit.workspace.results import FOLDER, digest_of, found_in, record, workspace

from checks.grading.exercises import ROOT

RIGHT = '''
def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    return x + y
'''
EXERCISES = sum(len(lesson.exercises) for lesson in lessons())


def solve(folder, *numbers):
    for number in numbers:
        record(folder, number, 2, 2)


def test_what_was_found_last_is_kept_and_goes_back(tmp_path):
    assert progress(tmp_path)[0].passed == [] and found_in(tmp_path, "1.1") is None
    record(tmp_path, "1.1", 2, 2)
    record(tmp_path, "1.2", 1, 3)
    first = progress(tmp_path)[0]
    assert first.passed == ["1.1"] and first.points == 3 < first.most
    record(tmp_path, "1.1", 0, 2)
    first = progress(tmp_path)[0]
    assert first.passed == [] and first.points == 1 and first.minutes_left == first.lesson.minutes


def test_an_interrupted_write_loses_nothing(tmp_path, monkeypatch):
    solve(tmp_path, "1.1")

    def interrupted(*names):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "replace", interrupted)
    with pytest.raises(OSError, match=r"1\.1\.json"):
        record(tmp_path, "1.1", 0, 2)
    assert progress(tmp_path)[0].passed == ["1.1"]
    assert [one.name for one in (tmp_path / FOLDER).iterdir()] == ["1.1.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"points": "all", "most": 2, "at": 0}'])
def test_a_damaged_file_counts_as_never_checked(tmp_path, text):
    solve(tmp_path, "1.1", "1.2")
    (tmp_path / FOLDER / "1.1.json").write_text(text)
    assert progress(tmp_path)[0].passed == ["1.2"]


def test_what_comes_next_follows_the_lesson_that_was_worked_on_last(tmp_path):
    assert what_next(progress(tmp_path)).exercise.number == "1.1"
    solve(tmp_path, "1.1", "1.3", "3.1")
    after = what_next(progress(tmp_path))
    assert (after.words, after.exercise.number) == ("Lesson 3: 1 of 9 exercises pass.", "3.2")
    solve(tmp_path, *lessons()[2].numbers)
    after = what_next(progress(tmp_path))
    assert (after.words, after.exercise.number) == ("Lesson 3 is complete.", "4.1")
    for lesson in lessons():
        solve(tmp_path, *lesson.numbers)
    after = what_next(progress(tmp_path))
    assert after.words.startswith("All lessons are complete.") and after.exercise is None
    record(tmp_path, "1.2", 0, 2)
    assert what_next(progress(tmp_path)).exercise.number == "1.2"


def test_nothing_is_kept_without_a_workspace_or_where_nbgrader_runs(tmp_path, monkeypatch):
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    assert workspace() is None
    monkeypatch.setenv("LESSON_WORKSPACE", str(tmp_path))
    assert workspace() == tmp_path
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    assert workspace() is None


@pytest.fixture
def saved(tmp_path):
    """Return how to save lesson 1 with an answer to 1.1, at a time."""
    path = tmp_path / "01_tools/01_tools.ipynb"

    def save(answer: str, at: float, name: str = "answer-1-1") -> None:
        learn.copy_lesson("01_tools", tmp_path)
        cells = json.loads((ROOT / "lessons/01_tools/01_tools.ipynb").read_text())["cells"]
        for cell in cells:
            if cell["id"] == "answer-1-1":
                cell |= {"id": name, "source": answer.splitlines(keepends=True)}
        path.write_text(json.dumps({"cells": cells}))
        os.utime(path, (at, at))

    return save


def test_an_answer_saved_as_another_than_passed_does_not_count(tmp_path, saved):
    record(tmp_path, "1.1", 2, 2, RIGHT, 100)
    record(tmp_path, "1.2", 3, 3)
    for answer, at, counts in (
        (RIGHT, 200, True),
        ("add = 1", 50, True),  # what was checked is not saved yet
        ("add = 1", 200, False),
        (f"\n{RIGHT}\n\n", 300, True),  # changed back
    ):
        saved(answer, at)
        first = progress(tmp_path)[0]
        assert ("1.1" in first.passed) == counts, (answer, at)
        assert (first.points, first.changed) == ((5, {}) if counts else (3, {"1.1": True}))
    saved("add = 1", 400, name="renamed")  # nbgrader's name, which stays in the metadata
    after = what_next(progress(tmp_path))
    assert after.exercise.number == "1.1" and "The answer to 1.1 in the saved" in after.words
    assert "run its cell, and check it again" in start_page.start_page(progress(tmp_path))
    record(tmp_path, "1.1", 0, 2, RIGHT, 100)  # it fails: there is nothing to take back
    assert progress(tmp_path)[0].changed == {}


def test_an_answer_whose_cell_is_gone_does_not_count(tmp_path, saved):
    record(tmp_path, "1.1", 2, 2, RIGHT, 100)
    saved(RIGHT, 200)
    path = tmp_path / "01_tools/01_tools.ipynb"
    cells = json.loads(path.read_text())["cells"]
    path.write_text(json.dumps({"cells": [one for one in cells if one["id"] != "answer-1-1"]}))
    first = progress(tmp_path)[0]
    assert (first.points, first.passed, first.changed) == (0, [], {"1.1": False})
    after = what_next(progress(tmp_path))
    assert after.exercise.number == "1.1" and "--missing 01_tools` brings it" in after.words


def test_an_answer_that_was_pasted_into_another_cell_is_there(tmp_path, saved):
    record(tmp_path, "1.1", 2, 2, RIGHT, 100)
    saved(RIGHT, 200, name="pasted")
    path = tmp_path / "01_tools/01_tools.ipynb"
    for source, changed in ((RIGHT, {}), ("add = 1", {"1.1": True}), ("x = 1", {"1.1": False})):
        cells = json.loads(path.read_text())["cells"]
        for cell in cells:
            if cell["id"] == "pasted":
                cell |= {"metadata": {}, "source": source}
        path.write_text(json.dumps({"cells": cells}))
        assert progress(tmp_path)[0].changed == changed, source


def test_the_same_of_a_lesson_that_was_complete(tmp_path, saved):
    solve(tmp_path, *lessons()[0].numbers[1:])
    record(tmp_path, "1.1", 2, 2, RIGHT, 100)
    saved(RIGHT, 200)
    assert what_next(progress(tmp_path)).words == "Lesson 1 is complete."
    saved("add = 1", 300)
    told = terminal("--workspace", str(tmp_path)).stdout
    assert "4 of 5" in told and "Next: 1.1 add" in told
    assert "answer to 1.1 in the saved notebook is not the one" in " ".join(told.split())


@pytest.mark.parametrize("text", ["", "[]", '{"cells": [3]}', '{"cells": [{"source": 3}]}'])
def test_a_notebook_that_cannot_be_read_takes_nothing_back(tmp_path, saved, text):
    record(tmp_path, "1.1", 2, 2, RIGHT, 100)
    saved(RIGHT, 200)
    (tmp_path / "01_tools/01_tools.ipynb").write_text(text)
    assert progress(tmp_path)[0].passed == ["1.1"]


# --- the start page -------------------------------------------------------------------------------


def test_each_link_of_the_start_page_leads_somewhere(tmp_path):
    for lesson in [None, *lessons()]:
        if lesson:
            solve(tmp_path, *lesson.numbers)
        start_page.write_start_page(tmp_path)
        page = (tmp_path / start_page.NAME).read_text("utf-8")
        for target in re.findall(r"\]\((.+?)\)", page):
            file, _, cell = target.partition("#cell-id=")
            if not target.startswith("https://"):
                text = (ROOT / "lessons" / file).read_text("utf-8")
                assert not cell or f'"id": "{cell}"' in text, target
    assert "All lessons are complete" in page and page.count("✓ complete") == 7
    assert f"**{EXERCISES} of {EXERCISES} exercises**" in page and "nothing left to do" in page


def test_the_start_page_says_what_is_left_and_what_is_next(tmp_path):
    solve(tmp_path, "1.1")
    page = start_page.start_page(progress(tmp_path), "http://x/#/experiments/1", "http://x")
    assert (
        f"**1 of {EXERCISES} exercises**" in page
        and "[1.2 multiply](01_tools/01_tools.ipynb#cell" in page
    )
    minutes = round(lessons()[0].minutes * 4 / 5)
    assert re.search(rf"\| 1 of 5 \| 2 of \d+ \| {minutes} \|", page)
    assert "(http://x/#/experiments/1)" in page
    assert start_page.NEW_SESSION in page
    assert "[MLflow UI](http://x)" in start_page.start_page(progress(tmp_path), "", "http://x")


def test_the_link_to_a_lessons_first_exercise_opens_the_lesson_at_its_top(tmp_path):
    assert "[1.1 add](01_tools/01_tools.ipynb)**\n" in start_page.start_page(progress(tmp_path))
    for lesson in lessons():
        first, *others = map(start_page.link, lesson.exercises)
        assert first == f"{lesson.folder}/{lesson.folder}.ipynb"
        assert all(one.startswith(f"{first}#cell-id=ex-") for one in others)


# --- where it is seen -----------------------------------------------------------------------------


@pytest.fixture
def check(tmp_path, monkeypatch):
    """Return check("1.1") on an answer, in a workspace, giving the text and the HTML it shows."""
    shell = InteractiveShell.instance()
    monkeypatch.setenv("LESSON_WORKSPACE", str(tmp_path))
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.setattr(in_notebook, "get_ipython", lambda: shell)

    def checked(answer: str) -> tuple[str, str]:
        space: dict = {}
        exec(answer, space)
        monkeypatch.setattr(in_notebook, "InProcess", lambda seed: InProcess(space))
        with capture_output() as shown:
            try:
                in_notebook.check("1.1")
            except CheckFailed:
                pass
        (output,) = shown.outputs
        return output.data["text/plain"], output.data["text/html"]

    yield checked
    InteractiveShell.clear_instance()


def test_a_check_keeps_what_it_found_and_says_what_is_next(check, tmp_path):
    text, page = check(RIGHT)
    assert "Lesson 1: 1 of 5 exercises pass. Next: 1.2 multiply." in text
    assert '<a href="../01_tools/01_tools.ipynb#cell-id=ex-1-2">1.2 multiply</a>' in page
    assert f"**1 of {EXERCISES} exercises**" in (tmp_path / start_page.NAME).read_text("utf-8")
    check("add = None")
    assert f"**0 of {EXERCISES} exercises**" in (tmp_path / start_page.NAME).read_text("utf-8")
    assert json.loads((tmp_path / FOLDER / "1.1.json").read_text())["points"] == 0


def test_a_check_keeps_which_answer_it_judged(check, tmp_path, monkeypatch):
    monkeypatch.setattr(watched_cells, "_runs", {})
    check(RIGHT)
    assert found_in(tmp_path, "1.1").answer == ""  # it was no cell of an exercise that ran
    info = SimpleNamespace(cell_id="answer-1-1", raw_cell=RIGHT)
    watched_cells.note(SimpleNamespace(info=info, error_before_exec=None, error_in_exec=None))
    check(RIGHT)
    found = found_in(tmp_path, "1.1")
    assert found.answer == digest_of(RIGHT.strip()) and 0 < found.ran < found.at


def test_a_result_that_cannot_be_kept_is_said_and_the_check_counts(check, tmp_path):
    (tmp_path / FOLDER).write_text("a file in the folder's place")
    text, page = check(RIGHT)
    assert "2 of 2 points" in text and "Your progress could not be kept" in text
    assert "could not be kept" in check("add = None")[1]


def test_a_lesson_that_begins_anew_has_no_progress(tmp_path):
    solve(tmp_path, "1.1", "2.1")
    learn.reset_lesson("01_tools", tmp_path)
    assert [one.passed for one in progress(tmp_path)[:2]] == [[], ["2.1"]]


def terminal(*options):
    command = [sys.executable, str(ROOT / "scripts/progress.py"), *options]
    env = dict(os.environ, PYTHONPATH=str(ROOT / "lessons"))
    return subprocess.run(command, capture_output=True, text=True, env=env)


def test_the_same_in_a_terminal(tmp_path):
    solve(tmp_path, *lessons()[0].numbers)
    done = terminal("--workspace", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert re.search(r"1 Tools .* 5 of 5 +10 of \d+ +complete", done.stdout)
    assert re.search(rf"2 Events .* 0 of 5 +0 of \d+ +{lessons()[1].minutes}", done.stdout)
    assert "Lesson 1 is complete.\nNext: 2.1 PrepEvent." in done.stdout
    missing = terminal("--workspace", str(tmp_path / "none"))
    assert missing.returncode == 1 and "There is no workspace" in missing.stderr
    assert "Traceback" not in missing.stderr
