"""Turn the notebook cells marked `# [USE IN MODEL]` into one script that MLflow logs as a model.

    generate_model_script("react_agent.py", notebooks=["01_tools.ipynb", "02_events.ipynb"])

Marked cells may use what an unmarked cell imports: those imports are carried along. What would
change the model in silence (a marker with a typo, a stub, a notebook command) stops instead.
"""

import ast
import os
import re
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path

from lesson_kit.agent_script.marked_cells import (
    MARKER,
    Cell,
    ModelScriptError,
    NotFinished,
    cell_id,
    check_code,
    is_stub,
    marked_cells,
    read_notebook,
)
from lesson_kit.agent_script.script_code import assemble, offered_imports
from lesson_kit.manifest import lessons
from lesson_kit.writing import write_whole

AGENT_SO_FAR = "agent-so-far"  # the id of the cell that a later lesson begins with
LATER = "lessons 5 to 7"  # which all have that cell
ALL_GIVEN = "# The agent so far, as the lesson gives it, with no cell of the learner's own.\n\n"
GIVEN_PART = re.compile(rf"^#   (\S+)\.ipynb: {AGENT_SO_FAR} of ", re.MULTILINE)
PART = re.compile(r"# ---- (\S+) ----")  # what begins a notebook's part of the code


def finished_cells(path: Path, notebook: dict) -> list[Cell]:
    """Return a notebook's marked cells, checked; raise NotFinished for one that is still a stub."""
    cells = marked_cells(notebook, path.name)
    for cell in cells:
        if any(is_stub(node) for node in ast.walk(check_code(cell))):
            raise NotFinished(
                f"{cell} is not finished: it still raises NotImplementedError. Answer it, save the "
                f"notebook, then try again."
            )
    return cells


def parts_so_far(notebook: dict) -> dict[str, Cell]:
    """Return the parts of a notebook's agent-so-far cell by the notebook that each comes from."""
    parts = {}
    for position, cell in enumerate(notebook["cells"], 1):
        if cell_id(cell) == AGENT_SO_FAR:
            pieces = PART.split(cell["source"])
            for stem, source in zip(pieces[1::2], pieces[2::2], strict=True):
                parts[stem] = Cell(f"{stem}.ipynb", f"{AGENT_SO_FAR} of {LATER}", position, source)
    return parts


def collect(
    paths: Iterable[str | os.PathLike], fallback: str | os.PathLike | None = None
) -> tuple[list[Cell], dict[str, str]]:
    """Return the marked cells of notebooks, checked, and the imports that all cells offer.

    With a `fallback`, a notebook that is not finished is replaced by its part of the agent so far
    in that one, and a printed line says so.
    """
    paths = [Path(path) for path in paths]
    read, parts = [], {}
    if fallback is not None:
        read = [read_notebook(fallback)]
        parts = parts_so_far(read[0])
    cells = []
    for path in paths:
        try:
            notebook = read_notebook(path)
            cells += finished_cells(path, notebook)
            read.append(notebook)
        except NotFinished:
            if path.stem not in parts:
                raise
            print(f"{path.stem} is not finished, so its part comes from the agent so far.")
            cells.append(parts[path.stem])
    if not cells:
        names = ", ".join(str(path) for path in paths) or "no notebook at all"
        raise ModelScriptError(f"No code cell begins with {MARKER} in {names}.")
    return cells, offered_imports(read)


def agent_so_far(notebooks: Iterable[str | os.PathLike]) -> str:
    """Return the code of the notebooks' marked cells as one formatted text, imports on top."""
    return assemble(*collect(notebooks))


def lesson_notebooks(folder: str | os.PathLike = "..") -> list[Path]:
    """Return the notebooks of the lessons that make the agent, in lesson order."""
    names = [lesson.folder for lesson in lessons() if lesson.in_agent]
    return [Path(folder) / name / f"{name}.ipynb" for name in names]


def generate_model_script(
    output_path: str | os.PathLike,
    notebooks: str | os.PathLike | Iterable[str | os.PathLike] | None = None,
    fallback: str | os.PathLike | None = None,
) -> Path:
    """Write the marked cells of notebooks, in the order given, as a script that MLflow can log.

    Without `notebooks`, they are those of lessons 1 to 4 beside the current lesson's folder.
    `fallback` names a notebook whose agent-so-far cell stands in for what is not finished.
    Raises ModelScriptError, and leaves an older script as it is, when that cannot be done.
    """
    if notebooks is None:
        notebooks = lesson_notebooks()
    elif isinstance(notebooks, str | os.PathLike):
        notebooks = [notebooks]
    cells, offered = collect(notebooks, fallback)
    offered["mlflow"] = "import mlflow"
    text = header(cells) + assemble(cells, offered, "mlflow.models.set_model(agent)")
    try:
        compile(text, str(output_path), "exec", dont_inherit=True)
    except SyntaxError as error:
        raise ModelScriptError(f"The script made of these cells is no Python: {error}.") from None
    write_script(Path(output_path), text)
    return Path(output_path)


def header(cells: Sequence[Cell]) -> str:
    """Return the comment that says what a script was made from."""
    lines = [
        "# The agent as MLflow logs it, made by generate_model_script from marked notebook cells.",
        "# It is not edited: change those cells, then make it again.",
        "#",
    ]
    for name in dict.fromkeys(cell.notebook for cell in cells):
        ids = ", ".join(cell.id for cell in cells if cell.notebook == name)
        lines += textwrap.wrap(
            f"{name}: {ids}", 96, initial_indent="#   ", subsequent_indent="#     "
        )
    return "\n".join(lines) + "\n\n"


def given_parts(script: str) -> list[str]:
    """Return the lessons whose part of a script comes from the agent so far; "all" for a whole."""
    return ["all"] if script.startswith(ALL_GIVEN) else GIVEN_PART.findall(script)


def write_script(path: Path, text: str) -> None:
    """Write a script whole, or raise ModelScriptError and leave an older one as it is."""
    try:
        write_whole(path, text)
    except OSError as error:
        raise ModelScriptError(f"{path} cannot be written: {error.strerror}.") from None
