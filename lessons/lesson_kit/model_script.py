"""Turn the cells marked `# [USE IN MODEL]` into one script that MLflow can log as a model.

    generate_model_script("react_agent.py", notebooks=["01_tools.ipynb", "02_events.ipynb"])

What a marked cell needs from an unmarked one is an import: those are carried along. Everything that
would change the model in silence (a marker with a typo, a stub, a notebook command) stops instead.
"""

import ast
import io
import json
import os
import re
import subprocess
import tempfile
import textwrap
import tokenize
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import nbformat
import nbformat.reader

MARKER = "# [USE IN MODEL]"
NEAR_MARKER = re.compile(
    r"\s*(?:#+\s*)?\[\s*use[\s_-]+in[\s_-]+model\s*\].*|\s*#+\s*use[\s_-]+in[\s_-]+model\s*", re.I
)
SCAFFOLD = re.compile(
    r"# \[USE IN MODEL\]|### (BEGIN|END) SOLUTION|# YOUR CODE HERE|#.*\babout \d+ (more )?lines?\b.*"
)
RUFF = ["--isolated", "--no-cache", "--config", "src = []", "--config", "line-length = 100"]


class ModelScriptError(Exception):
    """A script that cannot be made: one sentence says which cell, and how to mend it."""

    def _render_traceback_(self):  # IPython's hook: the sentence is all there is to say
        return [f"ModelScriptError: {self}"]


class Cell(NamedTuple):
    """A marked code cell, and where it stands."""

    notebook: str
    id: str
    position: int
    source: str

    def __str__(self) -> str:
        return f"{self.notebook}, cell {self.position} ({self.id})"


def read_notebook(path: str | os.PathLike) -> nbformat.NotebookNode:
    """Read a notebook of any format version; raise ModelScriptError for anything else."""
    try:
        text = Path(path).read_text(encoding="utf-8")
        notebook = nbformat.convert(nbformat.reader.reads(text), 4)
        for cell in notebook.cells:
            cell.cell_type.lower(), cell.source.lower(), cell.metadata.keys()
    except FileNotFoundError:
        raise ModelScriptError(f"There is no notebook {path}: check its name.") from None
    except OSError as error:
        raise ModelScriptError(f"{path} cannot be read: {error.strerror}.") from None
    except (nbformat.reader.NotJSONError, UnicodeDecodeError):
        raise ModelScriptError(
            f"{path} is damaged, or no notebook at all (it is not JSON): bring it back from the "
            f"lessons, or save it again in JupyterLab."
        ) from None
    except Exception:  # whatever nbformat stumbles over in JSON of another kind
        raise ModelScriptError(
            f"{path} is JSON, but no notebook: it has no list of cells with a type and a source."
        ) from None
    return notebook


def marked_cells(notebook: nbformat.NotebookNode, name: str = "the notebook") -> list[Cell]:
    """Return the code cells that begin with the marker; raise ModelScriptError for a near miss."""
    found = []
    for position, cell in enumerate(notebook.cells, 1):
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        here = Cell(name, grade_id or cell.get("id") or "no id", position, cell.source)
        lines = cell.source.splitlines() or [""]
        if cell.cell_type == "code" and lines[0] == MARKER:
            found.append(here)
            continue
        if cell.cell_type != "code":  # a code cell that was turned into text: its first words tell
            lines = cell.source.strip().splitlines()[:1]
        for number, line in enumerate(lines, 1):
            if NEAR_MARKER.fullmatch(line):
                raise ModelScriptError(f"{here}, {near_miss(cell.cell_type, number, line)}")
    return found


def near_miss(cell_type: str, number: int, line: str) -> str:
    """Return what is wrong with a line that was meant as the marker, and the remedy."""
    if cell_type != "code":
        return f"has the marker but is a {cell_type} cell: make it a code cell, or take it out."
    if line == MARKER:
        return f"line {number}: {MARKER} must be the very first line of the cell."
    return f"line {number}: {line!r} is nearly the marker; it must be the first line, and {MARKER}"


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


