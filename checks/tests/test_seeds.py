"""Seeds of graded checks: the same for the same submission, of no use for any other."""

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest
from lesson_kit.workspace.intake import take_submission
from nbformat.v4 import new_code_cell, new_notebook

from checks.grading import seeds
from checks.grading.kernels import NOT_FOR_LEARNERS
from checks.grading.seeds import NoSecret, course_secret, digest_of, fingerprint_of, seed_of


def notebook(answer="x + y", check="check()"):
    locked = {"nbgrader": {"grade_id": "check-1-1", "locked": True}}
    return new_notebook(cells=[new_code_cell(answer), new_code_cell(check, metadata=locked)])


def test_a_seed_changes_with_each_thing_that_it_comes_of():
    told = {"learner": "kim", "exercise": "1.1", "handed_in": "a", "secret": "s"}
    seed = seed_of(**told)
    assert seed == seed_of(**told)
    others = [seed_of(**told | {name: "other"}) for name in told]
    assert len({seed, *others}) == 5


def test_what_was_handed_in_counts_and_what_is_locked_does_not():
    assert digest_of(notebook()) == digest_of(notebook(check="changed"))
    assert digest_of(notebook()) != digest_of(notebook(answer="x + y  # again"))


def test_each_file_of_what_was_handed_in_counts(tmp_path):
    (tmp_path / "01_tools.ipynb").write_text("{}")
    digests = {take_submission(tmp_path, ["01_tools"], []).digest}
    for name in ("table.txt", "timestamp.txt", "01_tools.ipynb"):  # code can read them all
        (tmp_path / name).write_text("a table of answers")
        digests.add(take_submission(tmp_path, ["01_tools"], []).digest)
    assert len(digests) == 4


def test_a_fingerprint_gives_nothing_of_the_seed_away():
    seed = seed_of("kim", "1.1", "a", "s")
    assert fingerprint_of(seed) == fingerprint_of(seed) != fingerprint_of(seed_of("pat", "1.1"))
    assert not any(seed[at : at + 8] in fingerprint_of(seed) for at in range(len(seed) - 8))
    assert seeds.kit_version() in fingerprint_of(seed)


def test_a_secret_is_made_once_for_its_owner_alone(tmp_path, monkeypatch):
    monkeypatch.delenv(seeds.SECRET_VARIABLE, raising=False)
    with ThreadPoolExecutor(8) as several:
        made = set(several.map(course_secret, [tmp_path] * 8))
    (file,) = tmp_path.iterdir()
    assert made == {file.read_text().strip()}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(made.pop()) == 64


def test_the_environment_gives_a_secret_and_no_kernel_gets_it(tmp_path, monkeypatch):
    monkeypatch.setenv(seeds.SECRET_VARIABLE, "a secret of this course")
    assert course_secret(tmp_path) == "a secret of this course" and not list(tmp_path.iterdir())
    assert NOT_FOR_LEARNERS.search(seeds.SECRET_VARIABLE)


def test_a_secret_that_is_none_is_named(tmp_path, monkeypatch):
    monkeypatch.delenv(seeds.SECRET_VARIABLE, raising=False)
    (tmp_path / seeds.SECRET_FILE).write_text("short\n")
    with pytest.raises(NoSecret, match="shorter than 16 characters: remove it"):
        course_secret(tmp_path)
    with pytest.raises(NoSecret, match="Make the folder writable"):
        course_secret(tmp_path / "no folder")
