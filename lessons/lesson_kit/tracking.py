"""Decide where MLflow keeps traces and models, and keep it quiet about everything else.

    from lesson_kit import use_tracking
    use_tracking()

In a workspace made by `scripts/learn.py` this is the MLflow server that runs beside the notebooks.
Where none is set, it is a sqlite file and a folder `mlruns` beside the notebook.
"""

import logging
import os
import time
import urllib.error
import urllib.request
from pathlib import Path

from lesson_kit.agent_script.logged_model import EXPERIMENT
from lesson_kit.empty_store import lay_store
from lesson_kit.one_sentence import OneSentence
from lesson_kit.workspace import results

STARTING = Path(".mlflow", "starting")  # in a workspace, from its server's start to its answer
PATIENCE = 120  # seconds for a server that starts
NOISY = ("mlflow", "alembic")  # both log at INFO what no learner has to know


class NoTracking(OneSentence):
    """The MLflow server that the environment names does not answer."""


def use_tracking(folder: str | Path = ".") -> str:
    """Point MLflow to the server in `MLFLOW_TRACKING_URI`, else to a file in the folder."""
    uri = os.environ.get("MLFLOW_TRACKING_URI", "").strip()
    if uri.startswith(("http://", "https://")):
        _must_answer(uri)
    elif not uri:
        store = Path(folder).resolve() / "mlflow.db"
        lay_store(store)
        uri = f"sqlite:///{store}"
    os.environ["MLFLOW_DISABLE_TELEMETRY"] = "true"
    os.environ["MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR"] = "false"
    quieten()

    import mlflow
    import mlflow.telemetry

    mlflow.telemetry.set_telemetry_client()  # ends what an earlier `import mlflow` has begun
    quieten()  # importing MLflow sets its own level
    mlflow.tracing.disable_notebook_display()  # it loads from the network; show_trace does not
    if mlflow.get_tracking_uri() != uri:
        mlflow.set_tracking_uri(uri)
    return uri


def trace_anyway() -> None:
    """Make MLflow trace LlamaIndex as exercise 5.1 does, for whoever is stuck there."""
    import mlflow

    mlflow.set_experiment(EXPERIMENT)
    mlflow.llama_index.autolog(silent=True)


async def given_trace(agent, question: str):
    """Run the agent on the question and return the trace, for whoever is stuck in 5.1 or 5.2."""
    import mlflow

    trace_anyway()
    await agent.run(input=question)
    mlflow.flush_trace_async_logging()
    return mlflow.get_trace(mlflow.get_last_active_trace_id())


def quieten() -> None:
    """Keep MLflow and its database tool from logging what is not a warning."""
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)
    # It warns of an environment without pip each time a model is logged; the lock pins none.
    logging.getLogger("mlflow.utils.environment").setLevel(logging.ERROR)


def _must_answer(uri: str) -> None:
    """Raise NoTracking unless a server answers; MLflow itself would try for minutes."""
    deadline, told = time.monotonic() + PATIENCE, False
    while True:
        starting = _is_starting()  # seen before it is asked: it may answer in between
        try:
            with urllib.request.urlopen(f"{uri.rstrip('/')}/health", timeout=5):
                return
        except urllib.error.HTTPError:
            return  # an answer, of a server that wants a login or sits behind a proxy
        except OSError as error:
            if not starting or time.monotonic() > deadline:
                raise NoTracking(
                    f"No MLflow server answers at {uri} ({getattr(error, 'reason', error)}). "
                    "Start it with `python3 scripts/learn.py`, or unset MLFLOW_TRACKING_URI to "
                    "use a local file."
                ) from None
        if not told:
            print("MLflow is still starting: this cell waits for it.")
            told = True
        time.sleep(0.2)


def _is_starting() -> bool:
    """Tell whether the server of this notebook's workspace was started and does not answer yet."""
    folder = results.workspace()
    return folder is not None and (folder / STARTING).exists()
