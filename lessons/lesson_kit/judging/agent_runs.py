"""Judge a run of a learner's workflow or agent: its result, its prompts, its observations."""

import re
from itertools import combinations

from lesson_kit.judging.drawing import WORKS_FIRST
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import made_tool
from lesson_kit.judging.outcomes import Failed, Outcome, show
from lesson_kit.judging.run_findings import one_run, result_of
from lesson_kit.probes.computed import AGAIN
from lesson_kit.probes.replies import Message

SHARED = Finding(
    "4/shared",
    "Two runs share this count. What belongs to one run goes into ctx.store, not on self.",
)

OVERWRITTEN = Finding(
    "4.2/overwritten",
    "Prices are missing in the total, as where workers overwrite each other. Read, wait and write "
    "inside one `async with ctx.store.edit_state() as state:`.",
)

OTHER_TOTAL = Finding(
    "4.2/other-total", "The total is the sum of all prices, each added once, in its own edit."
)

OWN_LOCK = Finding(
    "4.2/own-lock",
    "A lock of your own belongs to the event loop that first waited for it, and each run of a "
    "check has a new one. None is needed: `async with ctx.store.edit_state() as state:` keeps the "
    "others out while you read, wait and write.",
)

NOTHING_ADDED = Finding(
    "4.2/nothing-added",
    "The total is 0 still: inside the edit, write what slow_sum gives to state['total'].",
)

NO_QUESTION = Finding(
    "4.7/no-question",
    "The prompt lacks the question. new_user_msg puts the message into memory first, and then "
    'stores what memory holds as "history".',
)

NO_ACTIONS = Finding(
    "4.7/no-actions",
    "The LLM sees what was observed, and not what it did: append `reasoning` to the steps, too.",
)

NO_HISTORY = Finding(
    "4.7/no-history",
    "The prompt of a later run does not have the first question, as the user's message. Memory "
    "lives on self and is never emptied.",
)

NO_ANSWERS = Finding(
    "4.7/no-answers",
    "The first question is not followed by the assistant's answer in the prompt of a later run. "
    "Put the assistant's message into memory too, when the run ends.",
)

NOT_CALLED_AGAIN = Finding(
    "4.7/not-called-again",
    "An observation is what this call of the tool gave, as it is. The same call again is a call, "
    "too: a tool may give something else each time.",
)

NOT_EACH_CALL = Finding(
    "4.7/not-each-call",
    "A ToolCallEvent may hold several tool calls: call each of them, and append an observation for "
    "each, in their order.",
)

OTHER_ROLE = Finding(
    "4.7/other-role",
    "The answer is in memory, but not as the assistant's message: "
    'ChatMessage(role="assistant", content=…).',
)

OTHER_MEMORY = Finding(
    "4.7/other-memory",
    "The message that is kept of the assistant is not the run's result: its content is "
    "event.result.",
)

NOT_HEARD = Finding(
    "4.7/not-heard",
    "The tool's output is not in the next prompt, as an observation of just its text. "
    "handle_tool_calls appends that to the steps, and prepare_llm_prompt gives the formatter the "
    "steps.",
)

SILENT = Finding(
    "4.8/silent",
    "The LLM can only mend what it reads. Put what went wrong into words, as an observation: "
    "the content that call_tool_safely returns.",
)

NO_BOUND = Finding(
    "4.9/no-bound",
    "The LLM was asked more often than max_rounds allows. Count the rounds of a run, each reply is "
    "one, and return a StopEvent when self.max_rounds are used up.",
)

MIXED = Finding(
    "4.10/mixed",
    "A prompt shows the reasoning of another run. The steps of a run live in ctx.store, "
    "not on self.",
)

WRONG_QUESTION = Finding(
    "4.10/other-question",
    "One of the questions ends no prompt: another run's came in its place. Give the formatter the "
    "history that the run began with: the copy in the store, made with no await between memory.put "
    "and memory.get.",
)

NO_TEXT = Finding("4.7/no-text", "The result of a run is the answer as text: StopEvent(result=…).")

OTHER_ANSWER = Finding(
    "4.7/other-answer", "That is another answer. Look at the observations the LLM was shown."
)

MOST_NUMBERS = 20  # an answer that lists more of them says none

SAME_CALL = 'Thought: Once more.\nAction: add\nAction Input: {"x": 2, "y": 3}'


def prompts_of(outcome: Outcome, least: int = 1) -> list[list[Message]]:
    """Return the prompts that reached the LLM; fail where there are fewer than that."""
    prompts = outcome.obtained()["prompts"]
    if len(prompts) < least:
        times = {0: "never", 1: "once"}.get(len(prompts), f"{len(prompts)} times")
        meaning = Finding(
            "4.7/asked-too-seldom",
            f"The LLM was asked {times}. It decides what to do, and after a tool call a PrepEvent "
            "leads back to it.",
        )
        raise Failed(meaning, outcome.called, f"{least} prompts or more", f"{len(prompts)}")
    return prompts


