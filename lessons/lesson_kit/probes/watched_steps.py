"""Watch what the steps of a run take and give, and whether they leave it as it was."""

import contextlib
import inspect
import typing
from collections.abc import Iterator
from unittest import mock

from llama_index.core.instrumentation import get_dispatcher
from llama_index.core.workflow import Context, Event
from workflows.representation import get_workflow_representation
from workflows.utils import get_steps_from_instance

from lesson_kit.probes.step_watcher import StepWatcher


@contextlib.contextmanager
def steps_watched() -> Iterator[None]:
    """Watch the steps of all runs that keep notes, for a while."""
    dispatcher, watcher, send = get_dispatcher(), StepWatcher(), Context.send_event
    before = dispatcher.span_handlers

    def noted(self, message, *args, **kwargs):
        watcher.sent(message)
        return send(self, message, *args, **kwargs)

    dispatcher.span_handlers = [*before, watcher]
    try:
        with mock.patch.object(Context, "send_event", noted):
            yield
    finally:
        dispatcher.span_handlers = before


def may_return_none(function) -> bool:
    """Tell whether a None stands behind the arrow of a step, beside its events or alone."""
    promised = typing.get_type_hints(inspect.unwrap(getattr(function, "__func__", function)))
    arrow = promised.get("return")
    return arrow is type(None) or type(None) in typing.get_args(arrow)


def promises(workflow) -> dict[str, list[str]]:
    """Return what the arrow of each step promises: events, and None."""
    # a graph has the JSON schema of each event, which takes ten times as long as a run
    with mock.patch.object(Event, "model_json_schema", return_value={}):
        graph = get_workflow_representation(workflow)
    steps = {node.id: [] for node in graph.nodes if node.node_type == "step"}
    for edge in graph.edges:
        if edge.source in steps:
            steps[edge.source].append(edge.target)
    for name, function in get_steps_from_instance(workflow).items():
        if may_return_none(function):
            steps.setdefault(name, []).append("None")
    return steps
