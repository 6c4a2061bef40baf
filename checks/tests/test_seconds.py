"""The seconds of a submission by phase: each moment counts once."""

import pytest

from checks.grading import seconds
from checks.grading.seconds import Seconds


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands still until it is moved: `clock(2)` lets two seconds pass."""
    now = [100.0]
    monkeypatch.setattr(seconds.time, "monotonic", lambda: now[0])
    return lambda passed: now.__setitem__(0, now[0] + passed)


def test_each_moment_counts_in_the_innermost_phase_alone(clock):
    took = Seconds()
    with took.spent_on("kernel"):
        clock(1)
    clock(50)  # in no phase
    with took.spent_on("given"):
        clock(2)
        with took.spent_on("kernel"):
            clock(4)
        clock(8)
    assert took.data() == {"kernel": 5, "given": 10, "answers": 0, "checks": 0, "second": 0}


def test_the_second_judging_counts_whole_also_where_it_fails(clock):
    took = Seconds()
    with pytest.raises(ValueError), took.spent_on("second"):
        clock(1)
        with took.spent_on("kernel"):
            clock(2)
        with took.spent_on("checks"):
            clock(4)
            raise ValueError
    with took.spent_on("checks"):
        clock(8)
    assert took.data() == {"kernel": 0, "given": 0, "answers": 0, "checks": 8, "second": 7}
