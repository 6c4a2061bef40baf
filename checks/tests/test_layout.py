"""The kit's rooms: what each file may be long, and that each room says what is in it."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ABOUT_250 = 275  # lines
ROOMS = sorted(
    path.parent
    for folder in ("lessons", "checks")
    for path in (ROOT / folder).rglob("__init__.py")
    if "data" not in path.parts and "answers" not in path.parts
)
FILES = [
    *(ROOT / "scripts").glob("*.py"),
    *(path for room in ROOMS for path in room.glob("*.py")),
]


def docstring(path):
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""


def test_a_long_file_says_in_its_docstring_why_it_is_one():
    for path in FILES:
        length = len(path.read_text(encoding="utf-8").splitlines())
        if length > ABOUT_250:
            assert "one file" in " ".join(docstring(path).split()), (
                f"{path.relative_to(ROOT)} has {length} lines: split it by what it holds, or say "
                f"in its docstring why it is one file."
            )


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.relative_to(ROOT).as_posix())
def test_a_room_says_what_is_in_it_and_who_uses_it(room):
    said = " ".join(docstring(room / "__init__.py").split())
    assert said.count(". ") >= 1 and " use" in said, said
