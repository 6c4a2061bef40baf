"""Judge code that reads a trace (5.5 and 5.8): what it says of a run that a check had made.

It is one file, as what both read, and how they are asked, is the same.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lesson_kit.judging.drawing import numbers, words
from lesson_kit.judging.drawn_traces import DRAWN_ERRORS, drawn_run, drawn_usage, two_sums
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import Request, new, requested
from lesson_kit.judging.outcomes import Outcome, same, show

ERRORS = ["ArithmeticError", "KeyError", "OSError", "RuntimeError", "ValueError", "LookupError"]

TRACE_CHANGED = Finding(
    "5/trace-changed",
    "The value is right, but the trace is another one afterwards, its list of spans or what a span "
    "holds: read it, and put what you keep into a list or dict of your own.",
)
OTHER_THE_SECOND_TIME = Finding(
    "5/other-the-second-time",
    "The first call gave the right value, a second one with the same trace gives another: begin "
    "each call with a new list or dict.",
)


@dataclass
class Reading(Outcome):
    """What a learner's function read off a trace, the first time and the second."""

    again: object = None
    unchanged: bool = True

    def returns(self, expected, meaning="", because=None):
        """Fail unless this was read off the trace, each time, and the trace left as it was."""
        value = super().returns(expected, meaning, because)
        self.stays()
        return value

    def stays(self) -> None:
        """Fail unless the trace is as it was, and gives the same once more; what is a list is one.

        To be asked once the value is right.
        """
        if isinstance(self.value, list) and self.type != "list":
            not_a_list = f"The elements are right, but give a list: this is a {self.type}."
            self.fail(Finding("5/not-a-list", not_a_list), show(self.value))
        if not self.unchanged:
            self.fail(TRACE_CHANGED)
        if not same(self.again, self.value):
            first, self.value = self.value, self.again
            self.fail(OTHER_THE_SECOND_TIME, show(first))


@dataclass
class Asked:
    """What a learner's function is asked: the trace of a run, which a report calls `run`.

    `given` is what the report says in place of the arguments.
    """

    scenario: dict
    arguments: tuple = ()
    run: str = ""
    given: str = ""

    def called(self, function: str) -> str:
        """Return the call, in the words of a report."""
        given = self.given or "".join(f", {show(argument)}" for argument in self.arguments)
        run = self.run or show(self.scenario["question"])
        return f"{function}(trace{given}) on the trace of {run}"


def read(learner, function: str, scenario: dict, *arguments, run: str = "", given="") -> Reading:
    """Let a learner's function read the trace of a run: see `Asked`."""
    return next(read_each(learner, function, [Asked(scenario, arguments, run, given)]))


def read_each(learner, function: str, asked: Sequence[Asked]) -> Iterator[Reading]:
    """Let a learner's function read several traces, each apart from the others."""
    groups = read_groups(learner, function, [[one] for one in asked])
    return (reading for (reading,) in groups)


def read_all(learner, function: str, asked: list[Asked]) -> list[Reading]:
    """Let a learner's function read several traces; neighbours of the same scenario share one."""
    return next(read_groups(learner, function, [asked]))


def read_groups(learner, function: str, groups: Sequence[list[Asked]]) -> Iterator[list[Reading]]:
    """Let a learner's function read several groups of traces: see `read_all`."""
    outcomes = learner.request_each([reading_of(function, group) for group in groups])
    for group, outcome in zip(groups, outcomes, strict=True):
        yield readings(outcome, [one.called(function) for one in group])


def reading_of(function: str, asked: list[Asked]) -> Request:
    """Return the request that these traces are read."""
    traces = [
        {"scenario": scenario, "arguments": [list(one.arguments) for one in of_it]}
        for scenario, of_it in itertools.groupby(asked, key=lambda one: one.scenario)
    ]
    called = asked[0].called(function)
    return requested("traced_runs.read", called, function=function, traces=traces)


def readings(outcome: Outcome, calls: list[str]) -> list[Reading]:
    """Return what was read at each of these calls."""
    told = outcome.value if outcome.ok and isinstance(outcome.value, list) else []
    found = []
    for called, fields in itertools.zip_longest(calls, told[: len(calls)], fillvalue={}):
        reading = Reading(**vars(outcome) | {"called": called, "value": None, "type": ""})
        if isinstance(fields, dict):
            reading.value, reading.type = fields.get("value"), str(fields.get("type"))
            reading.again = fields.get("again")
            reading.unchanged = fields.get("unchanged") is True
            raised = fields.get("raised")
            reading.raised = raised if isinstance(raised, dict) else reading.raised
        found.append(reading)
    return found


# --- runs to be read ------------------------------------------------------------------------------


def action(tool: str, **arguments) -> str:
    """Return the reply of an LLM that asks for a tool."""
    given = ", ".join(f'"{name}": {value}' for name, value in arguments.items())
    return f"Thought: A tool helps.\nAction: {tool}\nAction Input: {{{given}}}"


