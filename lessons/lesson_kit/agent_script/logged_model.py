"""Log an agent's script as lesson 6 teaches, with its requirements and its LLM's code.

with mlflow.start_run(run_name=RUN_NAME):
    info = log_script("react_agent.py")
"""

import atexit
import shutil
import tempfile
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

EXPERIMENT = "MLflow LlamaIndex Workflow Tutorial"
REFERENCE_TAG = "lesson_kit.reference"  # on the run and on the model
RUN_NAME = "react-agent-workflow"
QUESTION = "What is (123 + 456) * 789?"
EXAMPLE = {"input": QUESTION}

# The package's own __init__ loads nothing by itself, so these files work without the rest.
CARRIED = ("__init__.py", "offline_llm.py", "llm.py", "openai_llm.py", "one_sentence.py")


def log_script(script: str | Path):
    """Log a model script in the run that is under way; return its ModelInfo."""
    import mlflow

    return mlflow.llama_index.log_model(
        str(script),
        name="model",
        input_example=EXAMPLE,
        signature=model_signature(),
        pip_requirements=model_requirements(),
        code_paths=model_code(),
    )


def model_requirements() -> list[str]:
    """Return the packages that a logged agent imports, each pinned to the version installed."""
    from lesson_kit.private_names import llm_in_settings

    names = {"mlflow", "llama-index", "llama-index-workflows"}
    for kind in type(llm_in_settings()).__mro__:
        if kind.__module__.startswith("llama_index.llms."):
            names.add("llama-index-llms-" + kind.__module__.split(".")[2].replace("_", "-"))
    return [f"{name}=={installed}" for name in sorted(names) if (installed := version_of(name))]


def version_of(package: str) -> str | None:
    """Return the version of an installed package, or None."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


@lru_cache
def model_code() -> list[str]:
    """Return the folder of code that travels with a logged agent: its LLM, and no checks.

    The folder is a copy that is removed when the process ends.
    """
    here = Path(__file__).parents[1]
    copy = Path(tempfile.mkdtemp(prefix="lesson-kit-")) / here.name
    atexit.register(shutil.rmtree, copy.parent, ignore_errors=True)
    copy.mkdir()
    for name in CARRIED:
        shutil.copy(here / name, copy)
    return [str(copy)]


def model_signature():
    """Return the signature of a logged agent: a text named `input` in, a text out.

    With it MLflow need not run the agent to find out.
    """
    from mlflow.models import ModelSignature
    from mlflow.types import ColSpec, DataType, Schema

    return ModelSignature(
        inputs=Schema([ColSpec(DataType.string, "input")]),
        outputs=Schema([ColSpec(DataType.string)]),
    )
