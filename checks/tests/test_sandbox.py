"""The sandbox: where there is none, nothing is graded, unless the configuration says otherwise."""

import contextlib
import ctypes
import errno
import logging
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from checks.grading import sandbox
from checks.grading.exercises import ROOT
from checks.grading.in_box import enter
from checks.grading.kernels import OPEN, say_what_is_open
from checks.grading.verdict import Verdict

LESSON = "01_tools"


def without_bubblewrap(folder: Path) -> str:
    return str(Path(sys.executable).parent)


def with_one_that_fails(folder: Path) -> str:
    (folder / "bwrap").write_text("#!/bin/sh\necho 'bwrap: No permissions' >&2\nexit 1\n")
    (folder / "bwrap").chmod(0o755)
    return os.pathsep.join([str(folder), os.environ["PATH"]])


@pytest.mark.parametrize(
    ("path", "says"),
    [
        (without_bubblewrap, "it is not installed: sudo apt-get install bubblewrap."),
        (with_one_that_fails, "it does not work here (bwrap: No permissions)."),
    ],
)
def test_without_a_sandbox_nothing_is_graded_and_one_sentence_says_why(
    course, tmp_path_factory, monkeypatch, path, says
):
    course.submit("pat", LESSON, ROOT / "solutions" / LESSON / f"{LESSON}.ipynb")
    monkeypatch.setenv("PATH", path(tmp_path_factory.mktemp("bin")))
    graded = course.nbgrader("autograde", LESSON)
    assert graded.returncode != 0 and "Traceback" not in graded.stderr
    said = [line for line in graded.stderr.splitlines() if line.startswith("Nothing was graded")]
    assert len(said) == 1 and says in said[0] and 'c.Kernels.isolation = "none"' in said[0]


def test_without_isolation_it_is_said_once_what_stays_open(caplog):
    say_what_is_open.cache_clear()
    for _ in range(2):
        say_what_is_open(logging.getLogger("grading"))
    assert caplog.messages == [OPEN]


def test_a_kernel_without_isolation_works_on_a_copy(tmp_path):
    (tmp_path / "data.txt").write_text("given")
    cell = new_code_cell("text = open('data.txt').read(); open('left.txt', 'w'); text")
    resources = {"nbgrader": {"student": "pat"}, "metadata": {"path": str(tmp_path)}}
    Verdict(isolation="none").preprocess(new_notebook(cells=[cell]), resources)
    assert cell.outputs[0].data["text/plain"] == "'given'"
    assert os.listdir(tmp_path) == ["data.txt"]


def test_a_course_inside_a_system_folder_is_not_shown_with_it(tmp_path, monkeypatch):
    monkeypatch.setattr(sandbox, "SYSTEM", [str(tmp_path)])
    course = tmp_path / "src" / "course"
    (course / "autograded").mkdir(parents=True)
    monkeypatch.chdir(course)
    box = sandbox.Box(course / "autograded", sandbox.Limits(100, 100, 100))
    words = box.seen([])
    box.remove()
    shown = words.index(str(tmp_path), words.index("--ro-bind"))
    assert words.index("--tmpfs") > shown
    assert words[words.index("--tmpfs") + 1] == str(course)


@pytest.mark.parametrize("error, said", [(errno.EDQUOT, True), (errno.ENOSYS, False), (0, False)])
def test_where_the_keyring_of_whoever_grades_stays_no_kernel_begins(monkeypatch, error, said):
    def syscall(*_):
        ctypes.set_errno(error)
        return -1 if error else 7

    monkeypatch.setattr(enter, "libc", SimpleNamespace(syscall=syscall))
    with pytest.raises(OSError) if said else contextlib.nullcontext():
        enter.leave_keyring()
