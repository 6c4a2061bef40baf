"""Lesson 5, hidden: the same readings of other runs, with other tools, numbers and mishaps."""

from lesson_kit.agent_script.logged_model import EXPERIMENT
from lesson_kit.judging.checking import check
from lesson_kit.judging.diagnosing import diagnosis_is, drawn_diagnoses_are
from lesson_kit.judging.drawing import numbers, words
from lesson_kit.judging.drawn_traces import drawn_run
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import made_tool
from lesson_kit.judging.making_traces import (
    OTHER_EXPERIMENT,
    AgentRun,
    each_run_is_traced,
    product,
    started,
    traces_are_returned,
)
from lesson_kit.judging.outcomes import Failed, show
from lesson_kit.judging.reading_tool_calls import (
    Inputs,
    drawn_inputs,
    inputs_are,
    missing_calls_are_counted,
    only_the_agents_calls,
)
from lesson_kit.judging.reading_traces import (
    Mishaps,
    action,
    answer,
    drawn_mishaps,
    error_of,
    failing_tool,
    failures_are,
    read,
    reported_usage_is_given,
    unparseable,
    usage_is_first,
)
from lesson_kit.judging.span_trees import (
    children_are,
    climbs,
    drawn_trees_are_right,
    tree_is_right,
)

NO_REPLY = Finding(
    "5.10/no-reply",
    "Without any span ReActOutputParser.parse, no reply was parsed into a response.",
)


@check("5.1")
def traces_each_run_once(learner):
    """leaves one trace of each of two runs, also when it is called again"""
    asked = [product(learner), product(learner)]
    outcome, start = started(learner, [question for question, _ in asked], times=2)
    names = sorted({trace["experiment"] for trace in start["traces"]})
    if set(names) - {EXPERIMENT}:
        raise Failed(OTHER_EXPERIMENT, outcome.called, repr(EXPERIMENT), show(names))
    each_run_is_traced(outcome, start, asked)


@check("5.2")
def returns_each_trace(learner):
    """returns the trace of each run, of two agents by turns and of one, asked the same or not"""
    (question, result), other = product(learner), product(learner)
    odd = f" {question.replace(' ', '  ')}\n"  # it is asked as it is
    first, second = learner.random.sample((1, 2), 2)
    runs = [
        AgentRun(first, odd, result),
        AgentRun(second, *other),  # other agent, other question
        AgentRun(first, *other),  # other agent, same question; and this agent's second
        AgentRun(first, *other),  # same agent, same question
    ]
    traces_are_returned(learner, runs)


@check("5.3")
def gives_children_of_any_span(learner):
    """gives the children of several spans, in larger trees whose spans share names"""
    children_are(learner, size=25, trees=3)


@check("5.4")
def lists_a_longer_tree(learner):
    """lists the spans of a longer run, in a span of another kind"""
    rounds = ["tool call", "unknown tool", "unparseable", "tool call"]
    learner.random.shuffle(rounds)
    tree_is_right(learner, rounds, around=" ".join(words(learner, 2)))


