"""How nbgrader grades here: cells restored, kernels run, exercises judged outside them.

`nbgrader_config.py` and the scripts use it.
"""
