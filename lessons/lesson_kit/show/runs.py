"""Show the way that a run took through its workflow's graph, without a script or a network.

A handler keeps what happened, and gives it once: which step began with which event, and what came
out of it. What a step *sends* is not said to be its own; it is what more arrives than was returned.
"""

import html
import re
import weakref
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from lesson_kit.private_names import workflow_of
from lesson_kit.show.cannot_show import CannotShow, came
from lesson_kit.show.graph import NOT_TAKEN, STOPPED, TAKEN, Graph
from lesson_kit.show.graphs import graph_shown, name_of, workflow_graph
from lesson_kit.show.theme import FONT, NO_FORMULA, QUIET
from lesson_kit.show.values import cut

MOST_LISTED = 60  # steps that are listed one by one
LEGEND = "Thick: what this run passed, and how often (×). Dashed: not taken. ✗: it stopped there."
WRONG = (
    "show_run takes a run as agent.run(…) gives it, not yet awaited: "
    "await show_run(agent.run(input=…)); "
)
READ = (
    "The events of this run were read already, by stream_events(), and a run gives them once. "
    "Show a new run: await show_run(agent.run(input=…))"
)
seen = weakref.WeakKeyDictionary()  # so that a run can be shown again


@dataclass
class Way:
    """What happened in a run."""

    begun: Counter = field(default_factory=Counter)  # how often each step began
    ended: Counter = field(default_factory=Counter)
    arrived: Counter = field(default_factory=Counter)  # (event, step)
    returned: Counter = field(default_factory=Counter)  # (step, event)
    listed: list[list[str]] = field(default_factory=list)  # [step, event, what came out of it]
    stopped: dict[str, str] = field(default_factory=dict)  # by step: why the run stopped there
    outcome: str = ""


async def show_run(run) -> Any:
    """Wait for a run, draw its way through the workflow's graph, and return the run's result.

    What the run raises is raised, once the picture is there. `run` is what `agent.run(…)` gives.
    Raises CannotShow, one sentence, for what is no run, or one whose events were read already.
    """
    from IPython.display import display
    from workflows.handler import WorkflowHandler

    if not isinstance(run, WorkflowHandler):
        raise CannotShow(WRONG + came(run))
    workflow = workflow_of(run)
    display(run_shown(workflow, await way_of(run)), raw=True)
    return await run


async def way_of(run) -> Way:
    """Return what happened in a run, once it has ended."""
    from workflows.errors import WorkflowRuntimeError

    if run not in seen:
        try:
            events = [event async for event in run.stream_events(expose_internal=True)]
        except WorkflowRuntimeError:
            raise CannotShow(READ) from None
        seen[run] = read_way(events)
    return seen[run]


def read_way(events: list) -> Way:
    """Return what happened, by the events of a run's stream."""
    from workflows.events import (
        StepState,
        StepStateChanged,
        StopEvent,
        WorkflowCancelledEvent,
        WorkflowFailedEvent,
        WorkflowTimedOutEvent,
    )

    way = Way()
    waiting, again = Counter(), Counter()
    open_: dict[tuple, list] = {}
    for event in events:
        if isinstance(event, StepStateChanged):
            step, taken = event.name, class_name(event.input_event_name)
            if event.step_state is StepState.PREPARING:  # no worker is free
                waiting[step] += 1
                way.arrived[taken, step] += 1
            elif event.step_state is StepState.RUNNING:
                way.begun[step] += 1
                if waiting[step]:
                    waiting[step] -= 1
                elif again[step, taken]:  # tried again, or goes on: the event has been counted
                    again[step, taken] -= 1
                else:
                    way.arrived[taken, step] += 1
                way.listed.append([step, taken, ""])
                open_.setdefault((step, event.worker_id), []).append(way.listed[-1])
            else:
                way.ended[step] += 1
                entry = (open_.get((step, event.worker_id)) or [["", "", ""]]).pop()
                if event.output_event_name is None:  # it raised, or waits for an event
                    again[step, taken] += 1
                    entry[2] = "it did not return"
                else:
                    entry[2] = class_name(event.output_event_name)
                    way.returned[step, entry[2]] += 1
        elif isinstance(event, WorkflowFailedEvent):
            why = f"{type(event.exception).__name__}: {event.exception}"
            way.stopped[event.step_name] = why
            way.outcome = f"stopped in {event.step_name}: {why}"
        elif isinstance(event, WorkflowTimedOutEvent):
            way.stopped = dict.fromkeys(event.active_steps, "out of time")
            where = " and ".join(event.active_steps)
            way.outcome = f"out of time after {event.timeout:g} s" + (
                f", in {where}" if where else ""
            )
        elif isinstance(event, WorkflowCancelledEvent):
            way.stopped = dict.fromkeys((+(way.begun - way.ended)), "cancelled")
            way.outcome = "cancelled"
        elif isinstance(event, StopEvent):
            way.outcome = f"ended with a {type(event).__name__}"
    for entry in way.listed:
        entry[2] = entry[2] or "it was not finished when the run ended"
    return way


