"""Judge a run of a learner's workflow or agent: its result, its prompts, its observations."""

import re

from lesson_kit.judging.outcomes import Failed, Outcome, show
from lesson_kit.judging.workflow_runs import RUN_BY_NAME

SHARED = "Two runs share this count. What belongs to one run goes into ctx.store, not on self."

OVERWRITTEN = (
    "Workers overwrite each other. Read, wait and write inside one "
    "`async with ctx.store.edit_state() as state:`."
)

NO_QUESTION = (
    "The prompt lacks the question. new_user_msg puts the message into memory first, and then "
    'stores what memory holds as "history".'
)

NO_ACTIONS = (
    "The LLM sees what was observed, and not what it did: append `reasoning` to the steps, too."
)

NO_HISTORY = (
    "The second prompt does not have the first question. Memory lives on self and is never emptied."
)

NO_ANSWERS = (
    "The first answer is not in the second prompt. Put the assistant's message into memory too, "
    "when the run ends."
)

NOT_HEARD = (
    "The tool's output did not reach the next prompt. handle_tool_calls appends it to the steps "
    "as an observation, and prepare_llm_prompt gives the formatter the steps."
)

SILENT = (
    "The LLM can only mend what it reads. Put what went wrong into words, as an observation: "
    "the content that call_tool_safely returns."
)

NO_BOUND = (
    "This loop goes on and on. Count the rounds of a run, each reply is one, and return a "
    "StopEvent when self.max_rounds are used up."
)

MIXED = (
    "A prompt shows the reasoning of another run. The steps of a run live in ctx.store, "
    "not on self."
)

WRONG_QUESTION = (
    "A run answered another run's question. Give the formatter the history that the run began "
    "with: the copy in the store, not what memory holds by now."
)

SAME_CALL = 'Thought: Once more.\nAction: add\nAction Input: {"x": 2, "y": 3}'


def result_of(outcome: Outcome, number: int = 0, expected: str = ""):
    """Return the result of one run; fail, and say why, where it has none."""
    explain(outcome, expected)
    run = outcome.obtained(expected)["runs"][number]
    if "unfinished" in run:
        raise Failed(
            "The run did not come to an end. Does every branch of each step return an event, and "
            "one of them the StopEvent?",
            outcome.called,
            expected,
            run["unfinished"],
        )
    if "raised" in run:
        failed = Outcome(outcome.called, raised=run["raised"])
        explain(failed, expected)
        failed.obtained(expected)
    if is_coroutine(run["result"]):
        raise Failed(
            "A coroutine is no value yet: write `await` in front of the call that made it.",
            outcome.called,
            expected,
            show(run["result"]),
        )
    return run["result"]


def is_coroutine(value) -> bool:
    """Tell whether plain data stands for a coroutine, or holds one."""
    if isinstance(value, dict):
        return value.get("$type") == "coroutine" or any(map(is_coroutine, value.values()))
    return isinstance(value, list) and any(map(is_coroutine, value))


def explain(outcome: Outcome, expected: str) -> None:
    """Fail in this lesson's words where an exception gives a misconception away."""
    raised = outcome.raised or {"types": [], "text": ""}
    if {"WorkflowValidationError", "WorkflowConfigurationError"} & set(raised["types"]):
        outcome.fail(
            "The graph does not hold together. Each step says which event it takes and which "
            "ones it returns: keep the signatures.",
            expected,
        )
    if raised.get("type") == "NotImplementedError" and "line" in raised:
        outcome.fail(
            f"The part in line {raised['line']}, in {raised['function']}, is not written yet: "
            "replace `raise NotImplementedError()` by your answer and run its cell.",
            expected,
        )
    if raised.get("type") == "WorkflowRuntimeError" and "instead of an Event" in raised["text"]:
        outcome.fail("A step returns an event object, and not the bare value.", expected)
    if "context manager protocol" in raised["text"]:
        outcome.fail("Write `async with ctx.store.edit_state() as state:`.", expected)
    if "is_running" in raised["text"]:
        outcome.fail(RUN_BY_NAME, expected)
    if "writer called inside edit_state" in raised["text"]:
        outcome.fail("Inside the block use `state[…]`, not ctx.store.", expected)
    if "coroutine" in raised["text"]:
        outcome.fail("What the store gives has to be awaited: `await ctx.store.get(…)`.", expected)


