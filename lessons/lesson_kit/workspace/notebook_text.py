"""Change cells in a notebook's text, and leave every other letter of it as it is.

text = NotebookText(path.read_text("utf-8"))
text.cells[3] = '{"cell_type": "markdown", …}'
str(text)
"""

import json
import re

SPACE = re.compile(r"[\s\ufeff]*")
BETWEEN = ",\n  "  # two cells, as JupyterLab writes them


class NotebookText:
    """The text of a notebook that has been read before: its cells, and what is between them."""

    def __init__(self, text: str):
        ends = [0]
        self.cells: list[str] = []
        self.between: list[str] = []
        for begin, end in places_of_cells(text):
            self.between.append(text[ends[-1] : begin])
            self.cells.append(text[begin:end])
            ends.append(end)
        self.after = text[ends[-1] :]

    def insert(self, index: int, cell: str) -> None:
        """Put a cell before the one at an index, or behind the last; there is one at least."""
        self.cells.insert(index, cell)
        self.between.insert(max(index, 1), BETWEEN)

    def remove(self, index: int) -> None:
        """Take a cell out; there is another one at least."""
        del self.cells[index]
        del self.between[max(index, 1)]

    def source(self, index: int) -> str:
        """Return what a cell says."""
        return "".join(json.loads(self.cells[index])["source"])

    def __str__(self) -> str:
        pairs = zip(self.between, self.cells, strict=True)
        return "".join(part for pair in pairs for part in pair) + self.after


def places_of_cells(text: str) -> list[tuple[int, int]]:
    """Return where each cell begins and ends in the text of a notebook."""
    decode = json.JSONDecoder().raw_decode

    def skip(at: int) -> int:
        return SPACE.match(text, at).end()

    at = skip(skip(0) + 1)  # behind the first brace
    while text[at] != "}":
        key, at = decode(text, at)
        at = skip(skip(at) + 1)  # behind the colon
        if key == "cells":
            return places_in_list(text, at, decode, skip)
        _, at = decode(text, at)
        at = skip(at)
        at = skip(at + 1) if text[at] == "," else at
    return []


def places_in_list(text: str, at: int, decode, skip) -> list[tuple[int, int]]:
    """Return where each value of the list that begins here begins and ends."""
    found = []
    at = skip(at + 1)
    while text[at] != "]":
        _, end = decode(text, at)
        found.append((at, end))
        at = skip(end)
        at = skip(at + 1) if text[at] == "," else at
    return found
