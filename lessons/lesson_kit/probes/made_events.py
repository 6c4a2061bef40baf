"""Make event classes to order, and compute over what a learner's events carry."""

import inspect
from collections.abc import Sequence
from typing import Annotated

from llama_index.core.workflow import Event, StartEvent, StopEvent, Workflow, step
from pydantic import Field, create_model

from lesson_kit.probes import find, plain, probe
from lesson_kit.probes.computed import number_of, text_of
from lesson_kit.probes.replies import Arrived

TYPES = {
    "int": int,
    "str": str,
    "float": float,
    "bool": bool,
    "int | None": int | None,
    "int, 0 or more": Annotated[int, Field(ge=0)],
    "list[int]": list[int],
    "list[str]": list[str],
    "dict[str, int]": dict[str, int],
}


def make(name: str, types: dict[str, str], optional: Sequence[str] = ()) -> type[Event]:
    """Return an event class whose fields have these types, the optional ones with a default."""
    fields = {
        field: (TYPES[kind], TYPES[kind]() if field in optional else ...)
        for field, kind in types.items()
    }
    return create_model(name, __base__=Event, **fields)


@probe
async def seen(namespace, workflow: str, event: str, field: str, given: dict) -> list:
    """Run a learner's workflow with a step more; return what that saw in a field of the events."""
    carried = []
    event_class = find(namespace, event)

    class Watched(find(namespace, workflow)):
        @step
        async def look(self, ev: event_class) -> None:
            carried.append(plain(getattr(ev, field, None)))

    await Watched(timeout=4).run(**given)
    return carried


@probe
async def travel(namespace, name: str, payload: dict, field: str, factor: int) -> Arrived:
    """Send an event of a learner's class from one step to another; return how it arrived."""
    event_class = find(namespace, name)

    class Relay(Workflow):
        @step
        async def send(self, ev: StartEvent) -> event_class:
            return event_class(**payload)

        @step
        async def receive(self, ev: event_class) -> StopEvent:
            return StopEvent(result=ev)

    event = await Relay(timeout=5).run()
    return arrived(event, field, factor) | {"given": plain(payload.get(field))}


@probe
async def call(namespace, target: str, args: list, field: str, factor: int) -> Arrived:
    """Call a learner's function that makes an event; return the event and its number."""
    before = plain(args)
    event = find(namespace, target)(*args)
    if inspect.isawaitable(event):
        event = await event
    return arrived(event, field, factor) | {"kept": plain(args) == before}


def arrived(event, field: str, factor: int) -> Arrived:
    """Describe an event, with the number of what its field carries; "" is its class's name."""
    kind = type(event).__name__
    carried = getattr(event, field, None) if field else kind
    number = None if carried is None else number_of(text_of(carried), factor)
    return {
        "event": plain(event),
        "type": kind,
        "number": number,
        "carried": type(carried).__name__,
        "carries": names_in(event),
    }


def names_in(event) -> list[str]:
    """Return the names of all that an event carries: fields, what was set, what is private."""
    if not isinstance(event, Event):
        return []
    private = set(event.__private_attributes__) - set(Event.__private_attributes__)
    return sorted({*type(event).model_fields, *event.keys(), *private})


@probe
async def handed(namespace, workflow: str, event: str, payload: dict, given: dict):
    """Run a learner's workflow whose first step hands on another event; return the result."""
    event_class, workflow_class = find(namespace, event), find(namespace, workflow)

    async def hand(self, ev: StartEvent) -> event_class:
        return event_class(**payload)

    steps = {}
    for name in dir(workflow_class):
        config = getattr(getattr(workflow_class, name), "_step_config", None)
        taken = config.accepted_events if config is not None else []
        if any(issubclass(one, StartEvent) for one in taken):
            hand.__name__, hand.__qualname__ = name, f"{workflow}.{name}"
            steps[name] = step(hand)
    return await type(workflow, (workflow_class,), steps)(timeout=4).run(**given)
