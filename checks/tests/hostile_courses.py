"""Submissions that want points without solving, or want to break the grading, and their grading.

    python hostile_courses.py FOLDER     # makes two courses there, grades them, writes facts.json

The attacks that consist of code are files, one each, in `checks/proof/answers/hostile`; those on
the notebook's structure are functions here. It is one file, as each attack is read with its case.
"""

import ast
import copy
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parents[2]
LESSON = "01_tools"
CONFIG = """
c = get_config()
load_subconfig("nbgrader_config.py", path={root!r})
c.Execute.timeout = 6
c.Verdict.request_timeout = 6
c.Verdict.short_timeout = 15
c.Verdict.most_memory = 2048
c.Verdict.most_resident = 2048
c.Verdict.most_processes = 200
c.Verdict.most_disk = 200
"""
FULL = {"1.1": 4, "1.2": 4, "1.3": 3, "1.4": 3, "1.5": 7}


@dataclass
class Case:
    """One submission and what it may lead to; see the files for the fields."""

    name: str
    rest: str = "solved"  # or "untouched"
    points: str = "all"  # or "none", "all but 1.4"
    says: str = ""
    never: str = ""
    open: str = ""
    brings: str = ""
    harms: str = ""
    leaves: dict[str, str] = field(default_factory=dict)
    change: object = None

    @property
    def expected(self) -> dict[str, float]:
        lost = {"all": [], "none": list(FULL)}.get(self.points, self.points.split()[2:])
        return {exercise: 0 if exercise in lost else most for exercise, most in FULL.items()}


# --- attacks that are code ------------------------------------------------------------------------


def from_file(path: Path) -> Case:
    source = path.read_text("utf-8")
    doc = " ".join(ast.get_docstring(ast.parse(source)).split())
    keys = r"cell|rest|points|says|never says|brings|harms|leaves no process|leaves no file|open"
    parts = re.split(rf"(?:^| )({keys}): ", doc)
    told = dict(zip(parts[1::2], parts[2::2], strict=True))
    cell, told["never"] = told.pop("cell"), told.pop("never says", "")
    leaves = {kind: told.pop(f"leaves no {kind}", "") for kind in ("process", "file")}

    def change(notebook):  # without the docstring: its words are not what is looked for
        cell_of(notebook, cell).source = source.split('"""', 2)[2].lstrip()

    return Case(path.stem, change=change, leaves=leaves, **told)


def cell_of(notebook, cell_id: str):
    return next(cell for cell in notebook.cells if cell.id == cell_id)


CASES = [from_file(path) for path in sorted((ROOT / "checks/proof/answers/hostile").glob("*.py"))]


# --- attacks on the notebook's structure ----------------------------------------------------------


def case(**told):
    """Make a function that changes a notebook, or its folder, a case."""

    def decorate(function):
        CASES.append(Case(function.__name__, change=function, **told))
        return function

    return decorate


@case(rest="untouched", points="none", says="This exercise is not written yet")
def rewrites_graded_cells(notebook):
    for cell in notebook.cells:
        if cell.id.startswith("check-"):
            cell.source = "7"
            cell.metadata.nbgrader.points = 1000
        if cell.cell_type == "code":
            seven = {"text/plain": "7"}
            cell.outputs = [nbformat.v4.new_output("execute_result", seven, execution_count=1)]
    extra = copy.deepcopy(cell_of(notebook, "check-1-1"))
    extra.id = extra.metadata.nbgrader.grade_id = "check-1-9"
    notebook.cells.append(extra)


@case(points="all")
def damages_metadata(notebook):
    notebook.metadata.kernelspec = {"name": "ir", "display_name": "R", "language": "R"}
    for cell in notebook.cells:
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader.update(schema_version=99, locked=False, grade="?", points=None)
    for name in ("check-1-1", "answer-1-2"):
        cell = cell_of(notebook, name)
        cell.cell_type = "markdown"
        del cell["outputs"], cell["execution_count"]
    cell_of(notebook, "check-1-3").source = "raise SystemExit"


@case(points="all")
def moves_deletes_and_doubles_cells(notebook):
    moved, deleted = cell_of(notebook, "check-1-1"), cell_of(notebook, "check-1-2")
    notebook.cells.remove(moved)
    notebook.cells.insert(0, moved)
    notebook.cells.remove(deleted)
    notebook.cells.insert(0, copy.deepcopy(cell_of(notebook, "answer-1-4")))
    notebook.cells += [copy.deepcopy(cell_of(notebook, "check-1-5")) for _ in range(2)]


