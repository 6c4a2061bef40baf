"""Make scripts/requirements.lock, every package the kit needs, from environment.yml.

    python3 scripts/lock.py            # after a change in environment.yml
    python3 scripts/lock.py --upgrade  # take newer versions of what is not pinned there
    python3 scripts/lock.py --check    # offline: does the lock still match environment.yml?

Adding a dependency is one line in environment.yml, and the first of these commands.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import environment
import installing

HEADER = """\
# Every package the kit needs, for Python 3.11 to 3.13. Do not edit.
# Made by `python3 scripts/lock.py` from the pins in environment.yml
# (sha256 {digest}).
"""

# Asked for by another package, and done without; the lock has it for no system.
LEFT_OUT = {
    # jsonschema uses it, where it is there, to check internationalised addresses. Importing it
    # builds a parser: a second for each start of nbgrader, JupyterLab and nbconvert.
    "rfc3987-syntax",
}


def pins_of(text):
    """Return environment.yml's direct pins, or raise SetupError naming a line without a version."""
    listed = text.partition("- pip:")[2]
    for line in listed.splitlines():
        entry = line.partition(" #")[0].strip()
        if entry.startswith("- ") and not entry.startswith("- -e"):
            if not environment.PIN.match(entry):
                raise environment.SetupError(
                    f"environment.yml: `{entry}` has no exact version. Write it as name==version."
                )
    return environment.direct_pins(text)


def digest(pins):
    """Return a hash of the direct pins, by which the lock knows what it was made from."""
    lines = "\n".join(f"{name}=={version}" for name, version in sorted(pins.items()))
    return hashlib.sha256(lines.encode()).hexdigest()


def spelled(name):
    """Return a package's name as uv writes it."""
    return re.sub("[-_.]+", "-", name).lower()


def problems(pins, lock):
    """Return a sentence for each way in which the lock's text does not match the pins."""
    locked = dict(re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", lock, re.MULTILINE))
    found = []
    for name, version in pins.items():
        there = locked.get(spelled(name))
        if there is None:
            found.append(f"{name}=={version} is in environment.yml and not in the lock")
        elif there != version:
            found.append(f"{name} is {version} in environment.yml and {there} in the lock")
    if not found and f"sha256 {digest(pins)}" not in lock:
        found.append("the lock was made from other pins than those in environment.yml")
    return found


def compiled(requirements, output, *options):
    """Let uv write the versions that fulfil the requirements; return the finished process."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "-", "-o", str(output), *options]
    command += ["--no-header", "--quiet", "--no-emit-index-url", "--no-emit-find-links"]
    return subprocess.run(
        command,
        input="\n".join(requirements),
        env=installing.uv_settings(sys.executable),
        text=True,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )


def make(pins, lock, upgrade=False):
    """Write the lock with uv, keeping the versions it already has unless told to upgrade."""
    from lesson_kit.writing import write_whole

    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "requirements.lock"
        if lock.exists():
            made.write_text(lock.read_text(encoding="utf-8"), encoding="utf-8")
        left_out = Path(folder) / "left_out.txt"
        left_out.write_text("".join(f"{name} ; sys_platform == 'never'\n" for name in LEFT_OUT))
        options = ["--universal", "--python-version", "3.11", "--override", str(left_out)]
        if upgrade:
            options.append("--upgrade")
        wanted = [f"{name}=={version}" for name, version in pins.items()]
        done = compiled(wanted, made, *options)
        if done.returncode:
            sys.stderr.write(done.stderr)
            raise environment.SetupError("uv found no set of versions; its reasons are above.")
        body = made.read_text(encoding="utf-8").replace("-r -", "environment.yml")
        body = body.replace(str(left_out), "scripts/lock.py")
    text = HEADER.format(digest=digest(pins)) + body
    write_whole(lock, text)
    return text


def main():
    """Check the lock, or make it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="write nothing; fail if it is stale")
    parser.add_argument("--upgrade", action="store_true", help="take newer versions where allowed")
    options = parser.parse_args()
    environment.check_python()
    pins = pins_of(environment.ENVIRONMENT.read_text(encoding="utf-8"))
    if not options.check:
        environment.enter()
        text = make(pins, environment.LOCK, options.upgrade)
    else:
        text = environment.LOCK.read_text(encoding="utf-8") if environment.LOCK.exists() else ""
    found = problems(pins, text)
    if found:
        raise environment.SetupError("; ".join(found) + ". Run `python3 scripts/lock.py`.")
    count = len(re.findall(r"^\S+==", text, re.MULTILINE))
    print(f"scripts/{environment.LOCK.name}: {count} pins, matches environment.yml")


if __name__ == "__main__":
    environment.run(main)
