# %% right: only the words of the exception, in an else form
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    # about 4 lines
    parser = ReActOutputParser()
    try:
        reasoning = parser.parse(text)
    except ValueError as problem:
        reasoning = ObservationReasoningStep(observation=str(problem))
    return reasoning


# %% right: a helper makes the observation
# [USE IN MODEL]
def explain(error: ValueError) -> ObservationReasoningStep:
    """Tell the LLM what was wrong with its reply, and what is expected."""
    lines = [
        "Your reply does not have the right format.",
        str(error),
        "Write a Thought and then either an Action with its Action Input, or an Answer.",
    ]
    return ObservationReasoningStep(observation="\n".join(lines))


def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    # about 4 lines
    try:
        parsed = ReActOutputParser().parse(output=text)
    except ValueError as error:
        return explain(error)
    else:
        return parsed


# %% right: one parser for all, words joined
# [USE IN MODEL]
reply_parser = ReActOutputParser()


def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    # about 4 lines
    observation = "Error while reading: "
    try:
        return reply_parser.parse(text)
    except ValueError as error:
        observation += f"{error!s} (please use the format that you were told)"
    return ObservationReasoningStep(observation=observation)


# %% wrong: repr of the exception
# breaks: So `repr(error)` is not enough: it writes a line break as `\n`.
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    # about 4 lines
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this reply: {error!r}")


# %% wrong: its own words with the reply, not those of the exception
# breaks: the words of the exception in it, `str(error)` as it is, and what else you want to tell the LLM
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    # about 4 lines
    try:
        return ReActOutputParser().parse(text)
    except ValueError:
        return ObservationReasoningStep(observation=f"Could not parse output: {text}")


# %% wrong: white space of the message made even
# breaks: the words of the exception in it, `str(error)` as it is, and what else you want to tell the LLM
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    # about 4 lines
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        message = " ".join(str(error).split())
        return ObservationReasoningStep(observation=f"I cannot read this reply. {message}")


# %% wrong: a reply without the word Thought counts as unreadable
# breaks: Which replies can be read, the parser alone decides.
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    # about 4 lines
    try:
        if "Thought:" not in text:
            raise ValueError(f"There is no Thought in {text}")
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this reply. {error}")


# %% wrong: an observation that is to be returned directly
# breaks: That must not end the run: the failure becomes an observation, which the LLM reads in the next round.
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    # about 4 lines
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=str(error), return_direct=True)


# %% wrong: a long message cut short
# breaks: the words of the exception in it, `str(error)` as it is, and what else you want to tell the LLM
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    # about 4 lines
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this reply. {str(error)[:100]}")
