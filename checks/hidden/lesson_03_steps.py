"""Lesson 3, hidden: the same workflows with other texts, numbers, cities and reasoning steps."""

from lesson_kit.checks.lesson_03_steps import SECONDS, ask, routes_to_stop, routes_to_tool
from lesson_kit.judging.checking import check
from lesson_kit.judging.outcomes import Failed
from lesson_kit.judging.workflow_runs import look_up_weather, looks_up_at_once, one_run

NAMES = ["grace", "alan", "emmy", "george", "sofia", "kurt", "rosalind", "edsger"]
CITIES = ["Bern", "Kyiv", "Lagos", "Perth", "Quito", "Riga", "Seoul", "Turin"]


def following(number: int) -> int:
    """Return the number that comes after this one on its trail."""
    return number // 2 if number % 2 == 0 else 3 * number + 1


@check("3.1")
def tidies_any_text(learner):
    """tidies up any text"""
    names = learner.random.sample(NAMES, 3)
    text = "\t " + " ".join(names) + "  \n"
    outcome = learner.run("Tidy", {"text": text}, seconds=SECONDS)
    one_run(outcome).returns(" ".join(name.title() for name in names))


@check("3.2")
def finds_any_next_number(learner):
    """finds the number that comes after any other"""
    even, odd = 2 * learner.random.randint(5, 500), 2 * learner.random.randint(5, 500) + 1
    outcome = learner.run("NextNumber", {"number": even}, {"number": odd}, seconds=SECONDS)
    one_run(outcome).returns(following(even))
    one_run(outcome, 1).returns(following(odd))


@check("3.3")
def follows_any_number(learner):
    """follows any number, also the 1 that needs no round"""
    number = learner.random.randint(7, 24)
    trail = [number]
    while trail[-1] != 1:
        trail.append(following(trail[-1]))
    outcome = learner.run("Trail", {"number": number}, {"number": 1}, seconds=SECONDS)
    one_run(outcome).returns(trail)
    one_run(outcome, 1).returns([1], "A trail that begins at 1 is there already.")


@check("3.4")
def looks_up_any_cities(learner):
    """looks up any cities, each once and all at the same time"""
    cities = learner.random.sample(CITIES, 4)
    weather = {city: f"{learner.random.randint(-9, 39)} °C" for city in cities}
    outcome = look_up_weather(learner, weather)
    one_run(outcome).returns(weather, "Every city comes with its own weather.")
    looks_up_at_once(outcome, 4)
    calls = outcome.value["calls"]
    if sorted(calls) != sorted(cities):
        raise Failed("Each city is looked up once.", outcome.called, str(cities), str(calls))


@check("3.5")
def computes_any_price(learner):
    """computes the price of any number of pieces"""
    pieces = learner.random.randint(5, 90)
    outcome = learner.run("Mended", {"pieces": pieces}, {"pieces": 0}, seconds=SECONDS)
    one_run(outcome).returns(pieces * 300)
    one_run(outcome, 1).returns(0)


@check("3.6")
def gives_any_reply(learner):
    """gives whatever the LLM replies"""
    reply = f"The code is {learner.random.randint(1000, 9999)}."
    run = one_run(ask(learner, "What is the code?", reply=reply))
    run.returns(reply, "The result should be what the LLM in Settings.llm has replied.")


@check("3.7")
def routes_any_action(learner):
    """turns any action into a call of that tool, its arguments untouched"""
    tool = f"search_{learner.random.randint(10, 999)}"
    arguments = {"n": learner.random.randint(-99, 999), "units": "mm", "flags": [1, 2]}
    routes_to_tool(learner, tool, arguments)
    routes_to_tool(learner, tool, {})


@check("3.7")
def routes_any_answer(learner):
    """turns any answer into a StopEvent with its text"""
    routes_to_stop(learner, f"I counted {learner.random.randint(1000, 9999)} of them.")
