"""Change one notebook of a workspace, and say what became of the learner's (used by learn.py)."""

# Python 3.6 must be able to read this file, as it reads learn.py.
import contextlib
import os

import environment
from environment import SetupError

# What JupyterLab does with a notebook that it shows and that has changed on the disk: tried.
# Its kernel goes on, with what was defined in it.
OPEN_IN_JUPYTERLAB = (
    "JupyterLab goes on showing the old one where it is open: choose File > Reload Notebook from "
    "Disk there. If it asks when you save, choose Revert; Overwrite puts the old one back. Then "
    "restart its kernel (Kernel > Restart Kernel and Run up to Selected Cell…): it still holds "
    "what you defined before, and checks would judge that."
)


@contextlib.contextmanager
def one_sentence():
    """Let what lesson_kit says in one sentence end the script as SetupError does."""
    from lesson_kit.one_sentence import OneSentence  # too new for those Pythons

    try:
        yield
    except OneSentence as said:
        raise SetupError(str(said)) from None


def reset_exercise(number, lessons, workspace):
    """Give one exercise back as it was handed out, and say what became of the learner's."""
    from lesson_kit.workspace import exercise_reset  # needs nbformat

    with one_sentence():
        done = exercise_reset.reset_exercise(number, lessons, workspace)
    if done.kept is None:
        print(f"{number} is as it was handed out: there is nothing to reset.")
        return
    said = [f"{number} is as new; your version of the notebook is in {short(done.kept)}."]
    print(environment.wrapped(" ".join([*said, *done.told, OPEN_IN_JUPYTERLAB])))


def put_back_missing(name, lessons, workspace):
    """Put back the code cells that were deleted from a lesson, and say which."""
    from lesson_kit.workspace import exercise_reset  # needs nbformat

    with one_sentence():
        done = exercise_reset.put_back_missing(lesson_in(name), lessons, workspace)
    if done.kept is None:
        print(f"No code cell of {name} is missing: there is nothing to put back.")
        return
    said = [*done.told, f"Your version of the notebook is in {short(done.kept)}."]
    print(environment.wrapped(" ".join([*said, OPEN_IN_JUPYTERLAB])))


def update_lesson(name, lessons, workspace):
    """Put the kit's new version of a lesson in place, with the learner's answers, and say so."""
    from lesson_kit.workspace import moving_answers  # needs nbformat

    with one_sentence():
        done = moving_answers.move_answers(lesson_in(name), lessons, workspace)
    if done.kept is None:
        print(f"{name} is the kit's newest: there is nothing to update.")
        return
    said = [f"{name} is the kit's newest; your version is in {short(done.kept)}."]
    print(environment.wrapped(" ".join([*said, *done.told, OPEN_IN_JUPYTERLAB])))


def lesson_in(name):
    """Return the lesson that has this folder."""
    from lesson_kit.manifest import lessons  # too new, as above

    return next(one for one in lessons() if one.folder == name)


def short(path):
    """Return a file's path as short as it can be said from here."""
    return shown(path).rstrip(os.sep)


def shown(path):
    """Return a path as short as it can be said from here."""
    short = os.path.relpath(str(path))
    return str(path) if short.startswith("..") else short + os.sep
