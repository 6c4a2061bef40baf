"""Make the feedback pages of what was graded, by nbgrader's own converter, each whole or not.

Points and comments are read where the gradebook is; the page is made of them by a worker.
"""

import functools
import glob
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import nbformat
from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import GetGrades
from traitlets.config import Config

from checks.grading.submission import travelling
from checks.grading.whole_class.scheduling import Job, Outcome, Scheduling
from checks.grading.work_folder import put_in_place


@dataclass(frozen=True)
class Marked:
    """Graded notebooks with the points and comments of the gradebook in them."""

    lesson: str
    learner: str
    notebooks: dict[str, tuple[str, dict]] = field(repr=False)  # text and resources, by name
    config: Config = field(repr=False)


class FeedbackPages(GenerateFeedback):
    """Read points, have pages made, and put each submission's in its place when complete."""

    def __init__(self, work: Path, **kwargs):
        super().__init__(**kwargs)
        self.work = work

    @property
    def _output_directory(self) -> str:
        return str(self.work / "feedback")

    def place(self, lesson: str, learner: str) -> Path:
        """Return the folder in which others look for a submission's feedback."""
        step = self.coursedir.feedback_directory
        return Path(self.coursedir.format_path(step, learner, lesson))

    def notebooks_of(self, lesson: str, learner: str) -> list[str]:
        pattern = self._format_source(glob.escape(lesson), glob.escape(learner))
        return sorted(glob.glob(f"{pattern}/*.ipynb"))

    def is_due(self, lesson: str, learner: str) -> bool:
        """Tell whether a graded submission has no pages, or pages older than what was graded."""
        for notebook in self.notebooks_of(lesson, learner):
            page = self.place(lesson, learner) / f"{Path(notebook).stem}.html"
            if not page.is_file() or os.stat(page).st_mtime_ns < os.stat(notebook).st_mtime_ns:
                return True
        return False

    def make(self, submissions: list[tuple], scheduling: Scheduling) -> Iterator[Outcome]:
        """Make the pages of these submissions; yield each outcome, with its problem if any."""
        jobs = (
            Job(f"{learner} {lesson}", partial(self.marked, lesson, learner))
            for lesson, learner in submissions
        )
        for outcome in scheduling.run(jobs):
            if not outcome.problem:
                self.put(outcome.payload, outcome.result)
            yield outcome

    def marked(self, lesson: str, learner: str) -> Marked:
        """Return a submission's graded notebooks with the gradebook's points in them."""
        found = {}
        for path in self.notebooks_of(lesson, learner):
            resources = self.init_single_notebook_resources(path)
            notebook = nbformat.read(path, as_version=4)
            notebook, resources = GetGrades(parent=self).preprocess(notebook, resources)
            del resources["nbgrader"]["db_url"]  # it may hold a password
            found[Path(path).stem] = nbformat.writes(notebook), resources
        return Marked(lesson, learner, found, travelling(self.config))

    def put(self, marked: Marked, pages: dict[str, str]) -> None:
        """Write the pages of one submission, with what lies beside its notebooks."""
        where = marked.lesson, marked.learner
        fresh = Path(self._format_dest(*where))
        fresh.mkdir(parents=True)
        self.init_assignment(*where)
        for name, page in pages.items():
            (fresh / f"{name}.html").write_text(page, "utf-8")
        self.set_permissions(*where)
        put_in_place(fresh, self.place(*where), self.work)


def pages_here(marked: Marked) -> dict[str, str]:
    """Return the pages of a submission: what a worker does."""
    exporter = exporter_for(Same(marked.config))
    return {
        name: exporter.from_notebook_node(nbformat.reads(text, as_version=4), resources)[0]
        for name, (text, resources) in marked.notebooks.items()
    }


class Same:
    """A configuration that is known again: templates take a second to compile."""

    def __init__(self, config: Config):
        self.config, self.text = config, repr(config)

    def __eq__(self, other) -> bool:
        return self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)


@functools.lru_cache(maxsize=1)
def exporter_for(same: Same):
    """Return nbgrader's exporter of feedback pages, without the step that asks the gradebook."""
    course = CourseDirectory(root=tempfile.gettempdir())
    converter = GenerateFeedback(coursedir=course, config=same.config)
    exporter = converter.exporter_class(parent=converter, config=converter.config)
    for step in converter.preprocessors:
        if not (isinstance(step, type) and issubclass(step, GetGrades)):
            exporter.register_preprocessor(step)
    return exporter
