# %% right: a loop with the enum
from mlflow.entities import SpanStatusCode


def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    texts = []
    for span in trace.data.spans:
        if span.name == "FunctionTool.__call__":
            continue
        if span.status.status_code == SpanStatusCode.ERROR:
            (event,) = span.events
            texts.append(span.name + ": " + event.attributes["exception.type"])
    return texts


# %% right: a generator of the failed spans
def _failed(trace):
    for span in trace.search_spans():
        if span.status.status_code.value != "ERROR":
            continue
        if span.name != "FunctionTool.__call__":
            yield span


def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        "{}: {}".format(span.name, span.events[-1].attributes.get("exception.type"))
        for span in _failed(trace)
    ]


# %% right: map and filter
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""

    def counts(span: Span) -> bool:
        return not (
            span.name == "FunctionTool.__call__" or span.status.status_code.name != "ERROR"
        )

    def text(span: Span) -> str:
        kind = next(e.attributes["exception.type"] for e in span.events)
        return ": ".join([span.name, kind])

    return list(map(text, filter(counts, trace.data.spans)))


# %% wrong: whatever has an event has failed
# breaks: a span that went well may have events, too
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {span.events[0].attributes.get('exception.type')}"
        for span in trace.data.spans
        if span.events and span.name != "FunctionTool.__call__"
    ]


# %% wrong: only the parser and the tools
# breaks: Any other span may fail
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR"
        and span.name in ("ReActOutputParser.parse", "FunctionTool.call")
    ]


# %% wrong: each text once
# breaks: a list with a text for each failed span
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    texts = {}
    for span in trace.data.spans:
        if span.status.status_code.value == "ERROR" and span.name != "FunctionTool.__call__":
            texts[f"{span.name}: {span.events[0].attributes['exception.type']}"] = True
    return list(texts)


# %% wrong: passes over every name that ends so
# breaks: Leave out `FunctionTool.__call__`, which only hands on what happened in `FunctionTool.call`. Any other span may fail
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR" and not span.name.endswith("__call__")
    ]


# %% wrong: name after name
# breaks: a list with a text for each failed span, in order of time
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    texts = []
    for name in dict.fromkeys(span.name for span in trace.data.spans):
        if name == "FunctionTool.__call__":
            continue
        for span in trace.search_spans(name=name):
            if span.status.status_code.value == "ERROR":
                texts.append(f"{name}: {span.events[0].attributes['exception.type']}")
    return texts
