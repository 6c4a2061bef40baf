"""Lesson 5: what learners check of starting a trace, reading it, and diagnosing an agent by it."""

from lesson_kit.agent_script.logged_model import EXPERIMENT
from lesson_kit.judging.checking import check
from lesson_kit.judging.diagnosing import agent_with_a_raising_tool, diagnosis_is, healthy_agent
from lesson_kit.judging.drawing import numbers
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.making_traces import (
    MEND_ABOVE,
    NO_TRACE,
    NOT_ACTIVE,
    OTHER_EXPERIMENT,
    AgentRun,
    each_run_is_traced,
    product,
    started,
    traces_are_returned,
)
from lesson_kit.judging.outcomes import Failed, show
from lesson_kit.judging.reading_tool_calls import (
    EVERY_TOOL,
    OUTPUT_NOT_INPUT,
    Inputs,
    drawn_inputs,
    inputs_are,
    missing_calls_are_counted,
    no_arguments_are_given,
    only_the_agents_calls,
)
from lesson_kit.judging.reading_traces import (
    Mishaps,
    drawn_mishaps,
    failing_run,
    failures_are,
    reported_usage_is_given,
    usage_is_first,
)
from lesson_kit.judging.span_trees import (
    children_are,
    climbs,
    drawn_trees_are_right,
    tree_is_right,
)


@check("5.1")
def switches_autologging_on(learner):
    """makes LlamaIndex leave a trace of a run, and returns nothing"""
    asked = [product(learner)]
    outcome, start = started(learner, [question for question, _ in asked])
    if not start["traces"]:
        raise Failed(NO_TRACE, outcome.called, "1 trace", "no trace")
    each_run_is_traced(outcome, start, asked)


@check("5.1")
def uses_the_experiment(learner):
    """puts the traces into the tutorial's experiment, and makes it the active one"""
    asked = [product(learner)]
    outcome, start = started(learner, [question for question, _ in asked], existing=True)
    if not start["traces"]:
        raise Failed(MEND_ABOVE, outcome.called, f"a trace in {EXPERIMENT!r}", "no trace")
    names = sorted({trace["experiment"] for trace in start["traces"]})
    if names != [EXPERIMENT]:
        raise Failed(OTHER_EXPERIMENT, outcome.called, repr(EXPERIMENT), show(names))
    if start["active"] != EXPERIMENT:
        raise Failed(NOT_ACTIVE, outcome.called, repr(EXPERIMENT), show(start["active"]))
    each_run_is_traced(outcome, start, asked)


@check("5.2")
def returns_the_trace(learner):
    """runs the given agent once and returns the trace of that run"""
    traces_are_returned(learner, [AgentRun(1, *product(learner))])


@check("5.3")
def gives_what_is_right_below(learner):
    """gives the spans right below a span, in order of time"""
    children_are(learner, size=9, deep=4)


@check("5.4")
def lists_the_tree(learner):
    """lists every span below its parent, in order of time"""
    rounds = ["tool call", learner.random.choice(["tool call", "unknown tool", "unparseable"])]
    learner.random.shuffle(rounds)
    tree_is_right(learner, rounds)


@check("5.4")
def lists_a_tree_side_by_side(learner):
    """lists what is below each span before the next one, also where spans ran side by side"""
    drawn_trees_are_right(learner, [(9, 4)])


@check("5.5")
def gives_the_first_usage(learner):
    """gives the token usage of the first LLM call"""
    x, y = numbers(learner, 2)
    usage_is_first(learner, f"What is {x} + {y}?", calls=2)
    reported_usage_is_given(learner, rounds=2)


@check("5.6")
def climbs_to_the_root(learner):
    """tells whether a name is above a span, right above or several levels"""
    climbs(learner, size=10)


