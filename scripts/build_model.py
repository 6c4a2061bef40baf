"""Build the reference agent from the solutions' marked cells, and log it with MLflow.

    python3 scripts/build_model.py           # solutions 1 to 4 -> solutions/react_agent.py
    python3 scripts/build_model.py --check   # build nothing; say whether that file is stale
    python3 scripts/build_model.py --log     # build, then log the reference run
    python3 scripts/build_model.py --log --tracking-uri http://127.0.0.1:5000

The reference run is logged where MLFLOW_TRACKING_URI says, else in MLflow's own default. Its LLM is
the one LESSON_LLM names, else the offline one. Exit code: 0 done, 1 stale, 2 not possible.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import NamedTuple

import environment

ROOT = environment.ROOT
SCRIPT = ROOT / "solutions" / "react_agent.py"
EXPECTED = "456831"  # (123 + 456) * 789
PATIENCE = 5  # seconds that an MLflow server may take to say that it is there


class ModelError(Exception):
    """A reference that cannot be logged: one sentence that says why, and the remedy."""


class Logged(NamedTuple):
    """A logged model, what it answered when it was read back, and the seconds both took."""

    run_id: str
    model_uri: str
    answer: str
    logging: float
    answering: float


def is_stale(notebooks: list[Path], output: Path) -> bool:
    """Tell whether a built script is missing, or not what the notebooks make now."""
    from lesson_kit.agent_script.model_script import generate_model_script

    with tempfile.TemporaryDirectory(prefix="build-model-") as folder:
        made = generate_model_script(Path(folder, output.name), notebooks)
        return not output.is_file() or output.read_bytes() != made.read_bytes()


def check_server(uri: str) -> None:
    """Raise ModelError when an MLflow server does not answer; MLflow itself would try for long."""
    if not uri.startswith(("http://", "https://")):
        return
    try:
        with urllib.request.urlopen(uri.rstrip("/") + "/health", timeout=PATIENCE):
            pass
    except (OSError, ValueError):
        raise ModelError(
            f"No MLflow server answers at {uri}: start one with `mlflow server`, or name another "
            f"with --tracking-uri."
        ) from None


def log_reference(script: Path, tracking_uri: str | None = None) -> Logged:
    """Log a model script as the reference run, read the model back, and ask it the example.

    Its trace belongs to the run. The run is tagged as the reference when the answer is right.
    Raises ModelError when that cannot be done, or the answer is wrong.
    """
    uri = tracking_uri or os.environ.get("MLFLOW_TRACKING_URI") or ""
    check_server(uri)
    # Else MLflow asks GitHub for the price of each model's tokens: 8 s without a network.
    os.environ.setdefault("MLFLOW_MODEL_CATALOG_URI", "")
    os.environ.setdefault("MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR", "false")
    from lesson_kit.agent_script.logged_model import EXPERIMENT
    from lesson_kit.llm import LLMNotAvailable, choose_llm

    try:
        choose_llm()
    except LLMNotAvailable as error:
        raise ModelError(str(error)) from None

    import mlflow

    logging.getLogger("mlflow").setLevel(logging.ERROR)
    try:
        mlflow.set_tracking_uri(uri or None)
        mlflow.set_experiment(EXPERIMENT)
        mlflow.llama_index.autolog()
        return log_and_ask(script)
    except mlflow.MlflowException as error:
        raise ModelError(f"MLflow says: {str(error).splitlines()[0]}") from None
    except (ModelError, OSError):
        raise
    except Exception as error:  # of the agent, or of its LLM's client
        said = (str(error).splitlines() or [""])[0]
        raise ModelError(
            f"{script} was not logged as the reference: the agent, or its LLM, raised "
            f"{type(error).__name__}: {said}"
        ) from None


def log_and_ask(script: Path) -> Logged:
    """Log a model script in a run of its own, read it back without its LLM at hand, and ask it."""
    import mlflow
    from lesson_kit.agent_script import logged_model
    from llama_index.core import Settings
    from llama_index.core.llms import MockLLM

    sys.dont_write_bytecode = True  # the formgrader would take solutions/__pycache__ for a lesson
    with mlflow.start_run(run_name=logged_model.RUN_NAME) as run:
        begin = time.perf_counter()
        info = logged_model.log_script(script)
        logged = time.perf_counter()
        Settings.llm = MockLLM(max_tokens=1)  # so that only the model's own LLM can answer
        agent = mlflow.llama_index.load_model(info.model_uri)
        answer = asyncio.run(ask(agent, logged_model.EXAMPLE))
        answered = time.perf_counter()
        mlflow.flush_trace_async_logging()
        if EXPECTED not in answer.replace(",", ""):
            raise ModelError(
                f"The model answered {answer!r}, not {EXPECTED}, so run {run.info.run_id} is not "
                f"tagged as the reference: look at its trace."
            )
        mlflow.set_tag(logged_model.REFERENCE_TAG, "true")
        mlflow.set_logged_model_tags(info.model_id, {logged_model.REFERENCE_TAG: "true"})
    return Logged(run.info.run_id, info.model_uri, answer, logged - begin, answered - logged)


async def ask(agent, inputs: dict) -> str:
    """Return an agent's answer as text."""
    return str(await agent.run(**inputs))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--notebooks", nargs="+", type=Path, help="in lesson order; solutions 1-4")
    parser.add_argument("--output", type=Path, default=SCRIPT, help="solutions/react_agent.py")
    parser.add_argument("--check", action="store_true", help="only say whether it is stale")
    parser.add_argument("--log", action="store_true", help="log the reference run with MLflow")
    parser.add_argument("--tracking-uri", metavar="URI", help="MLflow's store or server")
    options = parser.parse_args()
    environment.enter()
    sys.path.insert(0, str(ROOT / "lessons"))
    from lesson_kit.agent_script.model_script import (
        ModelScriptError,
        generate_model_script,
        lesson_notebooks,
    )

    notebooks = options.notebooks or lesson_notebooks(ROOT / "solutions")
    try:
        if options.check:
            stale = is_stale(notebooks, options.output)
            if stale:
                print(f"{options.output} is stale: run python3 scripts/build_model.py")
            return int(stale)
        script = generate_model_script(options.output, notebooks)
        print(f"built {script}")
        if options.log:
            done = log_reference(script, options.tracking_uri)
            print(f"logged in {done.logging:.2f} s\n  run    {done.run_id}")
            print(f"  model  {done.model_uri}")
            print(f"read back in {done.answering:.2f} s\n  answer {done.answer}")
    except (ModelError, ModelScriptError) as error:
        print(f"build_model.py: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    environment.run(main, failed=2)
