# %% right: takes the run's own note of its models
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    found = [
        run
        for run in mlflow.search_runs(output_format="list")
        if run.info.run_name == run_name and run.info.status == "FINISHED"
    ]
    newest = max(found, key=lambda run: run.info.start_time)
    return f"models:/{newest.outputs.model_outputs[0].model_id}"


# %% right: works on the table of runs
def model_uri_of(run_name):
    runs = mlflow.search_runs(filter_string=f"tags.`mlflow.runName` = '{run_name}'")
    runs = runs[runs.status == "FINISHED"].sort_values("start_time")
    return "runs:/" + runs.run_id.iloc[-1] + "/model"


# %% wrong: takes the oldest
# check: finds_the_newest_of_the_name
# says: That is an older one
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status = 'FINISHED'",
        order_by=["attributes.start_time ASC"],
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: takes the newest run of any name
# check: finds_the_newest_of_the_name
# says: compare names with =
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(order_by=["attributes.start_time DESC"], output_format="list")
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: takes a run that has failed
# check: finds_the_newest_of_the_name
# says: ask in the filter
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}'",
        order_by=["attributes.start_time DESC"],
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: takes a name that only begins like it
# check: finds_the_newest_of_the_name
# says: compare names with =
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name LIKE '{run_name}%' and attributes.status = 'FINISHED'",
        order_by=["attributes.start_time DESC"],
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: names the run as the artifact
# check: finds_the_newest_of_the_name
# says: A run's model has a URI runs:/<run_id>/model
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status = 'FINISHED'",
        order_by=["attributes.start_time DESC"],
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/{run_name}"


# %% wrong: takes the run's id for a model's
# check: finds_the_newest_of_the_name
# says: A run's model has a URI runs:/<run_id>/model
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status = 'FINISHED'",
        output_format="list",
    )
    return f"models:/{runs[0].info.run_id}/model"


# %% wrong: returns the run's id
# check: finds_the_newest_of_the_name
# says: A URI is runs:/
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status = 'FINISHED'",
        order_by=["attributes.start_time DESC"],
        output_format="list",
    )
    return runs[0].info.run_id


# %% wrong: takes the run that ended last
# check: finds_the_newest_of_the_name
# says: it began earlier
def model_uri_of(run_name):
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status = 'FINISHED'",
        order_by=["attributes.end_time DESC"],
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: looks in all experiments
# check: finds_the_newest_of_the_name
# says: in another experiment
def model_uri_of(run_name):
    runs = mlflow.search_runs(
        search_all_experiments=True,
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status = 'FINISHED'",
        output_format="list",
    )
    newest = max(runs, key=lambda run: run.info.start_time)
    return f"runs:/{newest.info.run_id}/model"


# %% wrong: whatever the capitals
# check: passes_over_other_runs
# says: compare names with =
def model_uri_of(run_name):
    runs = mlflow.search_runs(
        filter_string=f"run_name ILIKE '{run_name}' and status = 'FINISHED'", output_format="list"
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: a name that has it in it
# check: finds_the_newest_of_the_name
# says: compare names with =
def model_uri_of(run_name):
    runs = mlflow.search_runs(filter_string="status = 'FINISHED'", output_format="list")
    found = [run for run in runs if run_name in run.info.run_name]
    return f"runs:/{found[0].info.run_id}/model"


# %% wrong: the newest run, if it has that name
# check: finds_the_newest_of_the_name
# says: A URI is runs:/
def model_uri_of(run_name):
    (newest,) = mlflow.search_runs(max_results=1, output_format="list")
    return f"runs:/{newest.info.run_id}/model" if newest.info.run_name == run_name else ""


# %% wrong: looks in the tutorial's experiment, whichever is set
# check: passes_over_other_runs
# says: Look in the experiment that is set, whichever it is
def model_uri_of(run_name: str) -> str:
    runs = mlflow.search_runs(
        experiment_names=["MLflow LlamaIndex Workflow Tutorial"],
        filter_string=f"attributes.run_name = '{run_name}' and attributes.status = 'FINISHED'",
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"


# %% wrong: gives up where the newest has not finished
# check: finds_the_newest_of_the_name
# says: It raises an exception, though a run fits each name
def model_uri_of(run_name: str) -> str:
    run = mlflow.search_runs(
        filter_string=f"attributes.run_name = '{run_name}'", max_results=1, output_format="list"
    )[0]
    if run.info.status != "FINISHED":
        raise LookupError(f"The newest run {run_name} has not finished.")
    return f"runs:/{run.info.run_id}/model"


# %% wrong: a filter without quotation marks
# check: finds_the_newest_of_the_name
# says: In a filter a value stands in quotation marks
def model_uri_of(run_name: str) -> str:
    """Return the URI of the model of the newest finished run with this name."""
    runs = mlflow.search_runs(
        filter_string=f"attributes.run_name = {run_name} and attributes.status = 'FINISHED'",
        output_format="list",
    )
    return f"runs:/{runs[0].info.run_id}/model"
