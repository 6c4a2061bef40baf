"""Set up once, then open the start page in JupyterLab, with the MLflow UI beside it.

    python3 scripts/learn.py                    # Ctrl-C ends both
    python3 scripts/learn.py --no-browser       # only print the addresses
    python3 scripts/learn.py --reset 02_events  # a fresh copy; yours is kept beside it

You work on a copy, in `workspace/`: a later start, or an update of the kit, never changes a file
that is there. Both servers answer on this machine only.
"""

# Python 3.6 must be able to read this file, to say that it is too old: no newer syntax here.
import argparse
import json
import os
import sys
import time
import webbrowser
from pathlib import Path

import environment
from environment import ROOT, SetupError

LESSONS = ROOT / "lessons"
sys.path.insert(0, str(LESSONS))  # for lesson_kit; --reset needs no environment
LITTER = {".ipynb_checkpoints", "__pycache__"}


def lesson_names():
    """Return the lessons' folder names in order; raise SetupError when one is missing."""
    found = sorted(p.name for p in LESSONS.glob("[0-9][0-9]_*") if p.is_dir())
    numbers = [int(name[:2]) for name in found]
    for number in range(1, max(numbers, default=1) + 1):
        if number not in numbers:
            raise SetupError(
                f"Lesson {number:02} is missing from lessons/. Bring it back with "
                f"`git checkout -- lessons`, then start again."
            )
    for name in found:
        if not (LESSONS / name / f"{name}.ipynb").is_file():
            raise SetupError(
                f"lessons/{name}/{name}.ipynb is missing. Bring it back with "
                f"`git checkout -- lessons/{name}`, then start again."
            )
    return found


def check_notebook(path):
    """Raise SetupError for a lesson that is no notebook: a copy of it would stay so."""
    try:
        whole = bool(json.loads(path.read_text(encoding="utf-8"))["cells"])
    except (ValueError, LookupError, TypeError):
        whole = False
    if not whole:
        shown = path.relative_to(LESSONS.parent)
        raise SetupError(
            f"{shown} is damaged. Bring it back with `git checkout -- {shown}`, then start again."
        )


def copy_lesson(name, workspace):
    """Copy those files of a lesson that the workspace does not have; tell whether any was new."""
    from lesson_kit.writing import write_whole  # too new for the Pythons that may read this file

    copied = False
    for source in sorted((LESSONS / name).rglob("*")):
        target = workspace / name / source.relative_to(LESSONS / name)
        if source.is_dir() or LITTER & set(source.parts) or target.exists():
            continue
        if source.suffix == ".ipynb":
            check_notebook(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, source.read_bytes())  # a half-copied lesson never looks whole
        copied = True
    return copied


def reset_lesson(wanted, workspace):
    """Put a fresh copy of a lesson in place, keep the old one beside it; return both names."""
    names = lesson_names()
    chosen = [name for name in names if wanted in (name, name[:2], name[:2].lstrip("0"))]
    if not chosen:
        raise SetupError(f"There is no lesson {wanted!r}. The lessons are: {', '.join(names)}.")
    old = workspace / chosen[0]
    kept = put_aside(old) if old.exists() else None
    copy_lesson(chosen[0], workspace)
    from lesson_kit.judging import progress  # too new for the Pythons that may read this file

    progress.forget(workspace, chosen[0])
    return chosen[0], kept and kept.name


def put_aside(path):
    """Give a file or folder a name with the time in it, and return that."""
    mark = time.strftime("%Y-%m-%d_%H-%M-%S")
    kept = path.with_name(f"{path.stem}.{mark}{path.suffix}")
    while kept.exists():
        mark += "+"
        kept = path.with_name(f"{path.stem}.{mark}{path.suffix}")
    path.rename(kept)
    return kept


def copy_pages(workspace):
    """Copy the pages beside the lessons, such as the glossary; what was there is kept beside."""
    from lesson_kit.writing import write_whole  # too new for the Pythons that may read this file

    for source in sorted(LESSONS.glob("*.md")):
        target = workspace / source.name
        if target.exists() and target.read_bytes() != source.read_bytes():
            put_aside(target)
        if not target.exists():
            write_whole(target, source.read_bytes())


def prepare(workspace):
    """Copy to the workspace whatever lesson file is not there yet; return the lessons' names."""
    names = lesson_names()
    if workspace.exists() and not workspace.is_dir():
        raise SetupError(f"{workspace} is a file. Name a folder with --workspace.")
    new = sum([copy_lesson(name, workspace) for name in names])
    copy_pages(workspace)
    counts = {"copied": new, "as you left them": len(names) - new}
    said = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    print(f"Your lessons are in {shown(workspace)} ({said}).")
    return names


def shown(path):
    """Return a path as short as it can be said from here."""
    short = os.path.relpath(str(path))
    return str(path) if short.startswith("..") else short + os.sep


def open_browser(url):
    """Open the address where there is a screen: a text browser would take the terminal."""
    screen = sys.platform != "linux" or os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}
    if screen or "BROWSER" in os.environ:
        webbrowser.open(url)


def main():
    """Set up, prepare the workspace, and keep both servers running until told to stop."""
    environment.check_python()
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--no-browser", action="store_true", help="only print the addresses")
    parser.add_argument("--port", type=int, default=8888, help="for JupyterLab (8888)")
    parser.add_argument("--mlflow-port", type=int, default=5000, help="for MLflow (5000)")
    parser.add_argument(
        "--workspace",
        type=Path,
        default=ROOT / "workspace",
        metavar="DIR",
        help="where your copy of the lessons is (workspace/)",
    )
    parser.add_argument("--reset", metavar="LESSON", help="a fresh copy of one lesson, and end")
    options = parser.parse_args()
    workspace = options.workspace.resolve()
    if options.reset:
        name, kept = reset_lesson(options.reset, workspace)
        print(f"{name} is as new" + (f"; your version is in {kept}." if kept else "."))
        return 0
    environment.enter()
    import servers  # needs psutil, so only now
    from lesson_kit.judging import start_page

    prepare(workspace)
    print("Starting MLflow and JupyterLab …", flush=True)
    try:
        with servers.running(workspace, options.port, options.mlflow_port) as both:
            start_page.write_start_page(workspace, both.mlflow)
            page = both.lab.format(path=start_page.NAME)
            print(f"\nJupyterLab, with your start page:\n{page}\nMLflow:\n{both.mlflow}\n")
            print("Ctrl-C ends both; your work stays.", flush=True)
            if not options.no_browser:
                open_browser(page)
            servers.wait(both.processes)
    except KeyboardInterrupt:
        print("Both have ended.")
    return 0


if __name__ == "__main__":
    environment.run(main)
