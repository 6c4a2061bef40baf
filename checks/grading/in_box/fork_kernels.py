"""Fork kernels inside a sandbox, from this process, which has imported the libraries.

    python fork_kernels.py SOCKET LIBRARY …

SOCKET is the number of a socket that listens. Over each connection comes one order as JSON, with
the folder that was handed in as an open descriptor; what goes back is a descriptor of the process
that holds the kernel, which ends when whoever has asked for it closes the connection. This
process imports, fills caches and forks: no code of a learner's ever runs in it. A forked kernel
has namespaces, folders in memory and processes of its own, and sees nothing of this one.
"""

import contextlib
import ctypes
import fcntl
import gc
import importlib.util
import json
import os
import select
import signal
import socket
import struct
import sys

# Python runs with -P, as for any kernel here, so that what lies beside this file is not found.
sys.path.insert(0, os.path.dirname(__file__))
from enter import become, bring_in, leave_keyring, settle  # noqa: E402
from first_use import fill_caches  # noqa: E402

sys.path.pop(0)

# Linux's own numbers: sched.h, sys/mount.h, sys/prctl.h, linux/capability.h, net/if.h
NEW_MOUNTS, NEW_IPC, NEW_USER = 0x00020000, 0x08000000, 0x10000000
NEW_PROCESSES, NEW_NETWORK = 0x20000000, 0x40000000
READ_ONLY, NO_SETUID, NO_DEVICES, NO_PROGRAMS = 1, 2, 4, 8
BIND, ALL_BELOW, PRIVATE = 4096, 2**14, 2**18
DIE_WITH_PARENT, DUMPABLE, DROP_FROM_BOUND, NO_NEW_PRIVILEGES = 1, 4, 24, 38
CAPABILITIES_VERSION = 0x20080522
GET_FLAGS, SET_FLAGS, UP = 0x8913, 0x8914, 1
AT_ONCE = 2  # MNT_DETACH
LONGEST_ORDER = 2**16
SECONDS_TO_ASK = 10  # once connected
MOST_FILES = 50_000  # in each folder in memory: an empty one costs a kilobyte, too
CLOSE_LINK = signal.SIGUSR1  # checks/grading/fork_server.py sends it

libc = ctypes.CDLL(None, use_errno=True)


def call(function: str, *arguments) -> None:
    """Call a function of the C library; raise OSError where it fails."""
    if getattr(libc, function)(*arguments) == -1:
        number = ctypes.get_errno()
        raise OSError(number, f"{function}: {os.strerror(number)}")


def main(number: int, *libraries: str) -> None:
    for library in ("ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.zmqshell", *libraries):
        importlib.import_module(library)
    fill_caches()
    threads = len(os.listdir("/proc/self/task"))
    if threads > 1:
        raise SystemExit(f"{threads - 1} threads were started by imports: no fork would have them.")
    gc.collect()
    gc.freeze()  # a collection in a fork would copy all memory
    call("prctl", DUMPABLE, 0, 0, 0, 0)  # no fork reads this process, whatever its account
    leave_keyring()  # and none finds in its own what whoever grades keeps there
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that ended
    orders = socket.socket(fileno=number)
    while True:
        line, _ = orders.accept()
        with line, contextlib.suppress(OSError):  # whoever asked may be gone
            line.settimeout(SECONDS_TO_ASK)
            obey(line, orders)


def obey(line: socket.socket, orders: socket.socket) -> None:
    """Fork for the order that comes over a connection; say that this process is ready for none."""
    text, given, *_ = socket.recv_fds(line, LONGEST_ORDER, 1)
    order = json.loads(text or "{}")
    try:
        if not order:
            line.send(b"ready")
            return
        child = os.fork()
        if child == 0:
            orders.close()
            end_with(hold, order, given[0], line)
        try:
            process = os.pidfd_open(child)
        except OSError:  # it has ended already
            line.send(b"ended")
            return
        socket.send_fds(line, [b"forked"], [process])
        os.close(process)
    finally:
        for descriptor in given:
            os.close(descriptor)


def end_with(work, *arguments) -> None:
    """Do what a forked process is for, and end it."""
    try:
        work(*arguments)
    except BaseException as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
        os._exit(1)
    os._exit(0)


