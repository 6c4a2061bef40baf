# %% right: loop with append
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    found = []
    for span in trace.data.spans:
        if span.parent_id != span_id:
            continue
        found.append(span)
    return found


# %% right: grouped by parent in a dict
from collections import defaultdict


def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    by_parent: defaultdict[str | None, list[Span]] = defaultdict(list)
    for span in trace.data.spans:
        by_parent[span.parent_id].append(span)
    return by_parent[span_id]


# %% right: search_spans and filter, with a case for the root
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    if span_id is None:
        return [span for span in trace.search_spans() if span.parent_id is None]
    return list(filter(lambda span: span.parent_id == span_id, trace.search_spans()))


# %% wrong: children of every span of the same name
# breaks: the spans *right below* the span with this id
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    names = {span.span_id: span.name for span in trace.data.spans}
    name = names.get(span_id)
    return [span for span in trace.data.spans if names.get(span.parent_id) == name]


# %% wrong: one child for each name
# breaks: the spans *right below* the span with this id, as a list in order of time
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    below = {}
    for span in trace.data.spans:
        if span.parent_id == span_id:
            below.setdefault(span.name, span)
    return list(below.values())


# %% wrong: takes the children out of the trace
# breaks: Whoever reads a trace leaves it as it is: `trace.data.spans` stays the same.
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    below = [span for span in trace.data.spans if span.parent_id == span_id]
    for span in below:
        trace.data.spans.remove(span)
    return below


# %% wrong: gives a filter object
# breaks: as a list in order of time
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    return filter(lambda span: span.parent_id == span_id, trace.data.spans)


# %% wrong: None for a span without children
# breaks: where nothing is below, the list is empty
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    below = [span for span in trace.data.spans if span.parent_id == span_id]
    return below or None


# %% wrong: remembered by the id alone, so the root of another trace comes back
# breaks: `children(trace, None)` is a list of the root alone.
known: dict = {}


def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    if span_id not in known:
        known[span_id] = [span for span in trace.data.spans if span.parent_id == span_id]
    return list(known[span_id])
