"""Measure what a learner waits for: JupyterLab, a lesson's first cell, a check.

    python checks/tests/bench_start.py              # three times each, on a set-up machine

JupyterLab counts as usable when its first page is seen in Chromium: learn.py's start page, or the
launcher of a plain `jupyter lab`, whose seconds are the measure of all others in the same run.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "lessons")]

import browser as chromium  # noqa: E402
import psutil  # noqa: E402
from browser import HOST, expect, watched_page  # noqa: E402
from lesson_kit.judging.checking import checks_in, visible_module  # noqa: E402
from lesson_kit.judging.learner import InProcess  # noqa: E402
from lesson_kit.judging.running_checks import run_checks  # noqa: E402
from mlflow.utils import find_free_port  # noqa: E402
from nbformat.v4 import new_code_cell, new_notebook  # noqa: E402
from run_notebook import run_notebook  # noqa: E402
from started import Started, get  # noqa: E402

from checks.grading.exercises import exercises, lesson_folders, title_of  # noqa: E402
from checks.proof.rehearsal import Rehearsal  # noqa: E402

TIMES = 3


def main() -> None:
    with chromium.running_browser() as running:
        plain = median(seconds_to_plain_jupyterlab(running) for _ in range(TIMES))
        print(f"{'plain JupyterLab':36}{plain:6.2f} s")
        ours = median(seconds_to_start_page(running) for _ in range(TIMES))
        tell("learn.py, to the start page", ours, plain)
    for lesson in lesson_folders():
        first = median(seconds_to_first_cell(lesson) for _ in range(TIMES))
        tell(f"{lesson}: a kernel, and its first cell", first, plain)
    took = {}
    for lesson in lesson_folders():
        rehearsal = Rehearsal(lesson)
        for exercise in exercises(lesson):
            took[exercise] = seconds_of_check(rehearsal, exercise)
        rehearsal.close()
    slowest = sorted(took, key=took.get, reverse=True)
    tell("a check, the median of all", median(took.values()), plain)
    for exercise in slowest[:5]:
        tell(f"check({exercise!r}), of the five slowest", took[exercise], plain)


def tell(what: str, seconds: float, plain: float) -> None:
    print(f"{what:36}{seconds:6.2f} s {seconds / plain:6.2f} of plain JupyterLab", flush=True)


def seconds_to_start_page(running) -> float:
    """Return the seconds from the command to the start page."""
    with tempfile.TemporaryDirectory() as folder:
        ports = ("--port", str(find_free_port()), "--mlflow-port", str(find_free_port()))
        begun = time.perf_counter()
        run = Started(ROOT, "--no-browser", *ports, "--workspace", str(Path(folder, "workspace")))
        try:
            page = watched_page(running)
            page.goto(run.addresses[0])
            expect(page.get_by_role("heading", name="Where you stand")).to_be_visible()
            took = time.perf_counter() - begun
            page.context.close()
            run.end(signal.SIGINT)
        finally:
            run.kill()
    return took


def seconds_to_plain_jupyterlab(running) -> float:
    """Return the seconds from the command to the launcher, without anything of the kit."""
    with tempfile.TemporaryDirectory() as folder:
        port = find_free_port()
        env = dict(os.environ, JUPYTER_TOKEN="plain", HOME=folder, JUPYTER_CONFIG_DIR=folder)
        command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
        begun = time.perf_counter()
        process = psutil.Popen(
            [*command, f"--ServerApp.ip={HOST}", f"--ServerApp.port={port}"],
            cwd=folder,
            env=env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for(f"http://{HOST}:{port}/api/status?token=plain")
            page = watched_page(running)
            page.goto(f"http://{HOST}:{port}/lab?token=plain")
            expect(page.locator(".jp-Launcher").first).to_be_visible()
            took = time.perf_counter() - begun
            page.context.close()
        finally:
            process.terminate()
            process.wait(30)
    return took


def wait_for(address: str) -> None:
    while True:
        try:
            get(address)
            return
        except OSError:
            time.sleep(0.05)


def seconds_to_first_cell(lesson: str) -> float:
    """Return the seconds that a kernel takes to start and to run a lesson's first code cell."""
    notebook = json.loads((ROOT / "lessons" / lesson / f"{lesson}.ipynb").read_text("utf-8"))
    cell = next(one for one in notebook["cells"] if one["cell_type"] == "code")
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        run_notebook(new_notebook(cells=[new_code_cell("".join(cell["source"]))]), folder)
        return time.perf_counter() - begun


def seconds_of_check(rehearsal: Rehearsal, exercise: str) -> float:
    """Return the median seconds of the visible checks, where the solution is the answer."""
    rehearsal.judge(exercise)  # once, for what is imported on first use
    namespace = dict(rehearsal.snapshots[f"check-{exercise.replace('.', '-')}"])
    took = []
    with rehearsal.inside():
        for _ in range(TIMES):
            learner = InProcess(namespace, f"practice:{exercise}")
            begun = time.perf_counter()
            visible = checks_in(visible_module(exercise))
            run_checks(learner, exercise, title_of(exercise), visible)
            took.append(time.perf_counter() - begun)
    return median(took)


if __name__ == "__main__":
    main()