def hold(order: dict, given: int, line: socket.socket) -> None:
    """Make a sandbox in the sandbox, and hold the kernel in it, as long as the line."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    uid = order["uid"]
    call("prctl", DUMPABLE, 1, 0, 0, 0)  # else it could not say whose namespace it is
    apart(NEW_MOUNTS | NEW_IPC | NEW_NETWORK, in_users=not uid)
    call("prctl", DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
    call("mount", b"none", b"/", None, ALL_BELOW | PRIVATE, None)
    mount(order["link"], order["linked"], BIND)
    memory(os.path.dirname(order["link"]), "size=4k", READ_ONLY)  # those of others are in there
    terminals = b"newinstance,ptmxmode=0666,mode=620"
    call("mount", b"devpts", b"/dev/pts", b"devpts", NO_SETUID | NO_PROGRAMS, terminals)
    kept = {folder: os.open(folder, os.O_PATH) for folder in order["kept"]}
    for folder, megabytes in order["folders"].items():
        memory(folder, f"size={megabytes}m,nr_inodes={MOST_FILES},mode=1777")
    for folder, descriptor in kept.items():
        os.makedirs(folder)
        mount(f"/proc/self/fd/{descriptor}", folder, BIND | ALL_BELOW)  # with what hides the course
        os.close(descriptor)
    bring_up_loopback()
    os.set_inheritable(given, True)
    bring_in(f"/proc/self/fd/{given}", order["work"], uid)
    os.close(given)
    # The grader asks for this when the sockets are connected: nothing can be put there any more.
    signal.signal(CLOSE_LINK, lambda *_: call("umount2", order["linked"].encode(), AT_ONCE))
    call("unshare", NEW_PROCESSES)
    first = os.fork()
    if first == 0:
        end_with(begin, order)
    waiting = select.poll()
    waiting.register(os.pidfd_open(first), select.POLLIN)
    waiting.register(line, select.POLLIN)  # nothing is ever sent: it was closed
    waiting.poll()  # it goes on after a signal; what is left ends with this process


def begin(order: dict) -> None:
    """Be the first process of the kernel's own, give up all power, and start the kernel."""
    for number in (CLOSE_LINK, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    call("mount", b"proc", b"/proc", b"proc", NO_SETUID | NO_DEVICES | NO_PROGRAMS, None)
    become(order["uid"])
    if order["uid"]:
        call("prctl", DUMPABLE, 1, 0, 0, 0)
        apart(0, in_users=True)
    with open("/proc/sys/user/max_user_namespaces", "w") as most:
        most.write("0")  # in one of its own a learner could mount folders without bounds
    give_up_capabilities()
    with contextlib.suppress(OSError):  # this keyring is the server's, and empty
        leave_keyring()
    # A change of account has taken this back.
    call("prctl", DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
    # No learner's code looks into this process, or writes into it; it has nothing open, either.
    call("prctl", DUMPABLE, 0, 0, 0, 0)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(nothing, standard)
    os.closerange(3, 2**16)
    kernel = os.fork()
    if kernel == 0:
        end_with(run, order)
    while True:  # orphans come to the first process: it has to see them off
        ended, _ = os.wait()
        if ended == kernel:
            return


def run(order: dict) -> None:
    """Be the kernel."""
    call("prctl", DUMPABLE, 1, 0, 0, 0)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(CLOSE_LINK, signal.SIG_DFL)
    settle(order["work"], order["processes"])
    connection = f"{order['linked']}/kernel.json"
    with open(os.open(connection, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        json.dump(order["connection"], file)
    if order["connection"] is None:  # it was only tried whether this works
        return
    for name in order["only_here"]:
        os.environ.pop(name, None)
    gc.unfreeze()
    launcher = importlib.util.find_spec("ipykernel_launcher").origin
    sys.argv = [launcher, "-f", connection, *order["arguments"]]
    from ipykernel.kernelapp import launch_new_instance

    launch_new_instance()


def apart(flags: int, in_users: bool) -> None:
    """Leave namespaces; that of users keeps the account's number."""
    user, group = os.geteuid(), os.getegid()
    call("unshare", flags | (NEW_USER if in_users else 0))
    if in_users:
        texts = {
            "setgroups": "deny",
            "uid_map": f"{user} {user} 1",
            "gid_map": f"{group} {group} 1",
        }
        for name, text in texts.items():
            with open(f"/proc/self/{name}", "w") as file:
                file.write(text)


def mount(source: str, target: str, flags: int) -> None:
    call("mount", source.encode(), target.encode(), None, flags, None)


def memory(folder: str, options: str, flags: int = 0) -> None:
    """Put an empty folder that lives in memory over one."""
    kind, flags = b"tmpfs", flags | NO_SETUID | NO_DEVICES
    call("mount", kind, folder.encode(), kind, flags, options.encode())


def bring_up_loopback() -> None:
    """Let the kernel's own network be one: without it there is no 127.0.0.1."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        asked = struct.pack("16sH22x", b"lo", 0)
        (flags,) = struct.unpack_from("H", fcntl.ioctl(any_socket, GET_FLAGS, asked), 16)
        fcntl.ioctl(any_socket, SET_FLAGS, struct.pack("16sH22x", b"lo", flags | UP))


def give_up_capabilities() -> None:
    """Leave nothing of what makes an account mighty in its namespace."""
    call("prctl", NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    for one in range(64):
        with contextlib.suppress(OSError):  # Linux has fewer
            call("prctl", DROP_FROM_BOUND, one, 0, 0, 0)
    header = (ctypes.c_uint32 * 2)(CAPABILITIES_VERSION, 0)
    none = (ctypes.c_uint32 * 6)()
    call("capset", header, none)


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
