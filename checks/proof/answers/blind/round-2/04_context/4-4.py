# %% right: nothing but the exception's words
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    parser = ReActOutputParser()
    try:
        reasoning = parser.parse(text)
    except ValueError as error:
        reasoning = ObservationReasoningStep(observation=str(error))
    return reasoning


# %% right: try with else, and advice after the words
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    problem = None
    try:
        reasoning = ReActOutputParser().parse(output=text)
    except ValueError as exc:
        problem = "{}\n\nPlease write a thought, and then an action or an answer.".format(exc)
    else:
        return reasoning
    return ObservationReasoningStep(observation=problem)


# %% right: a helper function that words the failure
# [USE IN MODEL]
def _unreadable(error: ValueError) -> ObservationReasoningStep:
    """Tell the LLM what is wrong with its reply."""
    lines = ["Your reply is not in the right format.", str(error), "Try again."]
    return ObservationReasoningStep(observation="\n".join(lines))


def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return _unreadable(error)


# %% wrong: the repr of the exception
# breaks: (So `repr(error)` is not enough: it writes a line break as `\n`.)
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this reply: {error!r}")


# %% wrong: the first line of the words only
# breaks: whose `observation` has the words of the exception in it, `str(error)` as it is, and what else you want to tell the LLM.
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        reason = str(error).splitlines()[0]
        return ObservationReasoningStep(observation=f"I cannot read this reply. {reason}")


# %% wrong: words made up from the reply
# breaks: whose `observation` has the words of the exception in it, `str(error)` as it is, and what else you want to tell the LLM.
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError:
        return ObservationReasoningStep(observation=f"Could not parse output: {text}")


# %% wrong: a reply without a thought is refused
# breaks: Which replies can be read, the parser alone decides.
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        if "Thought:" not in text:
            raise ValueError(f"Could not parse output: {text}")
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this reply. {error}")


# %% wrong: an empty answer counts as unreadable
# breaks: Which replies can be read, the parser alone decides.
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        reasoning = ReActOutputParser().parse(text)
        if reasoning.is_done and not reasoning.response:
            raise ValueError("The answer is empty.")
        return reasoning
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this reply. {error}")


# %% wrong: long words are cut
# breaks: whose `observation` has the words of the exception in it, `str(error)` as it is, and what else you want to tell the LLM.
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this reply. {str(error)[:80]}")
