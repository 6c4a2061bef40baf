# %% right: autolog first, name in a constant
EXPERIMENT = "MLflow LlamaIndex Workflow Tutorial"


def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.llama_index.autolog(log_traces=True, silent=True)
    mlflow.set_experiment(experiment_name=EXPERIMENT)


# %% right: experiment found or created, then set by its id
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    name = "MLflow LlamaIndex Workflow Tutorial"
    experiment = mlflow.get_experiment_by_name(name)
    if experiment is None:
        experiment_id = mlflow.create_experiment(name)
    else:
        experiment_id = experiment.experiment_id
    mlflow.set_experiment(experiment_id=experiment_id)
    mlflow.llama_index.autolog()


# %% right: own imports and a helper
from mlflow import llama_index as mlflow_llama_index
from mlflow import set_experiment


def activate(*words: str) -> None:
    set_experiment(" ".join(words))


def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    activate("MLflow", "LlamaIndex", "Workflow", "Tutorial")
    mlflow_llama_index.autolog(disable=False)
    return None


# %% wrong: name with a small letter
# breaks: it makes `MLflow LlamaIndex Workflow Tutorial` the active experiment
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_experiment("MLflow LlamaIndex workflow Tutorial")
    mlflow.llama_index.autolog()


# %% wrong: returns the experiment
# breaks: It returns nothing.
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    experiment = mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog()
    return experiment


# %% wrong: second call switches tracing off
# breaks: After `start_tracing()`, each run of an agent leaves one trace, and so it stays when `start_tracing()` is called again.
tracing_on = False


def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    global tracing_on
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog(disable=tracing_on)
    tracing_on = not tracing_on


# %% wrong: active only if the experiment is new
# breaks: it makes `MLflow LlamaIndex Workflow Tutorial` the active experiment
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    name = "MLflow LlamaIndex Workflow Tutorial"
    if mlflow.get_experiment_by_name(name) is None:
        mlflow.set_experiment(name)
    mlflow.llama_index.autolog()


# %% wrong: opens a run, so that a second call raises
# breaks: and so it stays when `start_tracing()` is called again
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.start_run(run_name="tutorial")
    mlflow.llama_index.autolog()


# %% wrong: sends traces to a place of its own
# breaks: Where traces go is what `use_tracking()` returned above: the MLflow server that runs beside your notebooks, or else a file in this folder.
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_tracking_uri("sqlite:///my_traces.db")
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog()
