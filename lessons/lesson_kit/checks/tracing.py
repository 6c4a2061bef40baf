"""Lesson 5: what learners check of starting a trace, reading it, and diagnosing an agent by it."""

from lesson_kit.checking import Failed, check, new, show

EXERCISES = {
    "5.1": "start_tracing",
    "5.2": "traced_run",
    "5.3": "span_tree",
    "5.4": "first_token_usage",
    "5.5": "tool_inputs",
    "5.6": "failures",
    "5.7": "diagnose",
}

EXPERIMENT = "MLflow LlamaIndex Workflow Tutorial"
MAKE_TOOL = "lesson_kit.probes.tools.make"
INTEGERS = {"x": "int", "y": "int"}

NO_FLUSH = (
    "MLflow writes traces in the background: flush with mlflow.flush_trace_async_logging() "
    "before you read one."
)
NAMED_ONCE = (
    "Each tool call is two spans, FunctionTool.__call__ and FunctionTool.call below it: "
    "count only the second."
)


# --- what the checks ask, here and in the hidden ones ---------------------------------------------


def read(learner, function: str, scenario: dict, *arguments, run: str = ""):
    """Let a learner's function read the trace of a run; return the outcome, and what was traced."""
    given = "".join(f", {show(argument)}" for argument in arguments)
    run = run or show(scenario["question"])
    outcome = learner.request(
        "traces.read",
        f"{function}(trace{given}) on the trace of {run}",
        function=function,
        scenario=scenario,
        arguments=list(arguments),
    )
    traced = outcome.value if outcome.ok and isinstance(outcome.value, dict) else {}
    if outcome.ok:
        outcome.value = traced.get("value")
        outcome.type = type(outcome.value).__name__
    return outcome, traced


def tree_of(spans: list[dict], parent: str | None = None, depth: int = 0) -> list[str]:
    """Return the names of spans, which stand in order of time, as an indented tree."""
    lines = []
    for span in spans:
        if span["parent"] == parent:
            lines += ["  " * depth + span["name"], *tree_of(spans, span["id"], depth + 1)]
    return lines


def tree_is_right(learner, question: str) -> None:
    outcome, traced = read(learner, "span_tree", {"question": question})
    lines = outcome.obtained("a list of lines")
    expected = tree_of(traced["spans"])
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        outcome.fail("Give a list with one line of text for each span.", show(expected[:3]))
    if lines == expected:
        return
    got, wanted = [line.strip() for line in lines], [line.strip() for line in expected]
    if len(lines) < len(expected):
        meaning = "Spans are missing. Go down from each span to its children, and to theirs."
    elif got == wanted:
        meaning = (
            "The names are right. Begin each line with two spaces for each level below the root."
        )
    elif sorted(got) == sorted(wanted):
        meaning = (
            "All spans are there, but a child comes right after its parent, before the next step."
        )
    else:
        meaning = "One line for each span, with the span's name and nothing else."
    both = enumerate(zip(lines, expected, strict=False))
    first = next((i for i, (one, other) in both if one != other), 0)
    raise Failed(
        meaning,
        outcome.called,
        f"{len(expected)} lines; line {first + 1} is {expected[min(first, len(expected) - 1)]!r}",
        f"{len(lines)} lines" + (f"; line {first + 1} is {lines[first]!r}" if lines else ""),
    )


def usage(prompt: int, completion: int) -> dict:
    """Return a token usage as an LLM reports it."""
    return {
        "prompt_tokens": prompt,
        "completion_tokens": completion,
        "total_tokens": prompt + completion,
    }


def usage_is_first(learner, question: str, usages: list[dict]) -> None:
    scenario = {"question": question, "usages": usages}
    outcome, _ = read(learner, "first_token_usage", scenario)
    totals = {name: sum(one[name] for one in usages) for name in usages[0]}
    short = {
        "input_tokens": usages[0]["prompt_tokens"],
        "output_tokens": usages[0]["completion_tokens"],
        "total_tokens": usages[0]["total_tokens"],
    }
    outcome.returns(
        usages[0],
        because={
            show(usages[-1]): "That is the last LLM call. The first one comes first in time.",
            show(totals): "That is the whole run. Asked for is its first LLM call alone.",
            show(short): "That is MLflow's own summary. The LLM's words are in `usage`.",
            show(usages): "Those are all LLM calls. Asked for is the first one alone.",
        },
    )


