# %% right: json instead of nbformat, source as list or text
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    notebook = json.loads(Path(notebook_path).read_text(encoding="utf-8"))
    result = []
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        source = cell["source"]
        if isinstance(source, list):
            source = "".join(source)
        lines = source.split("\n")
        if lines[0] == MARKER:
            result.append("\n".join(lines[1:]))
    return result


# %% right: generator helper with a slice behind the marker
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""

    def is_marked(cell) -> bool:
        return cell.cell_type == "code" and (
            cell.source == MARKER or cell.source.startswith(MARKER + "\n")
        )

    notebook = nbformat.read(notebook_path, as_version=nbformat.NO_CONVERT)
    return [cell.source[len(MARKER) + 1 :] for cell in filter(is_marked, notebook.cells)]


# %% right: open file and match a pattern
import re


def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    pattern = re.compile(re.escape(MARKER) + r"(?:\n(.*))?", re.DOTALL)
    with open(notebook_path, encoding="utf-8") as file:
        notebook = nbformat.read(file, as_version=4)
    sources = [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    matches = [pattern.fullmatch(source) for source in sources]
    return [match.group(1) or "" for match in matches if match]


# %% wrong: startswith takes longer first lines too
# breaks: the **code** cells whose **first line** is exactly `MARKER`, to the letter and without a blank more
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        if cell.cell_type == "code" and cell.source.startswith(MARKER):
            found.append(cell.source.partition("\n")[2])
    return found


# %% wrong: first line is stripped before it is compared
# breaks: to the letter and without a blank more
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first.strip() == MARKER:
            found.append(rest)
    return found


# %% wrong: any kind of cell, only markdown left out
# breaks: Find its marked cells: the **code** cells
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        if cell.cell_type == "markdown":
            continue
        first, _, rest = cell.source.partition("\n")
        if first == MARKER:
            found.append(rest)
    return found


# %% wrong: the marker is taken out everywhere in the cell
# breaks: Return the rest of each, unchanged, as a list of `str` in the order of the notebook
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        if cell.cell_type == "code" and cell.source.split("\n")[0] == MARKER:
            lines = [line for line in cell.source.split("\n") if line != MARKER]
            found.append("\n".join(lines))
    return found


# %% wrong: a cell with the marker alone is left out
# breaks: a cell with the marker alone gives `''`
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first == MARKER and rest:
            found.append(rest)
    return found


# %% wrong: the rest is stripped
# breaks: blank lines stay; only at the very end of a text, one newline more or less does not matter
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    cells = nbformat.read(notebook_path, as_version=4).cells
    return [
        cell.source.partition("\n")[2].strip()
        for cell in cells
        if cell.cell_type == "code" and cell.source.partition("\n")[0] == MARKER
    ]
