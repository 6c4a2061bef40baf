"""What comparing one model with the reference has found, as data."""

import statistics
from dataclasses import dataclass, field

from lesson_kit.compare.trajectory import Trajectory


@dataclass
class Scored:
    """A question, or the logged model itself, and each judgement on it as (passes, why)."""

    name: str
    verdicts: dict[str, tuple[bool, str]]
    trace: object
    trajectory: Trajectory | None = None
    reference_trace: object = None
    reference_trajectory: Trajectory | None = None
    seconds: float | None = None
    reference_seconds: float | None = None


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

    @property
    def equivalent(self) -> bool:
        verdicts = [fine for row in self.rows for fine, _ in row.verdicts.values()]
        return not self.reason and bool(verdicts) and all(verdicts)

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
    def divergence(self) -> str:
        """The first thing that differs, in words: of the logged model, then in suite order."""
        for row in self.rows:
            failed = {name: why for name, (fine, why) in row.verdicts.items() if not fine}
            if failed:
                why = failed.get("trajectory") or next(iter(failed.values()))
                return f"{capital(row.name)}: {why}"
        return ""

    @property
    def latency(self) -> float | None:
        """The median of its times, each as a ratio to the reference's."""
        ratios = [
            row.seconds / row.reference_seconds
            for row in self.rows
            if row.seconds and row.reference_seconds
        ]
        return statistics.median(ratios) if ratios else None

    def __repr__(self) -> str:
        if self.reason:
            return f"<not compared: {self.reason}>"
        return f"<{'equivalent' if self.equivalent else 'not equivalent'} to the reference>"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