def inputs_are(learner, scenario: dict, tool: str, expected: list[dict], also=None) -> None:
    """Fail unless tool_inputs gives these; `also` names more wrong values and what they mean."""
    outcome, _ = read(learner, "tool_inputs", scenario, tool)
    doubled = [inputs for inputs in expected for _ in range(2)]
    wrapped = [{"kwargs": inputs} for inputs in expected]
    because = {
        show(doubled): NAMED_ONCE,
        show(wrapped): 'The span\'s inputs hold the arguments under "kwargs": give only those.',
        show(expected[0] if expected else None): "Give a list, also where there is one call.",
    }
    outcome.returns(expected, because=because | (also or {}))


def failures_are(learner, scenario: dict, expected: list[str], run: str) -> None:
    outcome, _ = read(learner, "failures", scenario, run=run)
    value = outcome.obtained(show(expected))
    if isinstance(value, list) and len(value) > len(expected) and set(value) >= set(expected):
        outcome.fail(
            "FunctionTool.__call__ only hands on the failure of FunctionTool.call: leave it out."
            if any("__call__" in str(one) for one in value)
            else "A span that went well has no failure to tell.",
            show(expected),
        )
    outcome.returns(
        expected,
        "Give one text for each span with the status ERROR: its name, a colon and a space, the "
        "type of the exception.",
        because={"[]": "The agent recovered, so the run is OK, but a span in it is not."}
        if expected
        else None,
    )


def diagnosis_is(learner, scenario: dict, expected: str, why: str) -> None:
    outcome, _ = read(learner, "diagnose", scenario, run="a misbehaving agent")
    if expected == "healthy":
        outcome.called = "diagnose(trace) on the trace of a healthy agent"
    outcome.returns(expected, why)


def raising(name: str, text: str) -> dict:
    """Stand for a tool with this name that raises ValueError."""
    return new(MAKE_TOOL, name=name, types=INTEGERS, raises=text)


# --- 5.1 and 5.2: making a trace ------------------------------------------------------------------


def traces_after_start(learner, question: str):
    outcome = learner.request(
        "traces.after_start",
        "start_tracing(), then a run of the agent",
        function="start_tracing",
        scenario={"question": question},
    )
    return outcome, outcome.obtained(f"a trace in the experiment {EXPERIMENT!r}")


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
    names = sorted({trace["experiment"] for trace in traces})
    if names != [EXPERIMENT]:
        raise Failed(
            "Name the experiment with mlflow.set_experiment, letter by letter: traces go to "
            "whichever one is active.",
            outcome.called,
            repr(EXPERIMENT),
            show(names) if names else "no trace",
        )


def traces_of_runs(learner, questions: list[str]):
    """Return outcome and description of what traced_run gives for each question."""
    outcome = learner.request(
        "traces.returned",
        "; ".join(f"await traced_run(agent, {question!r})" for question in questions),
        function="traced_run",
        scenarios=[{"question": question} for question in questions],
    )
    return outcome, outcome.obtained("the trace of the run")


def is_trace_of(outcome, described: dict, question: str) -> None:
    """Fail unless this is the whole trace of one run with this question."""
    expected = f"the trace of {question!r}"
    if described["type"] == "NoneType" and not described.get("ran"):
        raise Failed(
            "The agent did not run: await agent.run(input=question).",
            outcome.called,
            expected,
            "None",
        )
    if described["type"] == "NoneType":
        raise Failed(NO_FLUSH, outcome.called, expected, "None")
    if described["type"] != "Trace":
        raise Failed(
            "Give back the trace itself: mlflow.get_trace(trace_id).",
            outcome.called,
            expected,
            f"a {described['type']}",
        )
    asked = [run.get("input") for run in described["runs"]]
    if asked != [question]:
        raise Failed(
            "That is the trace of another run. " + NO_FLUSH,
            outcome.called,
            expected,
            f"the trace of {show(asked)}",
        )


@check("5.2")
def returns_the_trace(learner):
    """runs the agent and returns the trace of that run"""
    question = "What is 6 * 7?"
    outcome, (described,) = traces_of_runs(learner, [question])
    is_trace_of(outcome, described, question)


# --- 5.3 to 5.7: reading traces -------------------------------------------------------------------


@check("5.3")
def lists_the_tree(learner):
    """lists every span below its parent, in order of time"""
    tree_is_right(learner, "What is 2 + 3?")


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
        {"question": "What is 2 + 3?", "mode": "endless", "max_rounds": 3},
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
