"""Lesson 3: what learners check of steps, and of the graphs that their signatures make.

The lesson has seven exercises, and their checks stand in one file, in its order.
"""

import json

from lesson_kit.judging.checking import check
from lesson_kit.judging.drawing import WORKS_FIRST, factor, numbers, words
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import new
from lesson_kit.judging.outcomes import Failed, Outcome, show
from lesson_kit.judging.run_findings import one_run
from lesson_kit.judging.workflow_runs import goes_by, look_up_weather, looks_up_at_once, sends_all
from lesson_kit.probes.computed import number_of

REASONING = "llama_index.core.agent.react.types."
REPLY = Finding("3.6/other-reply", "The result should be what the LLM in Settings.llm has replied.")


@check("3.1")
def tidies_a_text(learner):
    """removes the blanks around a text and capitalises its words"""
    words_drawn = " ".join(words(learner, 2))
    text = f"  {words_drawn} "
    no_title = "The second step does not capitalise: title() gives a new string."
    no_strip = "The blanks are still there: the first step removes them."
    one_run(learner.run("Tidy", {"text": text})).returns(
        words_drawn.title(),
        because={
            repr(words_drawn): Finding("3.1/not-capitalised", no_title),
            repr(text.title()): Finding("3.1/not-trimmed", no_strip),
        },
    )


@check("3.1")
def goes_by_trimmed_event(learner):
    """goes from step to step by a TrimmedEvent"""
    text = " ".join(words(learner, 2))
    meaning = "Two steps, and an event between them: trim returns a TrimmedEvent."
    goes_by(
        learner.run("Tidy", {"text": f" {text}"}),
        "TrimmedEvent",
        result=text.title(),
        meaning=Finding("3.1/no-event", meaning),
    )


def following(number: int) -> int:
    """Return the number that comes after this one on its trail."""
    return number // 2 if number % 2 == 0 else 3 * number + 1


def trail_of(number: int) -> list[int]:
    """Return the trail from a number to 1."""
    trail = [number]
    while trail[-1] != 1:
        trail.append(following(trail[-1]))
    return trail


