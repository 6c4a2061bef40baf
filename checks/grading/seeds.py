"""The seeds from which the inputs of graded checks are drawn.

A seed comes of a secret of the course, so that nobody can work the inputs out; of the learner and
the exercise, so that inputs shown to one are of no use to another; and of what was handed in, so
that inputs shown in feedback are of no use for the next try. The same submission has the same
inputs each time that it is graded, as long as the course keeps its secret.
"""

import contextlib
import hashlib
import hmac
import json
import os
import secrets
import tempfile
import tomllib
from functools import lru_cache
from pathlib import Path

from checks.grading.exercises import ROOT, exercises, lesson_folders

SECRET_FILE = ".course_secret"  # in the course's folder, ignored by git
SECRET_VARIABLE = "LESSON_COURSE_SECRET"  # a kernel does not get it: see checks/grading/kernels.py
SHORTEST_SECRET = 16
SEEDS = "kit_seeds"  # in a notebook's resources: of each exercise, where there is no secret at hand


class NoSecret(SystemExit):
    """The course's secret cannot be read or made."""


def seed_of(learner: str, exercise: str, handed_in: str = "", secret: str = "") -> str:
    """Return the seed of an exercise; `handed_in` is a digest of the files handed in."""
    return keyed(secret, [learner, exercise, handed_in])


def seeds_of(learner: str, handed_in: str, secret: str) -> dict[str, str]:
    """Return the seeds of all exercises, for a verdict that is made where the secret is not."""
    numbers = [number for lesson in lesson_folders() for number in exercises(lesson)]
    return {number: seed_of(learner, number, handed_in, secret) for number in numbers}


def fingerprint_of(seed: str) -> str:
    """Return what tells a seed from another and gives nothing of it away, and the kit's version."""
    return f"inputs {hashlib.sha256(seed.encode()).hexdigest()[:12]}, kit {kit_version()}"


def digest_of(notebook) -> str:
    """Return a digest of the code in a notebook, where there is nothing else to tell it by.

    Cells that a learner cannot change do not count.
    """
    sources = [
        cell.source
        for cell in notebook.cells
        if cell.cell_type == "code" and not cell.metadata.get("nbgrader", {}).get("locked")
    ]
    return keyed("", sources)


def keyed(key: str, told: list[str]) -> str:
    return hmac.new(key.encode(), json.dumps(told).encode(), "sha256").hexdigest()


def has_secret(folder: Path) -> bool:
    """Tell whether a course has a secret already."""
    return bool(os.environ.get(SECRET_VARIABLE)) or (Path(folder) / SECRET_FILE).exists()


def course_secret(folder: Path) -> str:
    """Return the course's secret: the environment's, or that of its file, made on first use."""
    path = Path(folder) / SECRET_FILE
    secret = os.environ.get(SECRET_VARIABLE, "")
    where = SECRET_VARIABLE
    if not secret:
        where = str(path)
        try:
            if not path.exists():
                make_secret(path)
            secret = path.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise NoSecret(
                f"{path}, the course's secret, cannot be read or made ({error}). "
                f"Make the folder writable, or set {SECRET_VARIABLE}."
            ) from error
    if len(secret) < SHORTEST_SECRET:
        raise NoSecret(
            f"The course's secret in {where} is shorter than {SHORTEST_SECRET} characters: "
            "remove it, and a new one is made."
        )
    return secret


def make_secret(path: Path) -> None:
    """Write a new secret that its owner alone can read; leave the one that another made first."""
    descriptor, made = tempfile.mkstemp(prefix=SECRET_FILE, dir=path.parent)  # has mode 600
    try:
        with open(descriptor, "w") as file:
            file.write(secrets.token_hex(32) + "\n")
        with contextlib.suppress(FileExistsError):
            os.link(made, path)
    finally:
        os.unlink(made)


@lru_cache
def kit_version() -> str:
    """Return the kit's version, and a digest of the code that judges."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    digest = hashlib.sha256()
    for path in code_that_judges():
        digest.update(path.read_bytes())
    return f"{project['version']}+{digest.hexdigest()[:8]}"


@lru_cache
def judged_by(lesson: str) -> str:
    """Return a digest of all that has a part in judging a lesson: code, manifest and its cells.

    Checks of other lessons do not count, and neither does the text of its own.
    """
    others = {f"lesson_{one}.py" for one in lesson_folders() if one != lesson}
    digest = hashlib.sha256()
    for path in code_that_judges():
        if path.name not in others:
            digest.update(path.read_bytes())
    digest.update((ROOT / "lessons/lesson_kit/lessons.toml").read_bytes())
    for folder in ("solutions", "lessons"):
        path = ROOT / folder / lesson / f"{lesson}.ipynb"
        cells = json.loads(path.read_text("utf-8"))["cells"] if path.exists() else []
        code = [(cell.get("id"), cell["source"]) for cell in cells if cell["cell_type"] == "code"]
        digest.update(json.dumps(code).encode())
    return digest.hexdigest()[:16]


def code_that_judges() -> list[Path]:
    """Return the files of the checks and of the kit; which process judges is of no account."""
    folders = ("checks/hidden", "checks/grading", "lessons/lesson_kit")
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [path for path in found if "whole_class" not in path.parts]


def fingerprint_of_secret(secret: str) -> str:
    """Return what tells a course's secret from another one, and gives nothing of it away."""
    return keyed(secret, ["fingerprint"])[:12]
