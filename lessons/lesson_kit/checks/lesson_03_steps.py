"""Lesson 3: what learners check of steps, and of the graphs that their signatures make."""

from lesson_kit.judging.checking import check
from lesson_kit.judging.drawing import WORKS_FIRST, numbers, words
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.llm_steps import (
    OTHER_PROMPT,
    REPLY,
    carries_response,
    routes_to_stop,
    routes_to_tool,
    run_ask,
)
from lesson_kit.judging.outcomes import Failed, show
from lesson_kit.judging.routing import (
    goes_by_three_steps,
    goes_by_trimmed,
    goes_round,
    other_than_tidy,
    takes_branches,
    trail_of,
)
from lesson_kit.judging.run_findings import one_run
from lesson_kit.judging.weather import (
    cities,
    collects,
    looks_up_two_at_once,
    tells_the_fastest,
)
from lesson_kit.judging.workflow_runs import has_steps, leaves_alone, promises_what_it_gives


@check("3.1")
def tidies_a_text(learner):
    """removes the blanks around a text and capitalises its words"""
    first, second, third, fourth = words(learner, 4)
    mixed = f"{second[:2]}{second[2:].upper()}"
    inside = f"{first}  {mixed}-{third}\té{fourth}è{fourth}"
    text = f" \t{inside} \n"
    one_run(learner.run("Tidy", {"text": text})).returns(
        inside.title(), because=other_than_tidy(text)
    )


@check("3.1")
def goes_by_trimmed_event(learner):
    """trims in one step, capitalises in the next, with a TrimmedEvent between them"""
    first, second, third = words(learner, 3)
    text = f" {first}  {second}\té{third}-{first} "
    goes_by_trimmed(learner.run("Tidy", {"text": text}, watch=True), text)


