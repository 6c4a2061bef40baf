# %% right: calls itself
def is_below(trace, span, name):
    """Tell whether a span lies below a span of this name, at any depth."""
    for above in trace.data.spans:
        if above.span_id == span.parent_id:
            return above.name == name or is_below(trace, above, name)
    return False

# %% right: down from each span of the name
def is_below(trace, span, name):
    """Tell whether a span lies below a span of this name, at any depth."""
    below = {one.span_id for one in trace.search_spans(name=name)}
    found = set()
    for one in trace.data.spans:
        if one.parent_id in below or one.parent_id in found:
            found.add(one.span_id)
    return span.span_id in found

# %% wrong: looks at the parent only
# check: climbs_to_the_root
# says: climb on
def is_below(trace, span, name):
    return any(one.span_id == span.parent_id and one.name == name for one in trace.data.spans)

# %% wrong: three levels, more than in the lesson's trace
# check: climbs_to_the_root
# says: climb on
def is_below(trace, span, name):
    spans = {one.span_id: one for one in trace.data.spans}
    for _ in range(3):
        span = spans.get(span.parent_id)
        if span is None:
            return False
        if span.name == name:
            return True
    return False

# %% wrong: counts the span itself
# check: climbs_to_the_root
# says: it does not count itself
def is_below(trace, span, name):
    spans = {one.span_id: one for one in trace.data.spans}
    while span is not None:
        if span.name == name:
            return True
        span = spans.get(span.parent_id)
    return False

# %% wrong: forgets the root
# check: climbs_to_the_root
# says: look at the root, too
def is_below(trace, span, name):
    spans = {one.span_id: one for one in trace.data.spans}
    above = spans.get(span.parent_id)
    while above is not None and above.parent_id is not None:
        if above.name == name:
            return True
        above = spans[above.parent_id]
    return False

# %% wrong: a part of the name will do
# check: climbs_to_the_root
# says: compare the whole name
def is_below(trace, span, name):
    spans = {one.span_id: one for one in trace.data.spans}
    while span.parent_id is not None:
        span = spans[span.parent_id]
        if name in span.name:
            return True
    return False

# %% wrong: anywhere in the trace
# check: climbs_to_the_root
# says: not above
def is_below(trace, span, name):
    return bool(trace.search_spans(name=name))

# %% wrong: all that began earlier
# check: climbs_to_the_root
# says: not above this span
def is_below(trace, span, name):
    for one in trace.data.spans:
        if one.span_id == span.span_id:
            return False
        if one.name == name:
            return True
    return False

# %% wrong: gives nothing for False
# check: climbs_to_the_root
# says: `return`
def is_below(trace, span, name):
    spans = {one.span_id: one for one in trace.data.spans}
    while span.parent_id is not None:
        span = spans[span.parent_id]
        if span.name == name:
            return True

# %% wrong: spans by name, not by id
# check: climbs_in_any_tree
# says: others of that name are elsewhere
def is_below(trace, span, name):
    ids = {one.name: one for one in trace.search_spans(name=name)}
    above = ids.get(name)
    spans = {one.span_id: one for one in trace.data.spans}
    while span.parent_id is not None and above is not None:
        span = spans[span.parent_id]
        if span.span_id == above.span_id:
            return True
    return False

# %% wrong: goes up by names
# check: climbs_to_the_root
# says: as spans may share a name
def is_below(trace, span, name):
    names = {one.span_id: one.name for one in trace.data.spans}
    parents = {one.name: names.get(one.parent_id) for one in trace.data.spans}
    above = parents[span.name]
    for _ in trace.data.spans:
        if above == name:
            return True
        above = parents.get(above)
    return False
