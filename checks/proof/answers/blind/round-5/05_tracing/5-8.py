# %% right: a loop with the enum
from mlflow.entities import SpanStatusCode


def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    texts = []
    for span in trace.search_spans():
        if span.name == "FunctionTool.__call__":
            continue
        if span.status.status_code == SpanStatusCode.ERROR:
            (event,) = span.events
            texts.append(span.name + ": " + event.attributes["exception.type"])
    return texts


# %% right: helpers for failed and for the text
def has_failed(span: Span) -> bool:
    """Tell whether this span ended with an exception."""
    return span.status.status_code.value == "ERROR"


def failure_text(span: Span) -> str:
    """Return the name of a failed span and the type of its exception."""
    return "{}: {}".format(span.name, span.events[0].attributes["exception.type"])


def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    handed_on = ("FunctionTool.__call__",)
    failed = [span for span in trace.data.spans if has_failed(span)]
    return [failure_text(span) for span in failed if span.name not in handed_on]


# %% right: a generator, sorted by the time of beginning
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""

    def texts():
        for span in sorted(trace.data.spans, key=lambda one: one.start_time_ns):
            match span.status.status_code.value, span.name:
                case "ERROR", "FunctionTool.__call__":
                    pass
                case "ERROR", name:
                    yield f"{name}: {span.events[-1].attributes['exception.type']}"

    return list(texts())


# %% wrong: whatever has an event of an exception
# breaks: a span that went well may have events, too, even of an exception
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {event.attributes['exception.type']}"
        for span in trace.data.spans
        for event in span.events
        if event.name == "exception" and span.name != "FunctionTool.__call__"
    ]


# %% wrong: looks at parser and tool alone
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
    texts = [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR" and span.name != "FunctionTool.__call__"
    ]
    return list(dict.fromkeys(texts))


# %% wrong: in the order of the tree
# breaks: a list with a text for each failed span, in order of time
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    texts = []

    def below(span_id):
        for span in children(trace, span_id):
            if span.status.status_code.value == "ERROR" and span.name != "FunctionTool.__call__":
                texts.append(f"{span.name}: {span.events[0].attributes['exception.type']}")
            below(span.span_id)

    below(None)
    return texts


# %% wrong: leaves out every __call__
# breaks: Any other span may fail
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR" and not span.name.endswith("__call__")
    ]


# %% wrong: the root is passed over
# breaks: a list with a text for each failed span, in order of time
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    root, *others = trace.data.spans
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in others
        if span.status.status_code.value == "ERROR" and span.name != "FunctionTool.__call__"
    ]
