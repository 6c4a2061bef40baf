"""What `needs` in the manifest says is true: an exercise builds on those answers, and no others.

It is tried for the lessons that run in seconds; for those on traces and models it takes minutes.
"""

import contextlib

import pytest
from lesson_kit.judging.learner import InProcess
from lesson_kit.manifest import Lesson, lessons, prerequisites
from lesson_kit.private_names import settings_kept

from checks.grading.exercises import judge
from checks.proof.rehearsal import Rehearsal, graded_cell


def answer_cell(number: str) -> str:
    return graded_cell(number).replace("check-", "answer-")


def judged_with(rehearsal: Rehearsal, number: str, answers: list[str]):
    """Judge the kit's answer to an exercise with these answers before it, and no others."""
    namespace = {"__name__": "__main__"}
    kept = {answer_cell(one) for one in [*answers, number]}
    with rehearsal.inside():
        for name, source in rehearsal.cells.items():
            if name == graded_cell(number):
                break
            if name in kept or not name.startswith(("answer-", "try-", "check-")):
                with contextlib.suppress(Exception):  # what shows another answer has none to show
                    rehearsal.execute(source, namespace, name)
        return judge(InProcess(namespace, f"needs:{number}", rehearsal.seconds), number)


QUICK = [one for one in lessons() if one.in_agent]


@pytest.mark.parametrize("lesson", QUICK, ids=lambda lesson: lesson.folder)
def test_an_exercise_builds_on_the_answers_that_it_needs_and_no_others(lesson: Lesson):
    with settings_kept():
        rehearsal = Rehearsal(lesson.folder, until=lesson.exercises[0].number)
        for one in lesson.exercises:
            report = judged_with(rehearsal, one.number, prerequisites(one.number))
            assert report.passed, report.text()
            for need in one.needs:
                others = [each for each in prerequisites(one.number) if each != need]
                assert not judged_with(rehearsal, one.number, others).passed, (one.number, need)
        rehearsal.close()
