"""Kernels that are forked from a process which has imported the libraries, in its sandbox.

A kernel that imports LlamaIndex and MLflow itself takes seconds; a fork of one that has done so is
there at once. Each submission has a fork of its own, with namespaces, folders in memory, a network
and processes of its own: see in_box/fork_kernels.py. Where forks can't be had, kernels start in the
ordinary way, each in bubblewrap, and a line in the log says why.
"""

import asyncio
import atexit
import contextlib
import json
import os
import tempfile
import threading
from collections.abc import Iterable
from importlib.metadata import EntryPoint
from multiprocessing.connection import Client, Listener
from pathlib import Path

from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner

from checks.grading.fork_server import (
    LINKED,
    BorrowedForkServer,
    ForkedProcess,
    ForkOrders,
    ForkServer,
    NoFork,
)
from checks.grading.sandbox import HOME, ROOT, Limits, Watched, is_shown, shown_folders

PROVISIONER = "forked-kernel"


class ForkedBox(Watched):
    """The sandbox of a forked kernel, and the folder on this side through which it is reached."""

    provisioner = PROVISIONER
    seconds = 60  # for a fork, on a busy machine

    def __init__(self, server: ForkOrders, given: Path, limits: Limits):
        self.server, self.given, self.limits = server, given.resolve(), limits
        self.folder = self.link = Path(tempfile.mkdtemp(prefix="k", dir=server.links))

    def own(self, path: Path) -> None:
        if self.server.uid:
            os.chown(path, self.server.uid, self.server.uid)

    def environment(self) -> dict[str, str]:
        return {}  # it is the server's

    def command(self, kernel: list[str]) -> list[str]:
        return kernel  # nothing is executed

    def fork(self, connection: dict | None, arguments: list[str]) -> ForkedProcess:
        """Return the process that holds a new kernel, reached by this connection."""
        self.process = self.server.fork(self.order(connection, arguments), self.given, self.seconds)
        return self.process

    def order(self, connection: dict | None, arguments: list[str]) -> dict:
        """Return what the process that forks is told."""
        if connection:
            connection = connection | {"ip": f"{LINKED}/{Path(connection['ip']).name}"}
        self.own(self.link)
        return {
            "uid": self.server.uid,
            "processes": self.limits.processes,
            "folders": self.limits.folders,
            "kept": [str(one) for one in shown_folders() if is_below(one, self.limits.folders)],
            "link": str(self.link),
            "linked": LINKED,
            "work": f"{HOME}/{self.given.name}",
            "connection": connection,
            "arguments": arguments,
        }

    def close_link(self) -> None:
        self.process.close_link()
        super().close_link()


def is_below(path: Path, folders: Iterable[str]) -> bool:
    """Tell whether a path lies in one of these folders, as an environment in /tmp does."""
    return any(path.is_relative_to(folder) for folder in folders)


class ForkedKernelProvisioner(LocalProvisioner):
    """Launch a kernel by a fork, for a kernel manager that has a `ForkedBox`."""

    async def pre_launch(self, **kwargs):
        self.arguments = kwargs.get("extra_arguments", [])
        return await super().pre_launch(**kwargs)

    async def wait(self):
        while await self.poll() is None:
            await asyncio.sleep(0.01)
        return await super().wait()

    async def launch_kernel(self, cmd, **kwargs):
        told = json.loads(json.dumps(self.connection_info, default=lambda key: key.decode()))
        self.process = self.parent.box.fork(told, self.arguments)
        self.pid = self.process.pid
        return self.connection_info


def offer_provisioner() -> None:
    """Let jupyter_client find the provisioner by its name, without an installed package."""
    here = f"{__name__}:{ForkedKernelProvisioner.__name__}"
    entry = EntryPoint(PROVISIONER, here, KernelProvisionerFactory.GROUP_NAME)
    KernelProvisionerFactory.instance().provisioners[PROVISIONER] = entry


# --- the servers of this process ------------------------------------------------------------------

KEEPER = "LESSON_FORK_KEEPER"  # where another process keeps servers for this one: its address
servers: dict[tuple, ForkServer | BorrowedForkServer | str] = {}  # or: why there is none
starting = threading.Lock()


