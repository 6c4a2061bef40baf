# %% right: a loop that appends
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    below = []
    for candidate in trace.data.spans:
        if candidate.parent_id != span_id:
            continue
        below.append(candidate)
    return below


# %% right: groups by parent
from collections import defaultdict


def spans_by_parent(trace: Trace) -> dict[str | None, list[Span]]:
    """Return for each parent's id the list of its spans."""
    groups = defaultdict(list)
    for span in trace.data.spans:
        groups[span.parent_id].append(span)
    return groups


def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    return spans_by_parent(trace).get(span_id, [])


# %% right: filtered, and sorted by the time of beginning
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    found = filter(lambda span: span.parent_id == span_id, trace.search_spans())
    return sorted(found, key=lambda span: span.start_time_ns)


# %% wrong: one span for each name
# breaks: the spans *right below* the span with this id, as a list in order of time
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    by_name = {}
    for span in trace.data.spans:
        if span.parent_id == span_id:
            by_name.setdefault(span.name, span)
    return list(by_name.values())


# %% wrong: by the time when they ended
# breaks: the spans *right below* the span with this id, as a list in order of time
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    below = [span for span in trace.data.spans if span.parent_id == span_id]
    return sorted(below, key=lambda span: span.end_time_ns or 0)


# %% wrong: an iterator
# breaks: as a list in order of time
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    return filter(lambda span: span.parent_id == span_id, trace.data.spans)


# %% wrong: only the agent's own spans
# breaks: the spans *right below* the span with this id
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    return [
        span
        for span in trace.data.spans
        if span.parent_id == span_id and span.name.startswith("ReActAgent.")
    ]


# %% wrong: sorts the trace's own list
# breaks: leaves it as it is: `trace.data.spans` and what the spans hold stay the same
def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    spans = trace.data.spans
    spans.sort(key=lambda span: (span.parent_id or "", span.start_time_ns))
    return [span for span in spans if span.parent_id == span_id]


# %% wrong: remembers what it found, whatever the trace
# breaks: `children(trace, None)` is a list of the root alone
_known: dict = {}


def children(trace: Trace, span_id: str | None) -> list[Span]:
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    if span_id not in _known:
        _known[span_id] = [span for span in trace.data.spans if span.parent_id == span_id]
    return list(_known[span_id])
