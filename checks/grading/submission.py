"""A submission as it travels to whoever judges it, and what comes back: bytes, and no more.

Judging needs neither the gradebook nor the course's folder. What it has to know of them comes with
the submission: the assignment's cells, the files that the course gives with it, the configuration,
and the seeds of its inputs; the course's secret stays where it is. `nbgrader autograde` judges in
its own process, `scripts/grade.py` in others, both by `judge`.
"""

import copy
import logging
import tempfile
import zlib
from dataclasses import dataclass, field
from datetime import datetime
from fnmatch import fnmatch
from pathlib import Path

import nbformat
from lesson_kit.workspace.intake import Taken, shown
from lesson_kit.workspace.submitted_notebook import Unreadable, copy_of, read_notebook
from nbconvert.writers import FilesWriter
from nbformat.v4 import new_markdown_cell, new_notebook
from nbgrader.api import Base, Gradebook
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import SaveAutoGrades
from sqlalchemy import create_engine
from traitlets.config import Config

from checks.grading.report import DIGEST, STATE
from checks.grading.save_grades import one_transaction
from checks.grading.seconds import SECONDS
from checks.grading.seeds import SEEDS
from checks.grading.work_folder import remove

LONGEST_LOG = 20_000  # characters of what is said while one submission is judged


@dataclass(frozen=True)
class Submission:
    """What is judged: files that a learner handed in, and what has to be known of the course."""

    learner: str
    assignment: str
    taken: Taken = field(repr=False)
    digest: str  # of all that was handed in
    timestamp: datetime | None = None
    names: tuple[str, ...] = ()  # of the notebooks to judge
    given: dict[str, bytes] = field(default_factory=dict, repr=False)  # the course's own files
    cells: bytes = field(default=b"", repr=False)  # see cells_of_assignment
    config: Config = field(default_factory=Config, repr=False)
    seeds: dict[str, str] = field(default_factory=dict, repr=False)  # by exercise


@dataclass
class Judged:
    """What came of judging a submission: graded notebooks, not yet in any gradebook."""

    notebooks: dict[str, bytes] = field(default_factory=dict, repr=False)
    seconds: dict[str, float] = field(default_factory=dict)  # by phase
    log: str = ""  # what was said meanwhile, where nobody listened
    problem: str = ""  # why there are none


def cells_of_assignment(gradebook: Gradebook, assignment: str) -> bytes:
    """Return a small gradebook that knows the cells of this assignment, and nobody's name."""
    with tempfile.TemporaryDirectory(prefix="cells-") as folder:
        path = Path(folder) / "gradebook.db"
        engine = create_engine(f"sqlite:///{path}")
        Base.metadata.create_all(engine)  # nbgrader starts alembic for a file without tables: 2 s
        engine.dispose()
        url = f"sqlite:///{path}"
        with Gradebook(url, gradebook.course_id) as small, one_transaction(small):
            small.add_assignment(assignment)
            for notebook in gradebook.find_assignment(assignment).notebooks:
                where = notebook.name, assignment
                small.add_notebook(*where, kernelspec=notebook.kernelspec)
                for cell in notebook.source_cells:
                    kept = ("cell_type", "source", "checksum", "locked")
                    known = {name: getattr(cell, name) for name in kept}
                    small.add_source_cell(cell.name, *where, **known)
                for cell in notebook.grade_cells:
                    worth = {"max_score": cell.max_score, "cell_type": cell.cell_type}
                    small.add_grade_cell(cell.name, *where, **worth)
                for cell in notebook.solution_cells:
                    small.add_solution_cell(cell.name, *where)
                for cell in notebook.task_cells:
                    worth = {"max_score": cell.max_score, "cell_type": cell.cell_type}
                    small.add_task_cell(cell.name, *where, **worth)
        return zlib.compress(path.read_bytes())


def travelling(config: Config) -> Config:
    """Return the part of a configuration that judging needs: no places, passwords and secrets."""
    made = copy.deepcopy(config)
    for section in [name for name in made if name.startswith(("CourseDirectory", "Exchange"))]:
        del made[section]
    for section in ("Verdict", "Kernels"):
        made.get(section, {}).pop("course_secret", None)
    return made


def is_recording(preprocessor) -> bool:
    """Tell whether this is the one that writes points into the gradebook."""
    return isinstance(preprocessor, type) and issubclass(preprocessor, SaveAutoGrades)


def split(preprocessors: list) -> tuple[list, list]:
    """Return the preprocessors that judge, and from the first that writes points on, the others."""
    at = next((i for i, one in enumerate(preprocessors) if is_recording(one)), len(preprocessors))
    return preprocessors[:at], preprocessors[at:]


def judge(submission: Submission, folder: Path, parent=None) -> Judged:
    """Judge a submission in this process, in a folder that is its own and stays behind empty.

    What is said meanwhile goes to the `parent`'s log; without one it comes back.
    """
    heard = None if parent is not None else Heard()
    log = logging.Logger("judging") if heard else parent.log
    if heard:
        log.addHandler(heard)
    folder = Path(tempfile.mkdtemp(prefix="judging-", dir=folder))
    try:
        converter = Judging(submission, folder, parent, log)
        for path in converter.unpack():
            converter.convert_single_notebook(str(path))
        graded = Path(converter.graded)
        notebooks = {name: (graded / f"{name}.ipynb").read_bytes() for name in converter.state}
        return Judged(notebooks, converter.seconds, heard.text if heard else "")
    finally:
        remove(folder)


