# %% right: startswith and slices
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    notebook = nbformat.read(notebook_path, as_version=4)
    sources = [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    return [
        source[len(MARKER) + 1 :]
        for source in sources
        if source == MARKER or source.startswith(MARKER + "\n")
    ]


# %% right: lists of lines, helper
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""

    def is_marked(cell):
        return cell.cell_type == "code" and cell.source.split("\n")[0] == MARKER

    with open(notebook_path, encoding="utf-8") as file:
        notebook = nbformat.read(file, as_version=4)
    return ["\n".join(cell.source.split("\n")[1:]) for cell in filter(is_marked, notebook.cells)]


# %% right: plain JSON
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    result = []
    for cell in json.loads(Path(notebook_path).read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] != "code":
            continue
        head, *tail = "".join(cell["source"]).split("\n", maxsplit=1)
        if head == MARKER:
            result.append(tail[0] if tail else "")
    return result


# %% wrong: strips the first line before comparing
# breaks: whose **first line** is exactly `MARKER`, to the letter and without a blank more
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first.strip() == MARKER:
            found.append(rest)
    return found


# %% wrong: splitlines, then strip the rest
# breaks: blank lines stay, those at the end too
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    codes = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        lines = cell.source.splitlines()
        if cell.cell_type == "code" and lines and lines[0] == MARKER:
            codes.append("\n".join(lines[1:]).strip())
    return codes


# %% wrong: takes text cells too
# breaks: Find its marked cells: the **code** cells
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    parts = [
        cell.source.partition("\n") for cell in nbformat.read(notebook_path, as_version=4).cells
    ]
    return [rest for first, _, rest in parts if first == MARKER]


# %% wrong: replaces every marker line
# breaks: Return the rest of each, unchanged
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    return [
        cell.source.replace(MARKER + "\n", "").replace(MARKER, "")
        for cell in nbformat.read(notebook_path, as_version=4).cells
        if cell.cell_type == "code" and cell.source.split("\n")[0] == MARKER
    ]


# %% wrong: drops cells with the marker alone
# breaks: a cell with the marker alone gives `''`
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        if cell.cell_type == "code" and cell.source.startswith(MARKER + "\n"):
            code = cell.source[len(MARKER) + 1 :]
            if code:
                found.append(code)
    return found


# %% wrong: remembers a notebook by its path
# breaks: Read the notebook anew at each call.
from functools import lru_cache


@lru_cache
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first == MARKER:
            found.append(rest)
    return found
