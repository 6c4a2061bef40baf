"""Put a comparison into MLflow: a run with the traces, and MLflow's own evaluation over them."""

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from unittest import mock

from lesson_kit.compare.divergence import call_text
from lesson_kit.compare.rows import Row
from lesson_kit.compare.scorers import CASE_TAG, MODEL, QUESTIONS, make_scorers

COMPARISONS = "Comparison with the reference"
COMPARED_TAG = "lesson_kit.compared"  # on an evaluation's run: the model's URI
REFERENCE_RUN_TAG = "lesson_kit.compared_with"  # on the same: the reference's evaluation
COMPARISON_TAG = "lesson_kit.comparison"  # on a model's own run: its evaluation's run
GIVEN_TAG = "lesson_kit.given"  # on an evaluation's run: whose part is the agent so far's
ADDED_TAG = "lesson_kit.added_tools"  # on the same: tools that the reference has not
SUITE_TAG = "lesson_kit.suite"
EQUIVALENT_TAG = "lesson_kit.equivalent"
# Sqlite bears one writer: with ten, each waits for the other nine.
ONE_WRITER = {"MLFLOW_GENAI_EVAL_MAX_WORKERS": "1", "MLFLOW_GENAI_EVAL_MAX_SCORER_WORKERS": "1"}

# Of a trace's tags and metadata; the rest tells of the process and folder that it was made in.
KEPT = ("lesson_kit.", "mlflow.traceName", "mlflow.traceI", "mlflow.traceO", "mlflow.trace_")
KEPT += ("mlflow.trace.tokenUsage", "mlflow.trace.size", "mlflow.modelId")

Verdicts = dict[str, dict[str, tuple[bool, str]]]  # by row, then by scorer: passes, and why


def publish(
    model,
    traces: dict,
    rows: dict[str, Row],
    facts: dict,
    verdicts: Verdicts,
    beside: str,
    added: list[str],
):
    """Evaluate a model's traces in a run of its own, and return that run's info.

    The verdicts become those that MLflow has logged; where it could not run a scorer, they stay.
    `beside` is the run that the reference was evaluated in, or empty for the reference itself. One
    that was evaluated with this suite before is not evaluated again.
    """
    import mlflow

    experiment_id = comparisons()
    tags = {COMPARED_TAG: model.uri, SUITE_TAG: digest(rows)}
    if beside:
        told = {GIVEN_TAG: facts["given"], ADDED_TAG: added}
        tags |= {tag: ", ".join(names) for tag, names in told.items() if names}
        tags[REFERENCE_RUN_TAG] = beside
    elif earlier := earlier_run(experiment_id, tags):
        return earlier
    name = model.name or model.model_id or "model"
    with mlflow.start_run(
        experiment_id=experiment_id,
        run_name=name if beside else f"reference: {name}",
        tags=tags,
        nested=True,  # where the learner's own run is still open
    ) as run:
        store_traces(traces.values(), experiment_id)
        for name, given in evaluate(traces, rows, facts, model.model_id).items():
            verdicts[name] |= given
        fine = all(passes for row in verdicts.values() for passes, _ in row.values())
        mlflow.set_tag(EQUIVALENT_TAG, str(fine).lower())
    if beside and model.run_id:
        client = mlflow.MlflowClient()
        client.set_tag(model.run_id, COMPARISON_TAG, run.info.run_id)
        client.set_tag(model.run_id, REFERENCE_RUN_TAG, beside)
    return run.info


def comparisons() -> str:
    """Return the id of the experiment of all comparisons; the learner's stays the active one."""
    import mlflow

    found = mlflow.get_experiment_by_name(COMPARISONS)
    return found.experiment_id if found else mlflow.create_experiment(COMPARISONS)


def digest(rows: dict[str, Row]) -> str:
    """Return a hash of the suite that rows come from."""
    cases = json.dumps([row.case for row in rows.values()], sort_keys=True)
    return hashlib.sha256(cases.encode()).hexdigest()[:16]


def earlier_run(experiment_id: str, tags: dict[str, str]):
    """Return the run in which a reference has passed before with the same tags, or None."""
    import mlflow

    tags = tags | {EQUIVALENT_TAG: "true"}
    wanted = " and ".join(f"tags.`{name}` = '{value}'" for name, value in tags.items())
    found = mlflow.search_runs([experiment_id], wanted, max_results=50, output_format="list")
    return next((run.info for run in found if REFERENCE_RUN_TAG not in run.data.tags), None)


def store_traces(traces: Iterable, experiment_id: str) -> None:
    """Put the traces of a model's process into the experiment, as they are.

    MLflow's own copying writes span by span, which takes sqlite a second or two a trace.
    """
    from mlflow.entities import TraceLocation
    from mlflow.tracing.client import TracingClient

    client, traces = TracingClient(), list(traces)
    client.log_spans(experiment_id, [span for trace in traces for span in trace.data.spans])
    for trace in traces:
        trace.info.trace_location = TraceLocation.from_experiment_id(experiment_id)
        for known in (trace.info.tags, trace.info.trace_metadata):
            for name in [one for one in known if not one.startswith(KEPT)]:
                del known[name]
        client.start_trace(trace.info)


def evaluate(traces: dict, rows: dict[str, Row], facts: dict, model_id: str) -> Verdicts:
    """Run MLflow's evaluation over stored traces; return the verdicts that it has logged."""
    import mlflow
    from IPython.utils.capture import capture_output

    data = [
        {"trace": trace, "expectations": expectations(rows.get(one))}
        for one, trace in traces.items()
    ]
    with (
        mock.patch.dict(os.environ, ONE_WRITER),
        without_databricks(mlflow.get_tracking_uri()),
        capture_output(),  # a progress bar, and a pointer to a page that shows less than the report
    ):
        result = mlflow.genai.evaluate(
            data=data, scorers=make_scorers(rows, facts), model_id=model_id or None
        )
    return verdicts_in(result.result_df)


@contextlib.contextmanager
def without_databricks(store: str) -> Iterator[None]:
    """Keep MLflow's evaluation from importing Databricks' package for a store that is not theirs.

    It does so for its many threads, where one of ours is enough, and the import takes 3 s.
    """
    name = "databricks.sdk"
    if name in sys.modules or store.startswith("databricks"):
        yield
        return
    sys.modules[name] = None  # Python's own way to say that there is none
    try:
        yield
    finally:
        del sys.modules[name]


def expectations(row: Row | None) -> dict:
    """Return what is expected of a question, as the MLflow UI shows it beside the assessments."""
    if row is None:
        return {}
    calls = [call_text(one) for one in row.reference.happenings if one.kind == "calls"]
    return {"expected": {"answer": row.case["answers"][row.turn], "tool_calls": calls}}


def verdicts_in(table) -> Verdicts:
    """Return the feedback in an evaluation's table, by row and scorer."""
    found: Verdicts = {}
    for _, line in table.iterrows():
        given = {}
        for one in line["assessments"]:
            if one.get("feedback") is not None:
                passes = one["feedback"].get("value") is True
                given[one["assessment_name"]] = passes, one.get("rationale") or ""
        ordered = {name: given[name] for name in [*MODEL, *QUESTIONS] if name in given}
        found[line["tags"][CASE_TAG]] = ordered
    return found
