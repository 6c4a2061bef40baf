"""Forked kernels: each is alone, and where there can be none, kernels start in the ordinary way."""

import ctypes
import os
import signal
import subprocess
import sys
from importlib.metadata import version

import psutil
import pytest
from lesson_kit.empty_store import SCRIPT as STORE
from nbformat.v4 import new_code_cell, new_notebook

from checks.grading import forked_kernels, sandbox
from checks.grading.exercises import ROOT
from checks.grading.fork_server import ForkServer, NoFork
from checks.grading.kernels import say_why_not_forked
from checks.grading.sandbox import Limits
from checks.grading.verdict import Verdict

LIMITS = Limits(500, 100, 100)
pytestmark = pytest.mark.usefixtures("no_fork_keeper")


@pytest.fixture
def run(tmp_path):
    """Run cells in a kernel of their own, in a folder with a file; return what they gave."""
    (tmp_path / "data.txt").write_text("given")

    def run(*sources: str, **settings):
        cells = [new_code_cell(source) for source in sources]
        resources = {"nbgrader": {"student": "pat"}, "metadata": {"path": str(tmp_path)}}
        Verdict(**settings).preprocess(new_notebook(cells=cells), resources)
        return [one for cell in cells for one in cell.outputs]

    return run


@pytest.fixture
def server(run):
    """The process that forks, after its first kernel."""
    run("1")
    servers = [one for one in forked_kernels.servers.values() if isinstance(one, ForkServer)]
    return servers[-1]


def value(outputs) -> object:
    return eval(outputs[-1].data["text/plain"])


LEAVES = """
import ctypes, os, subprocess, sys
import lesson_kit
for folder in ("/tmp", "/dev/shm", os.path.expanduser("~"), "."):
    open(os.path.join(folder, "left.txt"), "w").write("left")
lesson_kit.left = sys.left = os.environ["LEFT"] = "left"
ctypes.CDLL(None).shmget(4711, 4096, 0o1600)
sleeping = subprocess.Popen(["sleep", "600"], start_new_session=True)
"""
FINDS = """
import ctypes, glob, os, sys
import lesson_kit
home, known = os.path.expanduser("~"), (".ipython", "data.txt", os.path.basename(os.getcwd()))
known += tuple(sys.prefix.split("/"))  # an environment may lie there
found = [folder + name for folder in ("/tmp", "/dev/shm", home, ".")
         for name in os.listdir(folder) if name not in known]
found += [name for name in ("left",) if hasattr(lesson_kit, name) or hasattr(sys, name)]
found += [name for name in os.environ if name == "LEFT"]
if ctypes.CDLL(None).shmget(4711, 4096, 0o600) >= 0:
    found.append("shared memory")
commands = [open(path).read() for path in glob.glob("/proc/[0-9]*/cmdline")]
found += [one for one in commands if "sleep" in one]
found
"""


def test_nothing_of_a_kernel_is_seen_by_the_next_and_both_come_of_one_process(run, server):
    assert run(LEAVES) == []
    assert value(run(FINDS)) == []
    assert server.is_alive and server in forked_kernels.servers.values()


ALONE = """
import os, subprocess, sys
def said(path):
    try:
        return open(path).read()
    except OSError as error:
        return type(error).__name__
lines = said("/proc/self/status").splitlines()
powers = [line.split()[1] for line in lines if line.startswith("Cap")]
{
    "processes": sorted(int(one) for one in os.listdir("/proc") if one.isdigit()),
    "powers": {int(one, 16) for one in powers},
    "its first process": {said("/proc/1/mem"), said("/proc/1/environ"), said("/proc/1/maps")},
    "link": os.listdir("/run/link"),
    "links": [one for one in os.listdir("/tmp") if one not in sys.prefix.split("/")],
    "a user namespace": subprocess.run("unshare -Ur true >/dev/null 2>&1", shell=True).returncode,
    "a file": said("data.txt"),
}
"""


