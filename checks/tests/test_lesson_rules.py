"""What an author forgets is said in sentences that name the file, the cell and the remedy."""

import json
from dataclasses import replace

import build_lessons
import lesson_rules
import pytest
from lesson_kit import manifest
from lesson_kit.manifest import Exercise, lessons

from checks.grading.exercises import ROOT

LESSON = lessons()[1]
FILE = "solutions/02_events/02_events.ipynb"


@pytest.fixture
def notebook():
    return json.loads((ROOT / FILE).read_text("utf-8"))


def cell(notebook, name):
    return next(one for one in notebook["cells"] if one["id"] == name)


def problems(notebook, lesson=LESSON):
    lesson_rules.name_cells(notebook)
    return [str(one) for one in lesson_rules.notebook_problems(lesson, notebook, FILE, False)]


def test_everything_fits_the_manifest():
    assert [*lesson_rules.manifest_problems(lessons())] == []
    for lesson in lessons():
        assert [*lesson_rules.check_problems(lesson)] == []
        notebook = json.loads(build_lessons.solution_of(lesson.folder).read_text("utf-8"))
        assert problems(notebook, lesson) == [] or lesson is lessons()[0]
    assert build_lessons.other_problems() == []


def replaced(name, old, new):
    def damage(notebook):
        source = "".join(cell(notebook, name)["source"])
        assert old in source
        cell(notebook, name)["source"] = source.replace(old, new)

    return damage


def removed(name):
    return lambda notebook: notebook["cells"].remove(cell(notebook, name))


def unmarked(name):
    return lambda notebook: cell(notebook, name)["metadata"].clear()


def swapped(notebook):
    notebook["cells"].reverse()


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (replaced("title", "Events", "Happenings"), "cell title: the lesson's title is not"),
        (replaced("title", "About 25", "About 26"), "Write '**About 25 minutes.**'"),
        (replaced("ex-2-1", "PrepEvent", "Preparing"), "Begin it with '## 2.1 PrepEvent'"),
        (replaced("ex-2-1", "Hint 2", "Hint 4"), "cell ex-2-1: its hints are 1, 4, 3"),
        (replaced("ex-2-1", "</summary>", "</summary>Yes</details>"), "hint 1 says too little"),
        (removed("ex-2-1"), "cell ex-2-1: exercise 2.1 has no text"),
        (removed("answer-2-1"), "cell answer-2-1: exercise 2.1 has no answer cell"),
        (removed("check-2-1"), "cell check-2-1: there is no graded cell for it"),
        (removed("agent-so-far"), "there is no cell for the agent so far"),
        (unmarked("answer-2-1"), "it holds a solution and is no answer cell"),
        (replaced("answer-2-1", "### END SOLUTION", ""), "it does not say what the solution is"),
        (replaced("check-2-1", "2.1", "2.9"), "the manifest has no exercise 2.9"),
        (replaced("check-2-1", "2.1", "2.2"), "cell check-2-2: 2 cells have this id"),
        (replaced("check-2-1", ")", ")\nprint()"), "holds its check and nothing else"),
        (replaced("ex-2-1", "## 2.1", "## 2.7"), "the manifest has no exercise 2.7"),
        (swapped, "the graded cells stand as check-2-5, check-2-4"),
        (swapped, "cell ex-2-1: the exercise's cells are out of order"),
    ],
)
def test_what_does_not_fit_is_said(damage, said, notebook):
    assert problems(notebook) == []
    damage(notebook)
    found = problems(notebook)
    assert any(said in one for one in found), found
    assert all(one.startswith(FILE) and one.endswith((".", ">", "…")) for one in found), found


def test_all_problems_are_said_at_once(notebook):
    removed("answer-2-1")(notebook)
    replaced("title", "About 25", "About 26")(notebook)
    assert len(problems(notebook)) == 2


