# %% right: try and else, with advice
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    parser = ReActOutputParser()
    try:
        reasoning = parser.parse(text)
    except ValueError as problem:
        advice = "Write a thought, then an action with its input, or an answer."
        return ObservationReasoningStep(observation=str(problem) + "\n" + advice)
    else:
        return reasoning


# %% right: a helper that makes the observation
# [USE IN MODEL]
def unreadable(error: ValueError) -> ObservationReasoningStep:
    """Tell the LLM what was wrong with its reply."""
    return ObservationReasoningStep(observation=str(error))


def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(output=text)
    except ValueError as error:
        return unreadable(error)


# %% right: one variable, lines joined
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    result: BaseReasoningStep
    try:
        result = ReActOutputParser().parse(text)
    except ValueError as exc:
        lines = ["Error: the reply has the wrong format.", "{}".format(exc), "Please try again."]
        result = ObservationReasoningStep(observation="\n".join(lines))
    return result


# %% wrong: repr of the error
# breaks: So `repr(error)` is not enough: it writes a line break as `\n`.
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this reply: {error!r}")


# %% wrong: an empty reply counts as unreadable
# breaks: Which replies can be read, the parser alone decides.
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        if not text.strip():
            raise ValueError("The reply is empty.")
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this reply. {error}")


# %% wrong: writes the parser's words itself
# breaks: whose `observation` has the words of the exception in it, `str(error)` as it is
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError:
        return ObservationReasoningStep(observation=f"Could not parse output: {text}")


# %% wrong: only the first line of the error
# breaks: whose `observation` has the words of the exception in it, `str(error)` as it is
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        reason = str(error).split("\n")[0]
        return ObservationReasoningStep(observation=f"I cannot read this reply. {reason}")


# %% wrong: an observation that ends the run
# breaks: That must not end the run: the failure becomes an observation, which the LLM reads in the next round.
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=str(error), return_direct=True)


# %% wrong: looks for the keywords first
# breaks: Which replies can be read, the parser alone decides.
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    if "Action:" not in text and "Answer:" not in text:
        return ObservationReasoningStep(observation=f"Could not parse output: {text}")
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=str(error))
