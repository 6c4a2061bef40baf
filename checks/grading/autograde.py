"""Make nbgrader's `autograde` safe against what it reads, and against being stopped half-way.

nbgrader reads a submission's folder and time stamp before any hook, writes beside what may lie
there already, and takes a folder that exists for a submission that is graded. `SafeAutograde`
takes files in by `intake`, grades in a folder of its own, saves all grades at once, and then puts
the result in its place: what is there is complete. `install` is called by nbgrader_config.py; the
command and formgrader's button both make their converter by the name that it replaces.
"""

import contextlib
import glob
import os
import re
import shutil
import signal
import threading
from fnmatch import fnmatch
from pathlib import Path

import nbformat
import nbgrader.apps.api
import nbgrader.apps.autogradeapp
from nbformat.v4 import new_markdown_cell, new_notebook
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import Autograde
from nbgrader.converters.base import BaseConverter, NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import find_all_files
from traitlets import Integer

from checks.grading.forked_kernels import fork_servers
from checks.grading.intake import Bounds, Taken, shown, take_submission, timestamp_in
from checks.grading.report import DIGEST, STATE
from checks.grading.submitted_notebook import Unreadable, copy_of, read_notebook
from checks.grading.verdict import Verdict
from checks.grading.work_folder import Unfinished, put_in_place, work_folder


