"""Lesson 4: what learners check of the store, of what lives how long, and of their agent.

The lesson has ten exercises, and their checks stand in one file, in its order.
"""

import json
import re

from lesson_kit.judging.agent_parts import (
    action_step,
    answer_step,
    cannot_read,
    follows,
    observation_step,
    reads,
)
from lesson_kit.judging.agent_runs import (
    NOT_HEARD,
    SAME_CALL,
    SHARED,
    answers,
    observations,
    prompts_of,
    remembers,
    says,
    till_keeps,
)
from lesson_kit.judging.agent_stores import edits_once, keeps_count
from lesson_kit.judging.asking_agents import (
    ONE_BY_ONE,
    as_it_ended,
    ask_answers,
    give_agent,
    lets_through,
    observed,
    recovers,
    stopped,
    timed_out,
    together,
)
from lesson_kit.judging.checking import check
from lesson_kit.judging.conversations import chats
from lesson_kit.judging.drawing import WORKS_FIRST, numbers, words
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import Request, run_of
from lesson_kit.judging.outcomes import Failed, show
from lesson_kit.judging.run_findings import gives, result_of
from lesson_kit.judging.side_by_side import at_once, later

NOT_ON_RECEIPT = Finding(
    "4.2/not-on-receipt",
    "The store's 'receipt' has each price once for each time that it came, equal ones and 0 too. "
    "It is a part of the state, and changes in the edit.",
)
NOT_NOW = Finding(
    "4.3/not-now",
    "now is how many guests this run brought: read back what you put into ctx.store.",
)


def halvings(number: int) -> int:
    """Return how often a number can be halved before it is 1."""
    return number.bit_length() - 1


def numbers_to_halve(learner, count: int) -> list[int]:
    """Draw numbers of which each can be halved another number of times, from 4 on.

    Each comes down to 2 before it comes to 1, so that who stops too early is always seen.
    """
    return [
        2**power + learner.random.randrange(2 ** (power - 1))
        for power in learner.random.sample(range(4, 11), count)
    ]


@check("4.1")
def counts_halvings(learner):
    """counts how often a number can be halved"""
    (number,) = numbers_to_halve(learner, 1)
    count = halvings(number)
    stays_0 = (
        "The result is 0 still: each halving puts one more into the store, by `await "
        "ctx.store.set(…)`, and the result is what is there in the end."
    )
    one_more = (
        "That is one too many: the first count is 0, and the number 1 is not halved any more."
    )
    anew = (
        "The result is 1, as if there had been one halving. Is the 0 put into the store once, in "
        "begin, and not in every round?"
    )
    because = {
        "0": Finding("4.1/stays-0", stays_0),
        str(count + 1): Finding("4.1/counts-the-1", one_more),
        "1": Finding("4.1/starts-anew", anew),
    }
    alone = "The result is how often this run has halved: each counts from 0, in its own store."
    outcome = learner.run("HalvingCounter", {"number": number})
    gives(outcome, 0, count, Finding("4.1/other-count", alone), because)


@check("4.1")
def counts_from_zero_again(learner):
    """starts from 0 again in the next run"""
    first, second = numbers_to_halve(learner, 2)
    outcome = learner.run("HalvingCounter", {"number": first}, {"number": second})
    already = "Already the first run has another count. Mend that first."
    gives(outcome, 0, halvings(first), Finding("4.1/wrong-in-first-run", already))
    goes_on = f"The second run goes on with the count of the first. {SHARED}"
    because = {str(halvings(first) + halvings(second)): Finding("4.1/goes-on", goes_on)}
    gives(outcome, 1, halvings(second), because=because)


@check("4.1")
def counts_two_runs_at_once(learner):
    """keeps the counts of two runs at once apart"""
    pair = numbers_to_halve(learner, 2)
    alone = "It counts wrong already when it runs alone. Mend that first."
    inputs = [{"number": number} for number in pair]
    outcomes = learner.request_each(
        [
            *(run_of("HalvingCounter", one) for one in inputs),
            run_of("HalvingCounter", *inputs, together=True),
        ]
    )
    for number in pair:
        gives(next(outcomes), 0, halvings(number), Finding("4.1/wrong-alone", alone))
    outcome = next(outcomes)
    for run, number in enumerate(pair):
        gives(outcome, run, halvings(number), SHARED)


@check("4.1")
def keeps_the_count_in_the_store(learner):
    """keeps the count in the store, and the number in the event"""
    (number,) = numbers_to_halve(learner, 1)
    outcome = learner.run("HalvingCounter", {"number": number}, watch=True, stores=0)
    keeps_count(outcome, number, halvings(number))


