"""Make `.venv` from scripts/requirements.lock (used by environment.py, standard library alone).

Each step can fail or be interrupted: what is there stays, and the next start goes on from it.
"""

# Python 3.6 must be able to read this file, to say that it is too old: no newer syntax here.
import collections
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time

from setup_places import LOCK, OLDEST, ROOT, STAMP, VENV, SetupError, fingerprint, venv_python

LOG = VENV / "setup.log"
NEEDED_GB = 1.5

# What an installer's output says -> what went wrong, and how to mend it.
CAUSES = (
    (
        r"No space left|os error 28|Errno 28|Disk quota|os error 122",
        "The disk is full: {what}. Free some space, then start again; it goes on from there.",
    ),
    (
        r"Read-only file system|Permission denied|os error (13|30)\b|Errno (13|30)\b",
        "The folder {root} cannot be written to. Give yourself write access to it, or copy "
        "the kit to a folder of your own, then start again.",
    ),
    (
        r"error sending request|dns error|Failed to fetch|Connection refused|timed out|"
        r"Failed to establish a new connection|Could not find a version|Network is unreachable|"
        r"name resolution|Max retries|tunnel error|Could not connect|disabled network",
        "The Python package index could not be reached. Check the network (or the proxy), then "
        "start again; it goes on from there.",
    ),
)


def known_cause(output, folder=None):
    """Return the sentence for a failure whose cause the output names, else None.

    `folder` is what was written to, where that is not the kit's own.
    """
    what = f"nothing more fits into {folder}"
    if folder is None:
        folder, what = ROOT, f"the environment needs about {NEEDED_GB} GB in {ROOT}"
    for pattern, sentence in CAUSES:
        if re.search(pattern, output, re.IGNORECASE):
            return sentence.format(root=folder, what=what)
    return None


def explain(output, log=LOG):
    """Return one sentence for the output of an installer that failed; the log has all of it."""
    if known_cause(output):
        return known_cause(output)
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return (
        f"Setting up failed: {lines[-1] if lines else 'no word why'} "
        f"({log.relative_to(ROOT)} has the rest; start again to go on from there)."
    )


def follow(command, label, env=None, log=LOG):
    """Run an installer, showing what it does on one line; raise SetupError when it fails."""
    start, kept, seen = time.monotonic(), collections.deque(maxlen=200), collections.Counter()
    live = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns - 1
    if not live:
        print(f"  {label} …", flush=True)
    process = subprocess.Popen(
        command,
        env=env,
        cwd=str(ROOT),
        stdin=subprocess.DEVNULL,
        text=True,
        errors="replace",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    with process:
        for line in process.stdout:
            kept.append(line)
            words = line.split()
            seen.update(words[:1])
            if live and words and words[0] != "+":
                done, begun = seen["Downloaded"], seen["Downloading"]
                count = f" [{done} of {begun}]" if begun else ""
                text = f"  {time.monotonic() - start:3.0f} s  {label}{count}: {' '.join(words)}"
                print("\r" + text[:width].ljust(width), end="", flush=True)
    seconds = time.monotonic() - start
    if live:
        print("\r" + " " * width + "\r", end="")
    if process.returncode:
        output = "".join(kept)
        try:
            log.write_text(output)
        except OSError:
            pass  # a full or read-only disk: the sentence below says so
        raise SetupError(explain(output, log))
    print(f"  ✓ {label} ({seconds:.0f} s)", flush=True)


def uv_settings(python=None):
    """Return the environment for uv: never another Python, and pip's own mirror if one is set.

    `python` has pip; by default it is that of `.venv`.
    """
    env = dict(os.environ, UV_PYTHON_DOWNLOADS="never")
    for name in ("VIRTUAL_ENV", "CONDA_PREFIX"):
        env.pop(name, None)
    shown = subprocess.run(
        [str(python or venv_python()), "-m", "pip", "config", "list"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ).stdout
    mirror = re.search(r"^\S*\bindex-url='([^']+)'", shown.replace("extra-index", ""), re.MULTILINE)
    if mirror:
        env.setdefault("UV_DEFAULT_INDEX", mirror.group(1))
    return env


def make_venv():
    """Make an empty `.venv` with pip in it, over whatever an interrupted start left there."""
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        raise SetupError(
            f"This Python ({sys.executable}) cannot make environments: its ensurepip module is "
            f"missing. On Debian and Ubuntu `sudo apt install python3-venv` brings it; then start "
            f"again."
        )
    if shutil.disk_usage(str(ROOT)).free < NEEDED_GB * 1e9:
        raise SetupError(explain("No space left"))
    follow([sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)], "making .venv")
    # Not left to venv, which keeps to itself why it failed.
    follow([str(venv_python()), "-Im", "ensurepip", "--default-pip"], "installing pip")


def install():
    """Make `.venv` from the lock; every step can be interrupted, and the next start goes on."""
    wanted = fingerprint()
    python = str(venv_python())
    print("Setting up the environment, once:", flush=True)
    try:
        STAMP.unlink()
    except OSError:
        pass  # never finished, or read-only: then the next step says so
    probe = [python, "-c", f"import pip, sys; sys.exit(sys.version_info < {OLDEST})"]
    if not os.path.exists(python) or subprocess.run(probe, stderr=subprocess.DEVNULL).returncode:
        make_venv()
    uv = re.search(r"^uv==\S+", LOCK.read_text(encoding="utf-8"), re.MULTILINE).group(0)
    quietly = "-m pip install --quiet --no-input --disable-pip-version-check --retries 2".split()
    follow([python, *quietly, "--timeout", "20", uv], "installing uv")
    exactly = ["-m", "uv", "pip", "install", "--python", python, "--no-deps"]
    follow(
        [python, *exactly, "-r", str(LOCK), "-e", str(ROOT)],
        "installing the packages",
        env=uv_settings(),
    )
    STAMP.write_text(wanted + "\n")
