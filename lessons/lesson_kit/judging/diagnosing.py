"""Judge a diagnosis of an agent by its trace (5.10)."""

from collections.abc import Sequence

from lesson_kit.judging.drawing import numbers, words
from lesson_kit.judging.drawn_traces import DRAWN_ERRORS, PARSE, drawn_run
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import show
from lesson_kit.judging.reading_traces import Asked, Reading, failing_tool, read_all, read_each

SHOWS = {
    "unparseable output": "a span ReActOutputParser.parse failed, with any exception",
    "wrong arguments": "a span FunctionTool.call failed with TypeError",
    "raising tool": "a span FunctionTool.call failed with another exception than TypeError",
    "unknown tool": "a tool call was asked for and not made, maybe one of several in a step",
    "never finishes": "no reply was ever parsed into a response",
    "healthy": "no row above fits",
}
DIAGNOSES = tuple(SHOWS)
LIKE_TYPE_ERROR = ["units.UnitTypeError", "TypeErrorGroup", "billing.NoTypeErrorAtAll"]

NONE_OF_THE_SIX = Finding(
    "5.10/none-of-the-six", "That is none of the six texts: letter by letter, in small letters."
)
FIRST_THAT_FITS = Finding(
    "5.10/first-that-fits",
    "More than one row of the table fits this trace. The uppermost of them counts, wherever in "
    "the trace it is.",
)
RESPONSE_IS_EMPTY = Finding(
    "5.10/response-is-empty",
    "A reply was parsed into a response. It is empty, and counts: ask whether the key `response` "
    "is in the span's outputs, and not for its value.",
)
RESPONSE_IS_THERE = Finding(
    "5.10/response-is-there",
    "A reply was parsed into a response: the outputs of a span ReActOutputParser.parse have the "
    "key `response`.",
)
OTHER_SPAN_FAILED = Finding(
    "5.10/other-span-failed",
    "A span failed that is neither a parser's nor a tool's, whatever its name begins with: that "
    "makes no agent ill.",
)


def healthy_agent(learner) -> dict:
    """Draw a run of an agent that is healthy."""
    x, y = numbers(learner, 2)
    return {"question": f"What is {x} + {y}?"}


def agent_with_a_raising_tool(learner) -> dict:
    """Draw a run of an agent whose tool raises."""
    return healthy_agent(learner) | {"tools": [failing_tool(learner, "add")]}


def diagnosis_is(learner, scenario: dict | None, expected: str, why: Finding) -> None:
    """Fail unless diagnose says so of this run and of drawn ones, and of others something else.

    A run takes longer than all drawn traces, so that not every check has one. `why` says what in
    the trace tells.
    """
    places = ("alone", "in a step", learner.random.choice(["first", "last"]))
    cases = [drawn_case(learner, expected, place) for place in places]
    other = learner.random.choice([name for name in DIAGNOSES if name != expected])
    drawn = [*cases, drawn_case(learner, other, "alone")]
    asked = [Asked({"spans": spans}, run=run) for spans, run, _ in drawn]
    if scenario is not None:
        run = "a healthy agent" if expected == "healthy" else "a misbehaving agent"
        asked.insert(0, Asked(scenario, run=run))
    outcomes = read_each(learner, "diagnose", asked)
    if scenario is not None:
        is_diagnosed(next(outcomes), expected, why)
    for case in cases:
        is_diagnosed_as_drawn(next(outcomes), case, expected, why)
    outcome = next(outcomes)
    if outcome.ok and outcome.value == expected:
        told = f"It says so of this trace, too, which shows something else: {SHOWS[other]}."
        outcome.fail(Finding("5.10/same-for-another", told), show(other))


def drawn_diagnoses_are(learner, places: Sequence[str]) -> None:
    """Fail unless diagnose gives each diagnosis for traces drawn with it in each of the places."""
    expected = [
        (diagnosis, place)
        for place in places
        for diagnosis in learner.random.sample(DIAGNOSES, len(DIAGNOSES))
    ]
    cases = [drawn_case(learner, *one) for one in expected]
    asked = [Asked({"spans": spans}, (), run) for spans, run, _ in cases]
    for outcome, case, (diagnosis, _) in zip(
        read_all(learner, "diagnose", asked), cases, expected, strict=True
    ):
        why = Finding("5.10/row-by-row", f"What the trace shows: {SHOWS[diagnosis]}.")
        is_diagnosed_as_drawn(outcome, case, diagnosis, why)


