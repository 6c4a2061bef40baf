# %% right: recursion
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    for one in trace.data.spans:
        if one.span_id == span.parent_id:
            return one.name == name or is_below(trace, one, name)
    return False


# %% right: all names above, collected first
def names_above(trace: Trace, span: Span) -> list[str]:
    """Return the names of all that is above a span, from its parent up to the root."""
    by_id = {one.span_id: one for one in trace.data.spans}
    names = []
    parent = by_id.get(span.parent_id)
    while parent is not None:
        names.append(parent.name)
        parent = by_id.get(parent.parent_id)
    return names


def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    return name in names_above(trace, span)


# %% right: from above, by children
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    todo = [one.span_id for one in trace.search_spans(name=name)]
    while todo:
        for child in children(trace, todo.pop()):
            if child.span_id == span.span_id:
                return True
            todo.append(child.span_id)
    return False


# %% wrong: the parent only
# breaks: does a span lie below a span of this name, *at any depth*?
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    return any(one.span_id == span.parent_id and one.name == name for one in trace.data.spans)


# %% wrong: three levels up and no further
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


# %% wrong: None in place of False
# breaks: It returns `True` or `False`.
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    while span.parent_id is not None:
        span = spans[span.parent_id]
        if span.name == name:
            return True


# %% wrong: the root is never looked at
# breaks: that one has one parent, and so on to the root
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    above = spans.get(span.parent_id)
    while above is not None and above.parent_id is not None:
        if above.name == name:
            return True
        above = spans[above.parent_id]
    return False


# %% wrong: judged by the times
# breaks: does a span lie below a span of this name ... only what is above it
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    return any(
        one.name == name
        and one.span_id != span.span_id
        and one.start_time_ns <= span.start_time_ns
        and span.end_time_ns <= one.end_time_ns
        for one in trace.data.spans
    )


# %% wrong: judged by names above names
# breaks: Up it is simpler: a span has one parent
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    by_id = {one.span_id: one for one in trace.data.spans}
    parent_name = {
        one.name: by_id[one.parent_id].name for one in trace.data.spans if one.parent_id is not None
    }
    current, seen = span.name, set()
    while current in parent_name and current not in seen:
        seen.add(current)
        current = parent_name[current]
        if current == name:
            return True
    return False


# %% wrong: fails for the root
# breaks: It returns `True` or `False`.
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    spans = {one.span_id: one for one in trace.data.spans}
    while True:
        span = spans[span.parent_id]
        if span.name == name:
            return True
        if span.parent_id is None:
            return False


# %% wrong: only the first span of that name
# breaks: does a span lie below a span of this name
def is_below(trace: Trace, span: Span, name: str) -> bool:
    """Tell whether a span lies below a span of this name, at any depth."""
    named = trace.search_spans(name=name)
    if not named:
        return False
    spans = {one.span_id: one for one in trace.data.spans}
    while span.parent_id is not None:
        span = spans[span.parent_id]
        if span.span_id == named[0].span_id:
            return True
    return False
