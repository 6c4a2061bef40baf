"""Measure how long the solutions run from top to bottom, each in a fresh kernel.

    python checks/tests/bench_notebooks.py               # all lessons
    python checks/tests/bench_notebooks.py 05_tracing

The ratio is to the import of the libraries in a fresh process, measured in the same run: seconds
say little on a busy machine.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from run_notebook import run_notebook

SOLUTIONS = Path(__file__).parents[2] / "solutions"


def main(lessons: list[str]) -> None:
    imports = seconds_to_import()
    print(f"imports {imports:.1f} s\nlesson          seconds  ratio  slowest cells")
    for lesson in lessons:
        total, cells = run(SOLUTIONS / lesson / f"{lesson}.ipynb")
        slowest = sorted(cells, key=cells.get, reverse=True)[:3]
        named = ", ".join(f"{name} {cells[name]:.1f} s" for name in slowest)
        print(f"{lesson:15} {total:7.1f} {total / imports:6.1f}  {named}", flush=True)


def seconds_to_import() -> float:
    """Return the seconds that a fresh process takes to import what the lessons import."""
    code = "import mlflow.llama_index, llama_index.core.agent.react, lesson_kit.offline_llm"
    subprocess.run([sys.executable, "-c", code], check=True)  # once, for the disk
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - begun


def run(path: Path) -> tuple[float, dict[str, float]]:
    """Return a notebook's seconds, its kernel's start included, and those of each cell."""
    begun, took = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        run_notebook(
            nbformat.read(path, as_version=4),
            folder,
            timeout=300,
            extra_arguments=["--IPKernelApp.log_level=ERROR"],
            on_cell_execute=lambda cell, cell_index: begun.update({cell.id: time.perf_counter()}),
            on_cell_executed=lambda cell, cell_index, execute_reply: took.update(
                {cell.id: time.perf_counter() - begun[cell.id]}
            ),
        )
        return time.perf_counter() - start, took


if __name__ == "__main__":
    main(sys.argv[1:] or sorted(path.name for path in SOLUTIONS.iterdir() if path.is_dir()))
