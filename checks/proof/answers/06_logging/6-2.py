# %% right: writes line by line
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script."""
    with open(output_path, "w", encoding="utf-8") as file:
        for cell in cells:
            file.write(cell + "\n\n\n")
        file.write("import mlflow\n")
        file.write("mlflow.models.set_model(agent)\n")


# %% right: imports set_model itself, and returns the path
def generate_model_script(output_path, cells):
    text = "\n".join(cells) + "\nfrom mlflow.models import set_model\nset_model(agent)"
    path = Path(output_path)
    path.write_text(text)
    return path


# %% right: gives the model by its name
def generate_model_script(output_path, cells):
    lines = [*cells, "import mlflow", "mlflow.models.set_model(model=agent)"]
    Path(output_path).write_text("\n\n".join(lines) + "\n", encoding="utf-8")


# %% wrong: forgets set_model
# check: script_sets_the_agent
# says: does not know what the model is
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script."""
    Path(output_path).write_text("\n\n".join([*cells, "import mlflow"]), encoding="utf-8")


# %% wrong: forgets the import
# check: script_sets_the_agent
# says: The script does not run
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script."""
    Path(output_path).write_text("\n\n".join([*cells, "mlflow.models.set_model(agent)"]))


# %% wrong: sets the model before the agent is there
# check: script_sets_the_agent
# says: at the end
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script."""
    first = "import mlflow\nmlflow.models.set_model(agent)"
    Path(output_path).write_text("\n\n".join([first, *cells]), encoding="utf-8")


# %% wrong: sorts the cells
# check: script_keeps_the_order
# says: in their order
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script."""
    ending = "import mlflow\n\nmlflow.models.set_model(agent)\n"
    Path(output_path).write_text("\n\n".join([*sorted(cells), ending]), encoding="utf-8")


# %% wrong: joins the cells without a line between
# check: script_sets_the_agent
# says: The script does not run
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script."""
    ending = "import mlflow\n\nmlflow.models.set_model(agent)\n"
    Path(output_path).write_text("".join([*cells, ending]), encoding="utf-8")


# %% wrong: appends to the older script
# check: script_replaces_an_older_one
# says: write the file anew
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script."""
    with open(output_path, "a", encoding="utf-8") as file:
        file.write("\n\n".join([*cells, "import mlflow", "mlflow.models.set_model(agent)\n"]))


# %% wrong: returns the text and writes nothing
# check: script_sets_the_agent
# says: write the text to output_path
def generate_model_script(output_path: str, cells: list[str]) -> str:
    """Return the cells' code as a script."""
    return "\n\n".join([*cells, "import mlflow", "mlflow.models.set_model(agent)\n"])


# %% wrong: text where bytes are written
# check: script_sets_the_agent
# says: no script is written
def generate_model_script(output_path, cells):
    ending = "import mlflow\nmlflow.models.set_model(agent)\n"
    Path(output_path).write_bytes("\n\n".join([*cells, ending]))


# %% wrong: leaves a script that is there
# check: script_replaces_an_older_one
# says: The older script is still there
def generate_model_script(output_path, cells):
    if not Path(output_path).exists():
        ending = "import mlflow\n\nmlflow.models.set_model(agent)\n"
        Path(output_path).write_bytes("\n\n".join([*cells, ending]).encode())


# %% wrong: writes over the beginning of a script that is there
# check: script_replaces_an_older_one
# says: The older script is still there
def generate_model_script(output_path, cells):
    ending = "import mlflow\n\nmlflow.models.set_model(agent)\n"
    with open(output_path, "r+" if Path(output_path).exists() else "w") as file:
        file.write("\n\n".join([*cells, ending]))


# %% wrong: puts the ending into the caller's list
# check: script_sets_the_agent
# says: It is the caller's
def generate_model_script(output_path, cells):
    cells += ["import mlflow", "mlflow.models.set_model(agent)"]
    Path(output_path).write_text("\n\n".join(cells))


# %% wrong: sets the model below the first cell that names it
# check: script_sets_the_agent
# says: below them the model is set
def generate_model_script(output_path, cells):
    lines = []
    for cell in cells:
        lines.append(cell)
        if "agent =" in cell and len(lines) == lines.index(cell) + 1:
            lines += ["import mlflow", "mlflow.models.set_model(agent)"]
    Path(output_path).write_text("\n\n".join(lines))


# %% wrong: each cell once
# check: script_keeps_the_order
# says: as often as it is in the list, in their order
def generate_model_script(output_path, cells):
    ending = "import mlflow\nmlflow.models.set_model(agent)\n"
    Path(output_path).write_text("\n\n".join([*dict.fromkeys(cells), ending]))


# %% wrong: writes what the cells come to
# check: script_sets_the_agent
# says: not the cells' code
def generate_model_script(output_path, cells):
    scope = {}
    exec("\n".join(cells), scope)
    lines = [f"agent = {scope['agent']!r}", "import mlflow", "mlflow.models.set_model(agent)"]
    Path(output_path).write_text("\n".join(lines))


# %% wrong: leaves comments out
# check: script_sets_the_agent
# says: not the cells' code
def generate_model_script(output_path, cells):
    lines = [cell.partition("#")[0] for cell in cells]
    lines += ["import mlflow", "mlflow.models.set_model(agent)"]
    Path(output_path).write_text("\n\n".join(lines))


# %% wrong: sets the model a second time
# check: script_sets_the_agent
# says: sets a model more than once
def generate_model_script(output_path, cells):
    ending = "import mlflow\nmlflow.models.set_model(agent)\nmlflow.models.set_model(agent)"
    Path(output_path).write_text("\n\n".join([*cells, ending]))


# %% wrong: leaves out the blanks at a cell's end
# check: script_keeps_any_code
# says: to the last blank
def generate_model_script(output_path: str, cells: list[str]) -> None:
    parts = [cell.rstrip() for cell in cells]
    parts.append("import mlflow\n\nmlflow.models.set_model(agent)\n")
    Path(output_path).write_bytes("\n\n".join(parts).encode())
