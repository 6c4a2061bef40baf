"""Lesson 4: what learners check of the store, of what lives how long, and of their agent."""

from lesson_kit.judging.agent_runs import (
    NOT_HEARD,
    OVERWRITTEN,
    SAME_CALL,
    SHARED,
    answers,
    gives,
    observations,
    prompts_of,
    remembers,
    result_of,
    says,
    till_keeps,
)
from lesson_kit.judging.asking_agents import ask, observed, recovers, stopped, together
from lesson_kit.judging.checking import check
from lesson_kit.judging.outcomes import Failed, show

SECONDS = 3  # a run takes milliseconds: what takes this long never ends
NOT_NOW = "now is how many guests this run brought: read back what you put into ctx.store."


@check("4.1")
def counts_halvings(learner):
    """counts how often a number can be halved"""
    outcome = learner.run("HalvingCounter", {"number": 40}, seconds=SECONDS)
    because = {
        "0": "The count stays 0. Both get and set have to be awaited.",
        "6": "The number 1 is not halved any more: stop before you count.",
        "1": "The count starts anew in every round: put the 0 into the store once, in begin.",
    }
    gives(outcome, 0, 5, because=because)


@check("4.1")
def counts_from_zero_again(learner):
    """starts from 0 again in the next run"""
    outcome = learner.run("HalvingCounter", {"number": 8}, {"number": 4}, seconds=SECONDS)
    gives(outcome, 0, 3, "Already the first run has another count. Mend that first.")
    gives(outcome, 1, 2, "The second run goes on with the count of the first. " + SHARED)


@check("4.1")
def counts_two_runs_at_once(learner):
    """keeps the counts of two runs at once apart"""
    numbers = {600: 9, 10: 3}
    for number, count in numbers.items():
        alone = learner.run("HalvingCounter", {"number": number}, seconds=SECONDS)
        gives(alone, 0, count, "It counts wrong already when it runs alone. Mend that first.")
    inputs = [{"number": number} for number in numbers]
    outcome = learner.run("HalvingCounter", *inputs, together=True, seconds=SECONDS)
    for run, count in enumerate(numbers.values()):
        gives(outcome, run, count, SHARED)


@check("4.2")
def adds_all_prices(learner):
    """adds up all prices, with all workers at once"""
    till_keeps(learner, "total", [1, 2, 3, 4], 10, OVERWRITTEN)


@check("4.2")
def keeps_the_receipt(learner):
    """has every price on the receipt, once"""
    meaning = "The receipt is state too: append to state['receipt'] inside the edit."
    till_keeps(learner, "receipt", [5, 6, 7], [5, 6, 7], meaning)


@check("4.3")
def counts_across_runs(learner):
    """counts on across the runs of one book"""
    outcome = learner.run("Guestbook", {"guests": 2}, {"guests": 3}, seconds=SECONDS)
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
    inputs = [{"guests": one} for one in guests]
    outcome = learner.run("Guestbook", *inputs, together=True, seconds=SECONDS)
    for run, now in enumerate(guests):
        result = result_of(outcome, run, f"now {now}")
        found = result.get("now") if isinstance(result, dict) else None
        if found != now:
            meaning = SHARED if found in (*guests, sum(guests)) else NOT_NOW
            raise Failed(meaning, outcome.called, f"now {now} in run {run + 1}", show(result))


@check("4.3")
def new_book_is_empty(learner):
    """begins a new book with no guests"""
    learner.run("Guestbook", {"guests": 7}, seconds=SECONDS).obtained()
    outcome = learner.run("Guestbook", {"guests": 1}, seconds=SECONDS)
    result = result_of(outcome, 0, show({"now": 1, "all": 1}))
    known = result.get("all") if isinstance(result, dict) else None
    knows = "A new book knows the guests of another one: set self.all in __init__."
    meaning = knows if isinstance(known, int) and known > 1 else ""
    gives(outcome, 0, {"now": 1, "all": 1}, meaning)


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
    if len(texts) != 2 or not str(texts[0]).strip():
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


@check("4.6")
def survives_a_timeout(learner):
    """puts a run that takes too long into words"""
    outcome = ask(learner, "ask", "What is 2 + 3?", llm={"pause": 1}, init={"timeout": 0.05})
    expected = "a sentence that says so"
    if outcome.raised and "WorkflowTimeoutError" in outcome.raised["types"]:
        outcome.fail("Catch WorkflowTimeoutError, and return a sentence instead.", expected)
    value = outcome.obtained(expected)["value"]
    if not isinstance(value, str) or not value.strip():
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
