"""Lesson 3, hidden: the same workflows with other texts, numbers, cities and reasoning steps."""

from lesson_kit.checks.lesson_03_steps import (
    REPLY,
    cities,
    following,
    routes_to_stop,
    routes_to_tool,
    run_ask,
    trail_of,
)
from lesson_kit.judging.checking import check
from lesson_kit.judging.drawing import words
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed
from lesson_kit.judging.run_findings import one_run
from lesson_kit.judging.workflow_runs import look_up_weather, looks_up_at_once


@check("3.1")
def tidies_any_text(learner):
    """tidies up any text"""
    text = " ".join(words(learner, 3))
    outcome = learner.run("Tidy", {"text": f"\t {text}  \n"})
    one_run(outcome).returns(text.title())


@check("3.2")
def finds_any_next_number(learner):
    """finds the number that comes after any other"""
    even, odd = 2 * learner.random.randint(100, 500), 2 * learner.random.randint(100, 500) + 1
    outcome = learner.run("NextNumber", {"number": even}, {"number": odd})
    one_run(outcome).returns(following(even))
    one_run(outcome, 1).returns(following(odd))


@check("3.3")
def follows_any_number(learner):
    """follows any number, also the 1 that needs no round"""
    trail = trail_of(learner.random.randint(7, 24))
    outcome = learner.run("Trail", {"number": trail[0]}, {"number": 1})
    one_run(outcome).returns(trail)
    already = Finding("3.3/begins-at-1", "A trail that begins at 1 is there already.")
    one_run(outcome, 1).returns([1], already)


@check("3.4")
def looks_up_any_cities(learner):
    """looks up any cities, each once and all at the same time"""
    outcome, weather = look_up_weather(learner, cities(learner, 4))
    own_weather = Finding("3.4/other-weather", "Every city comes with its own weather.")
    one_run(outcome).returns(weather, own_weather)
    looks_up_at_once(outcome, weather)
    calls = outcome.value["calls"]
    if sorted(calls) != sorted(weather):
        once = Finding("3.4/not-once", "Each city is looked up once.")
        raise Failed(once, outcome.called, str(list(weather)), str(calls))


@check("3.5")
def computes_any_price(learner):
    """computes the price of any number of pieces"""
    pieces = learner.random.randint(100, 900)
    outcome = learner.run("Mended", {"pieces": pieces}, {"pieces": 0})
    one_run(outcome).returns(pieces * 300)
    one_run(outcome, 1).returns(0)


@check("3.6")
def gives_any_reply(learner):
    """gives whatever the LLM replies"""
    outcome, replies = run_ask(learner, 2)
    for index, reply in enumerate(replies):
        one_run(outcome, index).returns(reply, REPLY)


@check("3.7")
def routes_any_action(learner):
    """turns any action into a call of that tool, its arguments untouched"""
    name, argument, unit = words(learner, 3)
    arguments = {argument: learner.random.randint(-99, 999), "unit": unit, "flags": [1, 2]}
    routes_to_tool(learner, f"search_{name}", arguments)
    routes_to_tool(learner, f"search_{name}", {})


@check("3.7")
def routes_any_answer(learner):
    """turns any answer into a StopEvent with its text"""
    routes_to_stop(learner, f"I counted {learner.random.randint(1000, 9999)} of them.")
