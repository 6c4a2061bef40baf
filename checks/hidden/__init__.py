"""What is only checked when graded: a module a lesson, and the comparison's hidden suite.

Grading and proof use it; nothing under `lessons/` may.
"""
