"""Ask about model scripts, logged models and folders: what a learner's functions make of them."""

import base64
import contextlib
import io
import json
import shutil
import tempfile
import zipfile
from pathlib import Path
from unittest import mock

import mlflow
import nbformat
from llama_index.core import Settings
from llama_index.core.llms import MockLLM
from mlflow.models import Model
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell

from lesson_kit.offline_llm import OfflineLLM
from lesson_kit.private_names import active_experiment_id, llm_in_settings, settings_kept
from lesson_kit.probes import find, plain, probe
from lesson_kit.probes.model_replies import LoggedModel, NoModelInfo, WrittenScript
from lesson_kit.probes.traced_runs import apart

CELLS = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}


def write_notebook(path: Path, cells: list[list[str]]) -> str:
    """Write a notebook of these cells, each [type, source]; return its path."""
    notebook = new_notebook(cells=[CELLS[kind](source) for kind, source in cells])
    nbformat.write(notebook, path)
    return str(path)


@probe
def from_notebook(namespace, function: str, cells: list, before: list | None = None) -> object:
    """Call a learner's function with the path of a notebook made of these cells.

    With `before` another notebook is there first, at the same path, and it is called with that.
    """
    marked_cells = find(namespace, function)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.ipynb"
        if before is not None:
            marked_cells(write_notebook(path, before))
        return marked_cells(write_notebook(path, cells))


@probe
def script(
    namespace, function: str, cells: list[str], before: list[str] | None = None
) -> WrittenScript:
    """Let a learner's function write a script of these cells; run it; tell the models it sets.

    With `before` a script of other cells is there already, which the function has written, too.
    """
    write, given = find(namespace, function), list(cells)
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "made_script.py"
        if before is not None:
            write(str(output), list(before))
        write(str(output), given)
        if not output.exists():
            return WrittenScript(written=False, models=[], error=None, text="", cells=[])
        text = output.read_text("utf-8", errors="replace")
    models: list = []

    def set_model(model) -> None:
        models.append(model)

    error = None
    with mock.patch.object(mlflow.models, "set_model", set_model):
        try:
            exec(compile(text, "made_script.py", "exec"), {"__name__": "made_script"})
        except Exception as raised:
            error = f"{type(raised).__name__}: {raised}"
    return WrittenScript(
        written=True, models=plain(models), error=error, text=text, cells=plain(given)
    )


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
        example, requirements = root / "input_example.json", root / "requirements.txt"
        signature = Model.load(str(root)).signature
        return LoggedModel(
            name=client.get_logged_model(info.model_id).name,
            run=run and run.run_name,
            status=run and run.status,
            experiment=run and client.get_experiment(run.experiment_id).name,
            flavors=sorted(info.flavors),
            files=files_in(root),
            example=json.loads(example.read_text("utf-8")) if example.exists() else None,
            inputs=signature.inputs.input_names() if signature and signature.inputs else None,
            requirements=requirements.read_text("utf-8").split() if requirements.exists() else [],
            answer=answer_of(str(root), question),
        )


def files_in(root: Path) -> list[str]:
    """Return the names of all files below a folder."""
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def answer_of(model_uri: str, question: str) -> object:
    """Load a model through pyfunc and ask it; return its answer, or the exception as text.

    A real LLM is not asked, but the offline one in its place: what it says, how long it takes and
    whether it can be reached would be judged, and not the learner.
    """
    with settings_kept():
        try:
            model = mlflow.pyfunc.load_model(model_uri)
            if not isinstance(llm_in_settings(), MockLLM) and not is_offline(llm_in_settings()):
                Settings.llm = OfflineLLM()
            return plain(model.predict({"input": question}))
        except Exception as error:
            return f"{type(error).__name__}: {error}"


def is_offline(llm: object) -> bool:
    """Tell whether this is the offline LLM; its class was loaded anew with the model."""
    return type(llm).__name__ == OfflineLLM.__name__


@probe
def from_folder(
    namespace,
    function: str,
    archive: str,
    args: list | None = None,
    uri: bool = False,
    before: str | None = None,
    there: bool = False,
) -> object:
    """Call a learner's function with a folder that has the files of an archive, in base64.

    With `uri` these are the files of a logged model, and the function gets its URI. With `before`
    the function is called with the files of another archive first, which with `there` were in
    the same folder; the list that it gave is emptied then.
    """
    asked, value = find(namespace, function), None
    with tempfile.TemporaryDirectory() as folder, apart() if uri else contextlib.nullcontext():
        for number, packed in enumerate(filter(None, [before, archive])):
            root = Path(folder) / ("same" if there else str(number))
            shutil.rmtree(root, ignore_errors=True)
            with zipfile.ZipFile(io.BytesIO(base64.b64decode(packed))) as opened:
                opened.extractall(root)
            if number and isinstance(value, list):
                value.clear()
            value = asked(log_files(root) if uri else str(root), *(args or []))
    return value


def log_files(root: Path) -> str:
    """Log the files of a folder as those of a model; return its URI."""
    client = mlflow.MlflowClient()
    model = client.create_logged_model(active_experiment_id(), "model")
    client.log_model_artifacts(model.model_id, str(root))
    client.finalize_logged_model(model.model_id, "READY")
    return model.model_uri
