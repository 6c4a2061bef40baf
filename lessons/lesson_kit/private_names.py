"""What the kit needs of LlamaIndex and MLflow that they do not promise to keep.

Each such name is used here alone; checks/tests/test_private_names.py says which of them a new
release has moved. `compare/runner.py` stands alone, so it has its own.
"""

import contextlib
import os
import weakref
from unittest import mock

from llama_index.core import Settings


def llm_in_settings():
    """Return the LLM in `Settings`, or None; asking `Settings.llm` would make one, with a key."""
    return Settings._llm


@contextlib.contextmanager
def settings_kept():
    """Put the global Settings back afterwards: loading a model overwrites them."""
    before = dict(vars(Settings))
    try:
        yield
    finally:
        vars(Settings).clear()
        vars(Settings).update(before)


def active_experiment_id() -> str:
    """Return the id of the experiment that a run would be made in."""
    from mlflow.tracking import fluent

    return fluent._get_experiment_id()


@contextlib.contextmanager
def autologging_not_chosen():
    """Let no autologging be configured for a while, as before anybody asked for it.

    `mlflow.autolog()` passes over a library for which `mlflow.llama_index.autolog()` was called
    earlier, so in a notebook where both were tried it would switch nothing on for a check.
    """
    from mlflow.utils import autologging_utils

    with mock.patch.dict(autologging_utils.AUTOLOGGING_INTEGRATIONS, clear=True):
        yield


class HeldQueue:
    """Stand in for MLflow's queue of traces to be written: nothing is written until flushed."""

    def __init__(self):
        self.tasks = []

    def put(self, task) -> None:
        self.tasks.append(task)

    def flush(self, terminate: bool = False) -> None:
        tasks, self.tasks = self.tasks, []
        for task in tasks:
            task.handle()


@contextlib.contextmanager
def experiment_kept():
    """Let code make another experiment active and leave runs open; then all is as it was."""
    from mlflow.tracking import fluent

    experiment = fluent._active_experiment_id
    fresh = type(fluent._active_run_stack)(list)
    try:
        # MLflow names the active experiment in the environment, too.
        with mock.patch.dict(os.environ), mock.patch.object(fluent, "_active_run_stack", fresh):
            yield
    finally:
        fluent._active_experiment_id = experiment


@contextlib.contextmanager
def tracing_put_back():
    """Let MLflow's store, experiment and tracer be others for a while; hold traces till flushed.

    Public functions change these settings but cannot put them back: `set_tracking_uri` would end
    the learner's tracer and write its pending traces at a moment of ours.
    """
    from mlflow.tracing import fluent as tracing_fluent
    from mlflow.tracing.export import mlflow_v3
    from mlflow.tracing.processor import base_mlflow
    from mlflow.tracing.provider import provider
    from mlflow.tracking import fluent
    from mlflow.tracking._tracking_service import utils as service

    tracer, ready = provider._swap_raw(None), provider.once._done
    uri, experiment = service._tracking_uri, fluent._active_experiment_id
    last_trace = tracing_fluent._LAST_ACTIVE_TRACE_ID_GLOBAL
    fluent._active_experiment_id = None
    try:
        with (
            mock.patch.object(mlflow_v3, "AsyncTraceExportQueue", HeldQueue),
            # Flushing means all that are listed here, and the learner's takes a second.
            mock.patch.object(base_mlflow, "_batch_processor_registry", weakref.WeakSet()),
            # A run that was left open is one of the learner's store, and no trace here is its.
            mock.patch.object(fluent, "_active_run_stack", type(fluent._active_run_stack)(list)),
        ):
            yield
    finally:
        service._tracking_uri, fluent._active_experiment_id = uri, experiment
        tracing_fluent._LAST_ACTIVE_TRACE_ID_GLOBAL = last_trace
        provider._swap_raw(tracer)
        provider.once._done = ready


@contextlib.contextmanager
def time_of_workflows(now):
    """Let runs of workflows ask `now` for the time, for a while; they ask no event loop."""
    from workflows.plugins.basic import InternalAsyncioAdapter

    async def get_now(self) -> float:
        return now()

    with mock.patch.object(InternalAsyncioAdapter, "get_now", get_now):
        yield


def workflow_of(run):
    """Return the workflow that a handler is a run of."""
    return run._workflow
