# %% right: write_text with f-strings in a loop
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    script = ""
    for cell in cells:
        script += f"{cell}\n\n"
    script += "import mlflow\nmlflow.models.set_model(agent)\n"
    Path(output_path).write_text(script, encoding="utf-8", newline="\n")


# %% right: concatenated lists, a single newline between, the path returned
ENDING = ["import mlflow", "mlflow.models.set_model(agent)"]


def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    path = Path(output_path)
    path.write_bytes(bytes("\n".join(list(cells) + ENDING), "utf-8"))
    return path


# %% right: a copy of the list, unlink first
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    parts = cells.copy()
    parts.append("import mlflow\nmlflow.models.set_model(agent)\n")
    text = "\n\n\n".join(parts)
    target = Path(output_path)
    target.unlink(missing_ok=True)
    target.write_bytes(text.encode("utf-8"))


# %% wrong: the caller's list grows
# breaks: leave the list `cells` as it was
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    cells.append("import mlflow\nmlflow.models.set_model(agent)\n")
    Path(output_path).write_text("\n\n".join(cells), encoding="utf-8")


# %% wrong: no ending where a cell mentions set_model
# breaks: write the two lines whatever the cells say
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    text = "\n\n".join(cells)
    if "set_model" not in text:
        text += "\n\nimport mlflow\nmlflow.models.set_model(agent)\n"
    Path(output_path).write_bytes(text.encode())


# %% wrong: the cells are stripped
# breaks: Keep each cell's code as it is, to the last blank, all of them in their order
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    parts = [cell.strip() for cell in cells]
    parts.append("import mlflow\nmlflow.models.set_model(agent)")
    Path(output_path).write_bytes(("\n\n".join(parts) + "\n").encode())


# %% wrong: a cell that stands there twice is written once
# breaks: Keep each cell's code as it is, to the last blank, all of them in their order
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    ending = "import mlflow\nmlflow.models.set_model(agent)\n"
    Path(output_path).write_bytes("\n\n".join([*dict.fromkeys(cells), ending]).encode())


# %% wrong: the import at the top
# breaks: the cells' code, one after another, and at the end two lines that say which object is the model
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    parts = ["import mlflow", *cells, "mlflow.models.set_model(agent)\n"]
    Path(output_path).write_text("\n\n".join(parts), encoding="utf-8")


# %% wrong: an existing script stays
# breaks: Where a script is there already, it is replaced.
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    path = Path(output_path)
    if path.exists():
        return
    ending = "import mlflow\nmlflow.models.set_model(agent)\n"
    path.write_text("\n\n".join([*cells, ending]), encoding="utf-8")
