"""Judge runs of a learner's workflows, in the words of lessons 2 and 3."""

from lesson_kit.judging.outcomes import Failed, Outcome, wrong_field

RUN_BY_NAME = "run takes its values by name: `agent.run(input=question)`."
BROKEN_GRAPH = ("WorkflowConfigurationError", "WorkflowValidationError")


def one_run(outcome: Outcome, index: int = 0) -> Outcome:
    """Return what one run of a workflow led to, as an outcome of its own; explain usual errors."""
    if outcome.raised is None or outcome.raised["type"] not in BROKEN_GRAPH:
        run = outcome.obtained()["runs"][index]
        outcome = Outcome(
            outcome.called,
            run.get("result"),
            run.get("type", ""),
            outcome.printed,
            run.get("raised"),
        )
        if "unfinished" in run:
            raise Failed(
                "The run does not end. Does every path lead to a StopEvent, and does each step "
                "return an event that another one takes?",
                outcome.called,
                "a result",
                run["unfinished"],
            )
    kind = outcome.raised["type"] if outcome.raised else ""
    if kind in BROKEN_GRAPH and "no @step that accepts StartEvent" in outcome.raised["text"]:
        outcome.fail("No step takes the StartEvent: a step has @step above it, and takes an event.")
    if kind in BROKEN_GRAPH:
        outcome.fail("The steps do not fit together: the error names the event or annotation.")
    if kind == "WorkflowRuntimeError" and "coroutine" in outcome.raised["text"]:
        outcome.fail(
            "Do not call a step: return the event, and the workflow hands it on. Any other async "
            "call has `await` in front of it."
        )
    if kind == "WorkflowRuntimeError":
        outcome.fail("A step returns an event object, and not the bare value.")
    if wrong := wrong_field(outcome.raised or {"type": ""}):
        field, message, given = wrong
        if given == "coroutine":
            outcome.fail(
                f"{field}: a coroutine is not a result. Write `await` in front of the call."
            )
        outcome.fail(f"An event refuses what was put into its field {field}. {message}.")
    if kind == "WorkflowTimeoutError":
        outcome.fail("The run waits for an event that no step sends, or never comes to its end.")
    return outcome


def steps_taken(outcome: Outcome, index: int = 0) -> list[list]:
    """Return the steps of one run, as [step, event in, event out]."""
    return outcome.obtained()["runs"][index]["steps"]


def goes_by(outcome: Outcome, *events: str, meaning: str, index: int = 0) -> None:
    """Fail unless these events were sent by steps in this order, others between them or not."""
    one_run(outcome, index).obtained()
    sent = [out for _, _, out in steps_taken(outcome, index) if out and out != "NoneType"]
    rest = iter(sent)
    if not all(event in rest for event in events):
        raise Failed(
            meaning,
            outcome.called,
            " → ".join(["StartEvent", *events, "StopEvent"]),
            " → ".join(["StartEvent", *sent]),
        )


def look_up_weather(learner, weather: dict[str, str]) -> Outcome:
    """Run Weather for these cities, with a look_up that answers from this dict."""
    return learner.request(
        "stand_ins.run_with_stand_in",
        f"Weather.run(cities={list(weather)})",
        workflow="Weather",
        given={"cities": list(weather)},
        helper="look_up",
        replies=weather,
        seconds=2,
    )


def sends_all(outcome: Outcome, number: int) -> None:
    """Fail, and say why, where a run waits for ever because one event only was sent."""
    if outcome.ok and "unfinished" in outcome.value["runs"][0] and len(outcome.value["calls"]) == 1:
        raise Failed(
            f"1 of {number} cities was sent: `return` ends the loop. Send each by "
            "ctx.send_event(…).",
            outcome.called,
            f"{number} calls of look_up",
            "1 call, and then no result",
        )


def looks_up_at_once(outcome: Outcome, number: int) -> None:
    """Fail unless this many look-ups were under way at the same time."""
    sends_all(outcome, number)
    one_run(outcome).obtained()
    at_once = outcome.value["at_once"]
    if not outcome.value["calls"]:
        raise Failed(
            "The weather comes from look_up: await look_up(city) for each city.",
            outcome.called,
            f"{number} calls of look_up",
            "no call",
        )
    if at_once != number:
        raise Failed(
            "Each look-up waits for the one before it. Send all events first, and let the step "
            "that takes them have several workers.",
            outcome.called,
            f"{number} look-ups under way at the same time",
            f"{at_once} at most",
        )
