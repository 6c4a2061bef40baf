"""What a show_… function says of what it cannot show: one sentence, without a traceback."""

import inspect

from lesson_kit.one_sentence import OneSentence
from lesson_kit.show.values import cut

LONGEST = 60  # characters of a text that came


class CannotShow(OneSentence):
    """What came cannot be shown: one sentence says what it is, and what is wanted."""


def came(value) -> str:
    """Return what came in place of what is wanted, as the end of a sentence."""
    if value is None:
        return "what came is None."
    if inspect.iscoroutine(value):
        return "what came is a coroutine, and not yet its result: `await` gives that."
    if isinstance(value, str):
        return f"what came is the text {cut(repr(value), LONGEST)}."
    if isinstance(value, type):
        return f"what came is the class {value.__name__}."
    return f"what came is of the type {type(value).__name__}."
