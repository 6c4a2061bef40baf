"""Set up once, then run every test.

    python3 scripts/test.py              # all of them
    python3 scripts/test.py -n0 -k lock  # whatever pytest takes
    python3 scripts/test.py --latest     # the kit's core, on the newest releases

What you add goes to pytest. Tests run three at a time (`-n 3`); `-n0` runs them one after another.
The last lines say what was skipped, as without a browser, and the command that brings it.

`--latest` installs the newest releases of the direct dependencies into `.venv-latest`, made anew
each time, and leaves the environment in use alone. There it runs the lessons from top to bottom and
the tests of what they teach. It says which releases are newer, which are held back and by what, and
what a learner would write otherwise. `--latest --write` puts day and versions into the README.
"""

import subprocess
import sys

import environment

# A file's tests stay in one process, as they share what is expensive; in which order files are
# taken, conftest.py says. They wait a lot, so that three processes are right for two cores.
DEFAULTS = ["-n", "3", "--dist", "loadfile", "--no-loadscope-reorder"]


def main():
    """Run pytest from the repository root, in the environment; return its exit code."""
    if sys.argv[1:] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    environment.enter()
    if "--latest" in sys.argv:
        import latest

        return latest.main(DEFAULTS, sys.argv[1:])
    if "--write" in sys.argv:
        raise environment.SetupError("--write goes with --latest: there is nothing else to write.")
    command = [sys.executable, "-m", "pytest", *DEFAULTS, *sys.argv[1:]]
    return subprocess.call(command, cwd=str(environment.ROOT))


if __name__ == "__main__":
    environment.run(main)
