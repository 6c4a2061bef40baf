"""Show a trace's tree of spans in the notebook, without a script or a network.

Each span is a row that opens, and then shows its inputs and outputs; what ran inside it folds.
"""

import html
import textwrap
from collections.abc import Iterator

from lesson_kit.show.cannot_show import CannotShow, came
from lesson_kit.show.theme import CODE, FONT, NO_FORMULA, QUIET
from lesson_kit.show.values import block, cut, readable

COLOURS = {"CHAT_MODEL": "#7048e8", "LLM": "#7048e8", "TOOL": "#c2410c", "CHAIN": "#1864ab"}
FAILED = "#c92a2a"  # as the others, dark enough for white letters in each theme
ROW = "cursor:pointer;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;list-style:none"
BADGE = "font-size:.75em;color:white;border-radius:3px;padding:1px 5px;background:{}"
# A notebook shows the triangle alone, left of the span's row; a feedback page, which lets nothing
# stand out of its place, shows the words, too.
FOLD = (
    "position:absolute;left:0;top:0;width:1.1em;overflow:hidden;white-space:nowrap;cursor:pointer;"
    f"color:{QUIET}"
)
LEGEND = "A click on a span, or Enter, shows its inputs and outputs; ▾ folds what ran inside it."
LONGEST = 70  # characters of a span's inputs, and of its outputs, in its row
LONGEST_VALUE, LONGEST_TREE = 3_000, 250_000  # characters of one value that is opened, and of all
MOST_SPANS = 250
NOTHING = "There is no trace to show: was it flushed before it was read?"


def show_trace(trace) -> None:
    """Draw the span tree of a trace below the cell: what ran in what, how long, and with what.

    Raises CannotShow, one sentence, for what is no trace.
    """
    from IPython.display import display

    need_trace(trace, "show_trace")
    data = {"text/html": trace_html(trace), "text/plain": trace_text(trace)}
    display(data, raw=True)


def need_trace(trace, caller: str) -> None:
    """Raise CannotShow, one sentence, unless this is a trace."""
    from mlflow.entities import Trace

    if trace is None:
        raise CannotShow(NOTHING)
    if not isinstance(trace, Trace):
        raise CannotShow(f"{caller} takes a Trace, as mlflow.get_trace(…) gives it; {came(trace)}")


def spans_below(trace) -> dict:
    """Return a trace's spans by the id of the span that they ran in; None has the roots."""
    below: dict = {}
    known = {span.span_id for span in trace.data.spans}
    for span in sorted(trace.data.spans, key=lambda span: span.start_time_ns):
        parent = span.parent_id if span.parent_id in known else None
        below.setdefault(parent, []).append(span)
    return below


def tree(below: dict, parent=None, depth: int = 0) -> Iterator[tuple]:
    """Yield each span with its depth, those that ran inside it right behind it."""
    for span in below.get(parent, ()):
        yield depth, span
        yield from tree(below, span.span_id, depth + 1)


def failed(span) -> bool:
    return str(span.status.status_code.value) == "ERROR"


def took(span) -> str:
    """Return how long a span took, and how many tokens went into its LLM call and out of it."""
    ms = ((span.end_time_ns or span.start_time_ns) - span.start_time_ns) / 1e6
    parts = [f"{ms:.0f} ms" if ms < 1000 else f"{ms / 1000:.1f} s"]
    if used := tokens(span):
        parts.append(used)
    return " · ".join(parts)


def tokens(span) -> str:
    """Return how many tokens an LLM call took, as MLflow has it; "" where it does not say."""
    usage = span.attributes.get("mlflow.chat.tokenUsage")
    if not isinstance(usage, dict):
        return ""
    counts = (usage.get(f"{way}_tokens", "?") for way in ("input", "output"))
    return "{} tokens in, {} out".format(*counts)


def flow(span) -> str:
    """Return what a span was given and what it gave, in short."""
    return f"{brief(span.inputs)} → {brief(outcome(span))}"


def outcome(span):
    """Return a span's outputs, or the exception that ended it."""
    for event in span.events:
        if event.name == "exception":
            said = event.attributes
            return f"{said.get('exception.type')}: {said.get('exception.message')}"
    return span.outputs


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
    for depth, span in tree(spans_below(trace)):
        head = f"{'  ' * depth}{'✗' if failed(span) else '·'} {span.name}  {span.span_type}"
        lines.append(f"{head}  {took(span)}  {flow(span)}"[:83])
    return "\n".join(lines)


def trace_html(trace) -> str:
    """Return the span tree of a trace as HTML that needs no script, style sheet or network."""
    below = spans_below(trace)
    shown = [span for _, span in tree(below)][:MOST_SPANS]
    longest = min(LONGEST_VALUE, LONGEST_TREE // (2 * len(shown) or 1))
    known = {span.span_id for span in shown}
    rows = "".join(span_html(span, below, known, longest) for span in below.get(None, ()))
    more = len(trace.data.spans) - len(shown)
    left = f"<div>and {more} more spans</div>" if more > 0 else ""
    return (
        f'<div class="{NO_FORMULA}" role="group" aria-label="Trace" '
        f'style="font-size:.9em;line-height:1.7;color:{FONT}">{rows}{left}'
        f'<div style="color:{QUIET}">{LEGEND}</div></div>'
    )


def span_html(span, below: dict, known: set, longest: int) -> str:
    """Return a span's row, what it opens, and the spans that ran inside it."""
    if span.span_id not in known:
        return ""
    name, said = html.escape(span.name), html.escape(flow(span))
    colour = FAILED if failed(span) else COLOURS.get(span.span_type, "#495057")
    values = f"inputs\n{cut(readable(span.inputs), longest)}\n\n" + (
        f"{'raised' if failed(span) else 'outputs'}\n{cut(readable(outcome(span)), longest)}"
    )
    row = (
        f'<details><summary style="{ROW}" title="{said}">'
        f'<span style="{BADGE.format(colour)}">{html.escape(span.span_type)}</span> '
        f"<b>{'✗ ' if failed(span) else ''}{name}</b> "
        f'<span style="color:{QUIET}">{took(span)} · '
        f'<span style="font-family:{CODE}">{said}</span></span></summary>'
        f'<div style="border-left:3px solid {colour};padding:0 .6em">{block(values)}</div>'
        "</details>"
    )
    inside = "".join(span_html(one, below, known, longest) for one in below.get(span.span_id, ()))
    if inside:
        title = f"what ran inside {name}"
        inside = (
            f'<details open><summary style="{FOLD}" title="{title}">&emsp;{title}</summary>'
            f"{inside}</details>"
        )
    return f'<div style="position:relative;padding-left:1.3em">{row}{inside}</div>'
