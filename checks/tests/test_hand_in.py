"""Handing in: looked through by grading's own intake, and a file that the course collects."""

import io
import json
import logging
import os
import sys
import zipfile
from datetime import datetime
from types import SimpleNamespace

import environment
import hand_in as script
import learn
import nbformat
import pytest
from lesson_kit import hand_in
from lesson_kit.manifest import lesson_of, lessons
from lesson_kit.workspace import results
from lesson_kit.workspace.handed_out import handed_out_in, places, restore
from lesson_kit.workspace.handing_in import (
    EARLIER,
    FOLDER,
    NotHandedIn,
    file_to_hand_in,
    owner_of,
    said_of_file,
)
from lesson_kit.workspace.intake import timestamp_in
from lesson_kit.workspace.looking import look_at
from lesson_kit.workspace.new_version import GIVEN
from lesson_kit.workspace.submitted_notebook import read_notebook

from checks.grading.autograde import SafeAutograde
from checks.grading.collecting import Bounded, ByName
from checks.grading.exercises import ROOT

TOOLS = lesson_of("1.1")
FILE = "01_tools/01_tools.ipynb"
SOLUTION = ROOT / "solutions" / FILE


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """Give a workspace whose lesson 1 is solved."""
    folder = tmp_path / "workspace"
    learn.copy_lesson("01_tools", folder)
    (folder / FILE).write_bytes(SOLUTION.read_bytes())
    monkeypatch.setenv("LESSON_WORKSPACE", str(folder))
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    return folder


def change(workspace, change_cells) -> None:
    notebook = json.loads((workspace / FILE).read_text())
    notebook["cells"] = change_cells(notebook["cells"])
    (workspace / FILE).write_text(json.dumps(notebook))


HOSTILE_NAMES = [
    "<img src=x onerror=eval(name)>_01_tools.ipynb",  # formgrader shows ids as they are
    "mal,,,,12,0,12,12_01_tools.ipynb",  # and so does nbgrader's table
    "=1+1_01_tools.ipynb",
    ".._01_tools.ipynb",
    f"{'m' * 129}_01_tools.ipynb",  # the gradebook refuses it
    "cem_2027-13-31-18-45-30_01_tools.ipynb",  # is it newer than Cem's?
    "cem_01_tools.ipynb",
]


