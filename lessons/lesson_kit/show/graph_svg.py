"""Draw a graph as a static picture: SVG without script, with its arrows told in words as well.

The layout is the usual one for flows: ranks by distance from the start, an order in each rank that
keeps neighbours together, arrows that pass the ranks between by points of their own, and beside it
all a lane for each arrow that leads back. What a run passed is thick, what it did not pass dashed.
"""

import html
from dataclasses import dataclass, field

from lesson_kit.show.graph import NOT_TAKEN, STOPPED, TAKEN, Arrow, Graph, Node
from lesson_kit.show.theme import BAD, FONT, PAGE, QUIET

LETTER, LINE = 7.8, 18  # a letter's width, and the height of a label
HEIGHT, PADDING = 30, 14  # a box's height and its inner margin
BETWEEN, APART = 44, 24  # ranks, and neighbours in one
LANE, TURN = 18, 12  # between lanes, and between a box and the turn of an arrow below it
ROUNDS = 6
PLAIN, INK = "#eef2f7", "#1f2328"  # a box, and what is written in it
STROKES = {
    "": f"stroke:{FONT};stroke-width:1",
    TAKEN: f"stroke:{FONT};stroke-width:2.5",
    NOT_TAKEN: f"stroke:{QUIET};stroke-width:1;stroke-dasharray:4 3",
    STOPPED: f"stroke:{BAD};stroke-width:4",
}


@dataclass
class Place:
    """Where a node stands, or an arrow passes a rank: its centre along and across the flow."""

    rank: int
    size: tuple[float, float]  # across the flow, along it
    before: list["Place"] = field(default_factory=list)
    after: list["Place"] = field(default_factory=list)
    x: float = 0.0  # across the flow
    y: float = 0.0  # along it
    last: bool = False  # nothing stands beside it, on the side of the lanes


def graph_svg(graph: Graph, name: str = "A graph") -> str:
    """Return the picture of a graph as the text of an SVG."""
    turned = turned_back(graph)
    places, paths = arrange(graph, turned)
    passed = [*places.values(), *(place for path in paths.values() for place in path)]
    lane = max(place.x + place.size[0] / 2 for place in passed) + LANE
    right, bottom = lane - LANE, max(place.y + place.size[1] / 2 for place in passed)
    pen = Pen(graph.across)
    back = [arrow for arrow in graph.arrows if arrow[:2] in turned]
    for arrow in sorted(back, key=lambda one: places[one.start].rank - places[one.end].rank):
        pen.lane(places[arrow.start], places[arrow.end], lane, arrow)
        right = lane + (LINE if graph.across else LETTER * len(arrow.label))
        lane = right + LANE
    for arrow in graph.arrows:
        if arrow[:2] not in turned:
            pen.arrow(paths[arrow[:2]], arrow)
    for key, node in graph.nodes.items():
        pen.box(node, places[key], graph.fills.get(node.style, PLAIN))
    width, height = pen.swap(right + 20, bottom + 20)
    said = html.escape("; ".join(graph.in_words()))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width:.0f}" '
        f'height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}" '
        'font-family="sans-serif" font-size="13" text-anchor="middle" '
        'style="max-width:100%;height:auto">'
        f"<title>{html.escape(name)}</title><desc>{said}</desc>"
        f'<rect width="100%" height="100%" style="fill:{PAGE}"/>{"".join(pen.drawn)}</svg>'
    )


def words(node: Node) -> str:
    """Return what is written in a node's box."""
    return " ".join(filter(None, ["✗" if node.state == STOPPED else "", node.label, node.note]))


