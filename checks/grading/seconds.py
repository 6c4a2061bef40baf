"""Tell how long a submission took, phase by phase."""

import contextlib
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field

SECONDS = "lesson_kit_seconds"  # in the resources that a verdict returns


@dataclass
class Seconds:
    """The seconds of one submission by phase; each moment counts in one phase alone."""

    kernel: float = 0  # starting kernels, and ending them
    given: float = 0  # cells that are no answer: the lesson's own, and what a learner added
    answers: float = 0
    checks: float = 0
    second: float = 0  # the second judging, all of it
    _open: list[tuple[str, float]] = field(default_factory=list, repr=False)

    @contextlib.contextmanager
    def spent_on(self, phase: str) -> Iterator[None]:
        """Count what the block takes in this phase, but for the blocks of others within it."""
        if self._open and self._open[-1][0] == "second":
            phase = "second"
        self._count()
        self._open.append((phase, time.monotonic()))
        try:
            yield
        finally:
            self._count()
            self._open.pop()
            if self._open:
                self._open[-1] = self._open[-1][0], time.monotonic()

    def _count(self) -> None:
        """Count in the phase that is on what it took since it was last looked at."""
        if self._open:
            phase, since = self._open[-1]
            setattr(self, phase, getattr(self, phase) + time.monotonic() - since)

    def data(self) -> dict[str, float]:
        """Return the seconds of each phase."""
        return {name: round(value, 3) for name, value in asdict(self).items() if name[0] != "_"}
