"""Compare logged models with the reference: run them, judge what they did, say what differs."""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from lesson_kit.compare.comparison import Comparison, Scored
from lesson_kit.compare.evaluating import publish
from lesson_kit.compare.models import (
    CannotCompare,
    Model,
    download,
    find_reference,
    sentence,
)
from lesson_kit.compare.rows import MODEL_ROW, Row, row_name
from lesson_kit.compare.running import job_for, read_output, run_jobs
from lesson_kit.compare.scorers import MODEL, QUESTIONS, judge
from lesson_kit.compare.suite import CASES
from lesson_kit.compare.trajectory import read_trajectory

# Its process was ended here or at an earlier question: what is left over was not asked.
STOPPED = "or was asked no more, because it had to be stopped"
MISSING = re.compile(r"No module named '([\w.]+)'")


def compare(uri: str, reference: str | None = None, cases: list[dict] = CASES) -> Comparison:
    """Compare one model with the reference; raise CannotCompare when that cannot be done."""
    (found,) = compare_all([uri], reference, cases)
    if found.reason:
        raise CannotCompare(found.reason)
    return found


def compare_all(
    uris: Iterable[str],
    reference: str | None = None,
    cases: list[dict] = CASES,
    workers: int | None = None,
    into_mlflow: bool = True,
) -> Iterator[Comparison]:
    """Compare models with the reference, and yield each as it is done; a bad one has a `reason`.

    As many models run at a time as there are `workers`: by default, as are worth it here.
    Raises CannotCompare when there is no reference, or it does not pass its own suite.
    """
    with tempfile.TemporaryDirectory(prefix="compare-") as place:
        standard = fetch(reference or find_reference(), Path(place, "reference"))
        jobs = [job_for(standard, cases, MODEL_ROW)]
        models: list[Model] = []
        for number, uri in enumerate(uris):
            try:
                model = fetch(uri, Path(place, str(number)))
                jobs.append(job_for(model, cases, MODEL_ROW))
                models.append(model)
            except Exception as error:  # a learner's files can be broken in any way
                yield Comparison(uri, uri, standard.uri, reason=reason(uri, error))
        if not models:
            return
        # What writes into MLflow, which is this process, is as busy as a worker: it has a core.
        cores = os.cpu_count() or 1
        alone = len(jobs) <= cores or not into_mlflow
        workers = workers or (cores if alone else max(1, cores - 1))
        expected, early = None, []
        for number in run_jobs(jobs, workers, Path(place)):
            if number:
                early.append(number)
            else:
                expected = judged(standard, jobs[0], cases, None, into_mlflow)
                if not expected.equivalent:
                    raise CannotCompare(
                        f"The reference {standard.uri} does not pass its own suite, so nothing is "
                        f"compared with it. {expected.reason or expected.divergence}"
                    )
            while expected is not None and early:
                at = early.pop(0)
                model = models[at - 1]
                try:
                    yield judged(model, jobs[at], cases, expected, into_mlflow)
                except Exception as error:  # it costs its own row, not the class
                    yield Comparison(
                        model.uri, called(model), standard.uri, reason=reason(model.uri, error)
                    )
        if expected is None:
            log = Path(place, "runner.log").read_text(errors="replace").strip().splitlines()
            raise CannotCompare(f"The runner ended early: {log[-1] if log else 'it said nothing.'}")


def reason(uri: str, error: Exception) -> str:
    """Return in one sentence why a model could not be compared."""
    if isinstance(error, CannotCompare):
        return str(error)
    return f"{uri} could not be compared: {type(error).__name__}: {sentence(error)}"


def called(model: Model) -> str:
    """Return what a report calls a model."""
    return model.name or model.model_id


def fetch(uri: str, folder: Path) -> Model:
    folder.mkdir()
    return download(uri, folder)


def judged(
    model: Model, job: dict, cases: list[dict], expected: Comparison | None, into_mlflow: bool
) -> Comparison:
    """Judge what a model did beside what the reference did, or the reference beside itself."""
    from mlflow.entities import Trace

    lines = read_output(job)
    done = Comparison(model.uri, called(model), (expected or model).uri)
    done.reason = why_not(model, job, lines)
    if done.reason:
        return done
    outcomes = {(line["case"], line["turn"]): line for line in lines if "case" in line}
    beside = {row.name: row for row in expected.rows} if expected else {}
    facts = job["facts"] | {"restored_llm": lines[0]["llm"]}
    traces = {MODEL_ROW: Trace.from_dict(lines[0]["trace"])}
    rows: dict[str, Row] = {}
    for case in cases:
        for turn in range(len(case["questions"])):
            name = row_name(case, turn)
            outcome = outcomes.get((case["name"], turn)) or {"endless": STOPPED}
            if outcome.get("trace"):
                traces[name] = Trace.from_dict(outcome["trace"])
            own = read_trajectory(traces.get(name), outcome)
            other = beside[name].trajectory if expected else own
            rows[name] = Row(case, turn, outcome, own, other)
    done.given = job["facts"]["given"]
    added = [name for row in rows.values() for name in row.own.added_tools(row.reference)]
    done.added = list(dict.fromkeys(added))
    done.reason = no_llm(model, list(rows.values()))
    if done.reason:
        return done
    verdicts = {MODEL_ROW: judge(MODEL, facts)}
    verdicts |= {name: judge(QUESTIONS, row) for name, row in rows.items()}
    if into_mlflow:
        beside_run = expected.run_id if expected else ""
        info = publish(model, traces, rows, facts, verdicts, beside_run, done.added)
        done.run_id, done.experiment_id = info.run_id, info.experiment_id
        done.reference_run_id = expected.run_id if expected else info.run_id
    for name, given in verdicts.items():
        row = Scored(name, given, traces.get(name))
        if name in rows:
            row.question, row.cause = rows[name].question, rows[name].cause
            row.seconds, row.trajectory = rows[name].outcome.get("seconds"), rows[name].own
        if name in beside:
            row.reference_trace = beside[name].trace
            row.reference_seconds = beside[name].seconds
            row.reference_trajectory = beside[name].trajectory
        done.rows.append(row)
    return done


def no_llm(model: Model, rows: list[Row]) -> str:
    """Return that a model's own LLM never replied, which says nothing of the agent, or ""."""
    asked = [row.own for row in rows if not row.case.get("llm") and row.own.llm_calls]
    failed = [[one for one in own.happenings if one.kind == "fails"] for own in asked]
    if not failed or not all(map(len, failed)):
        return ""
    if any(len(some) < own.llm_calls for some, own in zip(failed, asked, strict=True)):
        return ""
    return (
        f"The LLM of {model.uri} never replied: {failed[0][0].text} It needs the key and the "
        "server that it was logged with."
    )


def why_not(model: Model, job: dict, lines: list[dict]) -> str:
    """Return why a model could not be compared, from what its process has left behind."""
    first = lines[0] if lines else {}
    if "failed" in first:
        if missing := MISSING.search(first["failed"]):  # MLflow wraps the error of a script
            return (
                f"{model.uri} cannot be loaded: it needs the module {missing[1]}, which was not "
                "logged with it and is not installed. Log it with code_paths."
            )
        return f"{model.uri} cannot be loaded: {first['failed'].splitlines()[0][:300]}"
    if "loaded" not in first:
        log = Path(job["log"])
        said = log.read_text(errors="replace").strip().splitlines() if log.exists() else []
        return f"{model.uri} cannot be loaded: {said[-1][:300] if said else 'it never came back.'}"
    if not first["workflow"]:
        return f"{model.uri} is not a workflow: loading it gives a {first['loaded']}."
    return ""
