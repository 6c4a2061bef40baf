"""Build the learners' lessons from the solutions, with nbgrader's own generate_assignment.

    python3 scripts/build_lessons.py             # build all seven
    python3 scripts/build_lessons.py 02_events   # build one
    python3 scripts/build_lessons.py --check     # build nothing; say what does not fit, and fail

First all is compared with the manifest, lessons/lesson_kit/lessons.toml: each sentence names the
file, the cell and the remedy (see lesson_rules.py). Then four things are filled in, each from its
one source: ids of cells, the agent-so-far cells of the solutions (from the marked cells of the
lessons before), the points of graded cells (from the checks), and
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
import lesson_rules
from lesson_rules import SO_FAR

ROOT = environment.ROOT


class BuildError(Exception):
    """Lessons that cannot be built: a sentence for each problem, with the cell and the remedy."""


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


KEPT_METADATA = ("nbgrader", "deletable", "editable", "tags", "jupyter")
FOLDED = {"source_hidden": True}  # JupyterLab shows a cell's first line, and ⋯


def read(path: Path) -> dict:
    """Read a solution notebook; raise BuildError where there is none that can be read."""
    from lesson_kit.agent_script.model_script import ModelScriptError, read_notebook

    try:
        return read_notebook(path)
    except ModelScriptError as error:
        raise BuildError(str(error)) from None


def complete_solutions(folders: list[str]) -> dict[str, str]:
    """Return these solutions' texts with ids, agent-so-far cells and points filled in."""
    from lesson_kit.agent_script.model_script import ModelScriptError, agent_so_far
    from lesson_kit.manifest import lessons

    from checks.grading.exercises import points_of

    notebooks, problems = {}, []
    for lesson in lessons():
        if lesson.folder not in folders:
            continue
        try:
            notebook = read(solution_of(lesson.folder))
        except BuildError as error:
            problems.append(error)
            continue
        lesson_rules.name_cells(notebook)
        shown = str(solution_of(lesson.folder).relative_to(ROOT))
        first = lesson is lessons()[0]
        problems += lesson_rules.notebook_problems(lesson, notebook, shown, first)
        problems += lesson_rules.check_problems(lesson)
        notebooks[lesson] = notebook
    if problems:
        raise BuildError("\n".join(map(str, problems)))
    for lesson, notebook in notebooks.items():
        before = [solution_of(one.folder) for one in lessons()[: lesson.number - 1]]
        for cell in notebook["cells"]:
            told = cell["metadata"].get("nbgrader", {})
            cell["metadata"].pop("jupyter", None)  # what an instructor's JupyterLab had folded
            if cell["id"] == SO_FAR:
                cell["metadata"]["jupyter"] = FOLDED
                try:
                    cell["source"] = agent_so_far(before)
                except ModelScriptError as error:
                    raise BuildError(str(error)) from None
            if told.get("grade"):
                told["points"] = points_of(told["grade_id"][len("check-") :].replace("-", "."))
    return {lesson.folder: normal_form(notebook) for lesson, notebook in notebooks.items()}


def check_manifest() -> None:
    """Raise BuildError where the manifest cannot be read, or does not hold together."""
    from lesson_kit.manifest import lessons

    try:
        listed = lessons()
    except (ValueError, TypeError, KeyError) as error:
        raise BuildError(
            f"{lesson_rules.MANIFEST} cannot be read ({error}). A [[lesson]] has folder, title, "
            "minutes, goal, in_agent and exercises; an exercise has number and title."
        ) from None
    problems = [str(one) for one in lesson_rules.manifest_problems(listed)]
    if problems:
        raise BuildError("\n".join(problems))


def solution_of(folder: str) -> Path:
    return ROOT / "solutions" / folder / f"{folder}.ipynb"


def other_problems() -> list[str]:
    """Return what does not fit the manifest in the answers of the proof and in README."""
    from lesson_kit.manifest import lessons

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    problems = [
        *lesson_rules.answer_problems(lessons(), ROOT),
        *lesson_rules.readme_problems(lessons(), readme),
    ]
    return [str(one) for one in problems]


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

    check_manifest()
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
    parser.add_argument("--check", action="store_true", help="only say what does not fit")
    options = parser.parse_args()
    environment.enter()
    sys.path[:0] = [str(ROOT), str(ROOT / "lessons")]
    from lesson_kit.agent_script.model_script import ModelScriptError
    from lesson_kit.writing import write_whole

    try:
        files = everything(options.lessons)
        problems = other_problems()
        outdated = stale(files)
        for path in outdated:
            shown = path.relative_to(ROOT)
            if options.check:
                print(f"{shown} is stale: run python3 scripts/build_lessons.py", file=sys.stderr)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, files[path])
            print(f"built {shown}")
        if problems:
            print("\n".join(problems), file=sys.stderr)
    except (BuildError, ModelScriptError) as error:
        print(error, file=sys.stderr)
        return 2
    return 1 if options.check and (outdated or problems) else 0


if __name__ == "__main__":
    environment.run(main, failed=2)
