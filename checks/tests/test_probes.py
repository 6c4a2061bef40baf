"""What a run's report says of one that ends late, and of one that never ends."""

import asyncio
import time

from lesson_kit.learner import InProcess
from llama_index.core.workflow import Event, StartEvent, StopEvent, Workflow, step


class OnceMore(Event):
    """Go round again."""


class Held(Workflow):
    """A short run in a process that is kept from running, as on a busy machine."""

    @step
    async def begin(self, ev: StartEvent) -> OnceMore:
        time.sleep(0.5)
        return OnceMore()

    @step
    async def end(self, ev: OnceMore) -> StopEvent:
        time.sleep(0.5)
        return StopEvent(result="here at last")


class Endless(Workflow):
    """A run that goes round for ever."""

    @step
    async def go(self, ev: StartEvent | OnceMore) -> OnceMore | StopEvent:
        await asyncio.sleep(0.001)
        return OnceMore()


def run_of(workflow: type, seconds: float) -> dict:
    learner = InProcess({workflow.__name__: workflow})
    return learner.run(workflow.__name__, {}, seconds=seconds).obtained()["runs"][0]


def test_a_run_that_was_held_up_is_not_called_endless():
    run = run_of(Held, seconds=0.4)
    assert run["result"] == "here at last" and "timeout" not in run


def test_a_run_without_end_is():
    run = run_of(Endless, seconds=0.4)
    assert run["timeout"] == 0.4 and "result" not in run