def test_the_number_of_exercises_is_not_limited(notebook):
    more = tuple(Exercise(f"2.{number}", "more") for number in range(6, 12))
    lesson = replace(LESSON, exercises=LESSON.exercises + more)
    listed = [replace(one, folder=f"0{place}_x") for place, one in enumerate([lesson], 1)]
    wrong = [*lesson_rules.manifest_problems(listed)]
    assert len(wrong) == 1 and "1.10, 1.11." in wrong[0].remedy  # and nothing about how many
    assert len([one for one in problems(notebook, lesson) if "has no text" in one]) == 6


def test_an_exercise_needs_only_what_comes_before_it():
    first = replace(lessons()[0].exercises[0], needs=("1.2",))
    listed = [replace(lessons()[0], exercises=(first, *lessons()[0].exercises[1:]))]
    (wrong,) = lesson_rules.manifest_problems(listed)
    assert wrong.what == "1.1 needs 1.2, which does not come before it"


def test_ids_that_jupyterlab_makes_up_become_the_exercises_own(notebook):
    for kind in ("ex", "answer", "try", "check"):
        made_up = cell(notebook, f"{kind}-2-3")
        made_up["id"] = f"1f0c-{kind}"
        if "nbgrader" in made_up["metadata"]:
            made_up["metadata"]["nbgrader"]["grade_id"] = f"cell-{kind}"
    cell(notebook, "title")["id"] = "9a"
    assert problems(notebook) == []
    names = [one["id"] for one in notebook["cells"]]
    assert names[0] == "title"
    assert all(f"{kind}-2-3" in names for kind in ("ex", "answer", "try", "check"))


def test_an_exercise_without_checks_and_checks_without_an_exercise_are_said():
    lesson = replace(LESSON, exercises=(*LESSON.exercises[1:], Exercise("2.7", "more")))
    said = "\n".join(map(str, lesson_rules.check_problems(lesson)))
    assert "lessons/lesson_kit/checks/lesson_02_events.py: exercise 2.7 has no visible" in said
    assert "checks/hidden/lesson_02_events.py: exercise 2.7 has no hidden check" in said
    assert "checks 2.1, which the manifest does not have" in said
    (missing,) = {
        one.what for one in lesson_rules.check_problems(replace(LESSON, folder="08_more"))
    }
    assert missing == "there is no such file"


def test_answers_and_lessons_that_nobody_listed_are_said(tmp_path):
    for name in ("checks/proof/answers/02_events/2-7.py", "solutions/08_more/08_more.ipynb"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    found = [str(one) for one in lesson_rules.answer_problems(lessons(), tmp_path)]
    assert len(found) == 2
    assert found[0].startswith("checks/proof/answers/02_events/2-7.py: 02_events has no exercise")
    assert found[1].startswith("solutions/08_more/08_more.ipynb: the manifest has no such lesson")


def test_readmes_table_of_lessons_is_compared():
    readme = (ROOT / "README.md").read_text("utf-8")
    changed = replace(LESSON, minutes=26)
    listed = [changed if one is LESSON else one for one in lessons()]
    (wrong,) = lesson_rules.readme_problems(listed, readme)
    assert "The row is: | [2 Events]" in str(wrong) and "| ~26 |" in str(wrong)
    (wrong,) = lesson_rules.readme_problems(lessons()[:-1], readme)
    assert wrong.remedy == "Remove the row."


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('title = "Tools"', "title = Tools", "cannot be read"),
        ("minutes = 25", "", "cannot be read"),
        ('number = "1.1"', 'name = "1.1"', "cannot be read"),
        ('"01_tools"', '"tools"', "Name it 01_ and a word"),
        ('"1.2", title', '"1.7", title', "Number them in order: 1.1, 1.2"),
    ],
)
def test_a_manifest_that_does_not_hold_together_is_said(old, new, said, tmp_path, monkeypatch):
    text = manifest.PATH.read_text("utf-8")
    assert old in text
    monkeypatch.setattr(manifest, "PATH", tmp_path / "lessons.toml")
    manifest.PATH.write_text(text.replace(old, new, 1), "utf-8")
    lessons.cache_clear()
    try:
        with pytest.raises(build_lessons.BuildError, match=said) as raised:
            build_lessons.check_manifest()
    finally:
        lessons.cache_clear()
    assert "lessons/lesson_kit/lessons.toml" in str(raised.value)
