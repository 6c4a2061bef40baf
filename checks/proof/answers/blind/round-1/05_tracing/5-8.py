# %% right: a loop over the spans
from mlflow.entities import SpanStatusCode


def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    texts = []
    for span in trace.data.spans:
        if span.name == "FunctionTool.__call__":
            continue
        if span.status.status_code is SpanStatusCode.ERROR:
            first_event, *_ = span.events
            texts.append(span.name + ": " + first_event.attributes["exception.type"])
    return texts


# %% right: a generator, the exception looked for among the events
def exception_type(span: Span) -> str:
    """Return the type of the exception that a failed span ended with."""
    return next(
        event.attributes["exception.type"]
        for event in span.events
        if "exception.type" in event.attributes
    )


def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    failed = (one for one in trace.data.spans if one.status.status_code == "ERROR")
    return ["%s: %s" % (one.name, exception_type(one)) for one in failed if one.name != "FunctionTool.__call__"]


# %% right: search_spans without conditions, then map
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""

    def counts(span: Span) -> bool:
        return span.status.status_code.value == "ERROR" and not span.name == "FunctionTool.__call__"

    def text(span: Span) -> str:
        return ": ".join([span.name, span.events[0].attributes["exception.type"]])

    return list(map(text, filter(counts, trace.search_spans())))


# %% wrong: the handed-on failure too
# breaks: Leave out `FunctionTool.__call__`, which only hands on what happened in `FunctionTool.call`.
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR"
    ]


# %% wrong: only the two names of the patients
# breaks: Any other span may fail
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR"
        and span.name in ("FunctionTool.call", "ReActOutputParser.parse")
    ]


# %% wrong: all names that end in __call__ left out
# breaks: Leave out `FunctionTool.__call__` ... Any other span may fail
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR" and not span.name.endswith("__call__")
    ]


# %% wrong: only the innermost failures
# breaks: a list with a text for each failed span ... Any other span may fail
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    failed = [span for span in trace.data.spans if span.status.status_code.value == "ERROR"]
    handed_on = {span.parent_id for span in failed}
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in failed
        if span.span_id not in handed_on
    ]


# %% wrong: equal texts only once
# breaks: a list with a text for each failed span
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    texts = {}
    for span in trace.data.spans:
        if span.status.status_code.value == "ERROR" and span.name != "FunctionTool.__call__":
            texts[f"{span.name}: {span.events[0].attributes['exception.type']}"] = True
    return list(texts)


# %% wrong: sorted by the alphabet
# breaks: a text for each failed span, in order of time
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return sorted(
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR" and span.name != "FunctionTool.__call__"
    )


# %% wrong: each span with an event
# breaks: A span that ended with an exception has the status `ERROR` ... a text for each failed span
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {span.events[0].attributes['exception.type']}"
        for span in trace.data.spans
        if span.events and span.name != "FunctionTool.__call__"
    ]


# %% wrong: the message in place of the type
# breaks: its name and that type, such as `"ReActOutputParser.parse: ValueError"`
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    return [
        f"{span.name}: {span.events[0].attributes['exception.message']}"
        for span in trace.data.spans
        if span.status.status_code.value == "ERROR" and span.name != "FunctionTool.__call__"
    ]


# %% wrong: only the first failure
# breaks: a list with a text for each failed span
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    for span in trace.data.spans:
        if span.status.status_code.value == "ERROR" and span.name != "FunctionTool.__call__":
            return [f"{span.name}: {span.events[0].attributes['exception.type']}"]
    return []


# %% wrong: the root is passed over
# breaks: Any other span may fail
def failures(trace: Trace) -> list[str]:
    """Return "span name: exception type" for each failed span but FunctionTool.__call__."""
    texts = []
    for span in trace.data.spans[1:]:
        if span.status.status_code.value == "ERROR" and span.name != "FunctionTool.__call__":
            texts.append(f"{span.name}: {span.events[0].attributes['exception.type']}")
    return texts
