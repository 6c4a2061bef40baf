"""Judge a notebook, or some of its exercises, by the very code that grades.

    python3 scripts/judge.py solutions/05_tracing/05_tracing.ipynb        # all of its exercises
    python3 scripts/judge.py NOTEBOOK 5.5 5.7                             # two of them
    python3 scripts/judge.py NOTEBOOK 5.5 --learner ann                   # ann's very inputs
    python3 scripts/judge.py NOTEBOOK 5.5 --as-learner                    # what the notebook says

Hidden checks are included. The notebook's code runs on this machine, not isolated: it is meant for
notebooks that you wrote or have read. Exit code 0: everything passed, 1: something did not, 2: the
notebook could not be judged.
"""

from __future__ import annotations

import argparse
import logging
import re
import sys
import tempfile
from pathlib import Path

import environment

ROOT = environment.ROOT
AUTHOR = "an author"  # whose inputs are drawn where no learner is named
NO_SECRET = "an author's inputs"  # judging one's own notebook needs no secret of a course


class JudgeError(Exception):
    """A notebook that cannot be judged: one sentence that says why, and the remedy."""


def read(path: Path):
    """Return a notebook; raise JudgeError where there is none that can be read."""
    import nbformat

    try:
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
    except FileNotFoundError:
        raise JudgeError(f"There is no file {path}.") from None
    except IsADirectoryError:
        raise JudgeError(f"{path} is a folder: name the notebook in it.") from None
    except (ValueError, nbformat.ValidationError, AttributeError, KeyError, TypeError):
        raise JudgeError(
            f"{path} is not a notebook that can be read: open it in JupyterLab to see why."
        ) from None
    return notebook


def exercises_in(notebook) -> list[str]:
    """Return the exercises of a notebook's graded cells, in order."""
    from checks.grading.verdict import exercise_of

    try:
        found = [exercise_of(cell) for cell in notebook.cells]
    except RuntimeError as error:
        raise JudgeError(f"{error} Run python3 scripts/build_lessons.py --check.") from None
    return [exercise for exercise in found if exercise]


def lesson_in(notebook, path: Path) -> str:
    """Return the folder of the lesson that a notebook is of; raise JudgeError for none."""
    from lesson_kit.manifest import lesson_folders, lesson_of

    if path.stem in lesson_folders():
        return path.stem
    for cell in notebook.cells:
        called = re.match(r"""\s*check\(["'](\d+\.\d+)["']\)""", cell.source)
        if called:
            try:
                return lesson_of(called[1]).folder
            except KeyError:
                continue
    raise JudgeError(
        f"{path} is none of the lessons: it is not called as one, and no cell calls check()."
    )


def with_what_they_need(exercises: list[str]) -> set[str]:
    """Return the exercises and all that they build on."""
    from lesson_kit.manifest import exercise

    found: set[str] = set()
    left = [*exercises]
    while left:
        number = left.pop()
        if number not in found:
            found.add(number)
            left += exercise(number).needs
    return found


def chosen(asked: list[str], present: list[str], path: Path) -> list[str]:
    """Return the exercises to report; raise JudgeError for one that the notebook lacks."""
    if not present:
        raise JudgeError(
            f"{path} has no graded cells: judge a notebook of solutions/, lessons/ or submitted/."
        )
    for exercise in asked:
        if exercise not in present:
            raise JudgeError(
                f"{path} has no exercise {exercise}: its exercises are {', '.join(present)}."
            )
    return asked or present


def configuration():
    """Return the course's configuration, for kernels that are not isolated."""
    from traitlets.config import PyFileConfigLoader

    config = PyFileConfigLoader("nbgrader_config.py", path=str(ROOT)).load_config()
    config.Verdict.isolation = "none"
    return config


def restored(notebook, lesson: str, learner: str):
    """Return a submission as grading restores it, where the course's gradebook knows the lesson."""
    from nbgrader.api import Gradebook, MissingEntry

    config = configuration()
    url = config.CourseDirectory.get("db_url", f"sqlite:///{ROOT / 'gradebook.db'}")
    if not isinstance(url, str) or (url.startswith("sqlite") and not Path(url[10:]).exists()):
        return notebook
    try:
        with Gradebook(url) as gradebook:
            gradebook.find_notebook(lesson, lesson)
    except MissingEntry:
        return notebook
    told = {"db_url": url, "assignment": lesson, "notebook": lesson, "student": learner}
    resources = {"nbgrader": told, "metadata": {}}
    for restore in config.Autograde.sanitize_preprocessors:
        notebook, resources = restore(config=config).preprocess(notebook, resources)
    return notebook


