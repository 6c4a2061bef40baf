"""Run a learner's workflow and tell what happened: results, steps, prompts, memory."""

import asyncio
import contextlib
import inspect
import itertools
import re

from llama_index.core import Settings
from workflows.events import StepState, StepStateChanged, WorkflowIdleEvent
from workflows.utils import get_steps_from_instance

from lesson_kit.private_names import settings_kept
from lesson_kit.probes import RAN_DRY, describe_error, find, plain, probe
from lesson_kit.probes.llms import WatchedLLM
from lesson_kit.probes.replies import NO_STEP_LEFT, ROUND_AND_ROUND, Run, Runs
from lesson_kit.probes.step_watcher import NOTES
from lesson_kit.probes.watched_steps import promises, steps_watched
from lesson_kit.probes.watched_store import WRITES, stores_watched, values

TICK = 0.05  # seconds
IDLE = 0.5  # seconds without anything to do, after which a run is taken for one without an end
IDLE_AGAIN = 0.1  # the same, where that has happened to a run of this answer before
MOST_STEPS = 400  # of one run: the longest that a check asks for takes 113, or three for each


@contextlib.contextmanager
def using_llm(settings: dict | None):
    """Put a watched LLM into `Settings` for a while: settings of it, or of OfflineLLM."""
    settings = dict(settings or {})
    time = {name: settings.pop(name) for name in ("pause", "slow_after") if name in settings}
    if settings.keys() & {"replies", "factor", "raises"}:
        watched = WatchedLLM(**settings, **time)
    else:
        from lesson_kit.offline_llm import OfflineLLM

        watched = WatchedLLM(inner=OfflineLLM(**settings), **time)
    with settings_kept():
        Settings.llm = watched
        yield watched


@probe
async def run(
    namespace,
    workflow: str,
    inputs: list,
    init: dict | None = None,
    together: bool = False,
    llm: dict | None = None,
    seconds: float = 4,
    watch: bool = False,
    stores: float | None = None,
    instances: int = 1,
) -> Runs:
    """Run a workflow once for each input, one after another or together.

    `workflow` names a class, of which a fresh instance is made with `init`, or an instance.
    `at_once` in the reply is the most LLM calls that were under way at once. With `watch`, each run
    has its `notes`, and the reply says what the steps promise. With `stores`, the stores are
    watched, and each access takes so many seconds. Of several fresh `instances`, which are made
    before any of them runs, each takes its turn.
    """
    found = find(namespace, workflow)
    watching = steps_watched() if watch else contextlib.nullcontext()
    keeping = contextlib.nullcontext() if stores is None else stores_watched(stores)
    with using_llm(llm) as watched, watching, keeping:
        instance = found(**(init or {})) if isinstance(found, type) else found
        others = [found(**(init or {})) for _ in range(instances - 1)]
        turns = itertools.cycle([instance, *others])
        kept = stores is not None
        under_way = [run_once(next(turns), one, seconds, kept) for one in inputs]
        if together:
            runs = await asyncio.gather(*under_way)
        else:
            runs = [await pending for pending in under_way]
    reply: Runs = {"runs": runs, "prompts": watched.prompts, "at_once": watched.at_once}
    return reply | {"promises": promises(instance)} if watch else reply


async def run_once(instance, given: dict, seconds: float, stored: bool = False) -> Run:
    """Run a workflow's instance with these values for its StartEvent; tell what came of it.

    With `stored`, also what was written into its store, and what was there at the end.
    """
    steps: list[list[str | None]] = []
    report: Run = {"steps": steps, "notes": []}
    idle = asyncio.Event()
    token, before = NOTES.set(report["notes"]), plain(given)
    writes = WRITES.set(report.setdefault("writes", []) if stored else None)
    try:
        handler = instance.run(**given)
        watching = asyncio.create_task(_watch(handler, steps, idle))
        waiting = asyncio.ensure_future(_result(handler))
        if unfinished := await _unfinished(waiting, steps, idle, seconds):
            with contextlib.suppress(Exception):
                await handler.cancel_run()
            watching.cancel()
            waiting.cancel()
            report["unfinished"] = unfinished
            return report
        result = waiting.result()
        await watching
        report["result"], report["type"] = plain(result), type(result).__name__
        if stored:
            report["store"] = values(await handler.ctx.store.get_state())
    except Exception as error:
        report["raised"] = describe_error(error)
        if "line" not in report["raised"] and (found := step_without_self(instance, error)):
            report["raised"]["without_self"] = found
    finally:
        NOTES.reset(token)
        WRITES.reset(writes)
        if (after := plain(given)) != before:
            report["changed"] = after
    return report


def step_without_self(instance, error: Exception) -> list[str]:
    """Return a step and its first parameter, where a workflow could not call it for that alone.

    A workflow hands its instance over first, and the rest by name: the first name is then taken.
    """
    refused = re.search(r"unexpected keyword argument '(\w+)'$", str(error))
    if not isinstance(error, TypeError) or refused is None:
        return []
    for name, method in get_steps_from_instance(instance).items():
        first = next(iter(inspect.signature(method.__func__).parameters), "")
        if first == refused[1]:
            return [name, first]
    return []


async def _unfinished(
    task: asyncio.Future, steps: list, idle: asyncio.Event, seconds: float
) -> str:
    """Wait for a run's task; return "" where it has ended, else how long it was waited for.

    The seconds are counted in ticks of the task's own loop: where a busy machine holds this
    process back, they pass more slowly too, and an honest run is not taken for an endless one.
    A run that goes round and round is known by its steps, before what it keeps fills the memory;
    one that waits for ever, by having nothing to do for longer than code beside the steps takes.
    """
    ticks_idle = 0
    ran_dry = RAN_DRY.get()
    for _ in range(round(seconds / TICK)):
        if (await asyncio.wait([task], timeout=TICK))[0]:
            return ""
        if len(steps) >= MOST_STEPS:
            return f"{ROUND_AND_ROUND} {MOST_STEPS} steps"
        ticks_idle = ticks_idle + 1 if idle.is_set() else 0
        if ticks_idle * TICK >= (IDLE_AGAIN if ran_dry[0] else IDLE):
            ran_dry[0] = True
            return NO_STEP_LEFT
    return f"no result within {seconds:g} s"


async def _result(handler):
    return await handler


async def _watch(handler, steps: list, idle: asyncio.Event) -> None:
    """Note every finished step with the events that went in and came out, and whether any runs."""
    async for event in handler.stream_events(expose_internal=True):
        if isinstance(event, WorkflowIdleEvent):
            idle.set()
        if not isinstance(event, StepStateChanged) or len(steps) >= MOST_STEPS:
            continue
        idle.clear()
        if event.step_state is StepState.NOT_RUNNING:
            steps.append(
                [
                    event.name,
                    _event_name(event.input_event_name),
                    _event_name(event.output_event_name),
                ]
            )


def _event_name(text: str | None) -> str | None:
    """Return `Ping` for `<class '__main__.Ping'>`."""
    match = re.search(r"([\w<>]+)'?>?$", text or "")
    return match.group(1) if match else text