def prompts_of(outcome: Outcome, least: int = 1) -> list[list[dict]]:
    """Return the prompts that reached the LLM; fail where there are fewer than that."""
    prompts = outcome.obtained()["prompts"]
    if len(prompts) < least:
        times = ("never", "once")[len(prompts)] if len(prompts) < 2 else f"{len(prompts)} times"
        raise Failed(
            f"The LLM was asked {times}. It decides what to do, and after a tool "
            "call a PrepEvent leads back to it.",
            outcome.called,
            f"{least} prompts or more",
            f"{len(prompts)}",
        )
    return prompts


def gives(outcome: Outcome, number: int, expected, meaning: str = "", because=None) -> None:
    """Fail unless a run's result is this."""
    result = result_of(outcome, number, show(expected))
    Outcome(outcome.called, result, type(result).__name__).returns(expected, meaning, because)


def till_keeps(learner, name: str, prices: list[int], expected, meaning: str) -> None:
    """Fail unless the till's result holds this value under the name."""
    outcome = learner.run("Till", {"prices": prices}, seconds=3)
    result = result_of(outcome, 0, f"{name} {show(expected)}")
    if not isinstance(result, dict) or result.get(name) != expected:
        raise Failed(meaning, outcome.called, show({name: expected}), show(result))


def says(text, number: int) -> bool:
    """Tell whether an answer says this number, with or without commas."""
    found = re.findall(r"-?\d+", re.sub(r"(?<=\d)[,_ ](?=\d{3})", "", str(text)))
    return str(number) in found


def answers(outcome: Outcome, run: int, number: int, meaning: str = "") -> None:
    """Fail unless the answer of a run is text that says this number."""
    expected = f"an answer with {number}"
    result = result_of(outcome, run, expected)
    if not isinstance(result, str):
        meaning = "The result of a run is the answer as text: StopEvent(result=…)."
    elif says(result, number):
        return
    elif not meaning and (prompts := outcome.value["prompts"]):
        meaning = lacks(prompts)
    meaning = meaning or "That is another answer. Look at the observations the LLM was shown."
    raise Failed(meaning, outcome.called, expected, show(result))


def lacks(prompts: list[list[dict]]) -> str:
    """Return what the prompts of a run should have had, and have not."""
    if not all(map(question_of, prompts)):
        return NO_QUESTION
    acted = any("Action:" in str(one["content"]) for one in prompts[-1][1:])
    return NO_ACTIONS if observations(prompts[-1]) and not acted else ""


def observations(prompt: list[dict]) -> list[str]:
    """Return the texts of the observations in a prompt."""
    contents = [str(message["content"]) for message in prompt]
    return [
        text.removeprefix("Observation:").strip()
        for text in contents
        if text.startswith("Observation:")
    ]


def question_of(prompt: list[dict]) -> str:
    """Return the question that a prompt asks: the last message of the user's own."""
    asked = [
        str(message["content"])
        for message in prompt
        if message["role"] == "user" and not str(message["content"]).startswith("Observation:")
    ]
    return asked[-1] if asked else ""


def remembers(outcome: Outcome, question: str) -> None:
    """Fail unless the last prompt has an earlier question and the assistant's answer to it."""
    prompt = prompts_of(outcome)[-1]
    contents = [message["content"] for message in prompt]
    expected = f"{question!r} and its answer in the second run's prompts"
    if question not in contents:
        raise Failed(NO_HISTORY, outcome.called, expected, "no such message")
    following = prompt[contents.index(question) + 1 :]
    if not following or following[0]["role"] != "assistant":
        raise Failed(NO_ANSWERS, outcome.called, expected, "the question alone")
