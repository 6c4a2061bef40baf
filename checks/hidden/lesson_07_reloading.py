"""Lesson 7, hidden: the same with other replies, runs, models, questions and failures."""

from lesson_kit.judging.asking_servers import refusal_comes_through, server_answers
from lesson_kit.judging.asking_with_llms import (
    NOT_FINALLY,
    NOT_WHEN_CANCELLED,
    asked_with,
    failure_comes_through,
    llm_is_back,
    other_llm_answers,
)
from lesson_kit.judging.checking import check
from lesson_kit.judging.comparing_answers import are_differences
from lesson_kit.judging.drawing import words
from lesson_kit.judging.exchanges import Exchange
from lesson_kit.judging.reloading_models import agent_is_reloaded, model_predicts, newest_is_found


@check("7.1")
def asks_the_question_it_is_given(learner):
    """asks its own question and gives whatever the LLM says"""
    exchange = Exchange(learner, quoted=True)
    called, reply = asked_with(learner, exchange)
    other_llm_answers(called, reply, exchange)


@check("7.1")
def puts_the_llm_back_after_a_failure(learner):
    """puts the old LLM back also when the run fails, soon or late, and lets it fail"""
    exchange = Exchange(learner)
    for way in ("fails", "refuses"):
        called, reply = asked_with(learner, exchange, way)
        failure_comes_through(called, reply)
        llm_is_back(called, reply, NOT_FINALLY)
    called, reply = asked_with(learner, exchange)
    other_llm_answers(called, reply, exchange)


@check("7.1")
def puts_the_llm_back_when_cancelled(learner):
    """puts the old LLM back also when the run is cancelled"""
    exchange = Exchange(learner)
    called, reply = asked_with(learner, exchange, "cancelled")
    llm_is_back(called, reply, NOT_WHEN_CANCELLED)
    called, reply = asked_with(learner, exchange)
    other_llm_answers(called, reply, exchange)


@check("7.2")
def passes_over_other_runs(learner):
    """takes a finished run of exactly the name, whatever it is"""
    one, other = words(learner, 2)
    name = f"{one}_{learner.random.randint(10, 99)} {other}"
    near = [f"{name}-2", name.upper(), name.replace("_", "-"), f"my {name}", one]
    newest_is_found(learner, name, near)


@check("7.3")
def brings_any_agent_back(learner):
    """brings back any agent that was logged, with its LLM's settings, after another one too"""
    agent_is_reloaded(learner, another=True)


@check("7.4")
def predicts_for_any_model(learner):
    """asks the model that it is given, whatever the question, after another one too"""
    model_predicts(learner, another=True)


@check("7.5")
def asks_any_question(learner):
    """asks any question, quotation marks included"""
    server_answers(learner, Exchange(learner, quoted=True))


@check("7.5")
def says_what_the_server_said(learner):
    """lets an error status reach the caller, whichever it is and whatever its message"""
    for status in (learner.random.choice((403, 404, 422)), learner.random.choice((500, 503))):
        refusal_comes_through(learner, f"No tool {learner.random.randint(100, 999)}", status)


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
