"""Lesson 5: what learners check of starting a trace, reading it, and diagnosing an agent by it."""

from lesson_kit.judging.checking import check
from lesson_kit.judging.outcomes import Failed, show
from lesson_kit.judging.reading_traces import (
    EXPERIMENT,
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


@check("5.1")
def switches_autologging_on(learner):
    """makes LlamaIndex leave a trace of each run"""
    outcome, traces = traces_after_start(learner, "What is 2 + 3?")
    if not traces:
        raise Failed(
            "The agent ran and left no trace: MLflow listens to LlamaIndex only after "
            "mlflow.llama_index.autolog().",
            outcome.called,
            "1 trace",
            "no trace",
        )


@check("5.1")
def uses_the_experiment(learner):
    """puts the traces into the tutorial's experiment"""
    outcome, traces = traces_after_start(learner, "What is 2 + 3?")
    if not traces:
        raise Failed(
            "There is no trace to look at: mend the check above first.",
            outcome.called,
            f"a trace in {EXPERIMENT!r}",
            "no trace",
        )
    names = sorted({experiment for experiment, _ in traces})
    if names != [EXPERIMENT]:
        raise Failed(
            "Name the experiment with mlflow.set_experiment, letter by letter: traces go to "
            "whichever one is active.",
            outcome.called,
            repr(EXPERIMENT),
            show(names),
        )


@check("5.2")
def returns_the_trace(learner):
    """runs the agent and returns the trace of that run"""
    question = "What is 6 * 7?"
    outcome, (described,) = traces_of_runs(learner, [question])
    is_trace_of(outcome, described, question)


@check("5.3")
def lists_the_tree(learner):
    """lists every span below its parent, in order of time"""
    tree_is_right(learner, "What is 2 + 3?", tool_calls=1)


@check("5.4")
def gives_the_first_usage(learner):
    """gives the token usage of the first LLM call"""
    usage_is_first(learner, "What is 2 + 3?", [usage(500, 40), usage(560, 20)])


@check("5.5")
def gives_the_inputs_of_add(learner):
    """gives the inputs of the add call"""
    question = "What is (123 + 456) * 789?"
    both = [{"x": 123, "y": 456}, {"x": 579, "y": 789}]
    inputs_are(
        learner,
        {"question": question},
        "add",
        [{"x": 123, "y": 456}],
        also={
            show(both): "Those are the calls of every tool. The attribute `name` says which.",
            "[579]": "That is what the tool gave back. Asked for is what went in.",
        },
    )


@check("5.5")
def gives_the_inputs_of_multiply(learner):
    """gives the inputs of another tool's call"""
    question = "What is (123 + 456) * 789?"
    inputs_are(learner, {"question": question}, "multiply", [{"x": 579, "y": 789}])


@check("5.5")
def leaves_out_a_call_by_hand(learner):
    """leaves out a call that was tried by hand"""
    only_the_agents_calls(learner, {"x": 1, "y": 1}, {"x": 2, "y": 3})


@check("5.6")
def names_a_failure(learner):
    """names the span that failed and the type of its exception"""
    scenario = {"question": "What is 2 + 3?", "tools": [raising("add", "the disk is full")]}
    failures_are(learner, scenario, ["FunctionTool.call: ValueError"], "a run whose tool raises")


@check("5.6")
def names_no_failure(learner):
    """gives an empty list where nothing failed"""
    failures_are(learner, {"question": "What is 2 + 3?"}, [], "a healthy run")


@check("5.7")
def recognises_health(learner):
    """calls an agent healthy that is"""
    diagnosis_is(
        learner,
        {"question": "What is 2 + 3?"},
        "healthy",
        "Every tool call worked, every reply could be parsed, and there is an answer.",
    )


@check("5.7")
def recognises_an_unknown_tool(learner):
    """recognises a call of an unknown tool"""
    diagnosis_is(
        learner,
        {"question": "What is 2 + 3?", "mode": "unknown_tool"},
        "unknown tool",
        "No span failed. But a step handle_tool_calls was asked for a tool call and has no "
        "FunctionTool span below it.",
    )


@check("5.7")
def recognises_wrong_arguments(learner):
    """recognises arguments that the tool does not take"""
    diagnosis_is(
        learner,
        {"question": "What is 2 + 3?", "mode": "wrong_arguments"},
        "wrong arguments",
        "Python raises TypeError when a function gets arguments that it does not take.",
    )


@check("5.7")
def recognises_unparseable_output(learner):
    """recognises a reply that could not be parsed"""
    diagnosis_is(
        learner,
        {"question": "What is 2 + 3?", "mode": "unparseable"},
        "unparseable output",
        "The span that failed is the parser's.",
    )


@check("5.7")
def recognises_an_endless_agent(learner):
    """recognises an agent that never finishes"""
    diagnosis_is(
        learner,
        {"question": "What is 2 + 3?", "mode": "endless", "max_rounds": 2},
        "never finishes",
        "No reply of the LLM was ever parsed into a response: it asked for tools to the end.",
    )


@check("5.7")
def recognises_a_raising_tool(learner):
    """recognises a tool that raises"""
    diagnosis_is(
        learner,
        {"question": "What is 2 + 3?", "tools": [raising("add", "the disk is full")]},
        "raising tool",
        "The tool's span failed, and not with TypeError: the call was right, the tool is broken.",
    )
