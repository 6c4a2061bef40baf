# %% right: a loop that appends
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    found = []
    for span in trace.data.spans:
        if span.parent_id != span_id:
            continue
        found.append(span)
    return found


# %% right: group all spans by parent first
from collections import defaultdict


def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    by_parent = defaultdict(list)
    for span in trace.data.spans:
        by_parent[span.parent_id].append(span)
    return by_parent.get(span_id, [])


# %% right: filter, sorted by when each began
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    right_below = filter(lambda span: span.parent_id == span_id, trace.search_spans())
    return sorted(right_below, key=lambda span: span.start_time_ns)


# %% wrong: in the order in which they ended
# breaks: the spans *right below* the span with this id, as a list in order of time
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    found = [span for span in trace.data.spans if span.parent_id == span_id]
    return sorted(found, key=lambda span: span.end_time_ns)


# %% wrong: a tuple
# breaks: the spans *right below* the span with this id, as a list in order of time
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    return tuple(span for span in trace.data.spans if span.parent_id == span_id)


# %% wrong: KeyError where nothing is below
# breaks: where nothing is below, the list is empty
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    by_parent = {}
    for span in trace.data.spans:
        by_parent.setdefault(span.parent_id, []).append(span)
    return by_parent[span_id]


# %% wrong: takes the spans found out of the trace
# breaks: leaves it as it is: `trace.data.spans` and what the spans hold stay the same
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    found = [span for span in trace.data.spans if span.parent_id == span_id]
    trace.data.spans = [span for span in trace.data.spans if span.parent_id != span_id]
    return found


# %% wrong: grandchildren too
# breaks: What is further down is not in it
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    if span_id is None:
        return [span for span in trace.data.spans if span.parent_id is None]
    above = {span_id}
    found = []
    for span in trace.data.spans:
        if span.parent_id in above:
            above.add(span.span_id)
            found.append(span)
    return found


# %% wrong: all spans for None
# breaks: `children(trace, None)` is a list of the root alone
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    if span_id is None:
        return list(trace.data.spans)
    return [span for span in trace.data.spans if span.parent_id == span_id]
