# %% right: other order, name in a variable, explicit arguments
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    experiment_name = "MLflow LlamaIndex Workflow Tutorial"
    mlflow.llama_index.autolog(log_traces=True, disable=False, silent=True)
    mlflow.set_experiment(experiment_name=experiment_name)


# %% right: find or create the experiment, activate it by id
from mlflow.llama_index import autolog as trace_llama_index

EXPERIMENT = "MLflow LlamaIndex Workflow Tutorial"


def experiment_id_of(name: str) -> str:
    """Return the id of the experiment of this name, which is created where it is missing."""
    found = mlflow.get_experiment_by_name(name)
    return mlflow.create_experiment(name) if found is None else found.experiment_id


def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_experiment(experiment_id=experiment_id_of(EXPERIMENT))
    trace_llama_index()


# %% right: local import, result of set_experiment looked at
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    from mlflow import llama_index

    experiment = mlflow.set_experiment(" ".join(["MLflow", "LlamaIndex", "Workflow", "Tutorial"]))
    if experiment is None:
        raise RuntimeError("MLflow has not set the experiment")
    llama_index.autolog(disable=False)
    return None


# %% wrong: hands back the experiment
# breaks: It returns nothing.
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.llama_index.autolog()
    return mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")


# %% wrong: sets the experiment only the first time
# breaks: it makes `MLflow LlamaIndex Workflow Tutorial` the active experiment
_tracing_started = False


def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    global _tracing_started
    if _tracing_started:
        return
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog()
    _tracing_started = True


# %% wrong: a name of other case
# breaks: it makes `MLflow LlamaIndex Workflow Tutorial` the active experiment
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_experiment("MLflow LlamaIndex workflow tutorial")
    mlflow.llama_index.autolog()


# %% wrong: switches tracing on, but not for LlamaIndex
# breaks: switches on *[autologging](../glossary.md#autologging)* for LlamaIndex
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.tracing.enable()
    mlflow.llama_index.autolog(log_traces=False)


# %% wrong: starts a run as well, which a second call cannot
# breaks: and so it stays when `start_tracing()` is called again
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog()
    mlflow.start_run(run_name="tutorial")


# %% wrong: a toggle that switches off again at the second call
# breaks: and so it stays when `start_tracing()` is called again
_tracing_on = False


def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    global _tracing_on
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog(disable=_tracing_on)
    _tracing_on = not _tracing_on
