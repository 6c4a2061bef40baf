# %% right: a stack instead of recursion
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []
    stack = [(span, 0) for span in reversed(children(trace, None))]
    while stack:
        span, depth = stack.pop()
        lines.append(" " * (2 * depth) + span.name)
        stack.extend((child, depth + 1) for child in reversed(children(trace, span.span_id)))
    return lines


# %% right: a recursive generator
def _walk(trace, span_id, indent):
    for span in children(trace, span_id):
        yield f"{indent}{span.name}"
        yield from _walk(trace, span.span_id, indent + "  ")


def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    return list(_walk(trace, None, ""))


# %% right: each subtree returns its lines
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""

    def subtree(span: Span) -> list[str]:
        lines = [span.name]
        for child in children(trace, span.span_id):
            lines += ["  " + line for line in subtree(child)]
        return lines

    return [line for top in children(trace, None) for line in subtree(top)]


# %% wrong: order of time with indents
# breaks: Below a span comes its first child with *all* that is below that one, then the next child
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    depth = {None: -1}
    lines = []
    for span in trace.data.spans:
        depth[span.span_id] = depth[span.parent_id] + 1
        lines.append("  " * depth[span.span_id] + span.name)
    return lines


# %% wrong: four nested loops
# breaks: A tree may be of any depth.
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []
    for root in children(trace, None):
        lines.append(root.name)
        for step in children(trace, root.span_id):
            lines.append("  " + step.name)
            for call in children(trace, step.span_id):
                lines.append("    " + call.name)
                for inner in children(trace, call.span_id):
                    lines.append("      " + inner.name)
    return lines


# %% wrong: the list is a default argument
# breaks: the whole trace as a list of lines, one for each span
def span_tree(trace: Trace, span_id=None, depth=0, lines=[]) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    for span in children(trace, span_id):
        lines.append("  " * depth + span.name)
        span_tree(trace, span.span_id, depth + 1, lines)
    return lines


# %% wrong: a repeated line only once
# breaks: the whole trace as a list of lines, one for each span
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


# %% wrong: a stack that takes the last child first
# breaks: then the next child: `children` gives them in order of time
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []
    stack = [(0, span) for span in children(trace, None)]
    while stack:
        depth, span = stack.pop()
        lines.append("  " * depth + span.name)
        stack += [(depth + 1, child) for child in children(trace, span.span_id)]
    return lines
