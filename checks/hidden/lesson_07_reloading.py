"""Lesson 7, hidden: the same with other replies, runs, models, questions and failures."""

from lesson_kit.agent_script.logged_model import EXPERIMENT
from lesson_kit.judging.asking_servers import (
    BODIES,
    ServerAsked,
    refused_and_not,
    servers_answer,
)
from lesson_kit.judging.asking_with_llms import (
    NOT_BACK,
    NOT_FINALLY,
    NOT_WHEN_CANCELLED,
    Asking,
    asked_with_each,
    failure_comes_through,
    llm_is_back,
    other_llm_answers,
)
from lesson_kit.judging.checking import check
from lesson_kit.judging.comparing_answers import are_differences
from lesson_kit.judging.drawing import words
from lesson_kit.judging.exchanges import SHAPES, Exchange
from lesson_kit.judging.finding_models import newest_is_found
from lesson_kit.judging.reloading_models import (
    agent_is_reloaded,
    made_question,
    models_predict,
)


@check("7.1")
def asks_the_question_it_is_given(learner):
    """asks its own question and gives whatever the LLM says"""
    quoted = Exchange(learner, quoted=True)
    exchanges = [quoted, *(Exchange(learner, shape=shape) for shape in SHAPES)]
    replies = asked_with_each(learner, list(map(Asking, exchanges)))
    for exchange, (called, reply) in zip(exchanges, replies, strict=True):
        other_llm_answers(called, reply, exchange)
        if exchange is not quoted:
            llm_is_back(called, reply, NOT_BACK)


@check("7.1")
def puts_the_llm_back_after_a_failure(learner):
    """puts the old LLM back also when the run fails, soon or late, and lets it fail"""
    exchange = Exchange(learner)
    long = f'{exchange.question}\n\n"{exchange.greeting}" d\'été ' * 40
    kinds = ("RuntimeError", "TypeError", "OSError")
    failing = [
        Asking(exchange, way, learner.random.choice(kinds), failure)
        for way in ("fails", "refuses")
        for failure in (None, "", long)
    ]
    *failed, answered = [*failing, Asking(exchange)]
    replies = asked_with_each(learner, [*failed, answered])
    for _, (called, reply) in zip(failed, replies, strict=False):
        failure_comes_through(called, reply)
        llm_is_back(called, reply, NOT_FINALLY)
    other_llm_answers(*next(replies), exchange)


@check("7.1")
def puts_the_llm_back_when_cancelled(learner):
    """puts the old LLM back also when the run is cancelled"""
    exchange = Exchange(learner)
    replies = asked_with_each(learner, [Asking(exchange, "cancelled"), Asking(exchange)])
    llm_is_back(*next(replies), NOT_WHEN_CANCELLED)
    other_llm_answers(*next(replies), exchange)


@check("7.2")
def passes_over_other_runs(learner):
    """takes a finished run of exactly the name, whatever it is"""
    one, other = words(learner, 2)
    name = f"{one}_{learner.random.randint(10, 99)} {other}"
    near = [f"{name}-2", name.upper(), name.replace("_", "-"), f"my {name}", one]
    newest_is_found(learner, name, near, f"{other} {one}", EXPERIMENT, crowd=12)


@check("7.3")
def brings_any_agent_back(learner):
    """brings back any agent that was logged, with its LLM's settings, after another one too"""
    agent_is_reloaded(learner, another=True)


@check("7.4")
def predicts_for_any_model(learner):
    """asks the model that it is given, whatever the question, after another one too"""
    models = [made_question(learner, another=True), made_question(learner, times=2)]
    models += [made_question(learner, shape=shape) for shape in SHAPES]
    models_predict(learner, models)


@check("7.5")
def asks_any_question(learner):
    """asks any question, quotation marks included"""
    quoted = ServerAsked(Exchange(learner, quoted=True), times=2)
    shaped = [ServerAsked(Exchange(learner, shape=shape)) for shape in SHAPES]
    servers_answer(learner, [quoted, *shaped])


@check("7.5")
def says_what_the_server_said(learner):
    """lets an error status reach the caller, whichever it is and whatever its message"""
    statuses = learner.random.sample((401, 403, 404, 409, 413, 422, 429), 3)
    statuses += learner.random.sample((500, 501, 502, 503, 504), 3)
    each = []
    for status, body in zip(learner.random.sample(statuses, 6), BODIES, strict=True):
        refusal = f"No tool {learner.random.randint(100, 999)}"
        each += refused_and_not(learner, refusal, status, body)
    servers_answer(learner, each)


@check("7.6")
def finds_any_differences(learner):
    """finds differences of any kind, and none where there are none"""
    numbers = learner.random.sample(range(100, 999), 7)
    questions = [f"q{number}?" for number in numbers]
    first = {question: f"The result is {number}." for number, question in enumerate(questions)}
    changes = [
        lambda text: "I do not know.",
        lambda text: text + "0",
        lambda text: text.replace("The", "the"),
        lambda text: text + " ",
        lambda text: text[:-1],
    ]
    second = dict(first)
    for question, change in zip(learner.random.sample(questions, 5), changes, strict=True):
        second[question] = change(first[question])
    twice = learner.random.choice([one for one in questions if first[one] != second[one]])
    are_differences(learner, first, second, [*questions, twice])
    are_differences(learner, first, dict(first), questions)
    are_differences(learner, first, second, [])


@check("7.6")
def sees_each_character(learner):
    """finds texts different that look alike, mean the same or are empty"""
    word, other = words(learner, 2)
    n = learner.random.randint(1000, 9999)
    long = f"{word} {n} " * 300
    alike = [
        ("", word),
        ("", " "),
        ("0", ""),
        ("None", ""),
        (f"{n}", f"{n}.0"),
        (f"{n}", f"0{n}"),
        (f"{n}", f"{n // 1000},{n % 1000:03}"),
        (f"{word}é", f"{word}e\u0301"),
        (f"{word} 1", f"{word} １"),
        ("ﬁn", "fin"),
        ("ß", "ss"),
        ("é", "e"),
        ("Ä", "ä"),
        ("K", "\u212a"),
        (f"{word} {other}", f"{other} {word}"),
        (f"{word}  {other}", f"{word} {other}"),
        (f"{word}\u00a0{other}", f"{word} {other}"),
        (f"{word}\u200b{other}", f"{word}{other}"),
        (f"{word}\t{other}", f"{word} {other}"),
        (f"{word}\n{other}", f"{word} {other}"),
        (f"{word}\r\n{other}", f"{word}\n{other}"),
        (f"{word}\n", word),
        (f"\ufeff{word}", word),
        (f"{word}.", f"{word}!"),
        (f"'{word}'", f'"{word}"'),
        (f"{word}-{other}", f"{word}–{other}"),
        (f"{word[:-1]}", word),
        (f"{long}{word}{long}", f"{long}{other}{long}"),
        (f"{long}.", long),
        (str({word: n, other: n}), str({other: n, word: n})),
    ]
    same = ["", " ", word, long, f"{word}é", f"{n}"]
    pairs = [pair[:: learner.random.choice((1, -1))] for pair in alike]
    pairs += [(text, text) for text in same]
    learner.random.shuffle(pairs)
    questions = ["", *(f"{word} {place}?" for place in range(1, len(pairs)))]
    first = dict(zip(questions, (one for one, _ in pairs), strict=True))
    second = dict(zip(questions, (two for _, two in pairs), strict=True))
    for _ in range(2):  # the same questions to other models
        are_differences(learner, first, second, questions)
        second = dict(first)
