"""Judge a submission from outside its kernel, inside the stock `nbgrader autograde`.

`Verdict` takes the place of nbgrader's Execute preprocessor (see nbgrader_config.py). It runs the
learner's cells in their kernel. A graded cell is not executed: the checks run here, ask the kernel
for plain data over the Jupyter protocol, and the verdict becomes the cell's output, in the form
from which nbgrader reads points. Nothing that learner code prints, raises or patches is a verdict;
without one there are no points. It is one file, because all of it is one subclass of `Kernels`.
"""

import json
import secrets
import time
from collections.abc import Sequence
from compileall import compile_dir
from pathlib import Path

from jupyter_client.utils import run_sync
from lesson_kit.judging.checking import Report
from lesson_kit.judging.learner import Learner
from lesson_kit.judging.outcomes import NoVerdict
from lesson_kit.judging.running_checks import run_checks
from lesson_kit.manifest import lesson_of
from nbformat.v4 import new_output
from nbgrader.utils import is_solution
from traitlets import Float, Unicode, default

from checks.grading.carried import late_cells, second_judging, settled
from checks.grading.causes import raised_before, with_cause
from checks.grading.exercises import ROOT, checks_of, exercise_of, title_of
from checks.grading.kernels import Kernels, NoKernel
from checks.grading.only_shown import SAID, only_shown
from checks.grading.report import DIGEST, STATE, TOOK_LONGER, as_output, no_verdict
from checks.grading.restore_cells import NOT_JUDGED
from checks.grading.sandbox import KIT, require_bubblewrap
from checks.grading.seconds import SECONDS, Seconds
from checks.grading.seeds import (
    SEEDS,
    NoSecret,
    course_secret,
    digest_of,
    fingerprint_of,
    seed_of,
)

# The probes are loaded anew for each message: what learner code did to them is gone. Not so what
# holds classes alone, which take longer to make than most requests.
STAY = [
    f"lesson_kit.probes.{name}" for name in ("llms", "step_watcher", "replies", "model_replies")
]
ASK = f"""
import sys
for name in [name for name in sys.modules if name.startswith("lesson_kit.probes")]:
    if name not in {STAY}:
        del sys.modules[name]
from IPython import get_ipython
from lesson_kit.probes import answer
sent = dict(source="lesson_kit", reply=answer(request))  # a payload passes no formatter
get_ipython().payload_manager.write_payload(sent)
"""
LONGEST_REPLY = 4_000_000  # characters
IMPROPER = (
    "The notebook's Python did not answer the check properly. Does your code replace something "
    "that Python or IPython needs?"
)
STUCK = "Code of this exercise could not be stopped."


class KernelLearner(Learner):
    """The handle on the namespace of a running kernel."""

    carries_several = True

    def __init__(self, verdict: "Verdict", seed: str):
        super().__init__(seed)
        self.verdict = verdict
        # What took the kernel down when it was asked together, to be asked again, and how.
        self.again: list[str] = []
        self.why = ""

    @property
    def seconds(self) -> float:
        return self.verdict.patience(self.verdict.request_timeout)

    def ask(self, request: str) -> str:
        return self.verdict.ask(request)

    def ask_first(self, requests: Sequence[str]) -> list[str]:
        if not all(any(one is other for other in requests) for one in self.again):
            self.again, self.why = [], ""  # that may have been the one which nobody wants any more
        replies, grief = self.verdict.ask_several([json.loads(one) for one in requests])
        if grief:
            self.again, self.why = list(requests), grief
        left = requests[len(replies) :]
        self.again = [one for one in self.again if any(one is other for other in left)]
        if self.why and not self.again:  # none did it again, and one of them has all the same
            self.verdict.broken = self.why
            raise NoVerdict(self.why)
        return [json.dumps(one) for one in replies]


