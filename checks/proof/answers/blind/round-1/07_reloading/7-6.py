# %% right: a loop
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    result = []
    for question in questions:
        one = first(question)
        other = second(question)
        if one == other:
            continue
        result.append(question)
    return result


# %% right: compress and map
from itertools import compress
from operator import ne


def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    unequal = map(ne, map(first, questions), map(second, questions))
    return list(compress(questions, unequal))


# %% right: all answers first
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    here = [first(question) for question in questions]
    there = [second(question) for question in questions]
    return [question for question, a, b in zip(questions, here, there, strict=True) if a != b]


# %% right: filter
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""

    def differ(question: str) -> bool:
        return not first(question) == second(question)

    return [*filter(differ, questions)]


# %% wrong: identity
# breaks: for which the two give different texts
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    return [question for question in questions if first(question) is not second(question)]


# %% wrong: blanks at the ends do not count
# breaks: Texts are different where a single character is: a capital, a blank, a full stop.
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    return [q for q in questions if first(q).strip() != second(q).strip()]


# %% wrong: capitals do not count
# breaks: Texts are different where a single character is: a capital, a blank, a full stop.
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    return [q for q in questions if first(q).casefold() != second(q).casefold()]


# %% wrong: each question once
# breaks: A question that stands in `questions` twice and is answered differently comes twice
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    here = {question: first(question) for question in questions}
    there = {question: second(question) for question in questions}
    return [question for question in here if here[question] != there[question]]


# %% wrong: takes the questions off the list
# breaks: the list `questions` stays as it was
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    result = []
    while questions:
        question = questions.pop(0)
        if first(question) != second(question):
            result.append(question)
    return result


# %% wrong: in the order of the alphabet
# breaks: return the questions, in their order
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    return [question for question in sorted(questions) if first(question) != second(question)]


# %% wrong: only the first
# breaks: return the questions, in their order, for which the two give different texts
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    for question in questions:
        if first(question) != second(question):
            return [question]
    return []


# %% wrong: only the numbers compared
# breaks: Texts are different where a single character is
import re


def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""

    def numbers(text):
        return re.findall(r"\d+", text)

    return [q for q in questions if numbers(first(q)) != numbers(second(q))]


# %% wrong: a generator
# breaks: return the questions …, as a list
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    return (question for question in questions if first(question) != second(question))


# %% wrong: an empty answer is none
# breaks: for which the two give different texts
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    result = []
    for question in questions:
        a, b = first(question), second(question)
        if a and b and a != b:
            result.append(question)
    return result


# %% wrong: compared in normal form
# breaks: Texts are different where a single character is
import unicodedata


def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""

    def normal(text):
        return unicodedata.normalize("NFKC", text)

    return [q for q in questions if normal(first(q)) != normal(second(q))]


# %% wrong: removed from the list of questions while going through it
# breaks: the list `questions` stays as it was
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    for question in list(questions):
        if first(question) == second(question):
            questions.remove(question)
    return questions
