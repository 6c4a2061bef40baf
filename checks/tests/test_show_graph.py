"""A workflow's graph: before a run, and after it with the way that it took; nothing is written."""

import asyncio
import base64
import re
import time
from xml.etree import ElementTree

import pytest
from lesson_kit import show_prompts, show_trace
from lesson_kit.show.cannot_show import CannotShow
from lesson_kit.show.graph import NOT_TAKEN, STOPPED, TAKEN
from lesson_kit.show.graphs import show_graph, workflow_graph
from lesson_kit.show.runs import LEGEND, marked, run_shown, show_run, way_of
from lesson_kit.show.traces import NOTHING
from llama_index.core.workflow import Context, Event, StartEvent, StopEvent, Workflow, step
from nbformat.v4 import new_code_cell, new_notebook, new_output
from workflows.retry_policy import retry_policy, stop_after_attempt, wait_none

from checks.grading.feedback import CleanSubmission, cleaned


class Ping(Event):
    left: int = 0


class Lost(Event):
    pass


class Loop(Workflow):
    @step
    async def again(self, ev: Ping) -> Ping | StopEvent:
        return Ping(left=ev.left - 1) if ev.left else StopEvent()

    @step
    async def begin(self, ev: StartEvent) -> Ping:
        return Ping(left=ev.rounds)


class Broken(Workflow):
    @step
    async def begin(self, ev: StartEvent) -> Ping:
        return Ping()

    @step
    async def end(self, ev: Lost) -> StopEvent:
        return StopEvent()


class Branch(Workflow):
    @step
    async def look(self, ev: StartEvent) -> Ping | Lost:
        return Ping()

    @step
    async def ping(self, ev: Ping) -> StopEvent:
        return StopEvent(result="pinged")

    @step
    async def lost(self, ev: Lost) -> StopEvent:
        raise AssertionError("not on this way")


class Many(Workflow):
    """Send five events to two workers; the third that is done ends the run."""

    @step
    async def hand_out(self, ctx: Context, ev: StartEvent) -> Ping | None:
        for number in range(5):
            ctx.send_event(Ping(left=number))

    @step(num_workers=2)
    async def work(self, ev: Ping) -> Lost:
        await asyncio.sleep(5 if ev.left > 2 else 0.05)
        return Lost()

    @step
    async def collect(self, ctx: Context, ev: Lost) -> StopEvent | None:
        return StopEvent() if ctx.collect_events(ev, [Lost] * 3) else None


class Raises(Workflow):
    @step
    async def begin(self, ev: StartEvent) -> Ping:
        return Ping()

    @step(retry_policy=retry_policy(stop=stop_after_attempt(3), wait=wait_none()))
    async def fail(self, ev: Ping) -> StopEvent:
        raise ValueError('"><script>alert(1)</script>' + "x" * 10_000)


class Slow(Workflow):
    @step
    async def begin(self, ev: StartEvent) -> StopEvent:
        await asyncio.sleep(5)
        return StopEvent()


def arrows(graph) -> dict:
    """Return label and state of each arrow, by its ends."""
    return {(one.start, one.end): (one.label, one.state) for one in graph.arrows}


async def awaited(handler):
    try:
        return await handler
    except Exception as error:
        return error


def graph_after(workflow, **inputs):
    """Run a workflow; return its graph with the way of the run."""

    async def run():
        handler = workflow.run(**inputs)
        way = await way_of(handler)
        await awaited(handler)
        return way

    return marked(workflow_graph(workflow), asyncio.run(run()))


def states(graph) -> dict:
    return {name: node.state for name, node in graph.nodes.items()}


# Before a run


def test_the_graph_begins_at_the_start_and_follows_the_events():
    # The order is that of the flow, although "again" stands first in the class and the alphabet.
    assert list(workflow_graph(Loop).nodes) == ["StartEvent", "begin", "Ping", "again", "StopEvent"]


def test_the_graph_has_every_arrow_once():
    graph = workflow_graph(Loop())
    assert sorted(one[:2] for one in graph.arrows) == [
        ("Ping", "again"),
        ("StartEvent", "begin"),
        ("again", "Ping"),
        ("again", "StopEvent"),
        ("begin", "Ping"),
    ]


def test_a_broken_workflow_is_drawn_too():
    graph = workflow_graph(Broken)
    assert ("Lost", "end") in arrows(graph)
    assert not any(end == "Lost" for _, end in arrows(graph))


def shown_by(monkeypatch, call) -> list[dict]:
    """Return what is displayed while something is called."""
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda data, raw: shown.append(data))
    call()
    return shown


def test_a_graph_is_a_picture_and_text_and_no_file_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (shown,) = shown_by(monkeypatch, lambda: show_graph(Loop))
    assert shown["text/plain"].splitlines()[:2] == ["Graph of Loop", "  StartEvent → begin"]
    drawn = ElementTree.fromstring(shown["text/html"])[0]
    assert drawn.get("role") == "img" and drawn[0].text == "Graph of Loop"
    assert "again → Ping" in drawn[1].text
    assert not re.search("<script|<style|href|url|marker|id=", shown["text/html"])
    assert list(tmp_path.iterdir()) == []


class NoSteps(Workflow):
    async def begin(self, ev: StartEvent) -> StopEvent:
        return StopEvent()


def test_a_forgotten_step_is_named_and_nothing_is_drawn(monkeypatch):
    def call():
        with pytest.raises(CannotShow, match="^NoSteps has no steps yet: is @step above each"):
            show_graph(NoSteps)

    assert shown_by(monkeypatch, call) == []


async def not_awaited():
    pass


