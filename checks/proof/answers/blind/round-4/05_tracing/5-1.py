# %% right: experiment last, named argument
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.llama_index.autolog(log_traces=True, disable=False)
    mlflow.set_experiment(experiment_name="MLflow LlamaIndex Workflow Tutorial")
    return None


# %% right: find or create the experiment, activate it by id
EXPERIMENT = "MLflow LlamaIndex Workflow Tutorial"


def experiment_id() -> str:
    """Return the id of the tutorial's experiment, which is made where there is none yet."""
    found = mlflow.get_experiment_by_name(EXPERIMENT)
    if found is None:
        return mlflow.create_experiment(EXPERIMENT)
    return found.experiment_id


def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_experiment(experiment_id=experiment_id())
    mlflow.llama_index.autolog()


# %% right: the functions imported by name at the top
from mlflow import set_experiment
from mlflow.llama_index import autolog as trace_llama_index


def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    words = ["MLflow", "LlamaIndex", "Workflow", "Tutorial"]
    set_experiment(" ".join(words))
    trace_llama_index(silent=True)


# %% wrong: gives back the experiment
# breaks: It returns nothing.
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.llama_index.autolog()
    return mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")


# %% wrong: one letter of the name is small
# breaks: it makes `MLflow LlamaIndex Workflow Tutorial` the active experiment
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_experiment("MLflow LlamaIndex Workflow tutorial")
    mlflow.llama_index.autolog()


# %% wrong: makes the experiment anew at each call
# breaks: each run of an agent leaves one trace, and so it stays when `start_tracing()` is called again
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    experiment_id = mlflow.create_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.set_experiment(experiment_id=experiment_id)
    mlflow.llama_index.autolog()


# %% wrong: only the first call does anything
# breaks: it makes `MLflow LlamaIndex Workflow Tutorial` the active experiment
import functools


@functools.cache
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog()


# %% wrong: a second call switches tracing off
# breaks: each run of an agent leaves one trace, and so it stays when `start_tracing()` is called again
tracing = False


def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    global tracing
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog(disable=tracing)
    tracing = not tracing


# %% wrong: autologging for another library
# breaks: switches on *autologging* for LlamaIndex
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.openai.autolog()
