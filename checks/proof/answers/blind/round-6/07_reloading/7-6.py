# %% right: map and compress
from itertools import compress
from operator import ne


def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    return list(compress(questions, map(ne, map(first, questions), map(second, questions))))


# %% right: each different question is asked once
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    parted = {question for question in set(questions) if first(question) != second(question)}
    return [question for question in questions if question in parted]


# %% right: first all of one, then all of the other
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    ours = [first(question) for question in questions]
    theirs = [second(question) for question in questions]
    result = []
    for question, one, other in zip(questions, ours, theirs):
        if one == other:
            continue
        result.append(question)
    return result


# %% wrong: each question at most once
# breaks: A question that stands in `questions` twice and is answered differently stands twice in your list, too
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    return [q for q in dict.fromkeys(questions) if first(q) != second(q)]


# %% wrong: blanks and capitals do not count
# breaks: Texts are different where a single character is: a capital, a blank, a full stop
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""

    def plain(text):
        return text.strip().lower()

    return [q for q in questions if plain(first(q)) != plain(second(q))]


# %% wrong: what looks the same is the same
# breaks: even one that looks the same
import unicodedata


def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""

    def normal(text):
        return unicodedata.normalize("NFKC", text)

    return [q for q in questions if normal(first(q)) != normal(second(q))]


# %% wrong: an empty answer is no answer
# breaks: an empty text is a text
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    found = []
    for question in questions:
        one, other = first(question), second(question)
        if one and other and one != other:
            found.append(question)
    return found


# %% wrong: equal questions are taken out of the caller's list
# breaks: The list `questions` stays as it was.
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    for question in list(questions):
        if first(question) == second(question):
            questions.remove(question)
    return questions


# %% wrong: identical instead of equal
# breaks: Texts are different where a single character is
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    return [question for question in questions if first(question) is not second(question)]