def forked_box(
    given: Path, libraries: list[str], limits: Limits, environment: dict[str, str], seconds: float
) -> ForkedBox:
    """Return the sandbox of a kernel that can be forked; raise `NoFork` where none can."""
    if not hasattr(os, "pidfd_open"):
        raise NoFork("this Python cannot follow a process that another has forked")
    for path in (given.resolve(), Path.cwd(), ROOT):
        if is_shown(path):  # what is hidden around it differs from submission to submission
            raise NoFork(f"{path} lies in a folder that a sandbox shows")
    offer_provisioner()
    server = server_for(libraries, environment, seconds)
    if isinstance(server, str):
        raise NoFork(server)
    return ForkedBox(server, given, limits)


def server_for(libraries: list[str], environment: dict[str, str], seconds: float):
    """Return a server that is alive, started where there is none, or why there is none."""
    key = (*libraries, *environment.items())
    with starting:
        server = servers.get(key)
        if not isinstance(server, str | None) and not server.is_alive:
            server.end()
            server = None
        if server is None:
            start = borrowed if KEEPER in os.environ else started
            server = servers[key] = start(libraries, environment, seconds)
    return server


@contextlib.contextmanager
def keeping_fork_servers():
    """Keep servers for other processes of this machine: yield what their environment has to say.

    A server must outlive the workers that use it, as else the end of one would end kernels of all.
    """
    # The address of a unix socket is at most 107 bytes long.
    place = "/tmp" if len(tempfile.gettempdir()) > 60 else None
    with (
        tempfile.TemporaryDirectory(prefix="forks-", dir=place) as folder,
        Listener(str(Path(folder, "keeper")), "AF_UNIX") as listener,
    ):
        thread = threading.Thread(target=keep, args=[listener], daemon=True)
        thread.start()
        try:
            yield {KEEPER: listener.address}
        finally:
            with contextlib.suppress(OSError), Client(listener.address, "AF_UNIX") as line:
                line.send(None)
            thread.join()
    end_fork_servers()


def keep(listener: Listener) -> None:
    """Answer who asks for a server, until somebody asks for none."""
    while True:
        with contextlib.suppress(OSError, EOFError), listener.accept() as line:
            asked = line.recv()
            if asked is None:
                return
            found = server_for(*asked)
            line.send(found if isinstance(found, str) else (found.folder, found.uid))


def borrowed(libraries, environment, seconds) -> BorrowedForkServer | str:
    """Return the server that another process keeps, or why there is none."""
    try:
        with Client(os.environ[KEEPER], "AF_UNIX") as line:
            line.send((libraries, environment, seconds))
            found = line.recv()
    except (OSError, EOFError) as error:
        return f"who keeps the processes that fork does not answer ({error})"
    return found if isinstance(found, str) else BorrowedForkServer(*found)


def started(libraries, environment, seconds) -> ForkServer | str:
    """Return a server that has been tried, or why there is none."""
    server = ForkServer(libraries, environment)
    try:
        server.wait_until_ready(seconds)
        try_out(server)
    except NoFork as reason:
        server.end()
        return str(reason)
    return server


def try_out(server: ForkServer) -> None:
    """Fork once, without a kernel; raise `NoFork` where that does not get into its sandbox."""
    with tempfile.TemporaryDirectory() as nothing:
        box = ForkedBox(server, Path(nothing), Limits(memory=0, disk=1, processes=1))
        tried = box.fork(None, [])
        if tried.ended(1000 * box.seconds) is None or not any(box.link.iterdir()):
            raise NoFork(server.last_line() or "a fork did not get into its sandbox")
        box.remove()


@contextlib.contextmanager
def fork_servers():
    """End the processes that fork when this is over: formgrader's process goes on for hours."""
    try:
        yield
    finally:
        end_fork_servers()


@atexit.register
def end_fork_servers() -> None:
    """End the processes that fork, where nothing more is graded."""
    for server in servers.values():
        if not isinstance(server, str):
            server.end()
    servers.clear()
