"""Read notebooks, and find the cells that belong to the model.

    cells = marked_cells(read_notebook("01_tools.ipynb"), "01_tools.ipynb")

A cell belongs to the model when its first line is exactly `# [USE IN MODEL]`. What looks as if it
was meant to, and what no script can hold, stops with one sentence that names the cell.
"""

import ast
import json
import os
import re
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from lesson_kit.one_sentence import OneSentence

MARKER = "# [USE IN MODEL]"
NEAR_MARKER = re.compile(
    r"\s*(?:#+\s*)?\[\s*use[\s_-]+in[\s_-]+model\s*\].*|\s*#+\s*use[\s_-]+in[\s_-]+model\s*", re.I
)


class ModelScriptError(OneSentence):
    """A script that cannot be made: one sentence says which cell, and how to mend it."""


class NotFinished(ModelScriptError):
    """A notebook that is missing, or whose marked cells are not all answered."""


class Cell(NamedTuple):
    """A marked code cell, and where it stands."""

    notebook: str
    id: str
    position: int
    source: str

    def __str__(self) -> str:
        return f"{self.notebook}, cell {self.position} ({self.id})"


def read_notebook(path: str | os.PathLike) -> dict:
    """Read a notebook as data, each source one text; raise ModelScriptError for anything else."""
    try:
        notebook = json.loads(Path(path).read_text(encoding="utf-8"))
        if notebook["nbformat"] != 4:
            raise ModelScriptError(
                f"{path} has another format than today's notebooks: save it again in JupyterLab."
            )
        for cell in notebook["cells"]:
            cell["source"] = "".join(cell["source"])
            if not isinstance(cell["cell_type"], str) or not isinstance(cell["metadata"], dict):
                raise TypeError("a cell without a type or metadata")
    except FileNotFoundError:
        raise NotFinished(f"There is no notebook {path}: write it, or check its name.") from None
    except OSError as error:
        raise ModelScriptError(f"{path} cannot be read: {error.strerror}.") from None
    except ValueError:  # JSON or UTF-8 that is cut off or was never there
        raise ModelScriptError(
            f"{path} is damaged, or no notebook at all (it is not JSON): bring it back with "
            f"`git checkout -- {path}`, or a lesson of yours with `learn.py --reset`."
        ) from None
    except (LookupError, TypeError, AttributeError):
        raise ModelScriptError(
            f"{path} is JSON, but no notebook: it has no list of cells with a type and a source."
        ) from None
    return notebook


def cell_id(cell: dict) -> str:
    """Return the name of a cell: nbgrader's if it has one, else the notebook's."""
    return cell["metadata"].get("nbgrader", {}).get("grade_id") or cell.get("id") or "no id"


def marked_cells(notebook: dict, name: str = "the notebook") -> list[Cell]:
    """Return the code cells that begin with the marker; raise ModelScriptError for a near miss."""
    found = []
    for position, cell in enumerate(notebook["cells"], 1):
        source, kind = cell["source"], cell["cell_type"]
        here = Cell(name, cell_id(cell), position, source)
        lines = source.splitlines() or [""]
        if kind == "code" and lines[0] == MARKER:
            found.append(here)
            continue
        if kind != "code":  # a code cell that was turned into text: its first words tell
            lines = source.strip().splitlines()[:1]
        for number, line in enumerate(lines, 1):
            if NEAR_MARKER.fullmatch(line) or (number == 1 and is_misspelt(line)):
                raise ModelScriptError(f"{here}, {near_miss(kind, number, line)}")
    return found


def is_misspelt(line: str) -> bool:
    """Tell whether a comment has nearly the marker's letters, and its brackets or capitals."""
    words = re.match(r"\s*#*\s*([\[({]?)([\w\s-]*)", line)
    comment = line.lstrip().startswith(("#", "["))
    if not comment or not (words[1] or words[2].isupper()):
        return False
    letters = re.sub("[^A-Z]", "", words[2].upper())
    return SequenceMatcher(None, letters, "USEINMODEL").ratio() > 0.85


def near_miss(cell_type: str, number: int, line: str) -> str:
    """Return what is wrong with a line that was meant as the marker, and the remedy."""
    if cell_type != "code":
        return f"is a {cell_type} cell with the marker: make it a code cell, or take that line out."
    if line == MARKER:
        return f"line {number}: the marker must be the very first line of its cell."
    return f"line {number}: {line!r} is nearly the marker; make the first line exactly {MARKER}"


def check_code(cell: Cell) -> ast.Module:
    """Parse a marked cell; raise ModelScriptError for what a script cannot hold."""
    try:
        compile(cell.source, "cell", "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        raise ModelScriptError(syntax_sentence(cell, error)) from None
    return ast.parse(cell.source)


def syntax_sentence(cell: Cell, error: SyntaxError | ValueError) -> str:
    """Return the sentence for a cell that Python cannot compile."""
    number = getattr(error, "lineno", None) or 1
    line = (cell.source.splitlines()[number - 1 : number] or [""])[0].strip()
    if re.match(r"([\w, ]+=\s*)?[%!?]", line) or line.endswith("?"):
        return f"{cell}, line {number}: {line!r} works only in a notebook; move it to another cell."
    try:
        compile(cell.source, "cell", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    except (SyntaxError, ValueError):
        return f"{cell}, line {number}: {getattr(error, 'msg', error)}."
    return f"{cell}, line {number}: a script cannot await outside a function; move it elsewhere."


def is_stub(node: ast.AST) -> bool:
    """Tell whether a node is the line that stands for an answer not yet written."""
    if not isinstance(node, ast.Raise):
        return False
    raised = node.exc
    if isinstance(raised, ast.Call) and not raised.args:
        raised = raised.func
    return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"
