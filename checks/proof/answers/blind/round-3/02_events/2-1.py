# %% right: pass as body
# [USE IN MODEL]
class PrepEvent(Event):
    pass


# %% right: docstring of several lines
# [USE IN MODEL]
class PrepEvent(Event):
    """
    It is time to prepare the next prompt.

    The type is the whole message.
    """


# %% right: by an event base of the agent
# [USE IN MODEL]
class AgentEvent(Event):
    """What all events of this agent have in common."""


class PrepEvent(AgentEvent):
    """The next prompt may be prepared now."""

    ...


# %% wrong: another name for Event
# breaks: Write `PrepEvent`, a class of its own, based on `Event`
# [USE IN MODEL]
PrepEvent = Event


# %% wrong: a start event
# breaks: based on `Event` and not on `StartEvent` or `StopEvent`
# [USE IN MODEL]
from llama_index.core.workflow import StartEvent


class PrepEvent(StartEvent):
    """Say that the next prompt can be prepared."""


# %% wrong: an optional field
# breaks: it carries nothing: `PrepEvent()` gives `PrepEvent()`
# [USE IN MODEL]
class PrepEvent(Event):
    """Say that the next prompt can be prepared."""

    reason: str | None = None


# %% wrong: brings a dynamic value along
# breaks: it carries nothing
# [USE IN MODEL]
class PrepEvent(Event):
    """Say that the next prompt can be prepared."""

    def __init__(self, **params):
        params.setdefault("ready", True)
        super().__init__(**params)


# %% wrong: no event at all
# breaks: a class of its own, based on `Event`
# [USE IN MODEL]
class PrepEvent:
    """Say that the next prompt can be prepared."""

    def __repr__(self) -> str:
        return "PrepEvent()"


# %% wrong: a class by another name
# breaks: `PrepEvent()` gives `PrepEvent()`
# [USE IN MODEL]
class PrepareEvent(Event):
    """Say that the next prompt can be prepared."""


PrepEvent = PrepareEvent
