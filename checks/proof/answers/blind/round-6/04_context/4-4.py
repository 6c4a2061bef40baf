# %% right: try, except, else, and only the exception's words
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    parser = ReActOutputParser()
    try:
        parsed = parser.parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=str(error))
    else:
        return parsed


# %% right: a helper makes the observation
# [USE IN MODEL]
def _unreadable(error: ValueError) -> ObservationReasoningStep:
    """Tell the LLM why its reply could not be read, and how to do better."""
    advice = "Write a Thought, and then an Action with its Action Input, or an Answer."
    return ObservationReasoningStep(observation=str(error) + "\n" + advice)


def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        reasoning = ReActOutputParser().parse(text)
    except ValueError as error:
        reasoning = _unreadable(error)
    return reasoning


# %% right: the words are kept for later
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    problem = ""
    try:
        return ReActOutputParser().parse(output=text)
    except ValueError as error:
        problem = str(error)
    lines = ["Your last reply was not understood:", problem, "Please use the format."]
    return ObservationReasoningStep(observation="\n".join(lines))


# %% wrong: repr of the exception
# breaks: `repr(error)` is not enough: it writes a line break as `\n`.
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this reply: {error!r}")


# %% wrong: the words of one exception, written out
# breaks: whose `observation` has the words of the exception in it, `str(error)` as it is
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError:
        return ObservationReasoningStep(observation=f"Could not parse output: {text}")


# %% wrong: asks for a thought before it parses
# breaks: Which replies can be read, the parser alone decides.
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        if "Thought:" not in text:
            raise ValueError(f"There is no thought in this reply: {text}")
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this reply. {error}")


# %% wrong: first line of the exception only
# breaks: whose `observation` has the words of the exception in it, `str(error)` as it is
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        reason = str(error).splitlines()[0]
        return ObservationReasoningStep(observation=f"I cannot read this reply. {reason}")


# %% wrong: an observation that counts as done
# breaks: That must not end the run: the failure becomes an observation, which the LLM reads in the next round.
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(
            observation=f"I cannot read this reply. {error}", return_direct=True
        )


# %% wrong: takes the Markdown out first
# breaks: `ReActOutputParser().parse(text)` makes a *reasoning step* of it
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    plain = text.replace("*", "").replace("`", "").strip()
    try:
        return ReActOutputParser().parse(plain)
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this reply. {error}")
