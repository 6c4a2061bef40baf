"""The README tells the truth: its links lead somewhere, and each of its commands is tested."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from checks.exercises import ROOT, lesson_folders

README = (ROOT / "README.md").read_text("utf-8")
TESTS = ROOT / "checks" / "tests"

# Which test file runs a command as a user would; what is not here is not in the README.
RUN_BY = {
    "python3 scripts/learn.py": "test_learn.py",
    "python3 scripts/test.py": None,  # .ci/run: it is running now
    "python3 scripts/compare_model.py": "test_compare.py",
    "python3 scripts/build_model.py": "test_reference_model.py",
    "python3 scripts/build_lessons.py": "test_notebooks.py",
    "python3 scripts/prove_checks.py": "test_proof.py",
    "python3 scripts/lock.py": "test_setup.py",
    "nbgrader generate_assignment": "test_grading.py",
    "nbgrader autograde": "test_grading.py",
    "nbgrader generate_feedback": "test_grading.py",
    "nbgrader export": "conftest.py",
}


def commands() -> list[list[str]]:
    """Return the words of each command line in the README's code blocks, comments left out."""
    blocks = re.findall(r"^```\n(.+?)^```", README, flags=re.M | re.S)
    lines = [line.partition(" #")[0] for block in blocks for line in block.splitlines()]
    return [re.findall(r'"[^"]*"|\S+', line) for line in lines if line.strip()]


def test_each_command_is_run_by_a_test():
    assert len(commands()) > 10
    for words in commands():
        command = " ".join(words[: 2 if words[0] == "nbgrader" else 2])
        assert command in RUN_BY, f"nothing tests `{command}`"
        if RUN_BY[command]:
            name = words[1].removeprefix("scripts/").removesuffix(".py")
            assert name in (TESTS / RUN_BY[command]).read_text("utf-8"), command


@pytest.mark.parametrize("script", sorted({words[1] for words in commands() if "/" in words[1]}))
def test_each_option_exists(script):
    shown = subprocess.run(
        [sys.executable, str(ROOT / script), "--help"], capture_output=True, text=True, check=True
    ).stdout
    for words in commands():
        if words[1] == script and script != "scripts/test.py":  # whose options are pytest's
            assert [w for w in words if w.startswith("--") and w not in shown] == []
    assert len(shown.splitlines()) > 3


def test_each_link_leads_somewhere():
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert len(links) >= len(lesson_folders())
    assert [link for link in links if not Path(ROOT, link).exists()] == []


def test_each_named_file_exists():
    named = re.findall(r"`((?:checks|lessons|scripts|solutions)/[\w/.]*)`", README)
    assert named
    assert [name for name in named if not Path(ROOT, name).exists()] == []


def test_the_first_lines_say_what_how_and_how_long():
    first = "\n".join(README.splitlines()[:30])
    assert "python3 scripts/learn.py" in first and "python3 scripts/test.py" in first
    for lesson in lesson_folders():
        text = (ROOT / "lessons" / lesson / f"{lesson}.ipynb").read_text("utf-8")
        minutes = re.search(r"About (\d+) minutes", text)[1]
        assert re.search(rf"{lesson}\.ipynb\) \| {minutes} \|", first), lesson
