"""README's *Adding an exercise*, followed to the letter in a copy of the repository."""

import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from checks.grading.exercises import ROOT

README = (ROOT / "README.md").read_text("utf-8")
LESSON = "solutions/01_tools/01_tools.ipynb"
TEXT = """## 1.6 subtract

Write `subtract`. `subtract(x=5, y=3)` gives `2`.

<details><summary>Hint 1</summary>Which of the numbers is taken away?</details>
<details><summary>Hint 2</summary>The order of the two numbers matters here.</details>
<details><summary>Hint 3</summary>One line with the operator <code>-</code> is enough.</details>
"""
ANSWER = '''def subtract(x: int, y: int) -> int:
    """Subtract y from x and return the difference."""
    # about 1 line
    ### BEGIN SOLUTION
    return x - y
    ### END SOLUTION
'''


@pytest.fixture(scope="module")
def guide() -> dict[str, str]:
    """The example's code by the file that the guide names before it; its commands under "sh"."""
    part = README.partition("### Adding an exercise")[2].partition("\n### ")[0]
    blocks = re.finditer(r"^( *)```(\w+)\n(.+?)^ *```$", part, flags=re.M | re.S)
    found = {}
    for block in blocks:
        file = re.findall(r"^\d\. `([^`]+)`", part[: block.start()], flags=re.M)[-1]
        found["sh" if block[2] == "sh" else file] = textwrap.dedent(block[3])
    return found


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("authors") / "kit"
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    files = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, files.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


def as_jupyterlab_saves(cell_id: str, source: str, kind: str = "code", **told) -> dict:
    """Return a cell with an id that nobody chose, and outputs where it was run."""
    cell = {"cell_type": kind, "id": cell_id, "metadata": {}, "source": source}
    if kind == "code":
        cell |= {"execution_count": 7, "outputs": []}
    if told:
        name = {"grade_id": f"cell-{cell_id}", "schema_version": 3, "task": False}
        cell["metadata"]["nbgrader"] = name | told
    return cell


def add_cells(path: Path) -> None:
    notebook = json.loads(path.read_text("utf-8"))
    answer = {"grade": False, "solution": True, "locked": False}
    tests = {"grade": True, "solution": False, "locked": True, "points": 0}
    new = [
        as_jupyterlab_saves("5e1f", TEXT, "markdown"),
        as_jupyterlab_saves("a01b", ANSWER, **answer),
        as_jupyterlab_saves("77c2", "subtract(x=5, y=3)"),
        as_jupyterlab_saves("d9e8", 'check("1.6")', **tests),
    ]
    after = [cell["id"] for cell in notebook["cells"]].index("check-1-5") + 1
    notebook["cells"][after:after] = new
    path.write_text(json.dumps(notebook), "utf-8")


def run(copy: Path, line: str) -> subprocess.CompletedProcess:
    env = dict(os.environ, CONDA_PREFIX=sys.prefix)  # installs nothing
    return subprocess.run(line, shell=True, cwd=copy, env=env, capture_output=True, text=True)


def test_an_exercise_is_added_by_the_guide_alone(copy, guide):
    files = [file for file in guide if file != "sh"]
    assert len(files) == 5  # and the notebook, which holds no block of its own
    manifest, visible, hidden, promises, answers = files
    text = (copy / manifest).read_text("utf-8")
    last = re.search(r'^  \{ number = "1\.5".+\n', text, flags=re.M)
    (copy / manifest).write_text(
        text[: last.end()] + textwrap.indent(guide[manifest], "  ") + text[last.end() :], "utf-8"
    )
    said = run(copy, "python3 scripts/build_lessons.py --check 01_tools")
    assert said.returncode == 2
    for missing in ("ex-1-6", "answer-1-6", "check-1-6", "no visible check", "no hidden check"):
        assert missing in said.stderr, said.stderr
    add_cells(copy / LESSON)
    for file in (visible, hidden, promises):
        with open(copy / file, "a", encoding="utf-8") as module:
            module.write("\n\n" + guide[file])
    (copy / answers).write_text(guide[answers], "utf-8")
    commands = guide["sh"].splitlines()
    assert [line.split()[1] for line in commands[:3]] == [
        "scripts/build_lessons.py",
        "scripts/prove_checks.py",
        "scripts/judge.py",
    ]
    for line in commands[:3]:  # the last is what the tests of the lessons do, and takes its time
        done = run(copy, line)
        assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
    assert "1.6 subtract · 2 of 2 points, hidden checks included" in done.stdout
    held = run(copy, f"{sys.executable} -m pytest -q checks/tests/test_promises.py -k 01_tools")
    assert held.returncode == 0 and "2 passed" in held.stdout, held.stdout
    readme = (copy / "README.md").read_text("utf-8")
    assert re.search(r"^\| 1\.6 subtract \| 2 of 2 \| 2 of 2 \| (\d+) of \1 \|", readme, re.M)
    released = json.loads((copy / "lessons/01_tools/01_tools.ipynb").read_text("utf-8"))
    cells = {cell["id"]: cell for cell in released["cells"]}
    assert "return x - y" not in "".join(cells["answer-1-6"]["source"])
    assert cells["check-1-6"]["metadata"]["nbgrader"]["points"] == 2
    assert {"ex-1-6", "try-1-6"} < cells.keys()
