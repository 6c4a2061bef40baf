"""The store that is laid down is the one that MLflow itself makes."""

import contextlib
import os
import sqlite3
from importlib.metadata import version
from pathlib import Path

import build_store
import pytest
from environment import ROOT, direct_pins
from lesson_kit import empty_store
from lesson_kit.empty_store import FIRST_LINE, SCRIPT, lay_store

REMEDY = "Run python3 scripts/build_store.py."
PINNED = direct_pins((ROOT / "environment.yml").read_text("utf-8"))["mlflow"]


def structure(path: Path) -> dict:
    """Return a store's tables with all that holds of them, and their rows."""
    with contextlib.closing(sqlite3.connect(path)) as store:
        found = store.execute("SELECT name, tbl_name, type FROM sqlite_master")
        told: dict = {"names": sorted(map(str, found))}
        for (table,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
            for pragma in ("table_xinfo", "foreign_key_list", "index_list"):
                rows = store.execute(f'PRAGMA {pragma}("{table}")')
                told[table, pragma] = sorted(map(str, (row[1:] for row in rows)))  # but for numbers
            told[table, "rows"] = list(store.execute(f'SELECT * FROM "{table}"'))
        return told


def test_the_script_is_of_the_pinned_mlflow():
    first = SCRIPT.read_text("utf-8").splitlines(keepends=True)[0]
    assert first == FIRST_LINE.format(PINNED), REMEDY


@pytest.mark.skipif(version("mlflow") != PINNED, reason="another MLflow makes its store itself")
def test_a_store_that_is_laid_down_is_the_one_that_mlflow_makes(tmp_path):
    build_store.store_by_mlflow(tmp_path / "made.db")
    lay_store(tmp_path / "laid.db")
    made = structure(tmp_path / "made.db")
    assert len(made) > 100 and structure(tmp_path / "laid.db") == made, REMEDY
    assert sorted(os.listdir(tmp_path)) == ["laid.db", "made.db"]


@pytest.fixture
def a_script(tmp_path, monkeypatch):
    """A short script for the MLflow that is installed."""
    script = tmp_path / "a_script.sql"
    script.write_text(FIRST_LINE.format(version("mlflow")) + "CREATE TABLE t (x);", "utf-8")
    monkeypatch.setattr(empty_store, "SCRIPT", script)
    return script


def test_a_store_that_is_there_stays_as_it_is(tmp_path, a_script):
    store = tmp_path / "mlflow.db"
    store.write_bytes(b"a learner's traces")
    lay_store(store)
    assert store.read_bytes() == b"a learner's traces"


def test_another_version_of_mlflow_gets_no_store(tmp_path, a_script):
    a_script.write_text(FIRST_LINE.format("3.17.99") + "CREATE TABLE t (x);", "utf-8")
    lay_store(tmp_path / "mlflow.db")
    assert not (tmp_path / "mlflow.db").exists()


def test_where_no_store_can_be_laid_nothing_is_left(tmp_path, a_script, monkeypatch):
    lay_store(tmp_path / "no such folder" / "mlflow.db")
    a_script.write_text(a_script.read_text("utf-8") + "CREATE nonsense;", "utf-8")
    lay_store(tmp_path / "mlflow.db")
    assert os.listdir(tmp_path) == [a_script.name]
