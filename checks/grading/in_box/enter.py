"""Begin inside the sandbox: copy what was handed in, become nobody, then be the kernel.

    python -I -S enter.py UID PROCESSES GIVEN WORK COMMAND …

It runs before any code of the learner's, and with the standard library alone. As UID 0 is nobody's,
0 stands for the account that it already runs under.
"""

import contextlib
import ctypes
import errno
import os
import resource
import subprocess
import sys

# Linux's own numbers: landlock.h, and the calls, which are the same for every kind of machine
MAKE_BLOCK_DEVICE = 1 << 11
LANDLOCK_CREATE_RULESET, LANDLOCK_RESTRICT_SELF = 444, 446
KEYCTL = {"x86_64": 250, "aarch64": 219}
JOIN_SESSION_KEYRING = 1
MOST_OPEN = 512  # files: each one on its way through a socket counts against whoever grades

libc = ctypes.CDLL(None, use_errno=True)


def main(uid: int, processes: int, given: str, work: str, *command: str) -> None:
    bring_in(given, work, uid)
    become(uid)
    leave_keyring()
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
        own = ["chown", "-RP", f"{uid}:{uid}", os.path.dirname(work)]
        subprocess.run(own, check=False, stderr=subprocess.DEVNULL)


def become(uid: int) -> None:
    """Go first where the machine runs out of memory, and take on an account."""
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as score:
        score.write("1000")
    if uid:
        # The limit on processes does not bind root, nor root in a namespace of its own.
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)


def leave_keyring() -> None:
    """Have a session keyring of its own: that of whoever grades may hold keys.

    Raise OSError where there are too many keys for one more: that keyring could be read, then.
    """
    number = KEYCTL.get(os.uname().machine)
    if number and libc.syscall(number, JOIN_SESSION_KEYRING, None) < 0:
        error = ctypes.get_errno()
        if error not in (errno.ENOSYS, errno.EPERM):  # where nobody may use keys at all
            raise OSError(error, os.strerror(error))


def settle(work: str, processes: int) -> None:
    """Take the last steps before the kernel: its limits, its session, its folder."""
    resource.setrlimit(resource.RLIMIT_NPROC, (processes, processes))
    resource.setrlimit(resource.RLIMIT_NOFILE, (MOST_OPEN, MOST_OPEN))
    stay_among_own()
    os.setsid()  # an interrupt reaches the kernel and what it started, and nothing around it
    os.environ.pop("JPY_PARENT_PID", None)  # a number that means nothing in here
    os.chdir(work)


def stay_among_own() -> None:
    """Let no code of the learner's look into the first process, or write into it.

    That is what Linux's Landlock does for whoever has any rule; where it is missing, nothing is.
    """
    rule = ctypes.c_uint64(MAKE_BLOCK_DEVICE)  # nobody can here, so that it takes nothing away
    rules = libc.syscall(LANDLOCK_CREATE_RULESET, ctypes.byref(rule), ctypes.sizeof(rule), 0)
    if rules >= 0:
        libc.syscall(LANDLOCK_RESTRICT_SELF, rules, 0)
        os.close(rules)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
