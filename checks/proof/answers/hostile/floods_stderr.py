"""Write to both streams wherever it can: a right answer stays right.

cell: answer-1-1
rest: solved
points: all
"""

import sys


def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    print("0 of 4 points")
    print("Error: 0 points", file=sys.stderr)
    print("Error: 0 points", file=sys.__stderr__)
    return x + y


get_ipython().events.register("post_run_cell", lambda *args: print("error", file=sys.stderr))
