"""Grade a class: what was handed in, or judged by other checks, since it was graded last.

    python3 scripts/grade.py                          # all lessons, all learners
    python3 scripts/grade.py 01_tools --learner ann   # one lesson of one learner
    python3 scripts/grade.py --workers 8              # as many at a time; without, one a core
    python3 scripts/grade.py --again --dry-run        # who would change, were all graded again
    python3 scripts/grade.py --scheduler tcp://HOST:8786    # by the workers of a Dask cluster

Gradebook, autograded/ and feedback/ are written as nbgrader writes them. A run that was stopped, by
whatever, goes on at the next start. What was graded before and is graded again, since checks or kit
changed, is judged first, shown, and recorded when you say so (--yes says so beforehand); marks that
were given by hand stay. Exit code 0: all is graded, 1: something is not, 2: nothing could be.
"""

from __future__ import annotations

import argparse
import contextlib
import logging
import os
import sys
import time
from pathlib import Path

import environment

ROOT = environment.ROOT


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help="01_tools, …; all without")
    parser.add_argument("--learner", action="append", default=[], metavar="ID", help="only theirs")
    parser.add_argument("--again", action="store_true", help="also what is graded already")
    parser.add_argument("--dry-run", action="store_true", help="record nothing of what changes")
    parser.add_argument("--yes", action="store_true", help="record what changes without asking")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--workers", type=int, metavar="N", help="processes; as many as cores")
    where.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster that runs")
    parser.add_argument("--no-feedback", action="store_true", help="leave feedback/ as it is")
    parser.add_argument("--course", type=Path, default=ROOT, help="the course's folder")
    options = parser.parse_args()
    if options.workers is not None and options.workers < 1:
        parser.error("--workers: at least 1")
    return options


def nbgrader_in(course: Path):
    """Return nbgrader's application for a course's folder; raise UsageError where it is none."""
    from nbgrader.apps.autogradeapp import AutogradeApp

    from checks.grading.verdict import Verdict

    if not (course / "nbgrader_config.py").is_file():
        raise UsageError(f"{course} is no course: it has no nbgrader_config.py.")
    os.chdir(course)
    app = AutogradeApp(log_level=logging.CRITICAL)
    app.initialize([])
    steps = app.config.Autograde.get("autograde_preprocessors", [])
    if not any(isinstance(one, type) and issubclass(one, Verdict) for one in steps):
        raise UsageError(f"The kit's nbgrader_config.py is not in force in {course}.")
    return app


class UsageError(Exception):
    """What was asked for cannot be done: one sentence that says what, where, and the remedy."""


def chosen_lessons(asked: list[str], converter) -> list[str]:
    """Return the lessons to grade: those asked for, else all that were released and handed in."""
    from nbgrader.api import Gradebook

    with Gradebook(converter.coursedir.db_url, converter.coursedir.course_id) as gradebook:
        known = sorted(one.name for one in gradebook.assignments)
    for lesson in asked:
        if lesson not in known:
            listed = f"name one of {', '.join(known)}" if known else "it knows none"
            raise UsageError(
                f"The gradebook knows no lesson {lesson}: {listed}, or release it with "
                f"`nbgrader generate_assignment {lesson} --force`."
            )
    return asked or [one for one in known if converter.learners_of(one, "*")]


def grade(options: argparse.Namespace, console) -> int:
    """Grade what is due, show what became of the class; return the exit code."""
    from checks.grading.autograde import SafeAutograde, sigterm_as_ctrl_c
    from checks.grading.whole_class.due import due, handed_in
    from checks.grading.whole_class.feedback_pages import FeedbackPages
    from checks.grading.whole_class.grading import alone_in
    from checks.grading.whole_class.page import write_report
    from checks.grading.whole_class.showing import show_class
    from checks.grading.whole_class.summary import summary_of

    app = nbgrader_in(options.course.resolve())
    converter = SafeAutograde(coursedir=app.coursedir, parent=app)
    course = Path(converter.coursedir.root)
    lessons = chosen_lessons(options.lessons, converter)
    with alone_in(course), converter.ready(), sigterm_as_ctrl_c(True):
        converter.ready_to_record()
        for lesson in lessons:
            converter.check_assignment(lesson)
        submissions = handed_in(converter, lessons, options.learner) if lessons else []
        found = due(converter, submissions, options.again)
        pages = FeedbackPages(converter.work, coursedir=app.coursedir, parent=app)
        problems: dict[tuple[str, str], str] = {}
        answered = True
        if found or pages_due(pages, converter, submissions, options):
            with workers(options, converter) as client:
                if found:
                    answered = grade_these(found, converter, client, options, console, problems)
                make_feedback(pages, converter, submissions, client, options, console)
        summary = summary_of(converter, lessons, submissions, problems)
        show_class(summary, console)
        for path in write_report(course, converter.work, summary):
            console.print(f"Written: {path}", soft_wrap=True)
    return 1 if problems or not answered else 0