class Pen:
    """Draw boxes and arrows, given along and across the flow, which may go down or to the right."""

    def __init__(self, across: bool):
        self.across = across
        self.drawn: list[str] = []

    def swap(self, x: float, y: float) -> tuple[float, float]:
        return (y, x) if self.across else (x, y)

    def box(self, node: Node, place: Place, fill: str) -> None:
        x, y = self.swap(place.x, place.y)
        width, height = self.swap(*place.size)
        corner = HEIGHT / 2 if node.shape == "round" else 3
        dashed = node.state == NOT_TAKEN
        weight = "bold" if node.state in (TAKEN, STOPPED) else "normal"
        letters = f"fill:{FONT if dashed else INK};font-weight:{weight}"
        self.drawn.append(
            f'<rect x="{x - width / 2:.0f}" y="{y - height / 2:.0f}" width="{width:.0f}" '
            f'height="{height:.0f}" rx="{corner:.0f}" '
            f'style="fill:{PAGE if dashed else fill};{STROKES[node.state]}"/>'
            f'<text x="{x:.0f}" y="{y + 4:.0f}" style="{letters}">{html.escape(words(node))}</text>'
        )

    def arrow(self, path: list[Place], arrow: Arrow) -> None:
        """Draw an arrow along its places, from edge to edge, with its label at the middle."""
        points = [(one.x, one.y) for one in path]
        points[0] = (points[0][0], path[0].y + path[0].size[1] / 2)
        points[-1] = (points[-1][0], path[-1].y - path[-1].size[1] / 2)
        line = "M{:.0f} {:.0f}".format(*self.swap(*points[0]))
        for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
            middle = (y0 + y1) / 2
            bends = (*self.swap(x0, middle), *self.swap(x1, middle), *self.swap(x1, y1))
            line += "C" + " ".join(f"{one:.0f}" for one in bends)
        self.stroke(line, arrow.state)
        self.tip(*points[-1], (0, 1))
        half = len(points) // 2
        (x0, y0), (x1, y1) = points[half - 1], points[half]
        self.label(arrow, *self.swap((x0 + x1) / 2, (y0 + y1) / 2))

    def lane(self, start: Place, end: Place, lane: float, arrow: Arrow) -> None:
        """Draw an arrow against the flow, or to its own start, along a lane beside all boxes."""
        points = self.turn(start, lane, 1) + self.turn(end, lane, -1)[::-1]
        line = "L".join("{:.0f} {:.0f}".format(*self.swap(*point)) for point in points)
        self.stroke(f"M{line}", arrow.state)
        self.tip(*points[-1], (-1, 0) if end.last else (0, 1))
        x, y = self.swap(lane, (points[0][1] + points[-1][1]) / 2)
        if self.across:
            self.label(arrow, x, y + LINE / 2)
        else:
            self.label(arrow, x + 5, y, "start")

    def turn(self, place: Place, lane: float, way: int) -> list[tuple[float, float]]:
        """Return the points from a box to the lane: from its end (way 1) or its beginning (-1)."""
        if place.last:
            aside = way * place.size[1] / 5
            return [(place.x + place.size[0] / 2, place.y + aside), (lane, place.y + aside)]
        x, edge = place.x + place.size[0] / 4, place.y + way * place.size[1] / 2
        return [(x, edge), (x, edge + way * TURN), (lane, edge + way * TURN)]

    def stroke(self, line: str, state: str) -> None:
        self.drawn.append(f'<path d="{line}" style="fill:none;{STROKES[state]}"/>')

    def tip(self, x: float, y: float, way: tuple[int, int]) -> None:
        """Draw an arrow's tip at a point, in its direction across and along the flow."""
        across, along = way
        corners = [(x, y)] + [
            (x - 8 * across + side * along, y - 8 * along + side * across) for side in (4, -4)
        ]
        points = " ".join("{:.0f},{:.0f}".format(*self.swap(*corner)) for corner in corners)
        self.drawn.append(f'<polygon points="{points}" style="fill:{FONT}"/>')

    def label(self, arrow: Arrow, x: float, y: float, anchor: str = "middle") -> None:
        if arrow.label:
            self.drawn.append(
                f'<text x="{x:.0f}" y="{y + 4:.0f}" font-size="12" text-anchor="{anchor}" '
                f'style="fill:{FONT};stroke:{PAGE};stroke-width:4;paint-order:stroke">'
                f"{html.escape(arrow.label)}</text>"
            )


