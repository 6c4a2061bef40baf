# %% right: any exception, and words of its own
def read_reply(text):
    parser = ReActOutputParser()
    try:
        step = parser.parse(text)
    except Exception as error:
        step = ObservationReasoningStep(observation=f"Please keep to the format! ({error})")
    return step


# %% right: the exception's words alone, async
async def read_reply(text: str):
    try:
        return ReActOutputParser().parse(output=text)
    except ValueError as error:
        return ObservationReasoningStep(observation=str(error))


# %% wrong: parses without a net
# check: observes_what_it_cannot_read
# says: The parser's ValueError comes through
def read_reply(text):
    return ReActOutputParser().parse(text)


# %% wrong: catches another exception
# check: observes_what_it_cannot_read
# says: The parser's ValueError comes through
def read_reply(text):
    try:
        return ReActOutputParser().parse(text)
    except KeyError as error:
        return ObservationReasoningStep(observation=str(error))


# %% wrong: the words as text, not as an observation
# check: observes_what_it_cannot_read
# says: becomes an ObservationReasoningStep
def read_reply(text):
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return f"I cannot read this reply. {error}"


# %% wrong: takes what it cannot read for the answer
# check: observes_what_it_cannot_read
# says: becomes an ObservationReasoningStep
from llama_index.core.agent.react.types import ResponseReasoningStep


def read_reply(text):
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ResponseReasoningStep(thought="?", response=str(error))


# %% wrong: says nothing about what cannot be read
# check: observes_what_it_cannot_read
# says: becomes an ObservationReasoningStep
def read_reply(text):
    try:
        return ReActOutputParser().parse(text)
    except ValueError:
        return None


# %% wrong: without the exception's words
# check: observes_what_it_cannot_read
# says: own words
def read_reply(text):
    try:
        return ReActOutputParser().parse(text)
    except ValueError:
        return ObservationReasoningStep(observation="I cannot read this reply.")


# %% wrong: the exception's type in place of its words
# check: observes_what_it_cannot_read
# says: own words
def read_reply(text):
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=f"I cannot read this: {type(error).__name__}")


# %% wrong: always says the same of a reply that cannot be read
# check: observes_whatever_it_cannot_read
# says: own words
def read_reply(text):
    try:
        return ReActOutputParser().parse(text)
    except ValueError:
        return ObservationReasoningStep(observation=f"Could not parse output: {text}")


# %% wrong: the response of the step
# check: reads_an_answer
# says: give back its step as it is
def read_reply(text):
    try:
        return ReActOutputParser().parse(text).response
    except ValueError as error:
        return ObservationReasoningStep(observation=str(error))


# %% wrong: puts the answer together again, without its thought
# check: reads_an_answer
# says: give back its step as it is
from llama_index.core.agent.react.types import ResponseReasoningStep


def read_reply(text):
    try:
        reasoning = ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=str(error))
    if reasoning.is_done:
        return ResponseReasoningStep(thought="", response=reasoning.response)
    return reasoning


# %% wrong: observes each action, too
# check: reads_an_action
# says: give back its step as it is
def read_reply(text):
    try:
        reasoning = ReActOutputParser().parse(text)
        if not reasoning.is_done:
            raise ValueError(text)
        return reasoning
    except ValueError as error:
        return ObservationReasoningStep(observation=str(error))


# %% wrong: reads the first line of an answer only
# check: reads_any_answer
# says: give back its step as it is
def read_reply(text):
    try:
        reasoning = ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=str(error))
    if reasoning.is_done:
        reasoning.response = reasoning.response.splitlines()[0]
    return reasoning


# %% wrong: does not take a reply without any keyword for an answer
# check: reads_any_answer
# says: give back its step as it is
def read_reply(text):
    if "Thought:" not in text:
        return ObservationReasoningStep(observation=f"There is no thought in {text}.")
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=str(error))


# %% wrong: forgets to return the step
# check: reads_an_answer
# says: What comes back is None
def read_reply(text):
    try:
        reasoning = ReActOutputParser().parse(text)
    except ValueError as error:
        reasoning = ObservationReasoningStep(observation=str(error))


# %% wrong: the exception's words in one line
# check: observes_whatever_it_cannot_read
# says: and not its blanks or line breaks
def read_reply(text: str) -> BaseReasoningStep:
    try:
        return ReActOutputParser().parse(text)
    except ValueError as error:
        return ObservationReasoningStep(observation=" ".join(str(error).split()))
