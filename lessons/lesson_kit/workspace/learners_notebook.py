"""Read a notebook of the workspace beside the lesson as the kit gave it: which cell is which."""

import json
from pathlib import Path

from lesson_kit.one_sentence import OneSentence
from lesson_kit.workspace.handed_out import forget_claims, handed_out_in, places, recognise
from lesson_kit.workspace.notebook_text import NotebookText
from lesson_kit.workspace.submitted_notebook import Unreadable, read_notebook


class WorkspaceError(OneSentence):
    """Something that cannot be done in a workspace: one sentence says what, and the remedy."""


class LearnersNotebook:
    """A learner's notebook as text, and where in it the lesson's cells are, by name."""

    def __init__(self, path: Path, given: dict):
        try:
            data = path.read_bytes()
            notebook = read_notebook(data)
            if json.loads(data.decode("utf-8-sig")).get("nbformat") != 4:
                raise Unreadable("it is in an old notebook format: save it in JupyterLab")
        except FileNotFoundError:
            raise WorkspaceError(
                f"There is no {path}. `python3 scripts/learn.py` puts the lesson there."
            ) from None
        except (Unreadable, UnicodeError, OSError) as reason:
            told = getattr(reason, "strerror", None) or reason
            if isinstance(reason, UnicodeError):
                told = "its text is not UTF-8"
            raise WorkspaceError(
                f"{path} cannot be read: {told}. For a fresh lesson, with yours kept beside it: "
                f"`python3 scripts/learn.py --reset {path.stem}`."
            ) from None
        self.path, self.data = path, data
        self.text = NotebookText(data.decode("utf-8"))
        handed_out = handed_out_in(given, with_all=True)
        # Where cells stand that claim to be one of the lesson's, as a split or copied cell does.
        self.spare = forget_claims(notebook, handed_out)
        recognise(notebook, handed_out)
        self.places = places(notebook)
