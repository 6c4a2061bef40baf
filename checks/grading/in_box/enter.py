"""Begin inside the sandbox: copy what was handed in, become nobody, then be the kernel.

    python -I -S enter.py UID PROCESSES GIVEN WORK COMMAND …

It runs before any code of the learner's, and with the standard library alone. As UID 0 is nobody's,
0 stands for the account that it already runs under.
"""

import contextlib
import os
import resource
import subprocess
import sys


def main(uid: int, processes: int, given: str, work: str, *command: str) -> None:
    bring_in(given, work, uid)
    become(uid)
    settle(work, processes)
    os.execv(command[0], command)


def bring_in(given: str, work: str, uid: int) -> None:
    """Copy the folder that was handed in to where the kernel works, as its own."""
    # What is too big for the folder is left out; links and pipes are copied, and never followed.
    os.mkdir(work)
    for command in (["cp", "-RP", f"{given}/.", work], ["chmod", "-R", "u+rwX", work]):
        quiet = {"stdin": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(command, check=False, close_fds=False, **quiet)
    if uid:
        subprocess.run(["chown", "-RP", f"{uid}:{uid}", os.path.dirname(work)], check=False)


def become(uid: int) -> None:
    """Go first where the machine runs out of memory, and take on an account."""
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as score:
        score.write("1000")
    if uid:
        # The limit on processes does not bind root, nor root in a namespace of its own.
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)


def settle(work: str, processes: int) -> None:
    """Take the last steps before the kernel: its limit, its session, its folder."""
    resource.setrlimit(resource.RLIMIT_NPROC, (processes, processes))
    os.setsid()  # an interrupt reaches the kernel and what it started, and nothing around it
    os.environ.pop("JPY_PARENT_PID", None)  # a number that means nothing in here
    os.chdir(work)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