def without_scaffold(source: str) -> str:
    """Drop the marker, nbgrader's solution markers and the size hints: comments, never strings."""
    lines = source.splitlines(keepends=True)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        row = token.start[0] - 1
        if token.type == tokenize.COMMENT and SCAFFOLD.fullmatch(token.string):
            if lines[row].strip() == token.string:
                lines[row] = ""
    return "".join(lines)


class Import(NamedTuple):
    """One name that an import statement binds, what it means, and a statement for it alone."""

    name: str
    meaning: str
    statement: str


def imports(node: ast.stmt) -> list[Import]:
    """Return what an import statement binds; nothing for any other statement."""
    found = []
    for alias in node.names if isinstance(node, ast.Import | ast.ImportFrom) else []:
        if isinstance(node, ast.ImportFrom):
            single = ast.unparse(ast.ImportFrom(node.module, [alias], node.level))
            found.append(Import(alias.asname or alias.name, single, single))
        else:  # `import a.b` and `import a.c` both bind `a`, and to the same thing
            name = alias.asname or alias.name.partition(".")[0]
            meaning = alias.name if alias.asname else name
            found.append(Import(name, meaning, ast.unparse(ast.Import([alias]))))
    return found


def bound_names(tree: ast.Module) -> set[str]:
    """Return the names that code binds by definition or assignment, at any depth."""
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, definitions)} | {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)
    }


