"""Read the flowcharts that lessons write in Mermaid's words: nodes and arrows.

Only what they use is understood; anything else is no graph, and stays the text that it is.
"""

import re

from lesson_kit.show.graph import Arrow, Graph, Node

LONGEST = 6_000  # characters
MOST_NODES, MOST_ARROWS = 40, 80
SHAPES = {"([": ("])", "round"), "[(": (")]", "store"), "[": ("]", "box"), "{": ("}", "box")}
NODE = re.compile(r"\s*(\w+)")
ARROW = re.compile(r'\s*(?:-->(?:\|([^|\n]*)\|)?|--\s+("[^"\n]*"|[^"\n>-][^\n>]*?)\s+-->)')
FILL = re.compile(r"classDef (\w+) fill:(#[0-9A-Fa-f]{3,6})\b")


class NoGraph(Exception):
    """The text is not one of the flowcharts that can be drawn."""


def read_graph(text: str) -> Graph:
    """Return the graph that a Mermaid text describes; raise `NoGraph` where it can't be read."""
    if len(text) > LONGEST:
        raise NoGraph("too long")
    head, *lines = text.strip().splitlines() or [""]
    kind = re.fullmatch(r"(?:flowchart|graph) (TD|TB|LR)\s*", head)
    if kind is None:
        raise NoGraph(head)
    graph = Graph(across=kind[1] == "LR")
    for line in lines:
        line = re.sub(r"\s+", " ", line)  # of many blanks, an arrow's words take hours to find
        if colour := FILL.match(line.strip()):
            graph.fills[colour[1]] = colour[2]
        elif line.strip() and not line.strip().startswith("%%"):
            read_line(graph, line)
    if not graph.nodes or len(graph.nodes) > MOST_NODES or len(graph.arrows) > MOST_ARROWS:
        raise NoGraph("too few nodes, or too many")
    return graph


def read_line(graph: Graph, line: str) -> None:
    """Add a line's chain of nodes and arrows to a graph."""
    start, at = read_node(graph, line, 0)
    while line[at:].strip():
        arrow = ARROW.match(line, at)
        if arrow is None:
            raise NoGraph(line)
        label = (arrow[1] or arrow[2] or "").strip().strip('"')
        end, at = read_node(graph, line, arrow.end())
        graph.arrows.append(Arrow(start, end, label))
        start = end


def read_node(graph: Graph, line: str, at: int) -> tuple[str, int]:
    """Add the node that stands at a place of a line; return its name, and where it ends."""
    name = NODE.match(line, at)
    if name is None:
        raise NoGraph(line)
    at = name.end()
    node = graph.nodes.setdefault(name[1], Node(name[1]))
    for opened, (closed, shape) in SHAPES.items():
        if line.startswith(opened, at):
            end = line.find(closed, at)
            if end < 0:
                raise NoGraph(line)
            node.label, node.shape = line[at + len(opened) : end].strip().strip('"'), shape
            at = end + len(closed)
            break
    if style := re.compile(r":::(\w+)").match(line, at):
        node.style, at = style[1], style.end()
    return name[1], at
