"""A workflow's graph: what is drawn, in which order, and that nothing is written beside it."""

from lesson_kit.show.graphs import graph_text, show_graph
from llama_index.core.workflow import Event, StartEvent, StopEvent, Workflow, step


class Ping(Event):
    pass


class Lost(Event):
    pass


class Loop(Workflow):
    @step
    async def again(self, ev: Ping) -> Ping | StopEvent:
        return StopEvent()

    @step
    async def begin(self, ev: StartEvent) -> Ping:
        return Ping()


class Broken(Workflow):
    @step
    async def begin(self, ev: StartEvent) -> Ping:
        return Ping()

    @step
    async def end(self, ev: Lost) -> StopEvent:
        return StopEvent()


def nodes(text: str) -> list[str]:
    return [line.split("[")[0].split("(")[0].strip() for line in text.splitlines() if ":::" in line]


def edges(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines() if "-->" in line}


def test_the_graph_begins_at_the_start_and_follows_the_events():
    # The order is that of the flow, although "again" stands first in the class and the alphabet.
    assert nodes(graph_text(Loop)) == [
        "event_StartEvent",
        "step_begin",
        "event_Ping",
        "step_again",
        "event_StopEvent",
    ]


def test_the_graph_has_every_edge_once():
    text = graph_text(Loop())
    assert text.count("-->") == 5
    assert edges(text) == {
        "event_StartEvent --> step_begin",
        "step_begin --> event_Ping",
        "event_Ping --> step_again",
        "step_again --> event_Ping",
        "step_again --> event_StopEvent",
    }


def test_a_broken_workflow_is_drawn_too():
    text = graph_text(Broken)
    assert "event_Lost --> step_end" in edges(text)
    assert not any(edge.endswith("--> event_Lost") for edge in edges(text))
    assert set(nodes(text)) >= {"step_begin", "step_end", "event_Ping", "event_Lost"}


def test_only_the_styles_in_use_are_kept():
    styled = [line.split()[1] for line in graph_text(Loop).splitlines() if "classDef" in line]
    assert sorted(styled) == ["defaultEventStyle", "startEventStyle", "stepStyle", "stopEventStyle"]


def test_the_graph_is_shown_as_markdown_and_no_file_is_written(tmp_path, monkeypatch):
    shown = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("IPython.display.display", shown.append)
    show_graph(Loop)
    assert shown[0].data == f"```mermaid\n{graph_text(Loop)}\n```"
    assert list(tmp_path.iterdir()) == []
