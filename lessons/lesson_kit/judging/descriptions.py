"""Judge in words whether a description of add or multiply says what the tool does."""

import re

# What a description says that is about adding, about multiplying, and about neither.
ADDING = r"add(s|ed|ing|ition)?|sums?|plus|total"
MULTIPLYING = r"multipl\w*|produ[ck]ts?|times"
OTHER_OPERATION = r"subtract\w*|difference|minus|divi\w*|quotient"


def names_operation(text: str, own: str, other: str) -> bool:
    """Tell whether a description names a tool's own operation, and no other one."""
    said = [re.search(rf"\b({words})\b", text, re.I) for words in (own, other, OTHER_OPERATION)]
    return bool(said[0]) and not said[1] and not said[2]
