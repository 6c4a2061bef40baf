"""Lesson 7, hidden: the same with other replies, runs, models, questions and failures."""

from lesson_kit.judging.checking import check
from lesson_kit.judging.outcomes import Failed
from lesson_kit.judging.using_models import (
    NOT_FINALLY,
    OLD_LLM,
    answer_is,
    asked_with,
    compared,
    failure_comes_through,
    found_by_run,
    llm_is_back,
    over_http,
    predicted,
    reloaded,
    server_answers,
)


def any_question(learner) -> str:
    """Return a question that no notebook has."""
    x, y, z = (learner.random.randint(11, 999) for _ in range(3))
    return f"What is ({x} + {y}) * {z}?"


def any_greeting(learner) -> str:
    """Return what a made model begins its answers with."""
    return learner.random.choice(["Listen: ", "Well, ", "You said: "]) + str(
        learner.random.randint(100, 999)
    ) + " "  # fmt: skip


@check("7.1")
def asks_the_question_it_is_given(learner):
    """asks its own question and gives whatever the LLM says"""
    question, reply = any_question(learner), f"reply {learner.random.randint(100, 999)}"
    told = asked_with(learner, reply, question)
    answer_is(told, reply, OLD_LLM)
    if told["asked"] != [question]:
        raise Failed(
            "The agent was asked another question, or more than once.",
            told["called"],
            str([question]),
            str(told["asked"]),
        )


@check("7.1")
def puts_the_llm_back_after_a_failure(learner):
    """puts the old LLM back also when the run fails, and lets it fail"""
    told = asked_with(learner, None, any_question(learner))
    failure_comes_through(told)
    llm_is_back(told, NOT_FINALLY)


@check("7.2")
def passes_over_failed_runs(learner):
    """takes a finished run, of any name"""
    name = f"{learner.random.choice(['maple', 'birch', 'rowan'])}-{learner.random.randint(10, 99)}"
    runs = [
        [name, "FINISHED"],
        [name, "FINISHED"],
        [f"{name}-2", "FINISHED"],
        [name, "FAILED"],
    ]
    meanings = {
        0: "That is an older one: search_runs gives the newest first.",
        2: "That run's name only begins like this: compare with =.",
        3: "That run has failed: ask for the status FINISHED as well.",
    }
    found_by_run(learner, name, runs, 1, meanings)


@check("7.3")
def brings_any_agent_back(learner):
    """brings back any agent that was logged, with its LLM's settings"""
    delay = learner.random.randint(1, 99) / 100
    reloaded(learner, any_greeting(learner), delay, any_question(learner))


@check("7.4")
def predicts_for_any_model(learner):
    """asks the model that it is given, whatever the question"""
    predicted(learner, any_greeting(learner), any_question(learner))


@check("7.5")
def asks_any_question(learner):
    """asks any question, quotation marks included"""
    question = f'Is "{any_question(learner)}" a question?'
    server_answers(learner, any_greeting(learner), question)


@check("7.5")
def says_what_the_server_said(learner):
    """lets an error status reach the caller, whatever its message"""
    message = f"No tool {learner.random.randint(100, 999)}"
    told = over_http(learner, "", any_question(learner), broken=message)
    text = told.get("raised", {}).get("text", "")
    if "400" not in text and message not in text:
        raise Failed(
            "An error status must end in an exception that says so.",
            told["called"],
            "an exception that says 400, or the server's message",
            text[:240] or repr(told.get("answer")),
        )


@check("7.6")
def finds_any_differences(learner):
    """finds differences of any kind, and none where there are none"""
    questions = [f"q{number}?" for number in learner.random.sample(range(100, 999), 5)]
    first = {question: f"The result is {number}." for number, question in enumerate(questions)}
    wrong = sorted(learner.random.sample(range(5), 2))
    second = dict(first)
    second[questions[wrong[0]]] = "I do not know."
    second[questions[wrong[1]]] += "0"
    compared(learner, first, second, [questions[number] for number in wrong], {})
    compared(learner, first, dict(first), [], {repr(questions): "Equal is not identical: use !=."})
