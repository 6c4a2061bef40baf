"""Put the code of marked cells together as one formatted text, its imports once and on top.

text = assemble(cells, offered={"FunctionTool": "from llama_index.core.tools import FunctionTool"})
"""

import ast
import io
import json
import re
import subprocess
import tokenize
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from lesson_kit.agent_script.marked_cells import MARKER, Cell, ModelScriptError

SCAFFOLD = re.compile(r"# \[USE IN MODEL\]|### (BEGIN|END) SOLUTION|# YOUR CODE HERE")
SIZE_HINT = re.compile(r"#.*\babout \d+ (more )?lines?\b.*")
RUFF = ["--isolated", "--no-cache", "--config", "src = []", "--config", "line-length = 100"]


def without_scaffold(source: str) -> str:
    """Drop the marker, nbgrader's solution markers and the size hints: comments, never strings.

    A size hint goes on in the comment lines right below it.
    """
    lines = source.splitlines(keepends=True)
    in_hint = False
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        row, text = token.start[0] - 1, token.string
        if token.type == tokenize.COMMENT and token.line.strip() == text:
            scaffold = SCAFFOLD.fullmatch(text)
            in_hint = bool(SIZE_HINT.fullmatch(text)) or (in_hint and not scaffold)
            if in_hint or scaffold:
                lines[row] = ""
        elif token.type != tokenize.NL or not token.line.strip():
            in_hint = False
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
                for row in range(node.lineno, node.end_lineno + 1):
                    lines[row - 1] = ""
        rest.append("\n".join(lines).strip("\n"))
    return top, rest


def offered_imports(notebooks: Iterable[dict]) -> dict[str, str]:
    """Return the imports of all code cells that parse, as {name: statement}."""
    offered: dict[str, str] = {}
    for cell in (cell for notebook in notebooks for cell in notebook["cells"]):
        try:
            body = ast.parse(cell["source"]).body if cell["cell_type"] == "code" else []
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
        tree = ast.parse(cell.source)
        used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        for name in sorted((used - bound_names(tree)) & (missing - offered.keys())):
            raise ModelScriptError(
                f"{cell} uses {name}, which no marked cell defines and no cell imports: let the "
                f"cell that defines {name} begin with {MARKER}"
            )
    for name in sorted(missing - offered.keys()):
        raise ModelScriptError(
            f"No marked cell defines {name}: let the cell that makes it begin with {MARKER}"
        )
    text = ruff("check", "--fix", "--select=I,F401", text="\n".join([*top, "", body]))
    return ruff("format", text=text)
