"""The start in a Codespace: its settings, and the script that CI runs, too."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from setup_places import NEWEST, OLDEST

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".devcontainer"
SETTINGS = json.loads((FOLDER / "devcontainer.json").read_text("utf-8"))
SCRIPT = ".devcontainer/system-packages.sh"
BASH = shutil.which("bash")


def test_its_script_is_cis():
    assert SETTINGS["onCreateCommand"] == f"bash {SCRIPT}"
    assert f"\nbash {SCRIPT}\n" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_its_python_is_one_that_the_lock_serves():
    image, major, minor = re.fullmatch(r"(\w+):(\d+)\.(\d+)-bookworm", SETTINGS["image"]).groups()
    assert image == "python" and OLDEST <= (int(major), int(minor)) <= NEWEST


def test_its_ports_are_those_that_learn_takes():
    shown = subprocess.run(
        [sys.executable, ROOT / "scripts" / "learn.py", "--help"], capture_output=True, text=True
    ).stdout
    ports = [int(port) for port in re.findall(r"for (?:JupyterLab|MLflow) \((\d+)\)", shown)]
    assert SETTINGS["forwardPorts"] == ports
    assert list(SETTINGS["portsAttributes"]) == [str(port) for port in ports]


@pytest.mark.parametrize(
    "there, wanted",
    [
        ([], ["chromium", "fonts-liberation", "bubblewrap"]),
        (["chromium"], ["bubblewrap"]),
        (["chromium", "bwrap"], []),
    ],
)
def test_the_script_brings_what_is_missing_and_nothing_else(there, wanted, tmp_path):
    for name in ["apt-get", "sudo", *there]:
        shift = "shift; " if name == "sudo" else ""
        (tmp_path / name).write_text(f"#!{BASH}\n{shift}echo \"$@\" >> '{tmp_path}/asked'\n")
        (tmp_path / name).chmod(0o755)
    env = dict(os.environ, PATH=str(tmp_path))
    done = subprocess.run([BASH, SCRIPT], cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    asked = tmp_path / "asked"
    lines = asked.read_text().splitlines() if asked.exists() else []
    install = f"-qq install -y --no-install-recommends {' '.join(wanted)}"
    assert lines == (["-qq update", install] if wanted else [])