def grade_these(found, converter, client, options, console, problems) -> bool:
    """Grade what is due; return False where changes wait to be recorded."""
    from checks.grading.whole_class.changes import changes_of
    from checks.grading.whole_class.grading import ClassGrading
    from checks.grading.whole_class.judging_elsewhere import judge_here
    from checks.grading.whole_class.scheduling import Scheduling
    from checks.grading.whole_class.showing import followed, show_changes

    scheduling = Scheduling(client, judge_here, patience_of(converter))
    grading = ClassGrading(converter, scheduling)

    def noted(graded) -> None:
        if graded.problem:
            problems[graded.due.lesson, graded.due.learner] = graded.problem

    first = [one for one in found if not one.is_again]
    again = [one for one in found if one.is_again]
    if first and options.dry_run:
        console.print(f"{len(first)} submissions are to be graded for the first time.")
    elif first:
        for graded in followed(console, "Grading", first, grading.grade(first), scheduling):
            noted(graded)
    if not again:
        return True
    changes, recordable = [], []
    outcomes = grading.judge_again(again)
    for graded in followed(console, "Judging again", again, outcomes, scheduling):
        noted(graded)
        if graded.record:
            recordable.append(graded.due)
            changes += changes_of(graded, converter)
    show_changes(changes, len(recordable), console)
    if options.dry_run:
        return True
    if changes and not (options.yes or confirmed(console)):
        console.print("Nothing of this was recorded: start again with --yes to record it.")
        return False
    for one in followed(
        console, "Recording", recordable, map(grading.record_again, recordable), scheduling
    ):
        noted(one)
    return True


def confirmed(console) -> bool:
    from rich.prompt import Confirm

    return sys.stdin.isatty() and Confirm.ask("Record this?", console=console, default=False)


@contextlib.contextmanager
def workers(options, converter):
    """Have workers at hand: processes of this machine, or those of a cluster."""
    from checks.grading.forked_kernels import keeping_fork_servers
    from checks.grading.seeds import judged_by, kit_version
    from checks.grading.whole_class.judging_elsewhere import kit_here
    from checks.grading.whole_class.scheduling import cluster_at, own_cluster

    with contextlib.ExitStack() as stack:
        if options.scheduler:
            client = stack.enter_context(cluster_at(options.scheduler))
        else:
            shared = stack.enter_context(keeping_fork_servers())
            number = options.workers or os.cpu_count() or 1
            client = stack.enter_context(own_cluster(number, converter.work, shared))
        mine = {lesson: judged_by(lesson) for lesson in converter.known} | {"kit": kit_version()}
        told = client.run(kit_here, [*converter.known], on_error="return")
        for worker, kit in told.items():
            if kit != mine:
                said = "has another version of it" if isinstance(kit, dict) else f"has none ({kit})"
                raise UsageError(
                    f"The worker {worker} needs this kit to judge, and {said}: start it in a copy "
                    "of the kit, with the copy's folder and its lessons/ in PYTHONPATH."
                )
        yield client


def patience_of(converter) -> float:
    """Return how many seconds a worker may be at one submission before it is given up."""
    verdict = converter.verdict
    return 2 * (verdict.startup_seconds + verdict.submission_seconds)


def pages_due(pages, converter, submissions: list, options) -> list[tuple[str, str]]:
    """Return the submissions whose pages are missing, or older than what was graded."""
    from checks.grading.autograde import is_complete

    if options.no_feedback or options.dry_run:
        return []
    return [
        one
        for one in submissions
        if is_complete(converter.result(*one)) and not converter.unfinished.has(*one)
        if pages.is_due(*one)
    ]


def make_feedback(pages, converter, submissions, client, options, console) -> None:
    """Make the pages that are due."""
    from checks.grading.whole_class.feedback_pages import pages_here
    from checks.grading.whole_class.scheduling import Scheduling
    from checks.grading.whole_class.showing import followed

    missing = pages_due(pages, converter, submissions, options)
    scheduling = Scheduling(client, pages_here, patience_of(converter))
    made = pages.make(missing, scheduling)
    for outcome in followed(console, "Feedback", missing, made, scheduling):
        if outcome.problem:
            console.print(f"No feedback for {outcome.job.name}: {outcome.problem}", style="bold")


def main() -> int:
    options = read_options()
    environment.enter()
    sys.path[:0] = [str(ROOT), str(ROOT / "lessons")]
    from nbgrader.converters.base import NbGraderException
    from rich.console import Console
    from sqlalchemy.exc import OperationalError

    from checks.grading.whole_class.due import NothingThere
    from checks.grading.whole_class.grading import Busy
    from checks.grading.whole_class.scheduling import NoWorkers

    console = Console()
    began = time.monotonic()
    try:
        code = grade(options, console)
    except (UsageError, NothingThere, Busy, NoWorkers, NbGraderException) as problem:
        print(problem, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped. The next start goes on where this one was.", file=sys.stderr)
        return 130
    except OperationalError as error:
        print(f"The gradebook could not be written: {error.orig}. Start again.", file=sys.stderr)
        return 2
    console.print(f"{time.monotonic() - began:.0f} s")
    return code


if __name__ == "__main__":
    environment.run(main, failed=2)
