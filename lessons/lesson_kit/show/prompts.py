"""Show what the LLM was shown, round by round, without a script or a network.

A round is one call of the LLM: its prompt, of which what was there in the round before is folded,
and its reply.
"""

import html
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from lesson_kit.show.theme import BACK, FONT, GOOD, LINE, NO_FORMULA, QUIET
from lesson_kit.show.traces import need_trace, outcome, tokens
from lesson_kit.show.values import LLM_SPANS, block, cut, message_text, readable

MOST_ROUNDS = 40
LONGEST_MESSAGE = 4_000  # characters
LONGEST_UNFOLDED = 600  # characters; a longer message is folded at first
NONE = "This trace has no LLM call: the LLM was shown nothing."


class Message(NamedTuple):
    """One message of a prompt, as it is read."""

    role: str
    text: str


class Round(NamedTuple):
    """One call of an LLM."""

    before: list[Message]  # what the round before had, too
    new: list[Message]
    gone: int  # how many messages of the round before are not there any more
    reply: str
    tokens: str


def show_prompts(trace) -> None:
    """Show below the cell what the LLM was shown in each round of a trace, and what it replied.

    Raises CannotShow, one sentence, for what is no trace.
    """
    from IPython.display import display

    need_trace(trace, "show_prompts")
    data = {"text/html": prompts_html(trace), "text/plain": prompts_text(trace)}
    display(data, raw=True)


def rounds_of(trace) -> list[Round]:
    """Return the LLM calls of a trace in order of time, each beside the one before it."""
    spans = sorted(trace.data.spans, key=lambda span: span.start_time_ns)
    types = {span.span_id: span.span_type for span in spans}
    rounds, shown = [], []
    for span in spans:
        # An LLM that asks another one is one call.
        if span.span_type not in LLM_SPANS or types.get(span.parent_id) in LLM_SPANS:
            continue
        prompt = messages_of(span.inputs)
        before, new, gone = compared(shown, prompt)
        reply = outcome(span)
        said = message_text(reply) or readable(reply)
        rounds.append(Round(before, new, gone, said, tokens(span)))
        shown = prompt
    return rounds


def messages_of(inputs) -> list[Message]:
    """Return the messages of a prompt; one without messages is one message as a whole."""
    messages = inputs.get("messages") if isinstance(inputs, dict) else None
    if not isinstance(messages, list):
        return [Message("prompt", readable(inputs))]
    return [read_message(message) for message in messages]


def read_message(message) -> Message:
    """Return a message as text; one that is more than text, such as a tool call, as a whole."""
    if not isinstance(message, dict):
        return Message("message", readable(message))
    blocks = message.get("blocks") or []
    extra = message.get("additional_kwargs") or any("text" not in one for one in blocks)
    text = message_text(message)
    return Message(str(message.get("role")), readable(message) if extra or not text else text)


def compared(shown: list, prompt: list) -> tuple[list[Message], list[Message], int]:
    """Return which messages of a prompt were shown before, which are new, and how many are gone."""
    before, new, gone = [], [], 0
    matcher = SequenceMatcher(a=shown, b=prompt, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            before += prompt[first:last]
        else:
            new += prompt[first:last]
            gone += end - start
    return before, new, gone


def head(number: int, one: Round) -> str:
    """Return what is said of a round in a line."""
    count = len(one.before) + len(one.new)
    parts = [f"Round {number}", f"{count} message{'s' * (count != 1)}"]
    if number > 1:
        parts[-1] += f", {len(one.new)} new"
        parts += [f"{one.gone} of the round before no longer shown"] if one.gone else []
    return " · ".join(filter(None, [*parts, one.tokens]))


def prompts_text(trace) -> str:
    """Return what the LLM was shown as text."""
    lines = []
    for number, one in enumerate(rounds_of(trace), 1):
        lines.append(head(number, one))
        lines += [f"    {message.role}: as before" for message in one.before]
        for mark, role, text in [
            *(("+", *message) for message in one.new),
            ("→", "reply", one.reply),
        ]:
            lines += [
                f"  {mark} {role}:",
                *(f"      {x}" for x in cut(text, LONGEST_UNFOLDED).splitlines()),
            ]
    return "\n".join(lines) or NONE


def prompts_html(trace) -> str:
    """Return what the LLM was shown as HTML that needs no script, style sheet or network."""
    rounds = rounds_of(trace)
    parts = [round_html(*one) for one in enumerate(rounds[:MOST_ROUNDS], 1)]
    if len(rounds) > MOST_ROUNDS:
        parts.append(f"<div>and {len(rounds) - MOST_ROUNDS} more rounds</div>")
    return (
        f'<div class="{NO_FORMULA}" role="group" aria-label="What the LLM was shown" '
        f'style="color:{FONT};line-height:1.5;max-width:60em">{"".join(parts) or NONE}</div>'
    )


def round_html(number: int, one: Round) -> str:
    """Return one round, with what is new unfolded."""
    return (
        f'<details open><summary style="cursor:pointer"><b>{html.escape(head(number, one))}</b>'
        f'</summary><div style="padding:0 0 .6em 1em">{"".join(inside(one))}</div></details>'
    )


def inside(one: Round) -> Iterator[str]:
    """Yield the parts of a round: what was there before, what is new, the reply."""
    if one.before:
        again = "".join(message_html("as before", LINE, message, False) for message in one.before)
        count = len(one.before)
        yield (
            f'<details><summary style="cursor:pointer;color:{QUIET}">{count} '
            f"message{'s' * (count != 1)} as before</summary>{again}</details>"
        )
    for message in one.new:
        yield message_html("+ new", GOOD, message, len(message.text) <= LONGEST_UNFOLDED)
    yield message_html("→ reply", FONT, Message("assistant", one.reply), True)


def message_html(mark: str, colour: str, message: Message, unfolded: bool) -> str:
    """Return one message, with its mark, its role and how long it is."""
    said = f"{mark} · {message.role} · {len(message.text):,} characters"
    return (
        f'<details{" open" * unfolded} style="border-left:3px solid {colour};padding:0 .6em">'
        f'<summary style="cursor:pointer;color:{QUIET}">{html.escape(said)}</summary>'
        f'<div style="background:{BACK};padding:.2em .6em">'
        f"{block(cut(message.text, LONGEST_MESSAGE))}</div></details>"
    )
