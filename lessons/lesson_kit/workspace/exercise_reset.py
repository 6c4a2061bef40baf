"""Give cells back as they were handed out, and leave the rest of the notebook.

A reset does so with an exercise, and puts back what is missing of the cells that prepare it;
`put_back_missing` does that with all of a lesson's code, and changes no cell that is there.
"""

import json
from pathlib import Path
from typing import NamedTuple

from lesson_kit.manifest import Lesson, exercise, lesson_of
from lesson_kit.workspace import results
from lesson_kit.workspace.handed_out import handed_out_in, prepares
from lesson_kit.workspace.learners_notebook import LearnersNotebook, WorkspaceError
from lesson_kit.workspace.new_version import given_text
from lesson_kit.workspace.notebook_text import NotebookText
from lesson_kit.writing import copy_beside, write_whole


class Reset(NamedTuple):
    """What a reset did: which notebook it changed, and what there is to say of it."""

    notebook: Path
    kept: Path | None  # the learner's version; None where there was nothing to reset
    put_back: list[str]  # cells that were missing, as a sentence calls them
    own: int  # cells that the learner wrote between the exercise's own, and that stay
    taken_out: int = 0  # second ones of a split or copied cell

    @property
    def told(self) -> list[str]:
        """Say what became of cells, beside those that are as they were handed out."""
        return [
            words
            for number, words in (
                (
                    len(self.put_back),
                    f"What was missing is back: the {', the '.join(self.put_back)}.",
                ),
                (
                    self.taken_out,
                    f"Pieces or copies of its cells were taken out ({self.taken_out}): your "
                    f"version holds them.",
                ),
                (self.own, f"Cells that you have added between its cells stay ({self.own})."),
            )
            if number
        ]


def reset_exercise(number: str, lessons: Path, workspace: Path) -> Reset:
    """Reset an exercise such as "3.4" in a workspace; raise WorkspaceError where it cannot be."""
    try:
        slug, lesson = exercise(number).slug, lesson_of(number)
    except KeyError:
        raise WorkspaceError(
            f"There is no exercise {number!r}. Name one by its number, such as 3.4, or a lesson."
        ) from None
    fresh, mine = opened(lesson, lessons, workspace)
    given = [json.loads(cell) for cell in fresh.cells]
    names = [cell["id"] for cell in given]
    known = handed_out_in(json.loads(str(fresh)), with_all=True)
    before, text = str(mine.text), mine.text
    put_back, here = [], dict(mine.places)
    begin, end = names.index(f"ex-{slug}"), names.index(f"check-{slug}") + 1
    spare = sorted(at for at, name in mine.spare.items() if name in names[begin:end])
    for index in reversed(spare):
        text.remove(index)
        here = {one: place - (place > index) for one, place in here.items()}
    before_it = [
        at
        for at in range(begin)
        if names[at] not in here and given[at]["cell_type"] == "code" and prepares(names[at])
    ]
    for at in [*before_it, *range(begin, end)]:
        name = names[at]
        if name not in here:
            put_back.append(known[name].called)
            here = put_in(text, fresh.cells[at], names[: at + 1], here)
        elif json.loads(text.cells[here[name]]) != json.loads(fresh.cells[at]):
            text.cells[here[name]] = fresh.cells[at]
    stretch = range(here[f"ex-{slug}"], here[f"check-{slug}"])
    own = len([index for index in stretch if index not in here.values()])
    if str(text) == before:
        return Reset(mine.path, None, [], own)
    kept = copy_beside(mine.path)
    write_whole(mine.path, str(text))
    results.forget(workspace, [number])
    return Reset(mine.path, kept, put_back, own, len(spare))


def put_back_missing(lesson: Lesson, lessons: Path, workspace: Path) -> Reset:
    """Put back the code cells that a lesson in a workspace lacks; raise WorkspaceError as above."""
    fresh, mine = opened(lesson, lessons, workspace)
    known = handed_out_in(json.loads(str(fresh)), with_all=True)
    names, here = list(known), mine.places
    missing = [name for name in names if known[name].cell_type == "code" and name not in here]
    if not missing:
        return Reset(mine.path, None, [], 0)
    for name in missing:
        at = names.index(name)
        here = put_in(mine.text, fresh.cells[at], names[: at + 1], here)
    kept = copy_beside(mine.path)
    write_whole(mine.path, str(mine.text))
    lost = [one.number for one in lesson.exercises if f"answer-{one.slug}" in missing]
    results.forget(workspace, lost)
    return Reset(mine.path, kept, [known[name].called for name in missing], 0)


def opened(lesson: Lesson, lessons: Path, workspace: Path) -> tuple[NotebookText, LearnersNotebook]:
    """Return a lesson as it was handed out, and as the learner has it."""
    relative = Path(lesson.folder, f"{lesson.folder}.ipynb")
    fresh = NotebookText(given_text(lessons, workspace, relative))
    return fresh, LearnersNotebook(workspace / relative, json.loads(str(fresh)))


def put_in(text: NotebookText, cell: str, names: list[str], here: dict[str, int]) -> dict[str, int]:
    """Put the last of these cells behind the next of them that is there; return where each is."""
    behind = next((here[one] for one in reversed(names) if one in here), -1)
    text.insert(behind + 1, cell)
    return {one: place + (place > behind) for one, place in here.items()} | {names[-1]: behind + 1}
