"""Make lessons/lesson_kit/empty_store.sql: the empty store that MLflow's migrations end with.

    python3 scripts/build_store.py     # after another version of MLflow in environment.yml

With it a notebook has its store in a moment, in place of seconds of migrations.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sqlite3
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import environment

ROOT = environment.ROOT


def store_by_mlflow(path: Path) -> None:
    """Let MLflow make a store in a file, and take out the experiment that it puts there."""
    import mlflow
    from lesson_kit.tracking import quieten

    quieten()  # importing MLflow has set its own level
    mlflow.MlflowClient(f"sqlite:///{path}").search_experiments()
    with contextlib.closing(sqlite3.connect(path)) as store, store:
        store.execute("DELETE FROM experiments")  # it names the folder of this very store


def as_script(path: Path) -> str:
    """Return the statements that make a store's tables, indexes and rows."""
    kinds = ("table", "index", "trigger", "view")
    with contextlib.closing(sqlite3.connect(path)) as store:
        found = store.execute("SELECT type, name, sql FROM sqlite_master WHERE sql NOT NULL")
        made = sorted((kinds.index(kind), name, sql) for kind, name, sql in found)
        lines = ["BEGIN;", *(f"{sql};" for _, _, sql in made)]
        for kind, name, _ in made:
            if kind == 0 and not name.startswith("sqlite_"):
                columns = [column[1] for column in store.execute(f'PRAGMA table_info("{name}")')]
                quoted = " || ', ' || ".join(f'quote("{column}")' for column in columns)
                for (values,) in store.execute(f'SELECT {quoted} FROM "{name}"'):
                    lines.append(f'INSERT INTO "{name}" VALUES({values});')
    return "\n".join(line.replace(" \n", "\n") for line in [*lines, "COMMIT;", ""])


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.parse_args()
    environment.enter()
    os.environ.update(MLFLOW_DISABLE_TELEMETRY="true", DO_NOT_TRACK="true")
    sys.path[:0] = [str(ROOT / "lessons")]
    from lesson_kit.empty_store import FIRST_LINE, SCRIPT
    from lesson_kit.writing import write_whole

    with tempfile.TemporaryDirectory(prefix="build-store-") as folder:
        store = Path(folder, "mlflow.db")
        store_by_mlflow(store)
        text = FIRST_LINE.format(version("mlflow")) + as_script(store)
    if SCRIPT.exists() and SCRIPT.read_text(encoding="utf-8") == text:
        return 0
    write_whole(SCRIPT, text)
    print(f"built {SCRIPT.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    environment.run(main, failed=2)
