"""Take memory in many processes, a little in each (here 4 GB in all).

cell: try-1-1
rest: solved
points: all
says: of memory
never says: took it all
"""

import subprocess
import sys

TAKE = "import time; taken = b'x' * 500_000_000; time.sleep(4)"
started = [subprocess.Popen([sys.executable, "-c", TAKE]) for _ in range(8)]
for process in started:
    process.wait()
print("took", "it all")
