"""The machine that judges the checks: right, wrong and hostile answers, and mutants.

`scripts/prove_checks.py` and the tests use it.
"""