@check("5.7")
def gives_the_inputs_of_add(learner):
    """gives the inputs of the add call"""
    x, y, z = numbers(learner, 3)
    multiplied, added = {"x": x, "y": y}, {"x": x * y, "y": z}
    scenario = {"question": f"What is {x} * {y} + {z}?"}
    also = {show([multiplied, added]): EVERY_TOOL, show([x * y + z]): OUTPUT_NOT_INPUT}
    inputs_are(learner, Inputs(scenario, "add", [added], also))


@check("5.7")
def gives_the_inputs_of_multiply(learner):
    """gives the inputs of another tool's call"""
    x, y, z = numbers(learner, 3)
    scenario = {"question": f"What is ({x} + {y}) * {z}?"}
    inputs_are(learner, Inputs(scenario, "multiply", [{"x": x + y, "y": z}]))


@check("5.7")
def leaves_out_a_call_by_hand(learner):
    """leaves out a call that was tried by hand"""
    only_the_agents_calls(learner)


@check("5.7")
def gives_each_call_of_many(learner):
    """gives each call of this tool by the agent, in a run that calls others too"""
    inputs_are(learner, *drawn_inputs(learner))


@check("5.7")
def gives_calls_without_arguments(learner):
    """gives {} for a call without arguments"""
    no_arguments_are_given(learner)


@check("5.8")
def names_a_failure(learner):
    """names the span that failed and the type of its exception"""
    failures_are(learner, failing_run(learner))


@check("5.8")
def names_each_of_several(learner):
    """names each of several failures, in order of time"""
    failures_are(learner, drawn_mishaps(learner))


@check("5.8")
def names_no_failure(learner):
    """gives an empty list where nothing failed"""
    x, y = numbers(learner, 2)
    healthy = Mishaps({"question": f"What is {x} + {y}?"}, [], "a healthy run")
    failures_are(learner, healthy, failing_run(learner))  # and not always


@check("5.9")
def counts_calls_not_made(learner):
    """counts the tool calls that were asked for and not made"""
    missing_calls_are_counted(learner, "none", "one", "several")


@check("5.9")
def counts_within_a_step(learner):
    """counts calls, not steps, and those right below a step alone: a step may make some of them"""
    missing_calls_are_counted(learner, "some of a step", "failed", "deeper")


@check("5.10")
def recognises_health(learner):
    """calls an agent healthy that is"""
    why = Finding(
        "5.10/health",
        "Every tool call worked, every reply could be parsed, and there is an answer.",
    )
    diagnosis_is(learner, healthy_agent(learner), "healthy", why)


@check("5.10")
def recognises_an_unknown_tool(learner):
    """recognises a call of an unknown tool"""
    why = Finding(
        "5.10/unknown-tool",
        "A step handle_tool_calls was asked for a tool call and has no FunctionTool span for it.",
    )
    diagnosis_is(learner, None, "unknown tool", why)


@check("5.10")
def recognises_wrong_arguments(learner):
    """recognises arguments that the tool does not take"""
    why = Finding(
        "5.10/wrong-arguments",
        "Python raises TypeError when a function gets arguments that it does not take.",
    )
    diagnosis_is(learner, None, "wrong arguments", why)


@check("5.10")
def recognises_unparseable_output(learner):
    """recognises a reply that could not be parsed"""
    why = Finding(
        "5.10/unparseable",
        "A span ReActOutputParser.parse failed. Any exception counts, not ValueError alone.",
    )
    diagnosis_is(learner, None, "unparseable output", why)


@check("5.10")
def recognises_an_endless_agent(learner):
    """recognises an agent that never finishes"""
    why = Finding(
        "5.10/endless",
        "No reply of the LLM was ever parsed into a response: it asked for tools to the end.",
    )
    diagnosis_is(learner, None, "never finishes", why)


@check("5.10")
def recognises_a_raising_tool(learner):
    """recognises a tool that raises"""
    why = Finding(
        "5.10/raising-tool",
        "The tool's span failed, and not with TypeError: the call was right, the tool is broken.",
    )
    diagnosis_is(learner, agent_with_a_raising_tool(learner), "raising tool", why)
