"""The handler of LlamaIndex's spans that notes what the steps of a run take and give.

Like the classes in `llms`, it takes milliseconds to make, and stays loaded between requests.
"""

from contextvars import ContextVar

from llama_index.core.instrumentation.span import BaseSpan, active_span_id
from llama_index.core.instrumentation.span_handlers import BaseSpanHandler
from llama_index.core.workflow import Event
from pydantic import PrivateAttr

from lesson_kit.probes import plain
from lesson_kit.probes.replies import Note

NOTES: ContextVar[list[Note] | None] = ContextVar("notes", default=None)  # of the run under way


class StepWatcher(BaseSpanHandler[BaseSpan]):
    """Note each step that begins, the event that it takes, and those that it gives.

    A step is the span that has a single event among its arguments, in a run that keeps notes.
    """

    _under_way: dict = PrivateAttr(default_factory=dict)

    def new_span(self, id_, bound_args, instance=None, parent_span_id=None, tags=None, **kwargs):
        notes, arguments = NOTES.get(), bound_args.arguments
        events = [value for value in arguments.values() if isinstance(value, Event)]
        if notes is None or len(events) != 1 or "init_state" in arguments:  # that of the whole run
            return None
        step = id_[: -len("-12345678-1234-1234-1234-123456789012")].rpartition(".")[2]
        note: Note = {"step": step, "takes": described(events[0]), "gives": [], "kept": True}
        notes.append(note)
        self._under_way[id_] = (note, events[0])
        return None

    def prepare_to_exit_span(self, id_, bound_args, instance=None, result=None, **kwargs):
        note, _ = self._under_way.get(id_, ({}, None))
        note["silent"] = result is None
        self._end(id_, result if isinstance(result, list) else [result])

    def prepare_to_drop_span(self, id_, bound_args, instance=None, err=None, **kwargs):
        self._end(id_, [])

    def _end(self, id_: str, given: list) -> None:
        note, event = self._under_way.pop(id_, (None, None))
        if note is not None:
            note["gives"] += [described(one) for one in given if isinstance(one, Event)]
            note["kept"] = described(event) == note["takes"]

    def sent(self, event) -> None:
        """Note an event that the step under way sends."""
        note, _ = self._under_way.get(active_span_id.get(), (None, None))
        if note is not None:
            note["gives"].append(described(event))


def described(event: Event) -> dict:
    """Return an event as plain data: its type and its fields, declared or not."""
    fields = {name: getattr(event, name, None) for name in type(event).model_fields}
    return {"$type": type(event).__name__} | plain(fields | dict(event.items()))
