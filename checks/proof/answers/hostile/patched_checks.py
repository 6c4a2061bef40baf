"""Patch the checks themselves, as far as a learner's process knows them.

cell: answer-1-1
rest: untouched
points: none
says: This exercise is not written yet
"""

import lesson_kit.judging.checking as checking
import lesson_kit.checks.lesson_01_tools as visible

checking.same = lambda value, expected: True
checking.Outcome.returns = lambda self, *args, **kwargs: None
checking.Outcome.obtained = lambda self, *args: {"content": "579"}
checking.Report.points = property(lambda self: 1000)
checking.run_checks = lambda *args: checking.Report("1.1", "add")
for name, value in list(vars(visible).items()):
    if isinstance(value, checking.Check):
        object.__setattr__(value, "run", lambda learner: None)
