"""Turn the kernel's process into a program that never answers.

cell: first-question
rest: solved
points: all
says: Grading went on without it.
"""

import os

os.execvp("sleep", ["sleep", "60"])