def zip_of(files: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return written.getvalue()


DEFLATED = io.BytesIO()
with zipfile.ZipFile(DEFLATED, "w", zipfile.ZIP_DEFLATED) as made:
    made.writestr("fay_01_tools.ipynb", "no notebook " * 99)
GARBLED = DEFLATED.getvalue()[:48] + b"\xff" * 9 + DEFLATED.getvalue()[57:]  # its data, no names


def test_what_is_handed_in_is_collected_and_graded_without_a_finding(workspace, course):
    for name in ("ann.lee@school", "bob_b"):
        made = file_to_hand_in(look_at(TOOLS, workspace), name, workspace)
        archive = course.folder / "downloaded/01_tools/archive"
        archive.mkdir(parents=True, exist_ok=True)
        (archive / made.name).write_bytes(made.read_bytes())
    late = "cem_2027-01-31-18-45-30_01_tools.ipynb"  # nbgrader takes -18-45-30 for a time zone
    (archive / late).write_bytes(SOLUTION.read_bytes())
    zipped = zip_of({"dan_2027-01-31-18-45-30_01_tools.ipynb": SOLUTION.read_bytes()})
    (archive / "from an lms.zip").write_bytes(zip_of({"dan.zip": zipped}))
    for name in HOSTILE_NAMES:
        (archive / name).write_bytes(SOLUTION.read_bytes())
    (archive / "broken.zip").write_bytes(b"PK, or not")
    (archive / "garbled.zip").write_bytes(GARBLED)
    (archive / "eve_01_tools.ipynb.gz").write_bytes(b"")
    collected = course.nbgrader("zip_collect", "01_tools")
    assert collected.returncode == 0, collected.stderr
    submitted = course.folder / "submitted"
    assert sorted(os.listdir(submitted)) == ["ann.lee@school", "bob_b", "cem", "dan"]
    refused = [line for line in collected.stderr.splitlines() if "is left out" in line]
    assert len(refused) == len(HOSTILE_NAMES) + 3, collected.stderr
    assert timestamp_in(submitted / "cem/01_tools") == datetime(2027, 1, 31, 18, 45, 30)
    run = course.nbgrader("autograde", "01_tools", "--student=ann.lee@school")
    assert course.scores()["ann.lee@school", "01_tools"] == (21, 21), run.stderr
    graded = course.folder / "autograded/ann.lee@school" / FILE
    told = nbformat.read(graded, as_version=4).metadata["kit_grading"]
    assert told["left_out"] == [] and "unreadable" not in told


def test_a_whole_lesson_has_no_finding_and_says_what_is_not_written(workspace):
    look = look_at(TOOLS, workspace)
    assert look.whole and look.begun and look.not_written == ()
    assert look.not_passed == tuple(TOOLS.numbers) and look.leads_to("F") == "  Hand in F"
    for number in TOOLS.numbers:
        results.record(workspace, number, 2, 2)
    os.utime(workspace / FILE, (0, datetime(2027, 1, 31, 18, 45, 30).timestamp()))
    assert " ".join(look_at(TOOLS, workspace).text.split()) == (
        "01_tools: 5 of 5 exercises are written. The file can be graded: every cell that counts is "
        "there. It was saved last, at 2027-01-31 18:45:30."
    )
    (workspace / FILE).write_bytes((ROOT / "lessons" / FILE).read_bytes())
    look = look_at(TOOLS, workspace)
    assert look.whole and not look.begun and look.not_written == tuple(TOOLS.numbers)
    assert look.text.startswith("01_tools: none of 5 exercises is written yet.\n")
    assert "5 of 5 exercises not written: hand in F" in look.leads_to("F")


def test_what_is_not_as_it_was_handed_out_is_said_with_what_grading_makes_of_it(workspace):
    def spoil(cells):
        cells = without("imports", "try-1-2", "check-1-3")(cells)
        by_id = {cell["id"]: cell for cell in cells}
        by_id["answer-1-2"]["cell_type"] = "markdown"
        half = by_id["answer-1-1"] | {"id": "half", "source": ["import math"]}
        cells.insert(cells.index(by_id["answer-1-1"]), half)
        return [*cells, by_id["check-1-4"] | {"id": "copy"}]

    change(workspace, spoil)
    look = look_at(TOOLS, workspace)
    assert look.notes == (
        "The answer cell of 1.1 is there 2 times, split or copied: grading runs them all, and "
        "takes the last for the answer.",
        "The check cell of 1.4 is there 2 times, split or copied: grading judges at the last.",
        "The answer cell of 1.2 is a markdown cell in the notebook: grading takes it as code.",
        "The check cell of 1.3 is missing: grading puts it back.",
        "The import cell at the top is missing: what fails without it is judged again with the "
        "kit's own.",
        "The try cell of 1.2 is missing: no points rest on it.",
        f"`python3 scripts/learn.py --missing 01_tools --workspace {workspace}` puts back what is "
        "missing, and changes no other cell.",
        "To mend 1.1: delete the copy, or select the pieces and choose Edit > Merge Selected "
        f"Cells; then save. Or `python3 scripts/learn.py --reset 1.1 --workspace {workspace}` "
        "gives its cells back as they were handed out, and keeps yours in a file beside the "
        "notebook.",
    )
    assert look.whole and look.not_written == ()
    told = " ".join(look.text.split())
    assert all(f"01_tools.ipynb: {note}" in told for note in look.notes)
    assert "can be graded. It was" in told and "every cell that counts" not in told


def test_an_answer_in_pieces_is_said_before_all_else(workspace):
    def split(cells):
        (at,) = [at for at, cell in enumerate(cells) if cell["id"] == "answer-1-4"]
        source = "".join(cells[at]["source"])
        head, word, tail = source.rpartition("    return ")
        halves = [cells[at] | {"source": head}, cells[at] | {"id": "half", "source": word + tail}]
        return without("setup")([*cells[:at], *halves, *cells[at + 1 :]])

    change(workspace, split)
    look = look_at(TOOLS, workspace)
    first, told = look.text.splitlines()[0], " ".join(look.text.split())
    assert first.startswith("01_tools: the answer to 1.4 is in pieces.") and look.whole
    assert "Grading takes the last for it, which says: `return " in told
    assert "can be graded" not in told and "01_tools: 4 of 5 exercises are written." in told
    assert "To mend 1.4: " in told and "--reset 1.4" in told
    assert "The set-up cell at the top is missing" in told
    copies = [cell for cell in json.loads((workspace / FILE).read_text())["cells"]]
    (whole,) = [one for one in copies if one["id"] == "answer-1-2"]
    change(workspace, lambda cells: without("half", "answer-1-4")([*cells, whole | {"id": "c"}]))
    look = look_at(TOOLS, workspace)
    assert look.torn == {} and "To mend 1.2: delete the copy" in " ".join(look.notes)


def test_a_lesson_of_an_older_kit_is_told_so(workspace):
    (workspace / GIVEN / "copied" / FILE).write_bytes(b"an older one")
    look = look_at(TOOLS, workspace)
    remedy = f"learn.py --update 01_tools --workspace {workspace}`"
    assert look.whole and remedy in " ".join(look.text.split())


def without(*names):
    return lambda cells: [cell for cell in cells if cell["id"] not in names]


def pasted(name):
    """Let an answer stand in a cell of the learner's own."""
    lost = {"id": "pasted", "metadata": {}}
    return lambda cells: [cell | lost if cell["id"] == name else cell for cell in cells]


def test_cells_that_grading_would_miss_are_named_with_the_remedy(workspace):
    change(workspace, without("answer-1-2", "check-1-3"))
    told = " ".join(look_at(TOOLS, workspace).text.split())
    assert "The answer cell of 1.2 is missing from the notebook." in told
    assert "The check cell of 1.3 is missing: grading puts it back." in told
    assert "can be graded" not in told
    assert f"learn.py --missing 01_tools --workspace {workspace}` puts back what is" in told


def solved(lesson, cells_of) -> bytes:
    """Return a lesson's solution with other cells."""
    text = (ROOT / "solutions" / lesson.folder / f"{lesson.folder}.ipynb").read_text("utf-8")
    notebook = json.loads(text)
    return json.dumps(notebook | {"cells": cells_of(notebook["cells"])}).encode()


@pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.folder)
def test_no_other_cell_is_taken_for_an_answer_that_is_gone(lesson, tmp_path):
    path = tmp_path / lesson.folder / f"{lesson.folder}.ipynb"
    path.parent.mkdir()
    for one in lesson.exercises:
        path.write_bytes(solved(lesson, without(f"answer-{one.slug}")))
        look = look_at(lesson, tmp_path)
        assert not look.whole and look.not_written == (one.number,), one.number
        assert f"The answer cell of {one.number} is missing" in look.findings[0]


@pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.folder)
def test_an_answer_whose_cell_has_lost_its_name_is_known(lesson):
    given = json.loads((ROOT / "lessons" / lesson.folder / f"{lesson.folder}.ipynb").read_text())
    for one in lesson.exercises:
        name = f"answer-{one.slug}"
        notebook = read_notebook(solved(lesson, pasted(name)))
        assert restore(notebook, handed_out_in(given))[0] == {}, one.number
        assert notebook.cells[places(notebook)[name]].id == "pasted", one.number


def test_a_number_that_a_try_cell_keeps_is_no_answer(workspace):
    def tried(cells):
        (cell,) = [cell for cell in cells if cell["id"] == "try-1-2"]
        cell["source"] = ["product = multiply(6, 7)"]
        return without("answer-1-2")(cells)

    change(workspace, tried)
    assert not look_at(TOOLS, workspace).whole


def test_what_was_checked_and_not_saved_is_named(workspace):
    saved = (workspace / FILE).stat().st_mtime
    results.record(workspace, "1.2", 2, 2, "multiply = 'newer'", saved + 60)
    look = look_at(TOOLS, workspace)
    assert not look.whole and "Save first" in look.text
    told = " ".join(look.text.split())
    assert "does not hold your answer to 1.2 as checked last" in told
    assert told.startswith("01_tools: in the file as it was saved, 5 of 5 exercises are written.")
    assert "dropped" not in told and "Nothing is lost while it is open" in told