def turned_back(graph: Graph) -> set[tuple[str, str]]:
    """Return the arrows that lead back to where a walk from the start came from."""
    after: dict[str, list[str]] = {name: [] for name in graph.nodes}
    for arrow in graph.arrows:
        after[arrow.start].append(arrow.end)
    back, done, open_ = set(), set(), []
    for first in graph.nodes:
        walk = [(first, iter(after[first]))] if first not in done else []
        open_ = [first] if walk else []
        done.add(first)
        while walk:
            name, rest = walk[-1]
            end = next(rest, None)
            if end is None:
                walk.pop()
                open_.pop()
            elif end in open_:
                back.add((name, end))
            elif end not in done:
                done.add(end)
                open_.append(end)
                walk.append((end, iter(after[end])))
    return back


def arrange(graph: Graph, turned: set) -> tuple[dict[str, Place], dict[tuple, list[Place]]]:
    """Return where each node stands, and the places that each forward arrow passes."""
    forward = {arrow[:2] for arrow in graph.arrows} - turned
    rank = dict.fromkeys(graph.nodes, 0)
    for _ in graph.nodes:  # as often as the longest way is long
        for start, end in forward:
            rank[end] = max(rank[end], rank[start] + 1)
    places = {}
    for name, node in graph.nodes.items():
        wide = max(40, LETTER * len(words(node)) + 2 * PADDING)
        places[name] = Place(rank[name], (HEIGHT, wide) if graph.across else (wide, HEIGHT))
    ranks: list[list[Place]] = [[] for _ in range(max(rank.values()) + 1)]
    for place in places.values():
        ranks[place.rank].append(place)
    paths = {}
    for start, end in dict.fromkeys(arrow[:2] for arrow in graph.arrows):
        if (start, end) in turned:
            continue
        path = [places[start]]
        for between in range(rank[start] + 1, rank[end]):
            path.append(Place(between, (10, 0)))
            ranks[between].append(path[-1])
        path.append(places[end])
        for one, following in zip(path, path[1:], strict=False):
            one.after.append(following)
            following.before.append(one)
        paths[start, end] = path
    order(ranks)
    put(ranks, graph)
    for rank_ in ranks:
        rank_[-1].last = True
    return places, paths


def order(ranks: list[list[Place]]) -> None:
    """Order each rank so that what is joined stands near each other."""
    for turn in range(ROUNDS):
        forward = turn % 2 == 0
        for rank in ranks if forward else ranks[::-1]:
            for index, place in enumerate(rank):
                place.x = index
        for rank in ranks[1:] if forward else ranks[-2::-1]:
            rank.sort(key=lambda place: mean_of(place.before if forward else place.after, place.x))
            for index, place in enumerate(rank):
                place.x = index


def mean_of(places: list[Place], otherwise: float) -> float:
    return sum(one.x for one in places) / len(places) if places else otherwise


def put(ranks: list[list[Place]], graph: Graph) -> None:
    """Give each place its centre: ranks one after another, neighbours apart, each rank centred."""
    spread = [sum(one.size[0] for one in rank) + APART * (len(rank) - 1) for rank in ranks]
    longest = max((len(arrow.label) for arrow in graph.arrows), default=0)
    if graph.across:
        gap = BETWEEN + LETTER * longest
    else:
        gap = BETWEEN + (LINE if longest else 0)
    along = 10.0
    for rank, wide in zip(ranks, spread, strict=True):
        deep = max(one.size[1] for one in rank)
        at = 20 + (max(spread) - wide) / 2
        for place in rank:
            place.x, place.y = at + place.size[0] / 2, along + deep / 2
            at += place.size[0] + APART
        along += deep + gap
