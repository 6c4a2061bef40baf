"""What the checks of lesson 5, visible and hidden, ask of code that makes or reads a trace."""

import textwrap

from lesson_kit.judging.learner import new
from lesson_kit.judging.outcomes import Failed, show

EXPERIMENT = "MLflow LlamaIndex Workflow Tutorial"
MAKE_TOOL = "lesson_kit.probes.made_tools.make"
INTEGERS = {"x": "int", "y": "int"}

DIAGNOSES = (
    "unparseable output",
    "wrong arguments",
    "raising tool",
    "unknown tool",
    "never finishes",
    "healthy",
)

NO_FLUSH = (
    "MLflow writes traces in the background: flush with mlflow.flush_trace_async_logging() "
    "before you read one."
)
NAMED_ONCE = (
    "Each tool call is two spans, FunctionTool.__call__ and FunctionTool.call below it: "
    "count only the second."
)


# --- reading a trace ------------------------------------------------------------------------------


def read(learner, function: str, scenario: dict, *arguments, run: str = ""):
    """Let a learner's function read the trace of a run."""
    given = "".join(f", {show(argument)}" for argument in arguments)
    return learner.request(
        "traced_runs.read",
        f"{function}(trace{given}) on the trace of {run or show(scenario['question'])}",
        function=function,
        scenario=scenario,
        arguments=list(arguments),
    )


def expected_tree(tool_calls: int) -> list[str]:
    """Return the span tree of a run of the agent with this many tool calls, one a round."""
    ask = """
      ReActAgent.prepare_llm_prompt
      ReActAgent.invoke_llm
        ScriptedLLM.achat
      ReActAgent.handle_llm_response
        ReActOutputParser.parse"""
    act = """
      ReActAgent.handle_tool_calls
        FunctionTool.__call__
          FunctionTool.call"""
    tree = "    ReActAgent.run\n      ReActAgent.new_user_msg" + (ask + act) * tool_calls + ask
    return textwrap.dedent(tree).splitlines()


def tree_is_right(learner, question: str, tool_calls: int) -> None:
    """Fail unless span_tree lists the whole tree of this run."""
    outcome = read(learner, "span_tree", {"question": question})
    lines = outcome.obtained("a list of lines")
    expected = expected_tree(tool_calls)
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        outcome.fail("Give a list with one line of text for each span.", show(expected[:3]))
    if lines == expected:
        return
    got, wanted = [line.strip() for line in lines], [line.strip() for line in expected]
    if len(lines) < len(expected):
        meaning = "Spans are missing. Go down from each span to its children, and to theirs."
    elif got == wanted:
        meaning = "The names are right. Begin a line with two spaces for each level below the root."
    elif sorted(got) == sorted(wanted):
        meaning = "All spans are there. But children come right after their parent, first of all."
    else:
        meaning = "One line for each span, with the span's name and nothing else."
    both = enumerate(zip(lines, expected, strict=False))
    first = next((i for i, (one, other) in both if one != other), 0)
    raise Failed(
        meaning,
        outcome.called,
        f"{len(expected)} lines; line {first + 1} is {expected[first]!r}",
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
    """Fail unless first_token_usage gives the first of the usages that the LLM reports."""
    scenario = {"question": question, "usages": usages}
    outcome = read(learner, "first_token_usage", scenario)
    totals = {name: sum(one[name] for one in usages) for name in usages[0]}
    short = {
        "input_tokens": usages[0]["prompt_tokens"],
        "output_tokens": usages[0]["completion_tokens"],
        "total_tokens": usages[0]["total_tokens"],
    }
    outcome.returns(
        usages[0],
        "The first span of the type CHAT_MODEL has the LLM's numbers in its attribute `usage`: "
        "give that dict as it is.",
        because={
            show(usages[-1]): "That is the last LLM call. The first one comes first in time.",
            show(totals): "That is the whole run. Asked for is its first LLM call alone.",
            show(short): "That is MLflow's own summary. The LLM's words are in `usage`.",
            show(usages): "Those are all LLM calls. Asked for is the first one alone.",
        },
    )


def inputs_are(learner, scenario: dict, tool: str, expected: list[dict], also=None) -> None:
    """Fail unless tool_inputs gives these; `also` names more wrong values and what they mean."""
    outcome = read(learner, "tool_inputs", scenario, tool)
    doubled = [inputs for inputs in expected for _ in range(2)]
    wrapped = [{"kwargs": inputs} for inputs in expected]
    because = {
        show(doubled): NAMED_ONCE,
        show(wrapped): 'The span\'s inputs hold the arguments under "kwargs": give only those.',
        show(expected[0] if expected else None): "Give a list, also where there is one call.",
    }
    meaning = f"Read them off the trace: the inputs of each FunctionTool.call of {tool}, in order."
    outcome.returns(expected, meaning, because=because | (also or {}))


def only_the_agents_calls(learner, tried: dict, called: dict) -> None:
    """Fail unless tool_inputs leaves out a call tried by hand in the trace of the agent's call."""
    inputs_are(
        learner,
        {"question": f"What is {called['x']} + {called['y']}?", "tried": tried},
        "add",
        [called],
        also={
            show([tried, called]): "The first call was made by hand, in the same trace. "
            "The agent's calls lie below ReActAgent.handle_tool_calls.",
        },
    )


def failures_are(learner, scenario: dict, expected: list[str], run: str) -> None:
    """Fail unless failures gives these."""
    outcome = read(learner, "failures", scenario, run=run)
    value = outcome.obtained(show(expected))
    texts = [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
    if len(texts) > len(expected) and set(texts) >= set(expected):
        outcome.fail(
            "FunctionTool.__call__ only hands on the failure of FunctionTool.call: leave it out."
            if any("__call__" in one for one in texts)
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
    """Fail unless diagnose gives this diagnosis; `why` says what in the trace tells."""
    run = "a healthy agent" if expected == "healthy" else "a misbehaving agent"
    outcome = read(learner, "diagnose", scenario, run=run)
    if outcome.ok and isinstance(outcome.value, str) and outcome.value not in DIAGNOSES:
        why = "That is none of the six texts: letter by letter, in small letters."
    outcome.returns(expected, why)


def raising(name: str, text: str) -> dict:
    """Stand for a tool with this name that raises ValueError."""
    return new(MAKE_TOOL, name=name, types=INTEGERS, raises=text)


# --- making a trace -------------------------------------------------------------------------------


def traces_after_start(learner, question: str):
    """Return the outcome of start_tracing and a run, and each trace: its experiment, its runs."""
    outcome = learner.request(
        "traced_runs.after_start",
        "start_tracing(), then a run of the agent",
        function="start_tracing",
        scenario={"question": question},
    )
    found = outcome.obtained(f"a trace in the experiment {EXPERIMENT!r}")
    return outcome, [(one["experiment"], one["runs"]) for one in found]


def traces_of_runs(learner, questions: list[str]):
    """Return outcome and description of what traced_run gives for each question."""
    outcome = learner.request(
        "traced_runs.returned",
        "; ".join(f"await traced_run(agent, {question!r})" for question in questions),
        function="traced_run",
        scenarios=[{"question": question} for question in questions],
    )
    return outcome, outcome.obtained("the trace of the run")


def is_trace_of(outcome, described: dict, question: str) -> None:
    """Fail unless this is the whole trace of one run with this question."""
    expected = f"the trace of {question!r}"
    if described["type"] == "NoneType" and not described["ran"]:
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
    if described["runs"] != [{"input": question}]:
        raise Failed(
            "That is the trace of another run. " + NO_FLUSH,
            outcome.called,
            expected,
            f"the trace of {show(described['runs'])}",
        )
