# %% right: the answer first, one question after the other
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    # about 5 lines
    if reasoning.is_done:
        return route_step(reasoning)
    if rounds >= max_rounds:
        return StopEvent(result=f"Sorry, {rounds} rounds were not enough to find an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% right: a match with guards
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    # about 5 lines
    match reasoning:
        case BaseReasoningStep(is_done=True):
            return StopEvent(result=reasoning.response)
        case _ if not rounds < max_rounds:
            return StopEvent(result="No answer found. Rounds: " + str(rounds))
        case ObservationReasoningStep():
            return PrepEvent()
        case _:
            return route_step(reasoning)


# %% right: a helper says the sentence, nested conditions
# [USE IN MODEL]
def give_up(rounds: int) -> str:
    """Say that a run ends without an answer."""
    return f"After {rounds} round(s) I still have no answer, so I give up."


def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    # about 5 lines
    event = PrepEvent()
    if not reasoning.is_done and max_rounds - rounds <= 0:
        event = StopEvent(result=give_up(rounds))
    elif not isinstance(reasoning, ObservationReasoningStep):
        event = route_step(reasoning)
    return event


# %% wrong: the rounds before the answer
# breaks: an answer, even in the last round | a `StopEvent` with the answer
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    # about 5 lines
    if rounds >= max_rounds:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: only unreadable replies are limited
# breaks: no answer, and the rounds are used up: `rounds` has come to `max_rounds` | a `StopEvent` whose result is a sentence of your own
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    # about 5 lines
    if isinstance(reasoning, ObservationReasoningStep):
        if rounds >= max_rounds:
            return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: an empty answer is none
# breaks: an answer, even in the last round | a `StopEvent` with the answer
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    # about 5 lines
    if getattr(reasoning, "response", ""):
        return route_step(reasoning)
    if rounds >= max_rounds:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: the number from the example in the sentence
# breaks: a `StopEvent` whose result is a sentence of your own, with the number `rounds` in it in digits
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    # about 5 lines
    if rounds >= max_rounds and not reasoning.is_done:
        return StopEvent(result="I stopped after 20 rounds without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: the last rounds written as words
# breaks: a `StopEvent` whose result is a sentence of your own, with the number `rounds` in it in digits
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    # about 5 lines
    if rounds >= max_rounds and not reasoning.is_done:
        said = f"{rounds} rounds" if rounds > 1 else "a single round"
        return StopEvent(result=f"I stopped after {said} without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: the answer with a word before it
# breaks: an answer, even in the last round | a `StopEvent` with the answer
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    # about 5 lines
    if reasoning.is_done:
        return StopEvent(result=f"Answer: {reasoning.response}")
    if rounds >= max_rounds:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)
