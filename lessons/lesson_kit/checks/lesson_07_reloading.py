"""Lesson 7: what learners check of asking, finding, loading, serving and comparing models."""

from lesson_kit.judging.asking_servers import refusal_comes_through, server_answers
from lesson_kit.judging.checking import check
from lesson_kit.judging.drawing import numbers, words
from lesson_kit.judging.exchanges import Exchange
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.reloading_models import (
    NOT_BACK,
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
def answers_with_the_other_llm(learner):
    """answers with the LLM that it is given"""
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
    called, reply = asked_with(learner, exchange, fails=True)
    llm_is_back(called, reply, NOT_FINALLY)
    failure_comes_through(called, reply)


@check("7.2")
def finds_the_newest_of_the_name(learner):
    """finds the newest run of that name that has finished"""
    newest_is_found(learner, *words(learner, 2))


@check("7.3")
def brings_the_agent_back(learner):
    """brings back the agent, and its LLM with it"""
    agent_is_reloaded(learner)


@check("7.4")
def predicts_an_answer(learner):
    """gives the model's answer as text"""
    model_predicts(learner)


@check("7.5")
def asks_the_server(learner):
    """posts the question and gives the answer as text"""
    server_answers(learner, Exchange(learner))


@check("7.5")
def raises_for_an_error(learner):
    """raises an exception when the server refuses"""
    (name,) = words(learner, 1)
    refusal_comes_through(learner, f"Model is missing inputs [{name}]")


def are_differences(learner, first: dict, second: dict, expected: list[str]) -> None:
    """Fail unless `differences` gives these questions for models that answer from two tables."""
    questions = list(first)
    outcome = learner.request(
        "reloaded_models.compared",
        f"differences of the answers {list(first.values())} and {list(second.values())}",
        function="differences",
        first=first,
        second=second,
        questions=questions,
    )
    agreed = [question for question in questions if question not in expected]
    answers = [first[question] for question in expected]
    not_where = Finding("7.6/not-where", "That tells whether, not where: give the questions.")
    because = {
        repr(agreed): Finding("7.6/agreed", "Those are the questions on which the two agree."),
        repr(expected[:1]): Finding("7.6/only-first", "It stops at the first difference."),
        repr(questions): Finding(
            "7.6/identity", "Equal texts count as different: compare with !=, not `is`."
        ),
        repr(answers): Finding("7.6/answers", "Those are answers. Give the questions."),
        "True": not_where,
        "False": not_where,
    }
    meaning = Finding("7.6/others", "Give the questions whose answers differ, in their order.")
    outcome.returns(expected, meaning, because)


@check("7.6")
def finds_the_differences(learner):
    """gives the questions that are answered differently"""
    values = dict(zip(words(learner, 4), numbers(learner, 4), strict=True))
    first = {f"{name}?": f"It is {value}." for name, value in values.items()}
    second = dict(first)
    changed = sorted(learner.random.sample(range(4), 2))
    expected = [list(first)[place] for place in changed]
    for question in expected:
        second[question] = second[question].replace(".", "0.")
    are_differences(learner, first, second, expected)
