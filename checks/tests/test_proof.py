"""The checks are proven: see checks/proof/rehearsal.py and scripts/prove_checks.py."""

import gc
import re
import subprocess
import sys
from collections import Counter

import prove_checks
import pytest
from mlflow.utils.autologging_utils import autologging_is_disabled

from checks.grading.exercises import ROOT, exercises, lesson_folders
from checks.proof import blind, collected, mutants, table
from checks.proof import rehearsal as proof

LESSONS = lesson_folders()
# Mutants a lesson, and blind answers an exercise; prove_checks.py judges them all.
SAMPLES = ["--mutants", "3", "--blind-answers", "1"]


@pytest.mark.parametrize("lesson", LESSONS)
def test_checks_are_proven(lesson):
    """In a process of its own, as lessons leave settings and stores behind."""
    command = [sys.executable, "scripts/prove_checks.py", lesson, *SAMPLES]
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
    rows = re.findall(r"^\| (\d\.\d+) [^|]*\| \d+ of (\d+) \| \d+ of (\d+) \|", readme, flags=re.M)
    counts = Counter((one.exercise, one.right) for name in LESSONS for one in proof.answers(name))
    numbers = [number for lesson in LESSONS for number in exercises(lesson)]
    assert [(number, int(right), int(wrong)) for number, right, wrong in rows] == [
        (number, counts[number, True], counts[number, False]) for number in numbers
    ], "run python3 scripts/prove_checks.py --write"


BLIND_ANSWERS = """# %% right: another way
def add(x: int, y: int) -> int:
    \"\"\"Add two integers and return their sum.\"\"\"
    return y + x
# %% wrong: counts one too many
# breaks: Return the sum of x and y.
def add(x: int, y: int) -> int:
    \"\"\"Add two integers and return their sum.\"\"\"
    return x + y + 1
# %% wrong: its writer was mistaken
# breaks: Return the sum of x and y.
# decided: right, because a sum is the same the other way round
def add(x: int, y: int) -> int:
    \"\"\"Add two integers and return their sum.\"\"\"
    return sum([y, x])
# %% wrong: not caught yet
# breaks: Return the sum of x and y.
# open: an example
def add(x: int, y: int) -> int:
    \"\"\"Add two integers and return their sum.\"\"\"
    return x + y
"""


def test_a_round_of_blind_answers_is_judged_once_and_then_proven_like_all_others(
    tmp_path, monkeypatch
):
    for module in (collected, blind):
        monkeypatch.setattr(module, "BLIND", tmp_path)
    folder = tmp_path / "round-1" / "01_tools"
    folder.mkdir(parents=True)
    (folder / "1-1.py").write_text(BLIND_ANSWERS)
    assert blind.figure() == ""
    blind.record("round-1", blind.judge_round("round-1", "01_tools", ["1.1"]))
    told = blind.first_verdicts("round-1")
    assert [one.accepted for one in told.values()] == [True, False, True, True]
    assert "expected" in told["1.1 counts one too many"].said
    assert "accepted 1 of 2, 50.0%, right ones rejected 0 of 2, 0.0%" in blind.figure()
    with pytest.raises(ValueError, match="is not changed"):
        blind.record("round-1", list(told.values()))
    assert blind.judge_round("round-1", "01_tools", ["1.1"]) == []
    rehearsal = proof.Rehearsal("01_tools", until="1.1")
    judged = [one for one in proof.prove(rehearsal, ["1.1"]) if "round-1" in one.name]
    rehearsal.close()
    assert [(one.kind, one.problem, one.open) for one in judged] == [
        ("right", "", False),
        ("wrong", "", False),
        ("right", "", False),
        ("wrong", "", True),  # known, so no problem, and not counted as proven
    ]
    assert len([one for one in proof.collected("01_tools", ["1.1"], 2) if one.round]) == 2


def test_the_readme_says_what_the_last_blind_round_found():
    assert blind.figure() in (ROOT / "README.md").read_text("utf-8")


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


def test_a_sampled_proof_asks_no_more_than_decides():
    rehearsal = proof.Rehearsal("01_tools", until="1.1")
    own = next(one for one in proof.answers("01_tools") if one.check)
    blind_one = next(one for one in proof.answers("01_tools") if one.round and not one.right)
    for answer in (own, blind_one):
        every = rehearsal.judge("1.1", answer.source).results
        asked = rehearsal.judge("1.1", answer.source, enough=proof.rejects(answer)).results
        names = [one.check.name for one in every]
        fails = [one.check.name for one in every if not one.passed]
        last = names.index(answer.check or fails[0])
        assert [one.check.name for one in asked] == names[: last + 1] and last + 1 < len(names)
    rehearsal.close()


