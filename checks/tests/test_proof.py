"""The checks are proven: see checks/proof/rehearsal.py and scripts/prove_checks.py."""

import re
import subprocess
import sys
from collections import Counter

import prove_checks
import pytest

from checks.grading.exercises import ROOT, exercises, lesson_folders
from checks.proof import mutants
from checks.proof import rehearsal as proof

LESSONS = lesson_folders()
SAMPLE = 3  # mutants a lesson; prove_checks.py judges them all


@pytest.mark.parametrize("lesson", LESSONS)
def test_checks_are_proven(lesson):
    """In a process of its own, as lessons leave settings and stores behind."""
    command = [sys.executable, "scripts/prove_checks.py", lesson, "--mutants", str(SAMPLE)]
    proven = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert proven.returncode == 0, proven.stdout + proven.stderr
    assert "Right answers rejected: 0.0%" in proven.stdout


@pytest.mark.parametrize("lesson", LESSONS)
def test_there_are_enough_answers(lesson):
    """Two right answers or more for each exercise, and ten wrong ones or more for the lesson."""
    answers = proof.answers(lesson)
    for exercise in exercises(lesson):
        right = [one for one in answers if one.exercise == exercise and one.right]
        assert len(right) >= 2, exercise
    assert sum(not one.right for one in answers) >= 10


def test_the_readmes_table_counts_the_answers_that_there_are():
    """Judging them all again takes minutes; an answer added or taken away shows at once."""
    readme = (ROOT / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d\.\d) [^|]*\| (\d+) of \d+ \| (\d+) of \d+ \|", readme, flags=re.M)
    counts = Counter((one.exercise, one.right) for name in LESSONS for one in proof.answers(name))
    numbers = [number for lesson in LESSONS for number in exercises(lesson)]
    assert [(number, int(right), int(wrong)) for number, right, wrong in rows] == [
        (number, counts[number, True], counts[number, False]) for number in numbers
    ], "run python3 scripts/prove_checks.py --write"


def test_a_proof_can_fail():
    """A right answer called wrong, a wrong one called right, and another message than the named."""
    rehearsal = proof.Rehearsal("01_tools")
    right, wrong = (
        next(one for one in proof.answers("01_tools") if one.right is kind)
        for kind in (True, False)
    )
    reports = {one: rehearsal.judge("1.1", one.source) for one in (right, wrong)}
    rehearsal.close()
    assert proof.verdict(right, reports[right]) == proof.verdict(wrong, reports[wrong]) == ""
    assert "rejected by" in proof.verdict(right, reports[wrong])
    assert "accepted by" in proof.verdict(wrong, reports[right])
    other = proof.Answer(**{**vars(wrong), "says": "words that no check says"})
    assert "says something else" in proof.verdict(other, reports[wrong])
    assert "the stub passes" in proof.stub_verdict(reports[right])


def test_mutants_change_one_place_of_an_answer():
    source = "a = 1\n### BEGIN SOLUTION\nb = a + 2\n### END SOLUTION\nc = a + b\n"
    made = list(mutants.mutants_of("01_tools", "answer-1-1", source))
    assert {one.after for one in made} == {"b = a - 2", "b = a + 3", "b = None"}
    assert {one.before for one in made} == {"b = a + 2"}


def test_every_equivalent_mutant_is_one_that_is_made_and_says_why():
    made = {
        (one.cell, f"{one.before} → {one.after}")
        for lesson in LESSONS
        for one in mutants.mutants(lesson)
    }
    known = mutants.equivalents()
    assert known and set(known) <= made
    assert all(len(why.split()) >= 4 for why in known.values())


def test_the_table_is_put_between_its_marks(tmp_path, monkeypatch):
    monkeypatch.setattr(prove_checks, "ROOT", tmp_path)
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{prove_checks.BEGIN}\nold\n{prove_checks.END}\nafter\n")
    prove_checks.write_readme("new")
    assert readme.read_text() == (f"before\n{prove_checks.BEGIN}\nnew\n{prove_checks.END}\nafter\n")
    readme.write_text("no marks")
    with pytest.raises(ValueError, match="each once"):
        prove_checks.write_readme("new")
    assert readme.read_text() == "no marks"
