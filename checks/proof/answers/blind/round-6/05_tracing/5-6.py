# %% right: recursion to the parent
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    for parent in trace.data.spans:
        if parent.span_id == span.parent_id:
            return parent.name == name or is_below(trace, parent, name)
    return False


# %% right: down from every span of this name
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    to_visit = [one.span_id for one in trace.search_spans(name=name)]
    below = set()
    while to_visit:
        for child in children(trace, to_visit.pop()):
            if child.span_id not in below:
                below.add(child.span_id)
                to_visit.append(child.span_id)
    return span.span_id in below


# %% right: a generator of ancestors
def ancestors(trace: Trace, span: Span):
    """Yield the spans above a span, the nearest first."""
    by_id = {one.span_id: one for one in trace.data.spans}
    above = by_id.get(span.parent_id)
    while above is not None:
        yield above
        above = by_id.get(above.parent_id)


def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    return any(one.name == name for one in ancestors(trace, span))


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


# %% wrong: parent and grandparents, three levels
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


# %% wrong: only below the first span of that name
# breaks: does a span lie below a span of this name, *at any depth*?
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    named = trace.search_spans(name=name)
    if not named:
        return False
    to_visit = [named[0].span_id]
    while to_visit:
        for child in children(trace, to_visit.pop()):
            if child.span_id == span.span_id:
                return True
            to_visit.append(child.span_id)
    return False


# %% wrong: the root is passed over
# breaks: a span has one parent, that one has one parent, and so on to the root
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    above = spans.get(span.parent_id)
    while above is not None and above.parent_id is not None:
        if above.name == name:
            return True
        above = spans.get(above.parent_id)
    return False


# %% wrong: None instead of False
# breaks: It returns `True` or `False`.
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    while span.parent_id is not None:
        span = spans[span.parent_id]
        if span.name == name:
            return True