def answer(text: str) -> str:
    """Return the reply of an LLM that answers."""
    return f"Thought: I can answer.\nAnswer: {text}"


def unparseable(learner) -> str:
    """Return a reply that no parser understands."""
    # Without "Action:" it would be taken for an answer.
    words = learner.random.choice(["I would rather not use your format.", "Let me think about it."])
    return f"Thought: {words}\nAction: which one?"


def failing_tool(learner, name: str) -> dict:
    """Stand for a tool that raises one of several exceptions, as its arguments' sum decides."""
    errors = learner.random.sample(ERRORS, 5)
    text = f"the disk {learner.random.randint(1, 99)} is full"
    return new("lesson_kit.probes.traced_runs.failing_tool", name=name, text=text, errors=errors)


def error_of(tool: dict, x: int, y: int) -> str:
    """Return the type of the exception that a failing tool raises for these arguments."""
    errors = tool["with"]["errors"]
    return errors[(x + y) % len(errors)]


# --- 5.5 first_token_usage ------------------------------------------------------------------------

NOT_AS_IT_IS = Finding(
    "5.5/not-as-it-is",
    "The first span of the type CHAT_MODEL has the LLM's numbers in its attribute `usage`: give "
    "that dict as it is.",
)
LAST_CALL = Finding(
    "5.5/last-call", "That is the last LLM call. The first one comes first in time."
)
WHOLE_RUN = Finding(
    "5.5/whole-run", "That is the whole run. Asked for is its first LLM call alone."
)
MLFLOWS_SUMMARY = Finding(
    "5.5/mlflows-summary",
    "Those are the names of MLflow's own summary. The LLM's are in the attribute `usage`.",
)
HALF_OF_IT = Finding(
    "5.5/half-of-it", "This LLM reported more than that: give the dict as it is, all of it."
)
EVERY_CALL = Finding("5.5/every-call", "Those are all LLM calls. Asked for is the first one alone.")


def usage_is_first(learner, question: str, calls: int) -> None:
    """Fail unless first_token_usage gives the first of so many calls' usages, which are drawn."""
    prompt = [learner.random.randint(100, 900), *numbers(learner, 1)]  # base and growth
    completion = [learner.random.randint(100, 900), *numbers(learner, 1)]
    usages = []
    for call in range(1, calls + 1):
        tokens = {
            "prompt_tokens": prompt[0] + call * prompt[1],
            "completion_tokens": completion[0] + call * completion[1],
        }
        usages.append(tokens | {"total_tokens": sum(tokens.values())})
    scenario = {"question": question, "prompt_tokens": prompt, "completion_tokens": completion}
    outcome = read(learner, "first_token_usage", scenario)
    totals = {name: sum(usage[name] for usage in usages) for name in usages[0]}
    summary = {
        "input_tokens": usages[0]["prompt_tokens"],
        "output_tokens": usages[0]["completion_tokens"],
        "total_tokens": usages[0]["total_tokens"],
    }
    outcome.returns(
        usages[0],
        NOT_AS_IT_IS,
        because={
            show(usages[-1]): LAST_CALL,
            show(totals): WHOLE_RUN,
            show(summary): MLFLOWS_SUMMARY,
            show(usages): EVERY_CALL,
        },
    )


def total(usage: dict) -> int:
    return usage["total_tokens"]


def reported_usage_is_given(learner, rounds: int, by_hand: bool = False) -> None:
    """Fail unless first_token_usage gives what is reported in drawn traces, whatever that is."""

    def ask_by_hand(trace, around):
        other(trace, around)
        trace.add(
            "OtherLLM.chat", around, type="CHAT_MODEL", attributes={"usage": drawn_usage(learner)}
        )

    def other(trace, around):  # has a usage, and is no LLM
        trace.add(
            "Index.embed", around, type="EMBEDDING", attributes={"usage": drawn_usage(learner)}
        )

    drawn: list[tuple[list[dict], list[dict]]] = []
    for extreme in (min, max, min):  # which the first one is not, where there are several
        usages: list[dict] = []
        while not usages or extreme(usages, key=total) is usages[0] is not usages[-1]:
            calls = two_sums(learner)[: rounds - 1]
            before = ask_by_hand if by_hand else other
            spans = drawn_run(learner, [*calls, {"answer": "Done."}], words(learner, 1), before)
            usages = [
                span["attributes"]["usage"] for span in spans if span.get("type") == "CHAT_MODEL"
            ]
        drawn.append((spans, usages))
    run = "a run after a question by hand" if by_hand else f"a run with {rounds} LLM calls"
    asked = [Asked({"spans": spans}, run=run) for spans, _ in drawn]
    outcomes = read_each(learner, "first_token_usage", asked)
    for outcome, (_, usages) in zip(outcomes, drawn, strict=True):
        because = {show(usages[-1]): LAST_CALL} if len(usages) > 1 else {}
        if set(usages[0]) - {"prompt_tokens", "completion_tokens", "total_tokens"}:
            three = {key: usages[0][key] for key in list(usages[0])[:3]}
            because[show(three)] = HALF_OF_IT
        outcome.returns(usages[0], NOT_AS_IT_IS, because=because)


