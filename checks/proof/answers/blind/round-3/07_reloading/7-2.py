# %% right: pandas, ordered explicitly
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"status = 'FINISHED' and run_name = '{run_name}'",
        order_by=["attributes.start_time DESC"],
        max_results=1,
    )
    return f"runs:/{runs.iloc[0]['run_id']}/model"


# %% right: filtered in Python
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    candidates = [
        run.info
        for run in mlflow.search_runs(output_format="list")
        if run.info.run_name == run_name and run.info.status == "FINISHED"
    ]
    newest = max(candidates, key=lambda info: info.start_time)
    return "runs:/" + newest.run_id + "/model"


# %% right: the model's own id
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    parts = [f'attributes.run_name = "{run_name}"', 'attributes.status = "FINISHED"']
    run = mlflow.search_runs(filter_string=" and ".join(parts), output_format="list")[0]
    for output in run.outputs.model_outputs:
        if mlflow.get_logged_model(output.model_id).name == "model":
            return f"models:/{output.model_id}"
    raise LookupError(f"The run {run_name} has no model")


# %% wrong: the run that ended last
# breaks: The newest is the one that *began* last.
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status = 'FINISHED'",
        order_by=["attributes.end_time DESC"],
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: like instead of equal
# breaks: of the runs with exactly that name take the
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name LIKE '%{run_name}%' and attributes.status = 'FINISHED'",
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: neither failed nor running
# breaks: **newest** one that has **finished**
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=(
            f"attributes.run_name = '{run_name}' and attributes.status != 'FAILED'"
            " and attributes.status != 'RUNNING'"
        ),
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: the experiment by its name
# breaks: Look in the experiment that is set, whichever it is, as `mlflow.search_runs` does by itself
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        experiment_names=["MLflow LlamaIndex Workflow Tutorial"],
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status = 'FINISHED'",
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: all experiments
# breaks: Look in the experiment that is set, whichever it is
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        search_all_experiments=True,
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status = 'FINISHED'",
    )
    return f"runs:/{runs['run_id'][0]}/model"


# %% wrong: only the newest three runs are looked at
# breaks: of the runs with exactly that name take the **newest** one that has **finished**
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}'", max_results=3, output_format="list"
    )
    finished = [run for run in runs if run.info.status == "FINISHED"] or runs
    return f"runs:/{finished[0].info.run_id}/model"