class Judging(Autograde):
    """nbgrader's converter, as far as it needs no gradebook of a course and no learner in it."""

    def __init__(self, submission: Submission, folder: Path, parent, log):
        self.submission = submission
        self.state: dict[str, dict] = {}  # by notebook: what the grader knows
        self.seconds: dict[str, float] = {}
        database = folder / "gradebook.db"
        database.write_bytes(zlib.decompress(submission.cells))
        course = CourseDirectory(root=str(folder), db_url=f"sqlite:///{database}")
        super().__init__(coursedir=course, parent=parent, config=submission.config, log=log)
        self.autograde_preprocessors = split(self.autograde_preprocessors)[0]
        self.writer = FilesWriter(parent=self, config=self.config)
        self.exporter = self.exporter_class(parent=self, config=self.config)

    @property
    def taken_to(self) -> Path:
        return Path(self._format_source(self.submission.assignment, self.submission.learner))

    @property
    def graded(self) -> Path:
        return Path(self._format_dest(self.submission.assignment, self.submission.learner))

    def unpack(self) -> list[Path]:
        """Write what was handed in, as clean notebooks and ordinary files; return the notebooks."""
        self.taken_to.mkdir(parents=True)
        write_files(self.graded, files_beside(self.submission))
        return [self.take_notebook(name) for name in self.submission.names]

    def take_notebook(self, name: str) -> Path:
        """Write a submission's notebook for the next steps; an empty one where it is unreadable."""
        taken, learner = self.submission.taken, self.submission.learner
        file, others = f"{name}.ipynb", [one for one in taken.files if one.endswith(".ipynb")]
        told = self.state[name] = {"left_out": taken.told}
        try:
            if file not in taken.files and file not in taken.left_out:
                file = copy_of(name, others) or file
            if file not in taken.files:
                raise Unreadable(why_missing(file, taken, others))
            try:
                notebook = read_notebook(taken.files[file])
            except Unreadable as reason:
                raise Unreadable(f"{file} could not be read: {reason}. Hand it in again.") from None
        except Unreadable as reason:
            told["unreadable"] = str(reason)
            self.log.error("%s: %s", learner, reason)
            notebook = new_notebook(cells=[new_markdown_cell(f"**Not graded.** {reason}")])
        if file != f"{name}.ipynb" and "unreadable" not in told:
            told["left_out"].append(f"{shown(file)} was taken as {name}.ipynb.")
        told[DIGEST] = self.submission.digest
        for sentence in told["left_out"]:
            self.log.warning("%s, %s: %s", learner, self.submission.assignment, sentence)
        path = self.taken_to / f"{name}.ipynb"
        path.write_text(nbformat.writes(notebook), "utf-8")
        return path

    def init_single_notebook_resources(self, notebook_filename: str) -> dict:
        resources = super().init_single_notebook_resources(notebook_filename)
        resources["nbgrader"]["timestamp"] = self.submission.timestamp
        resources[STATE] = self.state[resources["nbgrader"]["notebook"]]
        resources[SEEDS] = self.submission.seeds
        return resources

    def write_single_notebook(self, output: str, resources) -> None:
        super().write_single_notebook(output, resources)
        for phase, seconds in resources.get(SECONDS, {}).items():
            self.seconds[phase] = self.seconds.get(phase, 0.0) + seconds


class Heard(logging.Handler):
    """Keep what is said, up to a length."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.text = ""

    def emit(self, record) -> None:
        if len(self.text) < LONGEST_LOG:
            said = f"{record.levelname}: {record.getMessage()}\n"
            self.text += said[: LONGEST_LOG - len(self.text)]


def files_beside(submission: Submission) -> dict[str, bytes]:
    """Return what lies beside the notebooks: what was handed in, the course's own files over it."""
    kept = {
        name: data for name, data in submission.taken.files.items() if not name.endswith(".ipynb")
    }
    for name in submission.given:
        blocked = {"/".join(name.split("/")[:n]) for n in range(1, name.count("/") + 2)}
        kept = {
            one: data
            for one, data in kept.items()
            if one not in blocked and not one.startswith(f"{name}/")
        }
    return kept | submission.given


def write_files(folder: Path, files: dict[str, bytes]) -> None:
    """Write files by their paths in a folder that is fresh."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def chosen_names(names: list[str], pattern: str) -> tuple[str, ...]:
    """Return the notebooks of an assignment that nbgrader's notebook_id asks for."""
    return tuple(name for name in names if fnmatch(name, pattern))


def why_missing(file: str, taken: Taken, others: list[str]) -> str:
    """Say why there is no notebook of this name to grade."""
    if file in taken.left_out or "" in taken.left_out:
        return taken.left_out.get(file) or taken.left_out[""]
    if others:
        names = ", ".join(map(shown, others[:3]))
        return f"There is no {file}, but {names}: hand it in again as {file}."
    return f"There is no {file} in what was handed in."
