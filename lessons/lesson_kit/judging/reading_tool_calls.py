"""Judge code that reads tool calls off a trace (5.7 and 5.9)."""

from typing import NamedTuple

from lesson_kit.judging.drawing import numbers, words
from lesson_kit.judging.drawn_traces import BY_AGENT, RUN, DrawnTrace, drawn_run
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import show
from lesson_kit.judging.reading_traces import Asked, read, read_each

# --- 5.7 tool_inputs ------------------------------------------------------------------------------

NOT_THE_INPUTS = Finding(
    "5.7/not-the-inputs",
    "Read them off the trace: the inputs of each FunctionTool.call of that tool, in order.",
)
TWO_SPANS_A_CALL = Finding(
    "5.7/two-spans-a-call",
    "Each tool call is two spans, FunctionTool.__call__ and FunctionTool.call below it: count only "
    "the second.",
)
KWARGS_NOT_INPUTS = Finding(
    "5.7/kwargs-not-inputs",
    'The span\'s inputs hold the arguments under "kwargs": give only those.',
)
NO_LIST = Finding("5.7/no-list", "Give a list, also where there is one call, or none.")
EVERY_TOOL = Finding(
    "5.7/every-tool", "Those are the calls of every tool. The attribute `name` says which."
)
OUTPUT_NOT_INPUT = Finding(
    "5.7/output-not-input", "That is what the tool gave back. Asked for is what went in."
)
CALL_BY_HAND = Finding(
    "5.7/call-by-hand",
    "A call was made by hand, in the same trace. The agent's calls lie below "
    "ReActAgent.handle_tool_calls.",
)


class Inputs(NamedTuple):
    """A run, a tool and its inputs in it; `also` names wrong values and what they mean."""

    scenario: dict
    tool: str
    expected: list[dict]
    also: dict = {}
    run: str = ""


def inputs_are(learner, *each: Inputs) -> None:
    """Fail unless tool_inputs gives these, of each run."""
    asked = [Asked(one.scenario, (one.tool,), one.run) for one in each]
    for outcome, one in zip(read_each(learner, "tool_inputs", asked), each, strict=True):
        doubled = [inputs for inputs in one.expected for _ in range(2)]
        wrapped = [{"kwargs": inputs} for inputs in one.expected]
        because = {
            show(doubled): TWO_SPANS_A_CALL,
            show(wrapped): KWARGS_NOT_INPUTS,
            show(one.expected[0] if one.expected else None): NO_LIST,
        }
        outcome.returns(one.expected, NOT_THE_INPUTS, because=because | one.also)


def only_the_agents_calls(learner) -> None:
    """Fail unless tool_inputs leaves out a call of add by hand in the trace of the agent's call."""
    a, b, x, y, z = numbers(learner, 5)
    by_hand, by_agent = {"x": a, "y": b}, {"x": x * y, "y": z}
    scenario = {"question": f"What is {x} * {y} + {z}?", "around": "practice", "tried": by_hand}
    also = {show([by_hand, by_agent]): CALL_BY_HAND}
    inputs_are(learner, Inputs(scenario, "add", [by_agent], also))


LONGER_NAME = Finding(
    "5.7/longer-name",
    "A call of another tool is in it, whose name only begins like this one's: compare the whole "
    "name.",
)
FAILED_CALL = Finding(
    "5.7/failed-call", "A call that failed is missing: the agent made it, so its arguments count."
)
DEEPER_CALL = Finding(
    "5.7/deeper-call",
    "A call is missing that a tool of the agent made: it lies below ReActAgent.handle_tool_calls "
    "too, only deeper.",
)
ONCE_EACH = Finding(
    "5.7/once-each",
    "A call is missing. The same one was made twice: give its arguments as often as it was made.",
)
NO_ARGUMENTS = Finding(
    "5.7/no-arguments",
    "A call without arguments is a call all the same: its inputs are {}, without the key "
    '"kwargs", and so its arguments are {}.',
)


def drawn_inputs(learner) -> list[Inputs]:
    """Draw a trace with an agent's calls of a tool and many others; ask for two tools."""
    tool, other, text, place = words(learner, 4)
    a, b, c, x, y = numbers(learner, 5)
    twice, failed, deeper = {"x": x, "y": y}, {"text": f"{text} – „{a}“"}, {"parts": [b, [c]]}
    by_hand = {"x": y, "y": x}
    again, inner = {"tool": tool, "arguments": twice}, {"tool": tool, "arguments": deeper}
    rounds = [
        {"calls": [{"tool": tool, "arguments": failed, "raises": "KeyError"}]},
        {"calls": [again, {"tool": f"{tool}_many", "arguments": {"x": a}}]},
        {"calls": [{"tool": other, "arguments": {"x": b}, "inside": [inner]}]},
        {"calls": [again]},
    ]
    expected = [failed, twice, deeper, twice]

    def before(trace, around):
        trace.call(trace.add(f"My{BY_AGENT}", around), tool, by_hand)

    spans = drawn_run(learner, [*rounds, {"answer": "Done."}], [place], before)
    trace = DrawnTrace(spans)
    trace.call(spans.index(next(one for one in spans if one["name"] == RUN)), tool, by_hand)
    also = {
        show([by_hand, *expected]): CALL_BY_HAND,
        show([*expected, by_hand]): CALL_BY_HAND,
        show([by_hand, *expected, by_hand]): CALL_BY_HAND,
        show([failed, twice, {"x": a}, deeper, twice]): LONGER_NAME,
        show([twice, deeper, twice]): FAILED_CALL,
        show([failed, twice, twice]): DEEPER_CALL,
        show([failed, twice, deeper]): ONCE_EACH,
    }
    run = f"a run that calls {tool}, {tool}_many and {other}"
    never = f"a run that never calls {place}"
    return [
        Inputs({"spans": spans}, tool, expected, also, run),
        Inputs({"spans": spans}, place, [], run=never),
    ]