@check("4.2")
def adds_all_prices(learner):
    """adds up all prices"""
    till_keeps(learner, "total", numbers(learner, 4, 1, 9))


@check("4.2")
def keeps_the_receipt(learner):
    """has every price on the receipt, once"""
    till_keeps(learner, "receipt", sorted(numbers(learner, 3)), NOT_ON_RECEIPT)


@check("4.2")
def adds_in_one_edit(learner):
    """adds each price by slow_sum, in one state edit with the receipt"""
    edits_once(learner, numbers(learner, 3))


@check("4.3")
def counts_across_runs(learner):
    """counts on across the runs of one book"""
    first, second = numbers(learner, 2)
    both = first + second
    outcome = learner.run("Guestbook", {"guests": first}, {"guests": second})
    gives(outcome, 0, {"now": first, "all": first})
    forgot = "all has lost the first run. What lives across runs goes on self, and starts in "
    of_this_run = "now counts the guests of this run only: it goes into ctx.store."
    because = {
        str({"now": second, "all": second}): Finding("4.3/forgets", f"{forgot}__init__."),
        str({"now": both, "all": both}): Finding("4.3/now-is-all", of_this_run),
    }
    gives(outcome, 1, {"now": second, "all": both}, because=because)


@check("4.3")
def keeps_runs_at_once_apart(learner):
    """keeps the guests of two runs at once apart"""
    guests = numbers(learner, 2)
    in_turn = numbers(learner, 2)
    inputs = [{"guests": number} for number in guests]
    asked = [run_of("Guestbook", *inputs, together=True), guests_in_turn(in_turn)]
    outcomes = learner.request_each(asked)
    now_is_its_own(next(outcomes), guests)
    adds_up(next(outcomes), in_turn, WORKS_FIRST)


def now_is_its_own(outcome, guests: list[int]) -> None:
    """Fail unless each of these runs tells its own guests as those of now."""
    for run, now in enumerate(guests):
        result = result_of(outcome, run, f"now {now}")
        found = result.get("now") if isinstance(result, dict) else None
        if found != now:
            meaning = SHARED if found in (*guests, sum(guests)) else NOT_NOW
            raise Failed(meaning, outcome.called, f"now {now} in run {run + 1}", show(result))


@check("4.3")
def new_book_is_empty(learner):
    """begins a new book with no guests"""
    guests, in_turn = numbers(learner, 1), numbers(learner, 2)
    outcomes = learner.request_each([guests_in_turn(guests), guests_in_turn(in_turn)])
    before = all_of(result_of(next(outcomes)))
    knows = "A new book knows the guests of another one: set self.all in __init__."
    adds_up(next(outcomes), in_turn, WORKS_FIRST, Finding("4.3/knows-another", knows), before)


def guests_in_turn(guests: list[int]) -> Request:
    """Return the request for the runs of a new book that bring these guests."""
    return run_of("Guestbook", *({"guests": number} for number in guests))


def adds_up(outcome, guests: list[int], meaning: Finding, knows: str = "", before: int = 0) -> None:
    """Fail unless a new book counts the guests of its own two runs.

    Where it begins with those that another book had `before`, `knows` is what that means.
    """
    first, second = guests
    result = result_of(outcome, 0, show({"now": first, "all": first}))
    known_before = before and all_of(result) == before + first
    gives(outcome, 0, {"now": first, "all": first}, knows if known_before else meaning)
    gives(outcome, 1, {"now": second, "all": first + second}, meaning)


def all_of(result) -> int:
    """Return the number of all guests in a report; 0 where there is none."""
    found = result.get("all") if isinstance(result, dict) else None
    return found if isinstance(found, int) else 0


@check("4.4")
def reads_an_answer(learner):
    """gives the parser's step for an answer"""
    thought, answer = " ".join(words(learner, 3)), f"{words(learner, 1)[0]} {numbers(learner, 1)}"
    text = f"Thought: {thought}.\nAnswer: {answer}"
    fields = {"thought": f"{thought}.", "response": answer}
    reads(learner, text, "ResponseReasoningStep", "response", **fields)


@check("4.4")
def reads_an_action(learner):
    """gives the parser's step for an action"""
    tool, argument = words(learner, 2)
    arguments = {argument: numbers(learner, 1)[0]}
    text = f"Thought: A tool.\nAction: {tool}\nAction Input: {json.dumps(arguments)}"
    fields = {"thought": "A tool.", "action": tool, "action_input": arguments}
    reads(learner, text, "ActionReasoningStep", "action", **fields)


