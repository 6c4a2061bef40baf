# %% right: json instead of nbformat
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    notebook = json.loads(Path(notebook_path).read_text(encoding="utf-8"))
    result = []
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        lines = "".join(cell["source"]).split("\n")
        if lines[0] == MARKER:
            result.append("\n".join(lines[1:]))
    return result


# %% right: startswith with the newline, and removeprefix
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    notebook = nbformat.read(notebook_path, as_version=4)
    sources = [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    start = MARKER + "\n"
    return [
        source.removeprefix(start) if source != MARKER else ""
        for source in sources
        if source == MARKER or source.startswith(start)
    ]


# %% right: a generator helper with splitlines
def _sources(notebook_path):
    with open(notebook_path, encoding="utf-8") as file:
        notebook = nbformat.read(file, nbformat.NO_CONVERT)
    yield from (cell.source for cell in notebook.cells if cell.cell_type == "code")


def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    marked = []
    for source in _sources(notebook_path):
        match source.splitlines(keepends=True):
            case [first, *others] if first.rstrip("\n") == MARKER:
                marked.append("".join(others))
    return marked


# %% wrong: the first line is stripped before it is compared
# breaks: **first line** is exactly `MARKER`, to the letter and without a blank more
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        lines = cell.source.split("\n")
        if cell.cell_type == "code" and lines[0].strip() == MARKER:
            found.append("\n".join(lines[1:]))
    return found


# %% wrong: every cell type
# breaks: the **code** cells whose
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    result = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if first == MARKER:
            result.append(rest)
    return result


# %% wrong: the rest is stripped
# breaks: A line ends with `\n` (no cell has other line breaks), and blank lines stay, those at the end too.
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    return [
        cell.source.partition("\n")[2].strip()
        for cell in nbformat.read(notebook_path, as_version=4).cells
        if cell.cell_type == "code" and cell.source.split("\n")[0] == MARKER
    ]


# %% wrong: replace takes away later markers too
# breaks: Return the rest of each, unchanged, as a list of `str` in the order of the notebook
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        if cell.cell_type == "code" and (cell.source + "\n").startswith(MARKER + "\n"):
            found.append((cell.source + "\n").replace(MARKER + "\n", "").removesuffix("\n"))
    return found


# %% wrong: a cell with the marker alone is left out
# breaks: a cell with the marker alone gives `''`
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        if cell.cell_type == "code" and cell.source.startswith(MARKER + "\n"):
            found.append(cell.source[len(MARKER) + 1 :])
    return found


# %% wrong: the notebook is cached
# breaks: Read the notebook anew at each call.
from functools import lru_cache


@lru_cache
def _read(notebook_path):
    return nbformat.read(notebook_path, as_version=4)


def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in _read(notebook_path).cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first == MARKER:
            found.append(rest)
    return found
