# %% right: a stack and no recursion
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []
    stack = [(span, "") for span in reversed(children(trace, None))]
    while stack:
        span, indent = stack.pop()
        lines.append(indent + span.name)
        for child in reversed(children(trace, span.span_id)):
            stack.append((child, indent + "  "))
    return lines


# %% right: each line's place in the tree, sorted
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    spans = trace.data.spans
    place = {span.span_id: number for number, span in enumerate(spans)}
    parent = {span.span_id: span.parent_id for span in spans}

    def path(span: Span) -> list[int]:
        """Return the numbers of all spans from the root down to this one."""
        numbers = []
        span_id = span.span_id
        while span_id is not None:
            numbers.insert(0, place[span_id])
            span_id = parent[span_id]
        return numbers

    paths = sorted(path(span) for span in spans)
    return ["  " * (len(numbers) - 1) + spans[numbers[-1]].name for numbers in paths]


# %% right: recursion that indents what comes back
def lines_below(trace: Trace, span_id: str | None) -> list[str]:
    """Return the lines of all that is below this span."""
    lines = []
    for span in children(trace, span_id):
        lines += [span.name, *("  " + line for line in lines_below(trace, span.span_id))]
    return lines


def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    return lines_below(trace, None)


# %% wrong: in order of time, with the right depth
# breaks: Below a span comes its first child with *all* that is below that one, then the next child
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    depth = {None: -1}
    lines = []
    for span in trace.data.spans:
        depth[span.span_id] = depth[span.parent_id] + 1
        lines.append("  " * depth[span.span_id] + span.name)
    return lines


# %% wrong: four levels
# breaks: A tree may be of any depth.
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []
    for root in children(trace, None):
        lines.append(root.name)
        for step_span in children(trace, root.span_id):
            lines.append("  " + step_span.name)
            for inner in children(trace, step_span.span_id):
                lines.append("    " + inner.name)
                for innermost in children(trace, inner.span_id):
                    lines.append("      " + innermost.name)
    return lines


# %% wrong: a second call goes on with the lines of the first
# breaks: the whole trace as a list of lines, one for each span
lines = []


def add_lines(trace: Trace, span_id: str | None, depth: int) -> None:
    """Add the lines of what is below a span."""
    for span in children(trace, span_id):
        lines.append("  " * depth + span.name)
        add_lines(trace, span.span_id, depth + 1)


def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    add_lines(trace, None, 0)
    return lines


# %% wrong: each line once
# breaks: the whole trace as a list of lines, one for each span
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


# %% wrong: the depth goes by the name
# breaks: its name, after two spaces for each level
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    lines = []
    levels = {}

    def below(span_id, level):
        for span in children(trace, span_id):
            levels.setdefault(span.name, level)
            lines.append("  " * levels[span.name] + span.name)
            below(span.span_id, level + 1)

    below(None, 0)
    return lines


# %% wrong: puts the trace's spans into the order of the tree
# breaks: Whoever reads a trace, here and in 5.4 to 5.10, leaves it as it is: `trace.data.spans` and what the spans hold stay the same.
def span_tree(trace: Trace) -> list[str]:
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    ordered = []
    lines = []

    def below(span_id, depth):
        for span in children(trace, span_id):
            ordered.append(span)
            lines.append("  " * depth + span.name)
            below(span.span_id, depth + 1)

    below(None, 0)
    trace.data.spans = ordered
    return lines
