# %% right: a loop, the status compared as an enumeration
from mlflow.entities import SpanStatusCode

def failures(trace):
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    found = []
    for span in trace.data.spans:
        if span.name == "FunctionTool.__call__":
            continue
        if span.status.status_code == SpanStatusCode.ERROR:
            for event in span.events:
                if event.name == "exception":
                    found.append(span.name + ": " + event.attributes["exception.type"])
    return found

# %% right: goes by the events
def failures(trace):
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {event.attributes['exception.type']}"
        for span in trace.data.spans
        for event in span.events
        if span.status.status_code == "ERROR" and span.name != "FunctionTool.__call__"
    ]

# %% wrong: counts FunctionTool.__call__ too
# check: names_a_failure
# says: only hands on
def failures(trace):
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR"
    ]

# %% wrong: looks at the status of the run
# check: names_a_failure
# says: look at the status of each
def failures(trace):
    if trace.info.state.value == "OK":
        return []
    return [span.name for span in trace.data.spans]

# %% wrong: gives the message in place of the type
# check: names_a_failure
# says: the type of the exception
def failures(trace):
    return [
        f"{span.name}: {span.events[0].attributes['exception.message']}"
        for span in trace.data.spans
        if span.events and span.name != "FunctionTool.__call__"
    ]

# %% wrong: stops at the first failure
# check: names_each_of_several
# says: the first failure alone
def failures(trace):
    for span in trace.data.spans:
        if span.events and span.name != "FunctionTool.__call__":
            return [f"{span.name}: {span.events[0].attributes['exception.type']}"]
    return []

# %% wrong: looks at tools only
# check: names_every_failure
# says: one text for each span
def failures(trace):
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.search_spans(name="FunctionTool.call")
        if span.events
    ]

# %% wrong: each failure once
# check: names_any_failed_span
# says: one text for each span
def failures(trace):
    found = []
    for span in trace.data.spans:
        if span.status.status_code.value == "ERROR" and span.name != "FunctionTool.__call__":
            text = f"{span.name}: {span.events[0].attributes['exception.type']}"
            if text not in found:
                found.append(text)
    return found

# %% wrong: tools and parser only
# check: names_each_of_several
# says: one text for each span
def failures(trace):
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.events and span.name in ("FunctionTool.call", "ReActOutputParser.parse")
    ]

# %% wrong: sorted by name
# check: names_any_failed_span
# says: in order of time
def failures(trace):
    return sorted(
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR" and span.name != "FunctionTool.__call__"
    )


# %% wrong: each failure twice
# check: names_a_failure
# says: more in it than one text for each failed span
def failures(trace):
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR" and span.name != "FunctionTool.__call__"
        for _ in range(2)
    ]

# %% wrong: a text for each span, whether it failed or not
# check: names_a_failure
# says: and no span of that name failed
def failures(trace):
    found = []
    for span in trace.data.spans:
        if span.name != "FunctionTool.__call__":
            kinds = [one.attributes.get("exception.type", "none") for one in span.events or []]
            found.append(f"{span.name}: {kinds[0] if kinds else 'none'}")
    return found
