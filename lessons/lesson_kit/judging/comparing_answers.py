"""Judge a function that tells where two models differ (7.6)."""

from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed, same, show
from lesson_kit.probes.model_replies import Compared

NOT_WHERE = Finding("7.6/not-where", "That tells whether, not where: give the questions.")
AGREED = Finding("7.6/agreed", "Those are the questions on which the two agree.")
ONLY_FIRST = Finding("7.6/only-first", "That is the first difference alone.")
IDENTITY = Finding(
    "7.6/identity", "Equal texts count as different here: compare the two answers with !=."
)
ANSWERS = Finding("7.6/answers", "Those are answers. Give the questions.")
OTHER_ORDER = Finding(
    "7.6/other-order", "Those are the questions, but not in the order in which they were given."
)
ONCE = Finding("7.6/once", "A question that stands in the list twice comes twice.")
NO_LIST = Finding("7.6/no-list", "The questions are right. Give them as a list.")
OTHERS = Finding(
    "7.6/others",
    "Give each question whose two answers are not exactly the same text, and no other, in their "
    "order.",
)
LIST_CHANGED = Finding(
    "7.6/list-changed",
    "The list of questions is another one afterwards. It is the caller's: make a new list.",
)


def are_differences(learner, first: dict, second: dict, questions: list[str]) -> None:
    """Fail unless `differences` finds where models differ that answer from two tables."""
    expected = [question for question in questions if first[question] != second[question]]
    outcome = learner.request(
        "reloaded_models.compared",
        f"differences of the answers {show([*first.values()])} and {show([*second.values()])} "
        f"to {show(questions)}",
        function="differences",
        first=first,
        second=second,
        questions=questions,
    )
    reply: Compared = outcome.obtained(show(expected))
    outcome.value, outcome.type = reply["found"], reply["type"]
    if not same(outcome.value, expected):
        told = meanings(outcome.value, first, second, questions, expected)
        outcome.returns(expected, *told)
    if outcome.type != "list":
        raise Failed(NO_LIST, outcome.called, "a list", f"a {outcome.type}")
    if reply["questions"] != questions:
        called = f"the list of questions, after {outcome.called}"
        raise Failed(LIST_CHANGED, called, show(questions), show(reply["questions"]))


def meanings(found, first: dict, second: dict, questions: list[str], expected: list[str]):
    """Return what a wrong list means, and what some others would."""
    meaning = OTHERS
    if isinstance(found, list) and all(isinstance(one, str) for one in found):
        wrong = [one for one in questions if (one in found) != (one in expected)]
        if wrong:
            answers = f"{show(first[wrong[0]])} and {show(second[wrong[0]])}"
            state = "is there" if wrong[0] in found else "is missing"
            meaning = OTHERS.after(f"{show(wrong[0])} {state}: its answers are {answers}.")
        if sorted(found) == sorted(expected):
            meaning = OTHER_ORDER
        elif len(found) < len(expected) and set(found) == set(expected):
            meaning = ONCE
    because = {
        show([one for one in questions if one not in expected]): AGREED,
        show(expected[:1]): ONLY_FIRST,
        show(questions): IDENTITY,
        show([first[question] for question in expected]): ANSWERS,
        "True": NOT_WHERE,
        "False": NOT_WHERE,
    }
    return meaning, because
