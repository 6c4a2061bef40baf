"""Lay down an empty MLflow store at once: MLflow makes one by all its migrations, in seconds.

`empty_store.sql` is what MLflow's migrations end with, made by scripts/build_store.py. It serves
the version of MLflow that it names; any other one makes its store itself.
"""

import contextlib
import os
import sqlite3
import uuid
from importlib.metadata import version
from pathlib import Path

SCRIPT = Path(__file__).with_name("empty_store.sql")
FIRST_LINE = "-- An empty store of MLflow {}. Do not edit: made by scripts/build_store.py.\n"


def lay_store(path: Path) -> None:
    """Make an empty store of MLflow's in this file, unless there is one; else leave it to MLflow.

    The file is whole as soon as it is there: two notebooks may begin at once.
    """
    script = SCRIPT.read_text(encoding="utf-8")
    if path.exists() or not script.startswith(FIRST_LINE.format(version("mlflow"))):
        return
    # In the same folder: a sandbox lets nothing be linked from one to another.
    made = path.with_name(f".{path.name}-{uuid.uuid4().hex}")
    # A folder that is read-only, or a file system without links: MLflow does it, or says why not.
    with contextlib.suppress(OSError, sqlite3.Error):
        try:
            with contextlib.closing(sqlite3.connect(made)) as store:
                store.execute("PRAGMA synchronous = OFF")
                store.execute("PRAGMA journal_mode = MEMORY")  # no file beside this one
                store.executescript(script)
            os.link(made, path)
        finally:
            made.unlink(missing_ok=True)
