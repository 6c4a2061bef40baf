# %% right: a loop that appends
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    found = []
    for span in trace.data.spans:
        if span.parent_id != span_id:
            continue
        found.append(span)
    return found


# %% right: list of a filter
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    return list(filter(lambda span: span.parent_id == span_id, trace.search_spans()))


# %% right: group all by parent, then look up
from collections import defaultdict


def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    by_parent = defaultdict(list)
    for span in trace.data.spans:
        by_parent[span.parent_id].append(span)
    return by_parent.get(span_id, [])


# %% wrong: grandchildren too
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


# %% wrong: an iterator
# breaks: the spans *right below* the span with this id, as a list in order of time
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    return filter(lambda span: span.parent_id == span_id, trace.data.spans)


# %% wrong: one span for each name
# breaks: the spans *right below* the span with this id, as a list in order of time
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    by_name = {}
    for span in trace.data.spans:
        if span.parent_id == span_id:
            by_name.setdefault(span.name, span)
    return list(by_name.values())


# %% wrong: sorts the trace itself by its end
# breaks: Whoever reads a trace, here and in 5.4 to 5.10, leaves it as it is: `trace.data.spans` and what the spans hold stay the same.
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    found = [span for span in trace.data.spans if span.parent_id == span_id]
    trace.data.spans.sort(key=lambda span: span.end_time_ns)
    return found


# %% wrong: None where nothing is below
# breaks: where nothing is below, the list is empty
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    found = [span for span in trace.data.spans if span.parent_id == span_id]
    if found:
        return found
