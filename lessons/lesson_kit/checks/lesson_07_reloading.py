"""Lesson 7: what learners check of asking, finding, loading, serving and comparing models."""

from lesson_kit.judging.asking_servers import refusal_comes_through, server_answers
from lesson_kit.judging.asking_with_llms import (
    NOT_BACK,
    NOT_FINALLY,
    asked_with,
    failure_comes_through,
    llm_is_back,
    other_llm_answers,
)
from lesson_kit.judging.checking import check
from lesson_kit.judging.comparing_answers import are_differences
from lesson_kit.judging.drawing import numbers, words
from lesson_kit.judging.exchanges import Exchange
from lesson_kit.judging.reloading_models import agent_is_reloaded, model_predicts, newest_is_found


@check("7.1")
def answers_with_the_other_llm(learner):
    """answers with the LLM and the agent that it is given"""
    exchange = Exchange(learner)
    called, reply = asked_with(learner, exchange)
    other_llm_answers(called, reply, exchange)


@check("7.1")
def puts_the_llm_back(learner):
    """puts the old LLM back, also when the run fails"""
    exchange = Exchange(learner)
    called, reply = asked_with(learner, exchange)
    other_llm_answers(called, reply, exchange)
    llm_is_back(called, reply, NOT_BACK)
    called, reply = asked_with(learner, exchange, "fails")
    llm_is_back(called, reply, NOT_FINALLY)
    failure_comes_through(called, reply)


@check("7.2")
def finds_the_newest_of_the_name(learner):
    """finds the newest run of that name that has finished"""
    name, other = words(learner, 2)
    newest_is_found(learner, name, [f"{name}-{other}", f"{other}-{name}"])


@check("7.3")
def brings_the_agent_back(learner):
    """brings back the agent, and its LLM with it, a second time too"""
    agent_is_reloaded(learner)


@check("7.4")
def predicts_an_answer(learner):
    """gives the model's answer as text, through pyfunc"""
    model_predicts(learner)


@check("7.5")
def asks_the_server(learner):
    """posts the question, once, and gives the answer as text"""
    server_answers(learner, Exchange(learner))


@check("7.5")
def raises_for_an_error(learner):
    """raises an exception when the server refuses"""
    (name,) = words(learner, 1)
    refusal_comes_through(learner, f"Model is missing inputs [{name}]")


@check("7.6")
def finds_the_differences(learner):
    """gives the questions that are answered differently, in their order"""
    questions = [f"{name.capitalize()}?" for name in sorted(words(learner, 6), reverse=True)]
    first = {
        question: f"It is {value}."
        for question, value in zip(questions, numbers(learner, 6), strict=True)
    }
    second = dict(first)
    for place in learner.random.sample(range(6), 4):
        second[questions[place]] = first[questions[place]].replace(".", "0.")
    are_differences(learner, first, second, questions)
