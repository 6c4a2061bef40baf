# %% right: the answer first
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if reasoning.is_done:
        return route_step(reasoning)
    if rounds >= max_rounds:
        return StopEvent(
            result=f"Sorry, I have no answer: all of my {rounds} rounds are used up."
        )
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% right: match on the class
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    match reasoning:
        case BaseReasoningStep(is_done=True):
            return StopEvent(result=reasoning.response)
        case _ if max_rounds <= rounds:
            return StopEvent(result="I gave up after " + str(rounds) + " rounds, without an answer.")
        case ObservationReasoningStep():
            return PrepEvent()
        case _:
            return route_step(reasoning)


# %% right: named conditions, nested
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    unreadable = isinstance(reasoning, ObservationReasoningStep)
    rounds_left = max_rounds - rounds
    if not reasoning.is_done:
        if rounds_left <= 0:
            return StopEvent(result="No answer after {} rounds.".format(rounds))
        elif unreadable:
            return PrepEvent()
    return route_step(reasoning)


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


# %% wrong: 20 in place of max_rounds
# breaks: An LLM may go round in circles for ever, so a run has at most `max_rounds` rounds
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if rounds >= 20 and not reasoning.is_done:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: no number in the sentence
# breaks: a `StopEvent` whose result says so in a sentence, with the number of rounds in it
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if rounds >= max_rounds and not reasoning.is_done:
        return StopEvent(result="I stopped because all rounds are used up, without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: the rounds that are left in place of those that were
# breaks: a `StopEvent` whose result says so in a sentence, with the number of rounds in it
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    left = max_rounds - rounds
    if left <= 0 and not reasoning.is_done:
        return StopEvent(result=f"I stopped without an answer: {left} rounds are left.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: thought and answer as result
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


# %% wrong: the bare number as result
# breaks: a `StopEvent` whose result says so in a sentence, with the number of rounds in it
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if rounds >= max_rounds and not reasoning.is_done:
        return StopEvent(result=rounds)
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: an action may still go on in the round after
# breaks: no answer, and the rounds are used up: `rounds` has come to `max_rounds`
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if reasoning.is_done:
        return route_step(reasoning)
    unreadable = isinstance(reasoning, ObservationReasoningStep)
    limit = max_rounds if unreadable else max_rounds + 1
    if rounds >= limit:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    return PrepEvent() if unreadable else route_step(reasoning)