def test_what_was_changed_since_it_passed_is_named_and_does_not_count(workspace):
    saved = (workspace / FILE).stat().st_mtime
    for number in TOOLS.numbers:
        results.record(workspace, number, 2, 2)
    results.record(workspace, "1.5", 2, 2, "str(error)", saved - 60)
    look = look_at(TOOLS, workspace)
    assert look.whole and (look.changed, look.not_passed) == (("1.5",), ("1.5",))
    told = " ".join(look.text.split())
    assert "Not as you have checked it, and so not known to pass: 1.5. Run its cell" in told
    assert "Written, and not known" not in told


def test_the_file_made_before_an_answer_was_changed_is_said_to_be_kept(workspace):
    made = file_to_hand_in(look_at(TOOLS, workspace), "ann", workspace)
    passing = made.rename(made.with_name("ann_2026-01-01-00-00-00_01_tools.ipynb"))
    (cell,) = (
        one for one in json.loads(SOLUTION.read_text())["cells"] if one["id"] == "answer-1-1"
    )
    results.record(workspace, "1.1", 2, 2, "".join(cell["source"]), 1)

    def another(cells):
        return [one | {"source": ["add = 1"]} if one["id"] == cell["id"] else one for one in cells]

    change(workspace, another)
    told = " ".join(said_of_file(look_at(TOOLS, workspace), "ann", workspace).split())
    kept = f"{FOLDER}/{EARLIER}/{passing.name}"
    assert told.endswith(f"The file made before is kept: {kept}")
    assert (workspace / kept).read_bytes() == SOLUTION.read_bytes()
    assert "made before" not in said_of_file(look_at(TOOLS, workspace), "bob", workspace)


@pytest.mark.parametrize("data, says", [(b"", "it is empty"), (b'{"cells"', "no JSON at line 1")])
def test_what_cannot_be_read_is_no_file(workspace, data, says, monkeypatch, capsys):
    (workspace / FILE).write_bytes(data)
    look = look_at(TOOLS, workspace)
    assert says in look.unreadable and not look.whole
    assert run(monkeypatch, workspace, "01_tools", "--name", "ann", "--anyway") == 1
    assert "No file was made" in capsys.readouterr().out and not (workspace / FOLDER).exists()


def test_a_link_is_left_out_as_grading_leaves_it_out(workspace):
    (workspace / FILE).unlink()
    (workspace / FILE).symlink_to(SOLUTION)
    assert "it is a link. Hand in the file itself." in look_at(TOOLS, workspace).unreadable


@pytest.mark.parametrize("name", ["", "a/b", "..", "*", "ann ", "-x", "ann_01_tools.ipynb/"])
def test_a_name_that_no_file_can_have_is_refused(workspace, name):
    with pytest.raises(NotHandedIn, match="cannot be part of a file's name"):
        file_to_hand_in(look_at(TOOLS, workspace), name, workspace)
    assert not (workspace / FOLDER).exists()


