"""Run a learner's cells in a kernel, and go on in a fresh one where they take it down.

Whatever a cell does - die, hang, flood, speak nonsense over the wire - costs that cell: it is left
out from then on, the cells before it run again in a fresh kernel, and the notebook goes on. It is
one file, because all of it is one subclass of nbgrader's Execute.
"""

import asyncio
import contextlib
import copy
import functools
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from queue import Empty

import lesson_kit
import zmq
from jupyter_client.utils import run_sync
from nbclient.exceptions import CellTimeoutError
from nbclient.util import ensure_async
from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute
from traitlets import Bool, CaselessStrEnum, Float, Integer, List, default

from checks.grading.fork_server import NoFork
from checks.grading.forked_kernels import ForkedBox, forked_box
from checks.grading.sandbox import Box, BoxedKernelManager, Limits, require_bubblewrap

# Keys and addresses of the instructor's shell are none of the learner's business.
NOT_FOR_LEARNERS = re.compile(
    r"KEY|TOKEN|SECRET|PASSW|CREDENTIAL|AUTH|COOKIE|^(MLFLOW|LESSON|OPENAI|DATABRICKS|AWS)_"
)
WITH_PASSWORD = re.compile(r"://[^/\s]*@")
GRADER = "verdict"  # the value of NBGRADER_EXECUTION in a kernel; see lesson_kit.serving
IN_KERNELS = {
    "NBGRADER_EXECUTION": GRADER,
    "MLFLOW_DISABLE_TELEMETRY": "true",
    "MLFLOW_ENABLE_ASYNC_TRACE_LOGGING": "false",  # else to flush is to wait for a second
    "PYTHONNOUSERSITE": "1",  # what others left behind stays out of the way
}
# What the lessons import in their cells, and libraries at their first use: a fork has it at once.
BEFORE_FORKS = [
    *("lesson_kit.llm", "lesson_kit.show.runs", "llama_index.core.agent.react", "dirtyjson"),
    *("workflows.plugins", "workflows.representation.validate", "workflows.runtime.verbose"),
    *("workflows.runtime.runtime_decorators", "llama_index.core.retrievers"),
]
BEFORE_FORKS_WITH_MLFLOW = [
    *("lesson_kit.agent_script.own_agent", "lesson_kit.misbehaving_agents", "lesson_kit.serving"),
    *("lesson_kit.show.traces", "mlflow.pyfunc.scoring_server", "mlflow.llama_index.tracer"),
    *("mlflow.llama_index.serialize_objects", "mlflow.tracing.export.mlflow_v3"),
    *("mlflow.tracing.export.inference_table", "mlflow.tracing.processor.otel"),
    *("mlflow.store.tracking.sqlalchemy_store", "mlflow.store.tracking.file_store"),
    *("mlflow.store.tracking.sqlalchemy_workspace_store", "mlflow.models.display_utils"),
    *("sqlalchemy.dialects.sqlite", "alembic.config", "pandas.core.methods.to_dict"),
    *("pyarrow.pandas_compat", "llama_index.llms.openai", "requests"),
]
OUTPUTS = ("stream", "display_data", "execute_result", "error", "update_display_data")
SAID = ("status", "clear_output", "execute_input", "execute_reply")  # beside what it puts out


class NoKernel(Exception):
    """There is no kernel left for this notebook."""