def class_name(text: str) -> str:
    """Return the name of a class, be it given as name or as `<class 'module.name'>`."""
    return re.split(r"[.']", text.removesuffix("'>"))[-1]


def marked(graph: Graph, way: Way) -> Graph:
    """Return a workflow's graph with what a run passed, how often, and where it stopped."""
    came = Counter()
    for (event, _), count in way.arrived.items():
        came[event] = max(came[event], count)  # each step that takes an event gets it
    returned = Counter()
    for (_, event), count in way.returned.items():
        returned[event] += count
    passed: dict[tuple, int | None] = {**way.arrived, **way.returned}
    for event, count in came.items():
        more = count - returned[event]
        senders = [a.start for a in graph.arrows if a.end == event and way.begun[a.start]]
        for sender in senders if more > 0 else ():
            # Who of several has sent it is not known.
            passed[sender, event] = (
                way.returned[sender, event] + more if len(senders) == 1 else None
            )
    for name, node in graph.nodes.items():
        count = way.begun[name] or max(came[name], returned[name])
        node.state = STOPPED if name in way.stopped else TAKEN if count else NOT_TAKEN
        left = way.begun[name] - way.ended[name]
        node.note = f"{count}×" * bool(count) + f", {left} not finished" * bool(left)
    graph.arrows = [
        arrow._replace(
            state=TAKEN if arrow[:2] in passed else NOT_TAKEN,
            label=f"{passed[arrow[:2]]}×" if passed.get(arrow[:2]) else "",
        )
        for arrow in graph.arrows
    ]
    return graph


def run_shown(workflow, way: Way) -> dict:
    """Return a run as a notebook shows it: its way through the graph, and step by step."""
    name = f"A run of {name_of(workflow)}"
    outcome = cut(way.outcome, 300)
    count = sum(way.begun.values())
    head = f"{name}: {count} step{'s' * (count != 1)}, {outcome}"
    style = f"color:{FONT};overflow-wrap:anywhere"
    before = f'<div class="{NO_FORMULA}" style="{style}">{html.escape(head)}</div>'
    rows = [
        f"{number}. {step} took {event}; " + came_out(out)
        for number, (step, event, out) in enumerate(way.listed[:MOST_LISTED], 1)
    ]
    if len(way.listed) > MOST_LISTED:
        rows.append(f"and {len(way.listed) - MOST_LISTED} more")
    lines = "<br>".join(html.escape(row) for row in rows)
    after = (
        f'<div class="{NO_FORMULA}" style="color:{QUIET}">{LEGEND}</div>'
        f'<details class="{NO_FORMULA}" style="color:{FONT}">'
        f'<summary style="cursor:pointer">Step by step</summary>{lines}</details>'
    )
    text = "".join(f"\n  {row}" for row in rows)
    graph = marked(workflow_graph(workflow), way)
    return graph_shown(graph, head, before, after, f"\nStep by step{text}")


def came_out(out: str) -> str:
    """Return what is said of what a step gave."""
    if out == "NoneType":
        return "it returned no event"
    return f"it returned {out}" if out.isidentifier() else out
