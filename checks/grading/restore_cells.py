"""Bring a submission's cells back to what was handed out, before anything is run.

nbgrader's own sanitizing trusts the metadata in a submission: an unknown `grade_id` or a deleted
cell fails the whole submission, and another `schema_version` ends the grading of the whole class.
`RestoreCells` stands before it and takes the metadata from the gradebook instead. What it finds
missing or twice is written into the graded cell, where `checks.grading.verdict` reads it.
"""

import re
from collections import Counter

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.api import Gradebook
from nbgrader.nbgraderformat import SCHEMA_VERSION
from nbgrader.preprocessors import NbGraderPreprocessor

NOT_JUDGED = "not_judged"  # the graded cell's metadata: why it cannot be judged


class RestoreCells(NbGraderPreprocessor):
    """Give every cell of the assignment its own metadata back, add missing ones, note why."""

    def preprocess(self, nb, resources):
        told = resources["nbgrader"]
        with Gradebook(told["db_url"]) as gradebook:
            handed_out = cells_of(gradebook.find_notebook(told["notebook"], told["assignment"]))
        found = self.name_cells(nb, handed_out)
        wrong = {}
        for name in handed_out:
            if not found[name]:
                wrong[name] = f"The cell {name} was missing from the notebook."
            elif found[name] > 1 and not handed_out[name].is_given:
                wrong[name] = f"The cell {name} was there {found[name]} times: leave one of them."
        for name in handed_out:
            if not found[name]:
                self.add(nb, handed_out[name])
        for cell in nb.cells:
            name = name_of(cell)
            reasons = [wrong[one] for one in (name, answer_of(name)) if one in wrong]
            if reasons and cell.metadata.nbgrader["grade"]:
                cell.metadata[NOT_JUDGED] = " ".join(reasons)
        for reason in wrong.values():
            self.log.warning("%s, %s: %s", told["student"], told["assignment"], reason)
        return nb, resources

    def name_cells(self, nb, handed_out: dict) -> Counter:
        """Give the last cell of each name its metadata, every other cell none; count the names."""
        found = Counter()
        for index in reversed(range(len(nb.cells))):
            cell = nb.cells[index]
            claimed = cell.metadata.pop("nbgrader", None)
            cell.metadata.pop(NOT_JUDGED, None)
            name = claimed.get("grade_id") if isinstance(claimed, dict) else None
            if not isinstance(name, str) or name not in handed_out:
                continue
            found[name] += 1
            if found[name] == 1:
                nb.cells[index] = handed_out[name].filled(cell.source, cell.get("id"))
        return found

    def add(self, nb, missing: "HandedOut") -> None:
        """Put a missing cell back: a graded one at the end, a given one before the exercises."""
        if missing.metadata["grade"]:
            nb.cells.append(missing.filled(missing.source))
        elif missing.is_given:
            first = next((i for i, cell in enumerate(nb.cells) if name_of(cell)), len(nb.cells))
            nb.cells.insert(first, missing.filled(missing.source))


class HandedOut:
    """A cell of the assignment as the gradebook knows it."""

    def __init__(self, source_cell, points: float | None, solution: bool, task: bool):
        self.source, self.cell_type = source_cell.source, source_cell.cell_type
        self.locked = source_cell.locked
        self.metadata = {
            "grade_id": source_cell.name,
            "grade": points is not None and not task,
            "solution": solution,
            "task": task,
            "locked": source_cell.locked,
            "schema_version": SCHEMA_VERSION,
            "cell_type": source_cell.cell_type,
            "checksum": source_cell.checksum,
        }
        if points is not None:
            self.metadata["points"] = points

    @property
    def is_given(self) -> bool:
        """Tell whether it only gives the learner something, such as the agent so far."""
        return not any(self.metadata[kind] for kind in ("grade", "solution", "task"))

    def filled(self, source: str, cell_id: str | None = None) -> NotebookNode:
        """Return the cell with this source, unless it is locked: then with its own."""
        make = new_code_cell if self.cell_type == "code" else new_markdown_cell
        kept = {"id": cell_id} if cell_id else {}
        metadata = NotebookNode(nbgrader=NotebookNode(self.metadata))
        return make(self.source if self.locked else source, metadata=metadata, **kept)


def cells_of(notebook) -> dict[str, HandedOut]:
    """Return the cells of an assignment's notebook by name."""
    points = {cell.name: cell.max_score for cell in (*notebook.grade_cells, *notebook.task_cells)}
    solutions = {cell.name for cell in notebook.solution_cells}
    tasks = {cell.name for cell in notebook.task_cells}
    return {
        cell.name: HandedOut(
            cell, points.get(cell.name), cell.name in solutions, cell.name in tasks
        )
        for cell in notebook.source_cells
    }


def name_of(cell) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def answer_of(name: str) -> str:
    """Return the name of the answer cell that a graded cell judges: answer-1-1 for check-1-1."""
    return re.sub(r"^check-", "answer-", name)
