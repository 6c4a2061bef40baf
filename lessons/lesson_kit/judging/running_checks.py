"""Run the checks of an exercise on the handle on a learner's namespace."""

import contextlib
import functools
from collections.abc import Callable, Iterable

from lesson_kit.judging.checking import DETAILS, Check, Report, Result
from lesson_kit.judging.findings import Finding, id_of
from lesson_kit.judging.learner import Learner
from lesson_kit.judging.outcomes import Failed, NoVerdict
from lesson_kit.judging.side_by_side import Pool


def run_checks(
    learner: Learner,
    exercise: str,
    title: str,
    checks: Iterable[Check],
    on_error: Callable[[Check, Exception], None] | None = None,
    enough: Callable[[Result], bool] = lambda result: False,
) -> Report:
    """Run the checks of one exercise; after one that has no verdict, nothing more is asked.

    They run in order, or side by side where the handle carries several requests at a time: then
    those before it go on, and those after it that have had all replies are judged, too. With
    `on_error`, a check that trips over a reply is told to it and has failed, and no more. After a
    result that is `enough`, no further check runs.
    """
    report = Report(exercise, title)
    lost = ""
    pool = Pool(learner.ask_first) if learner.carries_several else None

    def run(one: Check) -> Result:
        nonlocal lost
        try:
            if lost and pool is None:
                raise NoVerdict(lost)
            one.run(learner.for_check(one.name, pool))
        except Failed as failed:
            told = {name: getattr(failed, name) for name in (*DETAILS, "meaning", "finding")}
            return Result(one, False, **told)
        except NoVerdict as reason:
            if pool:  # what hangs once more would use up the time of other exercises, too
                pool.give_up(reason)
            if lost:
                meaning = Finding("not-judged/earlier", f"Not judged: {lost}")
                return Result(one, False, meaning, finding=meaning.id, judged=False)
            lost = reason.meaning
            return Result(one, False, lost, finding=id_of(lost))
        except Exception as error:
            if on_error is None:
                raise
            on_error(one, error)
            meaning = Finding(
                "not-judged/no-sense",
                f"The check could not make sense of what came back ({type(error).__name__}).",
            )
            return Result(one, False, meaning, finding=meaning.id)
        return Result(one, True)

    works = [functools.partial(run, one) for one in checks if one.exercise == exercise]
    if not works:
        raise KeyError(f'there are no checks for exercise "{exercise}"')
    found = pool.results(works) if pool else (work() for work in works)
    with contextlib.closing(found) as results:
        for result in results:
            report.results.append(result)
            if enough(result):
                break
    return report
