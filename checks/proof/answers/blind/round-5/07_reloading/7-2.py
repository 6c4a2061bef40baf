# %% right: all runs as a list, chosen in Python
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    fitting = [
        run
        for run in mlflow.search_runs(output_format="list")
        if run.info.run_name == run_name and run.info.status == "FINISHED"
    ]
    newest = max(fitting, key=lambda run: run.info.start_time)
    return "runs:/" + newest.info.run_id + "/model"


# %% right: a data frame, sorted by start_time
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(filter_string="attributes.status = 'FINISHED'")
    runs = runs[runs["tags.mlflow.runName"] == run_name]
    run_id = runs.sort_values("start_time")["run_id"].iloc[-1]
    return f"runs:/{run_id}/model"


# %% right: order_by, max_results and the id of the model
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    conditions = [f"run_name = '{run_name}'", "status = 'FINISHED'"]
    (run,) = mlflow.search_runs(
        filter_string=" and ".join(conditions),
        order_by=["attributes.start_time DESC"],
        max_results=1,
        output_format="list",
    )
    models = mlflow.search_logged_models(
        filter_string=f"source_run_id = '{run.info.run_id}' AND name = 'model'",
        output_format="list",
    )
    return f"models:/{models[0].model_id}"


# %% wrong: only failed runs are left out
# breaks: of the runs with exactly that name take the **newest** one that has **finished**
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status != 'FAILED'",
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: names that begin like it fit too
# breaks: of the runs with exactly that name take the **newest** one that has **finished**
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name LIKE '{run_name}%' and attributes.status = 'FINISHED'",
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: the one that ended last
# breaks: The newest is the one that *began* last.
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status = 'FINISHED'",
        order_by=["attributes.end_time DESC"],
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: always the experiment of the lesson
# breaks: Look in the experiment that is set, whichever it is
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        experiment_names=["MLflow LlamaIndex Workflow Tutorial"],
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status = 'FINISHED'",
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: in all experiments
# breaks: Look in the experiment that is set, whichever it is
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        search_all_experiments=True,
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status = 'FINISHED'",
        order_by=["attributes.start_time DESC"],
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: only the very newest run of that name
# breaks: Runs may share a name, and some have failed or are still running
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    run = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}'",
        max_results=1,
        output_format="list",
    )[0]
    if run.info.status != "FINISHED":
        raise LookupError(f"The newest run {run_name} has not finished.")
    return f"runs:/{run.info.run_id}/model"
