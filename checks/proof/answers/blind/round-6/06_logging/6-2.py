# %% right: write_text of an f-string
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    code = "".join(f"{cell}\n\n" for cell in cells)
    script = f"{code}import mlflow\nmlflow.models.set_model(agent)\n"
    Path(output_path).write_text(script, encoding="utf-8")


# %% right: a list of parts of its own, filled in a loop
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    parts = []
    for cell in cells:
        parts.append(cell)
        parts.append("\n\n\n")
    parts += ["import mlflow\n", "mlflow.models.set_model(agent)\n"]
    Path(output_path).write_bytes("".join(parts).encode("utf-8"))


# %% right: bytes from the start, with a constant for the ending
ENDING = b"""import mlflow
mlflow.models.set_model(agent)
"""


def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    blocks = [bytes(cell, "utf-8") for cell in cells] + [ENDING]
    Path(output_path).write_bytes(b"\n\n".join(blocks))


# %% wrong: blanks at the ends of lines are tidied up
# breaks: Keep each cell's code as it is, to the last blank, all of them in their order
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    tidy = ["\n".join(line.rstrip() for line in cell.split("\n")) for cell in cells]
    ending = "import mlflow\nmlflow.models.set_model(agent)\n"
    Path(output_path).write_bytes("\n\n".join([*tidy, ending]).encode())


# %% wrong: the ending is appended to the caller's list
# breaks: leave the list `cells` as it was
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    cells += ["import mlflow\nmlflow.models.set_model(agent)\n"]
    Path(output_path).write_bytes("\n\n".join(cells).encode())


# %% wrong: no ending where a cell already speaks of set_model
# breaks: write the two lines whatever the cells say
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    script = "\n\n".join(cells)
    if "set_model(agent)" not in script:
        script += "\n\nimport mlflow\nmlflow.models.set_model(agent)\n"
    Path(output_path).write_text(script, encoding="utf-8")


# %% wrong: an existing script is kept and added to
# breaks: Where a script is there already, it is replaced.
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    path = Path(output_path)
    old = path.read_text(encoding="utf-8") + "\n\n" if path.exists() else ""
    ending = "import mlflow\nmlflow.models.set_model(agent)\n"
    path.write_text(old + "\n\n".join([*cells, ending]), encoding="utf-8")


# %% wrong: equal cells are written only once
# breaks: Keep each cell's code as it is, to the last blank, all of them in their order
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    once = list(dict.fromkeys(cells))
    ending = "import mlflow\nmlflow.models.set_model(agent)\n"
    Path(output_path).write_bytes("\n\n".join([*once, ending]).encode())


# %% wrong: only what ASCII can say is written
# breaks: Keep each cell's code as it is, to the last blank
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    ending = "import mlflow\nmlflow.models.set_model(agent)\n"
    script = "\n\n".join([*cells, ending])
    Path(output_path).write_bytes(script.encode("ascii", errors="replace"))