@pytest.mark.parametrize("show", [show_graph, show_trace, show_prompts])
@pytest.mark.parametrize(
    "value, came",
    [
        (None, "None"),
        ("tr-1f", "the text 'tr-1f'"),
        (Ping, "the class Ping"),
        (Ping(), "of the type Ping"),
        ([], "of the type list"),
    ],
)
def test_what_cannot_be_shown_is_named_in_one_sentence(show, value, came):
    with pytest.raises(CannotShow) as caught:
        show(value)
    said = str(caught.value)
    if value is None and show is not show_graph:
        assert said == NOTHING
    else:
        assert said.startswith(f"{show.__name__} takes a ") and said.endswith(f"came is {came}.")


def test_a_coroutine_is_told_to_be_awaited():
    coroutine = not_awaited()
    with pytest.raises(CannotShow, match="came is a coroutine, .* `await` gives that"):
        show_trace(coroutine)
    coroutine.close()


# After a run


def test_a_loop_says_how_often_it_was_passed():
    graph = graph_after(Loop(), rounds=4)
    assert {node.state for node in graph.nodes.values()} == {TAKEN}
    assert graph.nodes["again"].note == "5×" and graph.nodes["Ping"].note == "5×"
    assert arrows(graph)["again", "Ping"] == ("4×", TAKEN)
    assert arrows(graph)["begin", "Ping"] == ("1×", TAKEN)
    assert arrows(graph)["again", "StopEvent"] == ("1×", TAKEN)


def test_what_was_not_taken_is_marked_and_not_by_colour_alone():
    graph = graph_after(Branch())
    assert [name for name, state in states(graph).items() if state == NOT_TAKEN] == ["Lost", "lost"]
    assert arrows(graph)["lost", "StopEvent"] == ("", NOT_TAKEN)
    assert "look → Lost (not taken)" in graph.in_words()
    assert "look → Ping (1×)" in graph.in_words()


def test_many_workers_are_counted_with_what_they_did_not_finish():
    graph = graph_after(Many())
    assert arrows(graph)["hand_out", "Ping"] == ("5×", TAKEN)  # sent, and not returned
    assert arrows(graph)["Ping", "work"] == ("5×", TAKEN)
    assert graph.nodes["work"].note == "5×, 2 not finished"
    assert arrows(graph)["work", "Lost"] == ("3×", TAKEN)


def test_a_run_that_failed_is_marked_where_it_stopped_and_raises_its_own_error(monkeypatch):
    async def run():
        with pytest.raises(ValueError, match="alert"):
            await show_run(Raises().run())

    (shown,) = shown_by(monkeypatch, lambda: asyncio.run(run()))
    assert "stopped in fail: ValueError" in shown["text/plain"].splitlines()[0]
    assert "fail: 3×, stopped here" in shown["text/plain"]  # three attempts at one event
    assert "Ping → fail (1×)" in shown["text/plain"]
    assert "fail → StopEvent (not taken)" in shown["text/plain"]
    assert "✗ fail" in shown["text/html"] and "<script" not in shown["text/html"]
    assert "characters in all" in shown["text/plain"] and len(shown["text/html"]) < 9_000


def test_a_run_that_ran_out_of_time_says_where():
    graph = graph_after(Slow(timeout=0.1))
    assert states(graph) == {"StartEvent": TAKEN, "begin": STOPPED, "StopEvent": NOT_TAKEN}


def test_runs_at_once_are_shown_apart_and_again_and_give_their_results(monkeypatch):
    async def both():
        one, other = Loop(), Loop()
        runs = [one.run(rounds=1), other.run(rounds=3), Branch().run()]
        return [await show_run(run) for run in [*runs, runs[0]]]

    results = []
    shown = shown_by(monkeypatch, lambda: results.extend(asyncio.run(both())))
    counts = [re.search(r"again: (\d)×", one["text/plain"]) for one in shown]
    assert [found and found[1] for found in counts] == ["2", "4", None, "2"]
    assert results == [None, None, "pinged", None]


def test_what_is_no_run_or_was_read_already_is_said_with_the_remedy():
    async def read_before():
        run = Branch().run()
        async for _ in run.stream_events():
            pass
        await show_run(run)

    with pytest.raises(CannotShow, match=r"read already.*await show_run\(agent\.run"):
        asyncio.run(read_before())
    with pytest.raises(CannotShow, match=r"await show_run\(agent\.run.* is of the type Branch\."):
        asyncio.run(show_run(Branch()))


def test_feedback_keeps_the_picture_and_nothing_that_acts():
    async def shown():
        run = Branch().run()
        return run_shown(Branch(), await way_of(run))

    data = asyncio.run(shown())
    notebook = new_notebook(cells=[new_code_cell("", outputs=[new_output("display_data", data)])])
    CleanSubmission().preprocess(notebook, {})
    kept = notebook.cells[0].outputs[0].data["text/html"]
    assert LEGEND in kept and "Step by step" in kept and "<svg" not in kept
    drawn, words = re.search(
        r'<img src="data:image/svg\+xml;base64,(\S+)" alt="([^"]+)">', kept
    ).groups()
    assert b"look 1\xc3\x97" in base64.b64decode(drawn)
    assert "look → Lost (not taken)" in words


def test_feedback_makes_a_learners_own_svg_a_picture_and_takes_no_time_for_many():
    attack = '<svg onload="x()"><desc>"><script>x()</script></desc><script>x()</script></svg>'
    kept = cleaned("text/html", f"<b>kept</b>{attack}")
    assert kept.startswith("<b>kept</b><img src=") and not re.search("<script|onload|<svg", kept)
    began = time.process_time()
    assert "<svg" not in cleaned("text/html", "<svg" * 60_000)
    assert time.process_time() - began < 5
