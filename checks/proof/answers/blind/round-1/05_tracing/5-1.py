# %% right: keyword arguments and the other order
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.llama_index.autolog(log_traces=True, disable=False, silent=True)
    mlflow.set_experiment(experiment_name="MLflow LlamaIndex Workflow Tutorial")


# %% right: name in a constant, flavor imported inside
EXPERIMENT = "MLflow LlamaIndex Workflow Tutorial"


def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    from mlflow import llama_index as flavor

    mlflow.set_experiment(EXPERIMENT)
    flavor.autolog()


# %% right: joined name, and says where traces go
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    words = ["MLflow", "LlamaIndex", "Workflow", "Tutorial"]
    experiment = mlflow.set_experiment(" ".join(words))
    print(f"Traces go to experiment {experiment.experiment_id}.")
    mlflow.llama_index.autolog(disable=False)
    return None


# %% wrong: one small letter in the name
# breaks: it makes `MLflow LlamaIndex Workflow Tutorial` the active experiment
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_experiment("MLflow LlamaIndex Workflow tutorial")
    mlflow.llama_index.autolog()


# %% wrong: hands back the experiment
# breaks: It returns nothing.
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.llama_index.autolog()
    return mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")


# %% wrong: the second call switches tracing off again
# breaks: After `start_tracing()`, each run of an agent leaves one trace, and so it stays when `start_tracing()` is called again.
tracing_on = False


def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    global tracing_on
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog(disable=tracing_on)
    tracing_on = not tracing_on


# %% wrong: creates the experiment but does not make it active
# breaks: it makes `MLflow LlamaIndex Workflow Tutorial` the active experiment
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    name = "MLflow LlamaIndex Workflow Tutorial"
    if mlflow.get_experiment_by_name(name) is None:
        mlflow.create_experiment(name)
    mlflow.llama_index.autolog()


# %% wrong: does its work only the first time
# breaks: it makes `MLflow LlamaIndex Workflow Tutorial` the active experiment
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    if getattr(start_tracing, "done", False):
        return
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog()
    start_tracing.done = True


# %% wrong: opens a run, and so fails when called again
# breaks: and so it stays when `start_tracing()` is called again
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog()
    mlflow.start_run()


# %% wrong: enables tracing in general, without autologging
# breaks: switches on *autologging* for LlamaIndex
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.tracing.enable()


# %% wrong: autologging without traces
# breaks: After `start_tracing()`, each run of an agent leaves one trace
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog(log_traces=False)
