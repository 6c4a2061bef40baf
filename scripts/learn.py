"""Set up once, then open the start page in JupyterLab, with the MLflow UI beside it.

    python3 scripts/learn.py                     # Ctrl-C ends both
    python3 scripts/learn.py --no-browser        # only print the addresses
    python3 scripts/learn.py --reset 02_events   # a fresh copy; yours is kept beside it
    python3 scripts/learn.py --reset 3.4         # of one exercise, and deleted set-up cells
    python3 scripts/learn.py --missing 02_events # deleted code cells alone; your answers stay
    python3 scripts/learn.py --update 02_events  # the kit's new version, with your answers

You work on a copy, in `workspace/`: a later start, or an update of the kit, never changes what you
have edited. Save open notebooks before --reset 3.4 and --missing: they change what the file holds.
Restart the kernel after each of these: until then checks judge what it still holds.
Both servers answer on this machine only.
"""

# Python 3.6 must be able to read this file, to say that it is too old: no newer syntax here.
import argparse
import os
import sys
import webbrowser
from collections import Counter
from pathlib import Path

import environment
from environment import ROOT, SetupError
from notebook_changes import (
    OPEN_IN_JUPYTERLAB,
    one_sentence,
    put_back_missing,
    reset_exercise,
    short,
    shown,
    update_lesson,
)

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


def copy_lesson(name, workspace):
    """Bring a lesson's files to the workspace, none over an edited one; return what became of them.

    What is new in the kit is put beside what the learner has edited, and that is said.
    """
    from lesson_kit.workspace import new_version  # too new for the Pythons that may read this file

    outcome = new_version.LEFT
    for source in sorted((LESSONS / name).rglob("*")):
        if source.is_dir() or LITTER & set(source.parts):
            continue
        relative = source.relative_to(LESSONS)
        with one_sentence():
            became = new_version.bring(LESSONS, workspace, relative)
        if became == new_version.OFFERED:
            beside = short(workspace / new_version.new_name(relative))
            said = (
                f"The kit has a new version of {name}, and you have worked on yours: the new one "
                f"is beside it, in {beside}. `python3 scripts/learn.py --update {name}` moves your "
                f"answers over."
            )
            print(environment.wrapped(said))
        elif became != new_version.LEFT:
            outcome = became
    return outcome


def reset_lesson(wanted, workspace):
    """Put a fresh copy of a lesson in place, keep the old one beside it; return name and where."""
    from lesson_kit.manifest import lessons  # too new for the Pythons that may read this file
    from lesson_kit.workspace import results
    from lesson_kit.writing import move_beside

    name = lesson_called(wanted)
    old = workspace / name
    kept = move_beside(old) if old.exists() else None
    copy_lesson(name, workspace)
    results.forget(workspace, [n for one in lessons() if one.folder == name for n in one.numbers])
    return name, kept


def lesson_called(wanted):
    """Return the folder name of a lesson; raise SetupError where there is none.

    A number alone is refused: `--reset 3` may have been meant for an exercise of lesson 3.
    """
    names = lesson_names()
    if wanted not in names:
        meant = [name for name in names if wanted.isdecimal() and int(name[:2]) == int(wanted)]
        hint = f"All of lesson {int(wanted)} is {meant[0]}. " if meant else ""
        raise SetupError(
            f"There is no lesson {wanted!r}. {hint}The lessons are: {', '.join(names)}. --reset "
            f"also takes an exercise, such as {int(wanted) if meant else 3}.1."
        )
    return wanted


def copy_pages(workspace):
    """Copy the pages beside the lessons, such as the glossary; what was there is kept beside."""
    from lesson_kit.workspace import new_version
    from lesson_kit.writing import move_beside, write_whole  # see above

    for source in sorted(LESSONS.glob("*.md")):
        target = workspace / source.name
        if target.exists() and target.read_bytes() != source.read_bytes():
            move_beside(target)
        if not target.exists():
            write_whole(target, source.read_bytes())
    for source in sorted(LESSONS.glob("*.ipynb")):  # where a learner writes a name
        with one_sentence():
            new_version.bring(LESSONS, workspace, source.relative_to(LESSONS))


def prepare(workspace):
    """Copy to the workspace whatever lesson file is not there yet; return the lessons' names."""
    names = lesson_names()
    if workspace.exists() and not workspace.is_dir():
        raise SetupError(f"{workspace} is a file. Name a folder with --workspace.")
    counts = Counter(copy_lesson(name, workspace) for name in names)
    copy_pages(workspace)
    said = ", ".join(f"{count} {what}" for what, count in counts.items())
    print(f"Your lessons are in {shown(workspace)} ({said}).")
    return names


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
    parser.add_argument(
        "--reset",
        metavar="WHAT",
        help="give one lesson (02_events) or one exercise (3.4) back as it was, and\n"
        "end; save open notebooks first",
    )
    parser.add_argument(
        "--missing",
        metavar="LESSON",
        help="put back the code cells that were deleted from a lesson, change no\n"
        "other cell, and end; save open notebooks first",
    )
    parser.add_argument(
        "--update",
        metavar="LESSON",
        help="the kit's new version with your answers, and end; save open\nnotebooks first",
    )
    options = parser.parse_args()
    workspace = options.workspace.resolve()
    if options.reset and "." in options.reset:
        environment.enter()
        reset_exercise(options.reset, LESSONS, workspace)
        return 0
    if options.reset:
        name, kept = reset_lesson(options.reset, workspace)
        said = [f"{name} is as new."]
        if kept:
            said += [f"Yours is kept: the folder {short(kept)}.", OPEN_IN_JUPYTERLAB]
        print(environment.wrapped(" ".join(said)))
        return 0
    environment.enter()
    if options.missing:
        put_back_missing(lesson_called(options.missing), LESSONS, workspace)
        return 0
    if options.update:
        update_lesson(lesson_called(options.update), LESSONS, workspace)
        return 0
    import servers  # needs psutil, so only now
    import workspace_state
    from lesson_kit.judging import start_page

    workspace_state.refuse_a_second(workspace)
    prepare(workspace)
    print("Starting JupyterLab, then MLflow …", flush=True)
    try:
        with servers.running(workspace, options.port, options.mlflow_port) as both:
            start_page.write_start_page(workspace, both.mlflow, starting=True)
            page = both.lab.format(path=start_page.NAME)
            print(f"\nJupyterLab, with your start page:\n{page}")
            print(f"MLflow, which is still starting:\n{both.mlflow}\n")
            print("Ctrl-C ends both; what is saved stays.", flush=True)
            if not options.no_browser:
                open_browser(page)
            servers.wait_for_mlflow(both, workspace)
            start_page.write_start_page(workspace, both.mlflow)
            print("MLflow answers now.", flush=True)
            servers.wait(both, workspace)
    except KeyboardInterrupt:
        print("Both have ended.")
    return 0


if __name__ == "__main__":
    environment.run(main)
