# %% right: keyword arguments, autologging first
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.llama_index.autolog(log_traces=True, disable=False, silent=True)
    mlflow.set_experiment(experiment_name="MLflow LlamaIndex Workflow Tutorial")


# %% right: look the experiment up and activate it by id
EXPERIMENT = "MLflow LlamaIndex Workflow Tutorial"


def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    known = mlflow.get_experiment_by_name(EXPERIMENT)
    experiment_id = mlflow.create_experiment(EXPERIMENT) if known is None else known.experiment_id
    mlflow.set_experiment(experiment_id=experiment_id)
    mlflow.llama_index.autolog()


# %% right: imported functions, name put together
from mlflow.llama_index import autolog


def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    name = " ".join(["MLflow", "LlamaIndex", "Workflow", "Tutorial"])
    experiment = mlflow.set_experiment(name)
    assert experiment.name == name
    autolog()


# %% wrong: one letter of the name in lower case
# breaks: it makes `MLflow LlamaIndex Workflow Tutorial` the active experiment
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_experiment("MLflow LlamaIndex Workflow tutorial")
    mlflow.llama_index.autolog()


# %% wrong: returns the experiment
# breaks: It returns nothing.
def start_tracing():
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.llama_index.autolog()
    return mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")


# %% wrong: a second call switches tracing off
# breaks: each run of an agent leaves one trace, and so it stays when `start_tracing()` is called again
tracing_is_on = False


def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    global tracing_is_on
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog(disable=tracing_is_on)
    tracing_is_on = not tracing_is_on


# %% wrong: creates the experiment, but leaves another one active
# breaks: it makes `MLflow LlamaIndex Workflow Tutorial` the active experiment
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    name = "MLflow LlamaIndex Workflow Tutorial"
    if mlflow.get_experiment_by_name(name) is None:
        mlflow.create_experiment(name)
    mlflow.llama_index.autolog()


# %% wrong: does its work only at the first call, so a later experiment stays active
# breaks: it makes `MLflow LlamaIndex Workflow Tutorial` the active experiment
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    if getattr(start_tracing, "started", False):
        return
    start_tracing.started = True
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog()


# %% wrong: autologging without traces
# breaks: After `start_tracing()`, each run of an agent leaves one trace
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog(log_traces=False)
