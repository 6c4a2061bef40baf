"""Judge code that leaves a trace or gives one back (5.1 and 5.2)."""

from typing import NamedTuple

from lesson_kit.agent_script.logged_model import EXPERIMENT
from lesson_kit.judging.drawing import numbers
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed, Outcome, show
from lesson_kit.probes.model_replies import ReturnedTrace, Started, TracedRun

NO_TRACE = Finding(
    "5.1/no-trace",
    "The agent ran and left no trace: each call of start_tracing has to switch tracing on with "
    "mlflow.llama_index.autolog(), whatever was called before, and with nothing in its brackets "
    "that leaves traces out.",
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
RETURNS_SOMETHING = Finding(
    "5.1/returns-something", "Tracing is on. But start_tracing returns nothing: leave `return` out."
)
NOT_ACTIVE = Finding(
    "5.1/not-active",
    "The traces are there, but another experiment is the active one afterwards: make it active "
    "with mlflow.set_experiment.",
)
GIVEN_AGENT = Finding(
    "5.2/given-agent",
    "The agent that was given remembers no question afterwards: run that one, not another, and "
    "leave its memory alone.",
)
RUN_ONCE = Finding(
    "5.2/run-once",
    "The trace is right, but the agent's memory is not as one run leaves it: run it once, and "
    "leave its memory alone.",
)
NOT_RUN = Finding("5.2/not-run", "The agent did not run: await agent.run(input=question).")
NO_FLUSH = Finding(
    "5.2/no-flush",
    "It gives None, and no trace. MLflow writes traces in the background: after the run flush with "
    "mlflow.flush_trace_async_logging(), then read its trace, and return it.",
)
NO_TRACE_GIVEN = Finding(
    "5.2/no-trace-given", "Give back the trace itself: mlflow.get_trace(trace_id)."
)
RUN_EACH_TIME = Finding(
    "5.2/run-each-time",
    "That question came before, and the same trace was given back: each call is a run of its own, "
    "which has a trace of its own.",
)
ROOT = "ReActAgent.run"
AROUND = Finding(
    "5.2/around",
    "The run lies in a span that you have put around it: run the agent outside of any span.",
)
OTHER_RUN = Finding(
    "5.2/other-run",
    "That is not the trace of this run: give the newest one, once it is there. MLflow writes it in "
    "the background, and mlflow.flush_trace_async_logging() waits for that.",
)
OTHER_QUESTION = Finding(
    "5.2/other-question", "The agent was asked another text: pass the question on as it is."
)


def product(learner) -> tuple[str, int]:
    """Draw a question and its answer, which an agent only finds by its tools."""
    x, y = numbers(learner, 2)
    return f"What is {x} * {y}?", x * y


def is_run(run: TracedRun, question: str, result: int) -> bool:
    """Tell whether a run was asked this question and has answered it."""
    return run["input"] == question and str(result) in str(run["answer"]).replace(",", "")


def started(
    learner, questions: list[str], times: int = 1, existing: bool = False
) -> tuple[Outcome, Started]:
    """Return what start_tracing led to, called so many times, and a run for each question.

    `existing`: where the experiment is there already, as whenever the notebook is opened again.
    """
    runs = " and ".join(f"a run of the agent with {question!r}" for question in questions)
    outcome = learner.request(
        "traced_runs.after_start",
        "; ".join(["start_tracing()"] * times)
        + (" where the experiment exists already" if existing else "")
        + f"; then {runs}",
        function="start_tracing",
        scenarios=[{"question": question} for question in questions],
        times=times,
        existing=EXPERIMENT if existing else None,
    )
    return outcome, outcome.obtained(f"a trace in the experiment {EXPERIMENT!r}")


def each_run_is_traced(outcome: Outcome, start: Started, asked: list[tuple[str, int]]) -> None:
    """Fail unless there is one trace of each question and its answer, and nothing was returned."""
    runs = [run for trace in start["traces"] for run in trace["runs"]]
    found = [[one for one in runs if is_run(one, question, result)] for question, result in asked]
    if not len(start["traces"]) == len(runs) == len(asked) or any(len(one) != 1 for one in found):
        each = " and ".join(f"{question!r} answered with {result}" for question, result in asked)
        raise Failed(
            NOT_ONE_TRACE,
            outcome.called,
            f"1 trace of each run: {each}",
            f"{len(start['traces'])} traces, of "
            + show([(run["input"], run["answer"]) for run in runs]),
        )
    if start["type"] != "NoneType":
        raise Failed(RETURNS_SOMETHING, outcome.called, "None", f"a {start['type']}")


class AgentRun(NamedTuple):
    """A run of an agent, known by its number, with a question and its answer."""

    agent: int
    question: str
    result: int


def traces_are_returned(learner, runs: list[AgentRun]) -> None:
    """Fail unless traced_run gives the trace of each of these runs, and runs the agent once."""
    outcome = learner.request(
        "traced_runs.returned",
        "; ".join(f"await traced_run({named(runs, run)}, {run.question!r})" for run in runs),
        function="traced_run",
        scenarios=[{"question": run.question} for run in runs],
        agents=[run.agent for run in runs],
    )
    returned: list[ReturnedTrace] = outcome.obtained("the trace of the run")
    asked: dict[int, list[str]] = {run.agent: [] for run in runs}
    for trace, run in zip(returned, runs, strict=True):
        asked[run.agent].append(run.question)
        is_trace_of(outcome, trace, run.question, run.result, asked[run.agent])
    if len({trace["id"] for trace in returned}) < len(runs):
        outcome.fail(RUN_EACH_TIME, "a trace of each run")


def named(runs: list[AgentRun], run: AgentRun) -> str:
    """Return what a report calls the agent of a run: by its number, where there are several."""
    return "agent" if len({one.agent for one in runs}) == 1 else f"agent_{run.agent}"


def is_trace_of(
    outcome: Outcome, returned: ReturnedTrace, question: str, result: int, asked: list[str]
) -> None:
    """Fail unless this is the whole trace of one run with this question and its answer.

    The agent that was given has then been asked these questions, each once.
    """
    expected = f"the trace of {question!r}"
    if returned["type"] == "NoneType":
        meaning = NO_FLUSH if returned["ran"] else NOT_RUN
        raise Failed(meaning, outcome.called, expected, "None")
    if returned["type"] != "Trace":
        raise Failed(NO_TRACE_GIVEN, outcome.called, expected, f"a {returned['type']}")
    runs = returned["runs"]
    if len(runs) != 1 or not is_run(runs[0], question, result):
        got = f"the trace of {show([run['input'] for run in runs])}"
        other = returned["asked"] != asked and len(returned["asked"]) == len(asked)
        meaning = OTHER_QUESTION if other else OTHER_RUN
        raise Failed(meaning, outcome.called, f"{expected}, answered with {result}", got)
    if returned["root"] != ROOT:
        raise Failed(AROUND, outcome.called, f"a trace with the root {ROOT}", returned["root"])
    if not returned["ran"]:
        raise Failed(RUN_EACH_TIME, outcome.called, expected, "no run of an agent")
    if returned["asked"] != asked:
        meaning = RUN_ONCE if returned["asked"] else GIVEN_AGENT
        got = f"an agent that was asked {show(returned['asked'])}"
        raise Failed(meaning, outcome.called, f"an agent that was asked {show(asked)}", got)
