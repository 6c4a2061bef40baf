"""Make the files that are handed in of lessons as they lie in a workspace.

    hand_in(name="ann")                # in a notebook: the lessons that were begun
    hand_in("01_tools", name="ann")    # one of them

A workspace of `scripts/learn.py` or any other folder will do in which the lessons' folders are.
What grading would make of them, `looking` says.
"""

import os
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from lesson_kit.manifest import Lesson, lessons
from lesson_kit.one_sentence import OneSentence
from lesson_kit.workspace import results
from lesson_kit.workspace.answer_names import KIT
from lesson_kit.workspace.looking import Look, look_at, said_of_saving
from lesson_kit.writing import write_whole

FOLDER = "to_hand_in"
EARLIER = "earlier"  # in that folder: what was made before of the same lesson
TIME = "%Y-%m-%d-%H-%M-%S"  # UTC
# What a file is called that is handed in, as `nbgrader zip_collect` reads it too:
# ann_01_tools.ipynb, ann_2027-01-31-18-00-00_01_tools.ipynb.
NAMED = (
    r".*/(?P<student_id>[^/]+?)_((?P<timestamp>\d{4}(-\d\d){5})_)?(?P<file_id>\d\d_[a-z]+)\.ipynb"
)
NO_FILE = "No file was made of it: mend this first."
# An id is part of paths, pages and tables, and nbgrader's pages and tables take it as it is.
GOOD_NAME = re.compile(r"\w([\w .@+-]{0,126}[\w.@+-])?")


class NotHandedIn(OneSentence):
    """Something that stands against making a file: one sentence says what, and the remedy."""


def begun_in(workspace: Path, kit: Path = KIT) -> list[Look]:
    """Look at the lessons in which something is answered, or is not as it was handed out."""
    looks = [look_at(one, workspace, kit) for one in lessons_in(workspace)]
    return [look for look in looks if look.begun]


def lessons_in(folder: Path) -> list[Lesson]:
    """Return the lessons that have a folder in this one."""
    return [one for one in lessons() if (folder / one.folder).exists()]


def file_to_hand_in(look: Look, name: str, workspace: Path) -> Path:
    """Write what is handed in under a name that says whose it is; return where it is.

    What was written before and is the same stays as it is.
    """
    folder, lesson = workspace / FOLDER, look.lesson.folder
    made = f"{name}_{datetime.now(UTC).strftime(TIME)}_{lesson}.ipynb"
    told = re.fullmatch(NAMED, f"/{made}")
    if not GOOD_NAME.fullmatch(name) or told is None or told["student_id"] != name:
        raise NotHandedIn(
            f"{name!r} cannot be part of a file's name: letters, digits, blanks and . _ - + @ "
            f"can. Give the id by which your instructor knows you."
        )
    before = sorted(folder.glob(f"*_{lesson}.ipynb"))
    of_name = [one for one in before if owner_of(one) == name]
    if of_name and of_name[-1].read_bytes() == look.data:
        return of_name[-1]
    folder.mkdir(exist_ok=True)
    write_whole(folder / made, look.data)
    for one in of_name:
        (folder / EARLIER).mkdir(exist_ok=True)
        one.replace(folder / EARLIER / one.name)
    return folder / made


def said_of_file(look: Look, name: str, workspace: Path, beside: Path = Path()) -> str:
    """Make the file, and say that it is to be handed in, with its name as seen from `beside`."""
    before = set((workspace / FOLDER).glob("*.ipynb"))
    made = file_to_hand_in(look, name, workspace)
    said = look.leads_to(made.relative_to(beside) if beside != Path() else made)
    replaced = sorted(one.name for one in before if not one.exists())
    if made in before:
        said += "\n  (made earlier: the notebook has not changed since)"
    elif look.changed and replaced:
        said += f"\n  The file made before is kept: {Path(FOLDER, EARLIER, replaced[-1])}"
    return said


def owner_of(path: Path) -> str:
    """Return whose file this is by its name; "" where that does not say."""
    told = re.fullmatch(NAMED, f"/{path.name}")
    return told["student_id"] if told else ""


def hand_in(lesson: str = "", name: str = "") -> None:
    """Say what grading would make of your lessons, and with your name make the files to hand in.

    Without a lesson, such as "01_tools", all that you have begun are taken.
    """
    workspace = folder_here()
    if workspace is None:
        raise NotHandedIn(
            "This notebook is neither in a lesson's folder nor beside one: `python3 "
            "scripts/hand_in.py --workspace FOLDER` in a terminal does the same."
        )
    looks = looks_at([lesson] if lesson else [], workspace)
    for look in looks:
        print(look.text)
        if name and look.whole:
            print(said_of_file(look, name, workspace, workspace))
        elif name:
            print(f"  {NO_FILE}")
        print()
    last = "In the file browser, right-click a file to hand in, and choose Download."
    if not name:
        last = 'For the files to hand in: write your name into hand_in(name="…"), and run it again.'
    print("\n".join(filter(None, [said_of_saving(looks), last])))


def folder_here() -> Path | None:
    """Return the workspace, else the folder with lessons around this notebook; None for none."""
    if "NBGRADER_EXECUTION" in os.environ:
        return None
    around = (one for one in (Path.cwd(), Path.cwd().parent) if lessons_in(one))
    return results.workspace() or next(around, None)


def looks_at(wanted: Iterable[str], workspace: Path) -> list[Look]:
    """Look at the lessons of these names, else at those begun; raise NotHandedIn for no lesson."""
    known = {one.folder: one for one in lessons()}
    for one in wanted:
        if one not in known:
            raise NotHandedIn(f"There is no lesson {one!r}. The lessons are: {', '.join(known)}.")
    there = {one.folder for one in lessons_in(workspace)}
    missing = [one for one in wanted if one not in there] or ([] if there else ["01_tools"])
    if missing:
        raise NotHandedIn(
            f"There is no folder {missing[0]} in {workspace}. `python3 scripts/hand_in.py "
            "--workspace FOLDER` looks in another."
        )
    looks = [look_at(known[one], workspace) for one in wanted] or begun_in(workspace)
    if not looks:
        raise NotHandedIn("No exercise is answered yet in a notebook that was saved.")
    return looks
