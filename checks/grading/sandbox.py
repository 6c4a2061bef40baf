"""Put a kernel into bubblewrap: no network, no files but its own, a bounded piece of the machine.

What a kernel writes goes to memory and is gone with it; the grader talks to it over unix sockets.
All that is let into the box, and all that bounds it, stands in one file, to be judged as a whole.
"""

import asyncio
import contextlib
import functools
import importlib.util
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

import lesson_kit
from jupyter_client.manager import AsyncKernelManager
from traitlets import Type

from checks.grading.prompt_client import PromptClient

ROOT = Path(__file__).resolve().parents[2]
KIT = Path(lesson_kit.__file__).resolve().parent
IN_BOX = Path(__file__).with_name("in_box")
HOME = "/home/learner"
GIVEN, SCRIPTS, INSIDE_KIT = "/run/given", "/run/in_box", "/run/kit"
SYSTEM = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64"]
IN_ETC = ["alternatives", "fonts", "ld.so.cache", "localtime", "mime.types", "ssl/certs"]
SHARED_MEMORY = 64  # megabytes
SECONDS_TO_END = 5  # for a kernel that was killed
INSTALL = "sudo apt-get install bubblewrap"
PASSED_ON = ("LANG", "LC_ALL", "TZ")


IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


class NoSandbox(SystemExit):
    """Learners' code cannot be isolated here; nothing is graded until somebody decides."""


@dataclass(frozen=True)
class Limits:
    """What one kernel, with all that it starts, may take of the machine."""

    memory: int  # megabytes
    disk: int  # megabytes
    processes: int  # threads count as processes

    @property
    def folders(self) -> dict[str, int]:
        """Return the megabytes of each folder in memory that code in the sandbox writes to."""
        return {"/tmp": self.disk, HOME: self.disk, "/dev/shm": SHARED_MEMORY}


def require_bubblewrap() -> None:
    """Raise `NoSandbox` with a sentence that says what to do, unless bubblewrap works here."""
    problem = why_not()
    if problem:
        raise NoSandbox(
            f"Nothing was graded: learners' code runs in bubblewrap, and {problem} Or set "
            'c.Kernels.isolation = "none": README, "What is still open", says what that opens.'
        )
    compile_libraries()


@functools.cache
def compile_libraries() -> None:
    """Let Python keep a kernel's libraries compiled: in a sandbox it could keep nothing."""
    first = Path(importlib.util.find_spec("ipykernel").origin).with_name("kernelapp.py")
    if not os.path.exists(importlib.util.cache_from_source(str(first))):
        names = "ipykernel.kernelapp, matplotlib.pyplot, mlflow.llama_index"
        env = {
            name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
        }
        command = [sys.executable, "-c", f"import {names}"]
        subprocess.run(command, env=env, capture_output=True, check=False)


@functools.cache
def namespaces(no_more: bool = True) -> list[str]:
    """Return bubblewrap's arguments for all that a sandbox has for itself alone.

    With `no_more`, no code in it can make a user namespace, where bubblewrap can prevent that.
    """
    own = ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"]
    own += ["--unshare-cgroup-try", "--die-with-parent"]
    if IS_ROOT:  # it needs no user namespace, and could not take on another account in one
        return own
    own += ["--unshare-user"]
    help = subprocess.run(["bwrap", "--help"], capture_output=True, text=True, check=False)
    closed = "--disable-userns"  # in one of its own a learner could mount folders without bounds
    return [*own, closed] if no_more and closed in help.stdout + help.stderr else own


