# %% right: recursion
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    if span.parent_id is None:
        return False
    (parent,) = trace.search_spans(span_id=span.parent_id)
    return parent.name == name or is_below(trace, parent, name)


# %% right: the names above, then look for the name
def names_above(trace: Trace, span: Span):
    """Yield the names of all spans above this one, from the parent up to the root."""
    parents = {one.span_id: (one.name, one.parent_id) for one in trace.data.spans}
    above = span.parent_id
    while above is not None:
        name, above = parents[above]
        yield name


def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    return any(one == name for one in names_above(trace, span))


# %% right: from the top down, by children
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    to_visit = [one.span_id for one in trace.search_spans(name=name)]
    seen = set()
    while to_visit:
        for child in children(trace, to_visit.pop()):
            if child.span_id == span.span_id:
                return True
            if child.span_id not in seen:
                seen.add(child.span_id)
                to_visit.append(child.span_id)
    return False


# %% wrong: the span itself counts too
# breaks: The span itself does not count, only what is above it
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    while span is not None:
        if span.name == name:
            return True
        span = spans.get(span.parent_id)
    return False


# %% wrong: three levels up
# breaks: does a span lie below a span of this name, *at any depth*?
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    for _ in range(3):
        if span.parent_id is None:
            return False
        span = spans[span.parent_id]
        if span.name == name:
            return True
    return False


# %% wrong: a part of the name will do
# breaks: the name has to be the whole name
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    while span.parent_id is not None:
        span = spans[span.parent_id]
        if span.name.startswith(name):
            return True
    return False


# %% wrong: stops before the root
# breaks: does a span lie below a span of this name, *at any depth*?
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    above = spans.get(span.parent_id)
    while above is not None and above.parent_id is not None:
        if above.name == name:
            return True
        above = spans[above.parent_id]
    return False


# %% wrong: what ran at the same time
# breaks: Up it is simpler: a span has one parent, that one has one parent, and so on to the root.
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    return any(
        one.start_time_ns <= span.start_time_ns and span.end_time_ns <= one.end_time_ns
        for one in trace.search_spans(name=name)
        if one.span_id != span.span_id
    )


# %% wrong: a number
# breaks: It returns `True` or `False`.
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    names = []
    while span.parent_id is not None:
        span = spans[span.parent_id]
        names.append(span.name)
    return names.count(name)
