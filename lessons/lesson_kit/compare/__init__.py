"""Compare a logged model with the reference run: the same questions, two traces, one verdict.

Lesson 7 uses `notebook`, and scripts/compare_model.py uses the rest; no check does.
"""
