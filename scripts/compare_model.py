"""Compare a logged model with the reference run: its answers, its trajectory, what was logged.

    python3 scripts/compare_model.py runs:/1dac5c168b8e47bfbb33565da00bfe98/model
    python3 scripts/compare_model.py models:/m-6f939001c4d94901844058890720b08c --html report.html
    python3 scripts/compare_model.py MODEL_URI --reference MODEL_URI --hidden 7
    python3 scripts/compare_model.py MODEL_URI --repeat 5
    python3 scripts/compare_model.py --class "Spring class" --csv class.csv --html class.html

The id of a model is enough, or that of a run with one model. Both go through the same suite,
offline, each in a process of its own; MLflow evaluates them, in the store that MLFLOW_TRACKING_URI
names, else in ./mlflow.db. Without --reference it is the newest reference run there; where there is
none, one is logged first.
--hidden adds the instructor's suite, with numbers drawn from the seed given. --repeat asks all that
several times, for a model with a real LLM, and gives pass^k: the share of questions that it passes
in each of k runs.

Exit code: 0 equivalent (each time), 1 not equivalent, 2 could not be compared. With --class: 0
where every model was compared.
"""

from __future__ import annotations

import argparse
import os
import sys

import environment

ROOT = environment.ROOT


def reference_uri(given: str | None) -> str:
    """Return the reference named, else the newest in the store, else one logged now."""
    from lesson_kit.compare.models import CannotCompare, find_reference

    if given:
        return given
    try:
        return find_reference()
    except CannotCompare:
        import build_model

        if not build_model.SCRIPT.exists():
            raise
    import mlflow

    print("There is no reference run in this store yet, so one is logged.", flush=True)
    try:
        return build_model.log_reference(build_model.SCRIPT, mlflow.get_tracking_uri()).model_uri
    except build_model.ModelError as error:
        raise CannotCompare(f"No reference run could be logged. {error}") from None


def suite(seed: int | None) -> list[dict]:
    """Return the visible suite, with the hidden one behind it when there is a seed."""
    from lesson_kit.compare.suite import CASES

    if seed is None:
        return CASES
    sys.path.insert(0, str(ROOT))
    from checks.hidden.comparison_suite import hidden_cases

    return [*hidden_cases(seed), *CASES]


def one_model(options: argparse.Namespace) -> int:
    """Compare one model, once or repeatedly; print the table, write the report of the first run."""
    from lesson_kit.compare.repeating import compare_repeatedly, reliability
    from lesson_kit.compare.report import print_comparison, print_reliability, write_html

    cases = suite(options.hidden)
    reference = reference_uri(options.reference)
    found = compare_repeatedly(options.model, reference, cases, options.repeat)
    report = write_html(options.html or "comparison.html", found[:1])
    print_comparison(found[0])
    if options.repeat > 1:
        print_reliability(reliability(found))
    print(f"report  {report.resolve().as_uri()}")
    return 0 if all(one.equivalent for one in found) else 1


def whole_class(options: argparse.Namespace) -> int:
    """Compare every logged model of an experiment but the reference; write one table."""
    from lesson_kit.compare.comparing import compare_all
    from lesson_kit.compare.models import CannotCompare, full_uri, models_of
    from lesson_kit.compare.report import print_class, write_csv, write_html

    models = models_of(options.experiment)
    reference = reference_uri(options.reference)
    uris = [one.model_uri for one in models if one.model_uri != full_uri(reference)]
    if not uris:
        raise CannotCompare(f'No model is logged in the experiment "{options.experiment}".')
    place = {uri: number for number, uri in enumerate(uris)}
    found = []
    for one in compare_all(uris, reference, suite(options.hidden), options.workers):
        found.append(one)
        print(f"\r{len(found)} of {len(uris)}", end="", flush=True, file=sys.stderr)
    print(file=sys.stderr)
    found.sort(key=lambda one: place[one.uri])
    # the files first: what took minutes must not be lost to a terminal
    table = write_csv(options.csv or "comparison.csv", found)
    report = write_html(options.html or "comparison.html", found)
    print_class(found)
    print(f"table   {table}\nreport  {report.resolve().as_uri()}")
    return 2 if any(one.reason for one in found) else 0


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("model", nargs="?", metavar="MODEL_URI", help="the model to compare")
    parser.add_argument("--reference", metavar="URI", help="what to compare it with")
    parser.add_argument("--class", dest="experiment", metavar="EXPERIMENT", help="name or id")
    parser.add_argument("--hidden", type=int, metavar="SEED", help="add the hidden suite")
    parser.add_argument("--workers", type=int, metavar="N", help="models that run at a time")
    parser.add_argument("--repeat", type=int, default=1, metavar="K", help="runs of one model")
    parser.add_argument("--html", metavar="FILE", help="comparison.html")
    parser.add_argument("--csv", metavar="FILE", help="with --class: comparison.csv")
    parser.add_argument("--tracking-uri", metavar="URI", help="MLflow's store or server")
    options = parser.parse_args()
    if bool(options.model) == bool(options.experiment):
        parser.error("name a model, or a class with --class EXPERIMENT")
    for name, number in (("--workers", options.workers), ("--repeat", options.repeat)):
        if number is not None and number < 1:
            parser.error(f"{name} {number}: give a number of 1 or more, or leave it out")
    if options.experiment and options.repeat > 1:
        parser.error("--repeat is for one model, not for a class")
    for name, path in (("--html", options.html), ("--csv", options.csv)):
        if path and os.path.isdir(path):
            parser.error(f"{name} {path}: that is a folder; name a file")
        if path:  # now, and not after the minutes that a comparison takes
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    environment.enter()
    sys.path.insert(0, str(ROOT / "lessons"))
    if options.tracking_uri:
        os.environ["MLFLOW_TRACKING_URI"] = options.tracking_uri
    from lesson_kit.compare.models import CannotCompare, quiet_store, sentence
    from mlflow.exceptions import MlflowException

    try:
        quiet_store()
        return whole_class(options) if options.experiment else one_model(options)
    except CannotCompare as error:
        told = str(error)
    except MlflowException as error:
        told = f"MLflow says: {sentence(error)}"
    print(environment.wrapped(f"compare_model.py: {told}"), file=sys.stderr)
    return 2


if __name__ == "__main__":
    environment.run(main, failed=2)  # 1 says that a model is not equivalent
