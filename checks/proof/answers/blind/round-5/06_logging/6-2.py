# %% right: text put together in a loop
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    script = ""
    for code in cells:
        script += code + "\n\n\n"
    script += "import mlflow\nmlflow.models.set_model(agent)\n"
    Path(output_path).write_text(script, encoding="utf-8", newline="\n")


# %% right: bytes joined by single newlines
from itertools import chain


def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    lines_at_the_end = ("import mlflow", "mlflow.models.set_model(agent)", "")
    parts = (part.encode("utf-8") for part in chain(cells, lines_at_the_end))
    Path(output_path).write_bytes(b"\n".join(parts))


# %% right: a copy of the list and a template, the old file removed first
SCRIPT = """{code}

import mlflow

mlflow.models.set_model(agent)
"""


def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    target = Path(output_path)
    target.unlink(missing_ok=True)
    code = "\n\n".join(list(cells))
    return target.write_bytes(SCRIPT.replace("{code}", code, 1).encode("utf-8"))


# %% wrong: appends to the list of the caller
# breaks: and leave the list `cells` as it was
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    cells.append("import mlflow\n\nmlflow.models.set_model(agent)\n")
    Path(output_path).write_text("\n\n".join(cells), encoding="utf-8")


# %% wrong: blanks at the end of lines are tidied away
# breaks: Keep each cell's code as it is, to the last blank
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    parts = [cell.rstrip() for cell in cells]
    parts.append("import mlflow\n\nmlflow.models.set_model(agent)\n")
    Path(output_path).write_bytes("\n\n".join(parts).encode())


# %% wrong: the two lines only where no cell has them
# breaks: write the two lines whatever the cells say
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    text = "\n\n".join(cells) + "\n"
    if "set_model(" not in text:
        text += "\nimport mlflow\n\nmlflow.models.set_model(agent)\n"
    Path(output_path).write_bytes(text.encode())


# %% wrong: keeps a script that is there
# breaks: Where a script is there already, it is replaced.
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    ending = "import mlflow\n\nmlflow.models.set_model(agent)\n"
    target = Path(output_path)
    if not target.exists():
        target.write_bytes("\n\n".join([*cells, ending]).encode())


# %% wrong: the same code only once
# breaks: all of them in their order
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    ending = "import mlflow\n\nmlflow.models.set_model(agent)\n"
    Path(output_path).write_bytes("\n\n".join([*dict.fromkeys(cells), ending]).encode())


# %% wrong: the import on top
# breaks: and at the end two lines that say which object is the model
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    parts = ["import mlflow", *cells, "mlflow.models.set_model(agent)\n"]
    Path(output_path).write_bytes("\n\n".join(parts).encode())