@check("3.2")
def finds_the_next_number(learner):
    """halves an even number, and triples an odd one and adds 1"""
    even, odd = (2 * number for number in numbers(learner, 2))
    odd += 1
    outcome = learner.run("NextNumber", {"number": even}, {"number": odd})
    rule = "number % 2 == 0 means even."
    as_odd = Finding("3.2/even-as-odd", f"{even} took the branch for odd numbers: {rule}")
    as_even = Finding("3.2/odd-as-even", f"{odd} took the branch for even numbers: {rule}")
    one_run(outcome).returns(even // 2, because={str(3 * even + 1): as_odd})
    one_run(outcome, 1).returns(3 * odd + 1, because={str(odd // 2): as_even})


@check("3.2")
def takes_both_branches(learner):
    """sends an EvenEvent or an OddEvent"""
    even, odd = (2 * number for number in numbers(learner, 2))
    odd += 1
    outcome = learner.run("NextNumber", {"number": even}, {"number": odd})
    why = "The type of the event is the branch: send an EvenEvent or an OddEvent to another step."
    meaning = Finding("3.2/no-branch", why)
    goes_by(outcome, "EvenEvent", result=even // 2, meaning=meaning)
    goes_by(outcome, "OddEvent", result=3 * odd + 1, meaning=meaning, index=1)


@check("3.3")
def follows_a_number(learner):
    """follows a number until it reaches 1"""
    trail = trail_of(learner.random.randint(5, 24))
    last = "The 1 belongs to the trail: stop when the last number is 1."
    one_round = "That is one round. grow returns a TrailEvent to go round again."
    one_number = "That is the last number; the result is the whole list."
    one_run(learner.run("Trail", {"number": trail[0]})).returns(
        trail,
        because={
            str(trail[:-1]): Finding("3.3/without-1", last),
            str(trail[:2]): Finding("3.3/one-round", one_round),
            "1": Finding("3.3/last-only", one_number),
        },
    )


@check("3.3")
def goes_round_by_events(learner):
    """goes round by its TrailEvent"""
    trail = trail_of(learner.random.randint(5, 24))
    why = "The loop runs inside a step. Do one round, and send a TrailEvent for the next one."
    goes_by(
        learner.run("Trail", {"number": trail[0]}),
        *["TrailEvent"] * (len(trail) - 2),
        result=trail,
        meaning=Finding("3.3/loop-in-step", why),
    )


def cities(learner, number: int) -> list[str]:
    """Draw names for cities."""
    return [word.title() for word in words(learner, number)]


@check("3.4")
def collects_the_weather(learner):
    """gives the weather of every city"""
    outcome, weather = look_up_weather(learner, cities(learner, 3))
    sends_all(outcome, len(weather))
    run = one_run(outcome)
    if isinstance(run.value, dict) and len(run.value) == 1:
        meaning = "That is the first city to come. Wait until collect_events gives all."
        run.fail(Finding("3.4/first-only", meaning), show(weather))
    meaning = "The result is a dict from each city to its weather."
    run.returns(weather, Finding("3.4/not-all", meaning))


@check("3.4")
def works_side_by_side(learner):
    """looks up all cities at the same time"""
    looks_up_at_once(*look_up_weather(learner, cities(learner, 3)))


@check("3.5")
def is_mended(learner):
    """runs, and computes the price with tax"""
    (pieces,) = numbers(learner, 1)
    no_tax = f"The tax is missing: {pieces} pieces cost {250 * pieces} cents without it."
    one_run(learner.run("Mended", {"pieces": pieces})).returns(
        pieces * 300, because={str(pieces * 250): Finding("3.5/no-tax", no_tax)}
    )


@check("3.5")
def keeps_the_three_steps(learner):
    """keeps the three steps and the events between them"""
    (pieces,) = numbers(learner, 1)
    why = "Mend the signatures, and keep the steps: price, then tax, then receipt."
    goes_by(
        learner.run("Mended", {"pieces": pieces}),
        "PricedEvent",
        "TaxedEvent",
        result=pieces * 300,
        meaning=Finding("3.5/other-steps", why),
    )


def run_ask(learner, number: int = 1) -> tuple[Outcome, list[str]]:
    """Run Ask for so many questions together; return the replies that the LLM has for them."""
    questions = [f"What is {x} + {y}?" for x, y in (numbers(learner, 2) for _ in range(number))]
    by = factor(learner)
    outcome = learner.run(
        "Ask",
        *({"input": question} for question in questions),
        together=True,
        llm={"factor": by, "pause": 0.05},
    )
    return outcome, [f"It is {number_of(question, by)}." for question in questions]


@check("3.6")
def gives_the_reply(learner):
    """gives the LLM's reply"""
    outcome, (reply,) = run_ask(learner)
    run = one_run(outcome)
    if run.ok and run.value is None:
        meaning = "The reply is lost on the way: LLMOutputEvent carries the response."
        run.fail(Finding("3.6/reply-lost", meaning), repr(reply))
    run.returns(reply, REPLY)


@check("3.6")
def asks_with_the_whole_prompt(learner):
    """sends every message of the event to the LLM, once"""
    outcome, (reply,) = run_ask(learner)
    run = one_run(outcome)
    run.obtained()
    prompts = [[message["role"] for message in prompt] for prompt in outcome.value["prompts"]]
    if prompts != [["system", "user"]]:
        raise Failed(
            Finding(
                "3.6/other-prompt", "Settings.llm gets the whole list ev.input, in a single call."
            ),
            outcome.called,
            "one call with the messages system, user",
            "; ".join(", ".join(prompt) for prompt in prompts) or "no call of Settings.llm",
        )
    run.returns(reply, WORKS_FIRST)


@check("3.6")
def lets_other_runs_go_on(learner):
    """lets other runs go on while it waits for the LLM"""
    outcome, replies = run_ask(learner, 3)
    runs = [one_run(outcome, index) for index in range(3)]
    for run in runs:
        run.obtained()
    at_once = outcome.value["at_once"]
    if at_once == 0:
        raise Failed(
            Finding(
                "3.6/other-llm",
                "Settings.llm was not asked. Another LLM, or the one that a name still holds from "
                "before, is not the one that was chosen.",
            ),
            outcome.called,
            "calls of Settings.llm",
            "no call of Settings.llm",
        )
    if at_once < 2:
        raise Failed(
            Finding(
                "3.6/blocks",
                "While chat waits, everything waits. Use await Settings.llm.achat(…).",
            ),
            f"{outcome.called}, all together",
            "3 calls under way at the same time",
            f"{at_once} at most",
        )
    for run, reply in zip(runs, replies, strict=True):
        run.returns(reply, WORKS_FIRST)


@check("3.7")
def routes_an_action(learner):
    """turns an action into a ToolCallEvent"""
    x, y = numbers(learner, 2)
    routes_to_tool(learner, *words(learner, 1), {"x": x, "y": y})


@check("3.7")
def routes_an_answer(learner):
    """turns an answer into a StopEvent with its text"""
    routes_to_stop(learner, f"It is {learner.random.randint(1000, 9999)}.")


def route(learner, field: str, text: str, kind: str, **fields) -> tuple[Outcome, bool]:
    """Ask route_step about a reasoning step; return its event, and if its field has this text."""
    step = new(f"{REASONING}{kind}", thought="I see.", **fields)
    by = factor(learner)
    called = f"route_step({kind}({', '.join(f'{name}={show(fields[name])}' for name in fields)}))"
    outcome = learner.request(
        "made_events.call", called, target="route_step", args=[step], field=field, factor=by
    )
    if outcome.raised and outcome.raised["type"] == "AttributeError":
        meaning = "Only an answer has a response, only an action has an action: ask is_done."
        outcome.fail(Finding("3.7/other-kind", meaning))
    if outcome.raised and outcome.raised["type"] == "ValidationError":
        meaning = (
            "ToolCallEvent takes a list of tool calls, and ToolSelection needs tool_id, tool_name "
            "and tool_kwargs."
        )
        outcome.fail(Finding("3.7/refused", meaning))
    arrived = outcome.obtained("an event")
    event = Outcome(called, arrived["event"], arrived["type"], outcome.printed)
    return event, arrived["number"] == number_of(text, by)


def routes_to_tool(learner, tool: str, arguments: dict) -> None:
    """Fail unless an action becomes an event with one call of this tool with these arguments."""
    text = f"{tool} {json.dumps(arguments, sort_keys=True)}"
    outcome, right = route(
        learner, "tool_calls", text, "ActionReasoningStep", action=tool, action_input=arguments
    )
    if outcome.type != "ToolCallEvent":
        meaning = "An action is not the end: it becomes a ToolCallEvent."
        outcome.fail(Finding("3.7/no-tool-call", meaning), "a ToolCallEvent")
    calls = [(call["tool_name"], call["tool_kwargs"]) for call in outcome.value["tool_calls"]]
    if calls != [(tool, arguments)] or not right:
        raise Failed(
            Finding(
                "3.7/other-call",
                "The tool call has the action as its name and the action input as its arguments.",
            ),
            outcome.called,
            f"one tool call: {tool} with {arguments}",
            "; ".join(f"{name} with {given}" for name, given in calls) or "no tool call",
        )


def routes_to_stop(learner, response: str) -> None:
    """Fail unless an answer becomes a StopEvent with this text."""
    outcome, right = route(learner, "result", response, "ResponseReasoningStep", response=response)
    if outcome.type != "StopEvent":
        meaning = "A step that is done ends the run with a StopEvent."
        outcome.fail(Finding("3.7/no-stop", meaning), "a StopEvent")
    if outcome.value.get("result") != response or not right:
        raise Failed(
            Finding("3.7/other-result", "The result is the text of the answer: step.response."),
            outcome.called,
            f"StopEvent(result={response!r})",
            f"StopEvent(result={outcome.value.get('result')!r})",
        )
