"""Judge a submission from outside its kernel, inside the stock `nbgrader autograde`.

`Verdict` takes the place of nbgrader's Execute preprocessor (see nbgrader_config.py). It runs the
learner's cells in their kernel. A graded cell is not executed: the checks run here, ask the kernel
for plain data over the Jupyter protocol, and the verdict becomes the cell's output, in the form
from which nbgrader reads points. Nothing that learner code prints, raises or patches is a verdict;
without one there are no points.
"""

import ast
import copy
import html
import os
import re
import time
from queue import Empty

from jupyter_client.utils import run_sync
from lesson_kit.checking import Learner, NoVerdict, Report, Result
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute
from nbgrader.utils import is_grade
from traitlets import Float, Integer

from checks.exercises import checks_of, judge, modules

# Keys and addresses of the instructor's shell are none of the learner's business.
NOT_FOR_LEARNERS = re.compile(r"KEY|TOKEN|SECRET|PASSWORD|^MLFLOW_|^LESSON_|^OPENAI_|^DATABRICKS_")
WARM_UP = "import lesson_kit.probes.workflows"


class KernelLearner(Learner):
    """The handle on the namespace of a running kernel."""

    def __init__(self, verdict: "Verdict", seed: str):
        super().__init__(seed)
        self.verdict = verdict

    @property
    def seconds(self) -> float:
        return self.verdict.patience(self.verdict.request_timeout)

    def ask(self, request: str) -> str:
        return self.verdict.ask(request)


