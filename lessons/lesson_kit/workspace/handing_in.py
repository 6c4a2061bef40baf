"""Look at a lesson as grading will take it in, and make the file that is handed in.

    hand_in(name="ann")                # in a notebook: the lessons that were begun
    hand_in("01_tools", name="ann")    # one of them

A workspace of `scripts/learn.py` or any other folder will do in which the lessons' folders are.
What is found is found by grading's own intake: `intake`, `submitted_notebook` and `handed_out`.
"""

import json
import os
import re
import shlex
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from lesson_kit.manifest import Lesson, lessons
from lesson_kit.one_sentence import OneSentence
from lesson_kit.workspace import results
from lesson_kit.workspace.handed_out import (
    HandedOut,
    handed_out_in,
    name_of,
    restore,
    said_of_others,
)
from lesson_kit.workspace.intake import Bounds, LeftOut, read_file
from lesson_kit.workspace.new_version import copied
from lesson_kit.workspace.submitted_notebook import Unreadable, read_notebook
from lesson_kit.workspace.unsaved import unsaved
from lesson_kit.writing import write_whole

KIT = Path(__file__).resolve().parents[2]  # the folder of the lessons as they are handed out
FOLDER = "to_hand_in"
TIME = "%Y-%m-%d-%H-%M-%S"  # UTC
# What a file is called that is handed in, as `nbgrader zip_collect` reads it too:
# ann_01_tools.ipynb, ann_2027-01-31-18-00-00_01_tools.ipynb.
NAMED = (
    r".*/(?P<student_id>[^/]+?)_((?P<timestamp>\d{4}(-\d\d){5})_)?(?P<file_id>\d\d_[a-z]+)\.ipynb"
)
NO_FILE = "No file was made of it: mend this first."
# An id is part of paths, pages and tables, and nbgrader's pages and tables take it as it is.
GOOD_NAME = re.compile(r"\w([\w .@+-]{0,126}[\w.@+-])?")


class NotHandedIn(OneSentence):
    """Something that stands against making a file: one sentence says what, and the remedy."""


@dataclass(frozen=True)
class Look:
    """What grading would make of a lesson as it lies in the workspace."""

    lesson: Lesson
    data: bytes = field(default=b"", repr=False)
    unreadable: str = ""
    findings: tuple[str, ...] = ()  # what would not count: no file is made
    notes: tuple[str, ...] = ()  # what is not as it was handed out, and what grading makes of it
    not_written: tuple[str, ...] = ()  # exercises whose answer is as it was handed out
    not_passed: tuple[str, ...] = ()  # answered, and not known to pass
    outdated: bool = False  # the kit has another version than was copied to the workspace
    workspace: Path = Path()
    saved: float = 0.0  # when the file was, in seconds since 1970

    @property
    def whole(self) -> bool:
        """Tell whether it can be graded with all that is written in it."""
        return not self.unreadable and not self.findings

    @property
    def begun(self) -> bool:
        return bool(self.findings) or len(self.not_written) < len(self.lesson.exercises)

    @property
    def text(self) -> str:
        """What there is to say of it, in lines."""
        told = [self.unreadable] if self.unreadable else self.told_of_exercises()
        told += [f"{self.lesson.folder}.ipynb: {one}" for one in self.notes]
        told += self.findings
        if self.whole:
            there = "" if self.notes else ": every cell that counts is there"
            told.append(f"The file can be graded{there}.")
        if not self.unreadable:
            at = datetime.fromtimestamp(self.saved).strftime("%Y-%m-%d %H:%M:%S")
            told.append(
                f"It was saved last at {at}. What you have changed since is not in it: press "
                "Ctrl-S in that notebook."
            )
        if self.outdated:
            remedy = learn_command(f"--update {self.lesson.folder}", self.workspace)
            told.append(f"The kit has a new version of it: {remedy} moves your answers over.")
        return "\n".join(
            textwrap.fill(
                one, 83, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
            )
            for one in told
        )

    def told_of_exercises(self) -> list[str]:
        """Say how many exercises are written, and which are not, or are not known to pass."""
        all_of_them = len(self.lesson.exercises)
        count = all_of_them - len(self.not_written)
        if not count:
            return [f"{self.lesson.folder}: none of {all_of_them} exercises is written yet."]
        verb = "is" if count == 1 else "are"
        told = [f"{self.lesson.folder}: {count} of {all_of_them} exercises {verb} written."]
        for numbers, words in (
            (self.not_written, "Not written yet: {}."),
            (self.not_passed, "Written, and not known to pass: {}. Check before you hand in."),
        ):
            if numbers:
                told.append(words.format(", ".join(numbers)))
        return told

    def leads_to(self, file: str | Path) -> str:
        """Say which file is to be handed in, and what is not written in it."""
        left, all_of_them = len(self.not_written), len(self.lesson.exercises)
        if not left:
            return f"  Hand in {file}"
        return f"  As it is, with {left} of {all_of_them} exercises not written: hand in {file}"


def learn_command(options: str, workspace: Path) -> str:
    """Return the command that does something in a workspace, which it names where it must."""
    usual = workspace.resolve() == KIT.parent / "workspace"
    elsewhere = "" if usual else f" --workspace {shlex.quote(str(workspace))}"
    return f"`python3 scripts/learn.py {options}{elsewhere}`"


