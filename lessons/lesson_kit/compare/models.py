"""Find logged models, and read what was logged."""

import json
import os
import re
from pathlib import Path
from typing import NamedTuple

from lesson_kit.agent_script.logged_model import REFERENCE_TAG
from lesson_kit.agent_script.model_script import given_parts
from lesson_kit.one_sentence import OneSentence

SECRET = re.compile(r"\b(?:sk-[\w-]{8,}|dapi[0-9a-f]{16,}|hf_\w{20,}|gsk_\w{20,})")
SECRET_NAMES = re.compile(r"(?:_KEY|_TOKEN|_SECRET|PASSWORD)$")


class CannotCompare(OneSentence):
    """A comparison that cannot be made: one sentence that says why, and the remedy."""


class Model(NamedTuple):
    """A logged model, downloaded."""

    uri: str
    folder: Path
    model_id: str
    run_id: str
    name: str


def quiet_store() -> None:
    """Check that MLflow's store is there, and keep MLflow from logging and drawing."""
    import mlflow

    from lesson_kit.tracking import NoTracking, use_tracking

    uri = os.environ.get("MLFLOW_TRACKING_URI") or mlflow.get_tracking_uri()
    if ":" not in uri and not uri.startswith("databricks"):
        raise CannotCompare(
            f"{uri} is no MLflow store: name one with --tracking-uri, such as "
            "sqlite:///mlflow.db or http://127.0.0.1:5000."
        )
    path = uri.removeprefix("sqlite:///")
    if path != uri and not Path(path).exists():
        raise CannotCompare(f"There is no MLflow store at {uri}: name one with --tracking-uri.")
    os.environ["MLFLOW_TRACKING_URI"] = uri
    os.environ["MLFLOW_MODEL_CATALOG_URI"] = ""  # else MLflow asks GitHub for the price of tokens
    try:
        use_tracking()
    except NoTracking as error:
        raise CannotCompare(str(error)) from None


# --- finding --------------------------------------------------------------------------------------


def full_uri(text: str) -> str:
    """Return a model's URI; the id of a model is enough, or that of a run with one model."""
    if re.fullmatch(r"m-[0-9a-f]{32}", text):
        return f"models:/{text}"
    return model_of_run(text) if re.fullmatch("[0-9a-f]{32}", text) else text


def model_of_run(run_id: str) -> str:
    """Return the URI of the one model that a run has logged, whatever its name."""
    import mlflow

    try:
        outputs = mlflow.get_run(run_id).outputs
    except mlflow.MlflowException as error:
        raise CannotCompare(f"There is no run {run_id}: {sentence(error)}") from None
    found = [one.model_id for one in outputs.model_outputs] if outputs else []
    if len(found) != 1:
        raise CannotCompare(
            f"The run {run_id} has logged {len(found) or 'no'} models: give the URI of one, "
            "models:/m-…"
        )
    return f"models:/{found[0]}"


def all_experiments() -> list[str]:
    import mlflow

    return [one.experiment_id for one in mlflow.search_experiments()]


def find_reference() -> str:
    """Return the URI of the newest model in the store that is tagged as the reference."""
    import mlflow

    found = mlflow.search_logged_models(
        experiment_ids=all_experiments(),
        filter_string=f"tags.`{REFERENCE_TAG}` = 'true'",
        max_results=1,
        order_by=[{"field_name": "creation_timestamp", "ascending": False}],
        output_format="list",
    )
    if not found:
        raise CannotCompare(
            f"There is no reference run in {mlflow.get_tracking_uri()}: log it with `python3 "
            f"scripts/build_model.py --log --tracking-uri {mlflow.get_tracking_uri()}`, or name "
            "a model to compare with."
        )
    return found[0].model_uri