# --- 5.8 failures ---------------------------------------------------------------------------------

ONLY_HANDS_ON = Finding(
    "5.8/only-hands-on",
    "FunctionTool.__call__ only hands on the failure of FunctionTool.call: leave it out.",
)
MORE_THAN_ONE = Finding(
    "5.8/more-than-one",
    "There is more in it than one text for each failed span, which names its one exception.",
)
NOT_EACH_FAILURE = Finding(
    "5.8/not-each-failure",
    "Give one text for each span with the status ERROR, but for those whose whole name is "
    "FunctionTool.__call__: its name, a colon and a space, the type of the exception.",
)
RUN_NOT_SPANS = Finding(
    "5.8/run-not-spans",
    "Spans in it failed, also where the run as a whole is OK: look at the status of each.",
)
ONLY_THE_FIRST = Finding(
    "5.8/only-the-first", "That is the first failure alone. Go on: each failed span has its text."
)
NOT_IN_TIME = Finding(
    "5.8/not-in-time", "Those are the failures. Give them in order of time, as data.spans has them."
)


class Mishaps(NamedTuple):
    """A run to be read, the failures in it, and what a report calls it."""

    scenario: dict
    expected: list[str]
    run: str


def failures_are(learner, *each: Mishaps) -> None:
    """Fail unless failures gives those of each of these runs."""
    asked = [Asked(one.scenario, run=one.run) for one in each]
    for outcome, one in zip(read_each(learner, "failures", asked), each, strict=True):
        are_failures(outcome, one.expected)


def are_failures(outcome: Reading, expected: list[str]) -> None:
    """Fail unless these are what was read."""
    value = outcome.obtained(show(expected))
    texts = [text for text in value if isinstance(text, str)] if isinstance(value, list) else []
    if len(texts) > len(expected) and set(texts) >= set(expected):
        outcome.fail(why_more(texts, expected), show(expected))
    if texts != expected and sorted(texts) == sorted(expected) and len(texts) == len(value):
        outcome.fail(NOT_IN_TIME, show(expected))
    because = {"[]": RUN_NOT_SPANS, show(expected[:1]): ONLY_THE_FIRST} if expected else None
    outcome.returns(expected, NOT_EACH_FAILURE, because=because)


def why_more(texts: list[str], expected: list[str]) -> Finding:
    """Say why there are more texts than failures."""
    if any(text.startswith("FunctionTool.__call__") for text in texts):
        return ONLY_HANDS_ON
    failed = {text.partition(": ")[0] for text in expected}
    well = [name for text in texts if (name := text.partition(": ")[0]) not in failed]
    if not well:
        return MORE_THAN_ONE
    return Finding(
        "5.8/went-well",
        f"In the list is {show(well[0])}, and no span of that name failed: one that went well has "
        "no failure to tell.",
    )


def failures_of(spans: list[dict]) -> list[str]:
    """Return what failures should give for these spans."""
    failed = [span for span in spans if "raises" in span]
    return [
        f"{span['name']}: {span['raises']}"
        for span in failed
        if span["name"] != "FunctionTool.__call__"
    ]


def drawn_mishaps(learner) -> Mishaps:
    """Draw a trace with failures of many kinds."""
    x, y = numbers(learner, 2)
    errors = learner.random.sample(DRAWN_ERRORS, 3)
    call = {"tool": words(learner, 1)[0], "arguments": {"x": x, "y": y}}
    rounds = [
        {"calls": [call | {"raises": errors[0]}]},
        {"unparseable": errors[1]},
        {"calls": [call | {"raises": "TypeError"}, call, call | {"raises": errors[0]}]},
    ]
    learner.random.shuffle(rounds)

    one, other, third, around = words(learner, 4)

    def before(trace, place):  # its first span goes on beside the run: see below
        outer = trace.add(f"{one}.look_up", place, raises=errors[2])
        trace.add(f"{other}.__call__", outer, raises=errors[2])
        trace.add(f"{third}.look_up", place, notes=errors[1])

    spans = drawn_run(learner, [*rounds, {"answer": str(x)}], [around], before)
    spans[0]["raises"] = errors[0]
    spans.append({"name": f"{one}.end", "parent": 1, "raises": errors[2]})
    return Mishaps({"spans": spans}, failures_of(spans), "a run with many mishaps")


def failing_run(learner) -> Mishaps:
    """Draw a run whose tool raises."""
    x, y = numbers(learner, 2)
    tool = failing_tool(learner, "add")
    scenario = {"question": f"What is {x} + {y}?", "tools": [tool]}
    failure = f"FunctionTool.call: {error_of(tool, x, y)}"
    return Mishaps(scenario, [failure], "a run whose tool raises")
