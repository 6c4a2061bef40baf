"""Ask about model scripts, logged models and folders: what a learner's functions make of them."""

import base64
import contextlib
import json
import tempfile
from pathlib import Path

import mlflow
import nbformat
from llama_index.core import Settings
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell

from lesson_kit.probes import find, plain, probe

CELLS = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}


def write_notebook(path: Path, cells: list[list[str]]) -> str:
    """Write a notebook of these cells, each [type, source]; return its path."""
    made = [CELLS[kind](source) for kind, source in cells]
    nbformat.write(new_notebook(cells=made), path)
    return str(path)


@probe
def from_notebook(namespace, function: str, cells: list) -> object:
    """Call a learner's function with the path of a notebook made of these cells."""
    with tempfile.TemporaryDirectory() as folder:
        return find(namespace, function)(write_notebook(Path(folder) / "example.ipynb", cells))


@probe
def script(namespace, function: str, cells: list, times: int = 1) -> dict:
    """Let a learner's function write a script of these cells; run it; tell the models it sets."""
    write = find(namespace, function)
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "made_script.py"
        for _ in range(times):
            write(str(output), list(cells))
        if not output.exists():
            return {"written": False}
        text = output.read_text("utf-8")
    models: list = []
    set_model, error = mlflow.models.set_model, None
    mlflow.models.set_model = models.append
    try:
        exec(compile(text, "made_script.py", "exec"), {"__name__": "made_script"})
    except Exception as raised:
        error = f"{type(raised).__name__}: {raised}"
    finally:
        mlflow.models.set_model = set_model
    return {"written": True, "models": plain(models), "error": error}


@contextlib.contextmanager
def settings_kept():
    """Put the global Settings back afterwards: loading a model overwrites them."""
    before = dict(vars(Settings))
    try:
        yield
    finally:
        vars(Settings).clear()
        vars(Settings).update(before)


@probe
def logged(namespace, name: str) -> dict:
    """Tell what MLflow has stored about the model that a learner's name stands for."""
    info = find(namespace, name)
    if not hasattr(info, "model_uri"):
        return {"class": type(info).__name__}
    client = mlflow.MlflowClient()
    model = client.get_logged_model(info.model_id)
    run = client.get_run(info.run_id).info if info.run_id else None
    with tempfile.TemporaryDirectory() as folder:
        root = Path(mlflow.artifacts.download_artifacts(info.model_uri, dst_path=folder))
        example = root / "input_example.json"
        signature = info.signature
        return {
            "class": type(info).__name__,
            "name": model.name,
            "run": run and run.run_name,
            "experiment": run and client.get_experiment(run.experiment_id).name,
            "flavors": sorted(info.flavors),
            "files": files_in(root),
            "example": json.loads(example.read_text("utf-8")) if example.exists() else None,
            "inputs": signature.inputs.input_names() if signature else None,
            "requirements": (root / "requirements.txt").read_text("utf-8").split(),
        }


def files_in(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


@probe
def logged_answers(namespace, name: str, question: str) -> object:
    """Load the model that a learner has logged, through pyfunc, and ask it a question."""
    info = find(namespace, name)
    with settings_kept():
        return mlflow.pyfunc.load_model(info.model_uri).predict({"input": question})


@probe
def from_folder(
    namespace, function: str, files: dict, args: list | None = None, uri: bool = False
) -> object:
    """Call a learner's function with a folder that has these files, their bytes in base64.

    With `uri` it gets the folder's URI in place of its path.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "model"
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(base64.b64decode(content))
        return find(namespace, function)(root.as_uri() if uri else str(root), *(args or []))
