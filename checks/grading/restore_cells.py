"""Bring a submission's cells back to what was handed out, before anything is run.

nbgrader's own sanitizing trusts the metadata in a submission: an unknown `grade_id` or a deleted
cell fails the whole submission, and another `schema_version` ends the grading of the whole class.
`RestoreCells` stands before it and takes the metadata from the gradebook instead. A cell is known
by the name it claims, else by its id, else by its text: editors lose the first two. Every other
code cell runs where it stands, so that an answer may be in several. What is missing is put back
where it belongs; an answer cannot be, and that is written into its graded cell, where
`checks.grading.verdict` reads it.
"""

import re

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.api import Gradebook
from nbgrader.nbgraderformat import SCHEMA_VERSION
from nbgrader.preprocessors import NbGraderPreprocessor

from checks.grading.report import STATE

NOT_JUDGED = "not_judged"  # the graded cell's metadata: why it cannot be judged
# A name that a line without indent gives to a function, a class or a value.
DEFINED = re.compile(r"^(?:(?:async +)?def|class) +(\w+)|^(\w+) *(?::[^=\n]*)?=(?!=)", re.MULTILINE)

HEADING = re.compile(r"#+ +(\d+\.\d+)\b")


class RestoreCells(NbGraderPreprocessor):
    """Give every cell of the assignment its own metadata back, put missing ones in their place."""

    def preprocess(self, nb, resources):
        told = resources["nbgrader"]
        with Gradebook(told["db_url"]) as gradebook:
            handed_out = cells_of(gradebook.find_notebook(told["notebook"], told["assignment"]))
        nb.metadata.pop(STATE, None)
        known = dict(resources.get(STATE, {}))
        forget_claims(nb, handed_out)
        recognise(nb, handed_out)
        wrong, notes = {}, []
        for name, cell in handed_out.items():
            at = places(nb)
            if name not in at and cell.metadata["grade"]:
                nb.cells.insert(place_for(name, nb, handed_out), cell.filled(cell.source))
                notes.append(f"The cell {name} was missing, and was put back.")
            elif name not in at and cell.is_given:
                nb.cells.insert(min(at.values(), default=len(nb.cells)), cell.filled(cell.source))
                notes.append(f"The cell {name} was missing, and was put back.")
            elif name not in at:
                wrong[name] = f"The cell {name} was missing from the notebook."
            elif cell.metadata["grade"] and at[name] < at.get(answer_of(name), -1):
                moved = nb.cells.pop(at[name])
                nb.cells.insert(place_for(name, nb, handed_out), moved)
                notes.append(f"The cell {name} stood before its answer, and was moved behind it.")
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


# --- which cell is which --------------------------------------------------------------------------


def forget_claims(nb, handed_out: dict) -> None:
    """Leave the last cell that claims a name this name, and no cell any other metadata."""
    found = set()
    for index in reversed(range(len(nb.cells))):
        cell = nb.cells[index]
        claimed = cell.metadata.pop("nbgrader", None)
        cell.metadata.pop(NOT_JUDGED, None)
        name = claimed.get("grade_id") if isinstance(claimed, dict) else None
        if isinstance(name, str) and name in handed_out and name not in found:
            found.add(name)
            give(nb, index, handed_out[name])


def recognise(nb, handed_out: dict) -> None:
    """Find the cells that lost their names: by id, by text, an answer without a stub by place."""
    ways = (
        lambda name, given, cell: cell.get("id") == name,
        lambda name, given, cell: given.is_like(cell),
        lambda name, given, cell: given.metadata["solution"] and bool(defined_in(cell.source)),
    )
    for way in ways:
        for name, given in handed_out.items():
            if name in places(nb):
                continue
            by_place = way is ways[-1]
            for index in stretch_of(name, nb, handed_out) if by_place else range(len(nb.cells)):
                cell = nb.cells[index]
                same_kind = cell.cell_type == given.cell_type and not name_of(cell)
                if same_kind and way(name, given, cell):
                    give(nb, index, given)
                    break


def give(nb, index: int, given: "HandedOut") -> None:
    """Give a cell the metadata of one that was handed out."""
    cell = nb.cells[index]
    nb.cells[index] = given.filled(cell.source, cell.get("id"))


def stretch_of(name: str, nb, handed_out: dict) -> range:
    """Return where an exercise's cells stand: under its heading, else between its neighbours."""
    number = ".".join(re.findall(r"\d+", name))
    headings = {index: found for index, cell in enumerate(nb.cells) if (found := heading(cell))}
    begin = next((index for index, found in headings.items() if found == number), None)
    ends = [len(nb.cells)]
    if begin is None:
        at, names = places(nb), list(handed_out)
        here = names.index(name)
        begin = max((at[one] + 1 for one in names[:here] if one in at), default=0)
        ends += [at[one] for one in names[here + 1 :] if one in at]
    return range(begin, min(ends + [index for index in headings if index > begin]))


def heading(cell) -> str:
    """Return the number of the exercise that a heading such as `## 1.2 multiply` begins."""
    found = HEADING.match(cell.source) if cell.cell_type == "markdown" else None
    return found[1] if found else ""


def places(nb) -> dict[str, int]:
    """Return where each named cell stands."""
    return {name_of(cell): index for index, cell in enumerate(nb.cells) if name_of(cell)}


def place_for(check: str, nb, handed_out: dict) -> int:
    """Return where a check belongs: behind its answer and the code that follows it there."""
    stretch = stretch_of(check, nb, handed_out)
    answer = places(nb).get(answer_of(check))
    code = [index for index in stretch if nb.cells[index].cell_type == "code"]
    if answer is None:
        return code[-1] + 1 if code else stretch.stop
    is_there = answer + 1 == stretch.start or answer in stretch
    return max([answer, *code] if is_there else [answer]) + 1


def defined_in(source: str) -> set[str]:
    """Return the names that code gives to something, outside of functions and classes."""
    return {one or other for one, other in DEFINED.findall(source)}


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

    @property
    def defines(self) -> set[str]:
        """The names that an answer here has to define, as far as its stub says them."""
        return defined_in(self.source) if self.metadata["solution"] else set()

    def is_like(self, cell) -> bool:
        """Tell whether a cell is this one by its text: an answer by the names that it defines."""
        if self.defines:
            return self.defines <= defined_in(cell.source)
        same = ("".join(text.split()).replace("'", '"') for text in (self.source, cell.source))
        return not self.metadata["solution"] and next(same) == next(same)

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
