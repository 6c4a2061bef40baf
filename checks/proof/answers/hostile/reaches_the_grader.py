"""Send a signal to the grading process (here number 0, which only shows that it could).

cell: try-1-1
rest: solved
points: all
says: looked at all
never says: reached the grader
"""

import contextlib
import os
from pathlib import Path

for process in Path("/proc").glob("[0-9]*"):
    with contextlib.suppress(OSError):
        if b"nbgrader" in (process / "cmdline").read_bytes():
            os.kill(int(process.name), 0)
            print("reached", "the grader")
print("looked", "at all")
