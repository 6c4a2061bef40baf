"""Run a learner's agent under MLflow's tracing, in a store apart from the learner's own.

`apart` gives MLflow an empty store for a while, so that nothing a check runs is found in the
learner's experiment, and holds traces back until they are flushed, so that forgetting to flush
shows every time and not only when the machine is slow.
"""

import asyncio
import builtins
import contextlib
import inspect
import json
import os
import tempfile
from pathlib import Path
from unittest import mock

import mlflow
from llama_index.core import Settings
from llama_index.core.instrumentation import get_dispatcher
from llama_index.core.tools import FunctionTool
from mlflow.entities import Trace

from lesson_kit.private_names import (
    active_experiment_id,
    autologging_not_chosen,
    settings_kept,
    tracing_put_back,
)
from lesson_kit.probes import describe_error, find, plain, probe, without_mlflow
from lesson_kit.probes.llms import ScriptedLLM
from lesson_kit.probes.made_traces import given, made_trace, told
from lesson_kit.probes.model_replies import (
    ReturnedTrace,
    Started,
    StoredTrace,
    TracedRun,
    TraceReading,
)
from lesson_kit.tracking import quieten

# --- a store of one's own -------------------------------------------------------------------------


@contextlib.contextmanager
def apart():
    """Give MLflow an empty store and no autologging for a while; then put all back as it was."""
    dispatcher = get_dispatcher()
    handlers = dispatcher.span_handlers, dispatcher.event_handlers
    with (
        tempfile.TemporaryDirectory() as folder,
        mock.patch.dict(os.environ),
        settings_kept(),
        tracing_put_back(),
        autologging_not_chosen(),
    ):
        os.environ.pop("MLFLOW_EXPERIMENT_ID", None)
        # A new database takes a second; a folder is there at once, and this one does not last.
        os.environ["MLFLOW_ALLOW_FILE_STORE"] = "true"
        os.environ["MLFLOW_USE_BATCH_SPAN_PROCESSOR"] = "false"
        os.environ["MLFLOW_ENABLE_ASYNC_TRACE_LOGGING"] = "true"  # else nothing is held back
        dispatcher.span_handlers, dispatcher.event_handlers = map(without_mlflow, handlers)
        quieten()
        try:
            mlflow.set_tracking_uri(Path(folder, "store").as_uri())  # made when first used
            yield
        finally:
            dispatcher.span_handlers, dispatcher.event_handlers = handlers


# --- running an agent -----------------------------------------------------------------------------

OF_AGENT = ("tools", "max_rounds")
OF_LLM = ("mode", "replies", "prompt_tokens", "completion_tokens")


def failing_tool(name: str, text: str, errors: list[str]) -> FunctionTool:
    """Return a tool that raises one of these exceptions: which one, its arguments' sum decides."""

    def function(x: int, y: int) -> int:
        raise getattr(builtins, errors[(x + y) % len(errors)])(text)

    return FunctionTool.from_defaults(function, name=name, description=f"Stand in for {name}.")


def _make_agent(namespace, scenario: dict):
    """Return a fresh agent of the learner's class, and put the scenario's LLM into `Settings`."""
    Settings.llm = ScriptedLLM(**{name: scenario[name] for name in OF_LLM if name in scenario})
    options = {name: scenario[name] for name in OF_AGENT if name in scenario}
    return find(namespace, "ReActAgent")(timeout=20, **options)


async def _record(namespace, scenario: dict) -> Trace:
    """Return the trace of a run.

    With `around`, the run lies in a span of this name, and so does, with `tried`, a call of the
    first tool by hand.
    """
    with apart():
        mlflow.llama_index.autolog(silent=True)
        agent = _make_agent(namespace, scenario)
        with contextlib.ExitStack() as stack:
            if "around" in scenario:
                stack.enter_context(mlflow.start_span(scenario["around"]))
            if "tried" in scenario:
                agent.tools[0](**scenario["tried"])
            await agent.run(input=scenario["question"])
        mlflow.flush_trace_async_logging()
        return mlflow.get_trace(mlflow.get_last_active_trace_id())


async def _value(result):
    return await result if inspect.isawaitable(result) else result


