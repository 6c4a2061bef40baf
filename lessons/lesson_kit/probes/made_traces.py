"""Traces made to order: of any shape, at once, and without an agent.

A description is a list of spans in order of time, each a dict with `name` and, where it has them,
`parent` (an index), `type`, `inputs`, `outputs`, `attributes` and `raises`, an exception's type, or
`notes`, the type of one that a span which ended well wrote down.
"""

import base64
import json

from mlflow.entities import Span, Trace

START = 1_700_000_000_000_000_000  # nanoseconds, some day in 2023
MILLISECOND = 1_000_000


def _id(number: int, size: int) -> str:
    return base64.b64encode(number.to_bytes(size, "big")).decode()


def made_trace(spans: list[dict]) -> Trace:
    """Return the trace that consists of these spans."""
    failed = any("raises" in span for span in spans if span.get("parent") is None)
    info = {
        "trace_id": "tr-made-to-order",
        "trace_location": {
            "type": "MLFLOW_EXPERIMENT",
            "mlflow_experiment": {"experiment_id": "0"},
        },
        "request_time": "2023-11-14T22:13:20Z",
        "execution_duration_ms": len(spans),
        "state": "ERROR" if failed else "OK",
        "trace_metadata": {},
        "tags": {},
    }
    data = {"spans": [_span(index, spans) for index in range(len(spans))]}
    return Trace.from_dict({"info": info, "data": data})


def _span(index: int, spans: list[dict]) -> dict:
    """Return a span as MLflow writes it down."""
    span, begin = spans[index], START + index * MILLISECOND
    end = START + 2 * len(spans) * MILLISECOND - index * MILLISECOND
    parent = span.get("parent")
    attributes = {
        "mlflow.traceRequestId": "tr-made-to-order",
        "mlflow.spanType": span.get("type", "CHAIN"),
        "mlflow.spanInputs": span.get("inputs", {}),
        **span.get("attributes", {}),
    }
    if "outputs" in span:
        attributes["mlflow.spanOutputs"] = span["outputs"]
    events, status = [], {"code": "STATUS_CODE_OK", "message": ""}
    if error := span.get("raises") or span.get("notes"):
        told = {"exception.type": error, "exception.message": "it is out of order"}
        events = [{"name": "exception", "time_unix_nano": end, "attributes": told}]
    if "raises" in span:
        status = {"code": "STATUS_CODE_ERROR", "message": f"{span['raises']}: it is out of order"}
    return {
        "trace_id": _id(1, 16),
        "span_id": _id(index + 1, 8),
        "parent_span_id": None if parent is None else _id(parent + 1, 8),
        "name": span["name"],
        "start_time_unix_nano": begin,
        "end_time_unix_nano": end,
        "events": events,
        "status": status,
        "attributes": {name: json.dumps(value) for name, value in attributes.items()},
    }


def given(trace: Trace, argument):
    """Return the span that {"span": index} stands for, the id for {"span_id": index}, else it."""
    if isinstance(argument, dict) and argument.keys() == {"span"}:
        return trace.data.spans[argument["span"]]
    if isinstance(argument, dict) and argument.keys() == {"span_id"}:
        return trace.data.spans[argument["span_id"]].span_id
    return argument


def told(ids: list[str], value):
    """Return a value with each span as a dict of its place among these ids, and its name."""
    if isinstance(value, Span):
        place = ids.index(value.span_id) if value.span_id in ids else "?"
        return {"$type": "Span", "text": f"{place} {value.name}"}
    if type(value) in (list, tuple):
        return type(value)(told(ids, one) for one in value)
    return value
