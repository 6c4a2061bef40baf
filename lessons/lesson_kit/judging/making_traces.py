"""Judge code that leaves a trace or gives one back (5.1 and 5.2)."""

from lesson_kit.agent_script.logged_model import EXPERIMENT
from lesson_kit.judging.drawing import numbers
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed, Outcome, show
from lesson_kit.probes.model_replies import ReturnedTrace, StoredTrace, TracedRun

NO_TRACE = Finding(
    "5.1/no-trace",
    "The agent ran and left no trace: MLflow listens to LlamaIndex only after "
    "mlflow.llama_index.autolog().",
)
MEND_ABOVE = Finding("5.1/mend-above", "There is no trace to look at: mend the check above first.")
OTHER_EXPERIMENT = Finding(
    "5.1/other-experiment",
    "Name the experiment with mlflow.set_experiment, letter by letter: traces go to whichever one "
    "is active.",
)
NOT_ONE_TRACE = Finding(
    "5.1/not-one-trace",
    "Set the experiment and switch autologging on; the agent's runs do the rest.",
)
NOT_RUN = Finding("5.2/not-run", "The agent did not run: await agent.run(input=question).")
NO_FLUSH = Finding(
    "5.2/no-flush",
    "MLflow writes traces in the background: flush with mlflow.flush_trace_async_logging() before "
    "you read one.",
)
NO_TRACE_GIVEN = Finding(
    "5.2/no-trace-given", "Give back the trace itself: mlflow.get_trace(trace_id)."
)
OTHER_RUN = Finding("5.2/other-run", f"That is the trace of another run. {NO_FLUSH}")


def product(learner) -> tuple[str, int]:
    """Draw a question and its answer, which an agent only finds by its tools."""
    x, y = numbers(learner, 2)
    return f"What is {x} * {y}?", x * y


def is_run(run: TracedRun, question: str, result: int) -> bool:
    """Tell whether a run was asked this question and has answered it."""
    return run["input"] == question and str(result) in str(run["answer"]).replace(",", "")


def traces_after_start(learner, question: str) -> tuple[Outcome, list[StoredTrace]]:
    """Return the outcome of start_tracing and a run of the agent, and the traces that are there."""
    outcome = learner.request(
        "traced_runs.after_start",
        f"start_tracing(), then a run of the agent with {question!r}",
        function="start_tracing",
        scenario={"question": question},
    )
    return outcome, outcome.obtained(f"a trace in the experiment {EXPERIMENT!r}")


def one_trace_is_there(outcome: Outcome, traces: list[StoredTrace], question: str, result: int):
    """Fail unless there is one trace, of this question and its answer, in the experiment."""
    runs = [run for trace in traces for run in trace["runs"]]
    if len(traces) == len(runs) == 1 and is_run(runs[0], question, result):
        return
    raise Failed(
        NOT_ONE_TRACE,
        outcome.called,
        f"1 trace, of {question!r} answered with {result}",
        f"{len(traces)} traces, of " + show([(run["input"], run["answer"]) for run in runs]),
    )


def traces_of_runs(learner, questions: list[str]) -> tuple[Outcome, list[ReturnedTrace]]:
    """Return the outcome of traced_run for each question, and what it gave back."""
    outcome = learner.request(
        "traced_runs.returned",
        "; ".join(f"await traced_run(agent, {question!r})" for question in questions),
        function="traced_run",
        scenarios=[{"question": question} for question in questions],
    )
    return outcome, outcome.obtained("the trace of the run")


def is_trace_of(outcome: Outcome, returned: ReturnedTrace, question: str, result: int) -> None:
    """Fail unless this is the whole trace of one run with this question and its answer."""
    expected = f"the trace of {question!r}"
    if returned["type"] == "NoneType":
        meaning = NO_FLUSH if returned["ran"] else NOT_RUN
        raise Failed(meaning, outcome.called, expected, "None")
    if returned["type"] != "Trace":
        raise Failed(NO_TRACE_GIVEN, outcome.called, expected, f"a {returned['type']}")
    runs = returned["runs"]
    if len(runs) != 1 or not is_run(runs[0], question, result):
        got = f"the trace of {show([run['input'] for run in runs])}"
        raise Failed(OTHER_RUN, outcome.called, f"{expected}, answered with {result}", got)
