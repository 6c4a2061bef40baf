# %% right: plain json, source as text or as lines
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    notebook = json.loads(Path(notebook_path).read_text(encoding="utf-8"))
    marked = []
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        source = cell["source"]
        if not isinstance(source, str):
            source = "".join(source)
        lines = source.split("\n")
        if lines[0] == MARKER:
            marked.append("\n".join(lines[1:]))
    return marked


# %% right: regular expression with fullmatch
import re


def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    pattern = re.compile(re.escape(MARKER) + r"(?:\n(?P<rest>.*))?", re.DOTALL)
    with open(notebook_path, encoding="utf-8") as file:
        notebook = nbformat.read(file, as_version=4)
    code = (cell.source for cell in notebook.cells if cell.cell_type == "code")
    matches = (pattern.fullmatch(source) for source in code)
    return [match["rest"] or "" for match in matches if match is not None]


# %% right: startswith on the text with one newline added
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    first_line = MARKER + "\n"

    def is_marked(cell) -> bool:
        return cell["cell_type"] == "code" and (cell["source"] + "\n").startswith(first_line)

    cells = nbformat.reads(Path(notebook_path).read_text(encoding="utf-8"), as_version=4)["cells"]
    return [cell["source"][len(first_line) :] for cell in filter(is_marked, cells)]


# %% wrong: startswith the marker
# breaks: the **code** cells whose **first line** is exactly `MARKER`, to the letter and without a blank more
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        if cell.cell_type == "code" and cell.source.startswith(MARKER):
            found.append(cell.source.partition("\n")[2])
    return found


# %% wrong: strips the rest
# breaks: Return the rest of each, unchanged, as a list of `str` in the order of the notebook
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first == MARKER:
            found.append(rest.strip())
    return found


# %% wrong: no look at the cell type
# breaks: the **code** cells whose **first line** is exactly `MARKER`
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if first == MARKER:
            found.append(rest)
    return found


# %% wrong: a cell with the marker alone is left out
# breaks: a cell with the marker alone gives `''`
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        if cell.cell_type == "code" and cell.source.startswith(MARKER + "\n"):
            rest = cell.source.split("\n", 1)[1]
            if rest:
                found.append(rest)
    return found


# %% wrong: replaces the marker line everywhere
# breaks: Return the rest of each, unchanged, as a list of `str` in the order of the notebook
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    return [
        (cell.source + "\n").replace(MARKER + "\n", "").removesuffix("\n")
        for cell in nbformat.read(notebook_path, as_version=4).cells
        if cell.cell_type == "code" and cell.source.split("\n")[0] == MARKER
    ]


# %% wrong: remembers the notebook
# breaks: Read the notebook anew at each call.
from functools import lru_cache


@lru_cache(maxsize=None)
def _read(notebook_path):
    return nbformat.read(notebook_path, as_version=4).cells


def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in _read(notebook_path):
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first == MARKER:
            found.append(rest)
    return found