def install() -> None:
    """Let `nbgrader autograde` and formgrader grade safely."""
    nbgrader.apps.autogradeapp.Autograde = SafeAutograde
    nbgrader.apps.api.Autograde = SafeAutograde
    CourseDirectory.get_existing_timestamp = lambda _, folder: timestamp_in(folder)


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
        Verdict(parent=self).require()  # before anything is begun that would stay half done
        course = Path(self.coursedir.root)
        self.unfinished = Unfinished(course)
        is_command = isinstance(self.parent, nbgrader.apps.autogradeapp.AutogradeApp)
        with work_folder(course) as self.work, sigterm_as_ctrl_c(is_command), fork_servers():
            try:
                super().start()
            except KeyboardInterrupt:
                message = "Stopped. What was half graded is graded again at the next start."
                self.log.error(message)
                raise NbGraderException(message) from None

    @property
    def _input_directory(self) -> str:
        return str(self.work / "submitted") if self._sanitizing else self._output_directory

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
        parts = self.submitted("(?P<assignment_id>.*)", "(?P<student_id>.*)", escape=True)
        found = [re.fullmatch(parts, folder) for folder in glob.glob(everyone)]
        names = [(match["assignment_id"], match["student_id"]) for match in found if match]
        self.assignments = {self._format_source(*one): [] for one in names}
        self.notebooks = []
        if not self.assignments:
            message = f"Nothing was handed in: there is no folder '{everyone}'."
            self.log.error(message)
            raise NbGraderException(message)

    def check_assignment(self, assignment: str) -> None:
        """Raise where the gradebook does not know the assignment, or knows no notebook of it."""
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            try:
                self.names = [one.name for one in gradebook.find_assignment(assignment).notebooks]
            except MissingEntry:
                self.names = []
        if not self.names:
            message = (
                f"No assignment with ID '{assignment}' exists in the database: "
                f"run `nbgrader generate_assignment {assignment} --force` first."
            )
            self.log.error(message)
            raise NbGraderException(message)

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
        """Take a submission in, as clean notebooks and ordinary files."""
        self.unfinished.add(assignment_id, student_id)
        if not self.create_student:
            with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
                gradebook.find_student(student_id)
        taken_to = Path(self._format_source(assignment_id, student_id))
        taken_to.mkdir(parents=True)
        taken = self.take_in(assignment_id, student_id)
        digest = taken.digest
        self.timestamp = timestamp_in(self.submitted(assignment_id, student_id))
        if self.timestamp is None and "timestamp.txt" in taken.files:
            taken.left_out["timestamp.txt"] = "timestamp.txt was left out: it holds no time."
            del taken.files["timestamp.txt"]
        for name, data in taken.files.items():
            if not name.endswith(".ipynb"):
                (taken_to / name).parent.mkdir(parents=True, exist_ok=True)
                (taken_to / name).write_bytes(data)
        self.told = {}
        self.notebooks = []
        for name in self.names:
            if fnmatch(name, self.coursedir.notebook_id):
                self.take_notebook(name, taken, taken_to)
                self.told[name][DIGEST] = digest
                for sentence in self.told[name]["left_out"]:
                    self.log.warning("%s, %s: %s", student_id, assignment_id, sentence)
        BaseConverter.init_assignment(self, assignment_id, student_id)
        self.copy_files_of_the_course(assignment_id, student_id)

    def take_in(self, assignment_id: str, student_id: str) -> Taken:
        """Return the files of a submission that get further."""
        folder = Path(self.submitted(assignment_id, student_id))
        bounds = Bounds(self.most_files, self.most_bytes, self.most_folders)
        return take_submission(folder, self.names, self.coursedir.ignore, bounds)

    def take_notebook(self, name: str, taken: Taken, folder: Path) -> None:
        """Write a submission's notebook for the next steps; an empty one where it is unreadable."""
        file, others = f"{name}.ipynb", [one for one in taken.files if one.endswith(".ipynb")]
        told = self.told[name] = {"left_out": taken.told}
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
            self.log.error("%s: %s", folder.parent.name, reason)
            notebook = new_notebook(cells=[new_markdown_cell(f"**Not graded.** {reason}")])
        if file != f"{name}.ipynb" and "unreadable" not in told:
            told["left_out"].append(f"{shown(file)} was taken as {name}.ipynb.")
        path = folder / f"{name}.ipynb"
        path.write_text(nbformat.writes(notebook), "utf-8")
        self.notebooks.append(str(path))

    def copy_files_of_the_course(self, assignment_id: str, student_id: str) -> None:
        """Put the files that the course gives with an assignment over those handed in."""
        given = self.coursedir.format_path(self.coursedir.source_directory, ".", assignment_id)
        kept = self.exclude_overwriting.get(assignment_id, [])
        for file in find_all_files(given, [*self.coursedir.ignore, "*.ipynb"]):
            relative = os.path.relpath(file, given)
            if relative not in kept:
                graded = Path(self._format_dest(assignment_id, student_id))
                make_way(graded, relative)
                (graded / relative).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, graded / relative)

    def init_single_notebook_resources(self, notebook_filename: str) -> dict:
        resources = super().init_single_notebook_resources(notebook_filename)
        told = resources["nbgrader"]
        told["timestamp"] = self.timestamp
        resources[STATE] = self.told[told["notebook"]]
        return resources

    def set_permissions(self, assignment_id: str, student_id: str) -> None:
        """Set them, as the last step of grading a submission, and put the result in its place."""
        super().set_permissions(assignment_id, student_id)
        fresh = Path(self._format_dest(assignment_id, student_id))
        put_in_place(fresh, self.result(assignment_id, student_id), self.work)
        self.unfinished.remove(assignment_id, student_id)


def make_way(folder: Path, relative: str) -> None:
    """Remove a file that lies where one of the course's has a folder, or a folder in its place."""
    path = folder
    for part in Path(relative).parent.parts:
        path = path / part
        if path.is_file():
            path.unlink()
    if (folder / relative).is_dir():
        shutil.rmtree(folder / relative)


def why_missing(file: str, taken: Taken, others: list[str]) -> str:
    """Say why there is no notebook of this name to grade."""
    if file in taken.left_out or "" in taken.left_out:
        return taken.left_out.get(file) or taken.left_out[""]
    if others:
        names = ", ".join(map(shown, others[:3]))
        return f"There is no {file}, but {names}: hand it in again as {file}."
    return f"There is no {file} in what was handed in."


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