def is_diagnosed_as_drawn(outcome: Reading, case: tuple, expected: str, why: Finding) -> None:
    """Fail unless this was diagnosed of a trace drawn so: see `drawn_case`."""
    spans, run, also = case
    if outcome.ok and outcome.value in also:
        why = FIRST_THAT_FITS
    elif outcome.ok and expected == "healthy" and outcome.value == "never finishes":
        responses = [one["outputs"]["response"] for one in spans if has_response(one)]
        why = RESPONSE_IS_EMPTY if "" in responses else RESPONSE_IS_THERE
    elif outcome.ok and "another span" in run and outcome.value in failing_in_its_place(expected):
        why = OTHER_SPAN_FAILED
    is_diagnosed(outcome, expected, why)


def has_response(span: dict) -> bool:
    """Tell whether this is the span of a reply that was parsed into a response."""
    return span["name"] == PARSE and "response" in span.get("outputs", {})


def failing_in_its_place(diagnosis: str) -> tuple[str, ...]:
    """Return what a failed span, taken for a parser's or a tool's, is diagnosed as instead."""
    failures = DIAGNOSES[:3]
    # An exception that is like TypeError may be the cause, too.
    return failures[:1] if diagnosis in failures else failures


def is_diagnosed(outcome: Reading, expected: str, why: Finding) -> None:
    """Fail unless this was diagnosed."""
    if outcome.ok and isinstance(outcome.value, str) and outcome.value not in DIAGNOSES:
        why = NONE_OF_THE_SIX
    outcome.returns(expected, why)


def drawn_case(learner, diagnosis: str, place: str) -> tuple[list[dict], str, list[str]]:
    """Draw a trace with this diagnosis; return its spans, what a report calls it, what else fits.

    Its mishap is "alone", or "in a step" with another tool call, or the "first" or "last" in time
    of several, which are in rows of the table further down. A span may have failed that is neither
    a parser's nor a tool's.
    """
    row = DIAGNOSES.index(diagnosis)
    lower = list(DIAGNOSES[row + 1 : -1]) if place in ("first", "last") else []
    # The next row is always among them: with a row that no span's failure shows, nobody could see
    # which of two failures was taken.
    more = learner.random.sample(lower[1:], learner.random.randint(0, len(lower[1:])))
    also = learner.random.sample([*lower[:1], *more], len(lower[:1]) + len(more))
    ills = [diagnosis, *also]
    seen = [ill for ill in ills if ill not in ("never finishes", "healthy")]
    rounds = [mishap(learner, ill, place == "in a step") for ill in seen]
    if place == "last":
        rounds.reverse()
    for _ in range(learner.random.randint(1, 3)):
        rounds.insert(learner.random.randint(0, len(rounds)), {"calls": [call(learner)]})
    if "never finishes" not in ills:
        said = learner.random.choice(["No tool raised an error.", "It never finishes.", "7", ""])
        # last, or before what another run in this trace went on with
        rounds.insert(learner.random.choice([len(rounds), 0]), {"answer": said})
    around, word = words(learner, 2)
    names = [f"{word}.look_up", *(f"{name}_{word}" for name in ("FunctionTool.call", PARSE))]
    beside = learner.random.sample(names, learner.random.randint(0, len(names)))

    def before(trace, place):
        for name in beside:
            error = learner.random.choice([*DRAWN_ERRORS, "TypeError"])
            trace.add(name, place, raises=error)

    spans = drawn_run(learner, rounds, [around], before)
    if beside and learner.random.random() < 0.5:
        spans[0]["raises"] = "TypeError"
    told = [*filter(lambda ill: ill != "healthy", ills)] or ["nothing wrong"]
    run = f"a run of {len(rounds)} rounds with {' and '.join(told)}"
    return spans, run + (", and another span that failed" if beside else ""), also


def call(learner, **about) -> dict:
    """Draw a tool call."""
    x, y = numbers(learner, 2)
    return {"tool": words(learner, 1)[0], "arguments": {"x": x, "y": y}} | about


def mishap(learner, ill: str, with_another: bool) -> dict:
    """Draw a round in which this goes wrong, maybe in a step with another tool call."""
    if ill == "unparseable output":  # a real run shows ValueError
        return {"unparseable": learner.random.choice(["KeyError", "IndexError", "TypeError"])}
    about = {
        "wrong arguments": {"raises": "TypeError"},
        "raising tool": {"raises": learner.random.choice([*DRAWN_ERRORS, *LIKE_TYPE_ERROR])},
        "unknown tool": {"made": False},
    }[ill]
    calls = [call(learner, **about)]
    if with_another:
        calls.insert(learner.random.randint(0, 1), call(learner))
    return {"calls": calls}
