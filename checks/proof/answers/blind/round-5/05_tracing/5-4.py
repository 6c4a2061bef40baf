# %% right: a generator that calls itself
def tree_lines(trace: Trace, span_id: str | None, indent: str):
    """Give the lines of all that is below this span."""
    for span in children(trace, span_id):
        yield indent + span.name
        yield from tree_lines(trace, span.span_id, indent + "  ")


def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    return list(tree_lines(trace, None, ""))


# %% right: a stack instead of recursion
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []
    todo = [(root, 0) for root in reversed(children(trace, None))]
    while todo:
        span, level = todo.pop()
        lines.append(" " * (2 * level) + span.name)
        todo.extend((child, level + 1) for child in reversed(children(trace, span.span_id)))
    return lines


# %% right: the lines of each child, moved to the right
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""

    def subtree(span: Span) -> list[str]:
        lines = [span.name]
        for child in children(trace, span.span_id):
            lines += [f"  {line}" for line in subtree(child)]
        return lines

    (root,) = children(trace, None)
    return subtree(root)


# %% wrong: in order of time, with the depth of each
# breaks: Below a span comes its first child with *all* that is below that one, then the next child
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    depth = {None: -1}
    lines = []
    for span in trace.data.spans:
        depth[span.span_id] = depth[span.parent_id] + 1
        lines.append("  " * depth[span.span_id] + span.name)
    return lines


# %% wrong: four levels and no more
# breaks: A tree may be of any depth.
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []
    for root in children(trace, None):
        lines.append(root.name)
        for one in children(trace, root.span_id):
            lines.append("  " + one.name)
            for two in children(trace, one.span_id):
                lines.append("    " + two.name)
                for three in children(trace, two.span_id):
                    lines.append("      " + three.name)
    return lines


# %% wrong: level by level
# breaks: Below a span comes its first child with *all* that is below that one, then the next child
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []
    level, depth = children(trace, None), 0
    while level:
        lines.extend("  " * depth + span.name for span in level)
        level = [child for span in level for child in children(trace, span.span_id)]
        depth += 1
    return lines


# %% wrong: a generator of lines
# breaks: the whole trace as a list of lines
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""

    def below(span_id, depth):
        for span in children(trace, span_id):
            yield "  " * depth + span.name
            yield from below(span.span_id, depth + 1)

    return below(None, 0)


# %% wrong: lines of earlier calls are still there
# breaks: the whole trace as a list of lines, one for each span
_lines: list[str] = []


def _below(trace: Trace, span_id: str | None, depth: int) -> None:
    for span in children(trace, span_id):
        _lines.append("  " * depth + span.name)
        _below(trace, span.span_id, depth + 1)


def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    _below(trace, None, 0)
    return list(_lines)


# %% wrong: equal siblings are listed once
# breaks: one for each span
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []

    def below(span_id, depth):
        previous = None
        for span in children(trace, span_id):
            if span.name == previous:
                continue
            previous = span.name
            lines.append("  " * depth + span.name)
            below(span.span_id, depth + 1)

    below(None, 0)
    return lines
