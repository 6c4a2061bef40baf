"""Make event classes to order, and send a learner's events from step to step."""

from llama_index.core.workflow import Event, StartEvent, StopEvent, Workflow, step
from pydantic import create_model

from lesson_kit.probes import find, probe

TYPES = {"int": int, "str": str, "list[int]": list[int], "list[str]": list[str]}


def make(name: str, types: dict[str, str]) -> type[Event]:
    """Return an event class whose fields are required and have these types."""
    fields = {field: (TYPES[kind], ...) for field, kind in types.items()}
    return create_model(name, __base__=Event, **fields)


@probe
async def travel(namespace, name: str, payload: dict):
    """Send an event of a learner's class from one step to another; return the one that arrives."""
    event_class = find(namespace, name)

    class Relay(Workflow):
        @step
        async def send(self, ev: StartEvent) -> event_class:
            return event_class(**payload)

        @step
        async def receive(self, ev: event_class) -> StopEvent:
            return StopEvent(result=ev)

    return await Relay(timeout=5).run()
