"""What a graph is: boxes, and arrows between them; after a run, with the way that it took."""

from dataclasses import dataclass, field
from typing import NamedTuple

TAKEN, NOT_TAKEN, STOPPED = "taken", "not taken", "stopped here"


@dataclass
class Node:
    """What stands in a box of a graph, how the box looks, and what a run made of it."""

    label: str
    shape: str = "box"
    style: str = ""
    state: str = ""  # TAKEN, NOT_TAKEN, STOPPED; "" in a graph without a run
    note: str = ""  # what is written behind the label


class Arrow(NamedTuple):
    """An arrow between two nodes, by their names."""

    start: str
    end: str
    label: str = ""
    state: str = ""


@dataclass
class Graph:
    """Nodes by name, arrows, and the colours of styles."""

    across: bool = False  # from left to right
    nodes: dict[str, Node] = field(default_factory=dict)
    arrows: list[Arrow] = field(default_factory=list)
    fills: dict[str, str] = field(default_factory=dict)

    def in_words(self) -> list[str]:
        """Return what the arrows and the notes say, for who does not see the picture."""
        lines = []
        for arrow in self.arrows:
            start, end = self.nodes[arrow.start], self.nodes[arrow.end]
            about = [arrow.label, NOT_TAKEN if arrow.state == NOT_TAKEN else ""]
            lines.append(f"{start.label} → {end.label}" + "".join(f" ({x})" for x in about if x))
        for node in self.nodes.values():
            if node.shape != "box":  # an event's number is on its arrows
                continue
            about = [node.note, STOPPED if node.state == STOPPED else ""]
            if any(about):
                lines.append(f"{node.label}: {', '.join(filter(None, about))}")
        return lines
