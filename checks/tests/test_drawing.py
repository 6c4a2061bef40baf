"""Whatever is drawn for a learner can tell a right answer from a wrong one."""

import pytest
from lesson_kit.judging.drawing import numbers, words
from lesson_kit.judging.learner import Learner
from lesson_kit.judging.routing import trail_of

from checks.grading.exercises import checks_of


class Asked(Exception):
    """What a check asked for first."""


class Listening(Learner):
    """A handle that says what the first run of a workflow is asked for."""

    def run(self, workflow, *inputs, **options):
        raise Asked(inputs)


def first_inputs(name: str, seed: int) -> tuple:
    (one,) = [one for one in checks_of("3.3") if one.name == name]
    with pytest.raises(Asked) as asked:
        one.run(Listening(str(seed)))
    return asked.value.args[0]


@pytest.mark.parametrize("draw", [words, numbers])
def test_what_is_drawn_does_not_lie_in_order(draw):
    """An answer that sorts would not be seen: of three things, one draw in three has an order."""
    for seed in range(200):
        drawn = draw(Learner(str(seed)), 3)
        assert len(set(drawn)) == 3
        assert drawn not in (sorted(drawn), sorted(drawn, reverse=True)), seed


def test_the_trail_that_goes_round_by_events_is_odd_after_its_first_number():
    """8 and 16 are halved all the way."""
    for seed in range(200):
        first, *_ = first_inputs("goes_round_by_events", seed)
        trail = trail_of(first["number"])
        assert any(number % 2 for number in trail[:-1]), trail
