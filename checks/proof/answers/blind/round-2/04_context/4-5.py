# %% right: the answer first
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if reasoning.is_done:
        return route_step(reasoning)
    if rounds >= max_rounds:
        return StopEvent(result="No answer found in " + str(rounds) + " rounds, so I gave up.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% right: match with guards
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    match reasoning:
        case BaseReasoningStep(is_done=True):
            return StopEvent(result=reasoning.response)
        case _ if rounds >= max_rounds:
            return StopEvent(result="I am sorry, after %d rounds I still have no answer." % rounds)
        case ObservationReasoningStep():
            return PrepEvent()
        case _:
            return route_step(reasoning)


# %% right: one variable, and a helper for the sentence
# [USE IN MODEL]
def _gave_up(rounds: int) -> str:
    """Say that a run has ended without an answer."""
    return f"{rounds} replies, and none of them was an answer: I stop here."


def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    may_go_on = rounds < max_rounds
    if not (reasoning.is_done or may_go_on):
        event = StopEvent(result=_gave_up(rounds))
    elif isinstance(reasoning, ObservationReasoningStep):
        event = PrepEvent()
    else:
        event = route_step(reasoning)
    return event


# %% wrong: an answer in the last round is lost
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


# %% wrong: an action goes on in the last round
# breaks: no answer, and the rounds are used up: `rounds` has come to `max_rounds` | a `StopEvent` whose result is a sentence of your own, with the number `rounds` in it in digits
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


# %% wrong: twenty rounds whatever max_rounds says
# breaks: `rounds` has come to `max_rounds`
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


# %% wrong: an empty answer is none
# breaks: an answer, even in the last round | a `StopEvent` with the answer
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    answer = getattr(reasoning, "response", None)
    if not answer and rounds >= max_rounds:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: small numbers in words
# breaks: a `StopEvent` whose result is a sentence of your own, with the number `rounds` in it in digits
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if rounds >= max_rounds and not reasoning.is_done:
        words = {1: "one round", 2: "two rounds", 3: "three rounds"}
        return StopEvent(
            result=f"I stopped after {words.get(rounds, f'{rounds} rounds')} without an answer."
        )
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: the arguments of the action are made strings
# breaks: otherwise: an action | a `ToolCallEvent` with the tool call
# [USE IN MODEL]
def next_event(
    reasoning: BaseReasoningStep, rounds: int, max_rounds: int
) -> ToolCallEvent | PrepEvent | StopEvent:
    """Return the event that follows this reasoning step, in a run of at most max_rounds rounds."""
    if reasoning.is_done:
        return StopEvent(result=reasoning.response)
    if rounds >= max_rounds:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    kwargs = {name: str(value) for name, value in reasoning.action_input.items()}
    call = ToolSelection(tool_id=reasoning.action, tool_name=reasoning.action, tool_kwargs=kwargs)
    return ToolCallEvent(tool_calls=[call])
