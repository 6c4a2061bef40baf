"""What answers that were written blind say about the checks.

A round is written by people who see the lessons and their solutions, and nothing of the checks. It
is committed before it is judged, and each answer is judged for the record once: what became of it
then stays in the round's `first_verdicts.json`, while checks and texts are mended. From then on its
answers are proven like all others.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lesson_kit.judging.checking import Report
from lesson_kit.manifest import lessons
from lesson_kit.writing import write_whole

from checks.proof.collected import BLIND, Answer, answers_in, rounds
from checks.proof.rehearsal import Rehearsal

VERDICTS = "first_verdicts.json"


@dataclass(frozen=True)
class FirstVerdict:
    """Whether an answer got full points when it was first judged, and what its learner was told."""

    answer: str  # exercise, kind and title, as its writer had them
    accepted: bool
    said: str


def judge_round(name: str, lesson: str, chosen: list[str]) -> list[FirstVerdict]:
    """Judge the answers of a round to these exercises of a lesson that were not judged yet."""
    known = first_verdicts(name)
    answers = [
        one
        for one in answers_in(BLIND / name / lesson, name)
        if one.exercise in chosen and key(one) not in known
    ]
    if not answers:
        return []
    rehearsal = Rehearsal(lesson, until=chosen[-1], seed=name)
    reports = [rehearsal.judge(one.exercise, one.source, one.cell) for one in answers]
    rehearsal.close()
    return [
        FirstVerdict(key(answer), report.passed, message(report))
        for answer, report in zip(answers, reports, strict=True)
    ]


def key(answer: Answer) -> str:
    return f"{answer.exercise} {answer.title}"


def message(report: Report) -> str:
    """Return what a learner reads about the first check that failed; nothing where none did."""
    failed = next((one for one in report.results if not one.passed), None)
    if failed is None:
        return ""
    facts = {"called": failed.called, "expected": failed.expected, "got": failed.got}
    lines = [f"✗ {failed.check.sentence}", failed.meaning]
    return "\n".join(lines + [f"{name}: {text}" for name, text in facts.items() if text])


def record(name: str, verdicts: list[FirstVerdict]) -> None:
    """Keep first verdicts beside those that a round has; raise ValueError for one that it has."""
    known = first_verdicts(name)
    again = [one.answer for one in verdicts if one.answer in known]
    if again:
        raise ValueError(f"{again[0]} of {name} was judged: a first verdict is not changed.")
    kept = [vars(one) for one in (*known.values(), *verdicts)]
    text = json.dumps(kept, indent=1, ensure_ascii=False)
    write_whole(BLIND / name / VERDICTS, text + "\n")


def first_verdicts(name: str) -> dict[str, FirstVerdict]:
    """Return a round's first verdicts by answer; none where it was not judged yet."""
    path = BLIND / name / VERDICTS
    if not path.exists():
        return {}
    kept = [FirstVerdict(**one) for one in json.loads(path.read_text("utf-8"))]
    return {one.answer: one for one in kept}


def judged_answers(name: str) -> Iterator[tuple[Answer, bool]]:
    """Yield each answer of a round that was judged, and whether it was accepted the first time."""
    verdicts = first_verdicts(name)
    for lesson in lessons():
        for answer in answers_in(BLIND / name / lesson.folder, name):
            if key(answer) in verdicts:
                yield answer, verdicts[key(answer)].accepted


def wrongly_judged(name: str) -> list[Answer]:
    """Return the answers of a round that were first judged otherwise than the text decides."""
    return [answer for answer, accepted in judged_answers(name) if accepted is not answer.right]


def counts(name: str) -> Counter:
    """Count a round's answers by kind, and those of a kind that were first judged wrongly."""
    count = Counter(answer.kind for answer, _ in judged_answers(name))
    count.update(f"{answer.kind} judged wrongly" for answer in wrongly_judged(name))
    return count


def figure() -> str:
    """Say in a sentence what the last round that was judged found before it was mended."""
    name = next((one for one in reversed(rounds()) if first_verdicts(one)), None)
    if name is None:
        return ""
    count = counts(name)
    return (
        f"Written blind (the last of {len(rounds())} rounds, as first judged, before anything was "
        f"mended): wrong answers accepted {share(count, 'wrong')}, right ones rejected "
        f"{share(count, 'right')}."
    )


def share(count: Counter, kind: str) -> str:
    """Return "4 of 200, 2.0%": those of a kind that were judged wrongly."""
    badly, judged = count[f"{kind} judged wrongly"], count[kind]
    return f"{badly} of {judged}, {badly / judged:.1%}" if judged else "none judged"
