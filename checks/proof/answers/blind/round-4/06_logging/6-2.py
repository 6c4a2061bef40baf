# %% right: adds up the text in a loop
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    script = ""
    for cell in cells:
        script += f"{cell}\n\n\n"
    script += "import mlflow\n"
    script += "mlflow.models.set_model(agent)\n"
    Path(output_path).write_text(script, encoding="utf-8")


# %% right: one newline between, put together from bytes
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    lines = (*cells, "import mlflow", "mlflow.models.set_model(agent)", "")
    data = b"\n".join(line.encode("utf-8") for line in lines)
    target = Path(output_path)
    target.write_bytes(data)


# %% right: a copy of the list and a dedented ending
from textwrap import dedent

ENDING = dedent(
    """
    import mlflow
    mlflow.models.set_model(agent)
    """
)


def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    parts = list(cells)
    parts.append(ENDING)
    Path(output_path).write_text("\n\n".join(parts), encoding="utf8")


# %% wrong: each cell's code is stripped
# breaks: Keep each cell's code as it is, to the last blank
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    ending = "import mlflow\nmlflow.models.set_model(agent)\n"
    script = "\n\n".join([*(cell.strip() for cell in cells), ending])
    Path(output_path).write_text(script, encoding="utf-8")


# %% wrong: the ending is appended to the caller's list
# breaks: and leave the list `cells` as it was
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    cells += ["import mlflow\nmlflow.models.set_model(agent)\n"]
    Path(output_path).write_bytes("\n\n".join(cells).encode())


# %% wrong: a script that is there already is continued
# breaks: Where a script is there already, it is replaced.
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    path = Path(output_path)
    script = path.read_text(encoding="utf-8") if path.exists() else ""
    for cell in cells:
        script += cell + "\n\n"
    script += "import mlflow\nmlflow.models.set_model(agent)\n"
    path.write_text(script, encoding="utf-8")


# %% wrong: no ending where a cell speaks of set_model already
# breaks: write the two lines whatever the cells say
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    script = "\n\n".join(cells)
    if "mlflow.models.set_model(agent)" not in script:
        script += "\n\nimport mlflow\nmlflow.models.set_model(agent)\n"
    Path(output_path).write_bytes(script.encode())


# %% wrong: a cell that comes twice is written once
# breaks: Keep each cell's code as it is, to the last blank, all of them in their order
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    ending = "import mlflow\nmlflow.models.set_model(agent)\n"
    unique = list(dict.fromkeys(cells))
    Path(output_path).write_bytes("\n\n".join([*unique, ending]).encode())


# %% wrong: imports mlflow on top of the script
# breaks: A script for MLflow is the cells' code, one after another, and at the end two lines that say which object is the model
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    parts = ["import mlflow", *cells, "mlflow.models.set_model(agent)\n"]
    Path(output_path).write_bytes("\n\n".join(parts).encode())
