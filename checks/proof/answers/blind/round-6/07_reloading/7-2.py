# %% right: a table, ordered and cut to one row
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    table = mlflow.search_runs(
        filter_string=f"run_name = '{run_name}' AND status = 'FINISHED'",
        order_by=["attributes.start_time DESC"],
        max_results=1,
    )
    return f"runs:/{table['run_id'].iloc[0]}/model"


# %% right: all runs, sifted in Python
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""

    def fits(info) -> bool:
        return info.run_name == run_name and info.status == "FINISHED"

    infos = [run.info for run in mlflow.search_runs(output_format="list")]
    newest = max(filter(fits, infos), key=lambda info: info.start_time)
    return "/".join(["runs:", newest.run_id, "model"])


# %% right: the URI by the model's own id
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    run, *_ = mlflow.search_runs(
        filter_string=f'attributes.status = "FINISHED" and attributes.run_name = "{run_name}"',
        order_by=["start_time DESC"],
        output_format="list",
    )
    models = mlflow.search_logged_models(
        experiment_ids=[run.info.experiment_id],
        filter_string=f"source_run_id = '{run.info.run_id}' AND name = 'model'",
        output_format="list",
    )
    return f"models:/{models[0].model_id}"


# %% wrong: failed and running runs count, too
# breaks: of the runs with exactly that name take the **newest** one that has **finished**
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}'",
        order_by=["attributes.start_time DESC"],
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: only the failed ones are left out
# breaks: some have failed or are still running: of the runs with exactly that name take the **newest** one that has **finished**
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status != 'FAILED'",
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


# %% wrong: names that begin alike fit as well
# breaks: of the runs with exactly that name
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name LIKE '{run_name}%' and attributes.status = 'FINISHED'",
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: the tutorial's experiment by name
# breaks: Look in the experiment that is set, whichever it is
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        experiment_names=["MLflow LlamaIndex Workflow Tutorial"],
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status = 'FINISHED'",
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: looks at the newest ten runs only
# breaks: of the runs with exactly that name take the **newest** one that has **finished**
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(max_results=10, output_format="list")
    for run in runs:
        if run.info.run_name == run_name and run.info.status == "FINISHED":
            return f"runs:/{run.info.run_id}/model"
    raise LookupError(f"No finished run is called {run_name}.")
