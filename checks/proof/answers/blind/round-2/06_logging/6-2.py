# %% right: cell by cell with two newlines, write_text
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    body = "".join(f"{cell}\n\n" for cell in cells)
    Path(output_path).write_text(
        body + "import mlflow\nmlflow.models.set_model(agent)\n", encoding="utf-8", newline="\n"
    )


# %% right: a copy of the list, extended
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    parts = list(cells)
    parts.append("import mlflow")
    parts.append("mlflow.models.set_model(agent)")
    script = "\n".join(parts) + "\n"
    Path(output_path).write_bytes(bytes(script, "utf-8"))


# %% right: StringIO and print
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    import io

    script = io.StringIO()
    for cell in cells:
        print(cell, end="\n\n\n", file=script)
    print("import mlflow", file=script)
    print("mlflow.models.set_model(agent)", file=script)
    target = Path(output_path)
    target.unlink(missing_ok=True)
    target.write_bytes(script.getvalue().encode("utf-8"))


# %% wrong: strips the cells
# breaks: Keep each cell's code as it is, to the last blank
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    ending = "import mlflow\nmlflow.models.set_model(agent)\n"
    text = "\n\n".join([cell.strip() for cell in cells] + [ending])
    Path(output_path).write_text(text, encoding="utf-8")


# %% wrong: no ending where a cell mentions set_model
# breaks: write the two lines whatever the cells say
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    text = "\n\n".join(cells) + "\n\n"
    if "set_model(" not in text:
        text += "import mlflow\nmlflow.models.set_model(agent)\n"
    Path(output_path).write_bytes(text.encode())


# %% wrong: appends the ending to the caller's list
# breaks: leave the list `cells` as it was
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    cells.append("import mlflow\nmlflow.models.set_model(agent)\n")
    Path(output_path).write_bytes("\n\n".join(cells).encode())


# %% wrong: leaves out repeated cells
# breaks: all of them in their order
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    ending = "import mlflow\nmlflow.models.set_model(agent)\n"
    unique = dict.fromkeys(cells)
    Path(output_path).write_bytes("\n\n".join([*unique, ending]).encode())


# %% wrong: imports mlflow at the top
# breaks: at the end two lines that say which object is the model
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    parts = ["import mlflow", *cells, "mlflow.models.set_model(agent)\n"]
    Path(output_path).write_bytes("\n\n".join(parts).encode())


# %% wrong: writes ASCII and drops the rest
# breaks: Keep each cell's code as it is
def generate_model_script(output_path: str, cells: list[str]) -> None:
    """Write the cells' code as a script that ends by setting `agent` as MLflow's model."""
    ending = "import mlflow\nmlflow.models.set_model(agent)\n"
    text = "\n\n".join([*cells, ending])
    Path(output_path).write_text(text, encoding="ascii", errors="ignore")
