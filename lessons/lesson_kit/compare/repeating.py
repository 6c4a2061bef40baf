"""Ask a model the whole suite several times, and say how far one can rely on it.

pass^k is the share of questions that a model passes in each of k runs, estimated as in the
τ-bench paper (arXiv:2406.12045): for a question passed in c of n runs, C(c, k) / C(n, k). The
offline LLM always says the same; with a real one, an agent that passes once may fail the next time.
"""

from math import comb
from typing import NamedTuple

from lesson_kit.compare.comparing import compare_all
from lesson_kit.compare.comparison import Comparison
from lesson_kit.compare.models import CannotCompare


class Reliability(NamedTuple):
    """How often each question passed, of how many runs."""

    runs: int
    answers: dict[str, int]  # right answers, by question
    whole: dict[str, int]  # everything that is judged of it

    def pass_hat(self, passed: dict[str, int]) -> list[float]:
        """Return pass^k for each k from 1 to the number of runs."""
        return [
            sum(comb(count, k) / comb(self.runs, k) for count in passed.values()) / len(passed)
            for k in range(1, self.runs + 1)
        ]


def compare_repeatedly(
    uri: str, reference: str | None, cases: list[dict], runs: int
) -> list[Comparison]:
    """Compare a model so many times; raise CannotCompare when that cannot be done even once."""
    found = list(compare_all([uri] * runs, reference, cases))
    if all(one.reason for one in found):
        raise CannotCompare(found[0].reason)
    return sorted(found, key=lambda one: bool(one.reason))


def reliability(found: list[Comparison]) -> Reliability:
    """Count over the runs; one that could not be compared has passed nothing."""
    answers: dict[str, int] = {}
    whole: dict[str, int] = {}
    for row in (row for one in found for row in one.rows if row.trajectory):
        answers[row.name] = answers.get(row.name, 0) + row.verdicts["answer"][0]
        whole[row.name] = whole.get(row.name, 0) + row.passes
    return Reliability(len(found), answers, whole)