def test_a_kernel_sees_itself_alone_and_has_no_powers(run):
    told = value(run(ALONE))
    assert told.pop("a user namespace") != 0
    assert told == {
        "processes": [1, 2],
        "powers": {0},
        "its first process": {"PermissionError"},
        "link": [],
        "links": [],
        "a file": "given",
    }


def test_it_has_the_same_path_arguments_and_environment_as_a_kernel_that_is_not_forked(run):
    asks = (
        "import os, sys; links = ('JPY_PARENT_PID', 'PWD', 'SHLVL', '_')\n"
        "[sys.path, sys.argv[0], sys.flags.safe_path, os.getcwd(), "
        "{name: value for name, value in os.environ.items() if name not in links}]"
    )
    assert value(run(asks)) == value(run(asks, forks=False))


def test_a_kernel_that_takes_too_much_memory_is_ended_and_the_next_one_is_there(run, server):
    outputs = run("held = bytearray(600_000_000)\nimport time; time.sleep(60)", most_resident=500)
    assert "took more than 500 MB of memory" in outputs[-1].evalue
    assert value(run("1 + 1", most_resident=500)) == 2


WRITES = """
import os, resource
link = os.open("/run/link", os.O_RDONLY)
flag = os.O_TMPFILE | os.O_WRONLY
def fails(call, *arguments):
    try:
        call(*arguments)
    except OSError:
        return True
def floods():
    for number in range(60_000):
        open(f"/tmp/{number}", "w").close()
terminals = open("/proc/self/mounts").read().count(" /dev/pts devpts")  # its own over the box's
[fails(os.open, "/run/link", flag), fails(floods), terminals,
 resource.getrlimit(resource.RLIMIT_NOFILE)[1] <= 512]
"""


def test_its_sockets_folder_is_closed_its_files_are_bounded_its_terminals_its_own(run):
    assert value(run(WRITES)) == [True, True, 2, True]


HIDES = """
import threading, time
def hold():
    held = bytearray(800_000_000)
    time.sleep(60)
import os
if os.fork() == 0:
    threading.Thread(target=hold).start()
    import ctypes
    ctypes.CDLL(None).pthread_exit(None)  # the first thread ends, the other one goes on
time.sleep(20)
"""


def test_memory_is_seen_where_the_first_thread_of_a_process_has_ended(run):
    outputs = run(HIDES, most_resident=500)
    assert "took more than 500 MB of memory" in outputs[-1].evalue


FINDS_KEY = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall({search}, 10, -3, b"user", b"the grader's", 0) >= 0
"""


def test_the_session_keyring_of_whoever_grades_is_not_the_kernels(run):
    """In a session with a key, as a login may make one; -3 is the session's keyring."""
    numbers = {"x86_64": (248, 250), "aarch64": (217, 219)}.get(os.uname().machine)
    libc = ctypes.CDLL(None)
    if numbers is None or libc.syscall(numbers[1], 1, None) < 0:
        pytest.skip("Linux has no session keyring here")
    assert libc.syscall(numbers[0], b"user", b"the grader's", b"secret", 6, -3) >= 0
    forked_kernels.end_fork_servers()
    for forks in (True, False):
        assert value(run(FINDS_KEY.format(search=numbers[1]), forks=forks)) is False
    assert eval(FINDS_KEY.format(search=numbers[1]).split("\n")[-2], {"libc": libc})


def test_where_the_course_itself_would_be_shown_there_is_no_fork(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sandbox, "SYSTEM", [str(ROOT)])
    with pytest.raises(NoFork, match="lies in a folder that a sandbox shows"):
        forked_kernels.forked_box(tmp_path, [], LIMITS, {}, 60)


def test_where_the_process_that_forks_dies_when_it_is_asked_a_kernel_starts_without(
    run, server, monkeypatch
):
    ask = ForkServer.ask

    def dies(self, *order):
        self.process.kill()
        self.process.wait()
        return ask(self, *order)

    monkeypatch.setattr(ForkServer, "ask", dies)
    assert value(run("1 + 1")) == 2
    monkeypatch.undo()
    assert value(run("2 + 2")) == 4


