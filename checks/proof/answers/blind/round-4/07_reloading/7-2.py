# %% right: a table sorted by the start
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(filter_string=f"run_name = '{run_name}' and status = 'FINISHED'")
    newest = runs.sort_values("start_time").iloc[-1]
    return "runs:/" + newest["run_id"] + "/model"


# %% right: picks among all runs in Python
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""

    def fits(run) -> bool:
        return run.info.run_name == run_name and run.info.status == "FINISHED"

    candidates = filter(fits, mlflow.search_runs(output_format="list"))
    newest = max(candidates, key=lambda run: run.info.start_time)
    return f"runs:/{newest.info.run_id}/model"


# %% right: the model by its own id
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    (newest,) = mlflow.search_runs(
        filter_string=f"tags.`mlflow.runName` = '{run_name}' and attributes.status = 'FINISHED'",
        order_by=["attributes.start_time DESC"],
        max_results=1,
        output_format="list",
    )
    models = mlflow.search_logged_models(
        filter_string=f"source_run_id = '{newest.info.run_id}' and name = 'model'",
        output_format="list",
    )
    return f"models:/{models[0].model_id}"


# %% wrong: any run that has not failed
# breaks: take the **newest** one that has **finished**
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


# %% wrong: upper and lower case alike
# breaks: of the runs with exactly that name
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name ILIKE '{run_name}' and attributes.status = 'FINISHED'",
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: the newest with the name, finished or not
# breaks: take the **newest** one that has **finished**
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(filter_string=f"attributes.run_name = '{run_name}'", max_results=1)
    return f"runs:/{runs.run_id[0]}/model"


# %% wrong: only among the ten latest runs
# breaks: of the runs with exactly that name take the **newest** one that has **finished**
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string="attributes.status = 'FINISHED'", max_results=10, output_format="list"
    )
    fitting = [run for run in runs if run.info.run_name == run_name]
    return f"runs:/{fitting[0].info.run_id}/model"
