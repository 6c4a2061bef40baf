"""Lesson 7: what learners check of asking, finding, loading, serving and comparing models."""

from lesson_kit.judging.asking_servers import ServerAsked, refused_and_not, servers_answer
from lesson_kit.judging.asking_with_llms import (
    NOT_BACK,
    NOT_FINALLY,
    Asking,
    asked_with,
    asked_with_each,
    failure_comes_through,
    llm_is_back,
    other_llm_answers,
)
from lesson_kit.judging.checking import check
from lesson_kit.judging.comparing_answers import are_differences
from lesson_kit.judging.drawing import numbers, words
from lesson_kit.judging.exchanges import Exchange
from lesson_kit.judging.finding_models import newest_is_found
from lesson_kit.judging.reloading_models import (
    agent_is_reloaded,
    made_question,
    models_predict,
)


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
    replies = asked_with_each(learner, [Asking(exchange), Asking(exchange, "fails")])
    called, reply = next(replies)
    other_llm_answers(called, reply, exchange)
    llm_is_back(called, reply, NOT_BACK)
    called, reply = next(replies)
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
    models_predict(learner, [made_question(learner)])


@check("7.5")
def asks_the_server(learner):
    """posts the question, once, and gives the answer as text"""
    servers_answer(learner, [ServerAsked(Exchange(learner))])


@check("7.5")
def raises_for_an_error(learner):
    """raises an exception when the server refuses"""
    (name,) = words(learner, 1)
    servers_answer(learner, refused_and_not(learner, f"Model is missing inputs [{name}]"))


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
