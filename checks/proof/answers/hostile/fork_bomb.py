"""Fork, and let the children live on (here 30 of them, and they only sleep).

cell: try-1-1
rest: solved
points: all
leaves no process: sleep 31415
"""

import os

for _ in range(30):
    if os.fork() == 0:
        os.execvp("sleep", ["sleep", "31415"])
