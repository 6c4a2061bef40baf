# %% right: body is pass
# [USE IN MODEL]
class PrepEvent(Event):
    pass


# %% right: longer docstring, and an ellipsis
# [USE IN MODEL]
class PrepEvent(Event):
    """
    It is time to prepare the next prompt.

    The event has no fields: its type says it all.
    """

    ...


# %% right: Event by way of its module
# [USE IN MODEL]
from llama_index.core import workflow


class PrepEvent(workflow.Event):
    """Ask for the next prompt to be prepared."""


# %% wrong: another name for Event
# breaks: Write `PrepEvent`, a class of its own
# [USE IN MODEL]
PrepEvent = Event


# %% wrong: based on StartEvent
# breaks: based on `Event` and not on `StartEvent` or `StopEvent`
# [USE IN MODEL]
class PrepEvent(StartEvent):
    """Say that the next prompt can be prepared."""


# %% wrong: a field with a default
# breaks: it carries nothing: `PrepEvent()` gives `PrepEvent()`
# [USE IN MODEL]
class PrepEvent(Event):
    """Say that the next prompt can be prepared."""

    ready: bool = True


# %% wrong: a pydantic model that is no event
# breaks: a class of its own, based on `Event`
# [USE IN MODEL]
from pydantic import BaseModel


class PrepEvent(BaseModel):
    """Say that the next prompt can be prepared."""


# %% wrong: brings its message along
# breaks: it carries nothing
# [USE IN MODEL]
class PrepEvent(Event):
    """Say that the next prompt can be prepared."""

    def __init__(self, **params):
        params.setdefault("message", "prepare the next prompt")
        super().__init__(**params)


# %% wrong: needs the prompt
# breaks: it carries nothing: `PrepEvent()` gives `PrepEvent()`
# [USE IN MODEL]
class PrepEvent(Event):
    """Say that the next prompt can be prepared."""

    prompt: str
