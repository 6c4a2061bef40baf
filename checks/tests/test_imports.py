"""Imports: who may import whom, and that environment.yml lists what is imported."""

import ast
import functools
import re
import subprocess
import sys
import sysconfig
import tomllib
from importlib import metadata
from pathlib import Path

import environment
import nbformat
import pytest

ROOT = Path(__file__).parents[2]
OURS = {"checks", "lesson_kit"}
# Listed and imported by no file, with what they are for.
NOT_IMPORTED = {
    "import-linter": "the test below starts it",
    "jupyter": "the notebook tools as one package",
    "jupyterlab": "learn.py starts it",
    "llama-index": "the library as one package",
    "psycopg": "SQLAlchemy loads it for an address that begins with postgresql+psycopg",
    "psycopg-binary": "psycopg loads it",
    "pytest-xdist": "test.py asks pytest for it",
    "pytest-timeout": "ends a test that hangs, by the setting in pyproject.toml",
    "uv": "installing.py and lock.py start it",
}


def python_files():
    """Return the kit's own Python files; the answers of the proof are learners' code."""
    places = [*ROOT.glob("*.py"), *(ROOT / "scripts").glob("*.py")]
    places += [*(ROOT / "checks").rglob("*.py"), *(ROOT / "lessons").rglob("*.py")]
    return [path for path in places if "answers" not in path.parts]


def imports_in(code):
    """Return the modules that Python source imports, by their full names."""
    found = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module)
    return found


@functools.cache
def imported():
    """Return {module: the name of a file that imports it}, without Python's and the kit's own."""
    found = {}
    for path in python_files():
        found.update(dict.fromkeys(imports_in(path.read_text(encoding="utf-8")), path.name))
    for path in (ROOT / "solutions").glob("*/*.ipynb"):
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "code":
                found.update(dict.fromkeys(imports_in(cell.source), path.name))
    folders = ("scripts", "checks/tests", "checks/grading/in_box")
    beside = [path for folder in folders for path in (ROOT / folder).glob("*.py")]
    known = sys.stdlib_module_names | OURS | {path.stem for path in beside}
    return {name: file for name, file in found.items() if name.partition(".")[0] not in known}


holders_of_modules = functools.cache(metadata.packages_distributions)


@functools.cache
def brought_by(module):
    """Return the names of the packages that hold a module; a namespace is held by many."""
    place = module.replace(".", "/")
    holders = holders_of_modules().get(module.partition(".")[0], ())
    with_it = [
        name
        for name in set(holders)
        for path in metadata.files(name) or ()
        if path.as_posix().startswith((f"{place}/", f"{place}."))
    ]
    return {spelled(name) for name in with_it or holders}


def spelled(name):
    """Return a package's name as registries compare it."""
    return re.sub("[-_.]+", "-", name).lower()


@pytest.fixture
def pins():
    """Return the names of environment.yml's direct dependencies."""
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    return set(map(spelled, environment.direct_pins(text)))


def test_whatever_is_imported_is_in_the_list_of_direct_dependencies(pins):
    missing = {
        f"{file} imports {module}: {' or '.join(sorted(brought_by(module)))} is not listed"
        for module, file in imported().items()
        if not brought_by(module) & pins
    }
    assert not missing, missing


def test_whatever_is_listed_is_imported_or_has_its_reason(pins):
    used = set().union(*(brought_by(module) for module in imported()))
    assert pins - used == set(NOT_IMPORTED)


def test_the_rooms_import_each_other_one_way_only():
    command = [Path(sysconfig.get_path("scripts")) / "lint-imports", "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken" in done.stdout


def test_the_contract_about_scripts_knows_every_script():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    listed = set().union(*(one.get("forbidden_modules", ()) for one in settings["contracts"]))
    scripts = {path.stem for path in (ROOT / "scripts").glob("*.py")}
    assert scripts - listed == set(), "name it in pyproject.toml, in the contract about scripts"