def hoist(sources: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the imports of all sources, and the sources without them.

    An import stays where it is when moving it to the top could change what a name means.
    """
    trees = [ast.parse(source) for source in sources]
    bound = set().union(*(bound_names(tree) for tree in trees), "*")
    meanings: dict[str, set[str]] = {}
    for node in (node for tree in trees for node in tree.body):
        for one in imports(node):
            meanings.setdefault(one.name, set()).add(one.meaning)
    top, rest = [], []
    for source, tree in zip(sources, trees, strict=True):
        lines = source.splitlines()
        rows = [row for node in tree.body for row in {node.lineno, node.end_lineno}]
        for node in tree.body:
            found = imports(node)
            alone = rows.count(node.lineno) == rows.count(node.end_lineno) == 1
            clear = all(one.name not in bound and len(meanings[one.name]) == 1 for one in found)
            if found and alone and clear:
                top.append(ast.unparse(node))
                lines[node.lineno - 1 : node.end_lineno] = [""] * (
                    node.end_lineno - node.lineno + 1
                )
        rest.append("\n".join(lines).strip("\n"))
    return top, rest


def offered_imports(notebooks: Iterable[nbformat.NotebookNode]) -> dict[str, str]:
    """Return the imports of all code cells that parse, as {name: statement}."""
    offered: dict[str, str] = {}
    for cell in (cell for notebook in notebooks for cell in notebook.cells):
        try:
            body = ast.parse(cell.source).body if cell.cell_type == "code" else []
        except (SyntaxError, ValueError):
            continue  # an unmarked cell may hold what it likes, such as %pip
        for one in (one for node in body for one in imports(node)):
            offered.setdefault(one.name, one.statement)
    return offered


def ruff(*arguments: str, text: str) -> str:
    """Run the installed ruff on a text; return its output."""
    try:
        from ruff import find_ruff_bin

        command = [find_ruff_bin(), *arguments, *RUFF, "--quiet", "--stdin-filename=model.py", "-"]
        done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    except (ImportError, OSError):
        raise ModelScriptError(
            "ruff, which formats the script, is missing: install it with `pip install ruff`."
        ) from None
    return done.stdout.decode()


def undefined_names(text: str) -> set[str]:
    """Return the names that a script uses and nothing in it defines."""
    report = json.loads(ruff("check", "--select=F821", "--output-format=json", text=text))
    return {found["message"].split("`")[1] for found in report}


def assemble(cells: Sequence[Cell], offered: dict[str, str], *extra: str) -> str:
    """Return the cells' code as one formatted text: imports on top, then a part a notebook.

    Raises ModelScriptError for a name that no marked cell defines and no import `offered` binds.
    """
    top, rest = hoist([without_scaffold(cell.source) for cell in cells])
    parts = []
    for index, (cell, code) in enumerate(zip(cells, rest, strict=True)):
        if index == 0 or cell.notebook != cells[index - 1].notebook:
            parts.append(f"# ---- {Path(cell.notebook).stem} ----")
        parts.append(code)
    body = "\n\n".join([*parts, *extra])
    missing = undefined_names("\n".join([*top, body]))
    top += [offered[name] for name in sorted(missing & offered.keys())]
    for cell in cells:
        used = {node.id for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Name)}
        for name in sorted(used & missing - offered.keys()):
            raise ModelScriptError(
                f"{cell} uses {name}, which no marked cell defines and no cell imports: "
                f"begin the cell that defines it with {MARKER}"
            )
    text = ruff("check", "--fix", "--select=I,F401", text="\n".join([*top, "", body]))
    return ruff("format", text=text)


def collect(notebooks: Iterable[str | os.PathLike]) -> tuple[list[Cell], dict[str, str]]:
    """Return the marked cells of notebooks, checked, and the imports their other cells offer."""
    read = {Path(path): read_notebook(path) for path in notebooks}
    cells = [cell for path, book in read.items() for cell in marked_cells(book, path.name)]
    for cell in cells:
        if any(is_stub(node) for node in ast.walk(check_code(cell))):
            raise ModelScriptError(
                f"{cell} is not finished: it still raises NotImplementedError. Answer it, save "
                f"the notebook, then try again."
            )
    if not cells:
        names = ", ".join(str(path) for path in read) or "no notebook at all"
        raise ModelScriptError(f"No cell begins with {MARKER} in {names}.")
    return cells, offered_imports(read.values())


def agent_so_far(notebooks: Iterable[str | os.PathLike]) -> str:
    """Return the code of the notebooks' marked cells as one formatted text, imports on top."""
    return assemble(*collect(notebooks))


def generate_model_script(
    output_path: str | os.PathLike, notebooks: str | os.PathLike | Iterable[str | os.PathLike]
) -> Path:
    """Write the marked cells of notebooks, in the order given, as a script that MLflow can log.

    Raises ModelScriptError, and leaves an older script as it is, when that cannot be done.
    """
    if isinstance(notebooks, str | os.PathLike):
        notebooks = [notebooks]
    cells, offered = collect(notebooks)
    if not any("agent" in bound_names(ast.parse(cell.source)) for cell in cells):
        raise ModelScriptError(
            f"No marked cell defines `agent`: begin the cell that makes it with {MARKER}"
        )
    body = assemble(cells, {**offered}, "import mlflow", "mlflow.models.set_model(agent)")
    text = header(cells) + body
    compile(text, str(output_path), "exec", dont_inherit=True)
    write_whole(Path(output_path), text)
    return Path(output_path)


def header(cells: Sequence[Cell]) -> str:
    """Return the comment that says what a script was made from."""
    lines = [
        "# The agent as MLflow logs it. Made by generate_model_script from marked notebook cells;",
        "# it is not edited: change those cells, then make it again.",
    ]
    for name in dict.fromkeys(cell.notebook for cell in cells):
        ids = ", ".join(cell.id for cell in cells if cell.notebook == name)
        lines += textwrap.wrap(ids, 97, initial_indent=f"#   {name}: ", subsequent_indent="#     ")
    return "\n".join(lines) + "\n\n"


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is either as it was or complete."""
    try:
        with tempfile.NamedTemporaryFile(
            "w", dir=path.parent, prefix=f".{path.name}.", delete=False, encoding="utf-8"
        ) as file:
            file.write(text)
        os.chmod(file.name, 0o644)
        os.replace(file.name, path)
    except OSError as error:
        raise ModelScriptError(f"{path} cannot be written: {error.strerror}.") from None
