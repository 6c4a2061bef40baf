# %% right: nothing but the words of the exception
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    parser = ReActOutputParser()
    try:
        reasoning = parser.parse(text)
    except ValueError as error:
        reasoning = ObservationReasoningStep(observation=str(error))
    return reasoning


# %% right: try and else, with advice on the format
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        parsed = ReActOutputParser().parse(output=text)
    except ValueError as problem:
        lines = [
            "Your last reply does not follow the format:",
            str(problem),
            "Write 'Thought:' and then either 'Action:' with 'Action Input:', or 'Answer:'.",
        ]
        return ObservationReasoningStep(observation="\n".join(lines))
    else:
        return parsed


# %% right: a helper for the text, and any Exception
# [USE IN MODEL]
def explain(error: Exception) -> str:
    """Say what was wrong with a reply, in the exception's own words."""
    return "Error: " + "{}".format(error) + " -- please try again."


def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except Exception as error:
        return ObservationReasoningStep(observation=explain(error), return_direct=False)


# %% wrong: repr of the exception
# breaks: `str(error)` as it is, and what else you want to tell the LLM. (So `repr(error)` is not enough: it writes a line break as `\n`.)
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this reply: {error!r}")


# %% wrong: the words of one exception, written by hand
# breaks: whose `observation` has the words of the exception in it, `str(error)` as it is
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError:
        return ObservationReasoningStep(observation=f"Could not parse output: {text}")


# %% wrong: decides itself that a reply needs a keyword
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


# %% wrong: strips the reply first
# breaks: has the words of the exception in it, `str(error)` as it is
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    text = text.strip()
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this reply. {error}")


# %% wrong: cuts long messages
# breaks: has the words of the exception in it, `str(error)` as it is
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        reason = str(error)
        if len(reason) > 200:
            reason = reason[:200] + "…"
        return ObservationReasoningStep(observation="Parsing failed. " + reason)


# %% wrong: an observation that is done
# breaks: That must not end the run: the failure becomes an observation, which the LLM reads in the next round.
# [USE IN MODEL]
def read_reply(text: str) -> BaseReasoningStep:
    """Parse a reply of the LLM; one that cannot be read becomes an observation that says why."""
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this: {error}", return_direct=True)
