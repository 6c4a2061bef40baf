"""Notice that a notebook's file does not hold what was checked: it was not saved since.

A check keeps which answer it judged, and when its cell ran. A file that is older than that, and
holds another answer, was not saved; one that is newer was changed on purpose.
"""

from pathlib import Path

from lesson_kit.manifest import lessons
from lesson_kit.workspace.results import digest_of, found_in


def unsaved(folder: Path | None, notebook: Path, sources: dict[str, str]) -> str:
    """Return a sentence about the answers that a lesson's file, of these sources, does not hold.

    It is "" where there are none, and where the file is not in the workspace's `folder`.
    """
    if folder is None or notebook.resolve().parents[1] != folder.resolve():
        return ""
    saved, found = notebook.stat().st_mtime, []
    exercises = {lesson.folder: lesson.exercises for lesson in lessons()}
    for one in exercises.get(notebook.stem, ()):
        judged, answer = found_in(folder, one.number), sources.get(f"answer-{one.slug}", "")
        if judged and judged.ran > saved and judged.answer != digest_of(answer):
            found.append(one.number)
    if not found:
        return ""
    numbers = ", ".join(found)
    return (
        f"Save first: the file {notebook.name} does not hold your answer to {numbers} as you have "
        f"checked it. Press Ctrl-S in that notebook, then do this again. Have you dropped that "
        f"answer? Check {numbers} again."
    )
