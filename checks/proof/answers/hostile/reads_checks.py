"""Print the hidden checks, so that they stand in the feedback.

cell: answer-1-1
rest: untouched
points: none
isolation: the kernel reads what the instructor's account can read
"""

from pathlib import Path

import lesson_kit

print((Path(lesson_kit.__file__).parents[2] / "checks" / "tools.py").read_text())
