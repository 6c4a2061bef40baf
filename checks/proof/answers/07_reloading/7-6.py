# %% right: a loop
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that are answered differently."""
    found = []
    for question in questions:
        if not first(question) == second(question):
            found.append(question)
    return found


# %% right: all answers first
def differences(first, second, questions):
    pairs = zip(questions, map(first, questions), map(second, questions), strict=True)
    return [question for question, one, other in pairs if str(one) != str(other)]


# %% wrong: compares by identity
# check: finds_the_differences
# says: compare the two answers with !=
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that are answered differently."""
    return [question for question in questions if first(question) is not second(question)]


# %% wrong: keeps those that agree
# check: finds_the_differences
# says: on which the two agree
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that are answered differently."""
    return [question for question in questions if first(question) == second(question)]


# %% wrong: stops at the first difference
# check: finds_the_differences
# says: the first difference alone
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that are answered differently."""
    for question in questions:
        if first(question) != second(question):
            return [question]
    return []


# %% wrong: gives the answers
# check: finds_the_differences
# says: Those are answers
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that are answered differently."""
    return [first(question) for question in questions if first(question) != second(question)]


# %% wrong: compares the models, not their answers
# check: finds_the_differences
# says: Equal texts count as different
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that are answered differently."""
    return [question for question in questions if first != second]


# %% wrong: tells whether
# check: finds_the_differences
# says: not where
def differences(first, second, questions: list[str]) -> bool:
    """Tell whether any question is answered differently."""
    return any(first(question) != second(question) for question in questions)


# %% wrong: compares the length of the answers
# check: finds_any_differences
# says: its answers are
def differences(first, second, questions: list[str]) -> list[str]:
    """Return the questions that are answered differently."""
    return [q for q in questions if len(first(q)) > len(second(q))]


# %% wrong: in any order
# check: finds_the_differences
# says: not in the order
def differences(first, second, questions):
    return sorted({question for question in questions if first(question) != second(question)})


# %% wrong: each question once
# check: finds_any_differences
# says: comes twice
def differences(first, second, questions):
    return [q for q in dict.fromkeys(questions) if first(q) != second(q)]


# %% wrong: whatever the capitals
# check: finds_any_differences
# says: exactly the same text
def differences(first, second, questions):
    return [q for q in questions if first(q).lower() != second(q).lower()]


# %% wrong: whatever the blanks
# check: finds_any_differences
# says: exactly the same text
def differences(first, second, questions):
    return [q for q in questions if first(q).split() != second(q).split()]


# %% wrong: compares the numbers
# check: finds_any_differences
# says: exactly the same text
def differences(first, second, questions):
    import re

    return [q for q in questions if re.findall(r"\d+", first(q)) != re.findall(r"\d+", second(q))]


# %% wrong: changes the list that it is given
# check: finds_the_differences
# says: It is the caller's
def differences(first, second, questions):
    for question in list(questions):
        if first(question) == second(question):
            questions.remove(question)
    return questions


# %% wrong: gives a tuple
# check: finds_the_differences
# says: Give them as a list
def differences(first, second, questions):
    return tuple(question for question in questions if first(question) != second(question))


# %% wrong: knows when there are two
# check: finds_the_differences
# says: exactly the same text
def differences(first, second, questions):
    return [question for question in questions if first(question) != second(question)][:2]
