"""Judge how a learner's workflow came to its result: by which events, and what it changed."""

from lesson_kit.judging.drawing import WORKS_FIRST
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed, Outcome, show
from lesson_kit.judging.run_findings import one_run


def steps_taken(outcome: Outcome, index: int = 0) -> list[list]:
    """Return the steps of one run, as [step, event in, event out]."""
    return outcome.obtained()["runs"][index]["steps"]


def notes(outcome: Outcome, index: int = 0) -> list[dict]:
    """Return what the steps of one watched run took and gave, in the order in which they began."""
    return outcome.obtained()["runs"][index]["notes"]


def notes_of_all(outcome: Outcome) -> list[dict]:
    """Return what the steps of all watched runs took and gave."""
    return [
        one for index in range(len(outcome.obtained()["runs"])) for one in notes(outcome, index)
    ]


def event(kind: str, **fields) -> dict:
    """Return an event as plain data: its type and what it has to carry."""
    return {"$type": kind, **fields}


def show_event(shown: dict) -> str:
    """Return an event as it would be written."""
    inside = ", ".join(f"{name}={show(shown[name])}" for name in shown if name != "$type")
    return f"{shown['$type']}({inside})"


def only(found: dict, like: dict) -> dict:
    """Return an event with the fields alone that another one has."""
    return {name: found.get(name) for name in like}


def travelled(outcome: Outcome, *kinds: str, index: int = 0) -> list[dict]:
    """Return the events of these types that steps took in one run, in their order."""
    taken = [note["takes"] for note in notes(outcome, index)]
    return [one for one in taken if one["$type"] in kinds]


def goes_by(
    outcome: Outcome, *wanted: dict, result, meaning: Finding, carried: Finding, index: int = 0
) -> None:
    """Fail unless steps took these events in this order, and gave this result.

    `meaning` is what other types of events mean, `carried` what other contents do. Events of types
    that are not among those wanted may come between.
    """
    one_run(outcome, index).returns(result, WORKS_FIRST)
    passed = [note["takes"] for note in notes(outcome, index)]
    kinds = {one["$type"] for one in wanted}
    found = [one for one in passed if one["$type"] in kinds]
    if [one["$type"] for one in found] != [one["$type"] for one in wanted]:
        raise Failed(
            meaning,
            outcome.called,
            " → ".join(["StartEvent", *(one["$type"] for one in wanted), "StopEvent"]),
            " → ".join([*(one["$type"] for one in passed), "StopEvent"]),
        )
    shown = [only(*pair) for pair in zip(found, wanted, strict=True)]
    if shown != list(wanted):
        raise Failed(
            carried,
            outcome.called,
            " → ".join(map(show_event, wanted)),
            " → ".join(map(show_event, shown)),
        )


def has_steps(outcome: Outcome, *names: str) -> None:
    """Fail unless a workflow has the steps of these names, and no others."""
    found = sorted(outcome.obtained()["promises"])
    if found != sorted(names):
        told = f"{', '.join(names[:-1])} and {names[-1]}"
        raise Failed(
            Finding("run/other-steps", f"Its steps are {told}, and no others: names count."),
            outcome.called,
            f"the steps {', '.join(sorted(names))}",
            ", ".join(found),
        )


def promises_what_it_gives(outcome: Outcome, *, none: bool = True) -> None:
    """Fail where a step promises what it gave in no run, or gave an event unpromised.

    Without `none`, a None that is promised may never come.
    """
    gives: dict[str, set[str]] = {}
    for note in notes_of_all(outcome):
        given = gives.setdefault(note["step"], set())
        given.update(one["$type"] for one in note["gives"])
        if note.get("silent"):
            given.add("None")
    for step, promised in outcome.value["promises"].items():
        given = gives.get(step, set())
        if set(promised) in (given, given - {"None"}):
            continue  # who sends may return nothing, and leave that unsaid
        if not none and set(promised) == given | {"None"}:
            continue
        wrong = f"The arrow of {step} leaves out what it gave."
        if set(promised) > given:
            never = ", ".join(sorted(set(promised) - given))
            wrong = f"The arrow of {step} promises {never}, and that never comes here."
        meaning = Finding(
            "run/other-promise",
            f"{wrong} It names each event that the step returns or sends, and nothing else; None "
            "where it may return nothing.",
        )
        raise Failed(
            meaning,
            outcome.called,
            f"{step} → {' | '.join(sorted(given)) or 'None'}",
            f"{step} → {' | '.join(sorted(promised)) or 'None'}",
        )


def leaves_alone(outcome: Outcome) -> None:
    """Fail where a step has changed the event that it took, or what the caller gave."""
    for index, run in enumerate(outcome.obtained()["runs"]):
        for note in notes(outcome, index):
            if note["kept"]:
                continue
            meaning = Finding(
                "run/changed-event",
                f"{note['step']} changes the {note['takes']['$type']} that it took, such as a list "
                "in it. Leave it as it is, and put a new value into the next event.",
            )
            taken = show_event(note["takes"])
            raise Failed(meaning, outcome.called, f"{taken}, afterwards too", "something else")
        if "changed" in run:
            meaning = "The caller's own list is another one after the run. Make a new one."
            raise Failed(
                Finding("run/changed-input", meaning),
                outcome.called,
                "what the caller gave, as it was",
                show(run["changed"]),
            )
