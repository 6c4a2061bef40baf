"""Take what was handed in: ordinary files, bounded in number, size and depth, and nothing else.

A link could bring the solution, a pipe would never end, a deep folder breaks whoever walks it.
What is left out is named, in sentences that the feedback shows.
"""

import hashlib
import os
import stat
from dataclasses import dataclass, field
from datetime import datetime
from fnmatch import fnmatch
from itertools import islice
from pathlib import Path

from nbgrader.utils import parse_utc

NOTEBOOK = ".ipynb"
LONGEST_LIST = 10  # sentences about what was left out


@dataclass(frozen=True)
class Bounds:
    """How much of one submission is taken."""

    files: int = 200
    bytes: int = 50_000_000  # in all files together
    depth: int = 5  # folders inside each other


@dataclass
class Taken:
    """The files of one submission by their path in it, and why others were left out."""

    files: dict[str, bytes] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """A hash of all names and contents: what is handed in anew has another one."""
        whole = hashlib.sha256()
        for name, data in sorted(self.files.items()):
            whole.update(hashlib.sha256(name.encode(errors="replace")).digest())
            whole.update(hashlib.sha256(data).digest())
        return whole.hexdigest()

    @property
    def told(self) -> list[str]:
        """Sentences about what was left out, a bounded number of them."""
        sentences = list(self.left_out.values())
        more = len(sentences) - LONGEST_LIST
        return sentences[:LONGEST_LIST] + ([f"{more} more were left out."] if more > 0 else [])


class LeftOut(Exception):
    """A file that is not taken, and why."""


def take_submission(folder: Path, names: list[str], ignore: list[str], bounds=None) -> Taken:
    """Read what a learner handed in for an assignment with notebooks of these names."""

    def ignored(path: str) -> bool:
        return any(fnmatch(os.path.basename(path), one) for one in ignore)

    wanted = [*(f"{name}.ipynb" for name in names), "timestamp.txt"]
    return take(folder, wanted, bounds or Bounds(), ignored)


def take(folder: Path, wanted: list[str], bounds: Bounds, ignored) -> Taken:
    """Read the files of a submission's folder, those that are wanted by name first.

    `ignored` tells of a path whether it is left out without a word.
    """
    taken = Taken()
    if not is_folder(folder):
        taken.left_out[""] = f"{shown(folder.name)} is no folder, and was left out."
        return taken
    for name in wanted:
        page = f"{Path(name).stem}.html"
        if name.endswith(NOTEBOOK) and os.path.lexists(folder / page):
            taken.left_out[page] = f"{page} was left out: the feedback page has this name."
        if os.path.lexists(folder / name):
            _take_file(folder / name, name, taken, bounds)
    _walk(folder, "", 0, taken, bounds, ignored)
    return taken


def _walk(folder: Path, inside: str, depth: int, taken: Taken, bounds: Bounds, ignored) -> None:
    with os.scandir(folder) as found:  # bounded before it is sorted: it may hold a million names
        names = sorted(entry.name for entry in islice(found, bounds.files + 1))
    if len(names) > bounds.files:
        taken.left_out[f"{inside}…"] = (
            f"There are more than {bounds.files} files in one folder: some were left out."
        )
        del names[bounds.files :]
    for name in names:
        path, relative = folder / name, inside + name
        if relative in taken.files or relative in taken.left_out or ignored(str(path)):
            continue
        if not is_folder(path):
            _take_file(path, relative, taken, bounds)
        elif name.lower().endswith(NOTEBOOK):
            taken.left_out[relative] = (
                f"The folder {shown(relative)} was left out: it has the name of a notebook."
            )
        elif depth >= bounds.depth:
            taken.left_out[relative] = (
                f"The folder {shown(relative)} was left out: "
                f"more than {bounds.depth} folders are inside each other."
            )
        elif len(taken.left_out) <= bounds.files:
            _walk(path, f"{relative}/", depth + 1, taken, bounds, ignored)


def _take_file(path: Path, relative: str, taken: Taken, bounds: Bounds) -> None:
    try:
        if len(taken.files) >= bounds.files:
            raise LeftOut(f"more than {bounds.files} files were handed in.")
        room = bounds.bytes - sum(map(len, taken.files.values()))
        taken.files[relative] = read_file(path, room)
    except LeftOut as reason:
        taken.left_out[relative] = f"{shown(relative)} was left out: {reason}"


def read_file(path: Path, most: int) -> bytes:
    """Return what an ordinary file holds; raise LeftOut where it is none, or is too large."""
    try:
        if path.is_symlink():
            raise LeftOut("it is a link. Hand in the file itself.")
        # Without waiting: to open a pipe for reading blocks until somebody writes.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        if not stat.S_ISREG(path.lstat().st_mode):
            raise LeftOut("it is no ordinary file.")
        with open(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise LeftOut("it is no ordinary file.")
            data = file.read(most + 1)
    except OSError as error:
        raise LeftOut(f"it could not be read ({error.strerror}).") from error
    if len(data) > most:
        raise LeftOut("it is too large, or too much was handed in.")
    return data


def is_folder(path: Path) -> bool:
    """Tell whether this is a folder itself, and no link to one."""
    return path.is_dir() and not path.is_symlink()


def timestamp_in(folder: str | Path) -> datetime | None:
    """Return the time that a folder's timestamp.txt holds; None where it holds none."""
    try:
        text = read_file(Path(folder) / "timestamp.txt", 100).decode("ascii").strip()
        return parse_utc(text) if text and "/" not in text else None
    except (LeftOut, ValueError, OverflowError, TypeError):
        return None


def shown(name: str) -> str:
    """Return a file's name for a sentence: in one line, short, without what is no character."""
    printable = "".join(letter if letter.isprintable() else "?" for letter in name[-80:])
    return ("…" if len(name) > 80 else "") + printable