@check("5.4")
def lists_a_deep_tree(learner):
    """lists deep trees with branches that take turns in time"""
    deep = [learner.random.randint(deepest // 2, deepest) for deepest in (12, 25, 60)]
    drawn_trees_are_right(learner, [(1, 1), *((70, levels) for levels in deep)])


@check("5.5")
def reads_the_usage_from_the_trace(learner):
    """gives what the LLM reported, also where that is more than three numbers"""
    x, y, z = numbers(learner, 3)
    usage_is_first(learner, f"What is ({x} + {y}) * {z}?", calls=3)
    reported_usage_is_given(learner, rounds=3)


@check("5.5")
def takes_a_question_by_hand_for_the_first(learner):
    """takes the first LLM call, whoever made it, and the only one where there is one"""
    reported_usage_is_given(learner, rounds=2, by_hand=True)
    reported_usage_is_given(learner, rounds=1)


@check("5.6")
def climbs_in_any_tree(learner):
    """compares whole names of all spans above, and of no others"""
    climbs(learner, size=25, each=2, trees=3)


@check("5.7")
def gives_the_inputs_of_every_call(learner):
    """gives the inputs of each call, in order"""
    x, y, z = numbers(learner, 3)
    calls = [{"x": x, "y": y}, {"x": x + y, "y": z}]
    scenario = {"question": f"What is {x} + {y} + {z}?"}
    inputs_are(learner, Inputs(scenario, "add", calls), Inputs(scenario, "multiply", []))


@check("5.7")
def counts_only_the_agents_calls(learner):
    """leaves out another call that was made by hand"""
    only_the_agents_calls(learner)


@check("5.7")
def gives_each_call_once(learner):
    """gives failed calls, equal calls and those that a tool makes, of this tool alone"""
    inputs_are(learner, *(one for _ in range(3) for one in drawn_inputs(learner)))


@check("5.8")
def names_every_failure(learner):
    """names each failure of a run, in order of time"""
    x, y = numbers(learner, 2)
    tool = failing_tool(learner, "lookup")
    mishaps = [
        (unparseable(learner), "ReActOutputParser.parse: ValueError"),
        (action("lookup", first=x, second=y), "FunctionTool.call: TypeError"),
        (action("lookup", x=x, y=y), f"FunctionTool.call: {error_of(tool, x, y)}"),
        (action("lookup", x=x, y=x), f"FunctionTool.call: {error_of(tool, x, x)}"),
    ]
    learner.random.shuffle(mishaps)
    replies = [reply for reply, _ in mishaps] + [answer(str(x + y))]
    scenario = {"question": f"What is {x} + {y}?", "replies": replies, "tools": [tool]}
    failures = [failure for _, failure in mishaps]
    failures_are(learner, Mishaps(scenario, failures, "a run with four mishaps"))


@check("5.8")
def names_any_failed_span(learner):
    """names failures of other spans too, and equal ones each time"""
    failures_are(learner, *(drawn_mishaps(learner) for _ in range(3)))


@check("5.9")
def counts_children_only(learner):
    """counts the calls right below a step, and no other spans"""
    kinds = ["deeper", "another span", "none", "failed", "some of a step", "several"]
    learner.random.shuffle(kinds)
    missing_calls_are_counted(learner, *kinds)


@check("5.10")
def takes_the_first_that_fits(learner):
    """takes the uppermost row of the table that fits, whatever else failed"""
    drawn_diagnoses_are(learner, ("alone", "in a step", "first", "last"))


@check("5.10")
def is_not_misled_by_words(learner):
    """calls a long run healthy whose answer speaks of errors"""
    x, y = numbers(learner, 2)
    said = "No error: the calculator never finishes."
    calls = [{"tool": "add", "arguments": {"x": x + i, "y": y}} for i in range(8)]
    calls += [{"tool": "multiply", "arguments": {"x": x, "y": y}}]
    spans = drawn_run(learner, [*({"calls": [call]} for call in calls), {"answer": said}])
    spans[0] |= {"inputs": {"input": f"Is {x} + {y} an error?"}, "outputs": {"result": said}}
    scenario = {"spans": spans}
    why = Finding(
        "5.10/misled-by-words",
        "Neither the number of rounds nor the words of the answer make an agent ill.",
    )
    diagnosis_is(learner, scenario, "healthy", why)


@check("5.10")
def knows_any_unknown_tool(learner):
    """recognises an unknown tool of another name, late in a run"""
    x, y = numbers(learner, 2)
    name = learner.random.choice(["divide", "search_web", "power", "subtract"])
    replies = [action("add", x=x, y=y), action(name, x=x, y=y), answer("about 7")]
    scenario = {"question": f"How far is it from {x} to {y}?", "replies": replies}
    why = Finding(
        "5.10/calls-without-a-span",
        "Compare, in each handle_tool_calls, the tool calls that it got with the tool spans below.",
    )
    diagnosis_is(learner, scenario, "unknown tool", why)


@check("5.10")
def knows_any_wrong_arguments(learner):
    """recognises arguments that are missing, wrong or too many"""
    x, y = numbers(learner, 2)
    wrong = learner.random.choice([{"a": x, "b": y}, {"x": x}, {"x": x, "y": y, "z": 1}])
    replies = [action("multiply", **wrong), answer("I do not know.")]
    scenario = {"question": f"What is {x} * {y}?", "replies": replies}
    why = Finding(
        "5.10/any-wrong-arguments",
        "Names that are missing, wrong or too many: the tool's span fails with TypeError.",
    )
    diagnosis_is(learner, scenario, "wrong arguments", why)


@check("5.10")
def knows_any_unparseable_output(learner):
    """recognises unparseable output after a good reply"""
    x, y = numbers(learner, 2)
    replies = [action("add", x=x, y=y), "Thought: Now what?\nAction: none of them", answer("5")]
    scenario = {"question": f"What is {x} + {y}?", "replies": replies}
    why = Finding(
        "5.10/failed-parser",
        "The failed span is ReActOutputParser.parse, wherever it is in the run.",
    )
    diagnosis_is(learner, scenario, "unparseable output", why)


@check("5.10")
def knows_any_endless_agent(learner):
    """recognises an agent that goes on with other numbers each time"""
    x, y = numbers(learner, 2)
    replies = [action("add", x=x + i, y=y) for i in range(9)]
    scenario = {"question": f"What is {x} + {y}?", "replies": replies, "max_rounds": 3}
    why = Finding(
        "5.10/endless-without-repeating",
        "It asks for a tool to the end and never answers; the numbers need not repeat.",
    )
    diagnosis_is(learner, scenario, "never finishes", why)
    spans = drawn_run(learner, [], words(learner, 1))
    outcome = read(learner, "diagnose", {"spans": spans}, run="a run without any reply")
    outcome.returns("never finishes", NO_REPLY)


@check("5.10")
def knows_any_raising_tool(learner):
    """recognises a raising tool when the agent answers all the same"""
    x, y = numbers(learner, 2)
    integers = {"x": "int", "y": "int"}
    add = made_tool("add", integers, gives=x + y)
    replies = [action("lookup", x=x, y=y), action("add", x=x, y=y), answer(str(x + y))]
    scenario = {
        "question": f"What is {x} + {y}?",
        "replies": replies,
        "tools": [failing_tool(learner, "lookup"), add],
    }
    why = Finding(
        "5.10/raising-tool-and-an-answer",
        "The run is OK and has an answer, but a tool's span in it failed.",
    )
    diagnosis_is(learner, scenario, "raising tool", why)
