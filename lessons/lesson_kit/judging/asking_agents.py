"""Judge the functions of lesson 4 that run an agent: observe, ask and ask_together."""

from lesson_kit.judging.agent_runs import (
    MIXED,
    NO_BOUND,
    NO_QUESTION,
    NOT_HEARD,
    SILENT,
    WRONG_QUESTION,
    observations,
    question_of,
    says,
)
from lesson_kit.judging.drawing import WORKS_FIRST, numbers
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed, Outcome, show
from lesson_kit.judging.run_findings import explain, explain_not_awaited
from lesson_kit.judging.side_by_side import at_once, later

NO_SENTENCE = Finding(
    "4.9/no-sentence",
    "Say in a sentence that there is no answer: StopEvent(result=…) with a text.",
)
OTHER_OBSERVATIONS = Finding(
    "4.8/other-observations",
    "Give every observation in the store, each as it is and in its order: an empty one is one, and "
    "so is one that was there before.",
)

ONE_BY_ONE = Finding(
    "4.10/one-by-one",
    "These runs don't all begin at once. Begin all of them, then wait for all of them with "
    "asyncio.gather.",
)


CATCHES_ALL = Finding(
    "4.9/catches-all",
    "Another exception than WorkflowTimeoutError is swallowed, and whoever asks has to hear of a "
    "broken LLM. Catch that one only, and return nothing in a `finally`, which swallows too.",
)
OTHER_EXCEPTION = Finding(
    "4.9/other-exception",
    "Another exception comes through than the LLM's own: let that one pass as it is.",
)


def give_agent(learner, function: str, given, init: dict | None = None, llm=None) -> Outcome:
    """Call a learner's function with a fresh agent and a question, or several."""
    called = f"{function}(ReActAgent(…), {show(given)})"
    if function != "ask":  # which has to put the timeout into words
        init = {"timeout": 5} | (init or {})
    outcome = learner.request(
        "agents.give_agent", called, function=function, given=given, init=init, llm=llm
    )
    if function != "ask" or not timed_out(outcome):
        explain(outcome, "an answer")
    if outcome.ok:
        explain_not_awaited(outcome.value["type"], outcome.value["value"], called)
    return outcome


def timed_out(outcome: Outcome) -> bool:
    """Tell whether the workflow's own timeout came through."""
    return bool(outcome.raised) and "WorkflowTimeoutError" in outcome.raised["types"]


def lets_through(learner, kind: str) -> None:
    """Fail unless an exception of this kind, which the LLM raises, comes out of ask."""
    broken, init = {"raises": kind}, {"timeout": 4}
    outcome = give_agent(learner, "ask", "What is 2 + 3?", llm=broken, init=init)
    if outcome.raised is None or outcome.raised["type"] == "NotImplementedError":
        outcome.obtained(kind)
    if outcome.ok:  # of what came back, the answer is what its learner knows
        outcome.value = outcome.value["value"]
    outcome.raises(kind, meaning=CATCHES_ALL if outcome.ok else OTHER_EXCEPTION)


def as_it_ended(outcome: Outcome, answer) -> None:
    """Fail unless a function began one run, and gives the very result that it ended with."""
    runs, ended = outcome.value["runs"], outcome.value["ended"]
    if runs != 1:
        meaning = Finding("4/other-runs", "One question is one run: call agent.run(…) once.")
        raise Failed(meaning, outcome.called, "one run of the agent", f"{runs} runs")
    if len(ended) != 1 or answer != ended[0].get("result"):
        meaning = Finding(
            "4/other-result", "The answer is what the run ended with, whatever it is, as it is."
        )
        wanted = show(ended[0].get("result")) if ended else "a run that has ended"
        raise Failed(meaning, outcome.called, wanted, show(answer))


def ask_gives(learner, replies: list[str], **init) -> None:
    """Fail unless ask gives what a run with these replies ends with, as it is."""
    outcome = give_agent(
        learner, "ask", "What is 2 + 3?", llm={"replies": replies}, init={"timeout": 4} | init
    )
    as_it_ended(outcome, outcome.obtained("the run's result")["value"])


def ask_answers(learner) -> None:
    """Fail unless ask gives the answer to a question that it can find."""
    a, b = numbers(learner, 2, 101, 999)
    question = f"What is {a} * {b}?"
    outcome = give_agent(learner, "ask", question, init={"timeout": 4})
    expected = f"an answer with {a * b}"
    value = outcome.obtained(expected)["value"]
    if not says(value, a * b):
        raise Failed(WORKS_FIRST, outcome.called, expected, show(value))
    as_it_ended(outcome, value)


def observed(outcome: Outcome, expected: str) -> tuple[str, list[str]]:
    """Return answer and observations; fail unless `observe` gave both."""
    text = outcome.raised["text"] if outcome.raised else ""
    # the learner's line, where it is known, tells observe from a step of the agent
    in_observe = ".ctx" in (outcome.raised or {}).get("source", ".ctx")
    if "'steps' not found" in text and in_observe:
        meaning = (
            'There is no "steps" in this store. Was it read before the run had ended? Then await '
            "the handler first. Or does the agent keep its reasoning elsewhere, on self perhaps? "
            "It belongs into ctx.store."
        )
        outcome.fail(Finding("4.8/not-ended", meaning), expected)
    if "no attribute 'ctx'" in text:
        meaning = "ctx belongs to the run: keep what agent.run(…) returns."
        outcome.fail(Finding("4.8/ctx-of-agent", meaning), expected)
    value = outcome.obtained(expected)["value"]
    if not (isinstance(value, list) and len(value) == 2 and isinstance(value[1], list)):
        raise Failed(
            Finding(
                "4.8/not-two",
                "observe returns two things: the answer, and the list of observations.",
            ),
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
            Finding(
                "4.8/no-texts", "Return the text of each observation: its attribute observation."
            ),
            outcome.called,
            "a list of str",
            show(texts),
        )
    if not any(words in text for text in texts):
        raise Failed(SILENT, outcome.called, f"an observation with {words!r}", show(texts))
    if not says(answer, number):
        raise Failed(
            Finding(
                "4.8/gives-up",
                "After the mistake the run goes on: a PrepEvent leads back to the LLM.",
            ),
            outcome.called,
            f"an answer with {number}",
            show(answer),
        )


