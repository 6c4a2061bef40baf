"""The one table of what an exception in learner code gives away, in a workflow or elsewhere.

Each row says what is seen in the exception, and what that means, under a stable id. The first row
that fits is the one that is said. `TABLE` is of workflows and agents, and says it at once; `USUAL`
has the usual causes of exceptions that nothing else explains; those in `LIBRARY` are put in words
that a learner cannot read yet, also where a cell raises them. It is one file, as the order of the
rows decides.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Calls, Failed, Outcome, show, wrong_field
from lesson_kit.judging.printed import never_awaited
from lesson_kit.probes.replies import NO_STEP_LEFT, ROUND_AND_ROUND, Raised

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
    "The run does not end: no step is left to run, and none has returned the StopEvent. Does every "
    "branch of each step return an event that another one takes? Does a step that waits for "
    "several events wait for as many as come, in its own run?",
)
GOES_ROUND = Finding(
    "run/goes-round",
    "The run does not end: it goes round and round, one step after the other, and none has "
    "returned the StopEvent. When does a step return it, and does that ever come true?",
)
STILL_AT_WORK = Finding(
    "run/still-at-work",
    "The run does not end in time: a step was still at work when it was stopped. Is there a loop, "
    "in a step or from step to step, or a wait that cannot end?",
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


def without_self(raised: Raised) -> Finding:
    """Say which step has no `self`."""
    step, first = map(str, raised["without_self"])
    return Finding(
        "run/without-self",
        f"`self` is missing in the step {step}: its first parameter is `{first}`. A step takes "
        "`self` first, and then what it is given.",
    )


def no_end(unfinished: str) -> Finding:
    """Say what was seen of a run that has not ended."""
    if unfinished.startswith(ROUND_AND_ROUND):
        return GOES_ROUND
    return NO_END if unfinished == NO_STEP_LEFT else STILL_AT_WORK


def refused_field(raised: Raised) -> Finding:
    """Say which field of an event refused its value, or got none."""
    field, message, kind = wrong_field(raised)
    made = re.match(r"\d+ validation errors? for (\w{1,80})", raised["text"])
    made = made[1] if made else "An event"
    if message == "Field required":
        return Finding(
            "run/no-field", f"{made} is made without its field {field}, which is required."
        )
    told = f" {IN_PLACE_OF[kind]}" if kind in IN_PLACE_OF else ""
    return Finding(
        "run/refused-field",
        f"{made} refuses what was put into its field {field}. {message}.{told}",
    )


# What is easily put into a field in the place of what is in it.
IN_PLACE_OF = {
    "ToolOutput": "That is a whole ToolOutput: its text is `.content`.",
    "ChatResponse": "That is a whole ChatResponse: its text is `.message.content`.",
    "ChatMessage": "That is a whole ChatMessage: its text is `.content`.",
}


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
    RunFinding(lambda raised: "without_self" in raised, without_self),
    RunFinding(raises("WorkflowRuntimeError", text="coroutine"), CALLED_A_STEP),
    RunFinding(raises("WorkflowRuntimeError", text="instead of an Event"), BARE_VALUE),
    RunFinding(says("context manager protocol"), ASYNC_WITH),
    RunFinding(says("is_running"), RUN_BY_NAME),
    RunFinding(says("writer called inside edit_state"), STORE_INSIDE_EDIT),
    RunFinding(is_value_of_coroutine, FORGOTTEN_AWAIT),
    RunFinding(lambda raised: wrong_field(raised) is not None, refused_field),
    RunFinding(raises("WorkflowTimeoutError", text=ROUND_AND_ROUND), GOES_ROUND),
    RunFinding(raises("WorkflowTimeoutError", text="No steps active"), NO_END),
    RunFinding(raises("WorkflowTimeoutError"), STILL_AT_WORK),
)


NO_AWAIT = Finding(
    "raised/no-await",
    "Only what is async is awaited: leave out the `await` in front of what is not, such as "
    "`ctx.send_event` or `ctx.collect_events`.",
)
BY_NAME = Finding(
    "raised/by-name",
    "Fields are given by name, `Event(field=value)`; a dict of them with two stars, `Event(**d)`.",
)
SELF = Finding(
    "raised/self", "A step or method has `self` as its first argument, and then what it is given."
)
STARS = Finding(
    "raised/stars",
    "An argument is missing. Where a dict holds it, hand the dict over with two stars: `f(**d)`.",
)
NOT_TAKEN = Finding(
    "raised/not-taken", "It was called with an argument that it does not have: compare the names."
)
GATHER_LIST = Finding(
    "raised/gather-list",
    "gather takes the calls one by one, and not as a list: `asyncio.gather(*calls)`.",
)
UNHASHABLE = Finding(
    "raised/unhashable",
    "A list or a dict can be no key of a dict and no element of a set: take what names it, a text "
    "say.",
)
NO_MESSAGE = Finding(
    "raised/no-message",
    "That is text where a message is wanted: `ChatMessage(role=…, content=text)`.",
)
NONE_IN_A_RUN = Finding(
    "raised/none-in-a-run",
    "Something in it is None. None comes from a search that found nothing, from a function that "
    "reaches no `return`, and from `ctx.collect_events` as long as not all are there.",
)
NONE_IN_A_TRACE = Finding(
    "raised/none-in-a-trace",
    "Something in it is None. A span may have no inputs, no outputs and no parent, which is None "
    "then, and a search that found nothing may give None, too: ask first whether it is there.",
)
IS_NONE = Finding(
    "raised/is-none",
    "Something in it is None. None comes from a search that found nothing, and from a function "
    "that reaches no `return`.",
)
NO_KEY = Finding(
    "raised/no-key",
    "The dict has no such key: look at what is in it, or ask by `.get`, which gives None instead.",
)
NOT_IN_STORE = Finding(
    "raised/not-in-store",
    "The store has nothing under that name: compare its spelling with the one that it was put in "
    "under, and look whether the step that puts it there runs before.",
)
TOO_SHORT = Finding(
    "raised/too-short",
    "It has no element at that place. A list may be empty: a search that finds nothing gives one.",
)
NOTHING_NEXT = Finding(
    "raised/nothing-next", "`next` found nothing: give it a second argument for that case."
)
NO_NAME = Finding(
    "raised/no-name",
    "That name is not known: compare its spelling, and run the cell that makes it.",
)
OTHER_LOOP = Finding(
    "raised/other-loop",
    "What asyncio made, a Lock, say, belongs to the event loop that first waited for it, and each "
    "run of a check has a new one. Keep none on a class or in a global: how many of a step run at "
    "once is said by @step(num_workers=…) alone.",
)
OPEN_RUN = Finding(
    "raised/open-run",
    "An earlier try left a run open: run `mlflow.end_run()` in a cell of your own, then this cell "
    "again. A `with` block closes the run that it opens.",
)
PATH_OF_SCRIPT = Finding(
    "raised/path-of-script",
    "Give log_model the path of the script, as text, and not the agent.",
)
QUOTES = Finding(
    "raised/quotes",
    "In a filter a value stands in quotation marks, `key = 'value'`: in an f-string "
    "`key = '{value}'`.",
)
ONE_EQUALS = Finding("raised/one-equals", "In a filter *equal* is a single `=`.")
JOINED_BY_AND = Finding(
    "raised/joined-by-and",
    "A filter has parts such as `key = 'value'`, with `and` between two of them.",
)
NO_JSON = Finding(
    "raised/no-json",
    "That text is no JSON, from its first letter on. Where it is a file's name, read the file "
    "first: `json.loads` takes the text of a file.",
)
JSON_OF_A_NAME = Finding(
    "raised/json-of-a-name",
    "`json.loads` takes text, and `json.load` an open file; neither takes the name of a file: read "
    "the file first.",
)

TORN = Finding(
    "raised/torn",
    "That line belongs into a function, and is not in one. Where the cell was split, select its "
    "pieces and choose Edit > Merge Selected Cells; else indent the line below its `def`.",
)

NOT_ASYNC = Finding(
    "raised/not-async",
    "Where `await`, `async with` or `async for` stands, the function begins with `async def`.",
)


def no_annotation(raised: Raised) -> Finding:
    """Say which field of an event has no type."""
    found = re.search(r"detected: `(\w{1,80}) = ", raised["text"])
    name = found[1] if found else "field"
    return Finding(
        "raised/no-annotation",
        f"A field's type stands behind a colon: `{name}: …` in place of `{name} = …`.",
    )


LIBRARY = (
    RunFinding(says("mlflow.end_run()"), OPEN_RUN),
    RunFinding(says("Please pass the path to the script"), PATH_OF_SCRIPT),
    RunFinding(says("A non-annotated attribute was detected"), no_annotation),
    RunFinding(says("Expected a quoted string value"), QUOTES),
    RunFinding(says("not quoted or unidentified quote types"), QUOTES),
    RunFinding(says("Invalid comparator '=='"), ONE_EQUALS),
    RunFinding(says("Invalid clause(s) in filter string"), JOINED_BY_AND),
    RunFinding(raises("JSONDecodeError", text="Expecting value: line 1 column 1"), NO_JSON),
    RunFinding(says("JSON object must be str, bytes"), JSON_OF_A_NAME),
    RunFinding(raises("AttributeError", text="object has no attribute 'read'"), JSON_OF_A_NAME),
    RunFinding(raises("SyntaxError", text="outside function"), TORN),
    RunFinding(raises("SyntaxError", text="outside async function"), NOT_ASYNC),
)
USUAL = (
    *LIBRARY,
    RunFinding(raises("RuntimeError", text="bound to a different event loop"), OTHER_LOOP),
    RunFinding(raises("TypeError", text="used in 'await' expression"), NO_AWAIT),
    RunFinding(raises("TypeError", text="__init__() takes 1 positional argument"), BY_NAME),
    RunFinding(
        lambda raised: bool(re.search(r"\.\w+\(\) takes [01] positional", raised["text"][:200])),
        SELF,
    ),
    RunFinding(raises("TypeError", text="required positional argument"), STARS),
    RunFinding(raises("TypeError", text="required keyword-only argument"), STARS),
    RunFinding(raises("TypeError", text="unexpected keyword argument"), NOT_TAKEN),
    RunFinding(
        lambda raised: "unhashable" in raised["text"] and "gather(" in raised.get("source", ""),
        GATHER_LIST,
    ),
    RunFinding(raises("TypeError", text="unhashable type"), UNHASHABLE),
    RunFinding(raises("AttributeError", text="'str' object has no attribute 'role'"), NO_MESSAGE),
    RunFinding(
        raises("AttributeError", text="'str' object has no attribute 'content'"), NO_MESSAGE
    ),
    RunFinding(raises("TypeError", "AttributeError", text="'NoneType'"), IS_NONE),
    RunFinding(raises("KeyError"), NO_KEY),
    RunFinding(raises("ValueError", text="not found in state"), NOT_IN_STORE),
    RunFinding(raises("IndexError"), TOO_SHORT),
    RunFinding(raises("StopIteration", "StopAsyncIteration"), NOTHING_NEXT),
    RunFinding(raises("RuntimeError", text="raised StopIteration"), NOTHING_NEXT),
    RunFinding(raises("NameError"), NO_NAME),
)


def usual_cause(outcome: Outcome) -> Finding:
    """Quote the learner's line that raised, and name the usual cause of such an exception."""
    raised = outcome.raised
    quoted = f" in line {raised['line']}, `{raised['source']}`," if raised.get("source") else ""
    told = f"It raised an exception{quoted} where a value was expected."
    if call := never_awaited(outcome.printed):
        told += f" Python says that {call} was never awaited: write `await` in front of that call."
        return Finding("raised/never-awaited", told)
    meaning = meaning_in(USUAL, raised)
    if meaning is None:
        return Finding("value/raised", told)
    if meaning is IS_NONE and ".run(" in outcome.called:
        meaning = NONE_IN_A_RUN
    elif meaning is IS_NONE and "trace" in outcome.called:
        meaning = NONE_IN_A_TRACE
    return meaning.after(told)


