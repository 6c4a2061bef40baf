# %% right: each question asked once, remembered
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    differs = {question: first(question) != second(question) for question in set(questions)}
    return [question for question in questions if differs[question]]


# %% right: one model after the other, then zip
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    answers_1 = [first(question) for question in questions]
    answers_2 = [second(question) for question in questions]
    result = []
    for question, one, other in zip(questions, answers_1, answers_2, strict=True):
        if not one == other:
            result.append(question)
    return result


# %% right: filterfalse with a helper
from itertools import filterfalse


def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""

    def agree(question):
        return second(question) == first(question)

    return list(filterfalse(agree, questions))


# %% wrong: capitals and blanks do not count
# breaks: Texts are different where a single character is: a capital, a blank, a full stop
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""

    def clean(text):
        return " ".join(text.split())

    return [question for question in questions if clean(first(question)) != clean(second(question))]


# %% wrong: normalized before comparing
# breaks: even one that looks the same
import unicodedata


def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    result = []
    for question in questions:
        one, other = (unicodedata.normalize("NFKC", model(question)) for model in (first, second))
        if one != other:
            result.append(question)
    return result


# %% wrong: each question once
# breaks: A question that stands in `questions` twice and is answered differently stands twice in your list, too
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    return [q for q in dict.fromkeys(questions) if first(q) != second(q)]


# %% wrong: an empty answer is no answer
# breaks: an empty text is a text
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    different = []
    for question in questions:
        one, other = first(question), second(question)
        if one and other and one != other:
            different.append(question)
    return different


# %% wrong: removed from the caller's list
# breaks: The list `questions` stays as it was.
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    for question in list(questions):
        if first(question) == second(question):
            questions.remove(question)
    return questions


# %% wrong: identity instead of equality
# breaks: return the questions, in their order, for which the two give different texts
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    return [question for question in questions if first(question) is not second(question)]
