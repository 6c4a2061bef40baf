# %% right: loop, and sorted by start
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    found = []
    for span in trace.data.spans:
        if span.parent_id == span_id:
            found.append(span)
    return sorted(found, key=lambda span: span.start_time_ns)


# %% right: grouped by parent
from collections import defaultdict


def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    by_parent = defaultdict(list)
    for span in trace.data.spans:
        by_parent[span.parent_id].append(span)
    return by_parent[span_id]


# %% right: filter, with the root by itself
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    if span_id is None:
        root = next(span for span in trace.data.spans if span.parent_id is None)
        return [root]
    return list(filter(lambda span: span.parent_id == span_id, trace.search_spans()))


# %% wrong: an iterator and not a list
# breaks: the spans *right below* the span with this id, as a list in order of time
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    return filter(lambda span: span.parent_id == span_id, trace.data.spans)


# %% wrong: in order of the ends
# breaks: in order of time: whichever began first comes first
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    below = [span for span in trace.data.spans if span.parent_id == span_id]
    return sorted(below, key=lambda span: span.end_time_ns)


# %% wrong: None where nothing is below
# breaks: where nothing is below, the list is empty
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    below = [span for span in trace.data.spans if span.parent_id == span_id]
    if below:
        return below


# %% wrong: turns the trace's own list around
# breaks: Whoever reads a trace, here and in 5.4 to 5.10, leaves it as it is: `trace.data.spans` and what the spans hold stay the same.
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    spans = trace.data.spans
    spans.sort(key=lambda span: span.start_time_ns, reverse=True)
    below = []
    for span in spans:
        if span.parent_id == span_id:
            below.insert(0, span)
    return below


# %% wrong: remembers by id, whichever trace it is
# breaks: `children(trace, None)` is a list of the root alone.
known = {}


def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    if span_id not in known:
        known[span_id] = [span for span in trace.data.spans if span.parent_id == span_id]
    return known[span_id]


# %% wrong: one span for each name
# breaks: the spans *right below* the span with this id, as a list in order of time
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    below = {}
    for span in trace.data.spans:
        if span.parent_id == span_id:
            below.setdefault(span.name, span)
    return list(below.values())
