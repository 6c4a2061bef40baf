"""Set up the kit's environment: shared by the scripts, on the standard library alone.

    import environment
    environment.enter()  # returns inside an environment that has everything

In an active environment (conda or venv) that has every direct dependency, nothing is installed.
Otherwise `.venv` is made from `scripts/requirements.lock`, and the script goes on inside it.
"""

# An older Python must be able to read this file, to say that it is too old: no newer syntax here.
from __future__ import annotations

import collections
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import textwrap
import time
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / "environment.yml"
LOCK = ROOT / "scripts" / "requirements.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "lesson-kit.stamp"
LOG = VENV / "setup.log"

OLDEST, NEWEST = (3, 11), (3, 13)
NEEDED_GB = 1.5

PIN = re.compile(r"^\s*-\s*([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s#;]+)", re.MULTILINE)

# What an installer's output says -> what went wrong, and how to mend it.
CAUSES = (
    (
        r"No space left|os error 28|Errno 28|Disk quota|os error 122",
        "The disk is full: the environment needs about {gb} GB in {root}. "
        "Free some space, then start again; it goes on from there.",
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


class SetupError(Exception):
    """A set-up that cannot go on: one sentence that says what, and how to mend it."""


def check_python(version=None):
    """Raise SetupError unless this Python, or the `version` given, is new enough."""
    version = tuple(version or sys.version_info)[:2]
    if version >= OLDEST:
        return
    others = (f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1))
    found = next((name for name in others if shutil.which(name)), None)
    remedy = (
        f"This machine has {found}: start the script with that"
        if found
        else "Install one from your system's packages or python.org, then start again with it"
    )
    raise SetupError(
        f"This is Python {version[0]}.{version[1]}, and the kit needs "
        f"{OLDEST[0]}.{OLDEST[1]} or newer. {remedy}."
    )


def direct_pins(text):
    """Return {name: version} of the direct dependencies pinned in environment.yml's text."""
    return dict(PIN.findall(text.partition("- pip:")[2]))


def missing(pins):
    """Return the pins, as "name==version", that the running interpreter does not have."""
    absent = []
    for name, version in pins.items():
        try:
            present = metadata.version(name)
        except metadata.PackageNotFoundError:
            present = None
        if present != version:
            absent.append(f"{name}=={version}")
    kit = importlib.util.find_spec("lesson_kit")
    places = list(kit.submodule_search_locations or ()) if kit else []
    if not any(ROOT / "lessons" in Path(place).resolve().parents for place in places):
        absent.append("lesson-kit")
    return absent


def active_environment():
    """Tell whether this interpreter belongs to an environment that someone activated or named."""
    return sys.prefix != sys.base_prefix or bool(os.environ.get("CONDA_PREFIX"))


def venv_python():
    """Return the path of the Python in `.venv`, made or not."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint():
    """Return what `.venv` was, or is to be, made from: lock, package and place, as one hash."""
    digest = hashlib.sha256(str(ROOT).encode())
    for path in (LOCK, ROOT / "pyproject.toml"):
        try:
            digest.update(path.read_bytes())
        except OSError:
            raise SetupError(
                f"{path.relative_to(ROOT)} is missing. Bring it back with "
                f"`git checkout -- {path.relative_to(ROOT)}`, then start again."
            ) from None
    return digest.hexdigest()


def is_current():
    """Tell whether `.venv` is whole and made from today's lock."""
    try:
        return venv_python().exists() and STAMP.read_text().strip() == fingerprint()
    except OSError:
        return False


def known_cause(output):
    """Return the sentence for a failure whose cause the output names, else None."""
    for pattern, sentence in CAUSES:
        if re.search(pattern, output, re.IGNORECASE):
            return sentence.format(root=ROOT, gb=NEEDED_GB)
    return None


def explain(output):
    """Return one sentence for the output of an installer that failed."""
    if known_cause(output):
        return known_cause(output)
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return (
        f"Setting up failed: {lines[-1] if lines else 'no word why'} "
        f"({LOG.relative_to(ROOT)} has the rest; start again to go on from there)."
    )


def follow(command, label, env=None):
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
            LOG.write_text(output)
        except OSError:
            pass  # a full or read-only disk: the sentence below says so
        raise SetupError(explain(output))
    print(f"  ✓ {label} ({seconds:.0f} s)", flush=True)


def uv_settings():
    """Return the environment for uv: never another Python, and pip's own mirror if one is set."""
    env = dict(os.environ, UV_PYTHON_DOWNLOADS="never")
    for name in ("VIRTUAL_ENV", "CONDA_PREFIX"):
        env.pop(name, None)
    shown = subprocess.run(
        [str(venv_python()), "-m", "pip", "config", "list"],
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
    follow([sys.executable, "-m", "venv", "--clear", str(VENV)], "making .venv")


def install():
    """Make `.venv` from the lock; every step can be interrupted, and the next start goes on."""
    wanted = fingerprint()
    python = str(venv_python())
    print("Setting up the environment, once:", flush=True)
    try:
        STAMP.unlink()
    except OSError:
        pass  # never finished, or read-only: then the next step says so
    probe = [python, "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))"]
    if not os.path.exists(python) or subprocess.run(probe, stderr=subprocess.DEVNULL).returncode:
        make_venv()
    uv = re.search(r"^uv==\S+", LOCK.read_text(encoding="utf-8"), re.MULTILINE).group(0)
    follow(
        [
            python,
            "-m",
            "pip",
            "install",
            "--disable-pip-version-check",
            "--no-input",
            "--retries",
            "2",
            "--timeout",
            "20",
            "--progress-bar",
            "off",
            uv,
        ],
        "installing uv",
    )
    follow(
        [
            python,
            "-m",
            "uv",
            "pip",
            "install",
            "--python",
            python,
            "--no-deps",
            "-r",
            str(LOCK),
            "-e",
            str(ROOT),
        ],
        "installing the packages",
        env=uv_settings(),
    )
    STAMP.write_text(wanted + "\n")


def enter():
    """Go on inside an environment that has everything, making `.venv` first if need be.

    Returns only there: from any other Python the script is started anew with `.venv`'s.
    """
    check_python()
    # Where this is set, every process would compile mlflow anew: 10 s each, and there are many.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    inside_venv = Path(sys.prefix).resolve() == VENV
    absent = []
    if not inside_venv and active_environment():
        absent = missing(direct_pins(ENVIRONMENT.read_text(encoding="utf-8")))
        if not absent:
            return
    if not is_current():
        if absent:
            rest = f" and {len(absent) - 1} more" if len(absent) > 1 else ""
            print(f"The active environment lacks {absent[0]}{rest}, so .venv is used.")
        install()
    if inside_venv:
        return
    command = [str(venv_python()), *sys.argv]
    if os.name == "nt":  # Windows has no exec: it would give the terminal back at once
        sys.exit(subprocess.call(command))
    sys.stdout.flush()
    os.execv(command[0], command)


def wrapped(sentence):
    """Return a sentence in lines of at most 83 characters, its paths and commands whole."""
    return textwrap.fill(sentence, 83, break_long_words=False, break_on_hyphens=False)


def run(main):
    """Call a script's main; a SetupError becomes its one sentence, Ctrl-C a quiet end."""
    name = Path(sys.argv[0]).name
    try:
        sys.exit(main())
    except SetupError as error:
        sys.exit(wrapped(f"{name}: {error}"))
    except OSError as error:
        if known_cause(str(error)) is None:
            raise
        sys.exit(wrapped(f"{name}: {known_cause(str(error))}"))
    except KeyboardInterrupt:
        sys.exit("\nInterrupted; start again to go on from there.")
