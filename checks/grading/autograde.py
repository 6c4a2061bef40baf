"""Make nbgrader's `autograde` safe against what it reads, and against being stopped half-way.

nbgrader reads a submission's folder and time stamp before any hook, writes beside what may lie
there already, and takes a folder that exists for a submission that is graded. `SafeAutograde`
takes files in by `intake`, grades in a folder of its own, saves all grades at once, and then puts
the result in its place: what is there is complete. It is one file, because all of it is one
subclass of nbgrader's converter. `install` is called by nbgrader_config.py; the
command and formgrader's button both make their converter by the name that it replaces.
"""

import contextlib
import glob
import os
import re
import signal
import threading
from dataclasses import dataclass
from pathlib import Path

import nbformat
import nbgrader.apps.api
import nbgrader.apps.autogradeapp
from lesson_kit.workspace.handing_in import GOOD_NAME
from lesson_kit.workspace.intake import Bounds, Taken, take_submission, timestamp_in
from nbconvert.writers import FilesWriter
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import Autograde
from nbgrader.converters.base import BaseConverter, NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import find_all_files
from traitlets import Integer

from checks.grading.forked_kernels import fork_servers
from checks.grading.records import Record, keep
from checks.grading.report import DIGEST, STATE
from checks.grading.seeds import fingerprint_of_secret, judged_by, seeds_of
from checks.grading.submission import (
    Judged,
    Submission,
    cells_of_assignment,
    chosen_names,
    files_beside,
    judge,
    split,
    travelling,
    write_files,
)
from checks.grading.verdict import Verdict
from checks.grading.work_folder import Unfinished, put_in_place, work_folder


def install() -> None:
    """Let `nbgrader autograde` and formgrader grade safely."""
    nbgrader.apps.autogradeapp.Autograde = SafeAutograde
    nbgrader.apps.api.Autograde = SafeAutograde
    CourseDirectory.get_existing_timestamp = lambda _, folder: timestamp_in(folder)


@dataclass(frozen=True)
class Known:
    """What the course says of an assignment."""

    names: list[str]  # of its notebooks
    cells: bytes
    given: dict[str, bytes]