def stopped(learner, reply: str, most: int = 50, **init) -> None:
    """Fail unless an agent whose LLM gives this reply for ever ends after so many, in words."""
    at_once(learner, later(ends_in_words, reply, most, init), ask_answers)


def ends_in_words(learner, reply: str, most: int, init: dict) -> None:
    """Ask an agent whose LLM gives this reply for ever; fail unless it ends after so many."""
    # Two replies later the LLM does answer, so that even an agent without a bound ends.
    replies = [reply] * (most + 1) + ["Thought: At last.\nAnswer: I went on for too long."]
    llm = {"replies": replies}
    outcome = give_agent(learner, "ask", "What is 2 + 3?", llm=llm, init=init)
    expected = "an answer that says that it stopped"
    value = outcome.obtained(expected)["value"]
    if len(outcome.value["prompts"]) > most:
        asked = f"{len(outcome.value['prompts'])} prompts"
        raise Failed(NO_BOUND, outcome.called, f"at most {most} prompts", asked)
    if not isinstance(value, str) or not value.strip():
        raise Failed(
            NO_SENTENCE,
            outcome.called,
            expected,
            show(value),
        )
    as_it_ended(outcome, value)


def answers_each_run(learner, questions: list[str]) -> None:
    """Fail unless each question, an equal one too, has a run, and the answer of that run."""
    made = [f"{number}." for number in numbers(learner, len(questions))]
    replies = [f"Thought: I know.\nAnswer: {answer}" for answer in made]
    llm = {"replies": replies, "pause": 0.01}
    outcome = give_agent(learner, "ask_together", questions, llm=llm)
    found = outcome.obtained("answers")["value"]
    if not isinstance(found, list) or sorted(map(str, found)) != sorted(made):
        meaning = Finding(
            "4.10/not-its-own-answer",
            "Each question has a run and an answer of its own, also one that comes again: an LLM "
            "may say something else the second time.",
        )
        raise Failed(meaning, outcome.called, f"each of {show(made)}, once", show(found))


def together(learner, values: dict[str, list[int]], again: tuple[str, ...] = ()) -> None:
    """Fail unless all questions are answered at once, each run seeing only values of its own.

    The questions that come `again` follow once more after the others.
    """
    questions = [*values, *again]
    llm = {"pause": 0.01}
    outcome = give_agent(learner, "ask_together", questions, llm=llm)
    wanted = [values[question][-1] for question in questions]
    expected = f"answers with {', '.join(map(str, wanted))}" if wanted else "[]"
    reply = outcome.obtained(expected)
    found, prompts = reply["value"], reply["prompts"]
    if not isinstance(found, list) or len(found) != len(wanted) or len(prompts) < len(wanted):
        raise Failed(
            Finding(
                "4.10/not-each", "There should be one answer for each question: await all the runs."
            ),
            outcome.called,
            expected,
            show(found),
        )
    for prompt in prompts:
        question = question_of(prompt)
        if question not in values:
            meaning = "A prompt asks none of the questions: each goes to the agent as it is given."
            other = Finding("4.10/other-text", meaning) if question else NO_QUESTION
            raise Failed(other, outcome.called, show(list(values)), show(question))
        own = [str(value) for value in values[question]]
        others = {str(value) for one in values if one != question for value in values[one]}
        if foreign := set(observations(prompt)) - set(own):
            seen = show(observations(prompt))
            meaning = MIXED if foreign & others else NOT_HEARD
            raise Failed(meaning, outcome.called, f"only {own} in its prompts", seen)
    if reply["runs"] < len(wanted):
        meaning = Finding(
            "4.10/new-agents",
            "The agent that was given has fewer runs than there are questions: ask it, and no "
            "other, agent.run(…), once for each question.",
        )
        if reply["runs"] == len(values):
            told = (
                "There is one run for each different question. A question that comes again is "
                "asked again: agent.run(…), once for each time that it is in the list."
            )
            meaning = Finding("4.10/not-again", told)
        raise Failed(
            meaning,
            outcome.called,
            f"{len(wanted)} runs of this agent",
            f"{reply['runs']}",
        )
    asked = {question_of(prompt) for prompt in prompts}
    if asked < set(values):
        raise Failed(WRONG_QUESTION, outcome.called, show(list(values)), show(sorted(asked)))
    if wanted and reply["at_once"] < len(wanted):
        raise Failed(ONE_BY_ONE, outcome.called, f"{len(wanted)} at once", f"{reply['at_once']}")
    if not all(map(says, found, wanted)):
        meaning = Finding("4.10/other-answers", "Each answer is what its run ends with, as it is.")
        if all(any(says(answer, number) for answer in found) for number in wanted):
            meaning = Finding(
                "4.10/other-order",
                "The answers come in the order of the questions, whichever is ready first.",
            )
        raise Failed(meaning, outcome.called, expected, show(found))