def till_keeps(learner, name: str, prices: list[int], meaning: Finding = OTHER_TOTAL) -> None:
    """Fail unless the till's result has the right total or receipt, by that name."""
    total, receipt = sum(prices), prices
    outcome = learner.run("Till", {"prices": prices})
    right = {"total": total, "receipt": receipt}[name]
    run = one_run(outcome, 0, f"{name} {show(right)}")
    if run.raised and "bound to a different event loop" in run.raised["text"]:
        run.fail(OWN_LOCK, f"{name} {show(right)}")
    result = result_of(outcome, 0, f"{name} {show(right)}")
    if not isinstance(result, dict) or result.get(name) != right:
        found = result.get(name) if isinstance(result, dict) else None
        if name == "total" and found == 0:
            meaning = NOTHING_ADDED
        elif name == "total" and found in sums_of_some(prices):
            meaning = OVERWRITTEN
        raise Failed(meaning, outcome.called, show({name: right}), show(result))
    if result.get("total") != total:  # a receipt repeats the prices; the total is computed
        raise Failed(WORKS_FIRST, outcome.called, show({"total": total}), show(result))


def sums_of_some(prices: list[int]) -> set[int]:
    """Return what the total is where prices are missing in it."""
    return {sum(some) for count in range(len(prices)) for some in combinations(prices, count)}


def says(text, number: int) -> bool:
    """Tell whether an answer says this number, with or without commas; a list of many says none."""
    found = re.findall(r"-?\d+", re.sub(r"(?<=\d)[,_ ](?=\d{3})", "", str(text)))
    return len(found) <= MOST_NUMBERS and str(number) in found


def answers(outcome: Outcome, run: int, number: int, meaning: str = "") -> None:
    """Fail unless the answer of a run is text that says this number."""
    expected = f"an answer with {number}"
    result = result_of(outcome, run, expected)
    if not isinstance(result, str):
        meaning = NO_TEXT
    elif says(result, number):
        return
    elif not meaning and (prompts := outcome.value["prompts"]):
        meaning = lacks(prompts)
    raise Failed(meaning or OTHER_ANSWER, outcome.called, expected, show(result))


def lacks(prompts: list[list[Message]]) -> str:
    """Return what the prompts of a run should have had, and have not."""
    if not all(map(question_of, prompts)):
        return NO_QUESTION
    acted = any("Action:" in str(message["content"]) for message in prompts[-1][1:])
    return NO_ACTIONS if observations(prompts[-1]) and not acted else ""


def observations(prompt: list[Message]) -> list[str]:
    """Return the texts of the observations in a prompt."""
    contents = [str(message["content"]) for message in prompt]
    return [
        text.removeprefix("Observation:").strip()
        for text in contents
        if text.startswith("Observation:")
    ]


def question_of(prompt: list[Message]) -> str:
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
    answer = result_of(outcome, 0)
    if not following or following[0]["role"] != "assistant":
        if following and following[0]["content"] == answer:
            raise Failed(
                OTHER_ROLE, outcome.called, expected, f"it is the {following[0]['role']}'s"
            )
        raise Failed(NO_ANSWERS, outcome.called, expected, "the question alone")
    if following[0]["content"] != answer:
        expected, got = show(answer), show(following[0]["content"])
        raise Failed(OTHER_MEMORY, outcome.called, expected, got)


def calls_each(learner, values: list[int]) -> None:
    """Fail unless an agent calls each tool that one event asks for, in their order."""
    adds = learner.random.randint(1000, 9999)
    values = [*values, values[0]]  # the same call again gives another value
    calls = [["plus", {"x": value, "y": 1}] for value in values]
    calls.insert(1, ["nothing", {}])
    called = f"handle_tool_calls(ToolCallEvent(tool_calls={show(calls)}))"
    tool = made_tool("plus", {"x": "int", "y": "int"}, adds=adds, counts=True)
    outcome = learner.request(
        "agents.call_several", called, tool_calls=calls, question="Which?", tools=[tool]
    )
    if not outcome.obtained("observations")["runs"]:
        return  # such an agent has steps of its own, which no event can be sent to
    result_of(outcome, 0, "observations")
    found = observations(prompts[1]) if len(prompts := outcome.value["prompts"]) > 1 else []
    right = [str(value + 1 + adds) for value in values]
    first, *rest = [str(int(one) + number * AGAIN) for number, one in enumerate(right)]
    expected = f"the observations {[first, '… nothing …', *rest]}"
    if not found:
        raise Failed(NOT_HEARD, called, expected, "no observation")
    given = [int(one) if one.isdigit() else -1 for one in [*found[:1], *found[2:]]]
    # in whichever order they were called, each call is the first, the second and so on
    each = sorted(one // AGAIN for one in given) == [*range(len(values))]
    if not each or [str(one % AGAIN) for one in given] != right or "nothing" not in found[1]:
        again = len(given) == len(right) and given[-1] == given[0]
        meaning = NOT_CALLED_AGAIN if again else NOT_EACH_CALL
        raise Failed(meaning, called, expected, show(found))
