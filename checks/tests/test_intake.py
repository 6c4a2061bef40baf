"""What is handed in, and a grading that is stopped half-way, through the real nbgrader."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest
from lesson_kit.workspace.intake import Bounds, take, timestamp_in
from lesson_kit.workspace.submitted_notebook import Unreadable, copy_of, read_notebook

from checks.grading.class_report import NOT_GRADED, class_report

ROOT = Path(__file__).resolve().parents[2]
LESSON = "01_tools"
SOLUTION = ROOT / "solutions" / LESSON / f"{LESSON}.ipynb"


def folder_of(course, learner: str) -> Path:
    folder = course.folder / "submitted" / learner / LESSON
    folder.mkdir(parents=True)
    return folder


def solution() -> dict:
    return json.loads(SOLUTION.read_text("utf-8"))


# --- what is handed in, in one run ----------------------------------------------------------------


def comes_from_another_editor(folder: Path) -> None:
    """A second download, with a byte order mark, without ids and metadata, a check deleted."""
    notebook = solution()
    notebook["nbformat_minor"] = 4
    cells = [cell for cell in notebook["cells"] if cell["id"] != "check-1-2"]
    answer = next(cell for cell in cells if cell["id"] == "answer-1-4")
    begin = next(i for i, line in enumerate(answer["source"]) if line.startswith("def "))
    for number, cell in enumerate(cells):
        del cell["id"]
        cell["metadata"] = {"id": f"x{number}"}
    first = {**answer, "source": ["import json\n", *answer["source"][:begin]]}
    answer["source"] = answer["source"][begin:]
    cells.insert(cells.index(answer), first)  # an answer in two cells
    text = json.dumps({**notebook, "cells": cells})
    (folder / f"{LESSON} (1).ipynb").write_text(text, "utf-8-sig")
    (folder / "timestamp.txt").write_text("yesterday, at noon")


def has_odd_cells(folder: Path) -> None:
    notebook = solution()
    for number, cell in enumerate(notebook["cells"]):
        cell["id"] = f"a cell's id that is much too long and no proper one {number} " * 3
    notebook["cells"][0]["source"] = ["half of a letter: \ud83d"]
    notebook["cells"].append({"cell_type": 7, "source": None, "metadata": []})
    (folder / f"{LESSON}.ipynb").write_text(json.dumps(notebook))
    (folder / "timestamp.txt").write_text("2026-11-24 10:00:00.000000 UTC")


def links_the_solution(folder: Path) -> None:
    (folder / f"{LESSON}.ipynb").symlink_to(SOLUTION)
    (folder / "environment.txt").symlink_to("/proc/self/environ")
    os.mkfifo(folder / "timestamp.txt")


def brings_too_much(folder: Path) -> None:
    (folder / f"{LESSON}.ipynb").write_bytes(SOLUTION.read_bytes())
    (folder / "endless.txt").symlink_to("/dev/zero")
    with open(folder / "sparse.bin", "wb") as file:
        file.truncate(10**12)
    inner = folder
    for _ in range(300):
        inner = inner / "deeper"
        inner.mkdir()
    (inner / "treasure.txt").write_text("found")


def is_broken(folder: Path) -> None:
    (folder / f"{LESSON}.ipynb").write_text('{"cells": [')


CASES = {  # what each earns, and what its learner is told
    comes_from_another_editor: (21, "01_tools (1).ipynb was taken as 01_tools.ipynb."),
    has_odd_cells: (21, ""),
    links_the_solution: (0, "01_tools.ipynb was left out: it is a link. Hand in the file itself."),
    brings_too_much: (21, "sparse.bin was left out: it is too large, or too much was handed in."),
    is_broken: (0, "01_tools.ipynb could not be read: its text is no notebook (no JSON at line 1)"),
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory, released):
    """Grade all cases in one run of the stock command."""
    from conftest import Course

    course = Course(tmp_path_factory.mktemp("intake"))
    (course.folder / "gradebook.db").write_bytes(released.read_bytes())
    for make in CASES:
        make(folder_of(course, make.__name__))
    outside = course.folder / "elsewhere"
    outside.mkdir()
    (outside / f"{LESSON}.ipynb").write_text("precious")
    before = course.folder / "autograded" / "has_odd_cells"
    before.mkdir(parents=True)
    (before / LESSON).symlink_to(outside)
    run = course.nbgrader("autograde", LESSON)
    return course, run, course.scores()


def result_of(course, learner: str) -> Path:
    return course.folder / "autograded" / learner / LESSON


@pytest.mark.parametrize("make", CASES)
def test_it_is_graded_as_it_should_and_says_what_was_left_out(graded, make):
    course, run, scores = graded
    points, says = CASES[make]
    assert scores[make.__name__, LESSON] == (points, 21), run.stderr
    notebook = nbformat.read(result_of(course, make.__name__) / f"{LESSON}.ipynb", as_version=4)
    told = notebook.metadata.get("kit_grading", {})
    assert says in " ".join([told.get("unreadable", ""), *told.get("left_out", [])])
    assert says in run.stderr


def test_the_run_ends_well_and_leaves_no_work_behind(graded):
    course, run, _ = graded
    assert run.returncode == 0 and "Traceback" not in run.stderr
    assert [path.name for path in (course.folder / ".grading").iterdir()] == ["unfinished"]
    assert not list((course.folder / ".grading/unfinished").rglob("*_*/*"))


def test_only_ordinary_files_get_further(graded):
    course, _, _ = graded
    kept = {path.name for path in (course.folder / "autograded").rglob("*") if not path.is_dir()}
    assert kept == {f"{LESSON}.ipynb", "timestamp.txt"}
    assert not any(path.is_symlink() for path in (course.folder / "autograded").rglob("*"))


def test_what_lay_in_the_results_place_is_not_followed(graded):
    course, _, _ = graded
    assert (course.folder / "elsewhere" / f"{LESSON}.ipynb").read_text() == "precious"
    assert not result_of(course, "has_odd_cells").is_symlink()


def test_every_submission_gets_its_feedback_page(graded):
    course, _, _ = graded
    run = course.nbgrader("generate_feedback", LESSON)
    assert run.returncode == 0, run.stderr
    for make in CASES:
        assert (course.folder / "feedback" / make.__name__ / LESSON / f"{LESSON}.html").is_file()


def test_what_was_changed_is_graded_again_without_a_time_stamp_and_what_was_not_is_skipped(course):
    folder = folder_of(course, "ann")
    (folder / f"{LESSON}.ipynb").write_text(json.dumps(without_the_answer_of_1_1()))
    assert course.nbgrader("autograde", LESSON).returncode == 0
    first = course.scores()["ann", LESSON][0]
    again = course.nbgrader("autograde", LESSON)
    assert "Skipping existing assignment" in again.stderr + again.stdout
    (folder / f"{LESSON}.ipynb").write_text(json.dumps(solution()))
    assert course.nbgrader("autograde", LESSON).returncode == 0
    assert first < 21 == course.scores()["ann", LESSON][0]


def without_the_answer_of_1_1() -> dict:
    notebook = solution()
    answer = next(cell for cell in notebook["cells"] if cell["id"] == "answer-1-1")
    answer["source"] = ["raise NotImplementedError()"]
    return notebook


# --- stopped half-way -----------------------------------------------------------------------------

STOPPED_AT = """
c = get_config()
load_subconfig("nbgrader_config.py", path={root!r})
c.Execute.enabled = False  # without outputs, nbgrader gives full marks
import os, signal
from checks.grading import autograde, save_grades