@check("3.2")
def finds_the_next_number(learner):
    """halves an even number, and triples an odd one and adds 1"""
    even, odd = (2 * number for number in numbers(learner, 2))
    odd += 1
    outcome = learner.run("NextNumber", {"number": even}, {"number": odd})
    rule = "number % 2 == 0 means even."
    as_odd = Finding("3.2/even-as-odd", f"{even} is even, and got what odd numbers get: {rule}")
    as_even = Finding("3.2/odd-as-even", f"{odd} is odd, and got what even numbers get: {rule}")
    one_run(outcome).returns(even // 2, because={str(3 * even + 1): as_odd})
    one_run(outcome, 1).returns(3 * odd + 1, because={str(odd // 2): as_even})


@check("3.2")
def takes_both_branches(learner):
    """sends the number on in an EvenEvent or an OddEvent, and promises what it sends"""
    even, odd = (2 * number for number in numbers(learner, 2))
    given = even, odd + 1
    takes_branches(
        learner.run("NextNumber", *({"number": one} for one in given), watch=True), *given
    )


@check("3.3")
def follows_a_number(learner):
    """follows a number until it reaches 1"""
    trail = trail_of(learner.random.randint(7, 24))
    last = "The 1 belongs to the trail: stop when the last number is 1."
    one_round = "That is one round. grow returns a TrailEvent to go round again."
    one_number = "That is the last number; the result is the whole list."
    outcome = learner.run("Trail", {"number": trail[0]}, {"number": 1})
    run = one_run(outcome)
    if run.ok and isinstance(run.value, list) and run.value[1 - len(trail) :] == trail[1:]:
        if len(run.value) > len(trail):
            meaning = (
                "There is more in it than the trail from this run's number on, which comes once. "
                "What an earlier run has found is no part of it."
            )
            run.fail(Finding("3.3/other-run", meaning), show(trail))
    run.returns(
        trail,
        because={
            str(trail[:-1]): Finding("3.3/without-1", last),
            str(trail[:2]): Finding("3.3/one-round", one_round),
            "1": Finding("3.3/last-only", one_number),
        },
    )
    already = "A trail that begins at 1 is [1]: it has reached 1 before the first round."
    kept = "A trail that begins at 1 is [1], whatever ran before: a run keeps nothing on self."
    one_run(outcome, 1).returns(
        [1],
        Finding("3.3/begins-at-1", already),
        because={str([*trail, 1]): Finding("3.3/kept", kept)},
    )


@check("3.3")
def goes_round_by_events(learner):
    """goes round by TrailEvents, one number more in each"""
    # Neither 8 nor 16: their trails are halved all the way.
    trail = trail_of(learner.random.choice([7, *range(9, 16), *range(17, 25)]))
    outcome = learner.run("Trail", {"number": trail[0]}, {"number": 1}, watch=True)
    goes_round(outcome, trail)
    goes_round(outcome, [1], 1)
    has_steps(outcome, "begin", "grow")
    leaves_alone(outcome)
    promises_what_it_gives(outcome)


@check("3.4")
def ends_with_the_fastest(learner):
    """tells the weather of the city that answers first"""
    listed = cities(learner, 3)
    tells_the_fastest(learner, listed, fastest=listed[1], each=False)


@check("3.4")
def sends_an_event_for_each(learner):
    """sends a CityEvent for each city, in the order of the list"""
    listed = cities(learner, 4)
    outcome = tells_the_fastest(learner, listed, fastest=listed[-1])
    leaves_alone(outcome)
    has_steps(outcome, "hand_out", "ask")
    promises_what_it_gives(outcome, none=False)


@check("3.5")
def collects_the_weather(learner):
    """gives the weather of every city"""
    collects(learner, "Forecast", cities(learner, 3), at_once=3)


@check("3.5")
def begins_each_run_anew(learner):
    """keeps nothing of one run for the next"""
    drawn = cities(learner, 5)
    outcome = collects(learner, "Forecast", drawn[:3], drawn[3:], at_once=2)
    has_steps(outcome, "hand_out", "ask", "collect")
    promises_what_it_gives(outcome)


@check("3.6")
def gives_the_weather(learner):
    """gives the weather of every city"""
    collects(learner, "Weather", cities(learner, 3), at_once=2)


@check("3.6")
def works_two_at_once(learner):
    """looks up two cities at the same time, and never three, in a step ask"""
    outcome = looks_up_two_at_once(learner, cities(learner, 5))
    has_steps(outcome, "hand_out", "ask", "collect")
    promises_what_it_gives(outcome)


@check("3.7")
def is_mended(learner):
    """runs, and computes the price with tax"""
    (pieces,) = numbers(learner, 1)
    no_tax = f"The tax is missing: {pieces} pieces cost {250 * pieces} cents without it."
    one_run(learner.run("Mended", {"pieces": pieces})).returns(
        pieces * 300, because={str(pieces * 250): Finding("3.7/no-tax", no_tax)}
    )


@check("3.7")
def keeps_the_three_steps(learner):
    """keeps the three steps, and each promises what it gives"""
    (pieces,) = numbers(learner, 1)
    goes_by_three_steps(learner.run("Mended", {"pieces": pieces}, watch=True), pieces)


@check("3.8")
def gives_the_reply(learner):
    """gives the LLM's reply"""
    outcome, (reply,) = run_ask(learner)
    run = one_run(outcome)
    if run.ok and run.value is None:
        meaning = (
            "The result is None, and no reply: is the response of the LLM, with its text, in the "
            "LLMOutputEvent?"
        )
        run.fail(Finding("3.8/reply-lost", meaning), repr(reply))
    run.returns(reply, REPLY)


@check("3.8")
def asks_with_the_whole_prompt(learner):
    """sends every message of the event to the LLM, once"""
    outcome, (reply,) = run_ask(learner)
    run = one_run(outcome)
    run.obtained()
    prompts = [[message["role"] for message in prompt] for prompt in outcome.value["prompts"]]
    if prompts != [["system", "user"]]:
        raise Failed(
            OTHER_PROMPT,
            outcome.called,
            "one call with the messages system, user",
            "; ".join(", ".join(prompt) for prompt in prompts) or "no call of Settings.llm",
        )
    run.returns(reply, WORKS_FIRST)


@check("3.8")
def passes_the_response_on(learner):
    """passes the whole response on, not only its text"""
    outcome, (reply,) = run_ask(learner)
    carries_response(outcome, reply)


@check("3.8")
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
                "3.8/other-llm",
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
                "3.8/blocks",
                "Only one call at a time was under way. While chat waits, everything waits: use "
                "await Settings.llm.achat(…).",
            ),
            f"{outcome.called}, all together",
            "3 calls under way at the same time",
            f"{at_once} at most",
        )
    for run, reply in zip(runs, replies, strict=True):
        run.returns(reply, WORKS_FIRST)


@check("3.9")
def routes_an_action(learner):
    """turns an action into a ToolCallEvent"""
    x, y = numbers(learner, 2)
    routes_to_tool(learner, *words(learner, 1), {"x": x, "y": y})


@check("3.9")
def routes_an_answer(learner):
    """turns an answer into a StopEvent with its text"""
    routes_to_stop(learner, f"It is {learner.random.randint(1000, 9999)}.")
