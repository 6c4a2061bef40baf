"""Tell which cell of a notebook is which of those handed out, and put back what is missing.

A cell is known by the name it claims, else by its id, else by its text: editors lose the first two.
Grading and `hand_in` use it on what is handed in, a reset and an update on what a learner has.
"""

import re
from dataclasses import dataclass

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.nbgraderformat import SCHEMA_VERSION

from lesson_kit.workspace.answer_names import defined_in, names_wanted

# What a lesson says of a cell in nbgrader's metadata, beside its name and kind.
KNOWN = ("checksum", "locked", "points", "solution", "task")
HEADING = re.compile(r"#+ +(\d+\.\d+)\b")
OWN = ("answer-", "check-", "try-")  # cells of an exercise; other code that is given prepares it
CALLED = re.compile(r"(answer|check|try)-(\d+)-(\d+)")
AT_THE_TOP = {"imports": "import", "setup": "set-up", "agent-so-far": "agent-so-far"}


def restore(nb, handed_out: dict) -> tuple[dict[str, str], list[str]]:
    """Name a notebook's cells, put back what is missing, and say what was done.

    Returns a sentence for each answer that is missing, by its name, and sentences about the rest.
    """
    kinds = {name: nb.cells[at].cell_type for name, at in last_claims(nb, handed_out).items()}
    spare = forget_claims(nb, handed_out)
    recognise(nb, handed_out)
    wrong, notes = {}, [*said_of_spare(nb, handed_out, spare), *said_of_kinds(handed_out, kinds)]
    for name, cell in handed_out.items():
        at = places(nb)
        if name not in at and cell.metadata["grade"]:
            nb.cells.insert(place_for(name, nb, handed_out), cell.filled(cell.source))
            notes.append(f"The {cell.called} is missing: grading puts it back.")
        elif name not in at and cell.is_given:
            nb.cells.insert(min(at.values(), default=len(nb.cells)), cell.filled(cell.source))
            notes.append(f"The {cell.called} is missing: grading puts it back.")
        elif name not in at:
            wrong[name] = f"The {cell.called} is missing from the notebook."
        elif cell.metadata["grade"] and at[name] < at.get(answer_of(name), -1):
            moved = nb.cells.pop(at[name])
            nb.cells.insert(place_for(name, nb, handed_out), moved)
            notes.append(f"The {cell.called} stands before its answer: grading moves it behind.")
    return wrong, notes


def forget_claims(nb, handed_out: dict) -> dict[int, str]:
    """Leave the last cell that claims a name this name, and no cell any other metadata.

    Returns which other cells claimed a name: an editor that splits or copies a cell copies it, too.
    """
    claims, last = claimed(nb, handed_out), last_claims(nb, handed_out)
    for cell in nb.cells:
        cell.metadata.pop("nbgrader", None)
    for name, index in last.items():
        give(nb, index, handed_out[name])
    return {index: name for index, name in claims.items() if last[name] != index}


def claimed(nb, handed_out: dict) -> dict[int, str]:
    """Return the names of handed out cells that cells claim to have, by where they stand."""
    told = {index: cell.metadata.get("nbgrader") for index, cell in enumerate(nb.cells)}
    names = {at: one.get("grade_id") for at, one in told.items() if isinstance(one, dict)}
    return {at: name for at, name in names.items() if isinstance(name, str) and name in handed_out}


def last_claims(nb, handed_out: dict) -> dict[str, int]:
    """Return where the last cell that claims a name stands, by name."""
    return {name: index for index, name in claimed(nb, handed_out).items()}


def said_of_spare(nb, handed_out: dict, spare: dict[int, str]) -> list[str]:
    """Say of cells that are there more than once what grading makes of them."""
    told = []
    for name in dict.fromkeys(spare.values()):
        cells = [nb.cells[index] for index, one in spare.items() if one == name]
        times = f"{len(cells) + 1} times, split or copied"
        begin = f"The {handed_out[name].called} is there {times}: grading "
        if handed_out[name].metadata["grade"]:
            told.append(f"{begin}judges at the last.")
        elif any(cell.cell_type != "code" for cell in cells):
            told.append(f"{begin}runs those that are code, and takes the last for the answer.")
        else:
            told.append(f"{begin}runs them all, and takes the last for the answer.")
    return told


def said_of_kinds(handed_out: dict, kinds: dict[str, str]) -> list[str]:
    """Say of cells whose kind was changed, as by a stray key, what grading makes of them."""
    return [
        f"The {handed_out[name].called} is a {kind} cell in the notebook: grading takes it as "
        f"{handed_out[name].cell_type}."
        for name, kind in kinds.items()
        if kind != handed_out[name].cell_type
    ]


