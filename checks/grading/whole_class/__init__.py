"""A whole class graded: what is due, where it is judged, what came of it.

`scripts/grade.py` and `scripts/bench_grade.py` use it. Nothing here judges: the code that judges
for the stock command does (see `checks.grading.submission`), so a change here changes no score.
"""