@functools.cache
def why_not() -> str:
    """Return why there is no sandbox here, as the end of a sentence; nothing where there is one."""
    program = shutil.which("bwrap")
    if program is None:
        return f"it is not installed: {INSTALL}."
    run = subprocess.run(
        [program, *namespaces(), "--ro-bind", "/", "/", "--proc", "/proc", "true"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    said = " ".join((run.stderr or "it failed").split())[:200]
    return f"it does not work here ({said})." if run.returncode else ""


class Sandbox:
    """What every sandbox here has around it, and the folder on this side that belongs to it."""

    def __init__(self, limits: Limits):
        self.limits = limits
        # an account that is nobody's, so that the limit on processes binds this kernel alone
        self.uid = random.randrange(40_000, 60_000) if IS_ROOT else 0
        # the address of a unix socket is at most 107 bytes long
        long = len(tempfile.gettempdir()) > 60
        self.folder = Path(tempfile.mkdtemp(prefix="kernel-", dir="/tmp" if long else None))
        self.etc = self.folder / "etc"
        self.etc.mkdir()
        uid = self.uid or os.geteuid()
        texts = {
            "passwd": f"learner:x:{uid}:{uid}::{HOME}:/bin/sh\n",
            "group": f"learner:x:{uid}:\n",
            "hosts": "127.0.0.1 localhost\n",
            "nsswitch.conf": "passwd: files\ngroup: files\nhosts: files\n",
        }
        for name, text in texts.items():
            (self.etc / name).write_text(text)

    def walls(self, apart: list[Path], inside: list[str], no_more: bool = True) -> list[str]:
        """Return bubblewrap's command line up to the command that it is to run.

        `apart` are folders that are not seen, wherever they lie; `inside` are arguments for what
        this sandbox has besides; `no_more` is about user namespaces.
        """
        sizes = self.limits.folders
        memory = {name: bounded_folder(name, size) for name, size in sizes.items()}
        return [
            shutil.which("bwrap") or "bwrap",
            *namespaces(no_more),
            *("--proc", "/proc", "--dev", "/dev"),
            *memory["/dev/shm"],
            *("--remount-ro", "/dev"),
            *memory["/tmp"],
            *way_to(Path(HOME)),
            *memory[HOME],
            *self.seen(apart),
            *inside,
            *("--remount-ro", "/", "--chdir", "/", "--"),
        ]

    def seen(self, apart: list[Path]) -> list[str]:
        """Return the arguments for all that can be read: Python, the kit, what the system needs."""
        shown = {folder: folder for folder in shown_folders()}
        # A course that lies in one of them, as in /usr/src, is not shown with it.
        hidden = [path for path in {ROOT, Path.cwd(), *apart} if is_shown(path)]
        options = []
        for path in sorted([*shown, *hidden], key=lambda path: len(path.parts)):
            options += way_to(path)
            if path in hidden:
                options += ["--tmpfs", str(path), "--remount-ro", str(path)]
            elif path.is_symlink() and path.parent == Path("/"):
                options += ["--symlink", os.readlink(path), str(path)]
            else:
                options += ["--ro-bind", str(path), str(path)]
        options += way_to(Path("/etc/ssl/certs"))
        for name in IN_ETC:
            options += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
        for path in self.etc.iterdir():
            options += ["--ro-bind", str(path), f"/etc/{path.name}"]
        options += way_to(Path(INSIDE_KIT) / "lesson_kit")
        for path, inside in ((KIT, f"{INSIDE_KIT}/lesson_kit"), (IN_BOX, SCRIPTS)):
            options += ["--ro-bind", str(path), inside]
        return options

    def environment(self) -> dict[str, str]:
        """Return the environment variables of a kernel, all of them."""
        here = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        python = str(Path(sys.executable).parent)
        return here | {
            "PATH": os.pathsep.join([python, "/usr/local/bin", "/usr/bin", "/bin"]),
            "HOME": HOME,
            "USER": "learner",
            "TMPDIR": "/tmp",
            "IPYTHONDIR": f"{HOME}/.ipython",
            "PYTHONPATH": INSIDE_KIT,
        }

    def own(self, path: Path) -> None:
        """Give a file to the account that the kernel runs under."""
        if self.uid:
            os.chown(path, self.uid, self.uid)


class Watched:
    """A sandbox with a kernel in it, as the one who grades sees it."""

    folder: Path  # all that belongs to it on this side
    link: Path  # in it the sockets: the kernel writes here
    limits: Limits
    watch: "Watch | None" = None

    def begin_watching(self, pid: int) -> None:
        """End the sandbox whose outermost process this is when it takes too much memory."""
        self.watch = Watch(pid, self.limits.memory)
        self.watch.start()

    def close_link(self) -> None:
        """Take the folder of the sockets away, once they are connected: nothing can be put there.

        It is the one place outside the sandbox to which the kernel could write.
        """
        shutil.rmtree(self.link, ignore_errors=True)

    @property
    def took_too_much(self) -> bool:
        """Tell whether it was ended because of its memory."""
        return self.watch is not None and self.watch.took_too_much

    def remove(self) -> None:
        """Remove what is left on this side."""
        if self.watch is not None:
            self.watch.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


class Box(Sandbox, Watched):
    """A sandbox for one kernel, and the folder on this side through which it is reached."""

    provisioner = "local-provisioner"  # jupyter_client's own

    def __init__(self, given: Path, limits: Limits):
        super().__init__(limits)
        self.given = given.resolve()
        self.link = self.folder / "link"
        self.link.mkdir()

    def command(self, kernel: list[str]) -> list[str]:
        """Return the command that runs a kernel's command in the sandbox."""
        inside = [
            *(*way_to(Path(GIVEN)), "--ro-bind", str(self.given), GIVEN),
            *(*way_to(self.link), "--bind", str(self.link), str(self.link)),
        ]
        return [
            *self.walls([self.given], inside),
            *(sys.executable, "-I", "-S", f"{SCRIPTS}/enter.py"),
            *(str(self.uid), str(self.limits.processes), GIVEN, f"{HOME}/{self.given.name}"),
            *kernel,
        ]


def shown_folders() -> set[Path]:
    """Return the folders of the system, and of Python, that a sandbox shows."""
    folders = {Path(path) for path in SYSTEM} | python_folders()
    return {folder for folder in folders if folder.exists()}


def is_shown(path: Path) -> bool:
    """Tell whether a folder would be seen, as it lies in one that is shown."""
    return any(path.is_relative_to(folder) for folder in shown_folders())


def bounded_folder(path: str, megabytes: int) -> list[str]:
    """Return the arguments for a folder in memory that everybody in the sandbox may write to."""
    return ["--perms", "1777", "--size", str(megabytes * 2**20), "--tmpfs", path]


def way_to(path: Path) -> list[str]:
    """Return the arguments for the folders above a path; bubblewrap lets only root into its own."""
    above = [folder for folder in reversed(path.parents) if folder != Path("/")]
    return [word for folder in above for word in ("--perms", "0755", "--dir", str(folder))]


def python_folders() -> set[Path]:
    """Return the folders that this Python consists of, under each name that leads to them."""
    program = Path(os.path.realpath(sys.executable))
    named = {Path(sys.prefix), Path(sys.base_prefix), program.parents[1]}
    return {path for one in named for path in (one, one.resolve()) if path != Path("/")}


# --- memory over all processes --------------------------------------------------------------------


class Watch(threading.Thread):
    """Kill a process when it and its descendants take more memory than they may."""

    interval = 0.2  # seconds

    def __init__(self, pid: int, megabytes: int):
        super().__init__(daemon=True)
        self.pid, self.most = pid, megabytes * 2**20
        self.stopped = threading.Event()
        self.took_too_much = False

    def run(self) -> None:
        while not self.stopped.wait(self.interval):
            if memory_of(self.pid) > self.most:
                self.took_too_much = True
                with contextlib.suppress(OSError):
                    os.kill(self.pid, 9)
                return

    def stop(self) -> None:
        self.stopped.set()
        if self.is_alive():
            self.join()


def memory_of(pid: int) -> int:
    """Return the bytes of memory that a process and its descendants hold."""
    held, waiting = 0, [pid]
    while waiting:
        process, counted = Path("/proc") / str(waiting.pop()), False
        with contextlib.suppress(OSError):  # it may end while it is read
            for thread in (process / "task").iterdir():
                # A first thread that has ended tells nothing: then another does, which goes on.
                with contextlib.suppress(OSError, ValueError, KeyError):
                    held += 0 if counted else memory_in(thread / "smaps_rollup")
                    counted = True
                with contextlib.suppress(OSError, ValueError):
                    waiting += map(int, (thread / "children").read_text().split())
    return held


def memory_in(rollup: Path) -> int:
    """Return the bytes of memory that a process holds; raise OSError where that is not told."""
    lines = rollup.read_text().splitlines()[1:]
    sizes = {name: int(size) for name, size, _ in map(str.split, lines)}
    return 1024 * (sizes["Pss_Anon:"] + sizes["Pss_Shmem:"])


# --- jupyter_client's side ------------------------------------------------------------------------


class BoxedKernelManager(AsyncKernelManager):
    """Start a kernel in a sandbox and reach it over unix sockets."""

    box: Box | None = None
    client_factory = Type(PromptClient)

    def enter(self, box: Box) -> None:
        """Say in which sandbox the kernel is to be."""
        self.box = box
        self.transport = "ipc"
        self.ip = str(box.link / "socket")
        self.connection_file = str(box.link / "connection.json")

    async def shutdown_kernel(self, now: bool = False, restart: bool = False) -> None:
        """End the kernel at once: it is not asked, and needs no tenths of a second to be gone."""
        if self.has_kernel:
            await self.provisioner.kill()
            with contextlib.suppress(asyncio.TimeoutError):  # there is not much more that we can do
                await asyncio.wait_for(self.provisioner.wait(), SECONDS_TO_END)
        await self.cleanup_resources()

    @property
    def kernel_spec(self):
        spec = super().kernel_spec
        if spec is not None:
            spec.interrupt_mode = "message"  # a signal would end bubblewrap
            provisioner = {"provisioner_name": self.box.provisioner}
            spec.metadata = {**spec.metadata, "kernel_provisioner": provisioner}
        return spec

    def write_connection_file(self, **kwargs) -> None:
        super().write_connection_file(**kwargs)
        self.box.own(Path(self.connection_file))
        self.box.own(self.box.link)

    def format_kernel_cmd(self, extra_arguments: list[str] | None = None) -> list[str]:
        return self.box.command(super().format_kernel_cmd(extra_arguments))
