"""A learner's copy of the lessons: what is kept in it, brought back, brought up to date, handed in.

`scripts/learn.py` and `hand_in` use it; checks keep their results by it. Grading uses the same
rules for what was handed in: what is read of it, and which cell is which.
"""
