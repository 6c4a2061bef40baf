"""A class graded by grade.py: the same scores wherever it is judged, and nothing lost.

It is one file, since most of it looks at one class that is graded once.
"""

import contextlib
import csv
import errno
import functools
import io
import json
import os
import pickle
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import nbformat
import psutil
import pytest
from conftest import Course
from distributed import KilledWorker
from nbgrader.api import Gradebook
from traitlets.config import Config

from checks.grading.exercises import ROOT
from checks.grading.records import Record, keep, record_of, records
from checks.grading.report import STATE, state_of
from checks.grading.spreadsheet import as_csv
from checks.grading.submission import travelling
from checks.grading.whole_class.charts import learners_by_lesson
from checks.grading.whole_class.items import Item, items
from checks.grading.whole_class.scheduling import Job, Scheduling, own_cluster
from checks.grading.whole_class.summary import checks_failed, exercises_failed, to_look_at

LESSON = "01_tools"
SOLUTION = ROOT / "solutions" / LESSON / f"{LESSON}.ipynb"
GRADE = [sys.executable, str(ROOT / "scripts" / "grade.py")]
WITHOUT_KERNELS = f"""
c = get_config()
load_subconfig("nbgrader_config.py", path={str(ROOT)!r})
c.Execute.enabled = False  # without outputs, nbgrader gives full marks
"""


def grade(course, *arguments: str, program=GRADE) -> subprocess.CompletedProcess:
    command = [*program, "--course", str(course.folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)


def hand_in(course, learner: str, **sources: str) -> Path:
    """Hand in the solution with other sources in some of its cells; return the folder."""
    notebook = nbformat.read(SOLUTION, as_version=4)
    for cell in notebook.cells:
        cell.source = sources.get(cell.id.replace("-", "_"), cell.source)
    folder = course.folder / "submitted" / learner / LESSON
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / f"{LESSON}.ipynb")
    return folder


def a_mixed_class(folder: Path, gradebook: Path) -> Course:
    """Make a course: one right, one wrong with files beside it, one hostile, one unreadable."""
    folder.mkdir()
    course = Course(folder)
    shutil.copy(gradebook, folder / "gradebook.db")
    hand_in(course, "ann")
    beside = hand_in(course, "ben", answer_1_1="def add(x: int, y: int) -> int:\n    return x * y")
    (beside / "notes.txt").write_text("mine")
    (beside / "timestamp.txt").write_text("2026-11-24 10:00:00 UTC")
    (beside / "link.txt").symlink_to("/etc/hostname")
    hand_in(course, "cat", answer_1_4="import os\nos._exit(0)")
    (hand_in(course, "dan") / f"{LESSON}.ipynb").write_text('{"cells": [')
    return course


