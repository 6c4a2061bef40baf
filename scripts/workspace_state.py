"""Look at what goes on in a workspace: who runs in it, and what was saved (used by learn.py)."""

import contextlib
import json

import psutil
from environment import SetupError
from lesson_kit.judging import start_page
from lesson_kit.workspace import results


def refuse_a_second(workspace):
    """Raise SetupError where a learn.py runs in this workspace: two would share all its files."""
    if page := page_of_another(workspace):
        raise SetupError(
            f"learn.py runs in {workspace} already: its start page is {page} Go on there, or end "
            "it first: Ctrl-C in its terminal, or File > Shut Down on that page."
        )


def page_of_another(workspace):
    """Return the address of the start page where a JupyterLab runs in this workspace; else ""."""
    for path in (workspace / ".jupyter" / "runtime").glob("jpserver-*.json"):
        with contextlib.suppress(OSError, ValueError, LookupError, TypeError, psutil.Error):
            told = json.loads(path.read_text(encoding="utf-8"))
            # One that was killed leaves its file, and its number may be another process's by now.
            if root_option(workspace) in psutil.Process(told["pid"]).cmdline():
                return f"{told['url']}lab/tree/{start_page.NAME}?token={told['token']}"
    return ""


def root_option(workspace):
    return f"--ServerApp.root_dir={workspace}"


def last_changes(workspace):
    """Return when what the start page rests on changed: each notebook, each check's result."""
    found = {}
    for pattern in ("[0-9][0-9]_*/[0-9][0-9]_*.ipynb", f"{results.FOLDER}/*.json"):
        for path in workspace.glob(pattern):
            with contextlib.suppress(OSError):  # it was replaced a moment ago
                found[path] = path.stat().st_mtime_ns
    return found
