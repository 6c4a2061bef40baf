"""Send a signal to the grading process (here number 0, which only shows that it could).

cell: try-1-1
rest: solved
points: all
leaves no file: reached
isolation: a process may signal every process of the same account
"""

import os
from pathlib import Path

os.kill(os.getppid(), 0)
Path("reached").touch()
