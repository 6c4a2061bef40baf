# %% right: pandas, filtered and sorted here
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(filter_string="attributes.status = 'FINISHED'")
    runs = runs[runs["tags.mlflow.runName"] == run_name]
    newest = runs.sort_values("start_time", ascending=False).iloc[0]
    return f"runs:/{newest['run_id']}/model"


# %% right: max over the start times
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    candidates = mlflow.search_runs(
        filter_string=f'run_name = "{run_name}"', output_format="list"
    )
    finished = (run for run in candidates if run.info.status == "FINISHED")
    newest = max(finished, key=lambda run: run.info.start_time)
    return "runs:/" + newest.info.run_id + "/model"


# %% right: the id of the model itself
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    (run,) = mlflow.search_runs(
        filter_string=f"status = 'FINISHED' and run_name = '{run_name}'",
        order_by=["attributes.start_time DESC"],
        max_results=1,
        output_format="list",
    )
    models = mlflow.search_logged_models(
        experiment_ids=[run.info.experiment_id],
        filter_string=f"source_run_id = '{run.info.run_id}' AND name = 'model'",
        output_format="list",
    )
    return f"models:/{models[0].model_id}"


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


# %% wrong: not failed is taken for finished
# breaks: take the **newest** one that has **finished**
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status != 'FAILED'",
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: ILIKE is not exact
# breaks: of the runs with exactly that name
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name ILIKE '{run_name}' and attributes.status = 'FINISHED'",
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: the tutorial's experiment only
# breaks: Look in the experiment that is set, whichever it is
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        experiment_names=["MLflow LlamaIndex Workflow Tutorial"],
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status = 'FINISHED'",
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: all experiments
# breaks: Look in the experiment that is set
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        search_all_experiments=True,
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status = 'FINISHED'",
        order_by=["start_time DESC"],
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: the newest run only, if it has finished
# breaks: of the runs with exactly that name take the **newest** one that has **finished**
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}'", max_results=1, output_format="list"
    )
    finished = [run for run in runs if run.info.status == "FINISHED"]
    return f"runs:/{finished[0].info.run_id}/model"
