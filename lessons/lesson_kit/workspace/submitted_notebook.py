"""Read a notebook as it was handed in, however an editor or a download has left it.

What comes out is a valid notebook: cells with their sources, the ids that are proper ones, and the
name that a cell claims to have, and whether it is one that is not run. Outputs and all other
metadata are the learner's, and of no use.
"""

import json
import re

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell

PROPER_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
NOT_RUN = "skip-execution"  # the tag of a cell that is run by hand alone, as the comparison's is
MOST_CELLS = 1_000
LONGEST_SOURCES = 500_000  # characters of all cells together
LONGEST_FILE = 20_000_000  # bytes; what is read takes many times that in memory
MAKERS = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}


class Unreadable(Exception):
    """What was handed in is no notebook, and why."""


def read_notebook(data: bytes) -> NotebookNode:
    """Return the notebook that a file's bytes hold; raise Unreadable where they hold none."""
    if not data.strip():
        raise Unreadable("it is empty")
    if len(data) > LONGEST_FILE:
        raise Unreadable(f"it has more than {LONGEST_FILE // 10**6} MB. Clear its outputs")
    try:
        found = json.loads(data.decode(json.detect_encoding(data), "replace"))
    except RecursionError:
        raise Unreadable("its text is nested too deep") from None
    except ValueError as error:
        where = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "a number"
        raise Unreadable(f"its text is no notebook (no JSON at {where})") from None
    version = found.get("nbformat") if isinstance(found, dict) else None
    if version not in (3, 4):
        raise Unreadable("it is in no notebook format that is known here (nbformat 3 or 4)")
    if version == 3:
        found = upgraded(found)
    cells = found.get("cells")
    if not isinstance(cells, list):
        raise Unreadable("it has no cells")
    if len(cells) > MOST_CELLS:
        raise Unreadable(f"it has more than {MOST_CELLS} cells")
    used: set[str] = set()
    cleaned = [clean(cell, used) for cell in cells if isinstance(cell, dict)]
    if sum(len(cell.source) for cell in cleaned) > LONGEST_SOURCES:
        raise Unreadable(f"its cells have more than {LONGEST_SOURCES} characters")
    return new_notebook(cells=cleaned)


def upgraded(found: dict) -> NotebookNode:
    """Return a notebook of format 3 in format 4."""
    try:
        return nbformat.convert(nbformat.from_dict(found), 4)
    except Exception as error:  # whatever nbformat trips over in a file that may hold anything
        raise Unreadable("it is in an old notebook format, and damaged") from error


def clean(cell: dict, used: set[str]) -> NotebookNode:
    """Return a cell with its source, a proper id that no other has, and the name it claims."""
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    kind = cell.get("cell_type")
    make = MAKERS.get(kind, new_raw_cell) if isinstance(kind, str) else new_raw_cell
    made = make(text(source))
    cell_id = cell.get("id")
    if isinstance(cell_id, str) and PROPER_ID.fullmatch(cell_id) and cell_id not in used:
        made.id = cell_id
    used.add(made.id)
    if kind == "markdown" and (pictures := attachments(cell)):
        made.attachments = pictures
    metadata = cell.get("metadata")
    claimed = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = claimed.get("grade_id") if isinstance(claimed, dict) else None
    if isinstance(name, str):
        made.metadata["nbgrader"] = {"grade_id": text(name)}
    tags = metadata.get("tags") if isinstance(metadata, dict) else None
    if isinstance(tags, list) and NOT_RUN in tags:
        made.metadata["tags"] = [NOT_RUN]
    return made


def attachments(cell: dict) -> dict:
    """Return the pictures that were pasted into a text cell, as far as they are what they say."""
    found = cell.get("attachments")
    return {
        text(name): {text(kind): text(data) for kind, data in bundle.items()}
        for name, bundle in (found.items() if isinstance(found, dict) else ())
        if isinstance(bundle, dict) and all(isinstance(data, str) for data in bundle.values())
    }


def text(value) -> str:
    """Return a text that can be written: without halves of surrogate pairs."""
    if not isinstance(value, str):
        return ""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def proper(value):
    """Return data of JSON with proper text alone, whatever a kernel put into it."""
    if isinstance(value, dict):
        return type(value)({text(str(key)): proper(item) for key, item in value.items()})
    if isinstance(value, list):
        return [proper(item) for item in value]
    return text(value) if isinstance(value, str) else value


def copy_of(name: str, files: list[str]) -> str | None:
    """Return the one file that a browser or an editor made of a notebook's name, if there is one.

    `02_events (1).ipynb` is a second download, `02_events-Copy1.ipynb` is JupyterLab's.
    """
    pattern = re.compile(
        rf"{re.escape(name)}(\s*\(\d+\)|-Copy\d*|[\s_-]+copy\s?\d*)\.ipynb", re.IGNORECASE
    )
    found = [file for file in files if pattern.fullmatch(file)]
    return found[0] if len(found) == 1 else None
