"""The one table of what a failed run of a workflow or an agent gives away.

Each row says what is seen in the exception, and what that means, under a stable id. The first row
that fits is the one that is said.
"""

from collections.abc import Callable
from typing import NamedTuple

from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed, Outcome, show, wrong_field
from lesson_kit.probes.replies import Raised

BROKEN_GRAPH = {"WorkflowConfigurationError", "WorkflowValidationError"}

NO_START = Finding(
    "run/no-start", "No step takes the StartEvent: a step has @step above it, and takes an event."
)
GRAPH = Finding(
    "run/graph",
    "The steps do not fit together: the error names the event or annotation. Each step says which "
    "event it takes and which ones it returns.",
)
NO_END = Finding(
    "run/no-end",
    "The run does not end. Does every branch of each step return an event that another one takes, "
    "and one of them the StopEvent?",
)
FORGOTTEN_AWAIT = Finding(
    "run/forgotten-await",
    "A coroutine is no value yet: write `await` in front of the call that made it.",
)
CALLED_A_STEP = Finding(
    "run/called-a-step",
    "Do not call a step: return the event, and the workflow hands it on. If it was another call: "
    f"{FORGOTTEN_AWAIT[0].lower()}{FORGOTTEN_AWAIT[1:]}",
)
BARE_VALUE = Finding("run/bare-value", "A step returns an event object, and not the bare value.")
ASYNC_WITH = Finding("run/async-with", "Write `async with ctx.store.edit_state() as state:`.")
RUN_BY_NAME = Finding("run/by-name", "run takes its values by name: `agent.run(input=question)`.")
STORE_INSIDE_EDIT = Finding(
    "run/store-inside-edit", "Inside the block use `state[…]`, not ctx.store."
)
HANDLER = Finding("run/handler", "That is a handler, not an answer: `await agent.run(…)`.")
GATHER = Finding("run/gather", "The answers are not there yet: `await asyncio.gather(…)`.")


class RunFinding(NamedTuple):
    """What is seen in an exception, and what that means."""

    seen: Callable[[Raised], bool]
    meaning: Finding | Callable[[Raised], Finding]


def raises(*kinds: str, text: str = "") -> Callable[[Raised], bool]:
    """Return the test for an exception of one of these types with this in its text."""
    return lambda raised: bool(set(kinds) & set(raised["types"])) and text in raised["text"]


def says(text: str) -> Callable[[Raised], bool]:
    """Return the test for an exception with this in its text."""
    return lambda raised: text in raised["text"]


def part_not_written(raised: Raised) -> Finding:
    """Say which part of an answer is not written yet."""
    return Finding(
        "run/part-not-written",
        f"The part in line {raised['line']}, in {raised['function']}, is not written yet: "
        "replace `raise NotImplementedError()` by your answer and run its cell.",
    )


def refused_field(raised: Raised) -> Finding:
    """Say which field of an event refused its value."""
    field, message, _ = wrong_field(raised)
    return Finding(
        "run/refused-field", f"An event refuses what was put into its field {field}. {message}."
    )


def is_value_of_coroutine(raised: Raised) -> bool:
    """Tell whether an exception says that a coroutine was used as if it were its value."""
    field = wrong_field(raised)
    if field is not None:
        return field[2] == "coroutine"
    return raises("TypeError", "AttributeError", text="'coroutine'")(raised)


TABLE = (
    RunFinding(raises(*BROKEN_GRAPH, text="no @step that accepts StartEvent"), NO_START),
    RunFinding(raises(*BROKEN_GRAPH), GRAPH),
    RunFinding(
        lambda raised: raised["type"] == "NotImplementedError" and "line" in raised,
        part_not_written,
    ),
    RunFinding(raises("WorkflowRuntimeError", text="coroutine"), CALLED_A_STEP),
    RunFinding(raises("WorkflowRuntimeError", text="instead of an Event"), BARE_VALUE),
    RunFinding(says("context manager protocol"), ASYNC_WITH),
    RunFinding(says("is_running"), RUN_BY_NAME),
    RunFinding(says("writer called inside edit_state"), STORE_INSIDE_EDIT),
    RunFinding(is_value_of_coroutine, FORGOTTEN_AWAIT),
    RunFinding(lambda raised: wrong_field(raised) is not None, refused_field),
    RunFinding(raises("WorkflowTimeoutError"), NO_END),
)


def explain(outcome: Outcome, expected: str = "") -> None:
    """Fail with the table's meaning where an exception, or a value, gives a misconception away."""
    if outcome.raised is not None:
        for row in TABLE:
            if row.seen(outcome.raised):
                found = row.meaning
                meaning = found if isinstance(found, Finding) else found(outcome.raised)
                outcome.fail(meaning, expected)
    if outcome.ok and holds_coroutine(outcome.value):
        outcome.fail(FORGOTTEN_AWAIT, expected)


def holds_coroutine(value) -> bool:
    """Tell whether plain data stands for a coroutine, or holds one."""
    if isinstance(value, dict):
        return value.get("$type") == "coroutine" or any(map(holds_coroutine, value.values()))
    return isinstance(value, list) and any(map(holds_coroutine, value))


def explain_not_awaited(kind: str, value, called: str) -> None:
    """Fail where a function gives back, by type and value, what it should have awaited."""
    elements = value if isinstance(value, list) else []
    kinds = {kind, *(one.get("$type") for one in elements if isinstance(one, dict))}
    if "WorkflowHandler" in kinds:
        raise Failed(HANDLER, called, "an answer as text", f"a {kind}")
    if "Future" in kind:  # also _GatheringFuture
        raise Failed(GATHER, called, "an answer as text", f"a {kind}")


def one_run(outcome: Outcome, index: int = 0, expected: str = "") -> Outcome:
    """Return what one run led to, as an outcome of its own; fail where the table explains it."""
    explain(outcome, expected)
    run = outcome.obtained(expected)["runs"][index]
    if "unfinished" in run:
        raise Failed(NO_END, outcome.called, expected or "a result", run["unfinished"])
    result = Outcome(
        outcome.called, run.get("result"), run.get("type", ""), outcome.printed, run.get("raised")
    )
    explain(result, expected)
    return result


def result_of(outcome: Outcome, index: int = 0, expected: str = ""):
    """Return the result of one run; fail, and say why, where it has none."""
    return one_run(outcome, index, expected).obtained(expected)


def gives(outcome: Outcome, index: int, expected, meaning: str = "", because=None) -> None:
    """Fail unless the result of a run is this."""
    one_run(outcome, index, show(expected)).returns(expected, meaning, because)
