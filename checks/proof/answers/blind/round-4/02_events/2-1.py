# %% right: pass as the body
# [USE IN MODEL]
class PrepEvent(Event):
    pass


# %% right: docstring and ellipsis
# [USE IN MODEL]
class PrepEvent(Event):
    """It is time to prepare the next prompt."""

    ...


# %% right: a common base class for the agent's events
# [USE IN MODEL]
class AgentEvent(Event):
    """What the events of this agent have in common."""


class PrepEvent(AgentEvent):
    """Time to write the next prompt; there is nothing to carry."""


# %% wrong: another name for Event
# breaks: Write `PrepEvent`, a class of its own
# [USE IN MODEL]
PrepEvent = Event


# %% wrong: based on StartEvent
# breaks: based on `Event` and not on `StartEvent` or `StopEvent`
# [USE IN MODEL]
from llama_index.core.workflow import StartEvent


class PrepEvent(StartEvent):
    """Say that the next prompt can be prepared."""


# %% wrong: an optional field that does not show
# breaks: and it carries nothing
# [USE IN MODEL]
from pydantic import Field


class PrepEvent(Event):
    """Say that the next prompt can be prepared."""

    reason: str | None = Field(default=None, repr=False)


# %% wrong: a pydantic model and no event
# breaks: Write `PrepEvent`, a class of its own, based on `Event`
# [USE IN MODEL]
from pydantic import BaseModel


class PrepEvent(BaseModel):
    """Say that the next prompt can be prepared."""


# %% wrong: puts a value into each event
# breaks: and it carries nothing
# [USE IN MODEL]
class PrepEvent(Event):
    """Say that the next prompt can be prepared."""

    def __init__(self, **params):
        super().__init__(**{"ready": True, **params})


# %% wrong: a class under another name
# breaks: `PrepEvent()` gives `PrepEvent()`
# [USE IN MODEL]
class PrepareEvent(Event):
    """Say that the next prompt can be prepared."""


PrepEvent = PrepareEvent
