"""Lesson 4: what learners check of the store, of what lives how long, and of their agent."""

import re

from lesson_kit.checking import Failed, Outcome, check, show

EXERCISES = {
    "4.1": "A value in the store",
    "4.2": "Editing the store",
    "4.3": "One run, or all of them",
    "4.4": "ReActAgent",
    "4.5": "Recovery",
    "4.6": "An end to every run",
    "4.7": "Two runs at once",
}

SHARED = "Two runs share this count. What belongs to one run goes into ctx.store, not on self."
OVERWRITTEN = (
    "Workers overwrite each other. Read, wait and write inside one "
    "`async with ctx.store.edit_state() as state:`."
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


# --- 4.1 to 4.3: small workflows ------------------------------------------------------------------


def result_of(outcome: Outcome, number: int = 0, expected: str = ""):
    """Return the result of one run; fail, and say why, where it has none."""
    explain(outcome, expected)
    run = outcome.obtained(expected)["runs"][number]
    if "timeout" in run:
        raise Failed(
            "The run did not come to an end. Which step returns the StopEvent?",
            outcome.called,
            expected,
            f"no result within {run['timeout']:g} s",
        )
    if "raised" in run:
        failed = Outcome(outcome.called, raised=run["raised"])
        explain(failed, expected)
        failed.obtained(expected)
    return run["result"]


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
            f"The part in line {raised['line']} is not written yet: replace "
            "`raise NotImplementedError()` by your answer and run its cell.",
            expected,
        )
    if "writer called inside edit_state" in raised["text"]:
        outcome.fail("Inside the block use `state[…]`, not ctx.store.", expected)
    if "coroutine" in raised["text"]:
        outcome.fail("What the store gives has to be awaited: `await ctx.store.get(…)`.", expected)


