"""A process in a sandbox that has imported the libraries, and forks from them: this side of it.

The other side, in the sandbox, is in_box/fork_kernels.py. An order goes there over a connection of
its own, with the folder that was handed in as an open descriptor; a descriptor of the forked
process comes back, and the process lives as long as the connection.
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
from pathlib import Path

from checks.grading.sandbox import SCRIPTS, Limits, Sandbox, way_to

ORDERS, SAID = "orders", "said.txt"  # in the server's folder: the socket, and what it wrote
SECONDS_TO_ANSWER = 30  # for one that is alive, on a busy machine
LINKED = "/run/link"  # where a forked kernel sees the folder of its sockets
# With these the libraries start no thread when imported; kernels do without them.
NO_THREADS = {"OPENBLAS_NUM_THREADS": "1", "JE_ARROW_MALLOC_CONF": "background_thread:false"}


class NoFork(Exception):
    """No kernel can be forked here."""


class ForkOrders:
    """The way to a process that forks: a socket in its folder, and a connection for each kernel."""

    folder: Path
    uid: int  # the account of its kernels

    @property
    def links(self) -> Path:
        """Return the folder for the sockets of its kernels."""
        return self.folder / "links"

    def ask(self, order: dict, given: list[int], seconds: float) -> tuple[socket.socket, list[int]]:
        """Return a connection, and the descriptors that came back; raise `NoFork` without any."""
        line = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        line.settimeout(seconds)
        try:
            line.connect(str(self.folder / ORDERS))
            socket.send_fds(line, [json.dumps(order).encode()], given)
            text, descriptors, *_ = socket.recv_fds(line, 100, 1)
        except OSError as error:
            line.close()
            said = self.last_line() if isinstance(error, ConnectionError) else ""
            raise NoFork(said or f"nothing came back ({error})") from error
        if text not in (b"ready", b"forked"):
            line.close()
            raise NoFork(self.last_line() or "the process that forks has ended")
        return line, descriptors

    def wait_until_ready(self, seconds: float) -> None:
        """Return once it has imported the libraries; raise `NoFork` where it can't."""
        here = os.open(self.folder, os.O_RDONLY)
        try:
            line, _ = self.ask({}, [here], seconds)
        finally:
            os.close(here)
        line.close()

    def last_line(self) -> str:
        """Return the last line that it wrote before anything of a learner's ran."""
        with contextlib.suppress(OSError), open(self.folder / SAID) as said:
            lines = said.read(10_000).split("\n")
            return next((line for line in reversed(lines) if line.strip()), "")[:300]
        return ""

    def fork(self, order: dict, given: Path, seconds: float) -> "ForkedProcess":
        """Return the process that holds a new kernel, which gets a copy of the folder given."""
        try:
            descriptor = os.open(given, os.O_RDONLY | os.O_DIRECTORY)
            try:
                order = order | {"only_here": list(NO_THREADS)}
                line, (process,) = self.ask(order, [descriptor], seconds)
            finally:
                os.close(descriptor)
        except (NoFork, OSError, ValueError) as error:
            raise NoFork(f"no kernel was forked ({error})") from error
        return ForkedProcess(process, line)


class ForkServer(ForkOrders, Sandbox):
    """A process in a sandbox that has imported libraries, and forks kernels."""

    def __init__(self, libraries: list[str], environment: dict[str, str]):
        super().__init__(Limits(0, 1, 0))  # each kernel has limits of its own
        self.links.mkdir()
        inside = [*way_to(self.links), "--bind", str(self.links), str(self.links)]
        inside += [*way_to(Path(LINKED)), "--dir", LINKED]
        script = f"{SCRIPTS}/fork_kernels.py"
        with (
            socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as orders,
            open(self.folder / SAID, "w") as said,
        ):
            orders.bind(str(self.folder / ORDERS))
            orders.listen()
            self.process = subprocess.Popen(
                [
                    *self.walls([], inside, no_more=False),  # each kernel closes its own
                    *(sys.executable, "-P", script, str(orders.fileno()), *libraries),
                ],
                env=self.environment() | environment | NO_THREADS,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=said,
                pass_fds=[orders.fileno()],
                start_new_session=True,  # Ctrl-C is for the one who grades
            )

    def fork(self, order: dict, given: Path, seconds: float) -> "ForkedProcess":
        try:
            return super().fork(order, given, seconds)
        except NoFork:
            self.process.kill()  # another takes its place
            self.process.wait()
            raise

    @property
    def is_alive(self) -> bool:
        return self.process.poll() is None

    def end(self) -> None:
        """End it with all kernels that it has forked."""
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class BorrowedForkServer(ForkOrders):
    """One that another process has started, and will end."""

    def __init__(self, folder: Path, uid: int):
        self.folder, self.uid = folder, uid

    @property
    def is_alive(self) -> bool:
        try:
            self.wait_until_ready(SECONDS_TO_ANSWER)
        except (NoFork, OSError):
            return False
        return True

    def end(self) -> None:
        """Leave it to whoever has started it."""


class ForkedProcess:
    """The process that holds a forked kernel, with what jupyter_client needs of a Popen object."""

    stdin = stdout = stderr = None

    def __init__(self, descriptor: int, line: socket.socket):
        self.descriptor = descriptor
        self.line = line  # while it is open: the kernel ends with whoever has asked for it
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
        self.line.close()
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
