# %% right: a loop, and the status from the library
from mlflow.entities import SpanStatusCode


def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    texts = []
    for span in trace.data.spans:
        if span.name == "FunctionTool.__call__":
            continue
        if span.status.status_code == SpanStatusCode.ERROR:
            exception = span.events[0]
            texts.append(span.name + ": " + exception.attributes["exception.type"])
    return texts


# %% right: filter, then write
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""

    def failed(span: Span) -> bool:
        return span.status.status_code.value == "ERROR"

    def text(span: Span) -> str:
        (event,) = span.events
        return "{}: {}".format(span.name, event.attributes["exception.type"])

    ill = filter(failed, trace.search_spans())
    return [text(span) for span in ill if span.name != "FunctionTool.__call__"]


# %% right: a generator of pairs
def failed_spans(trace: Trace):
    """Yield name and exception type of each span that ended with an exception."""
    for span in trace.data.spans:
        if str(span.status.status_code.value) == "ERROR":
            yield span.name, span.events[-1].attributes["exception.type"]


def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    only_hands_on = {"FunctionTool.__call__"}
    return [": ".join(pair) for pair in failed_spans(trace) if pair[0] not in only_hands_on]


# %% wrong: whatever has an exception among its events
# breaks: a span that went well may have events, too, even of an exception
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {event.attributes['exception.type']}"
        for span in trace.data.spans
        if span.name != "FunctionTool.__call__"
        for event in span.events
        if "exception.type" in event.attributes
    ]


# %% wrong: only tools and the parser
# breaks: Any other span may fail
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.name in ("FunctionTool.call", "ReActOutputParser.parse")
        and span.status.status_code.value == "ERROR"
    ]


# %% wrong: each text only once
# breaks: a list with a text for each failed span
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    texts = [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR" and span.name != "FunctionTool.__call__"
    ]
    return list(dict.fromkeys(texts))


# %% wrong: sorted by name
# breaks: a list with a text for each failed span, in order of time
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return sorted(
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR" and span.name != "FunctionTool.__call__"
    )


# %% wrong: every __call__ left out
# breaks: Any other span may fail
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR" and not span.name.endswith("__call__")
    ]


# %% wrong: the root is taken for a mere echo
# breaks: Any other span may fail
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR"
        and span.parent_id is not None
        and span.name != "FunctionTool.__call__"
    ]
