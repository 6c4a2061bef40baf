"""Lesson 3, hidden: the same workflows with other texts, numbers, cities and reasoning steps."""

from lesson_kit.judging.checking import check
from lesson_kit.judging.drawing import words
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import run_of
from lesson_kit.judging.llm_steps import (
    REPLY,
    asks_the_llm_of_the_run,
    routes_to_stop,
    routes_to_tool,
    run_ask,
)
from lesson_kit.judging.routing import (
    far_from_1,
    following,
    goes_by_three_steps,
    goes_by_trimmed,
    takes_branches,
    taxes_any_amount,
    trail_of,
)
from lesson_kit.judging.run_findings import one_run
from lesson_kit.judging.side_by_side import at_once, each_of, later
from lesson_kit.judging.weather import (
    cities,
    collects,
    looks_up_two_at_once,
    passes_the_weather_on,
    tells_the_fastest,
)
from lesson_kit.judging.workflow_runs import leaves_alone

APART = Finding(
    "3.1/runs-mixed",
    "These runs are under way together, and share self: what a step needs comes in its event.",
)


@check("3.1")
def tidies_other_texts(learner):
    """tidies up a long text, a single letter, and a text of blanks"""
    drawn = words(learner, 5)
    accents = "".join(learner.random.sample("éöñåçüàø", 5))
    others = "-.'_7&/\n\t"
    signs = (f"{one}{sign}{one.upper()}" for one, sign in zip(drawn * 2, others, strict=False))
    texts = [
        f"\t\n {'   '.join(drawn[:4])}\n ",
        f" {accents}{drawn[0]} {drawn[1]}{accents.upper()}{drawn[2]}  {accents[0]}\n\n{accents}\t",
        "\n".join(signs),
        drawn[4][0],
        accents[0],
        f"{drawn[4].upper()}\t",
        f"{learner.random.randint(10, 99)} {drawn[3]}",
        " \n ",
        "",
    ]
    outcome = learner.run("Tidy", *({"text": text} for text in texts), watch=True)
    for index, text in enumerate(texts):
        one_run(outcome, index).returns(text.strip().title())
    goes_by_trimmed(outcome, *texts)
    leaves_alone(outcome)


@check("3.1")
def tidies_two_texts_at_once(learner):
    """keeps two runs at the same time apart"""
    texts = words(learner, 4)
    outcome = learner.run("Tidy", *({"text": one} for one in texts), together=True)
    for index, text in enumerate(texts):
        one_run(outcome, index).returns(text.title(), APART)


@check("3.2")
def finds_other_next_numbers(learner):
    """finds what comes after 0, negative numbers and numbers of 30 digits"""
    even, odd = 2 * learner.random.randint(100, 500), 2 * learner.random.randint(100, 500) + 1
    huge = 2 * learner.random.randint(10**29, 10**30)
    given = even, odd, 0, -even, -odd, huge, huge + 1, 1
    inputs = [{"number": one} for one in given]
    ways = {"watch": True}, {"together": True}
    outcomes = learner.request_each([run_of("NextNumber", *inputs, **way) for way in ways])
    outcome = next(outcomes)
    rounded = "/ gives a float, which keeps some 16 digits: // divides whole numbers exactly."
    one_run(outcome, 5).returns(
        following(huge), because={str(int(huge / 2)): Finding("3.2/rounded", rounded)}
    )
    for index, number in enumerate(given):
        one_run(outcome, index).returns(following(number))
    takes_branches(outcome, *given)
    leaves_alone(outcome)
    outcome = next(outcomes)
    for index, number in enumerate(given):
        one_run(outcome, index).returns(following(number), APART)


@check("3.3")
def follows_other_numbers(learner):
    """follows a long trail and a short one, large numbers, and two at the same time"""
    huge = far_from_1(learner)
    rows = ((27, 2, 1, 4, 4), False), ((huge,), False), ((9, 7, 1, 16), True)
    asked = [
        run_of("Trail", *({"number": one} for one in given), together=together)
        for given, together in rows
    ]
    for (given, _), outcome in zip(rows, learner.request_each(asked), strict=True):
        for index, number in enumerate(given):
            one_run(outcome, index).returns(trail_of(number))


@check("3.4")
def sends_other_cities(learner):
    """sends one city, one that is listed twice, and more than there are workers"""
    drawn = cities(learner, 6)
    listed = [drawn[0], drawn[1], drawn[0], drawn[2]]
    beside = [drawn[3], drawn[3], *[drawn[1]] * 3, drawn[3]]
    alike, many = [drawn[1]] * 2, cities(learner, 30)
    learner.random.shuffle(again := drawn * 2)
    often = [drawn[1], *again]  # the fastest is among the first four, or has no worker
    judges = [
        later(tells_the_fastest, *lists, fastest=drawn[1])
        for lists in ([listed], [drawn, drawn[1:3]], [drawn[1:2]], [beside, alike], [often])
    ]
    judges.append(later(tells_the_fastest, many, fastest=many[2]))
    for outcome in each_of(learner, *judges):
        leaves_alone(outcome)


@check("3.5")
def collects_other_numbers(learner):
    """waits for one city, for seven, and for one that is listed twice"""
    drawn = cities(learner, 7)
    listed = [drawn[0], drawn[1], drawn[0]]
    beside, alike = [drawn[3], drawn[3], drawn[2], drawn[3]], drawn[5:6] * 3
    lists = drawn[:1], drawn, listed, beside, alike, drawn
    leaves_alone(collects(learner, "Forecast", *lists, at_once=1))