def no_arguments_are_given(learner) -> None:
    """Fail unless tool_inputs gives {} for a call without arguments, and the others' arguments."""
    tool, (x, y) = words(learner, 1)[0], numbers(learner, 2)
    each: list[dict] = [{}, {"x": x}, {}, {"y": y}]
    learner.random.shuffle(each)
    rounds = [{"calls": [{"tool": tool, "arguments": arguments}]} for arguments in each]
    spans = drawn_run(learner, [*rounds, {"answer": "Done."}])
    run = f"a run that calls {tool} twice without arguments, and twice with some"
    outcome = read(learner, "tool_inputs", {"spans": spans}, tool, run=run)
    if outcome.raised is not None and outcome.raised["type"] == "KeyError":
        outcome.fail(NO_ARGUMENTS, show(each))
    outcome.returns(each, NO_ARGUMENTS)


# --- 5.9 calls_not_made ---------------------------------------------------------------------------

ASKED_MINUS_MADE = Finding(
    "5.9/asked-minus-made",
    "For each step handle_tool_calls: how long is the list of what it was asked for, and how many "
    "spans FunctionTool.__call__ are right below it? Add up the differences.",
)
STEPS_NOT_CALLS = Finding(
    "5.9/steps-not-calls",
    "That is in how many steps a call is missing. Asked for is how many calls are.",
)
NAMES_NOT_CALLS = Finding(
    "5.9/names-not-calls",
    "That is how many tools are missing, by their names. Asked for is how many calls are: the same "
    "tool may be asked for several times.",
)
MADE_DEEPER = Finding(
    "5.9/made-deeper",
    "A tool here calls another one: that span lies deeper, and makes up for no missing call. Count "
    "the children only.",
)
OTHER_SPAN_BELOW = Finding(
    "5.9/other-span-below",
    "There is another span right below the step, and it is no call: count those named "
    "FunctionTool.__call__.",
)
FAILED_IS_MADE = Finding(
    "5.9/failed-is-made", "A call that failed was made all the same, so it is not missing."
)


def missing_calls_are_counted(learner, *kinds: str) -> None:
    """Fail unless calls_not_made counts what is missing in drawn traces, one of each kind.

    A kind is "none", "one", "several", "some of a step", "deeper", "another span" or "failed".
    """
    drawn = [(kind, *drawn_gap(learner, kind)) for kind in kinds]
    asked = [Asked({"spans": spans}, run=DRAWN_GAPS[kind]) for kind, spans, _ in drawn]
    outcomes = read_each(learner, "calls_not_made", asked)
    for outcome, (kind, spans, missing) in zip(outcomes, drawn, strict=True):
        names = [span["name"] for span in spans]
        steps = names.count("ReActAgent.handle_tool_calls")
        failed = [span["name"] for span in spans if "raises" in span]
        because = {
            "some of a step": {steps: STEPS_NOT_CALLS, 3: NAMES_NOT_CALLS, 4: NAMES_NOT_CALLS},
            "deeper": {missing - 1: MADE_DEEPER},
            "another span": {missing - 1: OTHER_SPAN_BELOW, missing - steps: OTHER_SPAN_BELOW},
            "failed": {missing + failed.count("FunctionTool.call"): FAILED_IS_MADE},
        }.get(kind, {})
        shown = {show(value): why for value, why in because.items()}
        outcome.returns(missing, ASKED_MINUS_MADE, because=shown)


DRAWN_GAPS = {
    "none": "a run that makes each call",
    "one": "a run with a call of an unknown tool",
    "several": "a run with several calls of unknown tools",
    "some of a step": "a run whose steps make some of the calls that they are asked for",
    "deeper": "a run with an unknown tool, and a tool that calls another one",
    "another span": "a run with an unknown tool, and spans below its steps that are no calls",
    "failed": "a run whose tools fail",
}


def drawn_gap(learner, kind: str) -> tuple[list[dict], int]:
    """Draw a run of a kind; return its spans, and how many calls are missing in it."""
    known, other, unknown = words(learner, 3)
    good = {"tool": known, "arguments": {"x": numbers(learner, 1)[0]}}
    lost = {"tool": unknown, "arguments": {"x": numbers(learner, 1)[0]}, "made": False}
    some = learner.random.randint(2, 4)
    second, third = ({**lost, "tool": f"{unknown}_{one}"} for one in ("b", "c"))
    steps: list[list[dict]] = {
        "none": [[good], [good, good]],
        "one": [[good], [lost]],
        "several": [[lost]] * some + [[good]],
        # more calls than tools, and more tools than steps: 3 in all, 1 and 3 in a step
        "some of a step": [[good, *[lost] * some], [lost, second, third, lost, good]],
        "deeper": [[good | {"inside": [good | {"tool": other}]}, lost], [lost]],
        "another span": [[good], [lost]],
        "failed": [[good | {"raises": "KeyError"}], [good | {"raises": "TypeError"}, good]],
    }[kind]
    learner.random.shuffle(steps)
    spans = drawn_run(learner, [{"calls": step} for step in steps] + [{"answer": "Done."}])
    if kind == "another span":
        below = [i for i, span in enumerate(spans) if span["name"].endswith("tool_calls")]
        spans += [{"name": f"{other}.look_up", "parent": step} for step in below]
    return spans, sum(not call.get("made", True) for step in steps for call in step)
