"""Set up the kit's environment: shared by the scripts, on the standard library alone.

    import environment
    environment.enter()  # returns inside an environment that has everything

In an active environment (conda or venv) that has every direct dependency, nothing is installed.
Otherwise `.venv` is made from `scripts/requirements.lock`, and the script goes on inside it.
"""

# Python 3.6 must be able to read this file, to say that it is too old: no newer syntax here.
import errno
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import textwrap
import traceback
from pathlib import Path

from installing import install, known_cause
from setup_places import (  # noqa: F401  the scripts know them by this module
    ENVIRONMENT,
    LOCK,
    NEWEST,
    OLDEST,
    ROOT,
    STAMP,
    VENV,
    SetupError,
    fingerprint,
    venv_python,
)

PIN = re.compile(r"^\s*-\s*([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s#;]+)", re.MULTILINE)


def check_python(version=None):
    """Raise SetupError unless this Python, or the `version` given, is new enough."""
    version = tuple(version or sys.version_info)[:2]
    if version >= OLDEST:
        return
    others = (f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1))
    found = next(filter(starts, others), None)
    remedy = (
        f"This machine has {found}: start the script with that"
        if found
        else "Install one from your system's packages or python.org, then start again with it"
    )
    raise SetupError(
        f"This is Python {version[0]}.{version[1]}, and the kit needs "
        f"{OLDEST[0]}.{OLDEST[1]} or newer. {remedy}."
    )


def starts(name):
    """Tell whether a program is there and starts: a version manager's stand-in may not."""
    try:
        return (
            shutil.which(name) and subprocess.call([name, "-c", ""], stderr=subprocess.DEVNULL) == 0
        )
    except OSError:
        return False


def direct_pins(text):
    """Return {name: version} of the direct dependencies pinned in environment.yml's text."""
    return dict(PIN.findall(text.partition("- pip:")[2]))


def missing(pins):
    """Return the pins, as "name==version", that the running interpreter does not have."""
    from importlib import metadata  # Python 3.7 has none, and must get as far as check_python

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


def is_current():
    """Tell whether `.venv` is whole and made from today's lock."""
    try:
        return venv_python().exists() and STAMP.read_text().strip() == fingerprint()
    except OSError:
        return False


def enter():
    """Go on inside an environment that has everything, making `.venv` first if need be.

    Returns only there: from any other Python the script is started anew with `.venv`'s.
    """
    check_python()
    # nbgrader and MLflow start `alembic`, `uvicorn` and others by name.
    bin_folder = str(Path(sys.executable).parent)
    if bin_folder not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = bin_folder + os.pathsep + os.environ.get("PATH", "")
    # MLflow, its server too, would send usage data and ask the network for the price of tokens.
    os.environ.update(
        MLFLOW_DISABLE_TELEMETRY="true", MLFLOW_MODEL_CATALOG_URI="", DO_NOT_TRACK="true"
    )
    # Where this is set, every process would compile mlflow anew: 10 s each, and there are many.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    inside_venv = Path(sys.prefix).resolve() == VENV.resolve()
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


def run(main, failed=1):
    """Call a script's main; what goes wrong becomes one sentence, and `failed` the exit code."""
    name = Path(sys.argv[0]).name
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal without … or ✓ shows a ? instead
            stream.reconfigure(errors="replace")
    try:
        sys.exit(main())
    except (SetupError, OSError) as error:
        told = str(error) if isinstance(error, SetupError) else os_sentence(error)
        if told is None:
            traceback.print_exc()
        else:
            print(wrapped(f"{name}: {told}"), file=sys.stderr)
    except KeyboardInterrupt:
        print("\nInterrupted; start again to go on from there.", file=sys.stderr)
    except Exception:
        traceback.print_exc()  # a fault of ours: whoever mends it needs all of it
    sys.exit(failed)


def os_sentence(error):
    """Return the sentence for a file that could not be written or read, where it has a name."""
    where = error.filename2 or error.filename
    if where is None:
        return known_cause(str(error))
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk is full: {where} was not written. Free some space, then start again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"{where} cannot be written to. Give yourself write access to it, or name another "
            f"place, then start again."
        )
    return f"{where}: {error.strerror}."
