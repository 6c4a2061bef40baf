# %% right: a loop
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    different = []
    for question in questions:
        if not first(question) == second(question):
            different.append(question)
    return different


# %% right: map and zip
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    answers = zip(questions, map(first, questions), map(second, questions))
    return [question for question, one, other in answers if one != other]


# %% right: each question asked once, compress
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    from itertools import compress

    unequal = {question: first(question) != second(question) for question in set(questions)}
    return list(compress(questions, map(unequal.get, questions)))


# %% wrong: compares without blanks at the ends
# breaks: Texts are different where a single character is: a capital, a blank, a full stop
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    return [q for q in questions if first(q).strip() != second(q).strip()]


# %% wrong: each question once
# breaks: A question that stands in `questions` twice and is answered differently stands twice in your list, too
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    return [q for q in dict.fromkeys(questions) if first(q) != second(q)]


# %% wrong: normalizes Unicode
# breaks: even one that looks the same
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    from unicodedata import normalize

    def text(model, question):
        return normalize("NFKC", model(question))

    return [q for q in questions if text(first, q) != text(second, q)]


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


# %% wrong: takes the equal ones out of the list itself
# breaks: The list `questions` stays as it was.
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    for question in list(questions):
        if first(question) == second(question):
            questions.remove(question)
    return questions


# %% wrong: sorted
# breaks: return the questions, in their order
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that two models, functions from question to text, answer differently."""
    return sorted(question for question in questions if first(question) != second(question))
