"""Give an exercise's cells back as they were handed out, and leave the rest of the notebook."""

import json
from pathlib import Path
from typing import NamedTuple

from lesson_kit.manifest import exercise, lesson_of
from lesson_kit.workspace import results
from lesson_kit.workspace.learners_notebook import LearnersNotebook, WorkspaceError
from lesson_kit.workspace.new_version import given_text
from lesson_kit.workspace.notebook_text import NotebookText
from lesson_kit.writing import copy_beside, write_whole


class Reset(NamedTuple):
    """What a reset did: which notebook it changed, and what there is to say of it."""

    notebook: Path
    kept: Path | None  # the learner's version; None where there was nothing to reset
    put_back: list[str]  # cells that were missing
    own: int  # cells that the learner wrote between the exercise's own, and that stay


def reset_exercise(number: str, lessons: Path, workspace: Path) -> Reset:
    """Reset an exercise such as "3.4" in a workspace; raise WorkspaceError where it cannot be."""
    try:
        slug, lesson = exercise(number).slug, lesson_of(number)
    except KeyError:
        raise WorkspaceError(
            f"There is no exercise {number!r}. Name one by its number, such as 3.4, or a lesson."
        ) from None
    relative = Path(lesson.folder, f"{lesson.folder}.ipynb")
    fresh = NotebookText(given_text(lessons, workspace, relative))
    names = [json.loads(cell)["id"] for cell in fresh.cells]
    mine = LearnersNotebook(workspace / relative, json.loads(str(fresh)))
    before, text = str(mine.text), mine.text
    put_back, here = [], dict(mine.places)
    for at in range(names.index(f"ex-{slug}"), names.index(f"check-{slug}") + 1):
        name = names[at]
        if name not in here:
            put_back.append(name)
            behind = next((here[one] for one in reversed(names[:at]) if one in here), -1)
            text.insert(behind + 1, fresh.cells[at])
            here = {one: place + (place > behind) for one, place in here.items()}
            here[name] = behind + 1
        elif json.loads(text.cells[here[name]]) != json.loads(fresh.cells[at]):
            text.cells[here[name]] = fresh.cells[at]
    stretch = range(here[f"ex-{slug}"], here[f"check-{slug}"])
    own = len([index for index in stretch if index not in here.values()])
    if str(text) == before:
        return Reset(mine.path, None, [], own)
    kept = copy_beside(mine.path)
    write_whole(mine.path, str(text))
    results.forget(workspace, [number])
    return Reset(mine.path, kept, put_back, own)
