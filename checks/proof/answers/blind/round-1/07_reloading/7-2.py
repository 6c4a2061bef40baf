# %% right: everything chosen in Python
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(output_format="list")
    fitting = [
        run.info for run in runs if run.info.run_name == run_name and run.info.status == "FINISHED"
    ]
    newest = max(fitting, key=lambda info: info.start_time)
    return f"runs:/{newest.run_id}/model"


# %% right: data frame, explicit order
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    frame = mlflow.search_runs(
        filter_string=f'status = "FINISHED" and tags.`mlflow.runName` = "{run_name}"',
        order_by=["attributes.start_time DESC"],
        max_results=1,
    )
    if frame.empty:
        raise LookupError(f"no finished run is named {run_name!r}")
    return "runs:/" + frame.loc[0, "run_id"] + "/model"


# %% right: models:/ by the run's outputs
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    newest = next(
        run
        for run in mlflow.search_runs(output_format="list")
        if run.info.status == "FINISHED" and run.info.run_name == run_name
    )
    return f"models:/{newest.outputs.model_outputs[0].model_id}"


# %% right: pandas only
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs()
    runs = runs[(runs["tags.mlflow.runName"] == run_name) & (runs["status"] == "FINISHED")]
    run_id = runs.sort_values("start_time", ascending=False)["run_id"].iloc[0]
    return f"runs:/{run_id}/model"


# %% wrong: any status
# breaks: take the **newest** one that has **finished**
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}'", output_format="list"
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: only running ones left out
# breaks: Runs may share a name, and some have failed or are still running: … take the **newest** one that has **finished**
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status != 'RUNNING'",
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: failed and running left out, killed taken
# breaks: take the **newest** one that has **finished**
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    for run in mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}'", output_format="list"
    ):
        if run.info.status not in ("FAILED", "RUNNING"):
            return f"runs:/{run.info.run_id}/model"
    raise LookupError(run_name)


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


# %% wrong: the oldest
# breaks: take the **newest** one that has **finished**
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status = 'FINISHED'",
        order_by=["attributes.start_time"],
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: name within other names
# breaks: of the runs with exactly that name
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name LIKE '%{run_name}%' and attributes.status = 'FINISHED'",
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: capitals do not matter
# breaks: of the runs with exactly that name
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name ILIKE '{run_name}' and attributes.status = 'FINISHED'",
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: in all experiments
# breaks: Look in the experiment that is set
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status = 'FINISHED'",
        search_all_experiments=True,
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: experiment by its name
# breaks: Look in the experiment that is set, as `mlflow.search_runs` does by itself
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        experiment_names=["MLflow LlamaIndex Workflow Tutorial"],
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status = 'FINISHED'",
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: the name of this lesson's run
# breaks: Return the URI of the model of the newest finished run with this name.
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string="run_name = 'react-agent-workflow' and status = 'FINISHED'",
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: newest of the name, and only then its status
# breaks: of the runs with exactly that name take the **newest** one that has **finished**
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}'", max_results=1, output_format="list"
    )
    finished = [run for run in runs if run.info.status == "FINISHED"]
    return f"runs:/{finished[0].info.run_id}/model"


# %% wrong: the model logged last
# breaks: you will know the name of its run … of the runs with exactly that name take the **newest** one that has **finished**
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    return f"models:/{mlflow.last_logged_model().model_id}"
