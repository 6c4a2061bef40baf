"""The checks that learners run: one module a lesson, in the order of the lesson.

The notebook's `check` and the grading use it, and hidden checks share its helpers.
"""