@check("4.4")
def observes_what_it_cannot_read(learner):
    """makes an observation of a reply that cannot be read, with the exception's words"""
    text = f"Thought: {' '.join(words(learner, 3))}."
    cannot_read(learner, text, f"Could not parse output: {text}")


def an_answer(learner) -> str:
    """Draw an answer that no lesson gives."""
    return f"{words(learner, 1)[0].capitalize()} {learner.random.randint(1000, 9999)}."


@check("4.5")
def ends_with_an_answer(learner):
    """ends with an answer, in the last round, too"""
    most = learner.random.randint(4, 9)
    judges = []
    for rounds in (most - 2, most):
        answer = an_answer(learner)
        row = answer_step(answer), rounds, most, "StopEvent", answer
        judges.append(later(follows, *row))
    at_once(learner, *judges)


@check("4.5")
def ends_when_the_rounds_are_used_up(learner):
    """ends when the rounds are used up, and says so"""
    most = learner.random.randint(21, 99)
    arguments = {"x": numbers(learner, 1)[0]}
    action = action_step(words(learner, 1)[0], arguments)
    follows(learner, action, most, most, "StopEvent", [str(most)])


@check("4.5")
def tries_again(learner):
    """lets the LLM try again when its reply could not be read"""
    text = " ".join(words(learner, 3))
    follows(learner, observation_step(text), 2, 5, "PrepEvent", "PrepEvent")


@check("4.5")
def calls_the_tool(learner):
    """calls the tool of an action"""
    tool, arguments = words(learner, 1)[0], {"x": numbers(learner, 1)[0]}
    called = f"{tool} {json.dumps(arguments, sort_keys=True)}"
    follows(learner, action_step(tool, arguments), 2, 5, "ToolCallEvent", called)


def a_question(learner) -> str:
    """Draw a question that has nothing to compute."""
    return f"Is {words(learner, 1)[0]} number {learner.random.randint(1000, 9999)} here?"


@check("4.6")
def gives_the_reply(learner):
    """asks the LLM, and gives back what it writes"""
    chats(learner, a_question(learner))


@check("4.6")
def remembers_both_sides(learner):
    """remembers what was asked, and what was answered"""
    chats(learner, a_question(learner), a_question(learner))


@check("4.6")
def asks_each_its_own_question(learner):
    """gives each of two runs at once its own question"""
    chats(learner, a_question(learner), a_question(learner), together=True)


@check("4.7")
def answers_the_question(learner):
    """answers a question such as What is (123 + 456) * 789?"""
    a, b, c = numbers(learner, 3, 101, 999)
    outcome = learner.run("ReActAgent", {"input": f"What is ({a} + {b}) * {c}?"})
    answers(outcome, 0, (a + b) * c)


@check("4.7")
def shows_the_llm_what_the_tool_gave(learner):
    """shows the LLM in the next prompt what the tool gave"""
    a, b = numbers(learner, 2)
    outcome = learner.run("ReActAgent", {"input": f"What is {a} + {b}?"})
    expected = f"an observation {a + b} in the second prompt"
    result_of(outcome, 0, expected)
    seen = observations(prompts_of(outcome, 2)[1])
    if str(a + b) not in seen:
        raise Failed(NOT_HEARD, outcome.called, expected, show(seen))


NO_ROUNDS_LEFT = Finding(
    "4.7/no-rounds-left",
    "Each run has max_rounds rounds of its own: count them in the run's store, from 0.",
)


@check("4.7")
def follows_up(learner):
    """understands a follow-up question"""
    a, b, c = numbers(learner, 3)
    first = f"What is {a} + {b}?"
    inputs = {"input": first}, {"input": f"Multiply that by {c}"}
    # Each of the two takes two rounds.
    outcome = learner.run("ReActAgent", *inputs, init={"max_rounds": 3})
    answers(outcome, 0, a + b)
    remembers(outcome, first)
    stopped = len(outcome.value["prompts"]) == 3
    answers(outcome, 1, (a + b) * c, NO_ROUNDS_LEFT if stopped else "")


@check("4.8")
def observes_a_run(learner):
    """returns the answer and what was observed"""
    a, b, c = numbers(learner, 3)
    outcome = give_agent(learner, "observe", f"What is ({a} + {b}) * {c}?")
    meaning = (
        "Take the steps that are ObservationReasoningStep, and of each its observation, when the "
        "run is over."
    )
    observes(outcome, [a + b, (a + b) * c], Finding("4.8/other-steps", meaning))


