"""Lesson 5, hidden: the same readings of other runs, with other tools, numbers and mishaps."""

from lesson_kit.judging.checking import check
from lesson_kit.judging.learner import new
from lesson_kit.judging.outcomes import show
from lesson_kit.judging.reading_traces import (
    EXPERIMENT,
    INTEGERS,
    MAKE_TOOL,
    diagnosis_is,
    failures_are,
    inputs_are,
    is_trace_of,
    only_the_agents_calls,
    raising,
    traces_after_start,
    traces_of_runs,
    tree_is_right,
    usage,
    usage_is_first,
)


def numbers(learner, count: int = 2) -> list[int]:
    """Return different integers of two digits and more."""
    return learner.random.sample(range(10, 999), count)


def action(tool: str, **arguments) -> str:
    """Return the reply of an LLM that asks for a tool."""
    given = ", ".join(f'"{name}": {value}' for name, value in arguments.items())
    return f"Thought: A tool helps.\nAction: {tool}\nAction Input: {{{given}}}"


def answer(text: str) -> str:
    """Return the reply of an LLM that answers."""
    return f"Thought: I can answer.\nAnswer: {text}"


@check("5.1")
def traces_any_question(learner):
    """traces whatever the agent is asked, once"""
    x, y = numbers(learner)
    question = f"What is {x} * {y}?"
    outcome, traces = traces_after_start(learner, question)
    if traces != [(EXPERIMENT, [{"input": question}])]:
        outcome.value = traces
        outcome.fail(
            "Set the experiment and switch autologging on; the agent's runs do the rest.",
            show([(EXPERIMENT, [{"input": question}])]),
        )


@check("5.2")
def returns_each_trace(learner):
    """returns the trace of each of two runs"""
    x, y = numbers(learner)
    questions = [f"What is {x} + {y}?", f"What is {y} * {x}?"]
    outcome, described = traces_of_runs(learner, questions)
    for one, question in zip(described, questions, strict=True):
        is_trace_of(outcome, one, question)


@check("5.3")
def lists_a_longer_tree(learner):
    """lists the spans of a longer run"""
    x, y, z = numbers(learner, 3)
    tree_is_right(learner, f"What is ({x} + {y}) * {z}?", tool_calls=2)


@check("5.4")
def reads_the_usage_from_the_trace(learner):
    """gives what the LLM reported, whatever that is"""
    usages = [usage(*numbers(learner)) for _ in range(3)]
    x, y, z = numbers(learner, 3)
    usage_is_first(learner, f"What is ({x} + {y}) * {z}?", usages)


@check("5.5")
def gives_the_inputs_of_every_call(learner):
    """gives the inputs of each call, in order"""
    x, y, z = numbers(learner, 3)
    calls = [{"x": x, "y": y}, {"x": x + y, "y": z}]
    inputs_are(learner, {"question": f"What is {x} + {y} + {z}?"}, "add", calls)
    inputs_are(learner, {"question": f"What is {x} + {y} + {z}?"}, "multiply", [])


@check("5.5")
def counts_only_the_agents_calls(learner):
    """leaves out whatever the agent did not call"""
    (a, b), (x, y) = numbers(learner), numbers(learner)
    only_the_agents_calls(learner, {"x": a, "y": b}, {"x": x, "y": y})


@check("5.6")
def names_every_failure(learner):
    """names each failure of a run, in order of time"""
    x, y = numbers(learner)
    replies = [
        learner.random.choice(["I would rather not use your format.", "Let me think about it."]),
        action("add", first=x, second=y),
        answer(str(x + y)),
    ]
    # A reply without any format is taken as an answer, so the first must look like an action.
    replies[0] = f"Thought: {replies[0]}\nAction: which one?"
    failures_are(
        learner,
        {"question": f"What is {x} + {y}?", "replies": replies},
        ["ReActOutputParser.parse: ValueError", "FunctionTool.call: TypeError"],
        "a run with two mishaps",
    )


@check("5.7")
def is_not_misled_by_words(learner):
    """calls a long run healthy whose answer speaks of errors"""
    x, y = numbers(learner)
    replies = [action("add", x=x + i, y=y) for i in range(5)]
    replies += [action("multiply", x=x, y=y), answer("No error: the calculator never finishes.")]
    diagnosis_is(
        learner,
        {"question": f"Is {x} + {y} an error?", "replies": replies},
        "healthy",
        "Neither the number of rounds nor the words of the answer make an agent ill.",
    )


@check("5.7")
def knows_any_unknown_tool(learner):
    """recognises an unknown tool whatever its name, late in a run"""
    x, y = numbers(learner)
    name = learner.random.choice(["divide", "search_web", "power", "subtract"])
    replies = [action("add", x=x, y=y), action(name, x=x, y=y), answer("about 7")]
    diagnosis_is(
        learner,
        {"question": f"How far is it from {x} to {y}?", "replies": replies},
        "unknown tool",
        "Compare, in each handle_tool_calls, the tool calls that it got with the tool spans below.",
    )


@check("5.7")
def knows_any_wrong_arguments(learner):
    """recognises any arguments that a tool does not take"""
    x, y = numbers(learner)
    wrong = learner.random.choice([{"a": x, "b": y}, {"x": x}, {"x": x, "y": y, "z": 1}])
    replies = [action("multiply", **wrong), answer("I do not know.")]
    diagnosis_is(
        learner,
        {"question": f"What is {x} * {y}?", "replies": replies},
        "wrong arguments",
        "Names that are missing, wrong or too many: the tool's span fails with TypeError.",
    )


@check("5.7")
def knows_any_unparseable_output(learner):
    """recognises unparseable output after a good reply"""
    x, y = numbers(learner)
    replies = [action("add", x=x, y=y), "Thought: Now what?\nAction: none of them", answer("5")]
    diagnosis_is(
        learner,
        {"question": f"What is {x} + {y}?", "replies": replies},
        "unparseable output",
        "The failed span is ReActOutputParser.parse, wherever it is in the run.",
    )


@check("5.7")
def knows_any_endless_agent(learner):
    """recognises an agent that goes on with other numbers each time"""
    x, y = numbers(learner)
    replies = [action("add", x=x + i, y=y) for i in range(9)]
    diagnosis_is(
        learner,
        {"question": f"What is {x} + {y}?", "replies": replies, "max_rounds": 4},
        "never finishes",
        "It asks for a tool to the end and never answers; the numbers need not repeat.",
    )


@check("5.7")
def knows_any_raising_tool(learner):
    """recognises a raising tool when the agent answers all the same"""
    x, y = numbers(learner)
    tools = [raising("lookup", "no such row"), new(MAKE_TOOL, name="add", types=INTEGERS, gives=5)]
    replies = [action("lookup", x=x, y=y), action("add", x=x, y=y), answer("5")]
    diagnosis_is(
        learner,
        {"question": f"What is {x} + {y}?", "replies": replies, "tools": tools},
        "raising tool",
        "The run is OK and has an answer, but a tool's span in it failed.",
    )
