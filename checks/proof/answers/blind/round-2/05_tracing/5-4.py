# %% right: a stack instead of recursion
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []
    stack = [(root, 0) for root in reversed(children(trace, None))]
    while stack:
        span, depth = stack.pop()
        lines.append("  " * depth + span.name)
        stack.extend((child, depth + 1) for child in reversed(children(trace, span.span_id)))
    return lines


# %% right: recursion that returns lists and indents them on the way up
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""

    def subtree(span: Span) -> list[str]:
        lines = [span.name]
        for child in children(trace, span.span_id):
            lines += ["  " + line for line in subtree(child)]
        return lines

    return [line for root in children(trace, None) for line in subtree(root)]


# %% right: a recursive generator, with the indentation as a string
from collections.abc import Iterator


def walk(trace: Trace, span_id: str | None, indent: str = "") -> Iterator[str]:
    for span in children(trace, span_id):
        yield f"{indent}{span.name}"
        yield from walk(trace, span.span_id, indent + "  ")


def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    return list(walk(trace, None))


# %% wrong: all spans in order of time, indented by depth
# breaks: Below a span comes its first child with *all* that is below that one, then the next child
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    parents = {span.span_id: span.parent_id for span in trace.data.spans}
    lines = []
    for span in trace.data.spans:
        depth = 0
        parent = span.parent_id
        while parent is not None:
            depth += 1
            parent = parents[parent]
        lines.append("  " * depth + span.name)
    return lines


# %% wrong: nested loops for five levels
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
                    for four in children(trace, three.span_id):
                        lines.append("        " + four.name)
    return lines


# %% wrong: a default list that grows from call to call
# breaks: the whole trace as a list of lines, one for each span
def span_tree(trace: Trace, span_id=None, depth=0, lines=[]) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    for span in children(trace, span_id):
        lines.append("  " * depth + span.name)
        span_tree(trace, span.span_id, depth + 1, lines)
    return lines


# %% wrong: the root's name written down
# breaks: one for each span: its name, after two spaces for each level
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = ["ReActAgent.run"]

    def below(span_id, depth):
        for span in children(trace, span_id):
            lines.append("  " * depth + span.name)
            below(span.span_id, depth + 1)

    (root,) = children(trace, None)
    below(root.span_id, 1)
    return lines


# %% wrong: indentation stops growing at six levels
# breaks: its name, after two spaces for each level
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []

    def below(span_id, depth):
        for span in children(trace, span_id):
            lines.append("  " * min(depth, 6) + span.name)
            below(span.span_id, depth + 1)

    below(None, 0)
    return lines


# %% wrong: equal siblings in a row shown once
# breaks: the whole trace as a list of lines, one for each span
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
