"""Build the learners' lessons from the solutions, with nbgrader's own generate_assignment.

    python3 scripts/build_lessons.py             # build all seven
    python3 scripts/build_lessons.py 02_events   # build one
    python3 scripts/build_lessons.py --check     # build nothing; name what is stale, and fail

Three things are filled in, each from its one source: the agent-so-far cells of the solutions (from
the marked cells of the lessons before), the points of graded cells (from the checks), and then
`lessons/<lesson>/<lesson>.ipynb` (from the solution).
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
import tempfile
from pathlib import Path

import environment

ROOT = environment.ROOT
SO_FAR = "agent-so-far"


class BuildError(Exception):
    """A lesson that cannot be built: one sentence that says which cell, and the remedy."""


def normal_form(notebook) -> str:
    """Return a notebook as the one text that git keeps: no outputs, sorted keys, stable ids."""
    cells = []
    for cell in notebook["cells"]:
        grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id")
        source = "".join(cell["source"]).rstrip("\n")
        kept = {
            "cell_type": cell["cell_type"],
            "id": grade_id or cell["id"],
            "metadata": {
                key: value for key, value in cell["metadata"].items() if key in KEPT_METADATA
            },
            "source": source.splitlines(keepends=True),
        }
        if cell.get("attachments"):  # pictures that were pasted into a text cell
            kept["attachments"] = cell["attachments"]
        if cell["cell_type"] == "code":
            kept |= {"execution_count": None, "outputs": []}
        cells.append(kept)
    whole = {
        "cells": cells,
        "metadata": {
            "kernelspec": {
                "display_name": "Python 3 (ipykernel)",
                "language": "python",
                "name": "python3",
            },
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(whole, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


KEPT_METADATA = ("nbgrader", "deletable", "editable", "tags")


def read(path: Path) -> dict:
    """Read a solution notebook; raise BuildError where there is none that can be read."""
    from lesson_kit.agent_script.model_script import ModelScriptError, read_notebook

    try:
        return read_notebook(path)
    except ModelScriptError as error:
        raise BuildError(str(error)) from None


def complete_solutions(lessons: list[str]) -> dict[str, str]:
    """Return these solutions' texts with their agent-so-far cells and their points filled in."""
    from lesson_kit.agent_script.model_script import ModelScriptError, agent_so_far

    from checks.grading.exercises import exercises, lesson_folders, points_of

    texts, paths = {}, []
    for lesson in lesson_folders()[: lesson_folders().index(lessons[-1]) + 1]:
        path = ROOT / "solutions" / lesson / f"{lesson}.ipynb"
        paths.append(path)
        if lesson not in lessons:
            continue
        notebook = read(path)
        shown = path.relative_to(ROOT)
        graded = []
        for cell in notebook["cells"]:
            told = cell["metadata"].get("nbgrader", {})
            if cell["id"] == SO_FAR:
                try:
                    cell["source"] = agent_so_far(paths[:-1])
                except ModelScriptError as error:
                    raise BuildError(str(error)) from None
            if told.get("grade"):
                exercise = told["grade_id"].removeprefix("check-").replace("-", ".")
                if exercise not in exercises(lesson):
                    raise BuildError(
                        f"{shown}, cell {told['grade_id']}: there is no exercise {exercise} in the "
                        "manifest; add it to lessons/lesson_kit/lessons.toml, or rename the cell."
                    )
                told["points"] = points_of(exercise)
                graded.append(exercise)
        if graded != list(exercises(lesson)):
            raise BuildError(
                f"{shown}: its graded cells are {', '.join(graded) or 'none'}, but the checks have "
                f"{', '.join(exercises(lesson))}; give each exercise one graded cell, in order."
            )
        if lesson[:2] != "01" and not any(cell["id"] == SO_FAR for cell in notebook["cells"]):
            raise BuildError(f"{shown}: add a locked cell with the id {SO_FAR} behind the setup.")
        texts[lesson] = normal_form(notebook)
    return texts


def release(solutions: dict[str, str]) -> dict[str, str]:
    """Return each lesson's text, made by nbgrader from the solutions' texts."""
    from nbgrader.apps import NbGraderAPI
    from traitlets.config import PyFileConfigLoader

    built = {}
    with tempfile.TemporaryDirectory(prefix="build-lessons-") as folder:
        config = PyFileConfigLoader("nbgrader_config.py", path=str(ROOT)).load_config()
        config.CourseDirectory.root = folder
        config.CourseDirectory.db_url = f"sqlite:///{folder}/gradebook.db"
        for lesson, text in solutions.items():
            path = Path(folder, "solutions", lesson, f"{lesson}.ipynb")
            path.parent.mkdir(parents=True)
            path.write_text(text, encoding="utf-8")
        logging.getLogger("traitlets").setLevel(logging.ERROR)
        api = NbGraderAPI(config=config)
        for lesson in solutions:
            result = api.generate_assignment(lesson, force=True)
            if not result["success"]:
                raise BuildError(
                    f"solutions/{lesson}: nbgrader could not release it:\n{result.get('log', '')}"
                )
            made = Path(folder, "lessons", lesson, f"{lesson}.ipynb")
            built[lesson] = normal_form(json.loads(made.read_text(encoding="utf-8")))
    return built


def everything(lessons: list[str] | None = None) -> dict[Path, str]:
    """Return the path and the text of every file that this script keeps up to date."""
    from checks.grading.exercises import lesson_folders

    unknown = sorted(set(lessons or ()) - set(lesson_folders()))
    if unknown:
        raise BuildError(f"There is no lesson {unknown[0]}, only {', '.join(lesson_folders())}.")
    solutions = complete_solutions(sorted(lessons or lesson_folders()))
    return {
        ROOT / folder / lesson / f"{lesson}.ipynb": text
        for folder, texts in (("solutions", solutions), ("lessons", release(solutions)))
        for lesson, text in texts.items()
    }


def stale(files: dict[Path, str]) -> list[Path]:
    """Return the files whose text on disk is another one, or that are not there."""
    return [
        path
        for path, text in files.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help="01_tools, …; all without")
    parser.add_argument("--check", action="store_true", help="only say what is stale, and fail")
    options = parser.parse_args()
    environment.enter()
    sys.path[:0] = [str(ROOT), str(ROOT / "lessons")]
    from lesson_kit.agent_script.model_script import ModelScriptError, write_whole

    try:
        files = everything(options.lessons)
        outdated = stale(files)
        for path in outdated:
            shown = path.relative_to(ROOT)
            if options.check:
                print(f"{shown} is stale: run python3 scripts/build_lessons.py", file=sys.stderr)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, files[path])
            print(f"built {shown}")
    except (BuildError, ModelScriptError) as error:
        print(error, file=sys.stderr)
        return 2
    return 1 if options.check and outdated else 0


if __name__ == "__main__":
    environment.run(main, failed=2)