def said_of_others(nb, given: dict) -> list[str]:
    """Say which code cells are missing that nbgrader does not know, of all that were `given`.

    The notebook's cells are named then. What prepares an exercise, `checks.grading.carried` has.
    """
    forget_claims(nb, given)
    recognise(nb, given)
    told, there = [], places(nb)
    for name, cell in given.items():
        if cell.cell_type != "code" or cell.known or name in there:
            continue
        became = "no points rest on it"
        if prepares(name):
            became = "what fails without it is judged again with the kit's own"
        told.append(f"The {cell.called} is missing: {became}.")
    return told


def prepares(name: str) -> bool:
    """Tell of a code cell that was handed out whether it only prepares what comes after it."""
    return not name.startswith(OWN)


def recognise(nb, handed_out: dict) -> None:
    """Find the cells that lost their names: by id, by text, an answer by place and a name."""
    ways = (
        lambda name, given, cell: cell.get("id") == name,
        lambda name, given, cell: given.is_like(cell),
        lambda name, given, cell: given.may_be(cell),
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


@dataclass(frozen=True)
class HandedOut:
    """A cell as it was handed out."""

    name: str
    source: str
    cell_type: str
    checksum: str | None = None
    locked: bool = False
    points: float | None = None
    solution: bool = False
    task: bool = False
    known: bool = True  # to nbgrader

    @property
    def called(self) -> str:
        """What it is called in a sentence: "answer cell of 3.2"."""
        if found := CALLED.fullmatch(self.name):
            return f"{found[1]} cell of {found[2]}.{found[3]}"
        if self.name in AT_THE_TOP:
            return f"{AT_THE_TOP[self.name]} cell at the top"
        first = self.source.removeprefix("# [USE IN MODEL]\n").partition("\n")[0]
        return f"cell that begins with `{first[:40]}`"

    @property
    def metadata(self) -> dict:
        """What nbgrader knows of it."""
        told = {
            "grade_id": self.name,
            "grade": self.points is not None and not self.task,
            "solution": self.solution,
            "task": self.task,
            "locked": self.locked,
            "schema_version": SCHEMA_VERSION,
            "cell_type": self.cell_type,
            "checksum": self.checksum,
        }
        return told if self.points is None else told | {"points": self.points}

    @property
    def is_given(self) -> bool:
        """Tell whether it only gives the learner something, such as the agent so far."""
        return not any(self.metadata[kind] for kind in ("grade", "solution", "task"))

    @property
    def defines(self) -> set[str]:
        """The names that an answer here has to define, as far as they are known."""
        return names_wanted(self.name, self.source) if self.solution else set()

    def is_like(self, cell) -> bool:
        """Tell whether a cell is this one by its text: an answer by the names that it defines."""
        if self.defines:
            return self.defines <= defined_in(cell.source)
        same = ("".join(text.split()).replace("'", '"') for text in (self.source, cell.source))
        return not self.solution and next(same) == next(same)

    def may_be(self, cell) -> bool:
        """Tell whether a cell that stands where this answer belongs has one of its names."""
        names = defined_in(cell.source) if self.solution else set()
        return bool(names & self.defines if self.defines else names)

    def filled(self, source: str, cell_id: str | None = None) -> NotebookNode:
        """Return the cell with this source, unless it is locked: then with its own."""
        make = new_code_cell if self.cell_type == "code" else new_markdown_cell
        kept = {"id": cell_id} if cell_id else {}
        metadata = NotebookNode(nbgrader=NotebookNode(self.metadata))
        return make(self.source if self.locked else source, metadata=metadata, **kept)


def handed_out_in(lesson: dict, with_all: bool = False) -> dict[str, HandedOut]:
    """Return the cells of a lesson's notebook by name: those of nbgrader's, or `with_all` each."""
    found = {}
    for cell in lesson["cells"]:
        told = cell["metadata"].get("nbgrader")
        if told or with_all:
            says = {one: told[one] for one in KNOWN if one in told} if told else {}
            source, kind = "".join(cell["source"]), cell["cell_type"]
            found[cell["id"]] = HandedOut(cell["id"], source, kind, known=bool(told), **says)
    return found


def name_of(cell) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def answer_of(name: str) -> str:
    """Return the name of the answer cell that a graded cell judges: answer-1-1 for check-1-1."""
    return re.sub(r"^check-", "answer-", name)
