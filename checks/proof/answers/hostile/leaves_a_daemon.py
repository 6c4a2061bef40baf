"""Leave a process behind that has left the kernel's process group.

cell: try-1-1
rest: solved
points: all
leaves no process: sleep 27182
"""

import subprocess

subprocess.Popen(["sleep", "27182"], start_new_session=True)
