"""Make the feedback pages of what was graded, by nbgrader's own converter, each whole or not."""

import glob
import os
from pathlib import Path

from nbconvert.writers import FilesWriter
from nbgrader.converters import GenerateFeedback

from checks.grading.work_folder import put_in_place


class FeedbackPages(GenerateFeedback):
    """Make pages in a folder of its own, and put each submission's in its place when complete."""

    def __init__(self, work: Path, **kwargs):
        super().__init__(**kwargs)
        self.work = work
        self.writer = FilesWriter(parent=self, config=self.config)
        self.exporter = self.exporter_class(parent=self, config=self.config)
        for preprocessor in self.preprocessors:
            self.exporter.register_preprocessor(preprocessor)

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

    def make(self, lesson: str, learner: str) -> None:
        """Make the pages of one submission."""
        self.init_assignment(lesson, learner)
        for notebook in self.notebooks_of(lesson, learner):
            self.convert_single_notebook(notebook)
        self.set_permissions(lesson, learner)
        fresh = Path(self._format_dest(lesson, learner))
        put_in_place(fresh, self.place(lesson, learner), self.work)
