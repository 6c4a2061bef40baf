# %% right: split once, comprehension
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    notebook = nbformat.read(notebook_path, as_version=4)
    sources = [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    lines = [source.split("\n") for source in sources]
    return ["\n".join(rest) for first, *rest in lines if first == MARKER]


# %% right: plain JSON, no nbformat
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""

    def text_of(cell):
        source = cell["source"]
        return source if isinstance(source, str) else "".join(source)

    with open(notebook_path, encoding="utf-8") as file:
        cells = json.load(file)["cells"]
    codes = [text_of(cell) for cell in cells if cell["cell_type"] == "code"]
    marked = [code for code in codes if code == MARKER or code.startswith(MARKER + "\n")]
    return [code[len(MARKER) + 1 :] for code in marked]


# %% right: guard clauses and slices
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    with Path(notebook_path).open(encoding="utf-8") as file:
        notebook = nbformat.read(file, as_version=4)

    result = []
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        head = cell.source.split("\n", 1)
        if head[0] != MARKER:
            continue
        result.append(head[1] if len(head) == 2 else "")
    return result


# %% right: generator helper with removeprefix
def _marked(cells):
    for cell in cells:
        text = cell.source + "\n"
        if cell.cell_type == "code" and text.startswith(f"{MARKER}\n"):
            yield text.removeprefix(f"{MARKER}\n")


def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    return list(_marked(nbformat.reads(Path(notebook_path).read_text("utf-8"), as_version=4).cells))


# %% wrong: startswith
# breaks: whose **first line** is exactly `MARKER`, to the letter and without a blank more
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    return [
        cell.source.partition("\n")[2]
        for cell in nbformat.read(notebook_path, as_version=4).cells
        if cell.cell_type == "code" and cell.source.startswith(MARKER)
    ]


# %% wrong: first line stripped before comparing
# breaks: to the letter and without a blank more
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first.strip() == MARKER:
            found.append(rest)
    return found


# %% wrong: rest stripped
# breaks: Return the rest of each, unchanged
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first == MARKER:
            found.append(rest.strip())
    return found


# %% wrong: marker line replaced everywhere
# breaks: Return the rest of each, unchanged
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        if cell.cell_type == "code" and cell.source.split("\n")[0] == MARKER:
            found.append(cell.source.replace(MARKER, "").removeprefix("\n"))
    return found


# %% wrong: every cell that is not markdown
# breaks: the **code** cells whose **first line** is exactly `MARKER`
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


# %% wrong: cells with nothing after the marker dropped
# breaks: a cell with the marker alone gives `''`
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    parts = [
        cell.source.partition("\n")
        for cell in nbformat.read(notebook_path, as_version=4).cells
        if cell.cell_type == "code"
    ]
    return [rest for first, _, rest in parts if first == MARKER and rest]


# %% wrong: splitlines fails at an empty cell
# breaks: Find its marked cells: the **code** cells whose **first line** is exactly `MARKER`
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        if cell.cell_type == "code":
            lines = cell.source.splitlines()
            if lines[0] == MARKER:
                found.append("\n".join(lines[1:]))
    return found


# %% wrong: list kept outside the function
# breaks: Return the rest of each, unchanged, as a list of `str` in the order of the notebook
found = []


def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first == MARKER:
            found.append(rest)
    return found


# %% wrong: marker looked for after leading blank lines
# breaks: whose **first line** is exactly `MARKER`
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.lstrip().partition("\n")
        if cell.cell_type == "code" and first == MARKER:
            found.append(rest)
    return found


# %% wrong: equal cells once
# breaks: Find its marked cells … Return the rest of each, unchanged, as a list of `str` in the order of the notebook
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells, in order, each without its marker line."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first == MARKER and rest not in found:
            found.append(rest)
    return found
