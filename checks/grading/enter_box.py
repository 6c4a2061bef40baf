"""Begin inside the sandbox: copy what was handed in, become nobody, then be the kernel.

    python -I -S enter_box.py UID PROCESSES GIVEN WORK COMMAND …

It runs before any code of the learner's, and with the standard library alone. As UID 0 is nobody's,
0 stands for the account that it already runs under.
"""

import os
import resource
import subprocess
import sys


def main(uid: int, processes: int, given: str, work: str, *command: str) -> None:
    # What is too big for the folder is left out; links and pipes are copied, and never followed.
    os.mkdir(work)
    copy = ["cp", "-RP", f"{given}/.", work]
    subprocess.run(copy, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    subprocess.run(["chmod", "-R", "u+rwX", work], stderr=subprocess.DEVNULL, check=False)
    with open("/proc/self/oom_score_adj", "w") as score:
        score.write("1000")  # where the machine runs out of memory, this goes first
    if uid:
        # The limit on processes does not bind root, nor root in a namespace of its own.
        subprocess.run(["chown", "-RP", f"{uid}:{uid}", os.path.dirname(work)], check=False)
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
    resource.setrlimit(resource.RLIMIT_NPROC, (processes, processes))
    os.setsid()  # an interrupt reaches the kernel and what it started, and not bubblewrap
    os.environ.pop("JPY_PARENT_PID", None)  # a number that means nothing in here
    os.chdir(work)
    os.execv(command[0], command)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
