"""The kit on the newest releases: which they are, what holds them back, what lessons write then."""

import json
import os
import re
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import environment
import latest
import pytest
import taught_names

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "solutions").glob("*/*.ipynb"))


def pack(folder: Path, name: str, version: str, *needed: str) -> None:
    """Make a wheel that holds one module and needs other packages."""
    about = f"{name}-{version}.dist-info"
    needs = "".join(f"Requires-Dist: {one}\n" for one in needed)
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{name}.py", f"version = {version!r}\n")
        wheel.writestr(
            f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{needs}"
        )
        wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        wheel.writestr(f"{about}/RECORD", "")


@pytest.fixture
def index(tmp_path, monkeypatch) -> Path:
    """A folder of wheels that is all that uv knows of."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    for variable in [name for name in os.environ if name.startswith(("UV_", "PIP_"))]:
        monkeypatch.delenv(variable)
    settings = {"NO_INDEX": "1", "FIND_LINKS": str(folder), "NO_CONFIG": "1"}
    for name, value in {**settings, "CACHE_DIR": str(tmp_path / "cache")}.items():
        monkeypatch.setenv(f"UV_{name}", value)
    pack(folder, "alpha", "1.0")
    pack(folder, "alpha", "2.0", "core_of_alpha==2.0")  # which is not there yet
    pack(folder, "beta", "1.0", "gamma<2")
    pack(folder, "gamma", "1.0")
    pack(folder, "gamma", "1.5")
    pack(folder, "gamma", "2.0")
    return folder


PINS = {"alpha": "1.0", "beta": "1.0", "gamma": "1.0"}


def test_it_says_what_is_newer_and_what_is_held_back_by_what(index, tmp_path):
    newest, usable = latest.releases(PINS, tmp_path / "newest", tmp_path / "together")
    assert newest == {"alpha": "2.0", "beta": "1.0", "gamma": "2.0"}
    assert usable == {"alpha": "1.0", "beta": "1.0", "gamma": "1.5"}
    assert latest.newer(PINS, usable) == [
        "Newer than the lock: 1 of 3 direct dependencies",
        "  gamma 1.0 → 1.5",
    ]
    _, alpha, gamma = latest.held_back(newest, usable, tmp_path)
    assert alpha.startswith("  alpha 2.0: core-of-alpha was not found")
    assert gamma == "  gamma 2.0: all versions of beta depend on gamma<2"
    assert latest.held_back(usable, usable, tmp_path) == []


def test_an_index_that_cannot_be_reached_is_one_sentence(index, tmp_path, monkeypatch):
    monkeypatch.delenv("UV_NO_INDEX")
    monkeypatch.setenv("UV_DEFAULT_INDEX", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")
    with pytest.raises(environment.SetupError, match="package index could not be reached"):
        latest.releases({"delta": "1.0"}, tmp_path / "newest", tmp_path / "together")


def test_the_environment_is_made_anew_beside_the_one_in_use(index, tmp_path, monkeypatch, capsys):
    made = tmp_path / "latest"
    monkeypatch.setattr(latest, "VENV", made)
    monkeypatch.setattr(latest, "PYTHON", made / "bin" / "python")
    monkeypatch.setattr(latest, "SEED", [])  # pip is in no index here
    in_use = sorted(one.name for one in Path(sys.prefix).rglob("*.dist-info"))
    for number in ("1.0", "1.5"):
        requirements = tmp_path / "requirements.txt"
        requirements.write_text(f"gamma=={number}\n")
        latest.install(requirements)
        code = "import gamma, lesson_kit, sys; print(gamma.version, sys.prefix)"
        done = subprocess.run([latest.PYTHON, "-c", code], capture_output=True, text=True)
        assert done.stdout == f"{number} {made}\n", done.stderr
    assert sorted(one.name for one in Path(sys.prefix).rglob("*.dist-info")) == in_use


# What lessons write

OLD = """
def set(name, value): ...
class ctx: set = set
def step(function): ...
def run(question, workers): ...
"""
NEW = """
def set(name, value): ...
class store: set = set
class ctx: store = store
def run(question): ...
import small.parts
"""
LESSON = """
from small import step
import small
small.ctx.set("a", 1)
small.run(question="?", workers=2)
small.run.gone
"""


def test_what_moved_is_said_as_a_learner_writes_it(tmp_path, monkeypatch):
    cell = {"cell_type": "code", "source": [LESSON]}
    lesson = tmp_path / "lesson.ipynb"
    lesson.write_text(json.dumps({"cells": [cell]}))
    for name, code in (("old", OLD), ("new", NEW)):
        package = tmp_path / name / "small"
        package.mkdir(parents=True)
        (package / "__init__.py").write_text(code)
        (package / "parts.py").write_text("def step(function): ...\n")
    names = taught_names.taught([lesson])
    looked_up = []
    for name in ("old", "new"):
        monkeypatch.setenv("PYTHONPATH", str(tmp_path / name))
        looked_up.append(taught_names.asked(sys.executable, names, tmp_path))
    given = taught_names.keywords([lesson])
    assert taught_names.differences(*looked_up, given) == [
        "`small.ctx.set` is now `small.ctx.store.set`.",
        "`small.run` takes `workers` no more; it takes `question`.",
        "`step` is now `from small.parts import step`.",
    ]
    assert taught_names.differences(looked_up[0], looked_up[0], given) == []


def test_the_names_are_those_that_lessons_teach_and_are_found_here(tmp_path):
    names = taught_names.taught(NOTEBOOKS)
    written = {"ctx.store.set", "ctx.store.edit_state", "self.memory.put", "span.attributes"}
    written |= {"step", "agent.run", "mlflow.llama_index.autolog", "tool.metadata.name"}
    assert written <= set(names)
    looked_up = taught_names.asked(sys.executable, names, tmp_path)["found"]
    assert [name for name in written if looked_up[name] is None] == []
    unknown = [name for name, found in looked_up.items() if found is None]
    assert len(unknown) < len(names) / 6, unknown  # deep ones, of objects that only a run makes


# The command and its sentence


def test_the_core_is_there_and_each_file_has_its_reason():
    assert [name for name in latest.CORE if not (latest.TESTS / name).is_file()] == []
    assert all(len(reason.split()) > 3 for reason in latest.CORE.values())


@pytest.mark.parametrize(
    "arguments, words",
    [(["--write"], "goes with --latest"), (["--latest", "--write", "-k", "x"], "leave out -k x")],
)
def test_write_is_for_the_whole_core_alone(arguments, words):
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "test.py", *arguments],
        env=dict(os.environ, CONDA_PREFIX=sys.prefix),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1 and words in done.stderr.replace("\n", " ")
    assert "Traceback" not in done.stderr


def test_the_sentence_goes_into_the_readme(tmp_path, monkeypatch):
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    page = tmp_path / "README.md"
    page.write_text(f"before\n{latest.BEGIN}\nold\n{latest.END}\nafter\n")
    versions = {name: metadata.version(name) for name in latest.NAMED}
    latest.write_sentence(latest.sentence(versions, True))
    text = page.read_text()
    assert text.startswith("before\n") and text.endswith(f"\n{latest.END}\nafter\n")
    assert "old" not in text and f"mlflow {versions['mlflow']}" in text.replace("\n", " ")
    page.write_text("no place\n")
    with pytest.raises(environment.SetupError, match="no place for the sentence"):
        latest.write_sentence("x")
    assert page.read_text() == "no place\n"


def test_the_readme_says_when_and_on_what_it_was_run_last():
    page = (ROOT / "README.md").read_text("utf-8")
    said = page.partition(latest.BEGIN)[2].partition(latest.END)[0]
    assert re.search(r"Last run on \d\d \w+ 20\d\d, Python 3\.\d+\.\d+, llama-index \d", said)
