# %% right: a loop
def children(trace, span_id):
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    found = []
    for span in trace.data.spans:
        if span.parent_id == span_id:
            found.append(span)
    return found

# %% right: sorted by their start
def children(trace, span_id):
    """Return the spans right below the span with this id, in order of time; for None, the root."""
    below = (span for span in trace.data.spans if span.parent_id == span_id)
    return sorted(below, key=lambda one: one.start_time_ns)

# %% wrong: names in place of spans
# check: gives_what_is_right_below
# says: the spans themselves
def children(trace, span_id):
    return [span.name for span in trace.data.spans if span.parent_id == span_id]

# %% wrong: all that is below
# check: gives_what_is_right_below
# says: What is further down
def children(trace, span_id):
    found = []
    for span in trace.data.spans:
        if span.parent_id == span_id:
            found.append(span)
            found += children(trace, span.span_id)
    return sorted(found, key=lambda one: one.start_time_ns)

# %% wrong: by the name of the parent
# check: gives_children_of_any_span
# says: Names do not count
def children(trace, span_id):
    names = {span.span_id: span.name for span in trace.data.spans}
    name = names.get(span_id)
    return [span for span in trace.data.spans if names.get(span.parent_id) == name]

# %% wrong: the newest first
# check: gives_what_is_right_below
# says: in order of time
def children(trace, span_id):
    return [span for span in reversed(trace.data.spans) if span.parent_id == span_id]

# %% wrong: nothing for None
# check: gives_what_is_right_below
# says: a list of the root alone
def children(trace, span_id):
    if span_id is None:
        return []
    return [span for span in trace.data.spans if span.parent_id == span_id]

# %% wrong: stops where the children seem to end
# check: gives_children_of_any_span
# says: A span is a child where
def children(trace, span_id):
    found = []
    for span in trace.data.spans:
        if span.parent_id == span_id:
            found.append(span)
        elif len(found) > 1:
            break
    return found

# %% wrong: takes them out of the trace
# check: gives_what_is_right_below
# says: the trace is another one afterwards
def children(trace, span_id):
    found = [span for span in trace.data.spans if span.parent_id == span_id]
    for span in found:
        trace.data.spans.remove(span)
    return found

# %% wrong: a generator
# check: gives_what_is_right_below
# says: Give a list
def children(trace, span_id):
    return (span for span in trace.data.spans if span.parent_id == span_id)

# %% wrong: a tuple
# check: gives_what_is_right_below
# says: give a list
def children(trace, span_id):
    return tuple(span for span in trace.data.spans if span.parent_id == span_id)

# %% wrong: one list for ever
# check: gives_what_is_right_below
# says: begin each call with a new list
def children(trace, span_id, found=[]):
    if found and found[0].parent_id != span_id:
        found.clear()
    found += [span for span in trace.data.spans if span.parent_id == span_id]
    return found
