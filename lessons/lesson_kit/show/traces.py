"""Show a trace's tree of spans in the notebook, without a network."""

import html
import textwrap

COLOURS = {"CHAT_MODEL": "#7048e8", "LLM": "#7048e8", "TOOL": "#e8590c", "CHAIN": "#1c7ed6"}
ROW = "white-space:nowrap;overflow:hidden;text-overflow:ellipsis;line-height:1.7;padding-left:{}em"
BADGE = "font-size:.75em;color:white;border-radius:3px;padding:1px 5px;background:{}"
QUIET = "opacity:.65"
LONGEST = 70  # characters of a span's inputs, and of its outputs


def show_trace(trace) -> None:
    """Draw the span tree of a trace below the cell: what ran in what, how long, and with what."""
    from IPython.display import display

    if trace is None:
        raise ValueError("There is no trace to show: was it flushed before it was read?")
    data = {"text/html": trace_html(trace), "text/plain": trace_text(trace)}
    display(data, raw=True)


def span_rows(trace) -> list[dict]:
    """Return a trace's spans as rows, each child below its parent: depth, name, type, ms, flow."""
    children: dict = {}
    known = {span.span_id for span in trace.data.spans}
    for span in sorted(trace.data.spans, key=lambda span: span.start_time_ns):
        parent = span.parent_id if span.parent_id in known else None
        children.setdefault(parent, []).append(span)
    rows: list[dict] = []

    def walk(parent, depth: int) -> None:
        for span in children.get(parent, []):
            took = (span.end_time_ns or span.start_time_ns) - span.start_time_ns
            rows.append(
                {
                    "depth": depth,
                    "name": span.name,
                    "type": span.span_type,
                    "ms": took / 1e6,
                    "failed": str(span.status.status_code.value) == "ERROR",
                    "flow": f"{brief(span.inputs)} → {outcome(span)}",
                }
            )
            walk(span.span_id, depth + 1)

    walk(None, 0)
    return rows


def outcome(span) -> str:
    """Return a span's outputs in short, or the exception that ended it."""
    for event in span.events:
        if event.name == "exception":
            said = event.attributes
            return brief(f"{said.get('exception.type')}: {said.get('exception.message')}")
    return brief(span.outputs)


def brief(value) -> str:
    """Return inputs or outputs in few characters."""
    return textwrap.shorten(gist(value), LONGEST, placeholder=" …") or "–"


WRAPPERS = ("ev", "_data", "message", "response", "kwargs", "messages", "tool_calls", "output")


def gist(value) -> str:
    """Return what a person would read in inputs or outputs: text, calls, the number of messages."""
    if isinstance(value, list):
        if value and isinstance(value[0], dict) and "role" in value[0]:
            return f"{len(value)} messages"
        return ", ".join(map(gist, value))
    if not isinstance(value, dict):
        return str(value) if value is not None else ""
    if "blocks" in value:  # a message, or what a tool gave back
        return " ".join(str(block.get("text", "…")) for block in value["blocks"])
    for name, arguments in (("tool_name", "tool_kwargs"), ("action", "action_input")):
        if name in value and arguments in value:
            return f"{value[name]}({gist(value[arguments])})"
    inside = next((value[name] for name in WRAPPERS if name in value), None)
    if inside is not None:
        return gist(inside)
    shown = {name: gist(one) for name, one in value.items() if name != "ctx"}
    return ", ".join(f"{name}={text}" for name, text in shown.items() if text)


def trace_text(trace) -> str:
    """Return the span tree of a trace as text."""
    lines = []
    for row in span_rows(trace):
        mark = "✗" if row["failed"] else "·"
        head = f"{'  ' * row['depth']}{mark} {row['name']}  {row['type']}  {row['ms']:.0f} ms"
        lines.append(f"{head}  {row['flow']}"[:83])
    return "\n".join(lines)


def trace_html(trace) -> str:
    """Return the span tree of a trace as HTML that needs no script, style sheet or network."""
    lines = []
    for row in span_rows(trace):
        colour = "#c92a2a" if row["failed"] else COLOURS.get(row["type"], "#868e96")
        flow = html.escape(row["flow"])
        lines.append(
            f'<div style="{ROW.format(1.4 * row["depth"])}" title="{flow}">'
            f'<span style="{BADGE.format(colour)}">{html.escape(row["type"])}</span> '
            f"<b>{'✗ ' if row['failed'] else ''}{html.escape(row['name'])}</b> "
            f'<span style="{QUIET}">{row["ms"]:.0f} ms · {flow}</span></div>'
        )
    return f'<div style="font-family:monospace;font-size:.85em">{"".join(lines)}</div>'
