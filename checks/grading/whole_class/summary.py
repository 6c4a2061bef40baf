"""What a class looks like once graded: scores, what needs a look and why, what failed most."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, median

from nbgrader.api import Gradebook

from checks.grading.autograde import SafeAutograde
from checks.grading.exercises import title_of
from checks.grading.records import NOT_GRADED, NOT_HANDED_IN, Record, record_of
from checks.grading.whole_class.items import items

MOST_NAMED = 8  # learners of one line


@dataclass
class LessonScores:
    """The scores of a lesson, as the gradebook has them: marks given by hand count."""

    lesson: str
    most: float
    scores: list[float]

    @property
    def mean(self) -> float:
        return mean(self.scores) if self.scores else 0.0

    @property
    def median(self) -> float:
        return median(self.scores) if self.scores else 0.0

    def tenths(self) -> list[int]:
        """Return how many got up to a tenth of the points, up to two, and so on."""
        counts = [0] * 10
        for score in self.scores:
            share = score / self.most if self.most else 0
            counts[min(9, max(0, int(share * 10)))] += 1
        return counts


@dataclass
class Look:
    """What a person should look at, of whom, and why."""

    lesson: str
    why: str
    learners: list[str] = field(default_factory=list)

    @property
    def names(self) -> str:
        more = len(self.learners) - MOST_NAMED
        return ", ".join(self.learners[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


@dataclass
class Failed:
    """How often an exercise, or a single check, was failed by those who were judged."""

    name: str
    failed: int
    judged: int
    finding: str = ""  # the most frequent one

    @property
    def share(self) -> float:
        return self.failed / self.judged if self.judged else 0.0


@dataclass
class Summary:
    """All that is said of a class at the end."""

    scores: list[LessonScores]
    looks: list[Look]
    exercises: list[Failed]
    checks: list[Failed]
    records: list[Record]


def summary_of(
    converter: SafeAutograde, lessons: list[str], submissions: list[tuple], problems: dict
) -> Summary:
    """Return what is said of these lessons and submissions of a course."""
    kept = [record_of(Path(converter.coursedir.root), *one) for one in submissions]
    records = [one for one in kept if one is not None]
    with Gradebook(converter.coursedir.db_url, converter.coursedir.course_id) as gradebook:
        roster = {student.id for student in gradebook.students}
        made = scores(gradebook, lessons)
    looks = to_look_at(records, submissions, problems, roster)
    return Summary(made, looks, exercises_failed(records), checks_failed(records), records)


def scores(gradebook: Gradebook, lessons: list[str]) -> list[LessonScores]:
    """Return the scores of each lesson that somebody was graded in."""
    found = []
    for lesson in lessons:
        assignment = gradebook.find_assignment(lesson)
        got = [one["score"] for one in gradebook.submission_dicts(lesson)]
        if got:
            found.append(LessonScores(lesson, float(assignment.max_score), got))
    return found


def to_look_at(
    records: list[Record], submissions: list[tuple], problems: dict[tuple, str], roster: set[str]
) -> list[Look]:
    """Return what needs a person's look: of each lesson, why, and whom it is about."""
    looks: dict[tuple[str, str], Look] = {}

    def add(lesson: str, why: str, learner: str) -> None:
        looks.setdefault((lesson, why), Look(lesson, why)).learners.append(learner)

    handed_in = defaultdict(set)
    for lesson, learner in submissions:
        handed_in[lesson].add(learner)
    for lesson, learners in handed_in.items():
        for learner in sorted(roster - learners):
            add(lesson, NOT_HANDED_IN, learner)
    for (lesson, learner), problem in problems.items():
        add(lesson, f"{NOT_GRADED}: {problem}", learner)
    for one in records:
        state, why = one.look
        if state:
            add(one.lesson, f"{state}: {why}", one.learner)
    return sorted(looks.values(), key=lambda look: (look.lesson, look.why))


def exercises_failed(records: list[Record]) -> list[Failed]:
    """Return how often each exercise lost a point, most often first."""
    failed, judged = Counter(), Counter()
    for record in records:
        for one in record.exercises:
            if one["judged"]:
                judged[one["exercise"]] += 1
                failed[one["exercise"]] += one["points"] < one["most"]
    made = [Failed(f"{name} {title_of(name)}", failed[name], judged[name]) for name in judged]
    return most_failed(made)


def checks_failed(records: list[Record]) -> list[Failed]:
    """Return how often each check failed, most often first, with what was found most often."""
    return most_failed(
        [
            Failed(f"{one.exercise} {one.check}", one.judged - one.passed, one.judged, one.says)
            for one in items(records)
        ]
    )


def most_failed(made: list[Failed]) -> list[Failed]:
    return sorted((one for one in made if one.failed), key=lambda one: -one.share)
