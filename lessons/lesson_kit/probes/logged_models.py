"""Ask about model scripts, logged models and folders: what a learner's functions make of them."""

import base64
import io
import json
import tempfile
import zipfile
from pathlib import Path
from unittest import mock

import mlflow
import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell

from lesson_kit.private_names import settings_kept
from lesson_kit.probes import find, plain, probe
from lesson_kit.probes.model_replies import LoggedModel, NoModelInfo, WrittenScript

CELLS = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}


def write_notebook(path: Path, cells: list[list[str]]) -> str:
    """Write a notebook of these cells, each [type, source]; return its path."""
    notebook = new_notebook(cells=[CELLS[kind](source) for kind, source in cells])
    nbformat.write(notebook, path)
    return str(path)


@probe
def from_notebook(namespace, function: str, cells: list) -> object:
    """Call a learner's function with the path of a notebook made of these cells."""
    with tempfile.TemporaryDirectory() as folder:
        return find(namespace, function)(write_notebook(Path(folder) / "example.ipynb", cells))


@probe
def script(namespace, function: str, cells: list, times: int = 1) -> WrittenScript:
    """Let a learner's function write a script of these cells; run it; tell the models it sets."""
    write = find(namespace, function)
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "made_script.py"
        for _ in range(times):
            write(str(output), list(cells))
        if not output.exists():
            return WrittenScript(written=False, models=[], error=None)
        text = output.read_text("utf-8")
    models: list = []

    def set_model(model) -> None:
        models.append(model)

    error = None
    with mock.patch.object(mlflow.models, "set_model", set_model):
        try:
            exec(compile(text, "made_script.py", "exec"), {"__name__": "made_script"})
        except Exception as raised:
            error = f"{type(raised).__name__}: {raised}"
    return WrittenScript(written=True, models=plain(models), error=error)


@probe
def logged(namespace, name: str, question: str) -> LoggedModel | NoModelInfo:
    """Tell what MLflow has stored about a learner's model, and what it answers, loaded again."""
    info = find(namespace, name)
    if not hasattr(info, "model_uri"):
        return NoModelInfo(type=type(info).__name__)
    client = mlflow.MlflowClient()
    run = client.get_run(info.run_id).info if info.run_id else None
    with tempfile.TemporaryDirectory() as folder:
        root = Path(mlflow.artifacts.download_artifacts(info.model_uri, dst_path=folder))
        example = root / "input_example.json"
        return LoggedModel(
            name=client.get_logged_model(info.model_id).name,
            run=run and run.run_name,
            experiment=run and client.get_experiment(run.experiment_id).name,
            flavors=sorted(info.flavors),
            files=files_in(root),
            example=json.loads(example.read_text("utf-8")) if example.exists() else None,
            answer=answer_of(str(root), question),
        )


def files_in(root: Path) -> list[str]:
    """Return the names of all files below a folder."""
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def answer_of(model_uri: str, question: str) -> object:
    """Load a model through pyfunc and ask it; return its answer, or the exception as text."""
    with settings_kept():
        try:
            return plain(mlflow.pyfunc.load_model(model_uri).predict({"input": question}))
        except Exception as error:
            return f"{type(error).__name__}: {error}"


@probe
def from_folder(
    namespace, function: str, archive: str, args: list | None = None, uri: bool = False
) -> object:
    """Call a learner's function with a folder that has the files of an archive, in base64.

    With `uri` it gets the folder's URI in place of its path.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "model"
        with zipfile.ZipFile(io.BytesIO(base64.b64decode(archive))) as packed:
            packed.extractall(root)
        return find(namespace, function)(root.as_uri() if uri else str(root), *(args or []))
