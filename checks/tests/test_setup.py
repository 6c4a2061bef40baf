"""Setting up: the lock, an environment of one's own, and everything that can stand in the way."""

import base64
import errno
import hashlib
import importlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BASE_PYTHON = sys._base_executable
DEAD_INDEX = "http://127.0.0.1:9/simple"
PROBE = """\
import sys, environment
environment.run(lambda: environment.enter() or print("inside", sys.prefix))
"""

environment = lock = installing = None


@pytest.fixture(autouse=True)
def scripts(monkeypatch):
    """Import the scripts as they import each other."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    for name in ("environment", "lock", "installing"):
        globals()[name] = importlib.import_module(name)


def wheel_again(name, folder):
    """Pack an installed distribution as the wheel it came from, so that no index is needed."""
    found = metadata.distribution(name)
    version = found.version
    packed = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(packed, "w") as wheel:
        record = []
        for path in found.files:
            if path.name in {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"}:
                continue
            if path.suffix == ".pyc":
                continue
            source = Path(found.locate_file(path))
            inside = path.as_posix()
            if inside.startswith(".."):
                inside = f"{name}-{version}.data/scripts/{path.name}"
            data = source.read_bytes()
            if path.name == "WHEEL":
                data = b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            entry = zipfile.ZipInfo(inside)
            entry.external_attr = (source.stat().st_mode & 0xFFFF) << 16
            wheel.writestr(entry, data)
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            record.append(f"{inside},sha256={digest},{len(data)}")
        record.append(f"{name}-{version}.dist-info/RECORD,,")
        wheel.writestr(f"{name}-{version}.dist-info/RECORD", "\n".join(record) + "\n")
    return f"{name}=={version}"


@pytest.fixture
def kit(tmp_path):
    """Give a copy of the kit whose lock is two small packages, and a folder that has them."""
    root = tmp_path / "kit"
    (root / "lessons" / "lesson_kit").mkdir(parents=True)
    (root / "lessons" / "lesson_kit" / "__init__.py").touch()
    (root / "wheels").mkdir()
    shutil.copytree(ROOT / "scripts", root / "scripts")
    shutil.copy(ROOT / "environment.yml", root)
    shutil.copy(ROOT / "pyproject.toml", root)
    (root / "scripts" / "probe.py").write_text(PROBE)
    pins = [wheel_again(name, root / "wheels") for name in ("iniconfig", "uv")]
    (root / "scripts" / "requirements.lock").write_text("\n".join(pins) + "\n")
    return root


def clean_env(kit, **more):
    """Return an environment in which nothing is active and the kit's own wheels are the index."""
    env = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PIP_", "UV_", "CONDA_", "PYTHON", "VIRTUAL_ENV"))
    }
    env.update(PIP_NO_INDEX="1", PIP_FIND_LINKS=str(kit / "wheels"), PIP_CONFIG_FILE=os.devnull)
    env.update(UV_NO_INDEX="1", UV_FIND_LINKS=str(kit / "wheels"), UV_NO_CONFIG="1")
    env.update(UV_CACHE_DIR=str(kit / "uv-cache"))
    return {name: value for name, value in {**env, **more}.items() if value is not None}


