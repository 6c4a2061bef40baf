"""Lesson 7: what learners check of asking, finding, loading, serving and comparing models."""

from lesson_kit.judging.checking import check
from lesson_kit.judging.outcomes import Failed
from lesson_kit.judging.using_models import (
    NOT_BACK,
    NOT_FINALLY,
    OLD_LLM,
    answer_is,
    asked_with,
    compared,
    failure_comes_through,
    found_by_run,
    is_posted,
    llm_is_back,
    over_http,
    predicted,
    reloaded,
    server_answers,
    shown,
)


@check("7.1")
def answers_with_the_other_llm(learner):
    """answers with the LLM that it is given"""
    answer_is(asked_with(learner, "text"), "text", OLD_LLM)


@check("7.1")
def puts_the_llm_back(learner):
    """puts the old LLM back, also when the run fails"""
    told = asked_with(learner, "text")
    answer_is(told, "text", OLD_LLM)
    llm_is_back(told, NOT_BACK)
    failed = asked_with(learner, None)
    llm_is_back(failed, NOT_FINALLY)
    failure_comes_through(failed)


@check("7.2")
def finds_the_newest_of_the_name(learner):
    """finds the newest run of that name that has finished"""
    runs = [[name, "FINISHED"] for name in ("pear", "pear", "pear", "quince")]
    runs[2][1] = "FAILED"
    meanings = {
        0: "That is an older one: search_runs gives the newest first.",
        2: "That run has failed: ask for the status FINISHED as well.",
        3: "That run has another name.",
    }
    found_by_run(learner, "pear", runs, 1, meanings)


@check("7.3")
def brings_the_agent_back(learner):
    """brings back the agent, and its LLM with it"""
    reloaded(learner, "You asked: ", 0.25, "What is 2 + 3?")


@check("7.4")
def predicts_an_answer(learner):
    """gives the model's answer as text"""
    predicted(learner, "You asked: ", "What is 2 + 3?")


@check("7.5")
def asks_the_server(learner):
    """posts the question and gives the answer as text"""
    server_answers(learner, "You asked: ", "What is 2 + 3?")


@check("7.5")
def raises_for_an_error(learner):
    """raises an exception when the server refuses"""
    told = over_http(learner, "", "What is 2 + 3?", broken="Model is missing inputs")
    is_posted(told, "What is 2 + 3?")
    expected = "an exception that says 400, or the server's message"
    if "raised" not in told:
        raise Failed(
            "The server has refused, and nobody learns of it: look at the status.",
            told["called"],
            expected,
            shown(told["answer"]),
        )
    text = told["raised"]["text"]
    if "400" not in text and "Model is missing inputs" not in text:
        raise Failed(
            "The exception does not say what the server said: look at the status before the "
            "answer is read, for example with raise_for_status().",
            told["called"],
            expected,
            f"{told['raised']['type']}: {text}"[:240],
        )


@check("7.6")
def finds_the_differences(learner):
    """gives the questions that are answered differently"""
    first = {"a?": "It is 1.", "b?": "It is 2.", "c?": "It is 3.", "d?": "It is 4."}
    second = {"a?": "It is 1.", "b?": "It is 20.", "c?": "It is 3.", "d?": "It is 40."}
    because = {
        "['a?', 'c?']": "Those are the questions on which the two agree.",
        "['b?']": "It stops at the first difference.",
        "['a?', 'b?', 'c?', 'd?']": "Equal texts count as different: compare with !=, not `is`.",
        "['It is 2.', 'It is 4.']": "Those are answers. Give the questions.",
        "True": "That tells whether, not where: give the questions.",
        "False": "That tells whether, not where: give the questions.",
    }
    compared(learner, first, second, ["b?", "d?"], because)
