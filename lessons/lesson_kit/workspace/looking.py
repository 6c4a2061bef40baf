"""Look at a lesson of a workspace as grading will take it in, and say what was found.

It is found by grading's own intake: `intake`, `submitted_notebook` and `handed_out`.
"""

import ast
import json
import shlex
import textwrap
import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from IPython.core.inputtransformer2 import TransformerManager

from lesson_kit.manifest import Lesson
from lesson_kit.workspace import results
from lesson_kit.workspace.answer_names import KIT, defined_in
from lesson_kit.workspace.handed_out import (
    HandedOut,
    forget_claims,
    handed_out_in,
    name_of,
    restore,
    said_of_others,
)
from lesson_kit.workspace.intake import Bounds, LeftOut, read_file
from lesson_kit.workspace.new_version import copied
from lesson_kit.workspace.submitted_notebook import Unreadable, read_notebook
from lesson_kit.workspace.unsaved import changed, unsaved

JUST_NOW = 60  # seconds since a save
AWAITS = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT


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
    changed: tuple[str, ...] = ()  # of those, what passed as another answer than is saved
    torn: dict[str, str] = field(default_factory=dict)  # the piece that counts as the answer
    unsaved: bool = False  # something that was checked is not in the file
    outdated: bool = False  # the kit has another version than was copied to the workspace
    workspace: Path = Path()
    saved: float = 0.0  # when the file was, in seconds since 1970

    @property
    def whole(self) -> bool:
        """Tell whether it can be graded with all that is written in it."""
        return not self.unreadable and not self.findings

    @property
    def just_saved(self) -> bool:
        return 0 <= time.time() - self.saved < JUST_NOW

    @property
    def begun(self) -> bool:
        return bool(self.findings) or len(self.not_written) < len(self.lesson.exercises)

    @property
    def text(self) -> str:
        """What there is to say of it, in lines."""
        told = [self.unreadable] if self.unreadable else self.told_of_exercises()
        told += [f"{self.lesson.folder}.ipynb: {one}" for one in self.notes]
        told += self.findings
        if self.whole and not self.torn:
            there = "" if self.notes else ": every cell that counts is there"
            told.append(f"The file can be graded{there}.")
        if not self.unreadable:
            at = datetime.fromtimestamp(self.saved).strftime("%Y-%m-%d %H:%M:%S")
            told.append(f"It was saved {'just now' if self.just_saved else 'last'}, at {at}.")
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
        count = all_of_them - len(self.not_written) - len(self.torn)
        where = f"{self.lesson.folder}:{' in the file as it was saved,' * self.unsaved}"
        if not count and not self.torn:
            return [f"{where} none of {all_of_them} exercises is written yet."]
        verb = "is" if count == 1 else "are"
        told = [
            f"{where} the answer to {number} is in pieces. Grading takes the last for it, which "
            f"says: {piece}"
            for number, piece in self.torn.items()
        ]
        told.append(f"{where} {count} of {all_of_them} exercises {verb} written.")
        unknown = [one for one in self.not_passed if one not in (*self.changed, *self.torn)]
        for numbers, words in (
            (self.not_written, "Not written yet: {}."),
            (
                self.changed,
                "Not as you have checked it, and so not known to pass: {}. Run its cell, and check "
                "it again before you hand in.",
            ),
            (unknown, "Written, and not known to pass: {}. Check before you hand in."),
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
    others = said_of_others(read_notebook(data), all_cells)
    notes += others
    findings = [f"{file}: {one}" for one in missing.values()]
    remedy = learn_command(f"--missing {lesson.folder}", workspace)
    if missing:
        findings.append(f"{remedy} puts back what is missing, as it was handed out.")
    elif others:
        notes.append(f"{remedy} puts back what is missing, and changes no other cell.")
    told = unsaved(workspace, path, answers)
    findings += filter(None, [told])
    spare = set(forget_claims(read_notebook(data), all_cells).values())
    twice = [one for one in lesson.exercises if f"answer-{one.slug}" in spare]
    notes += [
        f"To mend {one.number}: delete the copy, or select the pieces and choose Edit > Merge "
        f"Selected Cells; then save. Or {learn_command(f'--reset {one.number}', workspace)} gives "
        "its cells back as they were handed out, and keeps yours in a file beside the notebook."
        for one in twice
    ]
    written = [one.number for one in lesson.exercises if is_written(one.slug, answers, given)]
    found = {number: results.found_in(workspace, number) for number in written}
    since = tuple(number for number in changed(workspace, lesson) if number in written)
    known = [one for one in written if found[one] and found[one].passed and one not in since]
    return Look(
        lesson,
        data,
        findings=tuple(findings),
        notes=tuple(notes),
        not_written=tuple(number for number in lesson.numbers if number not in written),
        not_passed=tuple(number for number in written if number not in known),
        changed=since,
        torn={
            one.number: first_line(answers[f"answer-{one.slug}"])
            for one in twice
            if one.number in written
            and is_torn(answers[f"answer-{one.slug}"], given[f"answer-{one.slug}"])
        },
        unsaved=bool(told),
        outdated=copied(workspace, Path(lesson.folder, file)) not in (None, newest),
        workspace=workspace,
        saved=saved,
    )


def is_written(slug: str, answers: dict[str, str], given: dict[str, HandedOut]) -> bool:
    """Tell whether an exercise's answer is another than its stub."""
    name = f"answer-{slug}"
    return name in answers and answers[name].strip() != given[name].source.strip()


def is_torn(source: str, given: HandedOut) -> bool:
    """Tell of the last of an answer's cells whether it is a piece: no code, or without its name."""
    try:
        compile(TransformerManager().transform_cell(source), "answer", "exec", AWAITS)
    except (SyntaxError, ValueError):
        return True
    return not given.defines <= defined_in(source)


def first_line(source: str) -> str:
    return f"`{source.strip().splitlines()[0][:60]}`" if source.strip() else "nothing"


def said_of_saving(looks: list[Look]) -> str:
    """Return what there is to say once of files that were not saved a moment ago; "" of others."""
    if all(one.just_saved or one.unreadable for one in looks):
        return ""
    return "What you have changed since a save is not in the file: press Ctrl-S in that notebook."
