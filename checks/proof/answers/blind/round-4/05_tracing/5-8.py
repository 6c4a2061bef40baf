# %% right: a loop with continue, and the enum
from mlflow.entities import SpanStatusCode


def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    texts = []
    for span in trace.data.spans:
        if span.status.status_code != SpanStatusCode.ERROR:
            continue
        if span.name == "FunctionTool.__call__":
            continue
        (event,) = span.events
        texts.append(": ".join([span.name, event.attributes["exception.type"]]))
    return texts


# %% right: a generator of the spans that failed
def failed_spans(trace: Trace):
    """Yield each failed span with its only event."""
    for span in trace.search_spans():
        if span.status.status_code.value == "ERROR":
            yield span, span.events[0]


def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        "{}: {}".format(span.name, event.attributes["exception.type"])
        for span, event in failed_spans(trace)
        if span.name not in {"FunctionTool.__call__"}
    ]


# %% right: filter, then map
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""

    def counts(span: Span) -> bool:
        handed_on = span.name == "FunctionTool.__call__"
        return not handed_on and span.status.status_code.value == "ERROR"

    def text(span: Span) -> str:
        exception = span.events[-1].attributes.get("exception.type")
        return f"{span.name}: {exception}"

    return list(map(text, filter(counts, trace.data.spans)))


# %% wrong: goes by the events
# breaks: a span that went well may have events, too
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {event.attributes['exception.type']}"
        for span in trace.data.spans
        for event in span.events
        if "exception.type" in event.attributes and span.name != "FunctionTool.__call__"
    ]


# %% wrong: leaves out every __call__
# breaks: Any other span may fail
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR" and not span.name.endswith(".__call__")
    ]


# %% wrong: each text once
# breaks: a list with a text for each failed span, in order of time
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    texts = {}
    for span in trace.data.spans:
        if span.status.status_code.value == "ERROR" and span.name != "FunctionTool.__call__":
            texts[f"{span.name}: {span.events[0].attributes['exception.type']}"] = True
    return list(texts)


# %% wrong: only where the exception began
# breaks: Any other span may fail
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    failed = [span for span in trace.data.spans if span.status.status_code.value == "ERROR"]
    handed_on = {span.parent_id for span in failed}
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in failed
        if span.span_id not in handed_on and span.name != "FunctionTool.__call__"
    ]


# %% wrong: in the order of the alphabet
# breaks: a list with a text for each failed span, in order of time
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return sorted(
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR" and span.name != "FunctionTool.__call__"
    )


# %% wrong: None where no span failed
# breaks: where none did, the list is empty
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    texts = []
    for span in trace.data.spans:
        if span.name == "FunctionTool.__call__":
            continue
        if span.status.status_code.value == "ERROR":
            texts.append(f"{span.name}: {span.events[0].attributes['exception.type']}")
    return texts or None