def library_cause(kind: str, text: str) -> Finding | None:
    """Return what an exception that a cell raised gives away, by its type and its text."""
    return meaning_in(LIBRARY, Raised(type=kind, types=[kind], text=text))


def meaning_in(table: Sequence[RunFinding], raised: Raised) -> Finding | None:
    """Return what the first row that fits says of an exception; None where none fits."""
    row = next((row for row in table if row.seen(raised)), None)
    if row is None:
        return None
    return row.meaning if isinstance(row.meaning, Finding) else row.meaning(raised)


def explain(outcome: Outcome, expected: str = "") -> None:
    """Fail with the table's meaning where an exception, or a value, gives a misconception away."""
    if outcome.raised is not None and (meaning := meaning_in(TABLE, outcome.raised)):
        outcome.fail(meaning, expected)
    if outcome.ok and holds_coroutine(outcome.value):
        held = show(coroutine_in(outcome.value))
        raise Failed(FORGOTTEN_AWAIT, outcome.called, expected, held)


def holds_coroutine(value) -> bool:
    """Tell whether plain data stands for a coroutine, or holds one."""
    if isinstance(value, dict):
        return value.get("$type") == "coroutine" or any(map(holds_coroutine, value.values()))
    return isinstance(value, list) and any(map(holds_coroutine, value))


def coroutine_in(value):
    """Return what holds a coroutine: of what a probe recorded, the learner's own value."""
    for one in value.values() if isinstance(value, dict) else value:
        if isinstance(one, dict) and one.get("$type") == "coroutine":
            return one if "steps" in value else value  # the record of a run is the kit's
        if holds_coroutine(one):
            return coroutine_in(one)
    return value


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
    called = outcome.called.number(index) if isinstance(outcome.called, Calls) else outcome.called
    if "unfinished" in run:
        unfinished = str(run["unfinished"])
        raise Failed(no_end(unfinished), called, expected or "a result", unfinished)
    result = Outcome(
        called, run.get("result"), run.get("type", ""), outcome.printed, run.get("raised")
    )
    explain(result, expected)
    return result


def result_of(outcome: Outcome, index: int = 0, expected: str = ""):
    """Return the result of one run; fail, and say why, where it has none."""
    return one_run(outcome, index, expected).obtained(expected)


def gives(outcome: Outcome, index: int, expected, meaning: str = "", because=None) -> None:
    """Fail unless the result of a run is this."""
    one_run(outcome, index, show(expected)).returns(expected, meaning, because)
