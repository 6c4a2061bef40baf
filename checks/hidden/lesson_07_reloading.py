"""Lesson 7, hidden: the same with other replies, runs, models, questions and failures."""

from lesson_kit.checks.lesson_07_reloading import are_differences
from lesson_kit.judging.asking_servers import refusal_comes_through, server_answers
from lesson_kit.judging.checking import check
from lesson_kit.judging.drawing import words
from lesson_kit.judging.exchanges import Exchange
from lesson_kit.judging.reloading_models import (
    NOT_FINALLY,
    agent_is_reloaded,
    asked_with,
    failure_comes_through,
    llm_is_back,
    model_predicts,
    newest_is_found,
    other_llm_answers,
)


@check("7.1")
def asks_the_question_it_is_given(learner):
    """asks its own question and gives whatever the LLM says"""
    exchange = Exchange(learner, quoted=True)
    called, reply = asked_with(learner, exchange)
    other_llm_answers(called, reply, exchange)


@check("7.1")
def puts_the_llm_back_after_a_failure(learner):
    """puts the old LLM back also when the run fails, and lets it fail"""
    exchange = Exchange(learner)
    called, reply = asked_with(learner, exchange, fails=True)
    failure_comes_through(called, reply)
    llm_is_back(called, reply, NOT_FINALLY)
    called, reply = asked_with(learner, exchange)
    other_llm_answers(called, reply, exchange)


@check("7.2")
def passes_over_failed_runs(learner):
    """takes a finished run, of any name"""
    name = f"{words(learner, 1)[0]}-{learner.random.randint(10, 99)}"
    newest_is_found(learner, name, f"{name}-2")


@check("7.3")
def brings_any_agent_back(learner):
    """brings back any agent that was logged, with its LLM's settings"""
    agent_is_reloaded(learner)


@check("7.4")
def predicts_for_any_model(learner):
    """asks the model that it is given, whatever the question"""
    model_predicts(learner)


@check("7.5")
def asks_any_question(learner):
    """asks any question, quotation marks included"""
    server_answers(learner, Exchange(learner, quoted=True))


@check("7.5")
def says_what_the_server_said(learner):
    """lets an error status reach the caller, whatever its message"""
    refusal_comes_through(learner, f"No tool {learner.random.randint(100, 999)}")


@check("7.6")
def finds_any_differences(learner):
    """finds differences of any kind, and none where there are none"""
    questions = [f"q{number}?" for number in learner.random.sample(range(100, 999), 5)]
    first = {question: f"The result is {number}." for number, question in enumerate(questions)}
    longer, shorter = sorted(learner.random.sample(range(5), 2))
    second = dict(first)
    second[questions[shorter]] = "I do not know."
    second[questions[longer]] += "0"
    are_differences(learner, first, second, [questions[longer], questions[shorter]])
    are_differences(learner, first, dict(first), [])