@case(points="none", says="The answer cell of 1.1 is missing from the notebook.")
def deletes_every_cell(notebook):
    notebook.cells = []


@case(points="all")
def comes_in_an_older_format(notebook, folder):
    (folder / f"{LESSON}.ipynb").write_text(nbformat.v3.writes_json(nbformat.convert(notebook, 3)))


@case(rest="untouched", points="none", says="This exercise is not written yet")
def brings_modules_along(notebook, folder):
    canned = "import json\nanswer = lambda *a, **k: json.dumps({'value': 5})\n"
    for name in ("lesson_kit/__init__", "lesson_kit/probes/__init__", "json", "ipykernel_launcher"):
        path = folder / f"{name}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(canned if "probes" in name else "raise SystemExit\n")


@case(points="none", says="01_tools.ipynb could not be read: its text is no notebook")
def is_broken_json(notebook, folder):
    (folder / f"{LESSON}.ipynb").write_text('{"cells": [')


@case(points="none", says="it is in no notebook format that is known here")
def comes_in_a_newer_format(notebook, folder):
    (folder / f"{LESSON}.ipynb").write_text(json.dumps({**notebook, "nbformat": 99}))


@case(points="none", says="There is no 01_tools.ipynb, but homework.ipynb: hand it in again as")
def has_another_file_name(notebook, folder):
    (folder / f"{LESSON}.ipynb").rename(folder / "homework.ipynb")


@case(points="none", says="There is no 01_tools.ipynb in what was handed in.")
def is_an_empty_folder(notebook, folder):
    (folder / f"{LESSON}.ipynb").unlink()


@case(rest="untouched", points="none", says="raised OSError")
def fakes_check_cells(notebook):
    """Own cells with the ids of graded ones, for the kit's answers to be put behind them."""
    cell_of(notebook, "setup").source = "raise OSError"
    cells, notebook.cells = notebook.cells, []
    for cell in cells:
        if cell.id.startswith("answer-"):
            cell.source = "pass"
            fake = nbformat.v4.new_code_cell("pass", id=cell.id.replace("answer", "check"))
            notebook.cells.append(fake)
        if cell.id.startswith("check-"):
            cell.id = f"graded-{cell.id}"
        notebook.cells.append(cell)


@case(rest="untouched", points="none")
def derives_from_the_kits_answer(notebook):
    """Where setup fails, exercises are judged again: 1.1 by what the kit's own 1.2 or tools are."""
    cell_of(notebook, "setup").source = "raise OSError"
    cell_of(notebook, "answer-1-3").source = "tools = []"
    cell_of(notebook, "answer-1-1").source = (
        "source = next(one for one in In[:-1] if 'def multiply' in one)\n"
        "source = source[source.index('def multiply') :]\n"
        "exec(source.replace('multiply', 'add').replace('*', '+'))"
    )
    moved = [cell_of(notebook, name) for name in ("answer-1-1", "check-1-1")]
    notebook.cells = [cell for cell in notebook.cells if cell not in moved]
    at = notebook.cells.index(cell_of(notebook, "check-1-2")) + 1
    notebook.cells[at:at] = moved


@case(points="all", says="The folder 00.ipynb was left out: it has the name of a notebook.")
def brings_folders_with_names_that_are_used(notebook, folder):
    for name in ("00.ipynb", "zz.ipynb", f"{LESSON}.html", f"{LESSON}_files"):
        (folder / name).mkdir()
        (folder / name / "a.txt").write_text("in the way")


@case(points="none", says="it has more than 1000 cells. Hand it in again.")
def has_cells_without_end(notebook, folder):
    notebook.cells = [nbformat.v4.new_code_cell("pass") for _ in range(20_000)]
    (folder / f"{LESSON}.ipynb").write_text(json.dumps(notebook))


@case(points="none", says="it has more than 20 MB. Clear its outputs. Hand it in again.")
def is_full_of_brackets(notebook, folder):
    (folder / f"{LESSON}.ipynb").write_text(f'{{"x": [{"[]," * 15_000_000}[]]}}')


