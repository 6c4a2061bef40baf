"""Kill the process in the middle of the notebook.

cell: try-1-2
rest: solved
points: all
says: This cell ended the Python process. Grading went on without it.
"""

import os
import signal

os.kill(os.getpid(), signal.SIGKILL)