def prompts_of(outcome: Outcome, least: int = 1) -> list[list[dict]]:
    """Return the prompts that reached the LLM; fail where there are fewer than that."""
    prompts = outcome.obtained()["prompts"]
    if len(prompts) < least:
        raise Failed(
            f"The LLM was asked {len(prompts)} times. It decides what to do, and after a tool "
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


@check("4.1")
def counts_halvings(learner):
    """counts how often a number can be halved"""
    outcome = learner.run("HalvingCounter", {"number": 40})
    because = {
        "0": "The count stays 0. Both get and set have to be awaited.",
        "6": "The number 1 is not halved any more: stop before you count.",
        "1": "The count starts anew in every round: put the 0 into the store once, in begin.",
    }
    gives(outcome, 0, 5, because=because)


@check("4.1")
def counts_from_zero_again(learner):
    """starts from 0 again in the next run"""
    outcome = learner.run("HalvingCounter", {"number": 8}, {"number": 4})
    gives(outcome, 0, 3, "Already the first run has another count. Mend that first.")
    gives(outcome, 1, 2, "The second run goes on with the count of the first. " + SHARED)


@check("4.1")
def counts_two_runs_at_once(learner):
    """keeps the counts of two runs at once apart"""
    outcome = learner.run("HalvingCounter", {"number": 600}, {"number": 10}, together=True)
    gives(outcome, 0, 9, SHARED)
    gives(outcome, 1, 3, SHARED)


@check("4.2")
def adds_all_prices(learner):
    """adds up all prices, with all workers at once"""
    till_keeps(learner, "total", [1, 2, 3, 4], 10, OVERWRITTEN)


@check("4.2")
def keeps_the_receipt(learner):
    """has every price on the receipt, once"""
    meaning = "The receipt is state too: append to state['receipt'] inside the edit."
    till_keeps(learner, "receipt", [5, 6, 7], [5, 6, 7], meaning)


def till_keeps(learner, name: str, prices: list[int], expected, meaning: str) -> None:
    """Fail unless the till's result holds this value under the name."""
    outcome = learner.run("Till", {"prices": prices}, seconds=3)
    result = result_of(outcome, 0, f"{name} {show(expected)}")
    if not isinstance(result, dict) or result.get(name) != expected:
        raise Failed(meaning, outcome.called, show({name: expected}), show(result))


@check("4.3")
def counts_across_runs(learner):
    """counts on across the runs of one book"""
    outcome = learner.run("Guestbook", {"guests": 2}, {"guests": 3})
    gives(outcome, 0, {"now": 2, "all": 2})
    because = {
        "{'now': 3, 'all': 3}": "The book forgot the first run. What lives across runs goes on "
        "self, and starts in __init__.",
        "{'now': 5, 'all': 5}": "now counts the guests of this run only: it goes into ctx.store.",
    }
    gives(outcome, 1, {"now": 3, "all": 5}, because=because)


@check("4.3")
def keeps_runs_at_once_apart(learner):
    """keeps the guests of two runs at once apart"""
    guests = [4, 6]
    outcome = learner.run("Guestbook", *({"guests": one} for one in guests), together=True)
    for run, now in enumerate(guests):
        result = result_of(outcome, run, f"now {now}")
        if not isinstance(result, dict) or result.get("now") != now:
            raise Failed(SHARED, outcome.called, f"now {now} in run {run + 1}", show(result))


@check("4.3")
def new_book_is_empty(learner):
    """begins a new book with no guests"""
    learner.run("Guestbook", {"guests": 7}).obtained()
    outcome = learner.run("Guestbook", {"guests": 1})
    meaning = "A new book knows the guests of another one: set self.all in __init__."
    gives(outcome, 0, {"now": 1, "all": 1}, meaning)


# --- 4.4: the agent -------------------------------------------------------------------------------


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
    meaning = meaning or "That is another answer. Look at the observations the LLM was shown."
    raise Failed(meaning, outcome.called, expected, show(result))


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


@check("4.4")
def answers_the_question(learner):
    """answers What is (123 + 456) * 789?"""
    outcome = learner.run("ReActAgent", {"input": "What is (123 + 456) * 789?"}, seconds=4)
    answers(outcome, 0, 456831)


@check("4.4")
def shows_the_llm_what_the_tool_gave(learner):
    """shows the LLM in the next prompt what the tool gave"""
    outcome = learner.run("ReActAgent", {"input": "What is 20 + 22?"}, seconds=4)
    expected = "an observation 42 in the second prompt"
    result_of(outcome, 0, expected)
    seen = observations(prompts_of(outcome, 2)[1])
    if "42" not in seen:
        raise Failed(NOT_HEARD, outcome.called, expected, show(seen))


@check("4.4")
def follows_up(learner):
    """understands a follow-up question"""
    questions = ({"input": "What is 2 + 3?"}, {"input": "Multiply that by 4"})
    outcome = learner.run("ReActAgent", *questions, seconds=4)
    answers(outcome, 0, 5)
    remembers(outcome, "What is 2 + 3?")
    answers(outcome, 1, 20)


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


# --- 4.5 to 4.7: through the functions that learners write ----------------------------------------


def ask(learner, function: str, given, init: dict | None = None, llm=None) -> Outcome:
    """Call a learner's function with a fresh agent and a question, or several."""
    called = f"{function}(ReActAgent(…), {show(given)})"
    if function != "ask":  # which would put the timeout into words
        init = {"timeout": 3} | (init or {})
    outcome = learner.request(
        "context.ask", called, function=function, given=given, init=init, llm=llm
    )
    explain(outcome, "an answer")
    if outcome.ok:
        is_awaited(outcome)
    return outcome


def is_awaited(outcome: Outcome) -> None:
    """Fail where a learner's function gives back what it should have awaited."""
    kind, value = outcome.value["type"], outcome.value["value"]
    inside = [one.get("$type") for one in value if isinstance(one, dict)] if kind == "list" else []
    if kind == "WorkflowHandler" or "WorkflowHandler" in inside:
        meaning = "That is a handler, not an answer: `await agent.run(…)`."
    elif "Future" in kind:
        meaning = "The answers are not there yet: `await asyncio.gather(…)`."
    else:
        return
    raise Failed(meaning, outcome.called, "an answer as text", f"a {kind}")


def observed(outcome: Outcome, expected: str) -> tuple[str, list[str]]:
    """Return answer and observations; fail unless `observe` gave both."""
    if outcome.raised and "WorkflowTimeoutError" in outcome.raised["types"]:
        outcome.fail("The run does not end. Does every branch of each step return an event?")
    text = outcome.raised["text"] if outcome.raised else ""
    # the learner's line, where it is known, tells observe from a step of the agent
    in_observe = ".ctx" in (outcome.raised or {}).get("source", ".ctx")
    if "'steps' not found" in text and in_observe:
        outcome.fail("The run had not ended: await the handler, then read its store.", expected)
    if "no attribute 'ctx'" in text:
        outcome.fail("ctx belongs to the run: keep what agent.run(…) returns.", expected)
    value = outcome.obtained(expected)["value"]
    if not (isinstance(value, list) and len(value) == 2 and isinstance(value[1], list)):
        raise Failed(
            "observe returns two things: the answer, and the list of observations.",
            outcome.called,
            expected,
            show(value),
        )
    return value[0], value[1]


def recovers(outcome: Outcome, number: int, words: str) -> None:
    """Fail unless a mistake was put into an observation with these words, and then mended."""
    answer, texts = observed(outcome, f"an observation with {words!r}")
    if not all(isinstance(text, str) for text in texts):
        raise Failed(
            "Return the text of each observation: its attribute observation.",
            outcome.called,
            "a list of str",
            show(texts),
        )
    if not any(words in text for text in texts):
        raise Failed(SILENT, outcome.called, f"an observation with {words!r}", show(texts))
    if not says(answer, number):
        raise Failed(
            "After the mistake the run goes on: a PrepEvent leads back to the LLM.",
            outcome.called,
            f"an answer with {number}",
            show(answer),
        )


@check("4.5")
def observes_a_run(learner):
    """returns the answer and what was observed"""
    outcome = ask(learner, "observe", "What is (2 + 3) * 4?")
    answer, texts = observed(outcome, "an answer with 20, and ['5', '20']")
    if texts != ["5", "20"] or not says(answer, 20):
        raise Failed(
            "Take the steps that are ObservationReasoningStep, and of each its observation, "
            "when the run is over.",
            outcome.called,
            "an answer with 20, and ['5', '20']",
            show([answer, texts]),
        )


@check("4.5")
def recovers_from_an_unknown_tool(learner):
    """recovers when the LLM asks for an unknown tool"""
    outcome = ask(learner, "observe", "What is 2 + 3?", llm={"mode": "unknown_tool"})
    recovers(outcome, 5, "calculator")


@check("4.5")
def recovers_from_an_unreadable_reply(learner):
    """recovers when a reply cannot be read"""
    outcome = ask(learner, "observe", "What is 6 * 7?", llm={"mode": "unparseable"})
    raised = outcome.raised or {"type": "", "text": ""}
    if raised["type"] == "ValueError" and "not found in state" not in raised["text"]:
        outcome.fail(
            "The parser raises ValueError when it cannot read a reply. Catch it, and say so in an "
            "observation.",
            "an answer with 42",
        )
    answer, texts = observed(outcome, "an answer with 42")
    if len(texts) != 2 or len(str(texts[0]).split()) < 3:
        raise Failed(
            "An observation should tell the LLM that its reply could not be read.",
            outcome.called,
            "an observation that says so, and then the value",
            show(texts),
        )
    recovers(outcome, 42, "42")


@check("4.6")
def stops_an_endless_loop(learner):
    """stops an LLM that goes round in circles, and says so"""
    stopped(learner, SAME_CALL)


def stopped(learner, reply: str, most: int = 50, **init) -> None:
    """Fail unless an agent whose LLM gives this reply for ever ends after so many, in words."""
    # Two replies later the LLM does answer, so that even an agent without a bound ends.
    replies = [reply] * (most + 1) + ["Thought: At last.\nAnswer: I went on for too long."]
    outcome = ask(learner, "ask", "What is 2 + 3?", llm={"replies": replies}, init=init)
    expected = "an answer that says that it stopped"
    value = outcome.obtained(expected)["value"]
    if len(outcome.value["prompts"]) > most:
        asked = f"{len(outcome.value['prompts'])} prompts, and more if need be"
        raise Failed(NO_BOUND, outcome.called, f"at most {most} prompts", asked)
    if not isinstance(value, str) or len(value.split()) < 3:
        raise Failed(
            "Say in a sentence that there is no answer: StopEvent(result=…) with a text.",
            outcome.called,
            expected,
            show(value),
        )


@check("4.6")
def survives_a_timeout(learner):
    """puts a run that takes too long into words"""
    outcome = ask(learner, "ask", "What is 2 + 3?", llm={"pause": 1}, init={"timeout": 0.05})
    expected = "a sentence that says so"
    if outcome.raised and "WorkflowTimeoutError" in outcome.raised["types"]:
        outcome.fail("Catch WorkflowTimeoutError, and return a sentence instead.", expected)
    value = outcome.obtained(expected)["value"]
    if not isinstance(value, str) or len(value.split()) < 3:
        raise Failed(
            "Return a sentence after the timeout, not nothing.",
            outcome.called,
            expected,
            show(value),
        )


@check("4.7")
def answers_each_question(learner):
    """answers each of two questions, in their order"""
    together(learner, {"What is 2 + 3?": [5], "What is 4 * 5?": [20]})


@check("4.7")
def asks_at_the_same_time(learner):
    """asks all of them at the same time"""
    outcome = ask(learner, "ask_together", ["What is 1 + 1?", "What is 3 + 3?"])
    first = [observations(prompt) for prompt in outcome.obtained()["prompts"][:2]]
    if len(first) < 2 or any(first):
        raise Failed(
            "These runs come one after another. Begin all of them, then wait for all of them "
            "with asyncio.gather.",
            outcome.called,
            "two first prompts before any observation",
            f"the observations {show(first)}",
        )


def together(learner, values: dict[str, list[int]]) -> None:
    """Fail unless all questions are answered at once, each run seeing only values of its own."""
    outcome = ask(learner, "ask_together", list(values), llm={"pause": 0.01})
    wanted = [one[-1] for one in values.values()]
    expected = f"answers with {', '.join(map(str, wanted))}"
    reply = outcome.obtained(expected)
    found, prompts = reply["value"], reply["prompts"]
    if not isinstance(found, list) or len(found) != len(wanted) or len(prompts) < len(wanted):
        raise Failed(
            "There should be one answer for each question: await all the runs.",
            outcome.called,
            expected,
            show(found),
        )
    for prompt in prompts:
        own = [str(value) for value in values.get(question_of(prompt), [])]
        if not set(observations(prompt)) <= set(own):
            seen = show(observations(prompt))
            raise Failed(MIXED, outcome.called, f"only {own} in its prompts", seen)
    asked = {question_of(prompt) for prompt in prompts}
    if asked < set(values):
        raise Failed(WRONG_QUESTION, outcome.called, show(list(values)), show(sorted(asked)))
    if not all(map(says, found, wanted)):
        meaning = "The answers come in the order of the questions, whichever is ready first."
        raise Failed(meaning, outcome.called, expected, show(found))
