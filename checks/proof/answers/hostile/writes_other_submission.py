"""Empty the submission of the learner who is graded next.

cell: try-1-1
rest: solved
points: all
harms: x_victim
isolation: the kernel writes what the instructor's account can write
"""

from pathlib import Path

path = Path.cwd().parents[2] / "submitted/x_victim/01_tools/01_tools.ipynb"
path.write_text(path.read_text().replace("return x + y", "return 0"))
