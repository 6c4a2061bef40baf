"""Verdicts that were made and not recorded yet: a preview's, and those of a run that was stopped.

Each is a file in the course's `.grading` folder that names what it was made of. One that was made
of anything else than what there is now is of no use.
"""

import contextlib
import json
from dataclasses import asdict
from pathlib import Path

from checks.grading.seeds import judged_by
from checks.grading.submission import Judged, Submission
from checks.grading.work_folder import NAME, write_in_place

FOLDER = "judged"


class JudgedBefore:
    """The verdicts of a course that wait to be recorded."""

    def __init__(self, course: Path, work: Path, secret: str):
        self.folder, self.work, self.secret = course / NAME / FOLDER, work, secret

    def path(self, lesson: str, learner: str) -> Path:
        return self.folder / lesson / f"{learner}.json"

    def made_of(self, lesson: str, digest: str) -> list[str]:
        return [digest, judged_by(lesson), self.secret]

    def keep(self, submission: Submission, judged: Judged) -> None:
        """Keep a verdict."""
        path = self.path(submission.assignment, submission.learner)
        kept = asdict(judged)
        kept["notebooks"] = {name: data.decode() for name, data in judged.notebooks.items()}
        kept["made_of"] = self.made_of(submission.assignment, submission.digest)
        write_in_place(path, json.dumps(kept), self.work)

    def find(self, lesson: str, learner: str, digest: str) -> Judged | None:
        """Return the verdict on a submission as it is now, by the checks as they are now."""
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            kept = json.loads(self.path(lesson, learner).read_text("utf-8"))
            if kept.pop("made_of") == self.made_of(lesson, digest):
                notebooks = {name: text.encode() for name, text in kept.pop("notebooks").items()}
                return Judged(notebooks, **kept)
        return None

    def remove(self, lesson: str, learner: str) -> None:
        self.path(lesson, learner).unlink(missing_ok=True)