def test_where_the_process_that_forks_has_died_another_takes_its_place(run, server):
    os.kill(server.process.pid, signal.SIGKILL)
    server.process.wait()
    assert value(run("1 + 1")) == 2
    assert server not in forked_kernels.servers.values()
    assert not server.folder.exists()


BORROWS = """
import os, sys, tempfile
from pathlib import Path
from checks.grading.forked_kernels import forked_box, servers
from checks.grading.sandbox import Limits
box = forked_box(Path(tempfile.mkdtemp()), ["json"], Limits(500, 100, 100), {}, 60)
(server,) = servers.values()
print(type(server).__name__, server.folder, flush=True)
sys.stdin.read()
"""


def test_processes_share_what_forks_and_its_kernels_end_with_whoever_asked_for_them(tmp_path):
    forked_kernels.end_fork_servers()
    with forked_kernels.keeping_fork_servers() as shared:
        kit = os.pathsep.join([str(ROOT), str(ROOT / "lessons")])
        borrowers = [
            subprocess.Popen(
                [sys.executable, "-c", BORROWS],
                env={**os.environ, **shared, "PYTHONPATH": kit},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            for _ in range(2)
        ]
        told = [one.stdout.readline() for one in borrowers]
        (server,) = forked_kernels.servers.values()
        assert told == [f"BorrowedForkServer {server.folder}\n"] * 2
        forked = server.fork(waits_for_ever(server), tmp_path, 60)
        assert forked.ended(200) is None
        for one in borrowers:
            one.communicate("")
        assert server.is_alive and forked.ended(200) is None
        forked.line.close()  # as when the one who asked for it ends
        assert forked.ended(10_000) == 0
    assert not server.folder.exists()


def waits_for_ever(server: ForkServer) -> dict:
    """Return an order for a kernel that nobody talks to."""
    link = server.links / "alone"
    link.mkdir()
    box = forked_kernels.ForkedBox(server, link, LIMITS)
    return box.order({"ip": "unused", "transport": "ipc"}, [])


def test_nothing_is_left_of_it(run, server):
    processes = psutil.Process(server.process.pid).children(recursive=True)
    assert processes
    forked_kernels.end_fork_servers()
    psutil.wait_procs(processes, timeout=10)
    assert [one for one in processes if one.is_running()] == []
    assert not server.folder.exists()


def test_where_kernels_cannot_be_forked_they_start_and_one_line_says_why(run, monkeypatch, caplog):
    say_why_not_forked.cache_clear()
    monkeypatch.delattr(os, "pidfd_open")
    for _ in range(2):
        assert value(run("1 + 1")) == 2
    said = [one for one in caplog.messages if one.startswith("Kernels are not forked")]
    assert len(said) == 1 and "cannot follow a process" in said[0]


FIRST_USES = """
import shutil, sys
from mlflow.utils import providers, requirements_utils
known = {
    "prices": providers._load_bundled_provider.cache_info().currsize > 9,
    "tokenizer": "tiktoken_ext.openai_public" in sys.modules,
    "packages": requirements_utils._MODULES_TO_PACKAGES is not None,
    "git": "git" in sys.modules or not shutil.which("git"),
}
[name for name, there in known.items() if not there]
"""


def test_a_fork_has_at_once_what_libraries_do_at_their_first_use(run):
    assert value(run(FIRST_USES)) == []
    assert "tokenizer" in value(run(FIRST_USES, forks=False))


LAYS = """
import os, pathlib
from lesson_kit.empty_store import lay_store
lay_store(pathlib.Path("mlflow.db").resolve())
sorted(os.listdir("."))
"""


@pytest.mark.skipif(version("mlflow") not in STORE.read_text("utf-8")[:99], reason="another MLflow")
def test_a_store_is_laid_down_in_a_sandbox_too(run):
    assert value(run(LAYS)) == ["data.txt", "mlflow.db"]


def test_where_the_libraries_cannot_be_imported_there_is_no_fork_and_it_is_said(tmp_path):
    with pytest.raises(NoFork, match="No module named 'no_such_library'"):
        forked_kernels.forked_box(tmp_path, ["no_such_library"], LIMITS, {}, 60)
