"""Lay down an empty MLflow store at once: MLflow makes one by all its migrations, in seconds.

`empty_store.sql` is what MLflow's migrations end with, made by scripts/build_store.py. It serves
the version of MLflow that it names; any other one makes its store itself.
"""

import contextlib
import os
import sqlite3
import tempfile
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
    # A folder that is read-only, or a file system without links: MLflow does it, or says why not.
    with contextlib.suppress(OSError, sqlite3.Error):
        with tempfile.TemporaryDirectory(prefix=".mlflow-", dir=path.parent) as folder:
            made = Path(folder, path.name)
            with contextlib.closing(sqlite3.connect(made)) as store:
                store.execute("PRAGMA synchronous = OFF")
                store.executescript(script)
            os.link(made, path)
