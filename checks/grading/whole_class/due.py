"""Which submissions of a class are to be graded, and why."""

from dataclasses import dataclass
from pathlib import Path

from checks.grading.autograde import SafeAutograde, is_complete
from checks.grading.records import Record, record_of
from checks.grading.seeds import fingerprint_of_secret, judged_by

NEW = "not graded yet"
LEFT = "left half graded"
CHANGED = "handed in anew"
CHECKS = "checks or kit changed"
SECRET = "the course's secret changed"
UNKNOWN = "graded before reports were kept"
ASKED = "asked for"
AGAIN = (CHECKS, SECRET, UNKNOWN, ASKED)  # the same work once more: what changes is shown first


@dataclass(frozen=True)
class Due:
    """A submission that is to be graded, why, and what was found when it was graded last."""

    learner: str
    lesson: str
    why: str
    digest: str
    before: Record | None = None

    @property
    def name(self) -> str:
        return f"{self.learner} {self.lesson}"

    @property
    def is_again(self) -> bool:
        return self.why in AGAIN


class NothingThere(Exception):
    """There is nothing of that name to grade: one sentence that says so."""


def handed_in(converter: SafeAutograde, lessons: list[str], learners: list[str]) -> list[tuple]:
    """Return lesson and learner of each submission that is asked for; no learner means all."""
    found, excluded = [], converter.coursedir.student_id_exclude.split(",")
    for lesson in lessons:
        names = converter.learners_of(lesson, "*")
        found += [(lesson, one) for one in sorted(names) if one not in excluded]
    known = {learner for _, learner in found}
    for learner in learners:
        if learner not in known:
            raise NothingThere(
                f"{learner} handed in nothing that is asked for: there is no folder "
                f"'{converter.submitted(lessons[0], learner)}', and none of the other lessons."
            )
    return [one for one in found if not learners or one[1] in learners]


def due(converter: SafeAutograde, submissions: list[tuple], again: bool) -> list[Due]:
    """Return the submissions that were not graded as they are, by the checks as they are."""
    found = []
    for lesson, learner in submissions:
        digest = converter.take_in(lesson, learner).digest
        before = record_of(Path(converter.coursedir.root), lesson, learner)
        why = why_due(converter, lesson, learner, digest, before) or (ASKED if again else "")
        if why:
            found.append(Due(learner, lesson, why, digest, before))
    return found


def why_due(converter: SafeAutograde, lesson: str, learner: str, digest: str, before) -> str:
    """Return why a submission is to be graded, "" where it is not."""
    if converter.unfinished.has(lesson, learner):
        return LEFT
    if not is_complete(converter.result(lesson, learner)):
        return NEW
    if before is None:
        return UNKNOWN
    if before.digest != digest:
        return CHANGED
    if before.judged_by != judged_by(lesson):
        return CHECKS
    if before.secret != fingerprint_of_secret(converter.secret):
        return SECRET
    return ""
