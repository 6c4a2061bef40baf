# %% right: answer first
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if reasoning.is_done:
        return route_step(reasoning)
    if rounds == max_rounds:
        return StopEvent(result=f"Sorry, {rounds} rounds were not enough to find an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% right: match on the class
# [USE IN MODEL]
from llama_index.core.agent.react.types import ResponseReasoningStep


def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    match reasoning:
        case ResponseReasoningStep():
            return StopEvent(result=reasoning.response)
        case _ if rounds >= max_rounds:
            sentence = "No answer after " + str(rounds) + " round(s), so I give up."
            return StopEvent(result=sentence)
        case ObservationReasoningStep():
            return PrepEvent()
        case _:
            return route_step(reasoning)


# %% right: rounds that are left
# [USE IN MODEL]
def _give_up(rounds: int) -> StopEvent:
    """End a run that has used up its rounds."""
    return StopEvent(result="I have used all of my {} rounds.".format(rounds))


def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    rounds_left = max_rounds - rounds
    unreadable = isinstance(reasoning, ObservationReasoningStep)
    if not unreadable and (reasoning.is_done or rounds_left > 0):
        return route_step(reasoning)
    if rounds_left > 0:
        return PrepEvent()
    return _give_up(rounds)


# %% wrong: rounds before the answer
# breaks: an answer, even in the last round | a `StopEvent` with the answer
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if rounds >= max_rounds:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: no number in the sentence
# breaks: a `StopEvent` whose result is a sentence of your own, with the number `rounds` in it in digits
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if not reasoning.is_done and rounds >= max_rounds:
        return StopEvent(result="I have used up all my rounds without finding an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: always 20 in the sentence
# breaks: a `StopEvent` whose result is a sentence of your own, with the number `rounds` in it in digits
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if not reasoning.is_done and rounds >= max_rounds:
        return StopEvent(result="I stopped after 20 rounds without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: the limit holds for unreadable replies only
# breaks: no answer, and the rounds are used up: `rounds` has come to `max_rounds`, which it never passes | a `StopEvent`
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if isinstance(reasoning, ObservationReasoningStep):
        if rounds >= max_rounds:
            return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: stops one round too early
# breaks: the rounds are used up: `rounds` has come to `max_rounds`
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if not reasoning.is_done and rounds + 1 >= max_rounds:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: an empty answer is none in the last round
# breaks: an answer, even in the last round | a `StopEvent` with the answer
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    answer = getattr(reasoning, "response", None)
    if answer:
        return StopEvent(result=answer)
    if rounds >= max_rounds:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)
