"""Where submissions are graded before the result is in its place, and what was left half-way."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: what was left behind there stays
    fcntl = None

NAME = ".grading"  # in the course's folder: a result is renamed into its place


@contextlib.contextmanager
def work_folder(course: Path) -> Iterator[Path]:
    """Make a folder to grade in, and remove it; sweep those of gradings that were killed."""
    base = course / NAME
    base.mkdir(exist_ok=True)
    with alone(base):  # else a folder might be swept before it is locked
        sweep(base)
        folder = Path(tempfile.mkdtemp(prefix="run-", dir=base))
        lock = open(folder / "lock", "w")  # noqa: SIM115 (held as long as this process lives)
        if fcntl:
            fcntl.flock(lock, fcntl.LOCK_EX)
    with lock:
        try:
            yield folder
        finally:
            remove(folder)


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let one process at a time work in a folder."""
    if not fcntl:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def sweep(base: Path) -> None:
    """Remove the folders of gradings that no longer run."""
    for folder in base.glob("run-*") if fcntl else ():
        with contextlib.suppress(OSError), open(folder / "lock", "r+") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            remove(folder)


def put_in_place(fresh: Path, result: Path, work: Path) -> None:
    """Rename a folder to where others look for it; what lay there is moved out, never followed."""
    if result.parent.is_symlink():
        result.parent.unlink()
    result.parent.mkdir(parents=True, exist_ok=True)
    if os.path.lexists(result):
        os.rename(result, Path(tempfile.mkdtemp(prefix="old-", dir=work)) / "result")
    os.rename(fresh, result)


def write_in_place(path: Path, text: str, work: Path) -> None:
    """Write a file whole or not at all; what a kill leaves of it is swept with the work folder."""
    descriptor, fresh = tempfile.mkstemp(prefix="file-", dir=work)
    with open(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    path.parent.mkdir(parents=True, exist_ok=True)
    os.replace(fresh, path)


def remove(folder: Path) -> None:
    """Remove a folder as far as that is possible: one that is nested too deep stays."""
    with contextlib.suppress(RecursionError):
        shutil.rmtree(folder, ignore_errors=True)


class Unfinished:
    """The submissions whose grading has begun and not ended, one empty file for each."""

    def __init__(self, course: Path):
        self.folder = course / NAME / "unfinished"

    def file(self, assignment: str, student: str) -> Path:
        return self.folder / assignment / student

    def has(self, assignment: str, student: str) -> bool:
        return self.file(assignment, student).exists()

    def add(self, assignment: str, student: str) -> None:
        self.file(assignment, student).parent.mkdir(parents=True, exist_ok=True)
        self.file(assignment, student).touch()

    def remove(self, assignment: str, student: str) -> None:
        self.file(assignment, student).unlink(missing_ok=True)
