"""Judge code that reads a trace (5.4 to 5.6): what it says of a run that a check had made."""

from lesson_kit.judging.drawing import numbers
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import new
from lesson_kit.judging.outcomes import Outcome, show

ERRORS = ["ArithmeticError", "KeyError", "OSError", "RuntimeError", "ValueError", "LookupError"]


def read(learner, function: str, scenario: dict, *arguments, run: str = "") -> Outcome:
    """Let a learner's function read the trace of a run; the report calls it `run`."""
    given = "".join(f", {show(argument)}" for argument in arguments)
    return learner.request(
        "traced_runs.read",
        f"{function}(trace{given}) on the trace of {run or show(scenario['question'])}",
        function=function,
        scenario=scenario,
        arguments=list(arguments),
    )


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


# --- 5.4 first_token_usage ------------------------------------------------------------------------

NOT_AS_IT_IS = Finding(
    "5.4/not-as-it-is",
    "The first span of the type CHAT_MODEL has the LLM's numbers in its attribute `usage`: give "
    "that dict as it is.",
)
LAST_CALL = Finding(
    "5.4/last-call", "That is the last LLM call. The first one comes first in time."
)
WHOLE_RUN = Finding(
    "5.4/whole-run", "That is the whole run. Asked for is its first LLM call alone."
)
MLFLOWS_SUMMARY = Finding(
    "5.4/mlflows-summary", "That is MLflow's own summary. The LLM's words are in `usage`."
)
EVERY_CALL = Finding("5.4/every-call", "Those are all LLM calls. Asked for is the first one alone.")


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


# --- 5.5 tool_inputs ------------------------------------------------------------------------------

NOT_THE_INPUTS = Finding(
    "5.5/not-the-inputs",
    "Read them off the trace: the inputs of each FunctionTool.call of that tool, in order.",
)
TWO_SPANS_A_CALL = Finding(
    "5.5/two-spans-a-call",
    "Each tool call is two spans, FunctionTool.__call__ and FunctionTool.call below it: count only "
    "the second.",
)
KWARGS_NOT_INPUTS = Finding(
    "5.5/kwargs-not-inputs",
    'The span\'s inputs hold the arguments under "kwargs": give only those.',
)
NO_LIST = Finding("5.5/no-list", "Give a list, also where there is one call.")
EVERY_TOOL = Finding(
    "5.5/every-tool", "Those are the calls of every tool. The attribute `name` says which."
)
OUTPUT_NOT_INPUT = Finding(
    "5.5/output-not-input", "That is what the tool gave back. Asked for is what went in."
)
CALL_BY_HAND = Finding(
    "5.5/call-by-hand",
    "The first call was made by hand, in the same trace. The agent's calls lie below "
    "ReActAgent.handle_tool_calls.",
)


def inputs_are(learner, scenario: dict, tool: str, expected: list[dict], also=None) -> None:
    """Fail unless tool_inputs gives these; `also` names more wrong values and what they mean."""
    outcome = read(learner, "tool_inputs", scenario, tool)
    doubled = [inputs for inputs in expected for _ in range(2)]
    wrapped = [{"kwargs": inputs} for inputs in expected]
    because = {
        show(doubled): TWO_SPANS_A_CALL,
        show(wrapped): KWARGS_NOT_INPUTS,
        show(expected[0] if expected else None): NO_LIST,
    }
    outcome.returns(expected, NOT_THE_INPUTS, because=because | (also or {}))


def only_the_agents_calls(learner) -> None:
    """Fail unless tool_inputs leaves out a call of add by hand in the trace of the agent's call."""
    a, b, x, y, z = numbers(learner, 5)
    by_hand, by_agent = {"x": a, "y": b}, {"x": x * y, "y": z}
    scenario = {"question": f"What is {x} * {y} + {z}?", "around": "practice", "tried": by_hand}
    inputs_are(learner, scenario, "add", [by_agent], also={show([by_hand, by_agent]): CALL_BY_HAND})


# --- 5.6 failures ---------------------------------------------------------------------------------

ONLY_HANDS_ON = Finding(
    "5.6/only-hands-on",
    "FunctionTool.__call__ only hands on the failure of FunctionTool.call: leave it out.",
)
WENT_WELL = Finding("5.6/went-well", "A span that went well has no failure to tell.")
NOT_EACH_FAILURE = Finding(
    "5.6/not-each-failure",
    "Give one text for each span with the status ERROR: its name, a colon and a space, the type of "
    "the exception.",
)
RUN_NOT_SPANS = Finding(
    "5.6/run-not-spans", "The agent recovered, so the run is OK, but a span in it is not."
)


def failures_are(learner, scenario: dict, expected: list[str], run: str) -> None:
    """Fail unless failures gives these."""
    outcome = read(learner, "failures", scenario, run=run)
    value = outcome.obtained(show(expected))
    texts = [text for text in value if isinstance(text, str)] if isinstance(value, list) else []
    if len(texts) > len(expected) and set(texts) >= set(expected):
        hands_on = any("__call__" in text for text in texts)
        outcome.fail(ONLY_HANDS_ON if hands_on else WENT_WELL, show(expected))
    because = {"[]": RUN_NOT_SPANS} if expected else None
    outcome.returns(expected, NOT_EACH_FAILURE, because=because)


def failing_run(learner) -> tuple[dict, list[str]]:
    """Draw a run whose tool raises, and the failures in it."""
    x, y = numbers(learner, 2)
    tool = failing_tool(learner, "add")
    scenario = {"question": f"What is {x} + {y}?", "tools": [tool]}
    return scenario, [f"FunctionTool.call: {error_of(tool, x, y)}"]
