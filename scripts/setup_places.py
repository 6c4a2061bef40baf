"""Where an environment is made, and from what (used by environment.py and installing.py)."""

# Python 3.6 must be able to read this file, to say that it is too old: no newer syntax here.
import hashlib
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / "environment.yml"
LOCK = ROOT / "scripts" / "requirements.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "lesson-kit.stamp"

OLDEST, NEWEST = (3, 11), (3, 13)


class SetupError(Exception):
    """A set-up that cannot go on: one sentence that says what, and how to mend it."""


def venv_python():
    """Return the path of the Python in `.venv`, made or not."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint():
    """Return what `.venv` was, or is to be, made from: lock, package and place, as one hash."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in (LOCK, ROOT / "pyproject.toml"):
        try:
            digest.update(path.read_bytes())
        except OSError:
            raise SetupError(
                f"{path.relative_to(ROOT)} is missing. Bring it back with "
                f"`git checkout -- {path.relative_to(ROOT)}`, then start again."
            ) from None
    return digest.hexdigest()