def stop(*arguments, **options):
    os.kill(os.getpid(), signal.SIGKILL)

point = os.environ.get("STOP_AT")
if point == "before the grades":
    save_grades.SaveGradesAtOnce.preprocess = stop
if point == "among the grades":
    save_grades.SaveGradesAtOnce._add_comment = stop
if point == "after the grades":
    autograde.put_in_place = stop
if point == "between two places":
    autograde.os.rename = stop
"""


def test_a_killed_grading_exports_no_zero_and_goes_on_at_the_next_start(course, monkeypatch):
    (course.folder / "nbgrader_config.py").unlink()
    (course.folder / "nbgrader_config.py").write_text(STOPPED_AT.format(root=str(ROOT)))
    course.submit("ann", LESSON, SOLUTION)
    for point in ("before the grades", "among the grades", "after the grades"):
        monkeypatch.setenv("STOP_AT", point)
        assert course.nbgrader("autograde", LESSON).returncode == -signal.SIGKILL
        assert all(float(row["score"]) == 21 for row in course.exported()), point
        assert not result_of(course, "ann").exists()
        (row,) = [one for one in class_report(course.folder) if one.lesson == LESSON]
        assert (row.state, row.score) == (NOT_GRADED, None) and "half-way" in row.note
    monkeypatch.delenv("STOP_AT")
    run = course.nbgrader("autograde", LESSON)
    assert run.returncode == 0 and "was left half graded: it is graded again" in run.stderr
    assert [float(row["score"]) for row in course.exported()] == [21]
    monkeypatch.setenv("STOP_AT", "between two places")
    assert course.nbgrader("autograde", LESSON, "--force").returncode == -signal.SIGKILL
    monkeypatch.delenv("STOP_AT")
    assert course.nbgrader("autograde", LESSON).returncode == 0
    assert (result_of(course, "ann") / f"{LESSON}.ipynb").is_file()
    assert [path.name for path in (course.folder / ".grading").iterdir()] == ["unfinished"]
    run = course.nbgrader("autograde", LESSON)
    assert "Skipping existing assignment" in run.stderr + run.stdout


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_a_stopped_grading_ends_in_order(course, sent):
    notebook = nbformat.read(SOLUTION, as_version=4)
    notebook.cells.insert(0, nbformat.v4.new_code_cell("import time; time.sleep(600)"))
    (folder_of(course, "ann") / f"{LESSON}.ipynb").write_text(nbformat.writes(notebook))
    with open(course.folder / "log", "w") as log:
        run = subprocess.Popen(
            [sys.executable, "-m", "nbgrader", "autograde", LESSON], cwd=course.folder, stderr=log
        )
        try:
            wait_for(lambda: "Autograding" in (course.folder / "log").read_text())
            time.sleep(1)
            run.send_signal(sent)
            assert run.wait(60) == 1
        finally:
            run.kill()
    said = (course.folder / "log").read_text()
    assert "Stopped. What was half graded is graded again at the next start." in said
    assert "Traceback" not in said
    assert course.exported() == []
    assert [path.name for path in (course.folder / ".grading").iterdir()] == ["unfinished"]


def wait_for(condition, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.1)


# --- the parts ------------------------------------------------------------------------------------


def test_files_are_bounded_in_number_size_and_depth(tmp_path):
    for name in "abcdef":
        (tmp_path / name).write_text(name)
    (tmp_path / "one/two/three").mkdir(parents=True)
    (tmp_path / "one/two/three/deep").write_text("x")
    taken = take(tmp_path, ["f"], Bounds(files=4, bytes=100, depth=2), lambda path: False)
    assert len(taken.files) == 4 and "f" in taken.files and taken.left_out
    taken = take(tmp_path, [], Bounds(files=50, bytes=2, depth=2), lambda path: "/one" not in path)
    assert taken.left_out == {
        "one/two/three": "The folder one/two/three was left out: "
        "more than 2 folders are inside each other."
    }
    taken = take(tmp_path, ["b"], Bounds(files=50, bytes=1), lambda path: False)
    assert set(taken.files) == {"b"} and "a" in taken.left_out


@pytest.mark.parametrize(
    "text, holds",
    [("2026-11-24 10:00:00 UTC", True), ("soon", False), ("", False), ("9" * 90, False)],
)
def test_a_time_stamp_is_a_time_or_none(tmp_path, text, holds):
    (tmp_path / "timestamp.txt").write_text(text)
    assert (timestamp_in(tmp_path) is not None) is holds


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"[1]",
        b"[" * 100_000,
        b'{"nbformat": 99, "cells": []}',
        b'{"nbformat": [], "cells": []}',
        b'{"nbformat": 4, "cells": {}}',
        b'{"nbformat": 3, "worksheets": 7}',
        b'{"nbformat": 4, "cells": [' + b"9" * 10_000 + b"]}",
    ],
    ids=lambda data: str(data[:30]),
)
def test_what_is_no_notebook_is_said_in_a_few_words(data):
    with pytest.raises(Unreadable) as reason:
        read_notebook(data)
    assert len(str(reason.value)) < 80


def test_a_notebook_keeps_its_sources_and_the_names_that_cells_claim():
    cells = [
        {"cell_type": "code", "id": "a b", "source": ["x = 1\n", "y = 2"], "outputs": 7},
        {"cell_type": "code", "id": "a", "source": "\ud83d", "metadata": {"nbgrader": 5}},
        {"cell_type": "markdown", "id": "a", "metadata": {"nbgrader": {"grade_id": "n"}}},
        7,
    ]
    read = read_notebook(json.dumps({"nbformat": 4, "cells": cells}).encode("utf-8-sig"))
    nbformat.validate(read)
    assert [cell.source for cell in read.cells] == ["x = 1\ny = 2", "\ufffd", ""]
    assert read.cells[1].id == "a" != read.cells[2].id
    assert [cell.metadata for cell in read.cells] == [{}, {}, {"nbgrader": {"grade_id": "n"}}]


@pytest.mark.parametrize(
    "files, found",
    [
        (["01_tools (1).ipynb", "homework.ipynb"], "01_tools (1).ipynb"),
        (["01_tools-Copy1.ipynb"], "01_tools-Copy1.ipynb"),
        (["01_tools (1).ipynb", "01_tools (2).ipynb"], None),
        (["01_tools_old.ipynb"], None),
    ],
)
def test_a_second_download_is_known_by_its_name(files, found):
    assert copy_of(LESSON, files) == found
