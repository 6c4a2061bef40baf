"""Start processes until no more can be started (here it is content with 1,000).

cell: try-1-1
rest: solved
points: all
says: started all that could be
never says: started a thousand
"""

import subprocess

started = []
try:
    while len(started) < 1000:
        started.append(subprocess.Popen(["sleep", "16180"]))
    print("started", "a thousand")
except OSError:
    print("started", "all that could be")
for process in started:
    process.kill()
for process in started:
    process.wait()
