# %% right: a stack instead of recursion
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []
    to_do = [(span, 0) for span in reversed(children(trace, None))]
    while to_do:
        span, depth = to_do.pop()
        lines.append(f"{'  ' * depth}{span.name}")
        to_do.extend((child, depth + 1) for child in reversed(children(trace, span.span_id)))
    return lines


# %% right: a recursive generator
from collections.abc import Iterator


def walk(trace: Trace, span_id: str | None, indent: str = "") -> Iterator[str]:
    """Yield the lines for all that is below a span."""
    for child in children(trace, span_id):
        yield indent + child.name
        yield from walk(trace, child.span_id, indent + "  ")


def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    return list(walk(trace, None))


# %% right: iterators by level, without children
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    by_parent: dict[str | None, list[Span]] = {}
    for span in trace.data.spans:
        by_parent.setdefault(span.parent_id, []).append(span)

    tree = []
    levels = [iter(by_parent.get(None, []))]
    while levels:
        span = next(levels[-1], None)
        if span is None:
            levels.pop()
            continue
        tree.append("  " * (len(levels) - 1) + span.name)
        levels.append(iter(by_parent.get(span.span_id, [])))
    return tree


# %% wrong: in order of time, only indented
# breaks: Below a span comes its first child with *all* that is below that one, then the next child
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    depth = {None: -1}
    lines = []
    for span in trace.data.spans:
        depth[span.span_id] = depth[span.parent_id] + 1
        lines.append("  " * depth[span.span_id] + span.name)
    return lines


# %% wrong: five levels and no more
# breaks: A tree may be of any depth.
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []

    def below(span_id, depth):
        if depth == 5:
            return
        for span in children(trace, span_id):
            lines.append("  " * depth + span.name)
            below(span.span_id, depth + 1)

    below(None, 0)
    return lines


# %% wrong: lines that grow from call to call
# breaks: the whole trace as a list of lines, one for each span
tree_lines = []


def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""

    def below(span_id, depth):
        for span in children(trace, span_id):
            tree_lines.append("  " * depth + span.name)
            below(span.span_id, depth + 1)

    below(None, 0)
    return tree_lines


# %% wrong: four spaces a level
# breaks: its name, after two spaces for each level
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []

    def below(span_id, depth):
        for span in children(trace, span_id):
            lines.append(" " * 4 * depth + span.name)
            below(span.span_id, depth + 1)

    below(None, 0)
    return lines


# %% wrong: one text with line breaks
# breaks: the whole trace as a list of lines
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""

    def below(span_id, depth):
        text = ""
        for span in children(trace, span_id):
            text += "  " * depth + span.name + "\n" + below(span.span_id, depth + 1)
        return text

    return below(None, 0)


# %% wrong: spans of the same name, next to each other, in one line
# breaks: one for each span
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []

    def below(span_id, depth):
        for span in children(trace, span_id):
            line = "  " * depth + span.name
            if not lines or lines[-1] != line:
                lines.append(line)
            below(span.span_id, depth + 1)

    below(None, 0)
    return lines
