# %% right: compress with maps
from itertools import compress
from operator import ne


def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    unequal = map(ne, map(first, questions), map(second, questions))
    return list(compress(questions, unequal))


# %% right: each question asked once, answers kept in dicts
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    answers = {question: (first(question), second(question)) for question in set(questions)}
    different = {question for question, (one, other) in answers.items() if one != other}
    return [question for question in questions if question in different]


# %% right: one model after the other, then a loop
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    of_second = [second(question) for question in reversed(questions)][::-1]
    of_first = [first(question) for question in questions]
    found = []
    for place, question in enumerate(questions):
        if of_first[place] == of_second[place]:
            continue
        found.append(question)
    return found


# %% wrong: each question once
# breaks: A question that stands in `questions` twice and is answered differently stands twice in your list, too, each time in its place.
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    return [question for question in dict.fromkeys(questions) if first(question) != second(question)]


# %% wrong: blanks around the answers do not count
# breaks: Texts are different where a single character is: a capital, a blank, a full stop, even one that looks the same
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    return [
        question for question in questions if first(question).strip() != second(question).strip()
    ]


# %% wrong: normalised texts are compared
# breaks: even one that looks the same
import unicodedata


def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""

    def normal(text):
        return unicodedata.normalize("NFKC", text)

    return [
        question for question in questions if normal(first(question)) != normal(second(question))
    ]


# %% wrong: an empty text is taken for no answer
# breaks: an empty text is a text
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    found = []
    for question in questions:
        one, other = first(question), second(question)
        if one and other and one != other:
            found.append(question)
    return found


# %% wrong: takes the equal ones out of the caller's list
# breaks: The list `questions` stays as it was.
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    for question in list(questions):
        if first(question) == second(question):
            questions.remove(question)
    return list(questions)


# %% wrong: in the order of the alphabet
# breaks: return the questions, in their order, for which the two give different texts, as a list
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    return sorted(question for question in questions if first(question) != second(question))