def test_what_is_the_same_is_not_made_again(workspace):
    made = file_to_hand_in(look_at(TOOLS, workspace), "ann", workspace)
    earlier = made.rename(made.with_name("ann_2026-01-01-00-00-00_01_tools.ipynb"))
    assert owner_of(earlier) == "ann" and earlier.read_bytes() == SOLUTION.read_bytes()
    assert file_to_hand_in(look_at(TOOLS, workspace), "ann", workspace) == earlier
    bob = file_to_hand_in(look_at(TOOLS, workspace), "bob_ann", workspace)
    assert owner_of(bob) == "bob_ann"
    assert "made earlier" in said_of_file(look_at(TOOLS, workspace), "ann", workspace)
    change(workspace, without("recap"))
    newest = file_to_hand_in(look_at(TOOLS, workspace), "ann", workspace)
    assert sorted((workspace / FOLDER).glob("*.ipynb")) == sorted([newest, bob])
    assert [*(workspace / FOLDER / EARLIER).iterdir()] == [
        workspace / FOLDER / EARLIER / earlier.name
    ]


def run(monkeypatch, workspace, *options) -> int:
    """Run hand_in.py's main in this environment."""
    monkeypatch.setattr(sys, "argv", ["hand_in.py", "--workspace", str(workspace), *options])
    monkeypatch.setattr(environment, "enter", lambda: None)
    return script.main()


def test_the_command_looks_and_makes_the_file_of_what_is_whole(workspace, monkeypatch, capsys):
    assert run(monkeypatch, workspace) == 0
    assert "add --name" in capsys.readouterr().out and not (workspace / FOLDER).exists()
    assert run(monkeypatch, workspace, "--name", "ann") == 0
    (made,) = (workspace / FOLDER).iterdir()
    said = capsys.readouterr().out
    assert str(made) in said and "made earlier" not in said and "saved just now, at" in said
    assert "Ctrl-S" not in said
    os.utime(workspace / FILE, (0, 0))
    learn.copy_lesson("02_events", workspace)
    assert run(monkeypatch, workspace, "01_tools", "02_events") == 0
    said = capsys.readouterr().out
    assert said.count("press Ctrl-S in that notebook") == 1 and "\n\n02_events: none" in said
    change(workspace, without("answer-1-2"))
    assert run(monkeypatch, workspace, "01_tools", "--name", "ann") == 1
    assert "No file was made" in capsys.readouterr().out
    assert len(list((workspace / FOLDER).iterdir())) == 1
    assert run(monkeypatch, workspace, "01_tools", "--name", "bob", "--anyway") == 1
    assert len(list((workspace / FOLDER).iterdir())) == 2
    with pytest.raises(environment.SetupError, match="no lesson '9'.*01_tools, 02_events"):
        run(monkeypatch, workspace, "9")


def test_the_cell_does_the_same(workspace, monkeypatch, capsys):
    cell = json.loads((ROOT / "lessons/hand_in.ipynb").read_text())["cells"][1]
    exec("".join(cell["source"]), {})
    said = capsys.readouterr().out
    assert "01_tools: 5 of 5 exercises are written" in said and "write your name" in said
    hand_in("01_tools", name="ann")
    (made,) = (workspace / FOLDER).iterdir()
    said = capsys.readouterr().out
    assert f"Hand in {FOLDER}/{made.name}\n" in said and "right-click" in said
    change(workspace, without("answer-1-2"))
    hand_in(name="ann")
    assert "No file was made" in capsys.readouterr().out
    (workspace / FILE).write_bytes((ROOT / "lessons" / FILE).read_bytes())
    with pytest.raises(NotHandedIn, match="No exercise is answered yet"):
        hand_in()
    monkeypatch.delenv("LESSON_WORKSPACE")
    with pytest.raises(NotHandedIn, match="neither in a lesson's folder nor beside one"):
        hand_in()


