# %% right: open and write piece by piece
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    with open(output_path, "w", encoding="utf-8") as script:
        for code in cells:
            script.write(code)
            script.write("\n\n\n")
        script.write("import mlflow\nmlflow.models.set_model(agent)\n")


# %% right: text built up with +=
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    script = ""
    for cell in cells:
        script += cell + "\n"
    script += "import mlflow\n"
    script += "mlflow.models.set_model(agent)"
    Path(output_path).write_text(script, encoding="utf-8")


# %% right: lines and print to a file
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    ending = ["import mlflow", "mlflow.models.set_model(agent)"]
    with Path(output_path).open("w", encoding="utf-8", newline="") as file:
        print(*cells, *ending, sep="\n", file=file)


# %% right: old file removed first, parts joined as bytes
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    parts = list(cells)
    parts.append("import mlflow\nmlflow.models.set_model(agent)\n")
    path = Path(output_path)
    path.unlink(missing_ok=True)
    return path.write_bytes(b"\n\n".join(part.encode("utf-8") for part in parts))


# %% wrong: ending appended to the caller's list
# breaks: leave the list `cells` as it was
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    cells += ["import mlflow\n\nmlflow.models.set_model(agent)\n"]
    Path(output_path).write_text("\n\n".join(cells))


# %% wrong: appends to an old script
# breaks: Where a script is there already, it is replaced
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    ending = "import mlflow\nmlflow.models.set_model(agent)\n"
    with open(output_path, "a", encoding="utf-8") as script:
        script.write("\n\n".join([*cells, ending]))


# %% wrong: only when there is none yet
# breaks: Where a script is there already, it is replaced
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    path = Path(output_path)
    if not path.exists():
        ending = "import mlflow\nmlflow.models.set_model(agent)\n"
        path.write_text("\n\n".join([*cells, ending]))


# %% wrong: import left out where the text is there already
# breaks: at the end two lines that say which object is the model: import mlflow / mlflow.models.set_model(agent)
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    code = "\n\n".join(cells)
    if "import mlflow" not in code:
        code += "\n\nimport mlflow"
    Path(output_path).write_text(code + "\nmlflow.models.set_model(agent)\n")


# %% wrong: guarded by __main__
# breaks: With the example's cells the file sets `agent`, which is 21, as the model
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    ending = 'if __name__ == "__main__":\n    import mlflow\n    mlflow.models.set_model(agent)\n'
    Path(output_path).write_text("\n\n".join([*cells, ending]))


# %% wrong: equal cells once
# breaks: Keep each cell's code as it is, all of them in their order
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    ending = "import mlflow\nmlflow.models.set_model(agent)\n"
    Path(output_path).write_text("\n\n".join([*dict.fromkeys(cells), ending]))


# %% wrong: blanks at the ends of lines removed
# breaks: Keep each cell's code as it is
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    ending = "import mlflow\nmlflow.models.set_model(agent)\n"
    tidy = ["\n".join(line.rstrip() for line in cell.split("\n")) for cell in cells]
    Path(output_path).write_text("\n\n".join([*tidy, ending]))


# %% wrong: ASCII only
# breaks: Keep each cell's code as it is
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    ending = "import mlflow\nmlflow.models.set_model(agent)\n"
    text = "\n\n".join([*cells, ending])
    Path(output_path).write_bytes(text.encode("ascii", errors="ignore"))


# %% wrong: model set right after the cell that makes it
# breaks: and at the end two lines that say which object is the model
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    parts = ["import mlflow"]
    for cell in cells:
        parts.append(cell)
        if cell.startswith("agent ="):
            parts.append("mlflow.models.set_model(agent)\n")
    Path(output_path).write_text("\n\n".join(parts))


# %% wrong: always beside the notebook
# breaks: Write this script to `output_path`
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    ending = "import mlflow\nmlflow.models.set_model(agent)\n"
    Path(Path(output_path).name).write_text("\n\n".join([*cells, ending]))
