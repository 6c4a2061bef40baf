# %% right: plain loop with format
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    texts = []
    for span in trace.data.spans:
        if span.name == "FunctionTool.__call__":
            continue
        if span.status.status_code.value == "ERROR":
            event = span.events[0]
            texts.append("{}: {}".format(span.name, event.attributes["exception.type"]))
    return texts


# %% right: enum of the status and a helper for the type
from mlflow.entities import SpanStatusCode


def exception_type(span: Span) -> str:
    return next(
        event.attributes["exception.type"]
        for event in span.events
        if "exception.type" in event.attributes
    )


def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    failed = [span for span in trace.data.spans if span.status.status_code == SpanStatusCode.ERROR]
    return [
        ": ".join([span.name, exception_type(span)])
        for span in failed
        if span.name not in {"FunctionTool.__call__"}
    ]


# %% right: a generator function inside
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    passed_on = "FunctionTool.__call__"

    def texts():
        for span in trace.search_spans():
            failed = span.status.status_code.value == "ERROR"
            if failed and not span.name == passed_on:
                first, *_ = span.events
                yield span.name + ": " + first.attributes["exception.type"]

    return list(texts())


# %% wrong: leaves out every __call__
# breaks: Any other span may fail
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR" and not span.name.endswith("__call__")
    ]


# %% wrong: looks at parser and tool only
# breaks: Any other span may fail
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.name in ("ReActOutputParser.parse", "FunctionTool.call")
        and span.status.status_code.value == "ERROR"
    ]


# %% wrong: the same failure listed once
# breaks: a list with a text for each failed span
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    texts = [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR" and span.name != "FunctionTool.__call__"
    ]
    return list(dict.fromkeys(texts))


# %% wrong: only the innermost of failed spans
# breaks: Leave out `FunctionTool.__call__`, which only hands on what happened in `FunctionTool.call`. Any other span may fail
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    failed = [span for span in trace.data.spans if span.status.status_code.value == "ERROR"]
    passed_on = {span.parent_id for span in failed}
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in failed
        if span.span_id not in passed_on and span.name != "FunctionTool.__call__"
    ]


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


# %% wrong: any span with an exception event, whatever its status
# breaks: A span that ended with an exception has the status `ERROR` and holds the exception as an *event*.
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.events
        and "exception.type" in span.events[0].attributes
        and span.name != "FunctionTool.__call__"
    ]
