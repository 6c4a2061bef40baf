# %% right: try, except, else
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    parser = ReActOutputParser()
    try:
        reasoning = parser.parse(text)
    except ValueError as problem:
        return ObservationReasoningStep(observation=str(problem))
    else:
        return reasoning


# %% right: a helper that explains the format
# [USE IN MODEL]
def complaint(error: ValueError) -> ObservationReasoningStep:
    """Tell the LLM what was wrong with its reply, and what it should look like."""
    return ObservationReasoningStep(
        observation=(
            f"Error: {error}\n"
            "Write a Thought, and then either an Action with its Action Input or an Answer."
        )
    )


def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(output=text)
    except ValueError as error:
        return complaint(error)


# %% right: one return at the end
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        result = ReActOutputParser().parse(text)
    except ValueError as exc:
        why = "Your reply broke the format: {}".format(exc)
        result = ObservationReasoningStep(observation=why)
    return result


# %% wrong: looks for the keywords in place of catching
# breaks: Where it can make neither, it raises `ValueError`. That must not end the run: the failure becomes an observation
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    if "Thought:" in text and "Action:" not in text and "Answer:" not in text:
        return ObservationReasoningStep(observation=f"Could not parse output: {text}")
    return ReActOutputParser().parse(text)


# %% wrong: words of its own in place of the exception's
# breaks: whose `observation` has the words of the exception in it
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError:
        return ObservationReasoningStep(
            observation="I cannot read this reply. Use the format Thought, Action, Action Input or Thought, Answer."
        )


# %% wrong: the reply itself in place of the exception's words
# breaks: whose `observation` has the words of the exception in it
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError:
        return ObservationReasoningStep(observation=f"Could not parse output: {text}")


# %% wrong: an observation that is done
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


# %% wrong: cuts off the exception's words
# breaks: whose `observation` has the words of the exception in it
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this reply. {str(error)[:60]}")


# %% wrong: cuts the reply at Observation
# breaks: gives the parser's step
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text.split("Observation:")[0].rstrip())
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this reply. {error}")


# %% wrong: the class of the exception, not its words
# breaks: whose `observation` has the words of the exception in it
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(
            observation=f"{type(error).__name__}: could not parse {text!r}"
        )


# %% wrong: only the answers
# breaks: makes a *reasoning step* of it: an action or an answer.
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        reasoning = ReActOutputParser().parse(text)
        if not reasoning.is_done:
            raise ValueError(f"Could not parse output: {text}")
        return reasoning
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this reply. {error}")
