# %% right: constant for the name, keyword argument
TUTORIAL_EXPERIMENT = "MLflow LlamaIndex Workflow Tutorial"


def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_experiment(experiment_name=TUTORIAL_EXPERIMENT)
    mlflow.llama_index.autolog(log_traces=True, silent=True)


# %% right: autolog first, functions imported by name
from mlflow import set_experiment
from mlflow.llama_index import autolog


def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    autolog()
    set_experiment("MLflow LlamaIndex Workflow Tutorial")
    return None


# %% right: look up or create, then activate by id
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    name = "MLflow LlamaIndex Workflow Tutorial"
    found = mlflow.get_experiment_by_name(name)
    experiment_id = found.experiment_id if found is not None else mlflow.create_experiment(name)
    mlflow.set_experiment(experiment_id=experiment_id)
    mlflow.llama_index.autolog()


# %% wrong: a small letter in the name
# breaks: makes `MLflow LlamaIndex Workflow Tutorial` the active experiment
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_experiment("MLflow LlamaIndex Workflow tutorial")
    mlflow.llama_index.autolog()


# %% wrong: returns the experiment
# breaks: It returns nothing.
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.llama_index.autolog()
    return mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")


# %% wrong: the second call switches off
# breaks: each run of an agent leaves one trace, and so it stays when `start_tracing()` is called again
_tracing = False


def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    global _tracing
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog(disable=_tracing)
    _tracing = not _tracing


# %% wrong: creates the experiment and does not activate it
# breaks: it makes `MLflow LlamaIndex Workflow Tutorial` the active experiment
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    name = "MLflow LlamaIndex Workflow Tutorial"
    if mlflow.get_experiment_by_name(name) is None:
        mlflow.create_experiment(name)
    mlflow.llama_index.autolog()


# %% wrong: does its work only once
# breaks: it makes `MLflow LlamaIndex Workflow Tutorial` the active experiment
_started = False


def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    global _started
    if _started:
        return
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog()
    _started = True