def test_a_rehearsal_that_ends_leaves_no_tracing_behind():
    import mlflow.llama_index

    mlflow.llama_index.autolog(silent=True)
    rehearsal = proof.Rehearsal("01_tools", until="1.1")
    assert not autologging_is_disabled("llama_index")
    rehearsal.close()
    assert autologging_is_disabled("llama_index")


def test_what_an_answer_leaves_behind_ends_before_the_next_one():
    """Else Python says in a report on the next one what this one never awaited."""
    head = "class Left:\n    pass\n\ndef add(x: int, y: int) -> int:\n    "
    leaves = f"{head}left = Left()\n    left.itself = left"
    counts = (
        f"{head}import gc\n    kinds = [type(one).__name__ for one in gc.get_objects()]\n"
        "    return kinds.count('Left')"
    )
    rehearsal = proof.Rehearsal("01_tools", until="1.1")
    gc.disable()
    try:
        rehearsal.judge("1.1", leaves)
        report = rehearsal.judge("1.1", counts)
    finally:
        gc.enable()
        rehearsal.close()
    assert report.results[0].got == "0"


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


def test_the_rows_proven_take_their_place_in_the_table(tmp_path, monkeypatch):
    monkeypatch.setattr(table, "ROOT", tmp_path)
    readme = tmp_path / "README.md"
    old = {"1.1": ["1.1 add", "3 of 3", "9 of 9", "1 of 1", "–"]}
    text = f"{table.BEGIN}\n{table.as_markdown(old)}\n{table.END}"
    readme.write_text(f"before\n{text}\nafter\n", encoding="utf-8")
    table.write({"1.3": ["1.3 tools", "2 of 3", "8 of 8", "–", "2"]})
    lines = readme.read_text("utf-8").splitlines()
    assert (lines[0], lines[-1]) == ("before", "after")
    assert lines[4:7] == [
        "| 1.1 add | 3 of 3 | 9 of 9 | 1 of 1 | – |",
        "| 1.3 tools | 2 of 3 | 8 of 8 | – | 2 |",
        "| all | 5 of 6 | 17 of 17 | 1 of 1 | 2 |",
    ]
    assert "Right answers rejected: 16.7%" in lines[8]
    readme.write_text("no marks")
    with pytest.raises(ValueError, match="each once"):
        table.write({})
    assert readme.read_text() == "no marks"


def test_lessons_and_exercises_are_chosen_together():
    assert prove_checks.select(["5.5", "1.2", "5.1"]) == {
        "01_tools": ["1.2"],
        "05_tracing": ["5.1", "5.5"],
    }
    assert prove_checks.select(["02_events", "2.1"]) == {"02_events": list(exercises("02_events"))}
    assert list(prove_checks.select([])) == LESSONS
    with pytest.raises(ValueError, match="no lesson or exercise 9.9"):
        prove_checks.select(["9.9"])


def test_an_exercise_with_too_few_answers_is_not_proven():
    counts = {"1.1": Counter(right=2, wrong=1), "1.2": Counter(right=2, wrong=2)}
    (sentence,) = prove_checks.too_few_answers("01_tools", counts)
    assert sentence.startswith("1.1 has 1 wrong answers")


def test_a_mutant_that_only_a_later_exercise_sees_is_killed_by_it():
    """Proving one exercise runs the lesson no further than to it, until this is needed."""
    rehearsal = proof.Rehearsal("01_tools", until="1.2")
    assert "check-1-3" not in rehearsal.snapshots
    wrong = next(
        one for one in proof.answers("01_tools") if one.exercise == "1.2" and not one.right
    )
    assert not rehearsal.judge("1.2", wrong.source).passed
    assert rehearsal.judge("1.3").passed and "check-1-3" in rehearsal.snapshots
    rehearsal.close()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# right: a title\ndef add(x, y): ...\n", "each answer begins with a line '# %% right"),
        ("# %% wrong: adds one\ndef add(x, y): ...\n", "needs a line '# check: …' and '# says"),
        ("# %% right: a\n# cell: answer-9-9\nx = 1\n", "solutions/01_tools has none."),
    ],
)
def test_a_malformed_file_of_answers_is_said_in_a_sentence(
    text, said, tmp_path, monkeypatch, capsys
):
    folder = tmp_path / "01_tools"
    folder.mkdir()
    (folder / "1-1.py").write_text(text)
    monkeypatch.setattr(collected, "ANSWERS", tmp_path)
    monkeypatch.setattr(prove_checks.environment, "enter", lambda: None)
    monkeypatch.setattr("sys.argv", ["prove_checks.py", "1.1"])
    assert prove_checks.main() == 2
    complaint = capsys.readouterr().err
    assert said in complaint and len(complaint.splitlines()) == 1
