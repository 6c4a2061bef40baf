"""Write files that are never seen half written, and keep older versions beside them."""

import contextlib
import os
import time
from pathlib import Path


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file so that it is either as it was or complete; raise OSError, naming the file."""
    data = content.encode() if isinstance(content, str) else content
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        os.replace(beside, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise OSError(error.errno, error.strerror, str(path)) from None


def name_beside(path: Path) -> Path:
    """Return a name for an older version of a file or folder: with the time, and free."""
    mark = time.strftime("%Y-%m-%d_%H-%M-%S")
    while (beside := path.with_name(f"{path.stem}.{mark}{path.suffix}")).exists():
        mark += "+"
    return beside


def move_beside(path: Path) -> Path:
    """Give a file or folder the name of an older version, and return that."""
    return path.rename(name_beside(path))


def copy_beside(path: Path) -> Path:
    """Keep a copy of a file under the name of an older version, and return that."""
    beside = name_beside(path)
    write_whole(beside, path.read_bytes())
    return beside
