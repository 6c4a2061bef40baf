# %% right: a loop that appends
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    different = []
    for question in questions:
        one, other = first(question), second(question)
        if one == other:
            continue
        different.append(question)
    return different


# %% right: answers first, then compress
from itertools import compress
from operator import ne


def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    differ = map(ne, map(first, questions), map(second, questions))
    return list(compress(questions, differ))


# %% right: each question once, kept in a dict
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    answers = {question: (first(question), second(question)) for question in set(questions)}

    def differs(question: str) -> bool:
        one, other = answers[question]
        return one != other

    return list(filter(differs, questions))


# %% wrong: each question once in the result
# breaks: A question that stands in `questions` twice and is answered differently stands twice in your list, too
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    answers = {question: (first(question), second(question)) for question in questions}
    return [question for question, (one, other) in answers.items() if one != other]


# %% wrong: blanks at the ends do not count
# breaks: Texts are different where a single character is: a capital, a blank, a full stop
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    return [q for q in questions if str(first(q)).strip() != str(second(q)).strip()]


# %% wrong: an empty answer is no difference
# breaks: an empty text is a text
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    different = []
    for question in questions:
        one, other = first(question), second(question)
        if one and other and one != other:
            different.append(question)
    return different


# %% wrong: characters that look the same are the same
# breaks: Texts are different where a single character is: [...] even one that looks the same
import unicodedata


def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""

    def normal(text: str) -> str:
        return unicodedata.normalize("NFKC", text or "")

    return [q for q in questions if normal(first(q)) != normal(second(q))]


# %% wrong: equal questions are taken out of the list itself
# breaks: The list `questions` stays as it was.
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    for index in reversed(range(len(questions))):
        if first(questions[index]) == second(questions[index]):
            del questions[index]
    return questions


# %% wrong: an answer within the other one counts as equal
# breaks: return the questions, in their order, for which the two give different texts
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    return [question for question in questions if first(question) not in second(question)]
