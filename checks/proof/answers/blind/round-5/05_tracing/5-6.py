# %% right: climbs by recursion
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    if span.parent_id is None:
        return False
    (parent,) = trace.search_spans(span_id=span.parent_id)
    return parent.name == name or is_below(trace, parent, name)


# %% right: a generator of all that is above
def spans_above(trace: Trace, span: Span):
    """Give the parent, its parent and so on, up to the root."""
    by_id = {one.span_id: one for one in trace.data.spans}
    above = by_id.get(span.parent_id)
    while above is not None:
        yield above
        above = by_id.get(above.parent_id)


def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    return any(above.name == name for above in spans_above(trace, span))


# %% right: down from the spans of this name
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    todo = [one.span_id for one in trace.search_spans(name=name)]
    while todo:
        for child in children(trace, todo.pop()):
            if child.span_id == span.span_id:
                return True
            todo.append(child.span_id)
    return False


# %% wrong: the span itself counts
# breaks: The span itself does not count, only what is above it
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    while span is not None:
        if span.name == name:
            return True
        span = spans.get(span.parent_id)
    return False


# %% wrong: a part of the name is enough
# breaks: the name has to be the whole name
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    while span.parent_id is not None:
        span = spans[span.parent_id]
        if name in span.name:
            return True
    return False


# %% wrong: the parent, the grandparent, and the root
# breaks: does a span lie below a span of this name, *at any depth*?
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    above = [trace.data.spans[0].name] if span.parent_id else []
    for _ in range(2):
        if span.parent_id is not None:
            span = spans[span.parent_id]
            above.append(span.name)
    return name in above


# %% wrong: by time instead of by parent
# breaks: Up it is simpler: a span has one parent, that one has one parent, and so on to the root.
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    return any(
        one.span_id != span.span_id
        and one.start_time_ns <= span.start_time_ns
        and one.end_time_ns >= span.end_time_ns
        for one in trace.search_spans(name=name)
    )


# %% wrong: says the span or nothing
# breaks: It returns `True` or `False`.
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    while span.parent_id is not None:
        span = spans[span.parent_id]
        if span.name == name:
            return True


# %% wrong: spans are known by their name
# breaks: a span has one parent, that one has one parent, and so on to the root
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    names = {one.span_id: one.name for one in trace.data.spans}
    parents = {one.name: names.get(one.parent_id) for one in trace.data.spans}
    above = parents[span.name]
    for _ in trace.data.spans:
        if above == name:
            return True
        above = parents.get(above)
    return False
