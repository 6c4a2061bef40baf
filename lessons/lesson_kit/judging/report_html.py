"""Show a report as HTML: the same in the notebook, in feedback and in formgrader.

It needs no script, no style sheet and no network, and is light or dark as the notebook is. A colour
never says anything alone: each has its mark, and the mark its word.
"""

import html
import re
from collections.abc import Iterable

from lesson_kit.judging.checking import (
    DETAILS,
    LONGEST_ENTRY,
    MARKS,
    Report,
    Result,
    sentence_of,
)
from lesson_kit.judging.outcomes import NOT_WRITTEN, shorten
from lesson_kit.show.theme import BACK, BAD, FONT, GOOD, LINE, NO_FORMULA, QUIET, WARN

BARS = {"passed": GOOD, "failed": BAD, "not judged": WARN, "not written": LINE}
BUTTON = (
    f"display:inline-block;cursor:pointer;padding:.15em .8em;margin:.3em 0;border-radius:4px;"
    f"border:1px solid {LINE};background:{BACK};color:{FONT}"
)


def report_html(report: Report, hints: Iterable[str] = (), after: str = "") -> str:
    """Return a report as HTML, the hints folded each in the one before, and HTML behind it all."""
    name = f"{report.exercise} {report.title}"
    said = "not written yet" if report.not_written else f"{report.outcome}{report.scope}"
    parts = [f"<div><b>{safe(name)}</b> · {safe(said)}</div>"]
    if intro := report.results[0].meaning if report.not_written else report.cause:
        parts.append(f"<div>{prose(intro)}</div>")
    parts.append(
        f'<ul style="list-style:none;margin:.4em 0;padding:0">{"".join(rows(report))}</ul>'
    )
    parts += [nested(list(hints)), after]
    parts += [
        f'<div style="color:{QUIET}">{prose(text)}</div>'
        for text in (report.note, report.fingerprint)
        if text
    ]
    return (
        f'<div class="{NO_FORMULA}" role="group" aria-label="Check of {safe(name)}" '
        f'style="color:{FONT};line-height:1.5;max-width:60em">{"".join(parts)}</div>'
    )


def rows(report: Report) -> Iterable[str]:
    """Yield a row for each check; of those that failed, the first is unfolded."""
    first = True
    for result, news in report.told():
        sentence = safe(sentence_of(result, news))
        state, mark = result.state, MARKS[result.state]
        if report.not_written:
            state, mark, news = "not written", "○", False
        head = f'<span role="img" aria-label="{state}:">{mark}</span> {sentence}'
        if news and not result.passed:
            details = found(result)
            if not first and details:
                summary = f'<summary style="cursor:pointer">{head}</summary>'
                head = f"<details>{summary}{details}</details>"
            else:
                head += details
            first = False
        yield (
            f'<li style="border-left:3px solid {BARS[state]};padding:0 0 0 .6em;margin:.2em 0">'
            f"{head}</li>"
        )


def found(result: Result) -> str:
    """Return what was called, expected and got, the learner's line, and what that means."""
    written = result.finding != NOT_WRITTEN.id  # else nothing came back, and nothing raised
    pairs = [(label, getattr(result, label)) for label in DETAILS if written]
    cells = "".join(
        f'<span style="color:{QUIET}">{label}</span>'
        f'<code style="white-space:pre-wrap;overflow-wrap:anywhere">{safe(value)}</code>'
        for label, value in pairs
        if value
    )
    if cells:
        grid = "display:grid;grid-template-columns:max-content 1fr;gap:.1em 1em;margin:.3em 0"
        cells = f'<div style="{grid}">{cells}</div>'
    return cells + (f"<div>{prose(result.meaning)}</div>" if result.meaning else "")


def nested(hints: list[str], number: int = 1) -> str:
    """Return hints as buttons, each to be seen once the one before it is open."""
    if not hints:
        return ""
    label = f"Stuck? Hint {number}" if number == 1 else f"Hint {number}"
    return (
        f'<details><summary style="{BUTTON}">{label}</summary>'
        f'<div style="margin-left:.8em"><div>{hints[0]}</div>{nested(hints[1:], number + 1)}</div>'
        f"</details>"
    )


def safe(text: str) -> str:
    """Return text as HTML: one line of bounded length in which nothing acts."""
    return html.escape(shorten(text, LONGEST_ENTRY))


def prose(text: str) -> str:
    """Return a sentence as HTML, what stands between backticks as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", safe(text))
