"""Say in words where two trajectories part.

Two calls that do not need each other may come in either order.
"""

import re
from collections import Counter

from lesson_kit.compare.prompts import Parting
from lesson_kit.compare.trajectory import Happening, Trajectory, common, shorten

NUMBER = re.compile(r"(?<![\w.])-?\d[\d,]*(?:\.\d+)?")


def numbers(text: str) -> list[str]:
    """Return the numbers in a text, without the commas that group their digits."""
    return [found.replace(",", "") for found in NUMBER.findall(text)]


def first_divergence(
    own: Trajectory, reference: Trajectory, endless: bool = False
) -> Parting | None:
    """Say where a trajectory parts from the reference's; None where it does not.

    Where the LLM never finishes, a call counts once, however often an agent lets it repeat.
    """
    mine, theirs = own.happenings, reference.happenings
    if endless:
        mine, theirs = without_repeats(mine), without_repeats(theirs)
    keys, expected = [one.key() for one in mine], [one.key() for one in theirs]
    if keys == expected:
        return None
    if Counter(keys) == Counter(expected) and in_valid_order(mine, own.question):
        return None
    at = common(keys, expected)  # short of both ends: each has one ending, its last
    after = past(mine[at - 1]) if at else "at the start"
    again = " again" if mine[at].kind == "calls" and keys[at] in keys[:at] else ""
    if mine[at].kind == "ends" and not any(one.kind == "calls" for one in mine):
        again = " without calling a tool"
    text = f"{after} your agent {phrase(mine[at])}{again}; the reference {phrase(theirs[at])}"
    return Parting(mine[at].replies, text)


def without_repeats(happenings: list[Happening]) -> list[Happening]:
    """Keep the first of what is the same, and leave out the last round's unanswered request."""
    first: dict[tuple, Happening] = {}
    for one in happenings:
        if one.kind != "asks":
            first.setdefault(one.key(), one)
    return list(first.values())


def in_valid_order(happenings: list[Happening], question: str) -> bool:
    """Tell whether every value that a call uses was asked for or observed before it."""
    made = {str(one.value) for one in happenings if one.kind == "observes"}
    known = set(numbers(question))
    for one in happenings:
        if one.kind == "observes":
            known.add(str(one.value))
        elif any(str(value) in made - known for _, value in one.arguments):
            return False
    return happenings[-1].kind == "ends"


def call_text(one: Happening) -> str:
    values = (str(v) if name in {"x", "y"} else f"{name}={v}" for name, v in one.arguments)
    return f"{one.what}({', '.join(values)})"


def past(one: Happening) -> str:
    """Return a happening as the time after it."""
    if one.kind == "observes":
        return f"after observation {shorten(one.text)}"
    if one.kind == "misreads":
        return "after a reply that cannot be parsed"
    if one.kind == "fails":
        return "after the LLM had raised"
    asked = f"the LLM asked for {one.what}" if one.kind == "asks" else f"calling {call_text(one)}"
    return f"after {asked}"


def phrase(one: Happening) -> str:
    """Return a happening as what an agent did."""
    if one.kind == "calls":
        return f"called {call_text(one)}"
    if one.kind == "asks":
        return f"let the LLM ask for {call_text(one)}, and called nothing"
    if one.kind == "misreads":
        return "got a reply that cannot be parsed"
    if one.kind == "fails":
        return f"got no reply, as the LLM raised {one.text.rstrip('.')}"
    if one.kind == "observes":
        return f"observed {shorten(one.text)}"
    said = {"answer": "answered", "raised": "raised", "endless": "did not end:"}[one.what]
    return f"{said} {shorten(one.text)!r}" if one.what != "endless" else f"{said} {one.text}"
