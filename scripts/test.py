"""Set up once, then run every test.

    python3 scripts/test.py              # all of them
    python3 scripts/test.py -n0 -k lock  # whatever pytest takes

What you add goes to pytest. Tests run two at a time (`-n 2`); `-n0` runs them one after another.
"""

import subprocess
import sys

import environment

# worksteal: a file's tests stay together, and a process that is done early helps the other.
DEFAULTS = ["-n", "2", "--dist", "worksteal"]


def main():
    """Run pytest from the repository root, in the environment; return its exit code."""
    if sys.argv[1:] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    environment.enter()
    command = [sys.executable, "-m", "pytest", *DEFAULTS, *sys.argv[1:]]
    return subprocess.call(command, cwd=str(environment.ROOT))


if __name__ == "__main__":
    environment.run(main)