class Verdict(Execute):
    """Run a notebook's cells, and judge its graded cells without executing them."""

    request_timeout = Float(20, help="Seconds that one request of a check may take.").tag(
        config=True
    )
    short_timeout = Float(
        5, help="The same for cells and requests after something has run out of time once."
    ).tag(config=True)
    startup_seconds = Integer(
        180, help="Seconds for a kernel to start and import the libraries."
    ).tag(config=True)
    most_output = Integer(200_000, help="Characters of a cell's output that are kept.").tag(
        config=True
    )
    most_kernels = Integer(4, help="Kernels to start for one notebook before giving up.").tag(
        config=True
    )

    # --- the order of things ----------------------------------------------------------------------

    def preprocess(self, nb, resources, km=None):
        self.kernels = 0
        self.culprits: dict[int, str] = {}  # cells that must not run again, and why
        self.ran_out = False
        self.lost = ""  # why no kernel is left
        # The paths of nbclient that start a kernel raise where none can be had.
        return super().preprocess(nb, resources, km)

    def preprocess_cell(self, cell, resources, index):
        self._check_assign_resources(resources)
        exercise = exercise_of(cell)
        if exercise is not None:
            self.grade(cell, exercise, index)
        elif self.lost:
            cell.outputs = []
        else:
            self.run_cell(cell, index)
        return cell, self.resources

    def run_cell(self, cell, index: int) -> None:
        """Execute a learner's cell; where it takes the kernel with it, go on in a fresh one."""
        started = time.monotonic()
        self.printed = 0
        try:
            self.execute_cell(cell, index, store_history=True)
        except (DeadKernelError, CellTimeoutError, RuntimeError) as error:
            slow = isinstance(error, CellTimeoutError)
            reason = (
                f"This cell did not stop within {self.patience(self.timeout):g} s, not even when "
                "interrupted."
                if slow
                else "This cell ended the Python process."
            )
            self.ran_out |= slow
            self.culprits[index] = reason
            cell.outputs.append(told(f"{reason} Grading went on without it."))
            self.resume(index)
        else:
            self.ran_out |= bool(
                self.timeout and time.monotonic() - started >= self.patience(self.timeout)
            )

    def grade(self, cell, exercise: str, index: int) -> None:
        """Judge one exercise and write the verdict as the graded cell's output."""
        student = self.resources.get("nbgrader", {}).get("student", "")
        learner = KernelLearner(self, seed=f"{student}:{exercise}")
        self.broken = ""
        try:
            if self.lost:
                raise NoVerdict(self.lost)
            report = judge(learner, exercise)
        except NoVerdict as reason:
            report = no_verdict(exercise, str(reason))
        except Exception as error:  # a check that cannot cope with a reply must not harm the others
            self.log.exception("the checks of %s failed on this submission", exercise)
            report = no_verdict(exercise, f"The check itself failed ({type(error).__name__}).")
        points = float(cell.metadata.nbgrader["points"]) * report.points / report.most
        cell.outputs = [
            new_output(
                "execute_result",
                {"text/plain": f"{points:g}", "text/html": as_html(report)},
                execution_count=None,
            )
        ]
        if self.broken:
            self.resume(index)

    def patience(self, seconds: float | None) -> float | None:
        """Return how long to wait: an endless loop is paid for in full only once."""
        return min(seconds, self.short_timeout) if self.ran_out and seconds else seconds

    def _get_timeout(self, cell):
        return self.patience(super()._get_timeout(cell))

    # --- the kernel -------------------------------------------------------------------------------

    async def async_start_new_kernel(self, **kwargs):
        env = {
            name: value for name, value in os.environ.items() if not NOT_FOR_LEARNERS.search(name)
        }
        kwargs["env"] = env | {"MLFLOW_DISABLE_TELEMETRY": "true", "NBGRADER_EXECUTION": "verdict"}
        self.kernels += 1
        await super().async_start_new_kernel(**kwargs)

    async def async_start_new_kernel_client(self):
        client = await super().async_start_new_kernel_client()
        # Importing takes seconds on a busy machine, and is not the learner's fault: it comes first.
        await self._reply(client.execute(WARM_UP, silent=True), self.startup_seconds)
        return client

    start_new_kernel_client = run_sync(async_start_new_kernel_client)
    start_new_kernel = run_sync(async_start_new_kernel)

    def resume(self, index: int) -> None:
        """Run the cells up to here again in a fresh kernel, without those that broke one."""
        while True:
            run_sync(self._end_kernel)()
            if self.kernels >= self.most_kernels:
                self.lost = "The notebook's cells ended the Python process again and again."
                return
            self.km = self.create_kernel_manager()
            self.start_new_kernel()
            self.start_new_kernel_client()
            for before, cell in enumerate(self.nb.cells[: index + 1]):
                if cell.cell_type != "code" or before in self.culprits or exercise_of(cell):
                    continue
                try:
                    self.printed = 0
                    outputs = cell.outputs
                    self.execute_cell(copy.deepcopy(cell), before, store_history=False)
                    self.nb.cells[before] = cell
                    cell.outputs = outputs
                except (DeadKernelError, CellTimeoutError, RuntimeError):
                    self.culprits[before] = "This cell ended the Python process when run again."
                    break
            else:
                return

    async def _end_kernel(self) -> None:
        if self.kc is not None:
            self.kc.stop_channels()
        if self.km is not None:
            await self.km.shutdown_kernel(now=True)
            await self.km.cleanup_resources()
        self.kc = self.km = None

    def process_message(self, msg, cell, cell_index):
        # Output without end would fill the grader's memory.
        if msg["msg_type"] in ("stream", "display_data", "execute_result", "error"):
            self.printed += len(str(msg["content"]))
            if self.printed > self.most_output:
                return None
        return super().process_message(msg, cell, cell_index)

    # --- asking -----------------------------------------------------------------------------------

    def ask(self, request: str) -> str:
        """Carry a request to the kernel, return its reply; raise `NoVerdict` without one."""
        if self.broken:
            raise NoVerdict(self.broken)
        expression = f"__import__('lesson_kit.probes').probes.answer({request!r})"
        message = self.kc.execute(
            "",
            silent=True,
            store_history=False,
            allow_stdin=False,
            user_expressions={"reply": expression},
        )
        patience = self.patience(self.request_timeout)
        # The probe stops by itself after that time; only a kernel that does not react takes longer.
        reply = run_sync(self._reply)(message, patience + 3)
        if reply is None:
            self.ran_out = True
            self.broken = f"Your code did not come back within {patience:g} s."
            raise NoVerdict(self.broken)
        try:
            text = ast.literal_eval(
                reply["content"]["user_expressions"]["reply"]["data"]["text/plain"]
            )
        except (KeyError, TypeError, ValueError, SyntaxError, MemoryError, RecursionError):
            text = None
        if not isinstance(text, str):
            raise NoVerdict(
                "The notebook's Python did not answer the check properly. Does your code replace "
                "something that Python or IPython needs?"
            )
        if '"timeout":' in text:
            self.ran_out = True
        if '"stuck": true' in text:
            self.broken = "Code of this exercise could not be stopped."
        return text

    async def _reply(self, message: str, seconds: float):
        """Wait for the reply to a message; None where it takes too long."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                reply = await self.kc.get_shell_msg(timeout=1)
            except Empty:
                if not await self.km.is_alive():
                    self.broken = "Your code ended the Python process."
                    raise NoVerdict(self.broken) from None
                continue
            if reply["parent_header"].get("msg_id") == message:
                return reply
        return None


def exercise_of(cell) -> str | None:
    """Return "1.1" for the graded cell check-1-1 of an exercise that the kit has checks for."""
    if cell.cell_type != "code" or not is_grade(cell):
        return None
    match = re.fullmatch(r"check-(\d)-(\d+)", cell.metadata.nbgrader.get("grade_id", ""))
    exercise = f"{match[1]}.{match[2]}" if match else None
    try:
        return exercise if exercise and checks_of(exercise) else None
    except KeyError:
        return None


def no_verdict(exercise: str, reason: str) -> Report:
    """Return the report of an exercise that could not be judged: no points, and why."""
    report = Report(exercise, modules(exercise)[0].EXERCISES[exercise])
    report.results = [Result(one, False, f"Not judged: {reason}") for one in checks_of(exercise)]
    return report


def as_html(report: Report) -> str:
    """Return a report for the feedback page."""
    lines = []
    for line in html.escape(report.text()).splitlines():
        color = {"✓": "#1a7f37", "✗": "#b42318"}.get(line.strip()[:1])
        lines.append(f'<span style="color:{color}">{line}</span>' if color else line)
    return "<pre>" + "\n".join(lines) + "</pre>"


def told(text: str):
    """Return a cell output with a sentence of the grader's."""
    return new_output("error", ename="Grading", evalue=text, traceback=[f"Grading: {text}"])
