"""A process in a sandbox that has imported the libraries, and forks from them: this side of it.

The other side, in the sandbox, is in_box/fork_kernels.py. An order goes there over a socket, with
the folder that was handed in as an open descriptor; a descriptor of the forked process comes back.
"""

import contextlib
import json
import os
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

from checks.grading.sandbox import SCRIPTS, Limits, Sandbox, way_to

LINKED = "/run/link"  # where a forked kernel sees the folder of its sockets
# With these the libraries start no thread when imported; kernels do without them.
NO_THREADS = {"OPENBLAS_NUM_THREADS": "1", "JE_ARROW_MALLOC_CONF": "background_thread:false"}


class NoFork(Exception):
    """No kernel can be forked here."""


class ForkServer(Sandbox):
    """A process in a sandbox that has imported libraries, and forks kernels."""

    def __init__(self, libraries: list[str], environment: dict[str, str]):
        super().__init__(Limits(0, 1, 0))  # each kernel has limits of its own
        self.links = self.folder / "links"  # a folder for the sockets of each kernel
        self.links.mkdir()
        self.lock = threading.Lock()
        self.orders, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        inside = [*way_to(self.links), "--bind", str(self.links), str(self.links)]
        inside += [*way_to(Path(LINKED)), "--dir", LINKED]
        script = f"{SCRIPTS}/fork_kernels.py"
        command = [sys.executable, "-P", script, str(theirs.fileno()), *libraries]
        self.said = open(self.folder / "said.txt", "w+")  # noqa: SIM115 (closed in `end`)
        with theirs:
            self.process = subprocess.Popen(
                [*self.walls([], inside, no_more=False), *command],  # each kernel closes its own
                env=self.environment() | environment | NO_THREADS,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self.said,
                pass_fds=[theirs.fileno()],
                start_new_session=True,  # Ctrl-C is for the one who grades
            )

    def wait_until_ready(self, seconds: float) -> None:
        """Return once it has imported the libraries; raise `NoFork` where it can't."""
        self.receive(seconds)

    def receive(self, seconds: float) -> list[int]:
        """Return the descriptors that came with the next message; raise `NoFork` without one."""
        self.orders.settimeout(seconds)
        try:
            text, descriptors, *_ = socket.recv_fds(self.orders, 100, 1)
        except OSError as error:
            raise NoFork(f"nothing came back ({error})") from error
        if text not in (b"ready", b"forked"):
            raise NoFork(self.last_line() or "the process that forks has ended")
        return descriptors

    def last_line(self) -> str:
        """Return the last line that it wrote before anything of a learner's ran."""
        self.said.seek(0)
        lines = self.said.read(10_000).split("\n")
        return next((line for line in reversed(lines) if line.strip()), "")[:300]

    def fork(self, order: dict, given: Path, seconds: float) -> "ForkedProcess":
        """Return the process that holds a new kernel, which gets a copy of the folder given."""
        descriptor = os.open(given, os.O_RDONLY | os.O_DIRECTORY)
        try:
            with self.lock:
                text = json.dumps(order | {"only_here": list(NO_THREADS)}).encode()
                socket.send_fds(self.orders, [text], [descriptor])
                (process,) = self.receive(seconds)
        except (NoFork, OSError, ValueError) as error:
            self.process.kill()  # what it may say later would be taken for the next kernel's
            self.process.wait()
            raise NoFork(f"no kernel was forked ({error})") from error
        finally:
            os.close(descriptor)
        return ForkedProcess(process)

    @property
    def is_alive(self) -> bool:
        return self.process.poll() is None

    def end(self) -> None:
        """End it with all kernels that it has forked."""
        self.orders.close()
        self.process.kill()
        self.process.wait()
        self.said.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class ForkedProcess:
    """The process that holds a forked kernel, with what jupyter_client needs of a Popen object."""

    stdin = stdout = stderr = None

    def __init__(self, descriptor: int):
        self.descriptor = descriptor
        told = Path(f"/proc/self/fdinfo/{descriptor}").read_text()
        self.pid = int(re.search(r"^Pid:\s*(-?\d+)", told, flags=re.M)[1])
        if self.pid <= 0:  # a signal to such a number would go to others
            raise NoFork("the forked process has ended at once")

    def poll(self) -> int | None:
        return self.ended(0)

    def wait(self) -> int | None:
        return self.ended(None)

    def ended(self, milliseconds: int | None) -> int | None:
        """Return 0 once it has ended, None where it has not in this time; how is not known."""
        if self.descriptor < 0:
            return 0
        asked = select.poll()
        asked.register(self.descriptor, select.POLLIN)
        if not asked.poll(milliseconds):
            return None
        os.close(self.descriptor)
        self.descriptor = -1
        return 0

    def send_signal(self, number: int) -> None:
        if self.descriptor >= 0:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self.descriptor, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def close_link(self) -> None:
        """Let the kernel lose the folder of its sockets, once they are connected."""
        self.send_signal(signal.SIGUSR1)