# --- the same scores ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A scheduler and two workers in folders of their own; the courses of this test are hidden."""
    hidden = tmp_path_factory.mktemp("courses")
    place = tmp_path_factory.mktemp("cluster")
    kit = os.pathsep.join([str(ROOT), str(ROOT / "lessons")])
    env = {**os.environ, "PYTHONPATH": kit, "TMPDIR": str(place)}
    for name in ("LESSON_COURSE_SECRET", "LESSON_FORK_KEEPER", "PYTEST_CURRENT_TEST"):
        env.pop(name, None)
    file = place / "scheduler.json"
    bwrap = ["bwrap", "--dev-bind", "/", "/", "--tmpfs", str(hidden), "--die-with-parent"]
    bwrap += ["--cap-add", "ALL"] if os.geteuid() == 0 else []
    dask = [sys.executable, "-m", "dask"]
    local = ["--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(file)]
    started = [start([*dask, "scheduler", *local, "--port", "0"], place, env)]
    for number in ("1", "2"):
        folder = place / number
        folder.mkdir()
        options = ["--nthreads", "1", "--no-nanny", *local, "--local-directory", str(folder)]
        started.append(start([*bwrap, *dask, "worker", *options], folder, env))
    try:
        yield hidden, scheduler_in(file)
    finally:
        for process in started:
            end(process)


def start(command: list[str], folder: Path, env: dict) -> psutil.Popen:
    with open(folder / "log", "w") as log:
        return psutil.Popen(command, cwd=folder, env=env, stdout=log, stderr=log)


def scheduler_in(file: Path) -> str:
    """Return the address of a scheduler that was started, once it has written it."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError, ValueError):
            return json.loads(file.read_text())["address"]
        time.sleep(0.1)
    raise AssertionError((file.parent / "log").read_text())


def end(process: psutil.Popen) -> None:
    family = process.children(recursive=True) if process.is_running() else []
    for one in [process, *family]:
        with contextlib.suppress(psutil.NoSuchProcess):
            one.kill()
    process.wait(30)


@pytest.fixture(scope="module")
def classes(cluster, released):
    """Grade the same class by the stock command, by two processes, and by a cluster."""
    hidden, address = cluster
    made = {name: a_mixed_class(hidden / name, released) for name in ("stock", "here", "there")}
    stock = made["stock"].nbgrader("autograde", LESSON)
    assert stock.returncode == 0, stock.stderr
    runs = {
        "here": grade(made["here"], "--workers", "2"),
        "there": grade(made["there"], "--scheduler", address, "--no-feedback"),
    }
    for run in runs.values():
        assert run.returncode == 0 and "Traceback" not in run.stderr, run.stdout + run.stderr
    return made, runs


def verdicts(course) -> dict:
    """Return what every check found, and what is said of each notebook."""
    found = {}
    for path in sorted((course.folder / "autograded").glob("*/*/*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        states = [state_of(cell) for cell in notebook.cells if state_of(cell)]
        found[path.parent.parent.name] = notebook.metadata.get(STATE), states
    return found


def grades(course) -> list[tuple]:
    """Return all that a gradebook holds of what was graded, time stamps aside."""
    with Gradebook(f"sqlite:///{course.folder / 'gradebook.db'}") as gradebook:
        notebooks = [
            one
            for submission in gradebook.assignment_submissions(LESSON)
            for one in submission.notebooks
        ]
        return sorted(
            (one.student.id, one.late_submission_penalty or 0.0, sorted(marks(one)))
            for one in notebooks
        )


def marks(notebook) -> list[tuple]:
    made = [(one.name, str(one.auto_score), one.needs_manual_grade) for one in notebook.grades]
    return made + [(one.name, str(one.auto_comment), False) for one in notebook.comments]


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("where", ["here", "there"])
def test_wherever_it_is_judged_each_check_finds_the_same(classes, where):
    made, _ = classes
    stock, other = verdicts(made["stock"]), verdicts(made[where])
    points = {name: sum(one["points"] for one in states) for name, (_, states) in stock.items()}
    assert points["ann"] == 21 > points["ben"] > 0 == points["dan"], points
    assert other == stock
    assert grades(made[where]) == grades(made["stock"])
    names = [list(tree(made[one].folder / "autograded")) for one in ("stock", where)]
    assert names[0] == names[1] and f"ben/{LESSON}/notes.txt" in names[0]


def test_the_workers_learn_neither_the_secret_nor_where_the_course_is(cluster, classes):
    hidden, _ = cluster
    made, _ = classes
    kept = [path for path in hidden.parent.glob("cluster*/**/*") if path.is_file()]
    assert kept
    told = b"".join(path.read_bytes() for path in kept)
    assert os.environ["LESSON_COURSE_SECRET"].encode() not in told
    assert str(hidden).encode() not in told
    sent = json.dumps([record.log for record in records(made["there"].folder)])
    assert str(hidden) not in sent


def test_what_a_worker_learns_of_the_configuration_holds_no_password_and_no_place():
    config = Config()
    config.Verdict.course_secret = config.Kernels.course_secret = "whispered"
    config.Verdict.request_timeout = 7
    config.CourseDirectory.db_url = "postgresql://grader:whispered@localhost/grades"
    config.CourseDirectory.root = config.Exchange.root = config.ExchangeList.root = "/whispered"
    sent = pickle.dumps(travelling(config))
    assert b"whispered" not in sent and b"whispered" in pickle.dumps(config)
    assert travelling(config).Verdict.request_timeout == 7


def test_feedback_is_what_nbgrader_makes(classes):
    course = classes[0]["here"]
    made = tree(course.folder / "feedback")
    assert len(made) == 4 + 2  # the pages, and ben's notes and time stamp
    run = course.nbgrader("generate_feedback", LESSON, "--student", "ben", "--force")
    assert run.returncode == 0, run.stderr
    assert tree(course.folder / "feedback") == made


def test_it_ends_with_scores_what_needs_a_look_and_what_failed_most(classes):
    said = " ".join(classes[1]["here"].stdout.split())
    for words in ("Scores", "To look at", "unreadable: 01_tools.ipynb could not", "1.1 add"):
        assert words in said, said
    kept = list(records(classes[0]["here"].folder))
    assert [one.learner for one in kept] == ["ann", "ben", "cat", "dan"]
    first = exercises_failed(kept)[0]
    assert first.failed == max(one.failed for one in exercises_failed(kept)) <= first.judged == 3
    adds = next(one for one in checks_failed(kept) if one.name == "1.1 adds_two_numbers")
    assert (adds.failed, adds.judged) == (1, 3) and "product" in adds.finding
    looks = to_look_at(kept, [(LESSON, "ann")], {(LESSON, "eve"): "It ended."}, {"ann", "zoe"})
    assert ("not handed in", ["zoe"]) in [(one.why, one.learners) for one in looks]
    assert ("not graded: It ended.", ["eve"]) in [(one.why, one.learners) for one in looks]


def test_the_report_is_one_page_that_asks_nothing_of_a_network(classes):
    course = classes[0]["here"]
    page = (course.folder / "class_report.html").read_text("utf-8")
    assert page.count("<svg") == 4 and "<script" not in page
    assert not re.findall(r"""(?:src|href)=["']http""", page)
    for words in ("1.1 adds_two_numbers", "unreadable: 01_tools.ipynb", ">ben<", "kernel"):
        assert words in page
    rows = list(csv.DictReader(io.StringIO((course.folder / "item_statistics.csv").read_text())))
    (row,) = [one for one in rows if one["check"] == "adds_two_numbers"]
    assert (row["judged"], row["passed"], row["difficulty"]) == ("3", "2", "0.667")
    assert row["misconception"].startswith("1.1/") and "product" in row["says"]


def test_a_check_tells_learners_apart_by_the_rest_of_their_points():
    def record(learner: str, hard: bool, rest: int) -> Record:
        states = {"hard": hard, **{f"other {n}": n < rest for n in range(3)}}
        results = [
            {
                "check": name,
                "points": 1,
                "state": "passed" if ok else "failed",
                "finding": "" if ok else "1.1/x",
                "meaning": "=x",
            }
            for name, ok in states.items()
        ]
        exercise = {"exercise": "1.1", "results": results, "points": hard + rest, "most": 4}
        return Record(learner, LESSON, exercises=[exercise])

    made = [
        record("a", True, 3),
        record("b", True, 2),
        record("c", False, 1),
        record("$d", False, 0),
    ]
    found = {one.check: one for one in items(made)}
    assert (found["hard"].difficulty, found["hard"].discrimination) == (0.5, 0.894)
    assert found["other 0"].difficulty == 0.75
    assert found["hard"].misconception == "1.1/x" and found["hard"].times == 2
    assert "'=x" in as_csv(Item, [*found.values()])
    assert "$d" in learners_by_lesson(made)


# --- graded again ---------------------------------------------------------------------------------


def test_what_would_change_is_shown_first_and_marks_by_hand_stay(classes, tmp_path):
    course = classes[0]["here"]
    before = reports(course)
    url = f"sqlite:///{course.folder / 'gradebook.db'}"
    with Gradebook(url) as gradebook:  # as if other checks had judged, and somebody had looked
        grade_of = [gradebook.find_grade(f"check-1-{n}", LESSON, LESSON, "ann") for n in (1, 2)]
        grade_of[0].auto_score, grade_of[1].manual_score = 3.0, 0.5
        gradebook.db.commit()
    for learner in ("ann", "dan"):
        record = record_of(course.folder, LESSON, learner)
        record.judged_by = "other checks"
        if learner == "ann":
            record.exercises[0]["results"][0]["state"] = "failed"
        keep(course.folder, record, tmp_path)
    shown = grade(course, "--workers", "1")
    told = " ".join(re.sub("[│┃]", " ", shown.stdout).split())
    assert shown.returncode == 1 and "1 would change" in told, shown.stdout + shown.stderr
    assert "start again with --yes" in told
    for words in ("20 → 21 of 21", "check-1-2", "failed → passed", "checks or kit changed"):
        assert words in told, told
    assert record_of(course.folder, LESSON, "ann").judged_by == "other checks"
    with Gradebook(url) as gradebook:
        assert gradebook.find_grade("check-1-1", LESSON, LESSON, "ann").auto_score == 3
    assert grade(course, "--yes", "--no-feedback", "--workers", "1").returncode == 0
    with Gradebook(url) as gradebook:
        first, second = (
            gradebook.find_grade(f"check-1-{n}", LESSON, LESSON, "ann") for n in (1, 2)
        )
        assert (first.auto_score, second.manual_score, second.score) == (4, 0.5, 0.5)
    assert reports(course) == before
    assert not tree(course.folder / ".grading" / "judged")


# --- stopped --------------------------------------------------------------------------------------

STOPS = 4  # of one class; with the variable STOPS=50 the test below makes about so many in all
STOPPED = """
import os, runpy, signal, sys
sys.path.insert(0, os.path.dirname({script!r}))
way, left = sys.argv.pop(1), int(sys.argv.pop(1))
course = os.path.realpath(sys.argv[sys.argv.index("--course") + 1]) + os.sep
EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "sqlite3.connect"}
seen = 0

def watch(event, arguments):
    global seen
    if event not in EVENTS or not str(arguments[0]).replace("file:", "").startswith(course):
        return
    if event == "open" and not (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR):
        return
    seen += 1
    if seen == left and way == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if seen >= left and way == "full":
        raise OSError(28, "No space left on device", str(arguments[0]))

sys.addaudithook(watch)
try:
    runpy.run_path({script!r}, run_name="__main__")
finally:
    print("events", seen, flush=True)
"""


def a_quick_class(folder: Path, gradebook: Path) -> Course:
    """Make a course of three whose notebooks are not run: each is graded in a moment."""
    folder.mkdir()
    course = Course(folder)
    shutil.copy(gradebook, folder / "gradebook.db")
    (folder / "nbgrader_config.py").unlink()
    (folder / "nbgrader_config.py").write_text(WITHOUT_KERNELS)
    for learner in ("ann", "ben", "cat"):
        hand_in(course, learner)
    return course


def what_stands(course) -> tuple:
    """Return all that grading made of a class, but for times and work that is under way."""
    made = [tree(course.folder / name) for name in ("autograded", "feedback")]
    left = {name for name in tree(course.folder / ".grading") if name != "class.lock"}
    return grades(course), reports(course), made, left


def reports(course) -> dict[str, dict]:
    """Return what is kept of each submission, but for what it took."""
    kept = {name: json.loads(data) for name, data in tree(course.folder / "reports").items()}
    return {name: {**one, "seconds": {}} for name, one in kept.items()}


def test_a_run_that_is_stopped_anywhere_loses_nothing(cluster, released, tmp_path):
    program = tmp_path / "stopped.py"
    program.write_text(STOPPED.replace("{script!r}", repr(GRADE[1])))

    def run(course, way: str, at: int):
        command = [sys.executable, str(program), way, str(at)]
        return grade(course, "--scheduler", cluster[1], program=command)

    whole = a_quick_class(tmp_path / "whole", released)
    first = run(whole, "never", 0)
    assert first.returncode == 0, first.stdout + first.stderr
    events = int(re.search(r"events (\d+)", first.stdout)[1])
    assert events > 30
    draw = random.Random(7)
    for number in range(int(os.environ.get("STOPS", STOPS)) // STOPS):
        course = a_quick_class(tmp_path / f"stopped-{number}", released)
        for way in ("kill", "full", "kill", "kill"):
            stopped = run(course, way, draw.randrange(1, events // 2))
            assert "Traceback" not in stopped.stderr, stopped.stderr
            if stopped.returncode and way == "full":  # with 0, it was done before it came to that
                assert os.strerror(errno.ENOSPC) in stopped.stderr or "full" in stopped.stderr
            else:
                assert stopped.returncode in (-signal.SIGKILL, 0)
            done = {path: path.stat().st_mtime_ns for path in course.folder.glob("reports/*/*")}
        assert run(course, "never", 0).returncode == 0
        assert what_stands(course) == what_stands(whole)
        kept = {path: path.stat().st_mtime_ns for path in done}
        assert sum(kept[path] != done[path] for path in done) <= 1, "graded twice"


def test_ctrl_c_ends_it_in_order_and_leaves_no_process(released, tmp_path):
    course = a_quick_class(tmp_path / "course", released)
    (course.folder / "nbgrader_config.py").unlink()
    (course.folder / "nbgrader_config.py").symlink_to(ROOT / "nbgrader_config.py")
    hand_in(course, "aaa", answer_1_1="import time\ntime.sleep(600)")
    log = tmp_path / "log"
    with open(log, "w") as said:
        command = [*GRADE, "--course", str(course.folder), "--workers", "1"]
        env = {name: value for name, value in os.environ.items() if name != "LESSON_FORK_KEEPER"}
        process = psutil.Popen(command, stdout=said, stderr=said, env=env, start_new_session=True)
    try:
        wait_for(lambda: any(is_kernel(one) for one in commands_below(process)))
        time.sleep(3)  # into the cell that sleeps
        family = process.children(recursive=True)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
        assert process.wait(60) == 130, log.read_text()
        wait_for(lambda: not any(one.is_running() and one.status() != "zombie" for one in family))
    finally:
        end(process)
    assert "The next start goes on" in log.read_text() and "Traceback" not in log.read_text()
    assert not tree(course.folder / "autograded") and grades(course) == []


def commands_below(process) -> list[list[str]]:
    found = []
    for one in process.children(recursive=True):
        with contextlib.suppress(psutil.Error):
            found.append(one.cmdline())
    return found


def is_kernel(command: list[str]) -> bool:
    return any("ipykernel" in word or "fork_kernels" in word for word in command)


def wait_for(condition, seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.1)


# --- the workers ----------------------------------------------------------------------------------


@pytest.fixture
def no_other_kit(monkeypatch):
    """The path without the kits of models that other tests have loaded: workers get it, too."""
    others = [one for one in sys.path if (Path(one) / "lesson_kit").exists()]
    others = [one for one in others if Path(one).resolve() != ROOT / "lessons"]
    monkeypatch.setattr(sys, "path", [one for one in sys.path if one not in others])


def test_who_dies_or_never_answers_is_tried_once_more_and_then_reported(tmp_path, no_other_kit):
    once = tmp_path / "died"
    payloads = {
        "sum": functools.partial(sum, [1, 2]),
        "dies": functools.partial(os._exit, 1),
        "dies once": functools.partial(die_once, str(once)),
        "hangs": functools.partial(time.sleep, 600),
        "raises": functools.partial(int, "x"),
        **{f"more {n}": functools.partial(abs, -n) for n in range(20)},
    }
    jobs = [Job(name, lambda one=one: one) for name, one in payloads.items()]
    with own_cluster(2, tmp_path) as client:
        scheduling = Scheduling(client, lambda work: work(), patience=12)
        found = {one.job.name: one for one in scheduling.run(jobs)}
    assert len(found) == len(jobs)
    assert (found["sum"].result, found["dies once"].result) == (3, "alive")
    assert [found[f"more {n}"].result for n in range(20)] == list(range(20))
    assert found["dies"].problem.startswith("The process that judged it ended.")
    assert found["hangs"].problem.startswith("Nothing was heard of it for 12 s.")
    assert found["raises"].problem.startswith("ValueError: invalid literal")


def test_what_a_worker_was_given_as_it_was_ended_for_another_has_not_used_a_try():
    given = []

    def submit(work, payload, key, pure):
        given.append(key)
        error = KilledWorker(key, SimpleNamespace(address="ended"), 0)
        return SimpleNamespace(
            key=key, status="error", exception=lambda: error, add_done_callback=lambda done: None
        )

    scheduling = Scheduling(SimpleNamespace(submit=submit), len, patience=1)
    scheduling.begin(Job("one", list), [])
    for tries, ended in ((1, {"ended"}), (2, set())):
        scheduling.ended_here = ended
        (begun,) = scheduling.begun.values()
        assert scheduling.settle(begun.future) is None
        assert [one.tries for one in scheduling.begun.values()] == [tries]
    assert given == ["one #1", "one #2", "one #3"]


def test_workers_that_are_gone_are_started_again(tmp_path, no_other_kit):
    jobs = [Job(str(n), lambda n=n: functools.partial(abs, -n)) for n in range(6)]
    with own_cluster(1, tmp_path) as client:
        scheduling = Scheduling(client, lambda work: work(), patience=30)
        outcomes = scheduling.run(jobs)
        first = next(outcomes)
        client.cluster.scale(0)
        wait_for(lambda: not client.scheduler_info(n_workers=-1)["workers"])
        found = [first, *outcomes]
    assert sorted(one.result for one in found) == list(range(6))


def die_once(path: str) -> str:
    """Kill this process the first time, and not the second."""
    if os.path.exists(path):
        return "alive"
    Path(path).touch()
    os.kill(os.getpid(), signal.SIGKILL)


# --- what cannot be done --------------------------------------------------------------------------


CANNOT = {
    "--course /nowhere": "/nowhere is no course",
    "09_more": "The gradebook knows no lesson 09_more: name one of 01_tools",
    "--learner zoe": "zoe handed in nothing that is asked for",
    "--scheduler tcp://127.0.0.1:1": "No scheduler answers at tcp://127.0.0.1:1",
}
EACH = """
import sys
sys.path[:0] = {folders!r}
import grade
from checks.grading.whole_class import scheduling
scheduling.WAIT_FOR_WORKERS = 3  # as nobody is going to answer
for line in {lines!r}:
    sys.argv = ["grade.py", "--course", {course!r}, *line.split()]
    print("exit code", grade.main(), line, file=sys.stderr)
"""


def test_what_cannot_be_done_is_said_in_a_sentence(released, tmp_path):
    course = a_quick_class(tmp_path / "course", released)
    folders = [str(ROOT / name) for name in ("scripts", "", "lessons")]
    told = {"folders": folders, "lines": [*CANNOT], "course": str(course.folder)}
    command = [sys.executable, "-c", EACH.format(**told)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    said = " ".join(run.stderr.split())
    for line, words in CANNOT.items():
        assert words in said and f"exit code 2 {line}" in said, run.stderr
    assert "Traceback" not in said and not (course.folder / "autograded").exists()