class Verdict(Kernels):
    """Run a notebook's cells, and judge its graded cells without executing them."""

    request_timeout = Float(20, help="Seconds that one request of a check may take.").tag(
        config=True
    )
    submission_seconds = Float(
        300, help="Seconds that a submission may take; what is left then is not judged."
    ).tag(config=True)
    course_secret = Unicode(
        help="What makes this course's inputs its own; by default it is the environment's "
        "LESSON_COURSE_SECRET, or the file .course_secret in the course's folder."
    ).tag(config=True)

    @default("course_secret")
    def _course_secret_default(self):
        above = self.parent
        while above is not None and not hasattr(above, "coursedir"):
            above = above.parent
        return course_secret(Path(above.coursedir.root) if above is not None else ROOT)

    def require(self) -> None:
        """Raise where nothing can be graded: without a sandbox that is wanted, without a secret."""
        if self.isolated:
            require_bubblewrap()
        compile_dir(
            KIT, quiet=2
        )  # a kernel that loads the probes for each message can keep nothing
        if not self.course_secret:
            raise NoSecret("c.Verdict.course_secret is empty: give it a text, or leave it out.")

    def preprocess(self, nb, resources=None, km=None):
        self.deadline: float | None = None
        self.one_by_one = False  # whether several requests in one message have come to grief
        self.cells_took = 0.0  # seconds, in each kernel that has run them
        # All files count: code can read them, so a table may lie in any.
        told = (resources or {}).get(STATE, {})
        self.handed_in = told.get(DIGEST) or digest_of(nb)
        self.seeds = (resources or {}).get(SEEDS)
        self.reports: dict[str, Report] = {}
        self.seconds = Seconds()
        nb, resources = self.run_through(nb, resources, km)
        with self.seconds.spent_on("second"):
            self.carry_forward(nb, resources)
        resources[SECONDS] = self.seconds.data()
        return nb, resources

    def run_through(self, nb, resources, km=None):
        """Run and judge the cells of one notebook, the learner's or a second one."""
        self.not_run = only_shown(nb.cells)
        return super().preprocess(nb, resources, km)

    def carry_forward(self, nb, resources) -> None:
        """Judge again, with the kit's own cells before it, what lost points to an earlier mistake.

        What comes back is which checks pass: the second notebook and its outputs are dropped.
        """
        first, self.reports = self.reports, {}
        if not first:
            return
        lesson = lesson_of(next(iter(first))).folder
        late_at_first = late_cells(nb, lesson, self.not_in_time)
        late: dict[str, bool] = {}
        second = second_judging(nb, lesson, first, self.left_out)
        if second is not None and self.seconds_left > 0:
            self.log.info("%s: judged again: %s", self.student, ", ".join(second.replaced))
            try:
                self.run_through(second.notebook, resources)
                late = late_cells(second.notebook, lesson, self.not_in_time)
            except Exception:  # no kernel, most of all: what was judged first stands
                self.log.exception("%s could not be judged again", self.student)
        again, self.reports, self.nb = self.reports, first, nb
        for cell in nb.cells:
            number = exercise_of(cell)
            if second is not None and number in second.replaced:
                report = again.get(number)
                is_late = (late if report and not report.not_judged else late_at_first).get(number)
                told = second.replaced[number], bool(is_late)
                self.reports[number] = settled(first[number], report, *told)
                self.write(cell, self.reports[number])

    # --- the budget -------------------------------------------------------------------------------

    def start(self) -> None:
        with self.seconds.spent_on("kernel"):
            super().start()
        if self.deadline is None:  # what the first kernel takes to start is not the learner's fault
            self.deadline = time.monotonic() + self.submission_seconds

    def end(self) -> None:
        with self.seconds.spent_on("kernel"):
            super().end()

    @property
    def seconds_left(self) -> float:
        return (
            self.submission_seconds if self.deadline is None else self.deadline - time.monotonic()
        )

    @property
    def has_time_again(self) -> bool:
        """Tell whether the cells may run once more: the rest of the notebook needs time, too."""
        return self.seconds_left > 0 and self.cells_took <= self.seconds_left / 2

    def patience(self, seconds: float | None) -> float | None:
        """Return how long to wait: no longer than the submission has time left."""
        left = max(round(self.seconds_left, 1), 0.1)
        return min(super().patience(seconds) or left, left)

    def ensure_kernel(self, index: int) -> None:
        self.has_time()
        super().ensure_kernel(index)

    def has_time(self) -> None:
        """Raise `NoKernel` where the submission has used up its time."""
        if self.seconds_left <= 0:
            raise NoKernel(
                f"{TOOK_LONGER} {self.submission_seconds:g} s: what is left of it was not run."
            )

    # --- cell by cell -----------------------------------------------------------------------------

    def preprocess_cell(self, cell, resources, index):
        self._check_assign_resources(resources)
        exercise = exercise_of(cell)
        if exercise is not None:
            with self.seconds.spent_on("checks"):
                self.grade(cell, exercise, index)
        elif self.runs(cell):
            with self.seconds.spent_on("answers" if is_solution(cell) else "given"):
                self.run_cell(cell, index)
        elif cell.cell_type == "code":
            cell.outputs = [new_output("stream", text=f"{SAID}\n")]
        return cell, self.resources

    def runs(self, cell) -> bool:
        if cell.cell_type != "code" or cell.get("id") in self.not_run:
            return False
        return exercise_of(cell) is None

    def execute(self, cell, index: int) -> str:
        began = time.monotonic()
        try:
            return super().execute(cell, index)
        finally:
            self.cells_took += time.monotonic() - began

    def grade(self, cell, exercise: str, index: int) -> None:
        """Judge one exercise and write the verdict as the graded cell's output."""
        self.broken = ""  # why this exercise can ask no more
        self.stands_at = index
        seed = self.seed_for(exercise)
        try:
            if NOT_JUDGED in cell.metadata:
                raise NoKernel(cell.metadata[NOT_JUDGED])
            self.ensure_kernel(index)
            report = self.judge(KernelLearner(self, seed), exercise)
        except NoKernel as reason:
            report = no_verdict(exercise, str(reason))
            self.log.warning("%s, exercise %s is not judged: %s", self.student, exercise, reason)
        if self.broken:
            self.log.warning("%s, exercise %s: %s", self.student, exercise, self.broken)
            self.end()
        report = with_cause(report, raised_before(self.nb.cells[:index], exercise))
        report.fingerprint = fingerprint_of(seed)
        self.reports[exercise] = report
        self.write(cell, report)

    def seed_for(self, exercise: str) -> str:
        """Return the seed of an exercise's inputs, which came with the submission or is made."""
        if self.seeds is not None:
            return self.seeds[exercise]
        return seed_of(self.student, exercise, self.handed_in, self.course_secret)

    def write(self, cell, report: Report) -> None:
        """Make a report the output of its graded cell."""
        points = float(cell.metadata.nbgrader["points"]) * report.points / report.most
        cell.outputs = [as_output(report, points)]

    def judge(self, learner: Learner, exercise: str) -> Report:
        """Run all checks of an exercise; a reply that a check cannot cope with fails that check."""

        def failed(check, error):
            what = f"{type(error).__name__}: {error}"
            self.log.warning("%s, %s could not read a reply: %s", self.student, check.name, what)

        return run_checks(learner, exercise, title_of(exercise), checks_of(exercise), failed)

    def ask(self, request: str) -> str:
        """Carry a request to the kernel, return its reply; raise `NoVerdict` without one."""
        return json.dumps(self.heard(self.carry(json.loads(request))))

    def ask_several(self, asked: list[dict]) -> tuple[list[dict], str]:
        """Carry requests to the kernel; return the replies to the first of them, one at least.

        Where one takes the kernel down, what was asked before it is still to be judged: so they are
        asked again in a fresh one, and from then on one by one. Why comes with the first reply.
        """
        if len(asked) == 1 or self.one_by_one or self.broken or not self.has_time_again:
            return [self.heard(self.carry(asked[0]))], ""
        try:
            sent = self.carry({"each": asked}).get("replies")
            replies = [fields_of(one) for one in sent] if isinstance(sent, list) else []
            stuck = len(replies) > 1 and replies[-1].get("stuck")
            if all(replies) and 0 < len(replies) <= len(asked) and not stuck:
                return list(map(self.heard, replies)), ""
            why, grief = (STUCK, STUCK) if stuck else (IMPROPER, "")
        except NoVerdict as reason:
            why, grief = reason.meaning, "" if reason.meaning == IMPROPER else reason.meaning
        self.log.warning("%s: to be asked one by one: %s", self.student, why)
        self.one_by_one, self.broken = True, ""
        self.end()
        try:
            if not self.has_time_again:
                raise NoKernel(why)
            self.ensure_kernel(self.stands_at)
        except NoKernel as error:
            self.broken = why
            raise NoVerdict(why) from error
        return [self.heard(self.carry(asked[0]))], grief

    def carry(self, asked: dict) -> dict:
        """Carry a message to the kernel, return the reply's fields; raise `NoVerdict` without."""
        if self.broken:
            raise NoVerdict(self.broken)
        if self.seconds_left <= 0:
            raise NoVerdict(f"{TOOK_LONGER} {self.submission_seconds:g} s.")
        patience = self.patience(self.request_timeout)
        for one in asked.get("each", [asked]):  # it may be less than when they were made
            one["timeout"] = min(one["timeout"], patience)
        number = secrets.token_hex(8)  # a reply made beforehand does not carry it
        request = json.dumps(asked | {"id": number})
        expression = f"exec({ASK!r}, {{'request': {request!r}}})"
        # A probe stops by itself after that time, and the last of several began a bit later at
        # most; only a kernel that does not react takes longer.
        reply = run_sync(self.request)(expression, patience + (4 if "each" in asked else 3))
        if reply is None:
            alive = run_sync(self.is_alive)()
            self.ran_out |= alive
            self.broken = (
                f"Your code did not come back within {patience:g} s, and could not be stopped."
                if alive
                else "Your code ended the Python process."
            )
            raise NoVerdict(self.broken)
        fields = read(reply)
        if fields.pop("id", None) != number:
            self.log.warning("%s: improper reply to a check: %.200s", self.student, reply)
            raise NoVerdict(IMPROPER)
        return fields

    def heard(self, fields: dict) -> dict:
        """Keep what a reply says about time as soon as it is there, judged or not."""
        self.ran_out |= fields.get("timeout") is not None
        if fields.get("stuck"):
            self.broken = STUCK
        return fields


def read(reply: dict) -> dict:
    """Return the fields of a probe's reply; none where it is not the JSON of an object."""
    try:
        sent = [one["reply"] for one in reply["payload"] if one["source"] == "lesson_kit"]
        return fields_of("".join(sent)[:LONGEST_REPLY])
    except (KeyError, TypeError):
        return {}


def fields_of(text: str) -> dict:
    """Return the fields of a JSON object; none where it is not that."""
    try:
        fields = json.loads(text)
    except (TypeError, ValueError, RecursionError, MemoryError):
        return {}
    return fields if isinstance(fields, dict) else {}
