"""What comparing one model with the reference has found, as data."""

import statistics
from dataclasses import dataclass, field
from typing import NamedTuple

from lesson_kit.compare.trajectory import Trajectory


@dataclass
class Scored:
    """A question, or the logged model itself, and each judgement on it as (passes, why)."""

    name: str
    verdicts: dict[str, tuple[bool, str]]
    trace: object
    question: str = ""
    cause: str = "trajectory"  # the judgement to tell first
    trajectory: Trajectory | None = None
    reference_trace: object = None
    reference_trajectory: Trajectory | None = None
    seconds: float | None = None
    reference_seconds: float | None = None

    @property
    def passes(self) -> bool:
        return all(fine for fine, _ in self.verdicts.values())

    @property
    def why(self) -> str:
        """What it does not pass for, the cause first."""
        failed = {name: why for name, (fine, why) in self.verdicts.items() if not fine}
        return failed.get(self.cause) or failed.get("trajectory") or next(iter(failed.values()), "")


class Latency(NamedTuple):
    """Times as ratios to the reference's: the median, and between what half of them lie."""

    median: float
    low: float
    high: float
    questions: int


@dataclass
class Comparison:
    """What comparing one model with the reference has found."""

    uri: str
    name: str
    reference: str
    rows: list[Scored] = field(default_factory=list)
    run_id: str = ""
    reference_run_id: str = ""
    experiment_id: str = ""
    reason: str = ""  # why it could not be compared
    given: list[str] = field(default_factory=list)  # lessons whose part is the agent so far's
    added: list[str] = field(default_factory=list)  # tools that the reference has not

    @property
    def equivalent(self) -> bool:
        verdicts = [fine for row in self.rows for fine, _ in row.verdicts.values()]
        return not self.reason and bool(verdicts) and all(verdicts)

    @property
    def verdict(self) -> str:
        if self.reason:
            return "not compared"
        return "equivalent" if self.equivalent else "not equivalent"

    @property
    def share(self) -> str:
        """What of it is not the learner's own, and what is besides; nothing for the usual."""
        told = []
        if self.given == ["all"]:
            told.append("All of it is given: it is the agent so far.")
        elif self.given:
            told.append(f"Given, from the agent so far: {', '.join(self.given)}.")
        if self.added:
            names = ", ".join(self.added)
            told.append(f"Added, and not what the suite is about: the tool {names}.")
        return " ".join(told)

    @property
    def scorers(self) -> dict[str, tuple[int, int]]:
        """How often each scorer passed, of how many times it applied."""
        tally: dict[str, tuple[int, int]] = {}
        for row in self.rows:
            for name, (fine, _) in row.verdicts.items():
                passed, of = tally.get(name, (0, 0))
                tally[name] = passed + fine, of + 1
        return tally

    @property
    def parted(self) -> Scored | None:
        """The first row that differs: of the logged model, then in suite order."""
        return next((row for row in self.rows if not row.passes), None)

    @property
    def divergence(self) -> str:
        """The first thing that differs, in words."""
        return f"{capital(self.parted.name)}: {self.parted.why}" if self.parted else ""

    @property
    def question(self) -> str:
        """The question at which it first differs."""
        return self.parted.question if self.parted else ""

    @property
    def latency(self) -> Latency | None:
        """How long it took, beside the reference."""
        ratios = [
            row.seconds / row.reference_seconds
            for row in self.rows
            if row.seconds and row.reference_seconds
        ]
        if len(ratios) < 2:
            return None
        low, median, high = statistics.quantiles(ratios, n=4)
        return Latency(median, low, high, len(ratios))

    def __repr__(self) -> str:
        if self.reason:
            return f"<not compared: {self.reason}>"
        return f"<{self.verdict} to the reference{'. ' * bool(self.share)}{self.share}>"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
