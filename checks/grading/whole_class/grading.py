"""Grade what is due of a class: judged by workers, recorded here, one submission at a time."""

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from checks.grading.autograde import SafeAutograde
from checks.grading.records import Record
from checks.grading.seeds import fingerprint_of_secret
from checks.grading.submission import Judged, Submission
from checks.grading.whole_class.due import Due
from checks.grading.whole_class.judged_before import JudgedBefore
from checks.grading.whole_class.scheduling import Job, Scheduling
from checks.grading.work_folder import NAME

try:
    import fcntl
except ImportError:  # Windows: nothing keeps two from one course there
    fcntl = None


class Busy(Exception):
    """Somebody else grades this course at the moment."""


@dataclass
class Graded:
    """What came of a submission that was due: what is kept of it, or why nothing is."""

    due: Due
    record: Record | None = None
    problem: str = ""


class ClassGrading:
    """The grading of a course's submissions, some at a time."""

    def __init__(self, converter: SafeAutograde, scheduling: Scheduling):
        self.converter, self.scheduling = converter, scheduling
        made_of = fingerprint_of_secret(converter.secret)
        self.before = JudgedBefore(Path(converter.coursedir.root), converter.work, made_of)

    def judged(self, dues: Iterable[Due]) -> Iterator[tuple[Due, Submission, Judged]]:
        """Yield the verdict on each submission as it comes."""
        named = {one.name: one for one in dues}
        jobs = (
            Job(name, partial(self.converter.submission, one.lesson, one.learner))
            for name, one in named.items()
        )
        for outcome in self.scheduling.run(jobs):
            judged = outcome.result or Judged(problem=outcome.problem)
            yield named[outcome.job.name], outcome.payload, judged

    def grade(self, dues: Iterable[Due]) -> Iterator[Graded]:
        """Grade and record; yield what came of each."""
        for one, submission, judged in self.judged(dues):
            yield self.record(one, submission, judged)

    def record(self, one: Due, submission: Submission, judged: Judged) -> Graded:
        """Write what was judged into the gradebook, and put it in its place."""
        if judged.problem:
            return Graded(one, problem=judged.problem)
        self.converter.coursedir.assignment_id = one.lesson
        self.converter.coursedir.student_id = one.learner
        self.converter.put_back(submission, judged)
        self.before.remove(one.lesson, one.learner)
        return Graded(one, self.converter.record)

    def judge_again(self, dues: Iterable[Due]) -> Iterator[Graded]:
        """Judge, and keep the verdicts unrecorded; yield what a record of each would be."""
        fresh = []
        for one in dues:
            if self.before.find(one.lesson, one.learner, one.digest) is None:
                fresh.append(one)
            else:
                yield self.would_be(one)
        for one, submission, judged in self.judged(fresh):
            if judged.problem:
                yield Graded(one, problem=judged.problem)
            else:
                self.before.keep(submission, judged)
                yield self.would_be(one, submission, judged)

    def would_be(self, one: Due, submission=None, judged=None) -> Graded:
        submission = submission or self.converter.submission(one.lesson, one.learner)
        judged = judged or self.before.find(one.lesson, one.learner, submission.digest)
        if judged is None:
            return Graded(one, problem="It was handed in anew meanwhile: grade again.")
        return Graded(one, self.converter.record_of(submission, judged))

    def record_again(self, one: Due) -> Graded:
        """Record a verdict that was kept."""
        submission = self.converter.submission(one.lesson, one.learner)
        judged = self.before.find(one.lesson, one.learner, submission.digest)
        if judged is None:
            return Graded(one, problem="It was handed in anew meanwhile: grade again.")
        return self.record(one, submission, judged)


@contextlib.contextmanager
def alone_in(course: Path) -> Iterator[None]:
    """Grade a course alone; raise Busy where another process is at it."""
    (course / NAME).mkdir(exist_ok=True)
    with open(course / NAME / "class.lock", "w") as lock:
        try:
            if fcntl:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Busy(f"Another grade.py is at work in {course}: wait until it ends.") from None
        yield