class Kernels(Execute):
    """Execute cells one by one, in one kernel after another where it must be."""

    short_timeout = Float(
        10, help="Seconds for a cell or a request, after something has run out of time once."
    ).tag(config=True)
    startup_seconds = Integer(
        180, help="Seconds for a kernel to start and import the libraries."
    ).tag(config=True)
    libraries = List(
        ["lesson_kit.probes.workflows", "lesson_kit.offline_llm", "lesson_kit.judging.in_notebook"],
        help="What a kernel imports before the notebook's first cell.",
    ).tag(config=True)
    most_kernels = Integer(12, help="Kernels to start for one notebook before giving up.").tag(
        config=True
    )
    most_memory = Integer(
        8192, help="Megabytes of address space that a kernel may take; 0 sets no limit."
    ).tag(config=True)
    isolation = CaselessStrEnum(
        ["bubblewrap", "none"],
        "bubblewrap",
        help="What keeps a kernel from the rest of the machine; without it, nothing is graded.",
    ).tag(config=True)
    forks = Bool(
        True,
        help="Fork kernels from a process that has imported the libraries, where that is possible.",
    ).tag(config=True)
    most_resident = Integer(
        4096, help="Megabytes of memory that an isolated kernel and what it starts may hold."
    ).tag(config=True)
    most_disk = Integer(1024, help="Megabytes that an isolated kernel may write.").tag(config=True)
    most_processes = Integer(
        512, help="Processes and threads that an isolated kernel may have at once."
    ).tag(config=True)
    most_output = Integer(200_000, help="Characters of a cell's output that are kept.").tag(
        config=True
    )
    most_output_in_all = Integer(
        4_000_000, help="Characters of all of a notebook's outputs that are kept."
    ).tag(config=True)
    most_waiting = Integer(
        40, help="Messages of a kernel that may wait on this side to be read, per channel."
    ).tag(config=True)
    longest_message = Integer(
        10_000_000, help="Bytes of one message of a kernel; a longer one ends the connection."
    ).tag(config=True)

    @default("extra_arguments")
    def _extra_arguments_default(self):
        return ["--IPKernelApp.log_level=ERROR"]  # its warnings are not about the submission

    @default("shutdown_kernel")
    def _shutdown_kernel_default(self):
        return "immediate"  # a kernel that is done with is not asked

    # --- from start to end ------------------------------------------------------------------------

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.isolated:
            self.kernel_manager_class = BoxedKernelManager

    @property
    def isolated(self) -> bool:
        return self.isolation != "none"

    @contextlib.contextmanager
    def setup_kernel(self, **kwargs):
        if self.isolated:
            require_bubblewrap()
        else:
            say_what_is_open(self.log)
        self.started = self.printed_in_all = 0
        self.left_out: dict[int, str] = {}  # cells that must not run again, and why
        self.not_in_time: set[int] = set()  # cells that ran out of time
        self.ran_out = False  # of time, once
        self.ending: asyncio.Task | None = None  # the end of the last kernel
        self.box = None
        with tempfile.TemporaryDirectory(prefix="kernel-", ignore_cleanup_errors=True) as folder:
            self.folder = folder
            try:
                self.start()
                yield
            finally:
                self.end()

    def start(self) -> None:
        """Start a kernel in which the libraries are imported; raise where that is not possible."""
        self.started += 1
        self.reset_execution_trackers()
        try:
            run_sync(self._start)(self.forks)
        except (NoFork, RuntimeError) as reason:
            if not isinstance(self.box, ForkedBox):
                raise
            # The process that forks has died meanwhile, or hangs.
            self.log.warning("A kernel starts without a fork: %s", reason)
            self.end()
            run_sync(self._start)(False)

    async def _start(self, forks: bool) -> None:
        self.km = self.create_kernel_manager()
        # What waits to be read is bounded in number and size before anyone looks at it.
        self.km.context.setsockopt(zmq.MAXMSGSIZE, self.longest_message)
        self.km.context.setsockopt(zmq.RCVHWM, self.most_waiting)
        # A forked kernel listens much sooner than 100 ms, the usual time until the next try.
        self.km.context.setsockopt(zmq.RECONNECT_IVL, 10)
        given = Path(self.resources.get("metadata", {}).get("path") or ".")
        libraries = [*self.libraries]
        if any("mlflow" in cell.source for cell in self.nb.cells):
            libraries.append("mlflow.llama_index")
        if self.isolated:
            self.box = self.make_box(given, libraries, forks)
            self.km.enter(self.box)
            quiet = subprocess.DEVNULL  # what it writes past its shell is nobody's
            await self.async_start_new_kernel(env=self.environment(), stdout=quiet, stderr=quiet)
        else:
            await self.async_start_new_kernel(env=self.environment(), cwd=self.copied(given))
        self.startup_timeout = self.startup_seconds
        await self.async_start_new_kernel_client()
        for channel in (self.kc.stdin_channel, self.kc.control_channel):
            channel.stop()  # nobody reads there, so what a kernel sends would pile up
        # Importing takes seconds on a busy machine, and is not the learner's fault: it comes first.
        arguments = f"{libraries}, {self.most_memory}"
        warm_up = f"__import__('lesson_kit.probes').probes.warm_up({arguments})"
        reply = await self.request(warm_up, self.startup_seconds)
        if reply is None or reply.get("status") != "ok":
            raise RuntimeError(f"The kernel cannot import what the checks need: {reply}")
        if self.box is not None:
            self.box.close_link()
            self.box.begin_watching(self.km.provisioner.pid)

    def make_box(self, given: Path, libraries: list[str], forks: bool) -> Box | ForkedBox:
        """Return a sandbox for the next kernel: one that is forked, where that is possible."""
        limits = Limits(self.most_resident, self.most_disk, self.most_processes)
        if forks:
            more = BEFORE_FORKS_WITH_MLFLOW if "mlflow.llama_index" in libraries else []
            all_of_it = [*libraries, *BEFORE_FORKS, *more]
            try:
                return forked_box(given, all_of_it, limits, IN_KERNELS, self.startup_seconds)
            except NoFork as reason:
                say_why_not_forked(self.log, str(reason))
        return Box(given, limits)

    def copied(self, given: Path) -> str:
        """Return a copy of the folder that was handed in, for a kernel that is not isolated."""
        folder = Path(self.folder) / f"work-{self.started}" / given.resolve().name
        with contextlib.suppress(shutil.Error):  # what is no file is left out
            shutil.copytree(given, folder, symlinks=True)
        return str(folder)

    def end(self) -> None:
        """End the kernel, and what its cells have started and left in its process group."""
        run_sync(self._end)()

    async def _end(self) -> None:
        client, manager, self.kc, self.km = self.kc, self.km, None, None
        box, self.box = self.box, None
        self.ending = asyncio.current_task()
        under_way = asyncio.all_tasks() - {self.ending}  # a cell, where Ctrl-C ends the grading
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
        if client is not None:
            client.stop_channels()
        try:
            if manager is not None:
                await self._end_process(manager)
        finally:
            if box is not None:
                box.remove()

    async def _end_process(self, manager) -> None:
        group = getattr(manager.provisioner, "pgid", None)
        try:
            await ensure_async(manager.shutdown_kernel(now=True))
        except RuntimeError:  # there was none any more
            await ensure_async(manager.cleanup_resources())
        if group and group != os.getpgrp():
            with contextlib.suppress(OSError):
                os.killpg(group, signal.SIGKILL)

    def environment(self) -> dict[str, str]:
        """Return the kernel's environment variables."""
        # Files that lie beside the notebook stay out of the way.
        env = IN_KERNELS | {"PYTHONSAFEPATH": "1"}
        if self.box is not None:
            return self.box.environment() | env
        inherited = {
            name: value
            for name, value in os.environ.items()
            if not NOT_FOR_LEARNERS.search(name) and not WITH_PASSWORD.search(value)
        }
        kit = str(Path(lesson_kit.__file__).parents[1])
        path = os.pathsep.join(filter(None, [kit, inherited.get("PYTHONPATH")]))
        own = {
            "PYTHONPATH": path,
            "IPYTHONDIR": os.path.join(self.folder, "ipython"),
            "TMPDIR": self.folder,
        }
        return inherited | own | env

    # --- running cells ----------------------------------------------------------------------------

    def runs(self, cell) -> bool:
        """Tell whether a cell is executed at all."""
        return cell.cell_type == "code"

    def run_cell(self, cell, index: int) -> None:
        """Execute a learner's cell; say so in its output where it has to be stopped."""
        try:
            self.ensure_kernel(index)
        except NoKernel as reason:
            cell.outputs = [told(str(reason))]
            return
        reason = self.execute(cell, index)
        if reason:
            self.left_out[index] = reason
            cell.outputs.append(told(reason))
            self.log.warning("%s, cell %d: %s", self.student, index + 1, reason)

    @property
    def student(self) -> str:
        return self.resources.get("nbgrader", {}).get("student", "")

    def execute(self, cell, index: int) -> str:
        """Execute a cell; return why it must not run again, or an empty string."""
        self.printed = 0
        patience = self._get_timeout(cell) or float("inf")
        began = time.monotonic()
        try:
            run_sync(self._execute)(cell, index)
        except Exception as error:
            # The kernel died, does not react, or speaks nonsense: it is of no use any more.
            alive = run_sync(self.is_alive)()
            too_much = self.box is not None and self.box.took_too_much
            self.end()
            if too_much:
                most = f"more than {self.most_resident} MB of memory"
                return f"This cell and what it started took {most}. Grading went on without it."
            if not alive:
                return "This cell ended the Python process. Grading went on without it."
            if time.monotonic() - began >= patience:
                self.ran_out = True
                self.not_in_time.add(index)
                return (
                    f"This cell did not stop within {patience:g} s, not even when interrupted. "
                    "Grading went on without it."
                )
            if isinstance(error, CellTimeoutError):
                return (
                    "This cell put out so much that its end was not heard. "
                    "Grading went on without it."
                )
            self.log.warning("Kernel given up after %s: %s", type(error).__name__, error)
            return "This cell kept the kernel from answering. Grading went on without it."
        if time.monotonic() - began >= patience:
            self.ran_out = True
            self.not_in_time.add(index)
            if self.printed > self.most_output:
                self.end()  # what it has not got rid of yet may fill its memory
            return f"This cell did not finish within {patience:g} s and was interrupted."
        return ""

    async def _execute(self, cell, index: int) -> None:
        before = asyncio.all_tasks()
        try:
            await self.async_execute_cell(cell, index, store_history=True)
        finally:
            # nbclient leaves some behind where it raises.
            for task in asyncio.all_tasks() - before - {self.ending}:
                task.cancel()

    def ensure_kernel(self, index: int) -> None:
        """Bring a fresh kernel to where the notebook stands, if the last one was given up."""
        while self.kc is None:
            self.has_time()
            if self.started >= self.most_kernels:
                raise NoKernel("The notebook ended the Python process again and again.")
            try:
                self.start()
            except Exception as error:
                self.log.exception("no fresh kernel")
                self.end()
                raise NoKernel("No fresh Python process could be started.") from error
            notebook, self.nb = self.nb, copy.deepcopy(self.nb)  # outputs stay as they were
            ran_out, self.ran_out = self.ran_out, False  # these cells did finish in time
            try:
                for before, cell in enumerate(self.nb.cells[:index]):
                    if before not in self.left_out and self.runs(cell):
                        reason = self.execute(cell, before)
                        if reason:
                            self.left_out[before] = reason
                        if self.kc is None:
                            break
            finally:
                self.nb = notebook
                self.ran_out |= ran_out

    def has_time(self) -> None:
        """Raise `NoKernel` where the notebook has used up its time; here there is no end to it."""

    def patience(self, seconds: float | None) -> float | None:
        """Return how long to wait: an endless loop is paid for in full only once."""
        return min(seconds, self.short_timeout) if self.ran_out and seconds else seconds

    def _get_timeout(self, cell):
        return self.patience(super()._get_timeout(cell))

    def process_message(self, msg, cell, cell_index):
        kind = msg["msg_type"]
        if kind in OUTPUTS:
            size = len(str(msg["content"]))
            self.printed += size
            if self.printed > self.most_output:
                return None
            self.printed_in_all += size
            if self.printed_in_all > self.most_output_in_all:
                return None
        elif kind not in SAID:  # comm: widgets could reach other cells; else of its own making
            return None
        return super().process_message(msg, cell, cell_index)

    # --- asking -----------------------------------------------------------------------------------

    async def is_alive(self) -> bool:
        return self.km is not None and await ensure_async(self.km.is_alive())

    async def request(self, expression: str, seconds: float) -> dict | None:
        """Evaluate an expression in the kernel; return what came back, None where nothing did.

        `payload` in it is what the expression sent; its value goes through the kernel's formatters.
        The learner's code can put anything into the reply, at any depth.
        """
        message = self.kc.execute(
            "",
            silent=True,
            store_history=False,
            allow_stdin=False,
            user_expressions={"reply": expression},
        )
        # What is put out meanwhile is nobody's, and must not pile up.
        self.dropped = 0
        draining = asyncio.ensure_future(self.drain())
        try:
            reply = await self.reply_to(message, seconds)
        finally:
            draining.cancel()
        if self.dropped > self.most_waiting:
            # What is left of a flood would hide the end of the next cell, which is not to blame.
            draining = asyncio.ensure_future(self.drain(until_quiet=True))
            await asyncio.wait([draining], timeout=seconds)
            draining.cancel()
        return reply

    async def drain(self, until_quiet: bool = False) -> None:
        """Read and drop what the kernel puts out, until cancelled, or until it puts out nothing."""
        while True:
            try:
                await ensure_async(self.kc.get_iopub_msg(timeout=1))
            except Empty:
                if until_quiet:
                    return
                continue
            except Exception:
                pass  # a message of its own making
            self.dropped += 1

    async def reply_to(self, message: str, seconds: float) -> dict | None:
        """Return the fields of the reply to a message, None where none comes in time."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                reply = await ensure_async(self.kc.get_shell_msg(timeout=1))
                if reply["parent_header"].get("msg_id") == message:
                    content = reply["content"]
                    payload = content.get("payload")
                    return {**content["user_expressions"]["reply"], "payload": payload}
            except Empty:
                if not await self.is_alive():
                    return None
            except Exception as error:  # a message of the kernel's own making
                self.log.warning("Unreadable message from the kernel: %s", error)
                return {}
        return None


OPEN = """Grading without isolation: a learner's code runs as you, on this machine, and can
- read solutions, checks and other submissions, and your files,
- write the gradebook and other submissions, and open network connections,
- signal the grading process, leave processes behind, and take all memory and all of the disk.
Grade only what you trust, or in a virtual machine of its own."""


@functools.cache
def say_what_is_open(log) -> None:
    """Say once in a process what grading without isolation leaves open."""
    log.warning(OPEN)


@functools.cache
def say_why_not_forked(log, reason: str) -> None:
    """Say once in a process why kernels start in the ordinary way, which takes longer."""
    log.warning("Kernels are not forked, so that each takes seconds to start: %s.", reason)


def told(text: str):
    """Return a cell output with a sentence of the grader's."""
    return new_output("error", ename="Grading", evalue=text, traceback=[f"Grading: {text}"])
