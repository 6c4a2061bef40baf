# %% right: only the docstring
class PrepEvent(Event):
    """Time for the next prompt."""


# %% right: a body of dots
class PrepEvent(Event): ...


# %% right: based on another of the learner's events
class Bare(Event):
    """Carry nothing."""


class PrepEvent(Bare):
    pass


# %% wrong: forgets the base class
# check: prep_event_is_an_event
# says: class PrepEvent(Event)
class PrepEvent:
    """Time for the next prompt."""


# %% wrong: has a required field
# check: prep_event_carries_nothing
# says: leave the fields out
class PrepEvent(Event):
    """Time for the next prompt."""

    prompt: str


# %% wrong: another name
# check: prep_event_is_an_event
# says: The name PrepEvent is not defined
class PrepareEvent(Event):
    """Time for the next prompt."""


# %% wrong: an alias of Event
# check: prep_event_is_an_event
# says: class PrepEvent(Event)
PrepEvent = Event


# %% wrong: an alias of an event that routes elsewhere
# check: prep_event_travels
# says: The class behind the name PrepEvent is called StartEvent.
PrepEvent = StartEvent


# %% wrong: an event that ends the run
# check: prep_event_is_an_event
# says: base PrepEvent on Event
class PrepEvent(StopEvent):
    """Time for the next prompt."""


# %% wrong: a name for a class that is called otherwise
# check: prep_event_is_an_event
# says: The class behind the name PrepEvent is called PreparePromptEvent.
class PreparePromptEvent(Event):
    """Time for the next prompt."""


PrepEvent = PreparePromptEvent