@probe
async def read(namespace, function: str, traces: list[dict]) -> list[TraceReading]:
    """Let a learner's function read each trace, twice with each list of its `arguments`.

    A trace is that of a `scenario`: of a run, or of these `spans`. An argument {"span": 3} stands
    for a span of the trace, {"span_id": 3} for its id.
    """
    reader, readings = find(namespace, function), []
    for asked in traces:
        scenario = asked["scenario"]
        made = "spans" in scenario
        trace = made_trace(scenario["spans"]) if made else await _record(namespace, scenario)
        ids, before = [span.span_id for span in trace.data.spans], _contents(trace)
        # All of them at once: a call may take spans out of the trace.
        each = [[given(trace, one) for one in arguments] for arguments in asked["arguments"]]
        for arguments in each:
            reading = await _read_twice(reader, trace, arguments, ids)
            reading["unchanged"] = _contents(trace) == before
            if not reading["unchanged"] and reading["type"]:
                reading.pop("raised", None)  # by the second call, which has read another trace
            readings.append(reading)
    return readings


async def _read_twice(reader, trace: Trace, arguments: list, ids: list[str]) -> TraceReading:
    """Return what a function gives for a trace, the first time and the second, or raises."""
    reading: TraceReading = {"value": None, "type": "", "again": None, "unchanged": True}
    try:
        first = await _value(reader(trace, *arguments))
        reading["type"] = type(first).__name__
        reading["value"] = plain(told(ids, first))  # at once: the next call may change it
        reading["again"] = plain(told(ids, await _value(reader(trace, *arguments))))
    except Exception as error:
        reading["raised"] = describe_error(error)
    return reading


def _contents(trace: Trace) -> str:
    """Return a trace as text: whatever is changed in it shows."""
    # MLflow hands out the same dict of an attribute each time, and keeps it beside what it writes.
    spans = [
        [span.to_dict(), span.attributes, span.inputs, span.outputs] for span in trace.data.spans
    ]
    return json.dumps([trace.info.to_dict(), spans], default=str)


@probe
async def after_start(
    namespace, function: str, scenarios: list[dict], times: int, existing: str | None = None
) -> Started:
    """Call a learner's function so many times and run an agent for each scenario.

    `existing`: an experiment that is there before, and not the active one.
    """
    start = find(namespace, function)
    with apart():
        if existing is not None:
            mlflow.create_experiment(existing)
        for _ in range(times):
            value = await _value(start())
        for scenario in scenarios:
            await _make_agent(namespace, scenario).run(input=scenario["question"])
        mlflow.flush_trace_async_logging()
        active = mlflow.get_experiment(active_experiment_id())
        return Started(
            type=type(value).__name__, active=active.name if active else "", traces=_all_traces()
        )


@probe
async def returned(
    namespace, function: str, scenarios: list[dict], agents: list[int] | None = None
) -> list[ReturnedTrace]:
    """Let a learner's function run an agent for each scenario; describe what it gave back.

    `agents`: which one runs each, by its number; without, each is run by one of its own.
    """
    run = find(namespace, function)
    replies: list[ReturnedTrace] = []
    made: dict = {}
    with apart():
        mlflow.llama_index.autolog(silent=True)
        for scenario, number in zip(scenarios, agents or range(len(scenarios)), strict=True):
            if number not in made:
                made[number] = _make_agent(namespace, scenario), Settings.llm
            agent, Settings.llm = made[number]
            llm, calls = Settings.llm, Settings.llm.calls
            value = await asyncio.wait_for(_value(run(agent, scenario["question"])), 8)
            reply = ReturnedTrace(
                type=type(value).__name__, ran=llm.calls > calls, asked=_asked(agent)
            )
            if isinstance(value, Trace):
                reply["runs"], reply["id"] = _runs(value), value.info.trace_id
                reply["root"] = next(
                    (span.name for span in value.data.spans if span.parent_id is None), ""
                )
            replies.append(reply)
    return replies


def _asked(agent) -> list:
    """Return the user's words in an agent's memory."""
    return [plain(one.content) for one in agent.memory.get_all() if one.role == "user"]


def _runs(trace: Trace) -> list[TracedRun]:
    """Return question and answer of each run of an agent in a trace."""
    return [
        TracedRun(
            input=plain((span.inputs or {}).get("input")),
            answer=plain((span.outputs or {}).get("result")),
        )
        for span in trace.search_spans(name="ReActAgent.run")
    ]


def _all_traces() -> list[StoredTrace]:
    """Return runs and experiment of each trace in the store."""
    names = {one.experiment_id: one.name for one in mlflow.search_experiments()}
    found = mlflow.search_traces(locations=list(names), return_type="list") if names else []
    return [
        StoredTrace(experiment=names[trace.info.experiment_id], runs=_runs(trace))
        for trace in found
    ]
