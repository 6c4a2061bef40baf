"""Write full marks into the gradebook.

cell: answer-1-1
rest: untouched
points: none
isolation: the kernel writes what the instructor's account can write
"""

import sqlite3
from pathlib import Path

with sqlite3.connect(Path.cwd().parents[2] / "gradebook.db") as gradebook:
    gradebook.execute(
        "UPDATE grade SET manual_score = 4 WHERE notebook_id IN"
        " (SELECT n.id FROM submitted_notebook n JOIN submitted_assignment a"
        "  ON n.assignment_id = a.id WHERE a.student_id = 'writes_gradebook')"
    )