def observes(outcome, values: list[int], meaning: Finding) -> None:
    """Fail unless observe gives these observations, and the last of them as the answer."""
    expected = f"an answer with {values[-1]}, and {[str(value) for value in values]}"
    answer, texts = observed(outcome, expected)
    if texts != [str(value) for value in values] or not says(answer, values[-1]):
        raise Failed(meaning, outcome.called, expected, show([answer, texts]))
    as_it_ended(outcome, answer)


@check("4.8")
def recovers_from_an_unknown_tool(learner):
    """recovers when the LLM asks for an unknown tool"""
    a, b = numbers(learner, 2)
    outcome = give_agent(learner, "observe", f"What is {a} + {b}?", llm={"mode": "unknown_tool"})
    recovers(outcome, a + b, "calculator")


@check("4.8")
def recovers_from_an_unreadable_reply(learner):
    """recovers when a reply cannot be read"""
    a, b = numbers(learner, 2)
    expected = f"an answer with {a * b}"
    outcome = give_agent(learner, "observe", f"What is {a} * {b}?", llm={"mode": "unparseable"})
    raised = outcome.raised or {"type": "", "text": ""}
    if raised["type"] == "ValueError" and "Could not " in raised["text"]:
        meaning = (
            "The parser raises ValueError when it cannot read a reply. Catch it, and say so in an "
            "observation."
        )
        outcome.fail(Finding("4.8/parser-raises", meaning), expected)
    answer, texts = observed(outcome, expected)
    if len(texts) != 2 or not str(texts[0]).strip():
        raise Failed(
            Finding(
                "4.8/unreadable-not-said",
                "Among what observe gives there has to be an observation that tells the LLM that "
                "its reply could not be read. The store has all of them, the stream has not.",
            ),
            outcome.called,
            "an observation that says so, and then the value",
            show(texts),
        )
    recovers(outcome, a * b, str(a * b))


@check("4.9")
def stops_an_endless_loop(learner):
    """stops an LLM that goes round in circles, and says so"""
    stopped(learner, SAME_CALL)


@check("4.9")
def survives_a_timeout(learner):
    """puts a run that takes too long into words, and lets any other exception through"""
    at_once(learner, says_it_took_too_long, later(lets_through, "RuntimeError"), ask_answers)


def says_it_took_too_long(learner) -> None:
    """Ask with a timeout that is over soon; fail unless a sentence says so."""
    slow, init = {"pause": 1}, {"timeout": 0.05}
    outcome = give_agent(learner, "ask", "What is 2 + 3?", llm=slow, init=init)
    expected = "a sentence that says so"
    if timed_out(outcome):
        meaning = "Catch WorkflowTimeoutError, and return a sentence instead."
        outcome.fail(Finding("4.9/timeout-not-caught", meaning), expected)
    value = outcome.obtained(expected)["value"]
    if not isinstance(value, str) or not value.strip():
        meaning = Finding("4.9/nothing-said", "Return a sentence after the timeout, not nothing.")
        raise Failed(meaning, outcome.called, expected, show(value))
    if not re.search(r"\btime\b", value, re.IGNORECASE):
        meaning = Finding(
            "4.9/no-time",
            "Say what happened: a sentence with the word time in it, as a word of its own. "
            "timeout and timed are other words.",
        )
        raise Failed(meaning, outcome.called, "a sentence with the word time in it", show(value))


@check("4.10")
def answers_each_question(learner):
    """answers each of two questions, in their order"""
    a, b, c, d = numbers(learner, 4, 101, 999)
    together(learner, {f"What is {a} + {b}?": [a + b], f"What is {c} * {d}?": [c * d]})


@check("4.10")
def asks_at_the_same_time(learner):
    """asks all of them at the same time"""
    a, b, c, d = numbers(learner, 4, 101, 999)
    questions = [f"What is {x} + {y}?" for x, y in ((a, b), (c, d), (a, d))]
    outcome = give_agent(learner, "ask_together", questions, llm={"pause": 0.002})
    reply = outcome.obtained()
    first = [observations(prompt) for prompt in reply["prompts"][:3]]
    if len(first) < 3 or any(first) or reply["at_once"] < 3:
        expected = "three first prompts before any observation"
        raise Failed(ONE_BY_ONE, outcome.called, expected, f"the observations {show(first)}")
    found, right = reply["value"], [a + b, c + d, a + d]
    if not isinstance(found, list) or len(found) != 3 or not all(map(says, found, right)):
        raise Failed(WORKS_FIRST, outcome.called, f"answers with {right}", show(found))