def handed_in(path: Path, lesson: str) -> str:
    """Return the digest of what was handed in: of the folder, where it is a submission's own."""
    from lesson_kit.workspace.intake import Taken, take_submission

    if path.resolve().parent.name == lesson:
        ignore = configuration().CourseDirectory.ignore
        return take_submission(path.resolve().parent, [lesson], ignore).digest
    return Taken({f"{lesson}.ipynb": path.read_bytes()}).digest


def judge(
    notebook, folder: Path, asked: list[str], learner: str, as_learner: bool, digest: str = ""
) -> dict:
    """Return the report of each exercise asked for, made in an ordinary kernel."""
    from lesson_kit.judging.running_checks import run_checks

    from checks.grading.exercises import checks_of, title_of
    from checks.grading.report import DIGEST, STATE
    from checks.grading.seeds import NoSecret, course_secret, has_secret
    from checks.grading.verdict import KernelLearner, Verdict, exercise_of

    needed = with_what_they_need(asked)

    class Judge(Verdict):
        """The verdict on the cells up to the last exercise that is asked for."""

        def preprocess_cell(self, cell, resources, index):
            exercise = exercise_of(cell)
            over = not any(exercise_of(later) in asked for later in self.nb.cells[index:])
            if over or (exercise is not None and exercise not in needed):
                return cell, resources
            return super().preprocess_cell(cell, resources, index)

        def carry_forward(self, nb, resources):
            if not as_learner:  # a notebook knows nothing of it
                super().carry_forward(nb, resources)

        def judge(self, handle, exercise):
            if not as_learner:
                return super().judge(handle, exercise)
            visible = [one for one in checks_of(exercise) if one.visible]
            practice = KernelLearner(self, f"practice:{exercise}")
            return run_checks(practice, exercise, title_of(exercise), visible)

    verdict = Judge(config=configuration())
    try:
        if not learner:
            verdict.course_secret = NO_SECRET
        elif "course_secret" not in verdict.config.Verdict:
            if not has_secret(ROOT):
                raise JudgeError(
                    f"Nothing was graded in {ROOT} yet: there is no secret of the course that "
                    f"{learner}'s inputs come of. Leave --learner out, or grade first."
                )
            verdict.course_secret = course_secret(ROOT)
    except NoSecret as error:
        raise JudgeError(str(error)) from None
    logging.getLogger("traitlets").setLevel(logging.ERROR)  # the reports say it all
    resources = {"metadata": {"path": str(folder)}, "nbgrader": {"student": learner or AUTHOR}}
    resources[STATE] = {DIGEST: digest}
    verdict.preprocess(notebook, resources)
    return {exercise: verdict.reports[exercise] for exercise in asked}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("notebook", type=Path, metavar="NOTEBOOK")
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help="5.5, …; all without")
    whose = parser.add_mutually_exclusive_group()
    whose.add_argument("--learner", default="", metavar="ID", help="with this learner's inputs")
    whose.add_argument("--as-learner", action="store_true", help="only what check() says")
    options = parser.parse_args()
    environment.enter()
    sys.path[:0] = [str(ROOT), str(ROOT / "lessons")]

    path = options.notebook
    try:
        notebook = read(path)
        lesson = lesson_in(notebook, path)
        if options.learner:
            notebook = restored(notebook, lesson, options.learner)
        asked = chosen(options.exercises, exercises_in(notebook), path)
        with tempfile.TemporaryDirectory(prefix="judge-") as empty:
            # What lies beside a notebook belongs to it where the folder is the lesson's own.
            folder = path.parent if path.resolve().parent.name == lesson else Path(empty)
            digest = handed_in(path, lesson) if options.learner else ""
            reports = judge(notebook, folder, asked, options.learner, options.as_learner, digest)
    except JudgeError as error:
        print(error, file=sys.stderr)
        return 2
    if options.learner:
        print(f"With the inputs of {options.learner}'s grading, from this course's secret.\n")
    elif not options.as_learner:
        print("With an author's inputs; --learner ID draws those of a learner's grading.\n")
    print("\n\n".join(report.text() for report in reports.values()))
    if len(reports) > 1:
        points, most = (
            sum(getattr(one, k) for one in reports.values()) for k in ("points", "most")
        )
        print(f"\n{points} of {most} points in all")
    return 0 if all(report.passed for report in reports.values()) else 1


if __name__ == "__main__":
    environment.run(main, failed=2)
