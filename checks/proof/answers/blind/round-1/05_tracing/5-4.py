# %% right: a recursive generator
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""

    def walk(parent_id, indent):
        for span in children(trace, parent_id):
            yield indent + span.name
            yield from walk(span.span_id, indent + "  ")

    return list(walk(None, ""))


# %% right: a stack instead of recursion
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []
    stack = [(span, 0) for span in reversed(children(trace, None))]
    while stack:
        span, level = stack.pop()
        lines.append(" " * (2 * level) + span.name)
        stack.extend((child, level + 1) for child in reversed(children(trace, span.span_id)))
    return lines


# %% right: lists of lines put together, without children
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    by_parent = {}
    for span in trace.data.spans:
        by_parent.setdefault(span.parent_id, []).append(span)

    def lines_of(span: Span) -> list[str]:
        lines = [span.name]
        for child in by_parent.get(span.span_id, []):
            lines += [f"  {line}" for line in lines_of(child)]
        return lines

    return [line for root in by_parent.get(None, []) for line in lines_of(root)]


# %% wrong: level by level
# breaks: Below a span comes its first child with *all* that is below that one, then the next child
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []
    level, depth = children(trace, None), 0
    while level:
        lines += ["  " * depth + span.name for span in level]
        level = [child for span in level for child in children(trace, span.span_id)]
        depth += 1
    return lines


# %% wrong: order of the flat list, indented
# breaks: Below a span comes its first child with *all* that is below that one, then the next child
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    depth = {None: -1}
    lines = []
    for span in trace.data.spans:
        depth[span.span_id] = depth[span.parent_id] + 1
        lines.append("  " * depth[span.span_id] + span.name)
    return lines


# %% wrong: five levels at most
# breaks: A tree may be of any depth.
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []

    def below(span_id, depth):
        if depth > 4:
            return
        for span in children(trace, span_id):
            lines.append("  " * depth + span.name)
            below(span.span_id, depth + 1)

    below(None, 0)
    return lines


# %% wrong: lines kept from call to call
# breaks: the whole trace as a list of lines, one for each span
def span_tree(trace: Trace, span_id=None, depth=0, lines=[]) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    for span in children(trace, span_id):
        lines.append("  " * depth + span.name)
        span_tree(trace, span.span_id, depth + 1, lines)
    return lines


# %% wrong: repeated lines only once
# breaks: one for each span
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []

    def below(span_id, depth):
        for span in children(trace, span_id):
            line = "  " * depth + span.name
            if line not in lines:
                lines.append(line)
            below(span.span_id, depth + 1)

    below(None, 0)
    return lines


# %% wrong: four spaces a level
# breaks: its name, after two spaces for each level
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []

    def below(span_id, depth):
        for span in children(trace, span_id):
            lines.append("    " * depth + span.name)
            below(span.span_id, depth + 1)

    below(None, 0)
    return lines


# %% wrong: without the root
# breaks: the whole trace as a list of lines, one for each span
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []

    def below(span_id, depth):
        for span in children(trace, span_id):
            lines.append("  " * depth + span.name)
            below(span.span_id, depth + 1)

    below(children(trace, None)[0].span_id, 0)
    return lines


# %% wrong: a child's line after what is below it
# breaks: Below a span comes its first child with *all* that is below that one
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []

    def below(span_id, depth):
        for span in children(trace, span_id):
            below(span.span_id, depth + 1)
            lines.append("  " * depth + span.name)

    below(None, 0)
    return lines


# %% wrong: only the first child's subtree is followed
# breaks: the whole trace as a list of lines, one for each span
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []

    def below(span_id, depth):
        for number, span in enumerate(children(trace, span_id)):
            lines.append("  " * depth + span.name)
            if depth < 2 or number == 0:
                below(span.span_id, depth + 1)

    below(None, 0)
    return lines
