# %% right: in the order of the table
def next_event(reasoning, rounds, max_rounds):
    if reasoning.is_done:
        return StopEvent(result=reasoning.response)
    if rounds == max_rounds:
        return StopEvent(result=f"There was no answer in any of {max_rounds} rounds.")
    return PrepEvent() if hasattr(reasoning, "observation") else route_step(reasoning)


# %% right: async, with match
async def next_event(reasoning: BaseReasoningStep, rounds: int, max_rounds: int):
    match reasoning:
        case object(is_done=False) if max_rounds - rounds <= 0:
            return StopEvent(result=f"Sorry: {rounds} of {max_rounds} rounds, and no answer.")
        case ObservationReasoningStep():
            return PrepEvent()
    return route_step(reasoning)


# %% wrong: gives up in the last round, although there is an answer
# check: ends_with_an_answer
# says: An answer is an answer
def next_event(reasoning, rounds, max_rounds):
    if rounds >= max_rounds:
        return StopEvent(result=f"I stopped after {rounds} rounds.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: stops one round too late
# check: ends_when_the_rounds_are_used_up
# says: The rounds are used up
def next_event(reasoning, rounds, max_rounds):
    if rounds > max_rounds and not reasoning.is_done:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: stops one round too early
# check: decides_by_the_rounds
# says: There are rounds left
def next_event(reasoning, rounds, max_rounds):
    if rounds + 1 >= max_rounds and not reasoning.is_done:
        return StopEvent(result=f"I stopped after {max_rounds} rounds without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: lets unreadable replies go on for ever
# check: decides_by_the_rounds
# says: The rounds are used up
def next_event(reasoning, rounds, max_rounds):
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    if rounds >= max_rounds and not reasoning.is_done:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    return route_step(reasoning)


# %% wrong: stops unreadable replies only
# check: ends_when_the_rounds_are_used_up
# says: The rounds are used up
def next_event(reasoning, rounds, max_rounds):
    if isinstance(reasoning, ObservationReasoningStep):
        if rounds >= max_rounds:
            return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: knows 20 rounds only
# check: ends_when_the_rounds_are_used_up
# says: The rounds are used up
def next_event(reasoning, rounds, max_rounds):
    if rounds == 20 and not reasoning.is_done:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: stops without a word
# check: ends_when_the_rounds_are_used_up
# says: with the number of rounds in it
def next_event(reasoning, rounds, max_rounds):
    if rounds >= max_rounds and not reasoning.is_done:
        return StopEvent()
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: does not name the rounds
# check: ends_when_the_rounds_are_used_up
# says: with the number of rounds in it
def next_event(reasoning, rounds, max_rounds):
    if rounds >= max_rounds and not reasoning.is_done:
        return StopEvent(result="I stopped without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: gives the unreadable reply to route_step
# check: tries_again
# says: an observation has neither
def next_event(reasoning, rounds, max_rounds):
    if rounds >= max_rounds and not reasoning.is_done:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    return route_step(reasoning)


# %% wrong: ends the run at an unreadable reply
# check: tries_again
# says: There are rounds left
def next_event(reasoning, rounds, max_rounds):
    if isinstance(reasoning, ObservationReasoningStep):
        return StopEvent(result=reasoning.observation)
    if rounds >= max_rounds and not reasoning.is_done:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    return route_step(reasoning)


# %% wrong: the step as the result
# check: ends_with_an_answer
# says: its text alone
def next_event(reasoning, rounds, max_rounds):
    if reasoning.is_done:
        return StopEvent(result=reasoning)
    if rounds >= max_rounds:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    return route_step(reasoning)


# %% wrong: a tool call without its arguments
# check: calls_the_tool
# says: what it carries is not
def next_event(reasoning, rounds, max_rounds):
    if reasoning.is_done:
        return StopEvent(result=reasoning.response)
    if rounds >= max_rounds:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent()
    name = reasoning.action
    return ToolCallEvent(tool_calls=[ToolSelection(tool_id="1", tool_name=name, tool_kwargs={})])


# %% wrong: the class in place of an event
# check: tries_again
# says: not the event of this row
def next_event(reasoning, rounds, max_rounds):
    if rounds >= max_rounds and not reasoning.is_done:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    if isinstance(reasoning, ObservationReasoningStep):
        return PrepEvent
    return route_step(reasoning)


# %% wrong: the thought around the answer
# check: ends_with_an_answer
# says: its text alone
def next_event(reasoning, rounds, max_rounds):
    if reasoning.is_done:
        return StopEvent(result=reasoning.get_content())
    if rounds >= max_rounds:
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
    return PrepEvent() if hasattr(reasoning, "observation") else route_step(reasoning)
