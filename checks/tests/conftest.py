"""What the tests share: the environment's programs on the path, and courses to grade in."""

import contextlib
import csv
import fcntl
import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from nbgrader.api import Gradebook
from nbgrader.plugins import CsvExportPlugin

ROOT = Path(__file__).resolve().parents[2]

# On a laden machine all takes longer, and that is no fault of a test.
settings.register_profile("laden", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("laden")

# nbgrader starts `alembic`, and tests start `nbgrader`, by name.
BIN = str(Path(sys.executable).parent)
if BIN not in os.environ["PATH"].split(os.pathsep):
    os.environ["PATH"] = BIN + os.pathsep + os.environ["PATH"]
os.environ.update(MLFLOW_DISABLE_TELEMETRY="true", MLFLOW_MODEL_CATALOG_URI="", DO_NOT_TRACK="true")
os.environ["LESSON_COURSE_SECRET"] = "the secret of a course of tests"  # the same inputs each time
for name in ("MLFLOW_TRACKING_URI", "LESSON_WORKSPACE"):  # of whoever starts the tests
    os.environ.pop(name, None)


class Course:
    """A course folder as nbgrader sees the repository's root, with submissions of its own."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.db_url = f"sqlite:///{folder / 'gradebook.db'}"
        for name in ("nbgrader_config.py", "solutions"):
            (folder / name).symlink_to(ROOT / name)

    def submit(self, learner: str, lesson: str, source: Path) -> None:
        """Hand in a notebook for a learner."""
        target = self.folder / "submitted" / learner / lesson / f"{lesson}.ipynb"
        target.parent.mkdir(parents=True)
        target.write_bytes(source.read_bytes())

    def nbgrader(self, *arguments: str) -> subprocess.CompletedProcess:
        """Run the real nbgrader command in the course folder."""
        return subprocess.run(
            ["nbgrader", *arguments],
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )

    def exported(self) -> list[dict[str, str]]:
        """Return the rows of what `nbgrader export` writes, of what was handed in.

        It is made here, by the same part of nbgrader: to start the command takes longer than that.
        """
        file = self.folder / "grades.csv"
        with Gradebook(self.db_url) as gradebook:
            CsvExportPlugin(to=str(file)).export(gradebook)
        submitted = self.folder / "submitted"
        with open(file, newline="") as text:
            rows = list(csv.DictReader(text))
        return [one for one in rows if (submitted / one["student_id"] / one["assignment"]).exists()]

    def scores(self) -> dict[tuple[str, str], tuple[float, float]]:
        """Return score and highest score of what was handed in, as they are exported."""
        return {
            (row["student_id"], row["assignment"]): (float(row["score"]), float(row["max_score"]))
            for row in self.exported()
        }


RELEASE_ALL = """
from nbgrader.apps import NbGraderAPI
from traitlets.config import PyFileConfigLoader
from checks.grading.exercises import lesson_folders

config = PyFileConfigLoader("nbgrader_config.py").load_config()
config.CourseDirectory.root = "."
api = NbGraderAPI(config=config)
for lesson in lesson_folders():
    result = api.generate_assignment(lesson)
    assert result["success"], result["log"]
"""


@contextlib.contextmanager
def shared_folder(tmp_path_factory, name: str):
    """Yield a folder of all of pytest's processes, to one of them at a time."""
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = base / name
    folder.mkdir(exist_ok=True)
    with open(folder / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder


@pytest.fixture(scope="session")
def released(tmp_path_factory) -> Path:
    """A gradebook that knows all lessons, as after `nbgrader generate_assignment` for each."""
    with shared_folder(tmp_path_factory, "released") as folder:
        if not (folder / "done").exists():
            Course(folder)
            env = dict(os.environ, PYTHONPATH=os.pathsep.join([str(ROOT), str(ROOT / "lessons")]))
            subprocess.run([sys.executable, "-c", RELEASE_ALL], cwd=folder, env=env, check=True)
            (folder / "done").touch()
    return folder / "gradebook.db"


@pytest.fixture
def course(tmp_path, released) -> Course:
    """A course whose lessons are released, without submissions."""
    shutil.copy(released, tmp_path / "gradebook.db")
    return Course(tmp_path)


@pytest.fixture(scope="module")
def course_of_module(tmp_path_factory, released) -> Course:
    """A course whose lessons are released, shared by the tests of a module."""
    folder = tmp_path_factory.mktemp("course")
    shutil.copy(released, folder / "gradebook.db")
    return Course(folder)


KEEPS = """
import sys
from checks.grading.forked_kernels import KEEPER, keeping_fork_servers

with keeping_fork_servers() as shared:
    print(shared[KEEPER], flush=True)
    sys.stdin.read()
"""


@pytest.fixture(scope="session", autouse=True)
def fork_keeper():
    """Keep what forks kernels for whatever grades: else each start would import the libraries."""
    env = dict(os.environ, PYTHONPATH=os.pathsep.join([str(ROOT), str(ROOT / "lessons")]))
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", KEEPS], env=env, **pipes) as process:
        os.environ["LESSON_FORK_KEEPER"] = process.stdout.readline().strip()
        yield
        del os.environ["LESSON_FORK_KEEPER"]
        process.stdin.close()  # it ends what it keeps


@pytest.fixture(scope="module")
def no_fork_keeper():
    """Grade as where nobody keeps what forks kernels: whoever grades starts it, and ends it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("LESSON_FORK_KEEPER")
        yield


HOSTILE = "test_hostile.py"
# What takes longest begins first, so that no process is left alone with it in the end.
LONGEST = [
    "test_whole_class.py",
    "test_readme.py",
    "test_proof.py",
    "test_browser.py",
    "test_compare.py",
    "test_authors_path.py",
    "test_reference_model.py",
]


def pytest_collection_modifyitems(items):
    """Put the longest files first, and the hostile submissions last: they are graded meanwhile."""

    def turn(item) -> int:
        name = item.path.name
        return LONGEST.index(name) if name in LONGEST else len(LONGEST) + (name == HOSTILE)

    items.sort(key=turn)


@pytest.fixture(scope="session", autouse=True)
def hostile_grading(request, tmp_path_factory):
    """Begin to grade the hostile submissions, where they are tested; return what waits for it."""
    if not any(item.path.name == HOSTILE for item in request.session.items):
        yield None
        return
    process = None
    # They are kept apart from what forks kernels for others, and begin and end it themselves.
    env = {name: value for name, value in os.environ.items() if name != "LESSON_FORK_KEEPER"}
    with shared_folder(tmp_path_factory, "hostile") as folder:
        if not (folder / "log").exists():
            command = [sys.executable, Path(__file__).with_name("hostile_courses.py"), folder]
            with open(folder / "log", "w") as log:
                process = subprocess.Popen(command, stdout=log, stderr=log, cwd=ROOT, env=env)

    def wait() -> Path:
        """Return the folder once all is graded."""
        deadline = time.monotonic() + 900
        while not (folder / "ended").exists() and time.monotonic() < deadline:
            time.sleep(0.5)
        assert (folder / "facts.json").exists(), (folder / "log").read_text()
        return folder

    yield wait
    if process is not None and process.poll() is None:
        if not (request.session.shouldstop or request.session.shouldfail):
            with contextlib.suppress(AssertionError):
                wait()  # another process of pytest's may need it
        process.terminate()
        process.wait()


def pytest_terminal_summary(terminalreporter):
    """Say in the last lines which tests were skipped, why, and what brings them."""
    reports = terminalreporter.stats.get("skipped", [])
    reasons = Counter(str(one.longrepr[2]).removeprefix("Skipped: ") for one in reports)
    for reason, count in reasons.items():
        tests = "1 test was" if count == 1 else f"{count} tests were"
        terminalreporter.write_line(f"{tests} skipped: {reason}")
