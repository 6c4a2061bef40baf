"""Judge how a learner's workflow came to its result: by which events, with how many at once."""

from lesson_kit.judging.drawing import WORKS_FIRST, factor
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed, Outcome
from lesson_kit.judging.run_findings import one_run
from lesson_kit.probes.computed import number_of


def steps_taken(outcome: Outcome, index: int = 0) -> list[list]:
    """Return the steps of one run, as [step, event in, event out]."""
    return outcome.obtained()["runs"][index]["steps"]


def goes_by(outcome: Outcome, *events: str, result, meaning: Finding, index: int = 0) -> None:
    """Fail unless steps sent these events in this order, others between them, up to the result."""
    run = one_run(outcome, index)
    run.obtained()
    sent = [out for _, _, out in steps_taken(outcome, index) if out and out != "NoneType"]
    if not in_order(events, sent):
        raise Failed(
            meaning,
            outcome.called,
            " → ".join(["StartEvent", *events, "StopEvent"]),
            " → ".join(["StartEvent", *sent]),
        )
    run.returns(result, WORKS_FIRST)


def in_order(wanted, found) -> bool:
    """Tell whether all that is wanted is found in this order, with anything between."""
    place = 0
    for element in found:
        if place < len(wanted) and element == wanted[place]:
            place += 1
    return place == len(wanted)


def look_up_weather(learner, cities: list[str]) -> tuple[Outcome, dict[str, str]]:
    """Run Weather for these cities, with a look_up of the check's; return what it has to give."""
    by = factor(learner)
    outcome = learner.request(
        "stand_ins.run_with_stand_in",
        f"Weather.run(cities={cities})",
        workflow="Weather",
        given={"cities": cities},
        helper="look_up",
        number=len(cities),
        factor=by,
    )
    return outcome, {city: f"report {number_of(city, by)}" for city in cities}


def sends_all(outcome: Outcome, number: int) -> None:
    """Fail, and say why, where a run waits for ever because one event only was sent."""
    if outcome.ok and "unfinished" in outcome.value["runs"][0] and len(outcome.value["calls"]) == 1:
        raise Failed(
            Finding(
                "3.4/one-sent",
                f"1 of {number} cities was sent: `return` ends the loop. Send each by "
                "ctx.send_event(…).",
            ),
            outcome.called,
            f"{number} calls of look_up",
            "1 call, and then no result",
        )


def looks_up_at_once(outcome: Outcome, weather: dict[str, str]) -> None:
    """Fail unless all look-ups were under way at the same time, and gave this weather."""
    number = len(weather)
    sends_all(outcome, number)
    run = one_run(outcome)
    run.obtained()
    if not outcome.value["calls"]:
        raise Failed(
            Finding(
                "3.4/not-looked-up",
                "The weather comes from look_up: await look_up(city) for each city.",
            ),
            outcome.called,
            f"{number} calls of look_up",
            "no call",
        )
    if outcome.value["at_once"] != number:
        raise Failed(
            Finding(
                "3.4/one-by-one",
                "Each look-up waits for the one before it. Send all events first, and let the "
                "step that takes them have several workers.",
            ),
            outcome.called,
            f"{number} look-ups under way at the same time",
            f"{outcome.value['at_once']} at most",
        )
    run.returns(weather, WORKS_FIRST)
