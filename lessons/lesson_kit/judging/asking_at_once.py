"""Let several judges send what they ask in one message, and judge what comes back one by one.

A message takes milliseconds, which is more than most requests do. A judge that is marked by `asks`
is a generator: it yields its request, and gets the outcome in its place.

    @asks
    def doubles(learner, number):
        outcome = yield call_of("double", number)
        outcome.returns(2 * number)

    doubles(learner, 3)  # alone
    at_once(learner, *(doubles.later(learner, number) for number in (3, 4, 5)))
"""

import functools
from collections.abc import Callable, Generator, Iterator
from typing import Any

from lesson_kit.judging.drawing import beside_its_value
from lesson_kit.judging.learner import Learner, Request
from lesson_kit.judging.outcomes import Outcome

Judge = Generator[Request, Outcome, Any]


def asks(judge: Callable[..., Judge]) -> Callable[..., Any]:
    """Make a judge that yields its request one that asks it; `later` is for `at_once`."""

    @functools.wraps(judge)
    def alone(learner, *args, **kwargs):
        return at_once(learner, judge(learner, *args, **kwargs))[0]

    alone.later = judge
    return alone


def beside(judge: Judge) -> Judge:
    """Let a judge say of what fails that the check's own thing holds: see `beside_its_value`."""
    with beside_its_value():
        return (yield from judge)


def at_once(learner: Learner, *judges: Judge) -> list:
    """Ask what the judges ask in one message, let each judge, and return what they return."""
    return list(each_of(learner, *judges))


def each_of(learner: Learner, *judges: Judge) -> Iterator:
    """Ask what the judges ask in one message; yield what each returns, in their order.

    What a judge asks after its first request is asked alone.
    """
    asked = [next(judge) for judge in judges]
    for judge, outcome in zip(judges, learner.request_each(asked), strict=True):
        try:
            while True:
                outcome = next(learner.request_each([judge.send(outcome)]))
        except StopIteration as ended:
            yield ended.value