@check("3.5")
def keeps_two_runs_apart(learner):
    """keeps two runs at the same time apart"""
    drawn = cities(learner, 6)
    collects(learner, "Forecast", drawn[:4], drawn[2:], at_once=6, together=True)


@check("3.6")
def looks_up_other_cities(learner):
    """looks up one city, seven, and one that is listed twice: each once, and two at a time"""
    drawn = cities(learner, 9)
    listed = [drawn[7], drawn[8], drawn[7]]
    lists = drawn[:7], listed, drawn[7:8], drawn[8:] * 3, drawn[:2]
    outcome = looks_up_two_at_once(learner, *lists)
    for index, one in enumerate(lists):
        passes_the_weather_on(outcome, one, index)
    leaves_alone(outcome)


@check("3.6")
def keeps_two_weathers_apart(learner):
    """keeps two runs at the same time apart"""
    drawn = cities(learner, 6)
    collects(learner, "Weather", drawn[:4], drawn[2:], at_once=4, together=True)


@check("3.7")
def computes_other_prices(learner):
    """computes the price of many pieces, of none, and the tax of any amount"""
    given = learner.random.randint(100, 900), 0, 10**6 + learner.random.randint(0, 99)
    inputs = [{"pieces": one} for one in given]
    ways = {"watch": True}, {"together": True}
    outcomes = learner.request_each([run_of("Mended", *inputs, **way) for way in ways])
    outcome = next(outcomes)
    for index, pieces in enumerate(given):
        one_run(outcome, index).returns(300 * pieces)
    goes_by_three_steps(outcome, *given)
    outcome = next(outcomes)
    for index, pieces in enumerate(given):
        one_run(outcome, index).returns(300 * pieces, APART)
    taxes_any_amount(learner)


@check("3.8")
def gives_any_reply(learner):
    """gives other replies of the LLM, to two questions at the same time"""
    outcome, replies = run_ask(learner, 2)
    for index, reply in enumerate(replies):
        one_run(outcome, index).returns(reply, REPLY)


@check("3.8")
def asks_the_llm_of_the_moment(learner):
    """asks the LLM that Settings holds then, anew, with the messages as they are, and no others"""
    asks_the_llm_of_the_run(learner)


@check("3.9")
def routes_other_actions(learner):
    """turns actions with many, odd and no arguments into calls, all as they are"""
    name, argument, unit = words(learner, 3)
    number = learner.random.randint(-99, 999)
    arguments = {argument: number, "unit": unit, "flags": [1, 2], "none": None, "zero": 0, "": ""}
    like_a_schema = {
        "type": "object",
        "properties": {argument: {"type": "integer"}},
        "required": [argument],
        "title": unit,
        "name": name,
        "input": number,
        "args": [number],
        "kwargs": {unit: number},
        "self": unit,
    }
    like_others = {
        "digits": f"{abs(number)}",
        "signed": f"-{abs(number)}",
        "point": f"{number}.50",
        "float": number / 4,
        "whole": float(number),
        "yes": True,
        "no": False,
        "true": "true",
        "null": "null",
        "list": "[1, 2]",
        "object": '{"a": 1}',
        "blanks": f"  {unit}\n",
        "other letters": f"{unit.upper()} é µ \U0001f327",
        "quoted": f"\"{unit}' \\n",
        "long": unit * 200,
        " name ": [f" {number} ", None, [], {}],
    }
    learner.random.shuffle(mixed := list(like_others.items()))
    actions = [
        (name, like_a_schema),
        (name, dict(mixed)),
        (f"search_{name}", arguments),
        (f"search_{name}", {}),
        (f"{name.upper()} é", {"nested": {unit: [{argument: str(number)}]}}),
        ("Answer", {"response": unit, "is_done": True}),
    ]
    for tool in ("add", f" {name}\n", f"{abs(number)}", "None", f"{name}.{unit}-v2"):
        actions.append((tool, {argument: [{}, [[unit]], number]}))
        actions.append((tool, {argument: f"{number}"}))
    judges = [later(routes_to_tool, *action) for action in actions]
    for text in like_replies(learner):
        judges.append(later(routes_to_tool, name, {argument: number}, thought=text))
        judges.append(later(routes_to_tool, name, {argument: text, text: unit}))
        judges.append(later(routes_to_tool, text, {}))
    at_once(learner, *judges)


@check("3.9")
def routes_other_answers(learner):
    """turns answers with blanks, line breaks, other letters and nothing in them into their text"""
    number = learner.random.randint(1000, 9999)
    (word,) = words(learner, 1)
    texts = f"I counted {number} of them.", f"  {number}\n\n µm ", f"Action: {number}", "", " \n"
    alike = f"{number}", f"-{number}.0", "None", "true", f'{{"{word}": [{number}]}}', f'"{word}"'
    told = f"Answer: {word}", f"Thought: {word}\nAction: add", f"{word.upper()} é \U0001f327", "ok"
    odd = f"{word} " * 200, f"```\n{word}\n```", f"<b>{word}</b>\t"
    judges = [later(routes_to_stop, text) for text in (*texts, *alike, *told, *odd)]
    for text in like_replies(learner):
        judges.append(later(routes_to_stop, text))
        judges.append(later(routes_to_stop, word, thought=text))
        judges.append(later(routes_to_stop, word, thought=text, is_streaming=True))
    at_once(learner, *judges)


def like_replies(learner) -> list[str]:
    """Return texts that hold the words by which replies tell actions and answers apart."""
    one, other = words(learner, 2)
    kinds = "Answer:", "Action:", "Action Input:", "Thought:", "Observation:", "is_done"
    return [f"{one}\n{kind} {other}" for kind in kinds]
