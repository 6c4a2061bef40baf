# %% right: pass as the body
# [USE IN MODEL]
class PrepEvent(Event):
    pass


# %% right: all on one line
# [USE IN MODEL]
class PrepEvent(Event): "It is time to prepare the next prompt."


# %% right: base by its module, docstring of two paragraphs
# [USE IN MODEL]
from llama_index.core import workflow


class PrepEvent(workflow.Event):
    """It is time to prepare the next prompt.

    The event has no payload; whoever takes it finds the messages elsewhere.
    """

    pass


# %% wrong: another name for Event
# breaks: Write `PrepEvent`, a class of its own, based on `Event` and not on `StartEvent` or `StopEvent`, which begin and end a run.
# [USE IN MODEL]
PrepEvent = Event


# %% wrong: based on StartEvent
# breaks: Write `PrepEvent`, a class of its own, based on `Event` and not on `StartEvent` or `StopEvent`, which begin and end a run.
# [USE IN MODEL]
from llama_index.core.workflow import StartEvent


class PrepEvent(StartEvent):
    """Say that the next prompt can be prepared."""


# %% wrong: an optional reason
# breaks: it carries nothing: `PrepEvent()` gives `PrepEvent()`.
# [USE IN MODEL]
class PrepEvent(Event):
    """Say that the next prompt can be prepared, and perhaps why."""

    reason: str = ""


# %% wrong: pydantic model that is no event
# breaks: Write `PrepEvent`, a class of its own, based on `Event` and not on `StartEvent` or `StopEvent`, which begin and end a run.
# [USE IN MODEL]
from pydantic import BaseModel


class PrepEvent(BaseModel):
    """Say that the next prompt can be prepared."""


# %% wrong: class of another name behind PrepEvent
# breaks: it carries nothing: `PrepEvent()` gives `PrepEvent()`.
# [USE IN MODEL]
class PreparePromptEvent(Event):
    """Say that the next prompt can be prepared."""


PrepEvent = PreparePromptEvent


# %% wrong: puts the time of its making into each event
# breaks: it carries nothing: `PrepEvent()` gives `PrepEvent()`.
# [USE IN MODEL]
import time


class PrepEvent(Event):
    """Say that the next prompt can be prepared."""

    def __init__(self, **params):
        super().__init__(**params)
        self["made_at"] = time.time()
