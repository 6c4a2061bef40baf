# %% right: recursion over search_spans by id
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    if span.parent_id is None:
        return False
    (parent,) = trace.search_spans(span_id=span.parent_id)
    return parent.name == name or is_below(trace, parent, name)


# %% right: a generator of all that is above
def ancestors(trace: Trace, span: Span):
    """Yield the spans above this one, nearest first."""
    by_id = {one.span_id: one for one in trace.data.spans}
    above = by_id.get(span.parent_id)
    while above is not None:
        yield above
        above = by_id.get(above.parent_id)


def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    return any(above.name == name for above in ancestors(trace, span))


# %% right: down from each span of the name by children
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


# %% wrong: climbs three levels at most
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


# %% wrong: a part of the name is enough
# breaks: the name has to be the whole name
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    while span.parent_id is not None:
        span = spans[span.parent_id]
        if span.name.startswith(name):
            return True
    return False


# %% wrong: None where nothing is found
# breaks: It returns `True` or `False`.
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    while span.parent_id is not None:
        span = spans[span.parent_id]
        if span.name == name:
            return True


# %% wrong: judged by times instead of parents
# breaks: a span has one parent, that one has one parent, and so on to the root. Write `is_below`: does a span lie below a span of this name
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    return any(
        one.start_time_ns <= span.start_time_ns and span.end_time_ns <= one.end_time_ns
        for one in trace.search_spans(name=name)
        if one.span_id != span.span_id
    )


# %% wrong: only the first span of this name is considered
# breaks: does a span lie below a span of this name, *at any depth*?
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    named = trace.search_spans(name=name)
    if not named:
        return False
    parents = {one.span_id: one.parent_id for one in trace.data.spans}
    above = span.parent_id
    while above is not None:
        if above == named[0].span_id:
            return True
        above = parents[above]
    return False
