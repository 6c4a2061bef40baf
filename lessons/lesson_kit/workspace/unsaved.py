"""Notice that a notebook's file does not hold what was checked: not saved, or changed since.

A check keeps which answer it judged, and when its cell ran. A file that is older than that, and
holds another answer, was not saved; one that is newer was changed on purpose.
"""

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from lesson_kit.manifest import Exercise, Lesson, lessons
from lesson_kit.workspace.answer_names import answer_like
from lesson_kit.workspace.results import Found, digest_of, found_in


def unsaved(folder: Path | None, notebook: Path, sources: dict[str, str]) -> str:
    """Return a sentence about the answers that a lesson's file, of these sources, does not hold.

    It is "" where there are none, and where the file is not in the workspace's `folder`.
    """
    if folder is None or notebook.resolve().parents[1] != folder.resolve():
        return ""
    saved, exercises = notebook.stat().st_mtime, {one.folder: one.exercises for one in lessons()}
    others = other_than_checked(folder, exercises.get(notebook.stem, ()), sources)
    found = [number for number, judged in others if judged.ran > saved]
    if not found:
        return ""
    numbers, answer = ", ".join(found), "answer" if len(found) == 1 else "answers"
    return (
        f"Save first: the file {notebook.name} does not hold your {answer} to {numbers} as checked "
        f"last. Press Ctrl-S in that notebook, then do this again. Nothing is lost while it is "
        f"open. If what the file holds is what you want, run that cell and check {numbers} again."
    )


def changed(folder: Path, lesson: Lesson) -> dict[str, bool]:
    """Return the exercises that passed and were saved as another answer since; False: as none."""
    notebook = folder / lesson.folder / f"{lesson.folder}.ipynb"
    try:
        state = notebook.stat()
        sources = saved_answers(notebook, state.st_mtime_ns, state.st_size)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}  # no file, or none that can be read: handing in says so
    cells = {one.number: answer_cell(one) for one in lesson.exercises}
    others = other_than_checked(folder, lesson.exercises, sources)
    return {
        number: cells[number] in sources
        for number, judged in others
        if judged.passed and judged.ran <= state.st_mtime
    }


def other_than_checked(
    folder: Path, exercises: Iterable[Exercise], sources: dict[str, str]
) -> Iterator[tuple[str, Found]]:
    """Yield each exercise whose answer is not the one checked, with what the check found."""
    for one in exercises:
        judged, answer = found_in(folder, one.number), sources.get(answer_cell(one), "")
        if judged and judged.answer and judged.answer != digest_of(answer):
            yield one.number, judged


def answer_cell(exercise: Exercise) -> str:
    """Return what the lesson calls an exercise's answer cell."""
    return f"answer-{exercise.slug}"


@lru_cache(maxsize=32)
def saved_answers(notebook: Path, _changed_at: int, _size: int) -> dict[str, str]:
    """Return the sources of a file's cells by name, as grading finds them.

    The last cell that claims a name counts, else one of this id, else one with an answer's names.

    Each check asks this of all lessons, so a file is read again only when it was written.
    """
    found: dict[str, str] = {}
    claimed: dict[str, str] = {}
    alike: dict[str, str] = {}
    for cell in json.loads(notebook.read_bytes())["cells"]:
        source = "".join(cell["source"])
        found[cell.get("id", "")] = source
        claimed[cell["metadata"].get("nbgrader", {}).get("grade_id", "")] = source
        if cell["cell_type"] == "code" and "nbgrader" not in cell["metadata"]:
            alike.setdefault(answer_like(notebook.stem, cell.get("id", ""), source), source)
    return alike | found | claimed
