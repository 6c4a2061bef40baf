"""Each promise of a lesson's text is held by a check, and each check holds a promise of the text.

The lists are `checks/hidden/promises/<lesson>.toml`, which say for each exercise which
sentence of its text, docstring or stub is held by which checks, visible or hidden:

    [[promise]]
    exercise = "1.1"
    sentence = "it returns the sum of two integers"
    held_by = ["adds_two_numbers", "adds_any_two_numbers"]
"""

import json
import re
import tomllib

import pytest

from checks.grading.exercises import ROOT, checks_of, exercises, lesson_folders

FOLDER = ROOT / "checks" / "hidden" / "promises"


def promises(lesson: str) -> list[dict]:
    return tomllib.loads((FOLDER / f"{lesson}.toml").read_text("utf-8"))["promise"]


def one_line(text: str) -> str:
    """Return the text with each run of blanks and line breaks, a comment's too, as one blank.

    A word that is linked to the glossary stands there as the word.
    """
    text = re.sub(r"\[([^\]]+)\]\(\.\./glossary\.md#[\w-]+\)", r"\1", text)
    return " ".join(re.sub(r"\n\s*#", "\n", text).split())


def texts(lesson: str) -> dict[str, str]:
    """Return all that the cells of each exercise say, from its heading to its check."""
    path = ROOT / "solutions" / lesson / f"{lesson}.ipynb"
    found: dict[str, str] = {}
    exercise = ""
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        begins = re.fullmatch(r"ex-(\d+)-(\d+)", cell["id"])
        exercise = ".".join(begins.groups()) if begins else exercise
        if exercise:
            found[exercise] = found.get(exercise, "") + "\n" + "".join(cell["source"])
        if cell["id"].startswith("check-"):
            exercise = ""
    return {number: one_line(text) for number, text in found.items()}


@pytest.mark.parametrize("lesson", lesson_folders())
def test_each_promise_stands_in_the_text_and_is_held_by_a_check(lesson):
    said = texts(lesson)
    wrong = []
    for promise in promises(lesson):
        assert set(promise) == {"exercise", "sentence", "held_by"}, promise
        exercise, sentence = promise["exercise"], one_line(promise["sentence"])
        if sentence not in said[exercise]:
            wrong.append(f"{exercise} does not say: {sentence}")
        if not promise["held_by"]:
            wrong.append(f"{exercise}: nothing holds: {sentence}")
        known = {check.name for check in checks_of(exercise)}
        wrong += [
            f"{exercise} has no check {one}" for one in promise["held_by"] if one not in known
        ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("lesson", lesson_folders())
def test_each_check_holds_a_promise(lesson):
    held = {(one["exercise"], name) for one in promises(lesson) for name in one["held_by"]}
    idle = [
        f"{exercise}: {check.name} ({check.sentence})"
        for exercise in exercises(lesson)
        for check in checks_of(exercise)
        if (exercise, check.name) not in held
    ]
    assert not idle, "no promise of the text names:\n" + "\n".join(idle)


def test_there_is_no_list_of_another_lesson():
    assert {path.stem for path in FOLDER.glob("*.toml")} <= set(lesson_folders())
