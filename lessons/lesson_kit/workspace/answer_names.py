"""Know an answer by the names that it has to define, where its cell has lost its own name.

The kernel of a notebook asks this too, so nothing is loaded here that takes long.
"""

import contextlib
import json
import re
import textwrap
from functools import lru_cache
from pathlib import Path

from lesson_kit.manifest import exercise

KIT = Path(__file__).resolve().parents[2]  # the folder of the lessons as they are handed out
# A name that a line without indent gives to a function, a class or a value.
DEFINED = re.compile(r"^(?:(?:async +)?def|class) +(\w+)|^(\w+) *(?::[^=\n]*)?=(?!=)", re.MULTILINE)
INSIDE_WITH = re.compile(r"^(?:async +)?with\b.*:[^\n]*\n((?:[ \t].*\n|\n)*)", re.MULTILINE)
ANSWER = re.compile(r"answer-(\d+)-(\d+)")


def defined_in(source: str) -> set[str]:
    """Return the names that code gives to something, outside of functions and classes."""
    blocks = map(textwrap.dedent, INSIDE_WITH.findall(f"{source}\n"))
    return {one or other for code in (source, *blocks) for one, other in DEFINED.findall(code)}


def names_wanted(answer: str, stub: str) -> set[str]:
    """Return the names that an answer has to define: its stub's, else its exercise's title.

    An exercise whose stub names nothing is called by the name that it asks for.
    """
    names = defined_in(stub)
    if not names and (found := ANSWER.fullmatch(answer)):
        with contextlib.suppress(KeyError):
            names = {exercise(".".join(found.groups())).title}
    return {one for one in names if one.isidentifier()}


@lru_cache(maxsize=16)
def answer_names(lesson: str) -> dict[str, set[str]]:
    """Return what each answer of a lesson has to define; nothing where no folder is called so."""
    try:
        cells = json.loads((KIT / lesson / f"{lesson}.ipynb").read_bytes())["cells"]
    except (OSError, ValueError):
        return {}
    stubs = {one["id"]: "".join(one["source"]) for one in cells if ANSWER.fullmatch(one["id"])}
    return {name: names_wanted(name, stub) for name, stub in stubs.items()}


def answer_like(lesson: str, cell_id: str, source: str) -> str:
    """Return the answer of a lesson whose names a cell defines that is none itself; "" for no."""
    if ANSWER.fullmatch(cell_id):
        return ""
    names, wanted = defined_in(source), answer_names(lesson)
    return next((one for one, its in wanted.items() if its and its <= names), "")