def models_of(experiment: str) -> list:
    """Return the logged models of an experiment, by its name or id, oldest first."""
    import mlflow

    found = mlflow.get_experiment_by_name(experiment)
    if found is None and experiment.isdecimal():
        found = next(
            (one for one in mlflow.search_experiments() if one.experiment_id == experiment), None
        )
    if found is None:
        names = ", ".join(f'"{one.name}"' for one in mlflow.search_experiments()[:8])
        raise CannotCompare(f'There is no experiment "{experiment}", only {names}.')
    return mlflow.search_logged_models(
        experiment_ids=[found.experiment_id],
        order_by=[{"field_name": "creation_timestamp", "ascending": True}],
        output_format="list",
    )


def download(uri: str, folder: Path) -> Model:
    """Download a logged model; raise CannotCompare, with the reason, when that cannot be."""
    import mlflow
    from mlflow.models import Model as Logged

    whole = full_uri(uri)
    if ":/" not in whole and not Path(whole).exists():
        raise CannotCompare(
            f"There is no model at {uri}: give the id of a run or of a model, a URI that begins "
            "with models:/ or runs:/, or a folder."
        )
    try:
        path = mlflow.artifacts.download_artifacts(whole, dst_path=str(folder / "model"))
    except Exception as error:  # MLflow raises a dozen kinds, by store
        raise CannotCompare(f"There is no model at {uri}: {sentence(error)}") from None
    if not Path(path, "MLmodel").exists():
        raise CannotCompare(f"What lies at {uri} is not a logged model: it has no MLmodel file.")
    try:
        logged = Logged.load(path)
    except Exception as error:
        raise CannotCompare(f"The MLmodel file of {uri} is unreadable: {sentence(error)}") from None
    if "python_function" not in logged.flavors or "llama_index" not in logged.flavors:
        kinds = ", ".join(sorted(set(logged.flavors) - {"python_function"})) or "no flavor at all"
        raise CannotCompare(
            f"{uri} is not a workflow: it was logged as {kinds}. Log the agent with "
            "mlflow.llama_index.log_model."
        )
    run_id, name = logged.run_id or "", ""
    if run_id:
        try:
            name = mlflow.get_run(run_id).info.run_name
        except mlflow.MlflowException:  # the run was deleted, the model was not
            run_id = ""
    return Model(whole, Path(path), logged.model_id or "", run_id, name)


def sentence(error: Exception) -> str:
    """Return the first sentence of what an exception says, ending in a full stop."""
    line = next(iter(str(error).strip().splitlines()), type(error).__name__)
    return re.split(r"(?<=\.)\s", line)[0][:300].rstrip(".") + "."


# --- what was logged ------------------------------------------------------------------------------


def logged_facts(model: Model) -> dict:
    """Return what can be read from a model's files, without running anything of it."""
    from mlflow.models import Model as Logged

    logged = Logged.load(str(model.folder))
    code = logged.flavors["python_function"].get("model_code_path")
    requirements = model.folder / "requirements.txt"
    settings = model.folder / "settings.json"
    kept = json.loads(settings.read_text("utf-8")) if settings.exists() else {}
    schema = logged.signature and logged.signature.inputs
    return {
        "signature": schema.input_names() if schema else None,
        "input_example": (logged.saved_input_example_info or {}).get("artifact_path"),
        "requirements": lines_of(requirements),
        "llm": (kept.get("_llm") or {}).get("object_constructor", ""),
        "code": os.path.basename(code) if code else None,
        "given": given_parts("\n".join(lines_of(model.folder / os.path.basename(code or "none")))),
        "pickles": [path.name for path in model.folder.rglob("*.pkl")],
        "secrets": secrets_in(model.folder),
    }


def lines_of(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines() if path.exists() else []


def secrets_in(folder: Path) -> list[str]:
    """Return the files of a model that hold what looks like a key, or a key of this environment."""
    own = [
        value.encode()
        for name, value in os.environ.items()
        if SECRET_NAMES.search(name) and len(value) > 7
    ]
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            content = path.read_bytes()
            text = content.decode(errors="replace")
            if SECRET.search(text) or any(key in content for key in own):
                found.append(path.relative_to(folder).as_posix())
    return found
