"""Run logged models away from the repository, each in a process of its own: see runner.py."""

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from lesson_kit import offline_llm
from lesson_kit.compare.models import Model, lines_of, logged_facts

RUNNER = Path(__file__).with_name("runner.py")
SECONDS_A_QUESTION = 20  # for a model whose LLM is a real one
SECONDS_A_MODEL = 600  # all questions; one that blocks or never ends is given up long before
ASKED = ("name", "questions", "together", "conversations", "llm", "raises")  # of a case
QUIET = {
    "OPENBLAS_NUM_THREADS": "1",  # these two keep the runner at one thread, so that it can fork
    "JE_ARROW_MALLOC_CONF": "background_thread:false",
    "MLFLOW_DISABLE_TELEMETRY": "true",
    "MLFLOW_MODEL_CATALOG_URI": "",  # else MLflow asks GitHub for the price of tokens
    "MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR": "false",
}


def job_for(model: Model, cases: list[dict], about: str) -> dict:
    """Return what the runner is told: questions, and never an answer."""
    return {
        "uri": model.uri,
        "model": str(model.folder),
        "about": about,
        "facts": logged_facts(model),
        "output": str(model.folder.parent / "output.jsonl"),
        "log": str(model.folder.parent / "log.txt"),
        "traces": str(model.folder.parent / "traces"),
        "llm_code": offline_llm.__file__,
        "seconds": SECONDS_A_MODEL,
        "cases": [
            {key: case[key] for key in ASKED if key in case} | {"seconds": SECONDS_A_QUESTION}
            for case in cases
        ],
    }


def run_jobs(jobs: list[dict], workers: int, folder: Path) -> Iterator[int]:
    """Run each job's model in a process of its own; yield the number of each when it has ended."""
    ours = ("PYTHON", "MLFLOW_")  # where to find the kit, where to keep what it finds
    environment = {k: v for k, v in os.environ.items() if not k.startswith(ours)} | QUIET
    with open(folder / "runner.log", "wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-I", str(RUNNER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            cwd=folder,
            env=environment,
            text=True,
        )
        try:
            json.dump({"jobs": jobs, "workers": workers}, process.stdin)
            process.stdin.close()
            importlib.import_module("mlflow.genai.evaluation.harness")  # while it does the same
            yield from map(int, process.stdout)
        finally:
            process.terminate()
            process.wait()
            process.stdout.close()


def read_output(job: dict) -> list[dict]:
    """Return the lines that a job's model has left behind."""
    path = Path(job["output"])
    return [json.loads(line) for line in lines_of(path) if line.endswith("}")]
