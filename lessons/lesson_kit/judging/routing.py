"""Judge the lines, branches and loops of lesson 3 by the events that went from step to step."""

from lesson_kit.judging.drawing import WORKS_FIRST
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed, Outcome
from lesson_kit.judging.run_findings import one_run
from lesson_kit.judging.workflow_runs import (
    event,
    goes_by,
    notes,
    promises_what_it_gives,
    show_event,
    travelled,
)


def goes_by_trimmed(outcome: Outcome, *texts: str) -> None:
    """Fail unless each run goes by a TrimmedEvent with the trimmed text."""
    meaning = Finding(
        "3.1/no-event",
        "Two steps, and one event between them: capitalise takes the TrimmedEvent of trim.",
    )
    carried = Finding(
        "3.1/other-carried",
        "trim removes the blanks around the text, and nothing else; capitalise does the rest.",
    )
    for index, text in enumerate(texts):
        goes_by(
            outcome,
            event("TrimmedEvent", text=text.strip()),
            result=text.strip().title(),
            meaning=meaning,
            carried=carried,
            index=index,
        )
    promises_what_it_gives(outcome)


def following(number: int) -> int:
    """Return the number that comes after this one on its trail."""
    return number // 2 if number % 2 == 0 else 3 * number + 1


def trail_of(number: int) -> list[int]:
    """Return the trail from a number to 1."""
    trail = [number]
    while trail[-1] != 1:
        trail.append(following(trail[-1]))
    return trail


def takes_branches(outcome: Outcome, *given: int) -> None:
    """Fail unless each number goes by one event, which carries it, to its own step."""
    meaning = Finding(
        "3.2/no-branch",
        "The type of the event is the branch: send one event, an EvenEvent or an OddEvent, to "
        "another step.",
    )
    carried = Finding(
        "3.2/other-carried",
        "The event carries the number of the run, unchanged: the step that takes it computes.",
    )
    for index, number in enumerate(given):
        wanted = event("OddEvent" if number % 2 else "EvenEvent", number=number)
        goes_by(
            outcome,
            wanted,
            result=following(number),
            meaning=meaning,
            carried=carried,
            index=index,
        )
        given_first = [one["$type"] for one in notes(outcome, index)[0]["gives"]]
        if given_first != [wanted["$type"]]:
            raise Failed(meaning, outcome.called, wanted["$type"], " and ".join(given_first))
    promises_what_it_gives(outcome)


def goes_round(outcome: Outcome, trail: list[int], index: int = 0) -> None:
    """Fail unless a run goes round by TrailEvents, each with one number more than the last."""
    one_run(outcome, index).returns(trail, WORKS_FIRST)
    rounds = [event("TrailEvent", numbers=trail[:length]) for length in range(1, len(trail) + 1)]
    found = [
        event("TrailEvent", numbers=one["numbers"])
        for one in travelled(outcome, "TrailEvent", index=index)
    ]
    if found == rounds or found == rounds[:-1]:  # who looks ahead needs no event with the 1
        return
    few = Finding(
        "3.3/too-few-rounds",
        "One round of grow adds one number. Send a TrailEvent for each next round.",
    )
    many = Finding(
        "3.3/other-rounds",
        "begin sends the first number in a list; each TrailEvent after it has one number more.",
    )
    raise Failed(
        few if len(found) < len(rounds) - 1 else many,
        outcome.called,
        f"{len(rounds)} TrailEvents, or one fewer: {shorten_events(rounds)}",
        f"{len(found)} TrailEvents: {shorten_events(found)}" if found else "no TrailEvent",
    )


def shorten_events(events: list[dict]) -> str:
    return ", ".join(map(show_event, events[:3])) + (", …" if len(events) > 3 else "")


def goes_by_three_steps(outcome: Outcome, *given: int) -> None:
    """Fail unless price, tax and receipt compute each price, and promise what they give."""
    meaning = Finding("3.7/other-steps", "Mend the signatures, and keep price, tax and receipt.")
    carried = Finding(
        "3.7/other-carried", "Keep the bodies: price computes without tax, and tax adds it."
    )
    for index, pieces in enumerate(given):
        goes_by(
            outcome,
            event("PricedEvent", cents=250 * pieces),
            event("TaxedEvent", cents=300 * pieces),
            result=300 * pieces,
            meaning=meaning,
            carried=carried,
            index=index,
        )
    names = sorted(outcome.value["promises"])
    if names != ["price", "receipt", "tax"]:
        raise Failed(meaning, outcome.called, "the steps price, tax, receipt", ", ".join(names))
    promises_what_it_gives(outcome)
