"""nbgrader's configuration for this course: run `nbgrader` from the folder that this file is in."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
for folder in (ROOT, ROOT / "lessons"):  # the checks, and the library that they share with lessons
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

from lesson_kit.workspace.handing_in import NAMED  # noqa: E402
from nbconvert.preprocessors import ClearMetadataPreprocessor  # noqa: E402
from nbgrader.preprocessors import (  # noqa: E402
    AssignLatePenalties,
    CheckCellMetadata,
    ClearOutput,
    DeduplicateIds,
    IgnorePattern,
    LimitOutput,
    OverwriteCells,
    OverwriteKernelspec,
)

from checks.grading.autograde import install  # noqa: E402
from checks.grading.collecting import Bounded, ByName  # noqa: E402
from checks.grading.feedback import (  # noqa: E402
    CleanSubmission,
    FeedbackPage,
    code_to_html,
    markdown_to_html,
)
from checks.grading.restore_cells import RestoreCells  # noqa: E402
from checks.grading.save_grades import SaveGradesAtOnce  # noqa: E402
from checks.grading.verdict import Verdict  # noqa: E402

c = get_config()  # noqa: F821 (traitlets gives it to configuration files)

c.CourseDirectory.course_id = "llamaindex_mlflow"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "lessons"
c.CourseDirectory.ignore = [
    ".ipynb_checkpoints",
    "*.pyc",
    "__pycache__",
    ".pytest_cache",
    "mlruns",
    "mlflow.db",
]

install()  # nbgrader has no setting for the class that grades: see checks/grading/autograde.py

# What a submission says about its cells is not trusted: see checks/grading/restore_cells.py.
c.Autograde.sanitize_preprocessors = [
    RestoreCells,
    ClearOutput,
    DeduplicateIds,
    OverwriteKernelspec,
    OverwriteCells,
    CheckCellMetadata,
]
# The verdict is made outside the learner's kernel: it takes the place of Execute.
c.Autograde.autograde_preprocessors = [
    Verdict,
    CleanSubmission,
    IgnorePattern,
    ClearMetadataPreprocessor,
    LimitOutput,
    SaveGradesAtOnce,
    AssignLatePenalties,
    CheckCellMetadata,
]
c.Execute.timeout = 20  # seconds for one cell; once one has run out of it, Verdict.short_timeout

# What `nbgrader zip_collect` takes: files that are called as hand_in.py calls them.
c.ZipCollectApp.extractor_plugin = Bounded
c.ZipCollectApp.collector_plugin = ByName
c.FileNameCollectorPlugin.named_regexp = NAMED

# What a person opens is harmless: see checks/grading/feedback.py.
c.HTMLExporter.filters = {"markdown2html": markdown_to_html, "highlight_code": code_to_html}
c.GenerateFeedback.exporter_class = FeedbackPage
