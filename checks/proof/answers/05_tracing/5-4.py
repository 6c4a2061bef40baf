# %% right: without a function inside
def span_tree(trace):
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    depths = {None: -1}
    lines = []
    waiting = [span for span in trace.data.spans if span.parent_id is None]
    while waiting:
        span = waiting.pop(0)
        depths[span.span_id] = depths[span.parent_id] + 1
        lines.append("  " * depths[span.span_id] + span.name)
        waiting = [one for one in trace.data.spans if one.parent_id == span.span_id] + waiting
    return lines

# %% right: a generator, children sorted by their start
def below(spans, parent_id, indent):
    for span in sorted(spans, key=lambda one: one.start_time_ns):
        if span.parent_id == parent_id:
            yield indent + span.name
            yield from below(spans, span.span_id, indent + "  ")

def span_tree(trace):
    """Return the names of a trace's spans as lines of a tree, two spaces a level."""
    return list(below(trace.data.spans, None, ""))

# %% wrong: forgets to indent
# check: lists_the_tree
# says: two spaces for each level below
def span_tree(trace):
    return [span.name for span in trace.data.spans]

# %% wrong: only the root's children
# check: lists_the_tree
# says: Spans are missing
def span_tree(trace):
    root = next(span for span in trace.data.spans if span.parent_id is None)
    steps = [span for span in trace.data.spans if span.parent_id == root.span_id]
    return [root.name] + ["  " + span.name for span in steps]

# %% wrong: level by level
# check: lists_the_tree
# says: right after a span come its children
def span_tree(trace):
    lines, level, depth = [], [None], 0
    while level:
        spans = [span for span in trace.data.spans if span.parent_id in level]
        lines += ["  " * depth + span.name for span in spans]
        level, depth = [span.span_id for span in spans], depth + 1
    return lines

# %% wrong: prints instead of returning
# check: lists_the_tree
# says: a list with one line of text
def span_tree(trace):
    def below(parent_id, depth):
        for span in trace.data.spans:
            if span.parent_id == parent_id:
                print("  " * depth + span.name)
                below(span.span_id, depth + 1)
    below(None, 0)

# %% wrong: only the steps of the first round
# check: lists_a_longer_tree
# says: Spans are missing
def span_tree(trace):
    lines = []
    def below(parent_id, depth):
        for span in trace.data.spans:
            if span.parent_id == parent_id:
                lines.append("  " * depth + span.name)
                below(span.span_id, depth + 1)
    below(None, 0)
    return lines[:15]

# %% wrong: two levels, as in the first lines
# check: lists_a_tree_side_by_side
# says: Spans are missing
def span_tree(trace):
    lines = []
    for root in children(trace, None):
        lines.append(root.name)
        for step in children(trace, root.span_id):
            lines.append("  " + step.name)
            for part in children(trace, step.span_id):
                lines.append("    " + part.name)
                for last in children(trace, part.span_id):
                    lines.append("      " + last.name)
    return lines

# %% wrong: in order of time, as deep as each span is
# check: lists_a_tree_side_by_side
# says: right after a span come its children
def span_tree(trace):
    depths, lines = {None: -1}, []
    for span in trace.data.spans:
        depths[span.span_id] = depths[span.parent_id] + 1
        lines.append("  " * depths[span.span_id] + span.name)
    return lines

# %% wrong: one list for ever
# check: lists_the_tree
# says: begin each call with a new list
def span_tree(trace, lines=[]):
    def below(span_id, depth):
        for span in children(trace, span_id):
            lines.append("  " * depth + span.name)
            below(span.span_id, depth + 1)
    if len(lines) > len(trace.data.spans):
        lines.clear()
    below(None, 0)
    return lines

# %% wrong: each name once
# check: lists_the_tree
# says: Spans are missing
def span_tree(trace):
    lines = []
    def below(span_id, depth):
        for span in children(trace, span_id):
            line = "  " * depth + span.name
            if line not in lines:
                lines.append(line)
            below(span.span_id, depth + 1)
    below(None, 0)
    return lines

# %% wrong: a tuple of lines
# check: lists_the_tree
# says: give a list
def span_tree(trace):
    lines = []
    def below(span_id, depth):
        for span in children(trace, span_id):
            lines.append("  " * depth + span.name)
            below(span.span_id, depth + 1)
    below(None, 0)
    return tuple(lines)

# %% wrong: the lines of every trace that it was ever given
# check: lists_a_tree_side_by_side
# says: would keep the lines of the call before
def span_tree(trace, lines=[]):
    def below(span_id, depth):
        for span in children(trace, span_id):
            lines.append("  " * depth + span.name)
            below(span.span_id, depth + 1)
    below(None, 0)
    return list(lines)
