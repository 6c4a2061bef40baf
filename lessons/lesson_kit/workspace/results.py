"""Keep in the workspace what the checks of a notebook found.

A workspace is made by `scripts/learn.py`, which names it in LESSON_WORKSPACE. Each exercise has a
file of its own in `.progress/`, written whole, so that neither an interrupted write nor two
notebooks at once can lose another's. Where no workspace is named, nothing is kept; nor where
nbgrader runs the notebook.
"""

import hashlib
import json
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lesson_kit.writing import write_whole

WORKSPACE = "LESSON_WORKSPACE"
FOLDER = ".progress"


@dataclass(frozen=True)
class Found:
    """What the last check of an exercise found: its points of how many, and when."""

    points: int
    most: int
    at: float = 0.0  # seconds since 1970
    answer: str = ""  # which answer it was, as `digest_of` says; "" where that is not known
    ran: float = 0.0  # when the answer's cell ran

    @property
    def passed(self) -> bool:
        return self.points == self.most > 0


def workspace() -> Path | None:
    """Return the workspace that checks report to; None where there is none."""
    named = os.environ.get(WORKSPACE, "")
    if not named or "NBGRADER_EXECUTION" in os.environ or not Path(named).is_dir():
        return None
    return Path(named)


def record(
    folder: Path, number: str, points: int, most: int, answer: str = "", ran: float = 0.0
) -> None:
    """Keep what a check of an exercise has just found; raise OSError where that fails."""
    place = folder / FOLDER
    place.mkdir(exist_ok=True)
    told = {"points": points, "most": most, "at": time.time()}
    if answer:
        told |= {"answer": digest_of(answer), "ran": ran}
    write_whole(place / f"{number}.json", json.dumps(told) + "\n")


def found_in(folder: Path, number: str) -> Found | None:
    """Return what the last check of an exercise found; None where none is known."""
    try:
        told = json.loads((folder / FOLDER / f"{number}.json").read_text(encoding="utf-8"))
        judged = str(told.get("answer", "")), float(told.get("ran", 0))
        return Found(int(told["points"]), int(told["most"]), float(told["at"]), *judged)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None  # never checked, or a file that somebody changed: a check writes it anew


def forget(folder: Path, numbers: Iterable[str]) -> None:
    """Drop what checks found in exercises that begin anew."""
    for number in numbers:
        (folder / FOLDER / f"{number}.json").unlink(missing_ok=True)


def digest_of(source: str) -> str:
    """Return a hash by which a cell's text is known again."""
    return hashlib.sha256(source.strip().encode(errors="replace")).hexdigest()
