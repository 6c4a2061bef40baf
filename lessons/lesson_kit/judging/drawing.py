"""Draw the inputs of a check: in the notebook always the same, anew for each graded submission.

A reply that no input gives away has to be computed, and so has each point.
"""

from collections.abc import Sequence
from contextlib import contextmanager

from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import Learner
from lesson_kit.judging.outcomes import Failed

WORDS = (
    "amber anchor apple basket birch blanket bottle branch bridge brook button candle canvas "
    "castle cedar cloud clover copper coral cotton crystal dolphin drum eagle ember feather "
    "fern finch garden ginger glacier granite harbour hazel heron island ivory jasmine jungle "
    "kettle ladder lantern lemon lilac lion maple marble meadow mirror moss needle nutmeg oak "
    "ocean olive orchard otter paper pearl pebble pepper pine planet plum pond quartz quill "
    "rabbit raven river rocket saddle sailor salt seven shadow shell silver sparrow spruce "
    "stone summer sunset thistle thunder tiger timber tulip valley velvet violet walnut whale "
    "willow window winter wolf"
).split()

# What sums and products go wrong with: zero, one, the same twice, signs, more than a float holds.
CORNERS = [(0, 0), (0, 7), (9, 0), (1, 1), (1, -1), (-8, -8), (10**17 + 3, 7), (10**17 + 9, -5)]

WORKS_FIRST = Finding(
    "value/works-first", "This point counts once the value is right, too: mend that first."
)


def numbers(learner: Learner, count: int, least: int = 11, most: int = 99) -> list[int]:
    """Draw so many different numbers, of three or more in no order."""
    return in_no_order(learner, range(least, most + 1), count)


def words(learner: Learner, count: int) -> list[str]:
    """Draw so many different words of small letters, of three or more in no order."""
    return in_no_order(learner, WORDS, count)


def in_no_order(learner: Learner, drawn_from: Sequence, count: int) -> list:
    """Draw so many; of three or more, draw again where nobody would see that they were sorted."""
    while True:
        drawn = learner.random.sample(drawn_from, count)
        if count < 3 or drawn not in (sorted(drawn), sorted(drawn, reverse=True)):
            return drawn


@contextmanager
def beside_its_value():
    """Say of what fails inside that the check's own thing holds, and the value is not right yet.

    As a decorator, it says that of what fails in a judge.
    """
    try:
        yield
    except Failed as failed:
        meaning = Finding(
            "value/beside",
            "What this line says holds. Its point counts beside a right value, and the call shown "
            f"here goes wrong: {failed.meaning}",
        )
        raise Failed(meaning, failed.called, failed.expected, failed.got) from None


def factor(learner: Learner) -> int:
    """Draw the factor by which a probe folds a text into a number: see `probes.computed`."""
    return learner.random.randint(10**3, 10**5)
