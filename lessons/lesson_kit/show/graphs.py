"""Show a workflow's graph in the notebook, without a script or a network."""

from lesson_kit.show.cannot_show import CannotShow, came
from lesson_kit.show.graph import Arrow, Graph, Node
from lesson_kit.show.graph_svg import graph_svg

FILLS = {"start": "#e3b5ff", "stop": "#ffb899", "event": "#a6eaa6", "step": "#add8e6"}


def show_graph(workflow) -> None:
    """Draw the graph of a workflow class or instance below the cell; a broken one is drawn too.

    Raises CannotShow, one sentence, for what is no workflow, or has no steps.
    """
    from IPython.display import display
    from workflows import Workflow

    kind = workflow if isinstance(workflow, type) else type(workflow)
    if not issubclass(kind, Workflow):
        raise CannotShow(f"show_graph takes a workflow, its class or an object; {came(workflow)}")
    name, graph = name_of(workflow), workflow_graph(workflow)
    if not graph.nodes:
        raise CannotShow(f"{name} has no steps yet: is @step above each of them?")
    display(graph_shown(graph, f"Graph of {name}"), raw=True)


def name_of(workflow) -> str:
    """Return the name of a workflow's class."""
    return (workflow if isinstance(workflow, type) else type(workflow)).__name__


def workflow_graph(workflow) -> Graph:
    """Return the graph of a workflow class or instance: events and steps, the start first."""
    from workflows.representation import get_workflow_representation

    drawn = get_workflow_representation(workflow)
    nodes = {
        node.id: Node(node.label, "round" if node.node_type == "event" else "box", style_of(node))
        for node in drawn.nodes
        if node.node_type in ("event", "step", "external")
    }
    ends = [(one.source, one.target) for one in drawn.edges if {one.source, one.target} <= {*nodes}]
    # A loop is laid out from the node that is met first, so that has to be the start.
    found = [name for name, node in nodes.items() if node.style == "start"]
    for name in found:
        found += [end for start, end in ends if start == name and end not in found]
    found += [name for name in nodes if name not in found]
    ends.sort(key=lambda one: found.index(one[0]))
    return Graph(
        nodes={name: nodes[name] for name in found},
        arrows=[Arrow(*one) for one in ends],
        fills=FILLS,
    )


def style_of(node) -> str:
    """Return which of the colours a node has."""
    if node.node_type != "event":
        return "step"
    kinds = {"StartEvent": "start", "StopEvent": "stop"}
    return next((kinds[name] for name in node.event_types if name in kinds), "event")


def graph_shown(graph: Graph, name: str, before: str = "", after: str = "", text: str = "") -> dict:
    """Return a graph as a notebook shows it: as HTML with more around it, and as text."""
    lines = [name, *(f"  {line}" for line in graph.in_words())]
    return {
        "text/html": f"<div>{before}{graph_svg(graph, name)}{after}</div>",
        "text/plain": "\n".join(lines) + text,
    }
