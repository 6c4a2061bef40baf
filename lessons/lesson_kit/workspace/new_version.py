"""Bring what is new in the kit to a workspace: beside what a learner has edited, never over it.

`.given/copied` holds each file as the kit gave it, so that both the learner's changes and the
kit's are known by content; `.given/offered` what was put beside an edited one, which is done once.
It needs nothing but the standard library: a reset of a lesson works before anything is set up.
"""

import contextlib
import json
from pathlib import Path

from lesson_kit.one_sentence import OneSentence
from lesson_kit.writing import copy_beside, move_beside, write_whole

GIVEN = ".given"
COPIED, LEFT, REPLACED, OFFERED = "copied", "as you left them", "brought up to date", "offered"


class Damaged(OneSentence):
    """A lesson of the kit that is no notebook: a copy of it would stay so."""


def bring(lessons: Path, workspace: Path, relative: Path) -> str:
    """Bring one file of the lessons to a workspace; return which of the four became of it."""
    target, new = workspace / relative, (lessons / relative).read_bytes()
    before, offered = copied(workspace, relative), read(workspace / GIVEN / "offered" / relative)
    if target.exists() and new in (before, offered):
        return LEFT
    if relative.suffix == ".ipynb" and not cells_in(new):
        shown = (lessons / relative).relative_to(lessons.parent)
        raise Damaged(
            f"{shown} is damaged. Bring it back with `git checkout -- {shown}`, then start again."
        )
    outcome = COPIED
    if target.exists():
        mine = target.read_bytes()
        if mine == new or (before is None and cells_in(new) <= cells_in(mine)):
            write(workspace / GIVEN / "copied" / relative, new)
            return LEFT
        unedited = mine == before or (before and same_sources(mine, before))
        outcome = REPLACED if unedited else OFFERED
    if outcome == OFFERED:
        beside = workspace / new_name(relative)
        if beside.exists() and beside.read_bytes() != offered:
            move_beside(beside)
        write(beside, new)
        write(workspace / GIVEN / "offered" / relative, new)
        return outcome
    if outcome == REPLACED and mine != before:
        copy_beside(target)  # the learner changed no cell, but ran them: what came of it is kept
    write(target, new)
    write(workspace / GIVEN / "copied" / relative, new)
    return outcome


def new_name(relative: Path) -> Path:
    """Return the name under which a new version is put beside an edited one."""
    return relative.with_name(f"{relative.stem}.new-version{relative.suffix}")


def given_text(lessons: Path, workspace: Path, relative: Path) -> str:
    """Return a lesson's notebook as it was given to this workspace, as far as that is known."""
    known = copied(workspace, relative)
    return (known or (lessons / relative).read_bytes()).decode("utf-8")


def copied(workspace: Path, relative: Path) -> bytes | None:
    """Return a file as it was copied to a workspace; None where that is not known."""
    return read(workspace / GIVEN / "copied" / relative)


def read(path: Path) -> bytes | None:
    """Return what a file holds; None where there is none."""
    with contextlib.suppress(FileNotFoundError):
        return path.read_bytes()


def write(path: Path, data: bytes) -> None:
    """Write a file whole, into a folder that is made where it is not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, data)


def cells_in(data: bytes) -> set[tuple[str, str]]:
    """Return what a notebook's cells say, each with its kind; answers not, which learners write."""
    try:
        return {
            (cell["cell_type"], "".join(cell["source"]))
            for cell in json.loads(data)["cells"]
            if not cell["metadata"].get("nbgrader", {}).get("solution")
        }
    except (ValueError, LookupError, TypeError, AttributeError):
        return set()


def same_sources(one: bytes, other: bytes) -> bool:
    """Tell whether two notebooks have the same cells, whatever came of running them."""
    try:
        told = [
            [(cell["cell_type"], "".join(cell["source"])) for cell in json.loads(data)["cells"]]
            for data in (one, other)
        ]
    except (ValueError, LookupError, TypeError):
        return False
    return told[0] == told[1]
