"""Put a new version of a lesson in the place of an edited one, with the learner's answers in it.

Cells keep their names from one version to the next. What the kit has not changed stays as the
learner has it, and what it has changed is taken from the kit. So an answer moves where its stub is
the same as before; a learner's own cells stay behind the cell that they stood behind.
"""

import json
import uuid
from pathlib import Path
from typing import NamedTuple

from lesson_kit.manifest import Lesson
from lesson_kit.workspace import results
from lesson_kit.workspace.learners_notebook import LearnersNotebook
from lesson_kit.workspace.new_version import GIVEN, copied, new_name, read, write
from lesson_kit.workspace.submitted_notebook import proper
from lesson_kit.writing import copy_beside, write_whole

LEARNERS = ("source", "outputs", "execution_count")  # of a cell that stays as the learner has it


class Moved(NamedTuple):
    """Where the learner's version is, and what became of each exercise that they have answered."""

    kept: Path | None = None  # None where theirs is the kit's newest
    moved: tuple[str, ...] = ()
    check_again: tuple[str, ...] = ()  # moved, and the kit has changed what is asked
    not_moved: tuple[str, ...] = ()  # their stub is another one

    @property
    def told(self) -> list[str]:
        """Say what became of the learner's answers."""
        changed = "Your answers are in it, and what is asked has changed: {}. Check anew."
        said = (
            (self.moved, "Your answers are in it: {}."),
            (self.check_again, changed),
            (self.not_moved, "What you start from has changed, so your answer stays there: {}."),
        )
        return [words.format(", ".join(numbers)) for numbers, words in said if numbers]


def move_answers(lesson: Lesson, lessons: Path, workspace: Path) -> Moved:
    """Bring a lesson of a workspace up to date; raise WorkspaceError where it cannot be read."""
    relative = Path(lesson.folder, f"{lesson.folder}.ipynb")
    new, before = (lessons / relative).read_bytes(), copied(workspace, relative)
    if new == before:
        return Moved()
    fresh = json.loads(new)
    mine = LearnersNotebook(workspace / relative, json.loads(before) if before else fresh)
    cells = [json.loads(text) for text in mine.text.cells]
    theirs = {name: cells[index] for name, index in mine.places.items()}
    old = sources_of(json.loads(before)) if before else same_stubs(theirs, fresh)
    changed = {name for name, source in sources_of(fresh).items() if old.get(name) != source}
    names = {index: name for name, index in mine.places.items()}
    merged = proper(fresh | {"cells": merge(fresh["cells"], cells, names, changed)})
    kept = copy_beside(mine.path)
    write_whole(mine.path, json.dumps(merged, indent=1, ensure_ascii=False, sort_keys=True) + "\n")
    write(workspace / GIVEN / "copied" / relative, new)
    if read(beside := workspace / new_name(relative)) == new:
        beside.unlink()
    became: dict[str, list[str]] = {"moved": [], "check_again": [], "not_moved": []}
    for one in lesson.exercises:
        answer, asked = f"answer-{one.slug}", {f"ex-{one.slug}", f"check-{one.slug}"}
        if changed & {answer, *asked}:
            results.forget(workspace, [one.number])
        if answer not in theirs or text_of(theirs[answer]) == old.get(answer):
            continue
        if answer in changed:
            became["not_moved"].append(one.number)
        else:
            became["check_again" if changed & asked else "moved"].append(one.number)
    return Moved(kept, **{name: tuple(numbers) for name, numbers in became.items()})


def merge(fresh: list[dict], cells: list[dict], names: dict[int, str], changed: set) -> list[dict]:
    """Return the new version's cells with what the learner has, where the kit has not changed it.

    `names` says which of the learner's `cells` are the lesson's; the others follow their neighbour.
    """
    known = {cell["id"] for cell in fresh}
    theirs: dict[str, dict] = {}
    own: dict[str, list[dict]] = {}  # by the cell that they stand behind; "" for the first
    behind = ""
    for index, cell in enumerate(cells):
        name = names.get(index)
        if name is None:
            fits = cell.get("id") and cell["id"] not in known
            named = cell if fits else cell | {"id": uuid.uuid4().hex[:8]}
            own.setdefault(behind, []).append(named)
        elif name in known:
            theirs[name], behind = cell, name
    merged = own.get("", [])
    for cell in fresh:
        name = cell["id"]
        if name in theirs and name not in changed:
            cell = cell | {one: theirs[name][one] for one in LEARNERS if one in theirs[name]}
        merged += [cell, *own.get(name, [])]
    return merged


def sources_of(notebook: dict) -> dict[str, str]:
    """Return what the cells of a lesson say, by their names."""
    return {cell["id"]: text_of(cell) for cell in notebook["cells"]}


def same_stubs(theirs: dict[str, dict], fresh: dict) -> dict[str, str]:
    """Return the stubs of the new version that were the learner's, by nbgrader's checksums.

    That is all that is known of an older version where it was not kept.
    """

    def checksum(cell: dict) -> str | None:
        told = cell["metadata"].get("nbgrader", {})
        return told.get("checksum") if told.get("solution") else None

    return {
        cell["id"]: text_of(cell)
        for cell in fresh["cells"]
        if cell["id"] in theirs
        and checksum(cell)
        and checksum(cell) == checksum(theirs[cell["id"]])
    }


def text_of(cell: dict) -> str:
    """Return what a cell says."""
    return "".join(cell["source"])
