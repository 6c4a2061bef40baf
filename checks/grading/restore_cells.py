"""Bring a submission's cells back to what was handed out, before anything is run.

nbgrader's own sanitizing trusts the metadata in a submission: an unknown `grade_id` or a deleted
cell fails the whole submission, and another `schema_version` ends the grading of the whole class.
`RestoreCells` stands before it and takes the metadata from the gradebook instead; which cell is
which, `lesson_kit.workspace.handed_out` tells. Every other code cell runs where it stands, so that
an answer may be in several. What is missing is put back where it belongs; an answer cannot be, and
that is written into its graded cell, where `checks.grading.verdict` reads it.
"""

from lesson_kit.workspace.handed_out import HandedOut, answer_of, name_of, restore
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from checks.grading.report import STATE

NOT_JUDGED = "not_judged"  # the graded cell's metadata: why it cannot be judged


class RestoreCells(NbGraderPreprocessor):
    """Give every cell of the assignment its own metadata back, put missing ones in their place."""

    def preprocess(self, nb, resources):
        told = resources["nbgrader"]
        with Gradebook(told["db_url"]) as gradebook:
            handed_out = cells_of(gradebook.find_notebook(told["notebook"], told["assignment"]))
        nb.metadata.pop(STATE, None)
        for cell in nb.cells:
            cell.metadata.pop(NOT_JUDGED, None)
        known = dict(resources.get(STATE, {}))
        wrong, notes = restore(nb, handed_out)
        for cell in nb.cells:
            name = name_of(cell)
            reason = known.get("unreadable") or wrong.get(answer_of(name))
            if reason and name and cell.metadata.nbgrader["grade"]:
                cell.metadata[NOT_JUDGED] = reason
        for sentence in [*wrong.values(), *notes] if "unreadable" not in known else ():
            self.log.warning("%s, %s: %s", told["student"], told["assignment"], sentence)
            known["left_out"] = [*known.get("left_out", []), sentence]
        if known:
            nb.metadata[STATE] = known
        return nb, resources


def cells_of(notebook) -> dict[str, HandedOut]:
    """Return the cells of an assignment's notebook by name."""
    points = {cell.name: cell.max_score for cell in (*notebook.grade_cells, *notebook.task_cells)}
    solutions = {cell.name for cell in notebook.solution_cells}
    tasks = {cell.name for cell in notebook.task_cells}
    return {
        cell.name: HandedOut(
            cell.name,
            cell.source,
            cell.cell_type,
            cell.checksum,
            cell.locked,
            points.get(cell.name),
            cell.name in solutions,
            cell.name in tasks,
        )
        for cell in notebook.source_cells
    }
