# %% right: recursion by search_spans
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    if span.parent_id is None:
        return False
    (parent,) = trace.search_spans(span_id=span.parent_id)
    return parent.name == name or is_below(trace, parent, name)


# %% right: collect the names above, then look
def _names_above(trace, span):
    by_id = {other.span_id: other for other in trace.data.spans}
    above = by_id.get(span.parent_id)
    while above:
        yield above.name
        above = by_id.get(above.parent_id)


def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    return name in list(_names_above(trace, span))


# %% right: downwards from each span of the name
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    todo = [top.span_id for top in trace.data.spans if top.name == name]
    seen = set()
    while todo:
        for child in children(trace, todo.pop()):
            if child.span_id == span.span_id:
                return True
            if child.span_id not in seen:
                seen.add(child.span_id)
                todo.append(child.span_id)
    return False


# %% wrong: counts itself
# breaks: The span itself does not count, only what is above it
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    while span is not None:
        if span.name == name:
            return True
        span = spans.get(span.parent_id)
    return False


# %% wrong: begins like the name
# breaks: the name has to be the whole name
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    while span.parent_id is not None:
        span = spans[span.parent_id]
        if span.name.startswith(name):
            return True
    return False


# %% wrong: None for no
# breaks: It returns `True` or `False`.
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    while span.parent_id is not None:
        span = spans[span.parent_id]
        if span.name == name:
            return True


# %% wrong: parent and grandparent and one more
# breaks: does a span lie below a span of this name, *at any depth*?
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    for _ in range(3):
        span = spans.get(span.parent_id)
        if span is None:
            return False
        if span.name == name:
            return True
    return False


# %% wrong: earlier in the list and not over yet
# breaks: does a span lie below a span of this name, *at any depth*?
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    return any(
        one.name == name
        and one.span_id != span.span_id
        and one.start_time_ns <= span.start_time_ns
        and one.end_time_ns >= span.end_time_ns
        for one in trace.data.spans
    )
