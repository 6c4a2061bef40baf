"""Measure what a comparison costs: one model, and how a class grows with its models.

    python -m checks.tests.bench_compare           # classes of 4 and 8 models
    python -m checks.tests.bench_compare 25 50 100

Times are beyond the import of the libraries, which is printed by itself. Wall time on a busy
machine says little: look at the ratios.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.update(MLFLOW_DISABLE_TELEMETRY="true", MLFLOW_MODEL_CATALOG_URI="")
os.environ["MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR"] = "false"

from lesson_kit.compare.comparing import compare_all
from lesson_kit.compare.running import run_jobs
from lesson_kit.compare.suite import CASES

from checks.tests.model_corpus import REFERENCE, Agent, log_agent


def main(sizes: list[int]) -> None:
    import mlflow

    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        mlflow.set_tracking_uri(f"sqlite:///{folder}/mlflow.db")
        mlflow.set_experiment("bench")
        script = REFERENCE.read_text("utf-8")
        uris = [
            log_agent(Agent(f"agent-{n}", {}, script), Path(folder)) for n in range(max(sizes) + 1)
        ]
        begun = time.perf_counter()
        list(run_jobs([], 1, Path(folder)))
        imports = time.perf_counter() - begun
        print(f"imports {imports:.1f} s")
        alone = timed(uris[0], uris[1:2], 2) - imports
        print(f"1 model and the reference {alone:.1f} s")
        for workers in (1, os.cpu_count() or 1):
            for size in sizes:
                took = timed(uris[0], uris[1 : size + 1], workers) - imports
                print(f"{size} models, {workers} workers {took:.1f} s, {took / size:.2f} s a model")
        os.chdir("/")


def timed(reference: str, uris: list[str], workers: int) -> float:
    """Return the seconds that comparing models takes; fail unless all are equivalent."""
    begun = time.perf_counter()
    found = list(compare_all(uris, reference, CASES, workers))
    assert len(found) == len(uris) and all(one.equivalent for one in found)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [4, 8])
