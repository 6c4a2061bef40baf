"""What probes say of code that ends late, of code that never ends, and that they stop it."""

import asyncio
import threading
import time

import pytest
from lesson_kit.judging.asking_agents import give_agent
from lesson_kit.judging.learner import InProcess
from lesson_kit.judging.outcomes import Failed
from lesson_kit.judging.run_findings import result_of
from llama_index.core import Settings
from llama_index.core.llms import ChatMessage
from llama_index.core.workflow import Context, Event, StartEvent, StopEvent, Workflow, step


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
    assert run["result"] == "here at last" and "unfinished" not in run


def test_a_run_without_end_is():
    run = run_of(Endless, seconds=0.4)
    assert run["unfinished"] == "no result within 0.4 s" and "result" not in run


class Waiting(Workflow):
    """A run whose first step gives nothing to the second."""

    @step
    async def go(self, ev: StartEvent) -> OnceMore:
        return None

    @step
    async def end(self, ev: OnceMore) -> StopEvent:
        return StopEvent(result="never")


class Answered(Waiting):
    """The same, but code beside the steps goes on, and sends what the second step waits for."""

    @step
    async def go(self, ctx: Context, ev: StartEvent) -> OnceMore:
        asyncio.get_running_loop().call_later(0.3, ctx.send_event, OnceMore())
        return None


def test_a_run_with_nothing_left_to_do_is_not_waited_for_to_the_end():
    run = run_of(Waiting, seconds=60)
    assert run["unfinished"] == "no result, and no step left to run"
    assert run["steps"] == [["go", "StartEvent", "NoneType"]]
    assert run_of(Answered, seconds=60)["result"] == "never"


def test_once_a_run_had_nothing_left_to_do_the_next_ones_are_waited_for_less_long():
    """An answer that forgets an event is asked for eighty runs."""
    learner = InProcess({"Waiting": Waiting, "Answered": Answered})
    learner.run("Waiting", {}, seconds=60)
    (run,) = learner.run("Answered", {}, seconds=60).obtained()["runs"]
    assert run["unfinished"] == "no result, and no step left to run"


class Circling(Workflow):
    """A run that goes round for ever, without a pause."""

    @step
    async def go(self, ev: StartEvent | OnceMore) -> OnceMore | StopEvent:
        return OnceMore()


def test_a_run_that_goes_round_and_round_is_stopped_by_its_steps():
    run = run_of(Circling, seconds=60)
    assert run["unfinished"] == "no result after 400 steps" and len(run["steps"]) == 400


class Drops:
    """Where Python drops the exception that should stop a loop: in a finalizer."""

    def __del__(self):
        end = time.monotonic() + 0.6
        while time.monotonic() < end:
            pass


def loops_and_drops_the_first_stop():
    Drops()
    while True:
        pass


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_loop_is_stopped_even_where_python_drops_the_first_exception():
    learner = InProcess({"loop": loops_and_drops_the_first_stop})
    learner.seconds = 0.3
    before = set(threading.enumerate())  # some of which may end meanwhile
    outcome = learner.call("loop")
    assert outcome.timeout == 0.3 and not outcome.stuck
    assert set(threading.enumerate()) <= before


class AsksForEver(Workflow):
    """An agent that asks the LLM again whatever it says."""

    blocks = False

    @step
    async def ask(self, ev: StartEvent | OnceMore) -> OnceMore | StopEvent:
        if self.blocks:
            Settings.llm.chat([ChatMessage("Well?")])
        else:
            await Settings.llm.achat([ChatMessage("Well?")])
        return OnceMore()


class AsksAndBlocks(AsksForEver):
    blocks = True


async def ask_and_wait(agent, question):
    return await agent.run(input=question)


@pytest.mark.parametrize("agent", [AsksForEver, AsksAndBlocks])
def test_an_agent_that_asks_for_ever_runs_out_of_time_soon_and_is_told_that_it_goes_round(agent):
    learner = InProcess({"ask": ask_and_wait, "ReActAgent": agent}, seconds=20)
    begun = time.monotonic()
    outcome = give_agent(learner, "ask", "Why?", init={"timeout": 60}, llm={"replies": ["Hm."]})
    assert time.monotonic() - begun < 10  # of those 60 seconds
    assert outcome.raised["text"] == "no result after 50 replies of the LLM"
    with pytest.raises(Failed) as failed:
        result_of(outcome)
    assert failed.value.meaning.startswith("The run does not end: it goes round and round")
