"""Fold a text into a number, so that a reply can't be made up without computing it."""

import json

MODULUS = 1_000_003
AGAIN = 1_000_000  # what a made tool adds for each earlier call, so that a second call shows
SENTENCE = "{greeting}{question} {number}"  # what a made model answers


def number_of(text: str, factor: int) -> int:
    """Return a number below a million that depends on each character and on the factor."""
    number = 0
    for character in text:
        number = (number * factor + ord(character)) % MODULUS
    return number


def text_of(value) -> str:
    """Return the text in what an event carries: of messages, a reply, tool calls or an output."""
    if isinstance(value, list):
        return " ".join(map(text_of, value))
    if hasattr(value, "tool_kwargs"):
        return f"{value.tool_name} {json.dumps(value.tool_kwargs, sort_keys=True)}"
    if hasattr(value, "message"):
        return text_of(value.message)
    return str(getattr(value, "content", value))


def counted_answer(greeting: str, factor: int, question: str, shape: str = SENTENCE) -> str:
    """Return what a made model answers: the greeting, the question, its length by the factor.

    Another shape gives another kind of text.
    """
    return shape.format(greeting=greeting, question=question, number=factor * len(question))