class SafeAutograde(Autograde):
    """Grade submissions one by one; each is either as it was before, or graded completely."""

    most_files = Integer(Bounds.files, help="Files of one submission that are taken.").tag(
        config=True
    )
    most_bytes = Integer(Bounds.bytes, help="Bytes of one submission that are taken.").tag(
        config=True
    )
    most_folders = Integer(Bounds.depth, help="Folders inside each other that are taken.").tag(
        config=True
    )

    # --- from start to end ------------------------------------------------------------------------

    def start(self) -> None:
        is_command = isinstance(self.parent, nbgrader.apps.autogradeapp.AutogradeApp)
        with self.ready(), sigterm_as_ctrl_c(is_command), fork_servers():
            try:
                super().start()
            except KeyboardInterrupt:
                message = "Stopped. What was half graded is graded again at the next start."
                self.log.error(message)
                raise NbGraderException(message) from None

    @contextlib.contextmanager
    def ready(self):
        """Have what grading needs, as long as it lasts; raise where nothing can be graded."""
        self.verdict = Verdict(parent=self)
        self.verdict.require()  # before anything is begun that would stay half done
        self.secret = self.verdict.course_secret
        course = Path(self.coursedir.root)
        self.unfinished = Unfinished(course)
        self.known: dict[str, Known] = {}  # by assignment
        with work_folder(course) as self.work:
            yield

    @property
    def _input_directory(self) -> str:
        return self._output_directory  # what was judged lies there, and is recorded in its place

    @property
    def _output_directory(self) -> str:
        return str(self.work / "autograded")

    def submitted(self, assignment_id: str, student_id: str, escape: bool = False) -> str:
        """Return the folder that a learner handed in."""
        step = self.coursedir.submitted_directory
        return self.coursedir.format_path(step, student_id, assignment_id, escape=escape)

    def result(self, assignment_id: str, student_id: str) -> Path:
        """Return the folder in which others look for the graded submission."""
        step = self.coursedir.autograded_directory
        return Path(self.coursedir.format_path(step, student_id, assignment_id))

    def init_notebooks(self) -> None:
        """Find the submissions; which notebooks they hold is seen when each is taken in."""
        assignment = self.coursedir.assignment_id
        self.check_assignment(assignment)
        everyone = self.submitted(assignment, self.coursedir.student_id)
        learners = self.learners_of(assignment, self.coursedir.student_id)
        self.assignments = {self._format_source(assignment, one): [] for one in learners}
        self.notebooks = []
        if not self.assignments:
            message = f"Nothing was handed in: there is no folder '{everyone}'."
            self.log.error(message)
            raise NbGraderException(message)

    def learners_of(self, assignment_id: str, pattern: str) -> list[str]:
        """Return the learners who handed in an assignment, those of a pattern."""
        parts = self.submitted("(?P<assignment_id>.*)", "(?P<student_id>.*)", escape=True)
        found = glob.glob(self.submitted(assignment_id, pattern))
        learners = [match["student_id"] for one in found if (match := re.fullmatch(parts, one))]
        for learner in learners:
            if not GOOD_NAME.fullmatch(learner):
                told = (
                    "%r is left out, as no id of letters, digits, blanks and . _ @ + -: rename it"
                )
                self.log.error(told, self.submitted(assignment_id, learner))
        return [one for one in learners if GOOD_NAME.fullmatch(one)]

    def check_assignment(self, assignment: str) -> None:
        """Raise where the gradebook does not know the assignment, or knows no notebook of it."""
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            try:
                notebooks = gradebook.find_assignment(assignment).notebooks
                names = [notebook.name for notebook in notebooks]
                cells = cells_of_assignment(gradebook, assignment) if names else b""
            except MissingEntry:
                names = []
        if not names:
            message = (
                f"No assignment with ID '{assignment}' exists in the database: "
                f"run `nbgrader generate_assignment {assignment} --force` first."
            )
            self.log.error(message)
            raise NbGraderException(message)
        self.known[assignment] = Known(names, cells, self.files_of_the_course(assignment))

    def init_destination(self, assignment_id: str, student_id: str) -> bool:
        """Tell whether to grade a submission: new, newer than its result, or left half graded."""
        if student_id in self.coursedir.student_id_exclude.split(","):
            return False
        result = self.result(assignment_id, student_id)
        if self.unfinished.has(assignment_id, student_id):
            self.log.warning("%s was left half graded: it is graded again", result)
            return True
        if self.force or not is_complete(result):
            return True
        handed_in = timestamp_in(self.submitted(assignment_id, student_id))
        graded = timestamp_in(result)
        if handed_in and graded and handed_in > graded:
            return True
        # A submission that was copied here has no time stamp: what it holds tells that it is new.
        known = digest_in(result)
        if known and known != self.take_in(assignment_id, student_id).digest:
            return True
        self.log.info("Skipping existing assignment: %s", result)
        return False

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Take a submission in, judge it, and lay out what is to be recorded."""
        self.unfinished.add(assignment_id, student_id)
        if not self.create_student:
            with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
                gradebook.find_student(student_id)
        submission = self.submission(assignment_id, student_id)
        self.lay_out(submission, judge(submission, self.work, parent=self))

    def ready_to_record(self) -> None:
        """Make what writes notebooks, as `start` does."""
        self.writer = FilesWriter(parent=self, config=self.config)
        self.exporter = self.exporter_class(parent=self, config=self.config)

    def put_back(self, submission: Submission, judged: Judged) -> None:
        """Record what was judged elsewhere, and put the result in its place."""
        where = submission.assignment, submission.learner
        self.unfinished.add(*where)
        self.lay_out(submission, judged)
        for path in self.notebooks:
            self.convert_single_notebook(path)
        self.set_permissions(*where)

    def take_in(self, assignment_id: str, student_id: str) -> Taken:
        """Return the files of a submission that get further."""
        folder = Path(self.submitted(assignment_id, student_id))
        bounds = Bounds(self.most_files, self.most_bytes, self.most_folders)
        names = self.known[assignment_id].names
        return take_submission(folder, names, self.coursedir.ignore, bounds)

    def submission(self, assignment_id: str, student_id: str) -> Submission:
        """Return what was handed in, with all that has to be known to judge it."""
        taken = self.take_in(assignment_id, student_id)
        timestamp = timestamp_in(self.submitted(assignment_id, student_id))
        known, digest = self.known[assignment_id], taken.digest
        if timestamp is None and "timestamp.txt" in taken.files:
            taken.left_out["timestamp.txt"] = "timestamp.txt was left out: it holds no time."
            del taken.files["timestamp.txt"]
        return Submission(
            student_id,
            assignment_id,
            taken,
            digest,
            timestamp,
            chosen_names(known.names, self.coursedir.notebook_id),
            known.given,
            known.cells,
            travelling(self.config),
            seeds_of(student_id, digest, self.secret),
        )

    def files_of_the_course(self, assignment_id: str) -> dict[str, bytes]:
        """Return the files that the course gives with an assignment, over those handed in."""
        given = self.coursedir.format_path(self.coursedir.source_directory, ".", assignment_id)
        kept = self.exclude_overwriting.get(assignment_id, [])
        found = find_all_files(given, [*self.coursedir.ignore, "*.ipynb"])
        paths = {Path(os.path.relpath(file, given)).as_posix(): Path(file) for file in found}
        return {name: path.read_bytes() for name, path in paths.items() if name not in kept}

    def lay_out(self, submission: Submission, judged: Judged) -> None:
        """Write what was judged into a fresh folder; its notebooks are the next to be recorded."""
        self.timestamp = submission.timestamp
        self.record = self.record_of(submission, judged)
        fresh = Path(self._format_dest(submission.assignment, submission.learner))
        write_files(fresh, files_beside(submission))
        write_files(fresh, {f"{name}.ipynb": data for name, data in judged.notebooks.items()})
        self.notebooks = [str(fresh / f"{name}.ipynb") for name in judged.notebooks]

    def record_of(self, submission: Submission, judged: Judged) -> Record:
        """Return what is kept of a submission that was judged."""
        record = Record(submission.learner, submission.assignment, submission.digest)
        record.judged_by = judged_by(submission.assignment)
        record.secret = fingerprint_of_secret(self.secret)
        record.seconds, record.log = judged.seconds, judged.log
        for data in judged.notebooks.values():
            record.add(nbformat.reads(data.decode(), as_version=4))
        return record

    def _init_preprocessors(self) -> None:
        self.exporter._preprocessors = []
        for preprocessor in split(self.autograde_preprocessors)[1]:
            self.exporter.register_preprocessor(preprocessor)

    def convert_single_notebook(self, notebook_filename: str) -> None:
        """Record what was judged: points, flags and penalties go into the gradebook."""
        self._init_preprocessors()
        BaseConverter.convert_single_notebook(self, notebook_filename)

    def init_single_notebook_resources(self, notebook_filename: str) -> dict:
        resources = super().init_single_notebook_resources(notebook_filename)
        resources["nbgrader"]["timestamp"] = self.timestamp
        return resources

    def set_permissions(self, assignment_id: str, student_id: str) -> None:
        """Set them, as the last step of grading a submission, and put the result in its place."""
        super().set_permissions(assignment_id, student_id)
        fresh = Path(self._format_dest(assignment_id, student_id))
        keep(Path(self.coursedir.root), self.record, self.work)
        put_in_place(fresh, self.result(assignment_id, student_id), self.work)
        self.unfinished.remove(assignment_id, student_id)


def is_complete(result: Path) -> bool:
    """Tell whether this is a folder with a graded notebook, and no link to one."""
    if result.is_symlink() or not result.is_dir():
        return False
    return any(path.suffix == ".ipynb" and path.is_file() for path in result.iterdir())


def digest_in(result: Path) -> str:
    """Return the digest of the files that a result was made from; "" where it names none."""
    for path in sorted(result.glob("*.ipynb")):
        with contextlib.suppress(OSError, ValueError):
            return nbformat.read(path, as_version=4).metadata.get(STATE, {}).get(DIGEST, "")
    return ""


@contextlib.contextmanager
def sigterm_as_ctrl_c(is_command: bool):
    """Let SIGTERM end a command in order, as Ctrl-C does; a server's signals are its own."""
    if not is_command or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
