"""Each submission's report, kept as data beside the gradebook, which knows numbers only.

A file `reports/<lesson>/<learner>.json` in the course's folder holds what every check found, and of
what that was made: the digest of what was handed in, of what judged it, and of the course's secret.
"""

import contextlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from lesson_kit.judging.raised_cells import BEFORE, FROM_BEFORE
from nbgrader.utils import is_grade

from checks.grading.report import DIGEST, STATE, TOOK_LONGER, state_of
from checks.grading.seeds import kit_version
from checks.grading.work_folder import write_in_place

FOLDER = "reports"  # in the course's folder, ignored by git
# What is said of a submission that has no score, or not the whole of one.
NOT_HANDED_IN = "not handed in"
NOT_GRADED = "not graded"
UNREADABLE = "unreadable"
NOT_JUDGED = "not judged"
OVER_BUDGET = "over budget"


@dataclass
class Record:
    """What became of one submission, and of what."""

    learner: str
    lesson: str
    digest: str = ""  # of what was handed in
    judged_by: str = ""  # see seeds.judged_by
    kit: str = ""
    secret: str = ""  # a fingerprint of the course's
    unreadable: str = ""
    left_out: list[str] = field(default_factory=list)
    exercises: list[dict] = field(default_factory=list)  # the reports' data
    seconds: dict[str, float] = field(default_factory=dict)  # by phase
    log: str = ""

    @property
    def points(self) -> int:
        return sum(one["points"] for one in self.exercises)

    @property
    def most(self) -> int:
        return sum(one["most"] for one in self.exercises)

    @property
    def not_judged(self) -> list[str]:
        """Return the exercises of which something was not judged."""
        return [one["exercise"] for one in self.exercises if one["not_judged"]]

    @property
    def look(self) -> tuple[str, str]:
        """Return what keeps a person's look due, and why; ("", "") where nothing does."""
        if self.unreadable:
            return UNREADABLE, self.unreadable
        if not self.not_judged:
            return "", ""
        said = [
            text
            for exercise in self.exercises
            for text in (exercise["note"], *(one["meaning"] for one in exercise["results"]))
            if exercise["not_judged"] and text
        ]
        numbers = ", ".join(self.not_judged)
        if any(TOOK_LONGER in text for text in said):
            return OVER_BUDGET, numbers
        return NOT_JUDGED, numbers + (f" ({said[0]})" if said else "")

    @property
    def first_failed(self) -> str:
        """Return the first check that failed, and why; "" where none did."""
        for exercise in self.exercises:
            for one in exercise["results"]:
                if one["state"] == "failed":
                    why = exercise["cause"].removesuffix(BEFORE).removeprefix(FROM_BEFORE).strip()
                    why = why or one["meaning"]
                    return f"{exercise['exercise']} {one['sentence']}: {why or one['got']}"
        return ""

    @property
    def carried_forward(self) -> list[str]:
        """Return the exercises of which a check counts since it builds on what is not right."""
        return [
            one["exercise"]
            for one in self.exercises
            if any(result["carried"] for result in one["results"])
        ]

    @property
    def checks(self) -> dict[tuple[str, str], dict]:
        """Return what each check found, by exercise and name."""
        return {
            (one["exercise"], result["check"]): result
            for one in self.exercises
            for result in one["results"]
        }

    def add(self, notebook) -> None:
        """Add what a graded notebook says."""
        known = notebook.metadata.get(STATE, {})
        self.digest = known.get(DIGEST, self.digest)
        self.unreadable = known.get("unreadable", self.unreadable)
        self.left_out += known.get("left_out", [])
        self.kit = kit_version()
        states = [state_of(cell) for cell in notebook.cells if is_grade(cell)]
        self.exercises += [state for state in states if state]


def path_of(course: Path, lesson: str, learner: str) -> Path:
    return course / FOLDER / lesson / f"{learner}.json"


def keep(course: Path, record: Record, work: Path) -> None:
    """Write a record, whole or not at all."""
    path = path_of(course, record.lesson, record.learner)
    write_in_place(path, json.dumps(asdict(record), ensure_ascii=False, indent=1), work)


def record_of(course: Path, lesson: str, learner: str) -> Record | None:
    """Return what is kept of a submission; None where nothing is that can be read."""
    with contextlib.suppress(OSError, ValueError, TypeError):
        return Record(**json.loads(path_of(course, lesson, learner).read_text("utf-8")))
    return None


def records(course: Path) -> Iterator[Record]:
    """Return what is kept of all submissions, by lesson and learner."""
    for path in sorted((course / FOLDER).glob("*/*.json")):
        found = record_of(course, path.parent.name, path.stem)
        if found is not None:
            yield found
