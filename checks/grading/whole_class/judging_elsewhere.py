"""What a worker does: judge one submission, and say so where it cannot."""

import tempfile
from pathlib import Path

from distributed import get_worker

from checks.grading.seeds import judged_by, kit_version
from checks.grading.submission import Judged, Submission, judge


def kit_here(lessons: list[str]) -> dict[str, str]:
    """Return what judges these lessons on this worker, and the kit's version."""
    return {lesson: judged_by(lesson) for lesson in lessons} | {"kit": kit_version()}


def judge_here(submission: Submission) -> Judged:
    """Judge a submission in a folder of this worker's; what goes wrong is a sentence in return."""
    try:
        place = get_worker().local_directory
    except ValueError:  # no worker's, but an ordinary process
        place = tempfile.gettempdir()
    try:
        return judge(submission, Path(place))
    except (Exception, SystemExit) as error:  # a worker that ends would take its word with it
        return Judged(problem=f"{type(error).__name__}: {' '.join(str(error).split())[:500]}")
