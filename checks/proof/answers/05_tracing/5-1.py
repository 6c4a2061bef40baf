# %% right: switches on autologging first
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.llama_index.autolog(log_traces=True)
    mlflow.set_experiment(experiment_name="MLflow LlamaIndex Workflow Tutorial")

# %% right: looks the experiment up by itself
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    name = "MLflow LlamaIndex Workflow Tutorial"
    known = mlflow.get_experiment_by_name(name)
    number = known.experiment_id if known else mlflow.create_experiment(name)
    mlflow.set_experiment(experiment_id=number)
    mlflow.llama_index.autolog(silent=True)

# %% right: all that MLflow can listen to
def start_tracing() -> None:
    """Make the tutorial's experiment the active one, and let MLflow trace LlamaIndex."""
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.autolog(silent=True)

# %% wrong: forgets autolog
# check: switches_autologging_on
# says: autolog()
def start_tracing() -> None:
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")

# %% wrong: traces into another experiment
# check: uses_the_experiment
# says: letter by letter
def start_tracing() -> None:
    mlflow.set_experiment("MLflow LlamaIndex workflow tutorial")
    mlflow.llama_index.autolog()

# %% wrong: leaves the default experiment
# check: uses_the_experiment
# says: mlflow.set_experiment
def start_tracing() -> None:
    mlflow.llama_index.autolog()

# %% wrong: switches autologging off again
# check: switches_autologging_on
# says: left no trace
def start_tracing() -> None:
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog(disable=True)


# %% wrong: the experiment, and nobody listens
# check: uses_the_experiment
# says: mend the check above first
def start_tracing():
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")

# %% wrong: returns what set_experiment gives
# check: switches_autologging_on
# says: returns nothing
def start_tracing() -> None:
    mlflow.llama_index.autolog()
    return mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")

# %% wrong: makes the experiment anew each time
# check: traces_each_run_once
# says: exception
def start_tracing() -> None:
    number = mlflow.create_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.set_experiment(experiment_id=number)
    mlflow.llama_index.autolog()

# %% wrong: makes the experiment, and leaves another one active
# check: uses_the_experiment
# says: traces go to whichever one
def start_tracing() -> None:
    if mlflow.get_experiment_by_name("MLflow LlamaIndex Workflow Tutorial") is None:
        mlflow.create_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog()

# %% wrong: off the second time
# check: traces_each_run_once
# says: the agent's runs do the rest
def start_tracing() -> None:
    on = mlflow.get_experiment_by_name("MLflow LlamaIndex Workflow Tutorial") is not None
    mlflow.set_experiment("MLflow LlamaIndex Workflow Tutorial")
    mlflow.llama_index.autolog(disable=on)