@pytest.mark.parametrize("here", [".", "01_tools"])
def test_a_folder_that_learn_py_did_not_make_will_do(tmp_path, monkeypatch, capsys, here):
    fetched = tmp_path / "01_tools"  # as nbgrader's exchange leaves it
    fetched.mkdir()
    (fetched / "01_tools.ipynb").write_bytes(SOLUTION.read_bytes())
    os.utime(fetched / "01_tools.ipynb", (0, 0))
    monkeypatch.delenv("LESSON_WORKSPACE", raising=False)
    monkeypatch.chdir(tmp_path / here)
    hand_in(name="ann")
    assert "press Ctrl-S" in " ".join(capsys.readouterr().out.split())
    (made,) = (tmp_path / FOLDER).iterdir()
    assert made.read_bytes() == SOLUTION.read_bytes()
    assert run(monkeypatch, tmp_path, "--name", "ann") == 0 and made.exists()
    for folder, lesson in ((fetched, "01_tools"), (tmp_path, "02_events")):
        wanted = [lesson] if folder == tmp_path else []
        with pytest.raises(environment.SetupError, match=f"no folder {lesson} in {folder}"):
            run(monkeypatch, folder, *wanted)
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    with pytest.raises(NotHandedIn):
        hand_in(name="ann")


@pytest.mark.parametrize(
    "text, time",
    [
        ("2027-01-31-18-45-30", "2027-01-31 18:45:30"),
        ("2027-01-31-17-02-00", "2027-01-31 17:02:00"),
        ("2027-02-31-17-02-00", None),
        ("2027-01-31 17:02:00 UTC", "2027-01-31 17:02:00"),
    ],
)
def test_a_time_in_a_name_is_read_in_one_way(text, time):
    assert ByName().time_in(text, f"ann_{text}_01_tools.ipynb") == time


@pytest.mark.parametrize(
    "bounds, left_out",
    [
        ({}, ""),
        ({"most_bytes": 99_999}, "one.zip"),
        ({"most_files": 1}, "one.zip"),
        ({"most_bytes_inside": 3}, "a.zip"),
        ({"most_files_inside": 1}, "a.zip"),
    ],
)
def test_an_archive_is_unpacked_within_bounds(tmp_path, caplog, bounds, left_out):
    (tmp_path / "archive").mkdir()
    inside = {"b": b"bb", "c": b"cc"}
    holds = {"../up.ipynb": b"{}", "big.ipynb": b" " * 100_000, "in/a.zip": zip_of(inside)}
    (tmp_path / "archive/one.zip").write_bytes(zip_of(holds))
    Bounded(**bounds, log=logging.getLogger()).extract(f"{tmp_path}/archive", f"{tmp_path}/out")
    found = sorted(
        one.relative_to(tmp_path).as_posix() for one in tmp_path.rglob("*[!p]") if one.is_file()
    )
    assert (f"{left_out}' is left out: it cannot be unpacked" in caplog.text) == bool(left_out)
    of_all = [f"out/one/{one}" for one in ("big.ipynb", "up.ipynb")]
    of_one = [f"out/one/in/a.zip unpacked/{one}" for one in inside]
    assert found == {"": sorted(of_all + of_one), "a.zip": of_all, "one.zip": []}[left_out]


def test_a_folder_whose_name_can_be_no_id_is_named_and_not_graded(tmp_path, caplog):
    grader = SimpleNamespace(
        submitted=lambda assignment, learner, escape=False: f"{tmp_path}/{learner}/{assignment}",
        log=logging.getLogger(),
    )
    for name in ("ann", "<b>bob<", "cem lee"):
        (tmp_path / name / "01_tools").mkdir(parents=True)
    found = SafeAutograde.learners_of(grader, "01_tools", "*")
    assert sorted(found) == ["ann", "cem lee"] and "<b>bob<" in caplog.text
