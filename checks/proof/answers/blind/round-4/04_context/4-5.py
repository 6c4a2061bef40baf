# %% right: the answer first, row by row
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if reasoning.is_done:
        return route_step(reasoning)
    if rounds >= max_rounds:
        return StopEvent(result="Sorry, no answer: all rounds are used up (" + str(rounds) + ").")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% right: a match with guards
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    match reasoning:
        case BaseReasoningStep(is_done=True):
            return StopEvent(result=reasoning.response)
        case _ if not rounds < max_rounds:
            return StopEvent(result=f"I give up: {rounds} replies and still no answer.")
        case ObservationReasoningStep():
            return PrepEvent()
        case _:
            return route_step(reasoning)


# %% right: one conditional expression with a helper
# [USE IN MODEL]
def give_up(rounds: int) -> StopEvent:
    """End a run that has found no answer."""
    return StopEvent(result="There was no answer in %d rounds." % rounds)


def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    rounds_left = max_rounds - rounds
    if not reasoning.is_done and rounds_left <= 0:
        return give_up(rounds)
    unreadable = isinstance(reasoning, ObservationReasoningStep)
    return PrepEvent() if unreadable else route_step(reasoning)


# %% wrong: the rounds before the answer
# breaks: an answer, even in the last round
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


# %% wrong: only unreadable replies use up the rounds
# breaks: no answer, and the rounds are used up: `rounds` has come to `max_rounds`
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


# %% wrong: an empty answer is none in the last round
# breaks: an answer, even in the last round
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


# %% wrong: the answer with its thought
# breaks: a `StopEvent` with the answer
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if reasoning.is_done:
        return StopEvent(result=reasoning.get_content())
    if rounds >= max_rounds:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: one round is told in a word
# breaks: a sentence of your own, with the number `rounds` in it in digits
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if rounds >= max_rounds and not reasoning.is_done:
        times = "one round" if rounds == 1 else f"{rounds} rounds"
        return StopEvent(result=f"I stopped after {times} without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: twenty rounds by heart
# breaks: a sentence of your own, with the number `rounds` in it in digits
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if reasoning.is_done:
        return route_step(reasoning)
    elif rounds >= max_rounds:
        return StopEvent(result="I could not find an answer within 20 rounds.")
    elif isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    else:
        return route_step(reasoning)
