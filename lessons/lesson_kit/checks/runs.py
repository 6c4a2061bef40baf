"""Read a single run out of the reply of `Learner.run`, in the words of lessons 2 and 3."""

from lesson_kit.checking import Failed, Outcome

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
        if "timeout" in run:
            raise Failed(
                "The run does not end. Does every path lead to a StopEvent, and does each step "
                "return an event that another one takes?",
                outcome.called,
                "a result",
                f"no result within {run['timeout']:g} s",
            )
    kind = outcome.raised["type"] if outcome.raised else ""
    if kind in BROKEN_GRAPH:
        outcome.fail("The steps do not fit together: the error names the event or annotation.")
    if kind == "WorkflowRuntimeError":
        outcome.fail("A step returns an event object, and not the bare value.")
    if kind == "ValidationError":
        outcome.fail("An event refuses what was put into it: its first line names the event.")
    if kind == "WorkflowTimeoutError":
        outcome.fail("The run waits for an event that no step sends, or never comes to its end.")
    return outcome


def steps_taken(outcome: Outcome, index: int = 0) -> list[list]:
    """Return the steps of one run, as [step, event in, event out]."""
    return outcome.obtained()["runs"][index]["steps"]
