"""Draw a graph as a static picture: SVG without script, with its arrows told in words as well.

The layout is the usual one for flows: ranks by distance from the start, an order in each rank that
keeps neighbours together, and arrows that pass the ranks between by points of their own.
"""

import html
from dataclasses import dataclass, field

from checks.grading.mermaid import Graph

LETTER, LINE = 7.4, 18  # a letter's width, and the height of a label
HEIGHT, PADDING = 30, 14  # a box's height and its inner margin
BETWEEN, APART = 44, 24  # ranks, and neighbours in one
ROUNDS = 6
PLAIN, INK = "#eef2f7", "#333333"


@dataclass
class Place:
    """Where a node stands, or an arrow passes a rank: its centre along and across the flow."""

    rank: int
    size: tuple[float, float]  # across the flow, along it
    before: list["Place"] = field(default_factory=list)
    after: list["Place"] = field(default_factory=list)
    x: float = 0.0  # across the flow
    y: float = 0.0  # along it


def graph_svg(graph: Graph, name: str = "A graph") -> str:
    """Return the picture of a graph as the text of an SVG."""
    turned = turned_back(graph)
    places, paths = arrange(graph, turned)
    swap = (lambda x, y: (y, x)) if graph.across else (lambda x, y: (x, y))
    shapes, right, bottom = [], 0.0, 0.0
    drawn: dict[tuple, int] = {}
    for (start, end, label), path in zip(graph.arrows, paths, strict=True):
        pair = tuple(sorted((start, end)))
        drawn[pair] = drawn.get(pair, 0) + 1
        aside = 12 * (drawn[pair] - 1)
        shapes.append(arrow_svg(path, label, aside, swap, (start, end) in turned))
        right = max([right] + [swap(one.x, one.y)[0] for one in path])
    for key, node in graph.nodes.items():
        x, y = swap(places[key].x, places[key].y)
        width, height = swap(*places[key].size)
        right, bottom = max(right, x + width / 2), max(bottom, y + height / 2)
        fill = graph.fills.get(node.style, PLAIN)
        corner = HEIGHT / 2 if node.shape == "round" else 3
        shapes.append(
            f'<rect x="{x - width / 2:.0f}" y="{y - height / 2:.0f}" width="{width:.0f}" '
            f'height="{height:.0f}" rx="{corner:.0f}" fill="{fill}" stroke="{INK}"/>'
            f'<text x="{x:.0f}" y="{y + 4:.0f}">{html.escape(node.label)}</text>'
        )
    width, height = right + 40, bottom + 20
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width:.0f}" '
        f'height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}" '
        'font-family="sans-serif" font-size="13" text-anchor="middle">'
        f"<title>{html.escape(name)}</title><desc>{html.escape(in_words(graph))}</desc>"
        '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" '
        f'markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10z" fill="{INK}"/></marker></defs>'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(shapes)}</svg>'
    )


def in_words(graph: Graph) -> str:
    """Return what a graph's arrows say, for who does not see the picture."""
    return "; ".join(
        f"{graph.nodes[start].label} → {graph.nodes[end].label}" + (f" ({label})" if label else "")
        for start, end, label in graph.arrows
    )


def turned_back(graph: Graph) -> set[tuple[str, str]]:
    """Return the arrows that lead back to where a walk from the start came from."""
    after: dict[str, list[str]] = {name: [] for name in graph.nodes}
    for start, end, _ in graph.arrows:
        after[start].append(end)
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


def arrange(graph: Graph, turned: set) -> tuple[dict[str, Place], list[list[Place]]]:
    """Return where each node stands, and the places that each arrow passes from start to end."""
    ends = [(start, end) for start, end, _ in graph.arrows]
    flow = [one[::-1] if one in turned else one for one in ends]
    rank = dict.fromkeys(graph.nodes, 0)
    for _ in graph.nodes:  # as often as the longest way is long
        for start, end in flow:
            if start != end:
                rank[end] = max(rank[end], rank[start] + 1)
    places = {}
    for name, node in graph.nodes.items():
        wide = max(40, LETTER * len(node.label) + 2 * PADDING)
        places[name] = Place(rank[name], (HEIGHT, wide) if graph.across else (wide, HEIGHT))
    ranks: list[list[Place]] = [[] for _ in range(max(rank.values()) + 1)]
    for place in places.values():
        ranks[place.rank].append(place)
    paths = []
    for start, end in flow:
        path = [places[start]]
        for between in range(rank[start] + 1, rank[end]):
            path.append(Place(between, (10, 0)))
            ranks[between].append(path[-1])
        path.append(places[end])
        for one, following in zip(path, path[1:], strict=False):
            if one is not following:
                one.after.append(following)
                following.before.append(one)
        paths.append(path)
    order(ranks)
    put(ranks, graph)
    pairs = zip(ends, paths, strict=True)
    return places, [path[::-1] if one in turned else path for one, path in pairs]


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
    longest = max((len(label) for _, _, label in graph.arrows), default=0)
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


def arrow_svg(path: list[Place], label: str, aside: float, swap, back: bool) -> str:
    """Return an arrow along its places, from edge to edge, with its label at the middle."""
    if path[0] is path[-1]:  # to itself
        x, y = swap(path[0].x, path[0].y)
        wide, high = swap(*path[0].size)
        edge = x + wide / 2
        line = f"M{edge:.0f} {y - 7:.0f}C{edge + 26:.0f} {y - 16:.0f} {edge + 26:.0f} {y + 16:.0f} "
        return path_svg(f"{line}{edge:.0f} {y + 7:.0f}")
    way = -1 if back else 1
    points = [(one.x + aside, one.y) for one in path]
    points[0] = (points[0][0], path[0].y + way * path[0].size[1] / 2)
    points[-1] = (points[-1][0], path[-1].y - way * path[-1].size[1] / 2)
    line = "M{:.0f} {:.0f}".format(*swap(*points[0]))
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        middle = (y0 + y1) / 2
        bends = (*swap(x0, middle), *swap(x1, middle), *swap(x1, y1))
        line += "C" + " ".join(f"{one:.0f}" for one in bends)
    drawn = path_svg(line)
    if not label:
        return drawn
    half = len(points) // 2
    (x0, y0), (x1, y1) = points[half - 1], points[half]
    x, y = swap((x0 + x1) / 2, (y0 + y1) / 2)
    return drawn + (
        f'<text x="{x:.0f}" y="{y + 4:.0f}" font-size="11" stroke="#ffffff" stroke-width="4" '
        f'paint-order="stroke">{html.escape(label)}</text>'
    )


def path_svg(line: str) -> str:
    return f'<path d="{line}" fill="none" stroke="{INK}" marker-end="url(#tip)"/>'