def probe(kit, box=(), **more):
    """Start the probe as a newcomer would; return the finished process."""
    return subprocess.run(
        [*box, BASE_PYTHON, "scripts/probe.py"],
        cwd=kit,
        env=clean_env(kit, **more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
    )


def one_sentence(done, words):
    """Assert that a start failed with one short message that holds the words, and no traceback."""
    assert done.returncode != 0
    said = done.stderr.strip()
    assert words in said.replace("\n", " ")
    assert "Traceback" not in said and said.startswith("probe.py: ")
    assert len(said) < 400 and max(map(len, said.splitlines())) <= 200


# The lock


def test_the_lock_matches_environment_yml():
    pins = lock.pins_of(environment.ENVIRONMENT.read_text())
    assert lock.problems(pins, environment.LOCK.read_text()) == []
    assert {"jupyter", "nbgrader", "mlflow", "llama-index", "pytest", "nbformat"} <= set(pins)


def test_a_lock_that_does_not_match_is_named():
    text = "  - pip:\n      - mlflow==3.17.2  # traces\n      - rich==15.0.0\n      - -e .\n"
    pins = lock.pins_of(text)
    assert pins == {"mlflow": "3.17.2", "rich": "15.0.0"}
    locked = f"# sha256 {lock.digest(pins)}\nmlflow==3.17.2\nrich==15.0.0 ; python_version > '3'\n"
    assert lock.problems(pins, locked) == []
    changed = dict(pins, mlflow="3.17.3")
    assert "mlflow is 3.17.3 in environment.yml and 3.17.2" in lock.problems(changed, locked)[0]
    added = dict(pins, flask="3.1.3")
    assert "flask==3.1.3 is in environment.yml and not" in lock.problems(added, locked)[0]
    removed = {"mlflow": "3.17.2"}
    assert "other pins" in lock.problems(removed, locked)[0]


def test_a_dependency_without_a_version_is_refused():
    with pytest.raises(environment.SetupError, match="`- rich>=15` has no exact version"):
        lock.pins_of("  - pip:\n      - rich>=15\n")


def test_the_lock_names_no_index_and_serves_every_python():
    text = environment.LOCK.read_text()
    assert "://" not in text and "index-url" not in text and "find-links" not in text
    assert "python_full_version >= '3.12'" in text and "python_full_version < '3.12'" in text


def test_what_is_done_without_is_in_the_lock_for_no_system():
    text = environment.LOCK.read_text()
    for name in lock.LEFT_OUT:
        (line,) = re.findall(rf"^{name}==.*$", text, flags=re.MULTILINE)
        assert line.endswith("; sys_platform == 'never'")


# Python itself


@pytest.mark.parametrize("version", [(3, 8, 18), (3, 10, 13)])
def test_an_older_python_is_told_what_to_do(version, monkeypatch):
    monkeypatch.setattr(environment, "starts", lambda name: name == "python3.12")
    with pytest.raises(environment.SetupError, match="needs 3.11 or newer.*has python3.12"):
        environment.check_python(version)
    environment.check_python((3, 11, 0))


def test_a_version_managers_stand_in_is_not_named(tmp_path, monkeypatch):
    for name, code in (("python3.13", 127), ("python3.12", 0)):
        (tmp_path / name).write_text(f"#!/bin/sh\nexit {code}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not environment.starts("python3.13") and environment.starts("python3.12")
    assert not environment.starts("python3.11")  # not there at all


@pytest.mark.parametrize(
    "name", ["learn", "notebook_changes", "test", "environment", "installing", "setup_places"]
)
def test_an_older_python_can_read_the_scripts(name):
    import ast

    source = (ROOT / "scripts" / f"{name}.py").read_text()
    ast.parse(source, feature_version=(3, 6))
    assert "__future__" not in source  # 3.6 knows no annotations there


@pytest.mark.parametrize("failed", [1, 2])
def test_whatever_fails_ends_with_the_exit_code_that_says_so(failed, tmp_path, capsys):
    def write():
        (tmp_path / "a file").touch()
        (tmp_path / "a file" / "report").write_text("never written")

    def trip():
        raise ValueError("a fault of ours")

    for main, told in ((write, f"{tmp_path / 'a file' / 'report'}: "), (trip, "Traceback")):
        with pytest.raises(SystemExit) as ended:
            environment.run(main, failed)
        assert ended.value.code == failed
        assert told in capsys.readouterr().err.replace("\n", " ")


def test_a_file_that_cannot_be_written_is_named_and_not_the_kit():
    full = OSError(errno.ENOSPC, "No space left on device", "/elsewhere/a")
    assert environment.os_sentence(full).startswith("The disk is full: /elsewhere/a was not")
    sealed = OSError(errno.EROFS, "Read-only file system", "/elsewhere/a")
    assert environment.os_sentence(sealed).startswith("/elsewhere/a cannot be written to.")
    told = installing.known_cause("sqlite: No space left on device", "/elsewhere")
    assert told.startswith("The disk is full: nothing more fits into /elsewhere.")


def test_a_python_without_ensurepip_is_told_which_package_brings_it(monkeypatch):
    real = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "ensurepip" else real(name)
    )
    with pytest.raises(environment.SetupError, match="python3-venv"):
        installing.make_venv()


# An active environment


def test_an_active_environment_that_has_everything_is_used(kit):
    done = subprocess.run(
        [sys.executable, "scripts/probe.py"],
        cwd=kit,
        env=dict(os.environ, PYTHONPATH=str(kit / "lessons"), CONDA_PREFIX=sys.prefix),
        capture_output=True,
        text=True,
    )
    assert done.stdout == f"inside {sys.prefix}\n", done.stderr
    assert not (kit / ".venv").exists()


def test_an_active_environment_that_lacks_something_says_what():
    pins = {"pytest": metadata.version("pytest"), "mlflow": "1.0", "no-such-thing": "2"}
    absent = environment.missing(pins)
    assert absent[:2] == ["mlflow==1.0", "no-such-thing==2"]
    assert "pytest" not in " ".join(absent)


# Setting up for real, from a folder of wheels


def test_without_a_network_it_says_so_and_the_next_start_goes_on(kit):
    dead = {"PIP_NO_INDEX": None, "PIP_FIND_LINKS": None, "PIP_INDEX_URL": DEAD_INDEX}
    one_sentence(probe(kit, **dead), "package index could not be reached")
    assert not (kit / ".venv" / "lesson-kit.stamp").exists()

    dead = {"UV_NO_INDEX": None, "UV_FIND_LINKS": None, "UV_DEFAULT_INDEX": DEAD_INDEX}
    done = probe(kit, **dead, UV_HTTP_RETRIES="0")
    one_sentence(done, "package index could not be reached")
    assert "making .venv" not in done.stdout and "✓ installing uv" in done.stdout

    done = probe(kit)
    assert done.stdout.endswith(f"inside {kit / '.venv'}\n"), done.stderr
    assert "making .venv" not in done.stdout

    done = probe(kit)
    assert done.stdout == f"inside {kit / '.venv'}\n"

    with open(kit / "scripts" / "requirements.lock", "a") as changed:
        changed.write("# a change\n")
    assert "installing the packages" in probe(kit).stdout


def test_an_interrupted_start_is_gone_on_from(kit):
    started = subprocess.Popen(
        [BASE_PYTHON, "scripts/probe.py"],
        cwd=kit,
        env=clean_env(kit),
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while not (kit / ".venv" / "bin" / "python").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(started.pid, signal.SIGKILL)
    assert started.wait() == -signal.SIGKILL
    assert (kit / ".venv").exists() and not (kit / ".venv" / "lesson-kit.stamp").exists()
    done = probe(kit)
    assert done.stdout.endswith(f"inside {kit / '.venv'}\n"), done.stderr
    assert "✓ making .venv" in done.stdout


NO_BWRAP = "There is no bubblewrap here. `bash .devcontainer/system-packages.sh` brings it."
needs_bwrap = pytest.mark.skipif(not shutil.which("bwrap"), reason=NO_BWRAP)


@needs_bwrap
def test_a_folder_that_cannot_be_written_to_is_named(kit):
    done = probe(kit, box=["bwrap", "--ro-bind", "/", "/", "--dev", "/dev"])
    one_sentence(done, f"The folder {kit} cannot be written to")


@needs_bwrap
def test_a_full_disk_is_named(kit):
    (kit / ".venv").mkdir()
    small = ["--size", "3000000", "--tmpfs", str(kit / ".venv")]
    done = probe(kit, box=["bwrap", "--bind", "/", "/", "--dev", "/dev", *small])
    one_sentence(done, "The disk is full")


def test_the_causes_of_failures_are_told_apart():
    cases = {
        "error: Failed\n  Caused by: No space left on device (os error 28)": "disk is full",
        "[Errno 13] Permission denied: '/kit/.venv'": "cannot be written to",
        "error: Failed to fetch: `http://x/`\n  Caused by: dns error": "could not be reached",
    }
    for output, words in cases.items():
        assert words in installing.explain(output)
    assert "boom" in installing.explain("some\nboom\n")
    assert installing.known_cause("boom") is None


# What CI does


def test_ci_runs_what_a_newcomer_runs():
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text().rstrip().endswith("exec python3 scripts/test.py")
    assert subprocess.run(["bash", "-n", str(script)]).returncode == 0
