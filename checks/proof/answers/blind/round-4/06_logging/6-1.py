# %% right: reads the text itself, splits all lines
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""

    def is_marked(cell) -> bool:
        return cell["cell_type"] == "code" and cell["source"].split("\n")[0] == MARKER

    text = Path(notebook_path).read_text(encoding="utf-8")
    notebook = nbformat.reads(text, as_version=4)
    return ["\n".join(cell["source"].split("\n")[1:]) for cell in notebook["cells"] if is_marked(cell)]


# %% right: plain json without nbformat
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    with open(notebook_path, encoding="utf-8") as file:
        cells = json.load(file)["cells"]
    result = []
    for cell in cells:
        if cell["cell_type"] != "code":
            continue
        source = cell["source"]
        if isinstance(source, list):  # on disk a source is usually a list of lines
            source = "".join(source)
        first, *rest = source.split("\n", 1)
        if first == MARKER:
            result.append(rest[0] if rest else "")
    return result


# %% right: a generator that looks for the marker with its newline
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    opening = MARKER + "\n"

    def rests():
        notebook = nbformat.read(str(notebook_path), as_version=nbformat.NO_CONVERT)
        for cell in notebook.cells:
            source = cell.source
            if cell.cell_type == "code" and (source == MARKER or source.startswith(opening)):
                yield source[len(opening) :]

    return list(rests())


# %% wrong: blanks around the marker do not matter
# breaks: the **code** cells whose **first line** is exactly `MARKER`, to the letter and without a blank more
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first.strip() == MARKER:
            found.append(rest)
    return found


# %% wrong: every cell type but markdown
# breaks: Find its marked cells: the **code** cells whose **first line** is exactly `MARKER`
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        if cell.cell_type == "markdown":
            continue
        lines = cell.source.split("\n")
        if lines[0] == MARKER:
            found.append("\n".join(lines[1:]))
    return found


# %% wrong: the rest is stripped
# breaks: Return the rest of each, unchanged [...] and blank lines stay, those at the end too
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first == MARKER:
            found.append(rest.strip())
    return found


# %% wrong: the marker is replaced wherever it stands in the cell
# breaks: Return the rest of each, unchanged
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    notebook = nbformat.read(notebook_path, as_version=4)
    return [
        (cell.source + "\n").replace(MARKER + "\n", "").removesuffix("\n")
        for cell in notebook.cells
        if cell.cell_type == "code" and cell.source.split("\n")[0] == MARKER
    ]


# %% wrong: a cell with the marker alone is left out
# breaks: a cell with the marker alone gives `''`
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    notebook = nbformat.read(notebook_path, as_version=4)
    return [
        cell.source.removeprefix(MARKER + "\n")
        for cell in notebook.cells
        if cell.cell_type == "code" and cell.source.startswith(MARKER + "\n")
    ]


# %% wrong: each notebook is read only once
# breaks: Read the notebook anew at each call.
_notebooks = {}


def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    if notebook_path not in _notebooks:
        _notebooks[notebook_path] = nbformat.read(notebook_path, as_version=4)
    found = []
    for cell in _notebooks[notebook_path].cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first == MARKER:
            found.append(rest)
    return found
