# %% right: filter with a lambda
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    return list(filter(lambda span: span.parent_id == span_id, trace.data.spans))


# %% right: grouped by parent first
from collections import defaultdict


def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    by_parent = defaultdict(list)
    for span in trace.data.spans:
        by_parent[span.parent_id].append(span)
    return by_parent.get(span_id, [])


# %% right: a loop, with the root as a case of its own
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    found = []
    for span in trace.data.spans:
        if span_id is None:
            if span.parent_id is None:
                return [span]
        elif span.parent_id == span_id:
            found.append(span)
    return found


# %% right: a copy, from which the others are removed
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    spans = list(trace.data.spans)
    for position in range(len(spans) - 1, -1, -1):
        if spans[position].parent_id != span_id:
            del spans[position]
    return spans


# %% wrong: everything further down too
# breaks: What is further down is not in it
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    if span_id is None:
        return [span for span in trace.data.spans if span.parent_id is None]
    ids = {span_id}
    found = []
    for span in trace.data.spans:
        if span.parent_id in ids:
            ids.add(span.span_id)
            found.append(span)
    return found


# %% wrong: a tuple
# breaks: as a list in order of time
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    return tuple(span for span in trace.data.spans if span.parent_id == span_id)


# %% wrong: children of all spans of the same name
# breaks: the spans *right below* the span with this id
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    names = {span.span_id: span.name for span in trace.data.spans}
    names[None] = None
    return [span for span in trace.data.spans if names[span.parent_id] == names.get(span_id)]


# %% wrong: one child for each name
# breaks: the spans *right below* the span with this id, as a list in order of time
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    by_name = {}
    for span in trace.data.spans:
        if span.parent_id == span_id:
            by_name.setdefault(span.name, span)
    return list(by_name.values())


# %% wrong: None for a leaf
# breaks: where nothing is below, the list is empty
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    found = [span for span in trace.data.spans if span.parent_id == span_id]
    if found:
        return found


# %% wrong: reorders the trace's own list
# breaks: Whoever reads a trace leaves it as it is: `trace.data.spans` stays the same.
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    trace.data.spans.sort(key=lambda span: span.parent_id or "")
    found = [span for span in trace.data.spans if span.parent_id == span_id]
    return sorted(found, key=lambda span: span.start_time_ns)


# %% wrong: takes what it finds out of the trace
# breaks: Whoever reads a trace leaves it as it is: `trace.data.spans` stays the same.
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    found = [span for span in trace.data.spans if span.parent_id == span_id]
    for span in found:
        trace.data.spans.remove(span)
    return found


# %% wrong: remembers the children of each id, whatever the trace
# breaks: `children(trace, None)` is a list of the root alone
_known = {}


def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    if span_id not in _known:
        _known[span_id] = [span for span in trace.data.spans if span.parent_id == span_id]
    return _known[span_id]


# %% wrong: the newest first
# breaks: as a list in order of time
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    found = []
    for span in trace.data.spans:
        if span.parent_id == span_id:
            found.insert(0, span)
    return found


# %% wrong: sorted by name
# breaks: as a list in order of time
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    found = [span for span in trace.data.spans if span.parent_id == span_id]
    return sorted(found, key=lambda span: span.name)
