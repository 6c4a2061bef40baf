# %% right: the answer first
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if reasoning.is_done:
        return route_step(reasoning)
    if rounds >= max_rounds:
        return StopEvent(result=f"After {rounds} rounds I still have no answer, sorry.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% right: match with guards
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    used_up = not rounds < max_rounds
    match reasoning:
        case BaseReasoningStep(is_done=True):
            event = route_step(reasoning)
        case _ if used_up:
            event = StopEvent(result="I gave up: " + str(rounds) + " rounds brought no answer.")
        case ObservationReasoningStep():
            event = PrepEvent()
        case _:
            event = route_step(reasoning)
    return event


# %% right: nested, everything that is no answer first
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if not reasoning.is_done:
        if max_rounds - rounds <= 0:
            sentence = "No answer was found in {} round(s).".format(rounds)
            return StopEvent(result=sentence)
        elif isinstance(reasoning, ObservationReasoningStep):
            return PrepEvent()
    return route_step(reasoning)


# %% wrong: the rounds before the answer
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


# %% wrong: a sentence without the number
# breaks: a `StopEvent` whose result is a sentence of your own, with the number `rounds` in it in digits
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if rounds >= max_rounds and not reasoning.is_done:
        return StopEvent(result="I stopped without an answer, because all rounds are used up.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: only unreadable replies come to an end
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


# %% wrong: twenty is written in
# breaks: the rounds are used up: `rounds` has come to `max_rounds`
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


# %% wrong: an empty answer is taken for none
# breaks: an answer, even in the last round | a `StopEvent` with the answer
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if rounds >= max_rounds and not getattr(reasoning, "response", ""):
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: names max_rounds in place of rounds
# breaks: a sentence of your own, with the number `rounds` in it in digits
# decided: right, because where a run stops the two are the same number
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if rounds >= max_rounds and not reasoning.is_done:
        return StopEvent(result=f"I stopped, my limit is {max_rounds} rounds.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)
