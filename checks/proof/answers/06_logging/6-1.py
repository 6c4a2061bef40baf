# %% right: reads the JSON itself, with a comprehension
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells."""
    with open(notebook_path, encoding="utf-8") as file:
        cells = json.load(file)["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    return [text[len(MARKER) + 1 :] for text in sources if text.split("\n")[0] == MARKER]


# %% right: splits into lines
def marked_cells(notebook_path):
    found = []
    for cell in nbformat.read(notebook_path, as_version=4)["cells"]:
        lines = cell["source"].splitlines()
        if cell["cell_type"] == "code" and lines and lines[0] == MARKER:
            found.append("\n".join(lines[1:]) + "\n")
    return found


# %% wrong: returns the first marked cell only
# check: finds_the_marked_cells
# says: up to the last
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells."""
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first == MARKER:
            found.append(rest)
            return found


# %% wrong: takes every cell that contains the marker
# check: compares_the_first_line_only
# says: whole first line is the marker
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells."""
    cells = nbformat.read(notebook_path, as_version=4).cells
    return [
        cell.source.partition("\n")[2]
        for cell in cells
        if cell.cell_type == "code" and MARKER in cell.source
    ]


# %% wrong: takes what begins with the marker, whatever follows
# check: compares_the_first_line_only
# says: its whole first line is the marker
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells."""
    cells = nbformat.read(notebook_path, as_version=4).cells
    return [
        cell.source.partition("\n")[2]
        for cell in cells
        if cell.cell_type == "code" and cell.source.startswith(MARKER)
    ]


# %% wrong: keeps the marker line
# check: finds_the_marked_cells
# says: The marker line itself is still there
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells."""
    cells = nbformat.read(notebook_path, as_version=4).cells
    return [c.source for c in cells if c.cell_type == "code" and c.source.startswith(MARKER)]


# %% wrong: takes text cells too
# check: takes_only_code_cells
# says: stands in a markdown cell
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells."""
    parts = [c.source.partition("\n") for c in nbformat.read(notebook_path, as_version=4).cells]
    return [rest for first, _, rest in parts if first == MARKER]


# %% wrong: prints the cells
# check: finds_the_marked_cells
# says: What comes back is None
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells."""
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        if cell.cell_type == "code" and cell.source.startswith(MARKER):
            print(cell.source.partition("\n")[2])


# %% wrong: gives what the example has
# check: finds_the_marked_cells
# says: stands in no cell of the notebook
def marked_cells(notebook_path: str) -> list[str]:
    """Return the code of a notebook's marked cells."""
    return ["number = 20", "agent = number + 1"]


# %% wrong: whatever begins with the marker
# check: finds_the_marked_cells
# says: its whole first line is the marker
def marked_cells(notebook_path):
    cells = nbformat.read(notebook_path, as_version=4).cells
    return [
        cell.source.partition("\n")[2]
        for cell in cells
        if cell.cell_type == "code" and cell.source.startswith(MARKER)
    ]


# %% right: an empty text for a cell with the marker alone, by splitting once
def marked_cells(notebook_path):
    cells = nbformat.read(notebook_path, as_version=nbformat.NO_CONVERT).cells
    parts = [cell.source.split("\n", 1) for cell in cells if cell.cell_type == "code"]
    return ["".join(rest) for first, *rest in parts if first == MARKER]


# %% wrong: leaves out a cell with the marker alone
# check: finds_the_marked_cells
# says: one with the marker alone
def marked_cells(notebook_path):
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first == MARKER and rest:
            found.append(rest)
    return found


# %% wrong: takes away every line with the marker
# check: compares_the_first_line_only
# says: change nothing of the rest
def marked_cells(notebook_path):
    return [
        cell.source.replace(MARKER, "").removeprefix("\n")
        for cell in nbformat.read(notebook_path, as_version=4).cells
        if cell.cell_type == "code" and cell.source.split("\n")[0] == MARKER
    ]


# %% wrong: passes over blanks around the marker
# check: compares_the_first_line_only
# says: exactly
def marked_cells(notebook_path):
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first.strip() == MARKER:
            found.append(rest)
    return found


# %% wrong: looks at the first line that is not empty
# check: compares_the_first_line_only
# says: exactly
def marked_cells(notebook_path):
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.lstrip("\n").partition("\n")
        if cell.cell_type == "code" and first == MARKER:
            found.append(rest)
    return found


# %% wrong: each code once
# check: keeps_each_cell_as_it_is
# says: the same code as another
def marked_cells(notebook_path):
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first == MARKER and rest not in found:
            found.append(rest)
    return found


# %% wrong: tidies the code up
# check: keeps_each_cell_as_it_is
# says: change nothing of the rest
def marked_cells(notebook_path):
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first == MARKER:
            found.append("\n".join(line for line in rest.split("\n") if line.strip()))
    return found


# %% wrong: the list lasts from call to call
# check: finds_none_where_none_is
# says: stands in no cell of the notebook
def marked_cells(notebook_path, found=[]):
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first == MARKER:
            found.append(rest)
    return list(found)


# %% wrong: gives a tuple
# check: finds_the_marked_cells
# says: It gives a list
def marked_cells(notebook_path):
    parts = [
        cell.source.partition("\n")
        for cell in nbformat.read(notebook_path, as_version=4).cells
        if cell.cell_type == "code"
    ]
    return tuple(rest for first, _, rest in parts if first == MARKER)


# %% wrong: the last cell first
# check: finds_the_marked_cells
# says: in another order
def marked_cells(notebook_path):
    found = []
    for cell in nbformat.read(notebook_path, as_version=4).cells:
        first, _, rest = cell.source.partition("\n")
        if cell.cell_type == "code" and first == MARKER:
            found.insert(0, rest)
    return found
