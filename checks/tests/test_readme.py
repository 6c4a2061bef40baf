"""The README tells the truth: its links lead somewhere, and each of its commands works."""

import csv
import os
import re
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lesson_kit.agent_script.logged_model import EXPERIMENT
from mlflow import MlflowClient
from started import Started

from checks.grading.exercises import ROOT, lesson_folders

README = (ROOT / "README.md").read_text("utf-8")

# The rest is run here, letter by letter.
RUN_ELSEWHERE = {
    "python3 scripts/test.py": ".ci/run: it is running now",
    "python3 scripts/test.py -k notebooks": "the same, of fewer tests",
    "python3 scripts/test.py --latest": "test_latest.py; it takes minutes and asks the index",
    "python3 scripts/prove_checks.py 01_tools": "test_proof.py, with fewer mutants",
    "python3 scripts/learn.py": "test_learn.py",
    "python3 scripts/learn.py --no-browser": "the fixture lab",
    "python3 scripts/compare_model.py RUN_ID": "here, with the address of a server",
}


def commands() -> list[list[str]]:
    """Return the words of each command line in the README's code blocks, comments left out.

    Blocks that name a language are examples: test_authors_path.py follows them.
    """
    blocks = re.findall(r"^ *```(\w*)\n(.+?)^ *```$", README, flags=re.M | re.S)
    plain = [text for language, text in blocks if not language]
    lines = [line.partition(" #")[0] for text in plain for line in text.splitlines()]
    return [re.findall(r'"[^"]*"|\S+', line) for line in lines if line.strip()]


@pytest.fixture(scope="module")
def clone(tmp_path_factory) -> Path:
    """The kit as it is in a fresh clone, with one submission."""
    folder = tmp_path_factory.mktemp("clone")
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    files = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, files.split("\0")):
        if (ROOT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    submission = folder / "submitted" / "ann" / "01_tools" / "01_tools.ipynb"
    submission.parent.mkdir(parents=True)
    solution = ROOT / "solutions" / "01_tools" / "01_tools.ipynb"
    shutil.copy(solution, submission)
    (folder / "roster.csv").write_text(
        "id,first_name,last_name,email\nbob,Bob,Birch,bob@localhost\n"
    )
    downloaded = folder / "downloaded" / "01_tools" / "archive"
    downloaded.mkdir(parents=True)
    with zipfile.ZipFile(downloaded / "class.zip", "w") as archive:
        archive.write(solution, "bob_2027-02-01-10-00-00_01_tools.ipynb")
    return folder


@pytest.fixture(scope="module")
def lab(clone):
    """What `python3 scripts/learn.py --no-browser` starts."""
    run = Started(clone, "--no-browser")
    run.wait_until_said("MLflow answers now.")
    assert len(run.addresses) == 2, run.text
    yield run
    run.end(signal.SIGINT)
    run.kill()


LOG_A_LEARNERS_MODEL = """
from pathlib import Path
import mlflow
from checks.tests.model_corpus import REFERENCE, Agent, log_agent

mlflow.set_experiment({!r})
log_agent(Agent("ann", {{}}, REFERENCE.read_text("utf-8")), Path("."))
"""


# What takes longest is in three tests, side by side; each line is in one of them.
GRADING = re.compile(r"nbgrader |scripts/(grade|report_grades)\.py|submitted/")
AUTHORS = re.compile(r"scripts/(build_lessons|judge|prove_checks)\.py")


def lines_of(kind: str) -> list[str]:
    """Return the command lines to run here, in their order: of grading, of authors, or others."""
    lines = [" ".join(words) for words in commands()]
    assert set(RUN_ELSEWHERE) < set(lines)
    kinds = {line: "others" for line in lines if line not in RUN_ELSEWHERE}
    kinds |= {line: "authors" for line in kinds if AUTHORS.search(line)}
    kinds |= {line: "grading" for line in kinds if GRADING.search(line)}
    return [line for line in lines if kinds.get(line) == kind]


def run(line: str, clone: Path, **variables: str) -> None:
    """Run a command line in the clone; fail where it does."""
    env = {**os.environ, "PYTHONPATH": str(clone / "lessons"), "CONDA_PREFIX": sys.prefix}
    done = subprocess.run(
        line,
        shell=True,
        cwd=clone,
        env=env | variables,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"


def test_each_command_of_grading_does_what_the_readme_says(clone):
    lines = lines_of("grading")
    assert len(lines) > 10
    for line in lines:
        run(line, clone)
    with open(clone / "grades.csv", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["assignment"] == "01_tools"]
    assert [(row["student_id"], row["score"], row["max_score"]) for row in rows] == [
        ("ann", "21.0", "21.0"),
        ("bob", "21.0", "21.0"),
    ]
    assert (clone / "feedback/ann/01_tools/01_tools.html").stat().st_size > 0


def test_each_command_of_an_author_does_what_the_readme_says(clone):
    lines = lines_of("authors")
    assert len(lines) > 4
    for line in lines:
        run(line, clone)


def test_each_other_command_does_what_the_readme_says(clone, lab):
    """Comparisons come when there is a model."""
    asked = {"MLFLOW_TRACKING_URI": lab.mlflow, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
    code = LOG_A_LEARNERS_MODEL.format(EXPERIMENT)
    kit = os.pathsep.join([str(ROOT), str(ROOT / "lessons")])
    env = {**os.environ, **asked, "PYTHONPATH": kit}
    subprocess.run([sys.executable, "-c", code], cwd=clone, env=env, check=True)
    client = MlflowClient(lab.mlflow)
    experiment = client.get_experiment_by_name(EXPERIMENT)
    (logged,) = client.search_runs([experiment.experiment_id], "attributes.run_name = 'ann'")
    for line in sorted(lines_of("others"), key=lambda line: "compare_model" in line):
        line = line.replace("RUN_ID", logged.info.run_id)
        run(line.replace("http://127.0.0.1:5000", lab.mlflow), clone, **asked)
    for made in ("comparison.html", "comparison.csv"):
        assert (clone / made).stat().st_size > 0, made


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


def test_pictures_are_small_described_and_made_by_the_browsers_tests():
    pictures = re.findall(r"!\[([^]]*)\]\(([^)]+)\)", README)
    made = (ROOT / "checks" / "tests" / "test_browser.py").read_text("utf-8")
    assert len(pictures) == 4
    for description, name in pictures:
        assert len(description.split()) > 8, name
        assert Path(ROOT, name).stat().st_size < 60_000, name
        assert f', "{Path(name).stem}")' in made, name


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
        assert re.search(rf"{lesson}\.ipynb\) \| ~?{minutes} \|", first), lesson
