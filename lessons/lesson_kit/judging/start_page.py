"""Write the page on which JupyterLab opens: where the learner stands, and what comes next.

It is Markdown that JupyterLab shows as a preview. Each check, save and start writes it anew.
"""

import json
import os
import time
import urllib.parse
import urllib.request
from pathlib import Path

from lesson_kit.agent_script.logged_model import EXPERIMENT
from lesson_kit.judging.progress import LessonProgress, left, progress, what_next
from lesson_kit.manifest import Exercise, lesson_of
from lesson_kit.writing import write_whole

NAME = "start.md"
GLOSSARY = "glossary.md"
HAND_IN = "hand_in.ipynb"
BUTTON = "Where you stand"  # on JupyterLab's top bar
# A link scrolls to an exercise, and selects no cell.
NEW_SESSION = (
    " (in a new session, click into it, and choose *Run → Run All Above Selected Cell* first)"
)
# True also of a page that was not read anew since.
STARTING = ". It starts after JupyterLab: if it does not answer yet, reload it a few seconds later"
DOCUMENTATION = {
    "LlamaIndex Workflows": "https://developers.llamaindex.ai/python/llamaagents/workflows/",
    "LlamaIndex": "https://developers.llamaindex.ai/python/framework/",
    "MLflow": "https://mlflow.org/docs/latest/genai/",
}


def write_start_page(workspace: Path, mlflow: str = "", starting: bool = False) -> None:
    """Write the page into a workspace, with the address of the MLflow UI where there is one.

    A server that is still starting is not asked for the experiment, and the page says so.
    """
    experiment = "" if starting else experiment_address(mlflow)
    write_whole(workspace / NAME, start_page(progress(workspace), experiment, mlflow, starting))


def start_page(
    told: list[LessonProgress], experiment: str = "", mlflow: str = "", starting: bool = False
) -> str:
    """Return the page as Markdown."""
    after = what_next(told)
    exercises = sum(len(one.lesson.exercises) for one in told)
    minutes = sum(one.minutes_left for one in told)
    sums = [
        f"**{sum(len(one.passed) for one in told)} of {exercises} exercises**",
        f"**{sum(one.points for one in told)} of {sum(one.most for one in told)} points**",
        f"**about {left(minutes)}** left" if minutes else "nothing left to do",
    ]
    todo = ""
    if one := after.exercise:
        todo = f"**Next: [{one.number} {one.title}]({link(one)})**"
        todo += "" if begins_lesson(one) else NEW_SESSION
    lines = [
        f"# {BUTTON}",
        "",
        f"{', '.join(sums)}.",
        "",
        " ".join(filter(None, [after.words, todo])),
        "",
        "| lesson | afterwards you can | exercises | points | minutes left |",
        "|---|---|--:|--:|--:|",
        *map(row, told),
        "",
        "Points are those of the checks that you see; grading checks more.",
        "",
        "## Beside the lessons",
        "",
        *(f"- {one}" for one in beside(experiment, mlflow, starting)),
        "",
        f"*As of {time.strftime('%H:%M on %Y-%m-%d')}. Each check and each save write this page "
        f"anew, so keep no notes here. The button **{BUTTON}** at the top right shows its newest "
        "state.*",
    ]
    return "\n".join(lines) + "\n"


def row(one: LessonProgress) -> str:
    """Return a lesson's row of the table."""
    lesson = one.lesson
    name = f"[{lesson.number} {lesson.title}]({lesson.folder}/{lesson.folder}.ipynb)"
    minutes = "✓ complete" if one.complete else str(one.minutes_left)
    done = f"{len(one.passed)} of {len(lesson.exercises)}"
    return f"| {name} | {lesson.goal} | {done} | {one.points} of {one.most} | {minutes} |"


def link(exercise: Exercise) -> str:
    """Return where in the workspace JupyterLab finds an exercise; a lesson begins at its top."""
    folder = lesson_of(exercise.number).folder
    place = "" if begins_lesson(exercise) else f"#cell-id=ex-{exercise.slug}"
    return f"{folder}/{folder}.ipynb{place}"


def begins_lesson(exercise: Exercise) -> bool:
    """Return whether an exercise is its lesson's first one: imports and set-up stand above it."""
    return exercise.number == lesson_of(exercise.number).numbers[0]


def beside(experiment: str, mlflow: str, starting: bool) -> list[str]:
    """Return what else a learner has open or looks up."""
    found = [f"The words of the lessons: [glossary]({GLOSSARY})"]
    if experiment:
        found.append(f"Your traces and models: [{EXPERIMENT}]({experiment}) in the MLflow UI")
    elif mlflow:
        ui = f"The [MLflow UI]({mlflow}): from lesson 5 on, your traces and models"
        found.append(ui + (STARTING if starting else ""))
    found.append(f"When a lesson is done: [look it through and hand it in]({HAND_IN})")
    books = ", ".join(f"[{name}]({address})" for name, address in DOCUMENTATION.items())
    return [*found, f"The libraries' documentation: {books}"]


def experiment_address(mlflow: str) -> str:
    """Return where the MLflow UI shows the lessons' experiment; "" where there is none yet."""
    name = urllib.parse.urlencode({"experiment_name": EXPERIMENT})
    try:
        request = f"{mlflow}/api/2.0/mlflow/experiments/get-by-name?{name}"
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=1) as response:
            number = json.load(response)["experiment"]["experiment_id"]
    except (OSError, ValueError, LookupError, TypeError):
        return ""
    return f"{mlflow}/#/experiments/{number}"


def mlflow_here() -> str:
    """Return the address of the MLflow server that this process was given; "" where it is none."""
    address = os.environ.get("MLFLOW_TRACKING_URI", "").strip().rstrip("/")
    return address if address.startswith(("http://", "https://")) else ""
