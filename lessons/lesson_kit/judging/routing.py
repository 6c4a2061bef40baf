"""Judge the lines, branches and loops of lesson 3 by the events that went from step to step."""

import re
from collections.abc import Callable

from lesson_kit.judging.drawing import WORKS_FIRST
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed, Outcome
from lesson_kit.judging.run_findings import one_run
from lesson_kit.judging.workflow_runs import (
    event,
    goes_by,
    has_steps,
    notes,
    notes_of_all,
    promises_what_it_gives,
    show_event,
    travelled,
)


def other_than_tidy(text: str) -> dict[str, Finding]:
    """Return what other results of Tidy mean for a text with tabs, hyphens and accents in it."""
    inside = text.strip()
    no_title = "The second step does not capitalise: title() gives a new string."
    no_strip = "The blanks around the text, tabs or line breaks are still there: trim removes them."
    between = "Two blanks stood between the words: only those around the text go."
    first = "Each word begins with a capital letter, not only the first."
    others = "Each word goes on in small letters: its first is the only capital."
    beside = "A word is letters side by side: what is no letter ends it, also a tab or a hyphen."
    letters = "é and è are letters like others: é begins a word, è ends none."
    by_blanks = inside.split(" ")
    return {
        repr(inside): Finding("3.1/not-capitalised", no_title),
        repr(text.title()): Finding("3.1/not-trimmed", no_strip),
        repr(text.strip(" ").title()): Finding("3.1/tabs-kept", no_strip),
        repr(" ".join(inside.split()).title()): Finding("3.1/blanks-between", between),
        repr(inside.capitalize()): Finding("3.1/first-word", first),
        repr(change(r"[^\W\d_]+", first_up, inside)): Finding("3.1/capitals-inside", others),
        repr(" ".join(map(first_up, by_blanks))): Finding("3.1/capitals-kept", others),
        repr(change(r"\S+", str.capitalize, inside)): Finding("3.1/words-by-blanks", beside),
        repr(" ".join(map(str.capitalize, by_blanks))): Finding("3.1/words-by-a-blank", beside),
        repr(change("[A-Za-z]+", str.capitalize, inside)): Finding("3.1/ascii-only", letters),
    }


def first_up(word: str) -> str:
    return word[:1].upper() + word[1:]


def change(pattern: str, how: Callable[[str], str], text: str) -> str:
    """Return the text with each part that fits the pattern changed."""
    return re.sub(pattern, lambda found: how(found[0]), text)


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
    has_steps(outcome, "trim", "capitalise")
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


def far_from_1(learner) -> int:
    """Draw an even number that a float has no room for a half of, and whose trail is short.

    It is found by going back from 1, as most numbers of this size are 200 steps and more from it.
    """
    number = 16  # a trail may come to 16 in two ways, and goes on from there in one
    while number < 2**54 or number % 4 != 2:
        before = (number - 1) // 3
        # a multiple of 3 comes after its double alone, so that the way back would be long
        if number % 6 == 4 and before % 3 and learner.random.random() < 0.3:
            number = before
        else:
            number *= 2
    return number


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
    takers = {(note["takes"]["$type"], note["step"]) for note in notes_of_all(outcome)}
    steps = sorted(outcome.value["promises"])
    if not len(steps) == len(takers) == len({step for _, step in takers}) == 3:
        own = Finding(
            "3.2/three-steps",
            "Three steps, and no others: one looks, one takes the EvenEvent, and one the OddEvent.",
        )
        raise Failed(own, outcome.called, "3 steps, each for one event", ", ".join(steps))
    promises_what_it_gives(outcome)


def goes_round(outcome: Outcome, trail: list[int], index: int = 0) -> None:
    """Fail unless a run goes round by TrailEvents, each with one number more than the last."""
    one_run(outcome, index).returns(trail, WORKS_FIRST)
    rounds = [event("TrailEvent", numbers=trail[:length]) for length in range(1, len(trail) + 1)]
    found = [
        event("TrailEvent", numbers=one["numbers"])
        for one in travelled(outcome, "TrailEvent", index=index)
    ]
    if found == rounds:
        return
    few = Finding(
        "3.3/too-few-rounds",
        "One round of grow adds one number. Send a TrailEvent for each next round.",
    )
    many = Finding(
        "3.3/other-rounds",
        "begin hands on the first number in a list, also a 1; each TrailEvent after it has one "
        "number more; and grow stops when the last number of the event that it took is 1.",
    )
    raise Failed(
        few if len(found) < len(rounds) - 1 else many,
        outcome.called,
        f"{len(rounds)} TrailEvents: {shorten_events(rounds)}",
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


def taxes_any_amount(learner) -> None:
    """Fail unless tax adds a fifth to an amount that no whole number of pieces costs."""
    cents = 250 * learner.random.randint(1, 99) + learner.random.choice((8, 9, 13, 14, 18, 19))
    outcome = learner.request(
        "made_events.handed",
        f"Mended().run(pieces=1), where price hands on PricedEvent(cents={cents})",
        workflow="Mended",
        event="PricedEvent",
        payload={"cents": cents},
        given={"pieces": 1},
    )
    meaning = "Keep the bodies as they are: tax computes ev.cents * 6 // 5, whatever the amount."
    outcome.returns(cents * 6 // 5, Finding("3.7/other-tax", meaning))
