# %% right: pass
# [USE IN MODEL]
class PrepEvent(Event):
    pass


# %% right: a longer docstring and pass
# [USE IN MODEL]
# about 2 lines: the class and its docstring
class PrepEvent(Event):
    """
    It is time to prepare the next prompt.

    The event carries nothing: its type is the whole message.
    """

    pass


# %% right: an ellipsis
# [USE IN MODEL]
class PrepEvent(Event): ...


# %% right: Event through its module
# [USE IN MODEL]
from llama_index.core import workflow


class PrepEvent(workflow.Event):
    'Tell the workflow to prepare the next prompt.'


# %% wrong: based on StartEvent
# breaks: based on `Event` and not on `StartEvent` or `StopEvent`
# [USE IN MODEL]
from llama_index.core.workflow import StartEvent


class PrepEvent(StartEvent):
    """Say that the next prompt can be prepared."""


# %% wrong: based on StopEvent
# breaks: based on `Event` and not on `StartEvent` or `StopEvent`
# [USE IN MODEL]
from llama_index.core.workflow import StopEvent


class PrepEvent(StopEvent):
    """Say that the next prompt can be prepared."""


# %% wrong: based on both StartEvent and Event
# breaks: based on `Event` and not on `StartEvent` or `StopEvent`
# [USE IN MODEL]
from llama_index.core.workflow import StartEvent


class PrepEvent(StartEvent, Event):
    """Say that the next prompt can be prepared."""


# %% wrong: another name for Event
# breaks: Write `PrepEvent`, a class of its own
# [USE IN MODEL]
PrepEvent = Event


# %% wrong: a function that makes an event
# breaks: Write `PrepEvent`, a class of its own
# [USE IN MODEL]
def PrepEvent() -> Event:
    """Say that the next prompt can be prepared."""
    return type("PrepEvent", (Event,), {})()


# %% wrong: a dataclass
# breaks: based on `Event`
# [USE IN MODEL]
from dataclasses import dataclass


@dataclass
class PrepEvent:
    """Say that the next prompt can be prepared."""


# %% wrong: a pydantic model
# breaks: based on `Event`
# [USE IN MODEL]
from pydantic import BaseModel


class PrepEvent(BaseModel):
    """Say that the next prompt can be prepared."""


# %% wrong: a field with a default
# breaks: it carries nothing
# [USE IN MODEL]
class PrepEvent(Event):
    """Say that the next prompt can be prepared."""

    ready: bool = True


# %% wrong: a field that is not shown
# breaks: it carries nothing
# [USE IN MODEL]
from pydantic import Field


class PrepEvent(Event):
    """Say that the next prompt can be prepared."""

    reason: str = Field(default="", repr=False)


# %% wrong: carries the time, set when it is made
# breaks: it carries nothing
# [USE IN MODEL]
import time


class PrepEvent(Event):
    """Say that the next prompt can be prepared."""

    def __init__(self, **params):
        super().__init__(made_at=time.time(), **params)


# %% wrong: wants a prompt
# breaks: it carries nothing: `PrepEvent()` gives `PrepEvent()`
# [USE IN MODEL]
class PrepEvent(Event):
    """Say that the next prompt can be prepared."""

    prompt: str


# %% wrong: a subclass under another name
# breaks: `PrepEvent()` gives `PrepEvent()`
# [USE IN MODEL]
class Prep(Event):
    """Say that the next prompt can be prepared."""


PrepEvent = Prep