def look_at(lesson: Lesson, workspace: Path, kit: Path = KIT) -> Look:
    """Take a lesson of a workspace in as grading does, and return what was found."""
    file = f"{lesson.folder}.ipynb"
    path = workspace / lesson.folder / file
    try:
        data = read_file(path, Bounds.bytes)
        notebook, saved = read_notebook(data), path.stat().st_mtime
    except LeftOut as reason:
        return Look(lesson, unreadable=f"{path} would be left out: {reason}")
    except Unreadable as reason:
        remedy = learn_command(f"--reset {lesson.folder}", workspace)
        said = f"{path} cannot be read: {reason}. {remedy} keeps it and begins anew."
        return Look(lesson, unreadable=said)
    newest = (kit / lesson.folder / file).read_bytes()
    given = handed_out_in(json.loads(newest))
    missing, notes = restore(notebook, given)
    answers = {name_of(cell): cell.source for cell in notebook.cells}
    all_cells = handed_out_in(json.loads(newest), with_all=True)
    notes += said_of_others(read_notebook(data), all_cells)
    findings = [f"{file}: {one}" for one in missing.values()]
    if lost := [one.number for one in lesson.exercises if f"answer-{one.slug}" in missing]:
        remedy = learn_command(f"--reset {lost[0]}", workspace)
        findings.append(f"{remedy} gives its cells back.")
    if told := unsaved(workspace, path, answers):
        findings.append(told)
    written = [one.number for one in lesson.exercises if is_written(one.slug, answers, given)]
    found = {number: results.found_in(workspace, number) for number in written}
    return Look(
        lesson,
        data,
        findings=tuple(findings),
        notes=tuple(notes),
        not_written=tuple(number for number in lesson.numbers if number not in written),
        not_passed=tuple(number for number, one in found.items() if not one or not one.passed),
        outdated=copied(workspace, Path(lesson.folder, file)) not in (None, newest),
        workspace=workspace,
        saved=saved,
    )


def is_written(slug: str, answers: dict[str, str], given: dict[str, HandedOut]) -> bool:
    """Tell whether an exercise's answer is another than its stub."""
    name = f"answer-{slug}"
    return name in answers and answers[name].strip() != given[name].source.strip()


def begun_in(workspace: Path, kit: Path = KIT) -> list[Look]:
    """Look at the lessons in which something is answered, or is not as it was handed out."""
    looks = [look_at(one, workspace, kit) for one in lessons_in(workspace)]
    return [look for look in looks if look.begun]


def lessons_in(folder: Path) -> list[Lesson]:
    """Return the lessons that have a folder in this one."""
    return [one for one in lessons() if (folder / one.folder).exists()]


def file_to_hand_in(look: Look, name: str, workspace: Path) -> Path:
    """Write what is handed in under a name that says whose it is; return where it is.

    What was written before and is the same stays as it is.
    """
    folder, lesson = workspace / FOLDER, look.lesson.folder
    made = f"{name}_{datetime.now(UTC).strftime(TIME)}_{lesson}.ipynb"
    told = re.fullmatch(NAMED, f"/{made}")
    if not GOOD_NAME.fullmatch(name) or told is None or told["student_id"] != name:
        raise NotHandedIn(
            f"{name!r} cannot be part of a file's name: letters, digits and . _ - + @ can. Give "
            f"the id by which your instructor knows you."
        )
    before = sorted(folder.glob(f"*_{lesson}.ipynb"))
    of_name = [one for one in before if owner_of(one) == name]
    if of_name and of_name[-1].read_bytes() == look.data:
        return of_name[-1]
    folder.mkdir(exist_ok=True)
    write_whole(folder / made, look.data)
    return folder / made


def owner_of(path: Path) -> str:
    """Return whose file this is by its name; "" where that does not say."""
    told = re.fullmatch(NAMED, f"/{path.name}")
    return told["student_id"] if told else ""


def hand_in(lesson: str = "", name: str = "") -> None:
    """Say what grading would make of your lessons, and with your name make the files to hand in.

    Without a lesson, such as "01_tools", all that you have begun are taken.
    """
    workspace = folder_here()
    if workspace is None:
        raise NotHandedIn(
            "This notebook is neither in a lesson's folder nor beside one: `python3 "
            "scripts/hand_in.py --workspace FOLDER` in a terminal does the same."
        )
    looks = looks_at([lesson] if lesson else [], workspace)
    for look in looks:
        print(look.text)
        if name and look.whole:
            made = file_to_hand_in(look, name, workspace)
            where = made.relative_to(workspace)
            print(f"{look.leads_to(where)}: right-click it, and Download.")
        elif name:
            print(f"  {NO_FILE}")
    if not name:
        print(
            '\nFor the files to hand in: write your name into hand_in(name="…"), and run it again.'
        )


def folder_here() -> Path | None:
    """Return the workspace, else the folder with lessons around this notebook; None for none."""
    if "NBGRADER_EXECUTION" in os.environ:
        return None
    around = (one for one in (Path.cwd(), Path.cwd().parent) if lessons_in(one))
    return results.workspace() or next(around, None)


def looks_at(wanted: Iterable[str], workspace: Path) -> list[Look]:
    """Look at the lessons of these names, else at those begun; raise NotHandedIn for no lesson."""
    known = {one.folder: one for one in lessons()}
    for one in wanted:
        if one not in known:
            raise NotHandedIn(f"There is no lesson {one!r}. The lessons are: {', '.join(known)}.")
    there = {one.folder for one in lessons_in(workspace)}
    missing = [one for one in wanted if one not in there] or ([] if there else ["01_tools"])
    if missing:
        raise NotHandedIn(
            f"There is no folder {missing[0]} in {workspace}. `python3 scripts/hand_in.py "
            "--workspace FOLDER` looks in another."
        )
    looks = [look_at(known[one], workspace) for one in wanted] or begun_in(workspace)
    if not looks:
        raise NotHandedIn("No exercise is answered yet in a notebook that was saved.")
    return looks
