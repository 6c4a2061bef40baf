# %% right: a body of pass
# [USE IN MODEL]
class PrepEvent(Event):
    # no fields: the type says it all
    pass


# %% right: a base class of the agent's own in between
# [USE IN MODEL]
class AgentEvent(Event):
    """Stand for whatever flows between the steps of the agent."""


class PrepEvent(AgentEvent):
    """Time to write the next prompt."""


# %% right: a long docstring and an ellipsis
# [USE IN MODEL]
class PrepEvent(Event):
    """
    Ask for the next prompt.

    It is sent at the start, after tools were called, and after an unreadable reply.
    """

    ...


# %% wrong: based on StartEvent
# breaks: based on `Event` and not on `StartEvent` or `StopEvent`, which begin and end a run
# [USE IN MODEL]
from llama_index.core.workflow import StartEvent


class PrepEvent(StartEvent):
    """Say that the next prompt can be prepared."""


# %% wrong: another name for Event
# breaks: Write `PrepEvent`, a class of its own, based on `Event`
# [USE IN MODEL]
PrepEvent = Event


# %% wrong: a field with a default
# breaks: it carries nothing: `PrepEvent()` gives `PrepEvent()`
# [USE IN MODEL]
class PrepEvent(Event):
    """Say that the next prompt can be prepared."""

    ready: bool = True


# %% wrong: the class is called Prep
# breaks: `PrepEvent()` gives `PrepEvent()`
# [USE IN MODEL]
class Prep(Event):
    """Say that the next prompt can be prepared."""


PrepEvent = Prep


# %% wrong: notes when it was made
# breaks: it carries nothing
# [USE IN MODEL]
import time


class PrepEvent(Event):
    """Say that the next prompt can be prepared."""

    def __init__(self, **params):
        super().__init__(made_at=time.time(), **params)


# %% wrong: a plain class that only looks like an event
# breaks: Write `PrepEvent`, a class of its own, based on `Event`
# [USE IN MODEL]
class PrepEvent:
    """Say that the next prompt can be prepared."""

    def __repr__(self):
        return "PrepEvent()"