@case(points="all")
def has_text_that_is_slow_to_read(notebook):
    make = (nbformat.v4.new_markdown_cell, nbformat.v4.new_code_cell)
    notebook.cells += [make[0](r"\begin{a}" * 5_000) for _ in range(4)]
    notebook.cells += [make[1]("# " + "a." * 25_000) for _ in range(2)]
    notebook.cells.append(make[1]("a." * 50_000))


@case(points="all")
def shows_much_in_many_cells(notebook):
    shown = "display({'text/plain': 'word ' * 39_000}, raw=True)"
    notebook.cells += [nbformat.v4.new_code_cell(shown) for _ in range(60)]


HONEST = [Case(name, change=lambda notebook: None) for name in ("a_honest", "m_honest", "z_honest")]
VICTIM = Case("x_victim", change=lambda notebook: None)
ISOLATED = [
    o for o in CASES if o.rest == "untouched" or o.never or o.harms or any(o.leaves.values())
]
COURSES = {  # two of about the same size, to run side by side
    "one": [*HONEST, VICTIM, *ISOLATED],
    "two": [*HONEST, *(o for o in CASES if o not in ISOLATED)],
}
COURSE_OF = {one.name: course for course, cases in COURSES.items() for one in cases}


# --- the two runs ---------------------------------------------------------------------------------


def grade(folder: Path) -> dict:
    """Make the courses in the folder and grade them; return what is known only right afterwards."""
    made = folder / "made"
    (made / "solutions").mkdir(parents=True)
    shutil.copytree(ROOT / "solutions" / LESSON, made / "solutions" / LESSON)
    (made / "nbgrader_config.py").write_text(CONFIG.format(root=str(ROOT)))
    run = nbgrader("generate_assignment", made, folder / "made.log")
    assert run.wait() == 0, (folder / "made.log").read_text()
    with socket.create_server(("127.0.0.1", 0)) as server:
        for course, cases in COURSES.items():
            shutil.copytree(made, folder / course)
            (folder / course / "port").write_text(str(server.getsockname()[1]))
            for one in cases:
                submit(one, folder / course)
        runs = {
            course: nbgrader("autograde", folder / course, folder / f"{course}.log")
            for course in COURSES
        }
        try:
            ended = {course: os.wait4(run.pid, 0) for course, run in runs.items()}
        except BaseException:
            for run in runs.values():
                run.terminate()
            raise
    left = {one.leaves["process"]: pids_of(one.leaves["process"]) for one in CASES if one.leaves}
    for pid in sum(left.values(), []):
        os.kill(pid, signal.SIGKILL)
    feedback = [
        nbgrader("generate_feedback", folder / course, folder / f"{course}.feedback.log")
        for course in COURSES
    ]
    assert [run.wait() for run in feedback] == [0, 0]
    return {
        "exit_codes": {name: os.waitstatus_to_exitcode(end[1]) for name, end in ended.items()},
        "megabytes": {name: end[2].ru_maxrss / 1024 for name, end in ended.items()},
        "left": left,
    }


def submit(one: Case, course: Path) -> None:
    source = course / ("solutions" if one.rest == "solved" else "lessons") / LESSON
    folder = course / "submitted" / one.name / LESSON
    folder.mkdir(parents=True)
    notebook = nbformat.read(source / f"{LESSON}.ipynb", as_version=4)
    takes_folder = one.change.__code__.co_argcount == 2
    if not takes_folder:
        one.change(notebook)
    (folder / f"{LESSON}.ipynb").write_text(json.dumps(notebook))  # as it is, valid or not
    if takes_folder:
        one.change(notebook, folder)
    if one.brings:
        shutil.copy(course / one.brings, folder)


def nbgrader(command: str, course: Path, log: Path) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "nbgrader", command, LESSON],
        cwd=course,
        env=os.environ | {"FAVOURITE_COLOUR": "of the instructor alone"},
        stdout=log.open("w"),
        stderr=subprocess.STDOUT,
    )


def pids_of(command: str) -> list[int]:
    """Return the processes with this command line."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline") if command else ():
        try:
            words = path.read_bytes().decode(errors="replace").split("\0")
        except OSError:
            continue
        if " ".join(words).strip() == command:
            found.append(int(path.parent.name))
    return found


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    place = Path(sys.argv[1])
    try:
        facts = grade(place)
        (place / "facts.json").write_text(json.dumps(facts))
    finally:
        (place / "ended").touch()
