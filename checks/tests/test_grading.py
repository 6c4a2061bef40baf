"""Stock nbgrader, run as an instructor runs it, with the kit's configuration."""

import copy
import json
import re

import nbformat
import pytest
from build_lessons import normal_form
from nbgrader.api import Gradebook

from checks.grading.exercises import ROOT, exercises, lesson_folders, points_of

LESSONS = lesson_folders()
# Being stuck blocks nothing that comes later, but for these, which show the learner's own tools.
NEED_AN_ANSWER = {"01_tools": ["see-1-4", "first-question"]}


@pytest.mark.parametrize("lesson", LESSONS)
def test_solutions_get_full_marks_and_untouched_lessons_none(course, lesson):
    course.submit("solved", lesson, ROOT / "solutions" / lesson / f"{lesson}.ipynb")
    course.submit("untouched", lesson, ROOT / "lessons" / lesson / f"{lesson}.ipynb")
    graded = course.nbgrader("autograde", lesson)
    assert graded.returncode == 0, graded.stderr
    most = sum(map(points_of, exercises(lesson)))
    report = autograded_text(course, "solved", lesson)
    assert course.scores() == {
        ("solved", lesson): (most, most),
        ("untouched", lesson): (0, most),
    }, re.findall("✗.*", report)
    made = course.nbgrader("generate_feedback", lesson)
    assert made.returncode == 0, made.stderr
    for learner in ("solved", "untouched"):
        pages = (course.folder / "feedback" / learner / lesson).glob("*.html")
        assert [page.name for page in pages] == [f"{lesson}.html"]
    told = autograded_text(course, "untouched", lesson)
    assert re.findall(r"is not defined\. Write it|raised NotImplementedError", told) == []
    assert broken_cells(course, "untouched", lesson) == NEED_AN_ANSWER.get(lesson, [])


def test_feedback_shows_the_verdict_and_no_hidden_source(course):
    lesson = "01_tools"
    wrong = a_wrong_submission(course, lesson)
    course.submit("wrong", lesson, wrong)
    assert course.nbgrader("autograde", lesson).returncode == 0
    first = course.scores()
    assert course.nbgrader("generate_feedback", lesson).returncode == 0
    page = (course.folder / "feedback" / "wrong" / lesson / f"{lesson}.html").read_text("utf-8")
    assert "That is the product; add gives the sum." in page
    assert "learner.random" not in page and "def adds_any_two_numbers" not in page
    # a regrade draws the same hidden inputs, and so gives the same verdict
    before = autograded_text(course, "wrong", lesson)
    assert course.nbgrader("autograde", lesson, "--force").returncode == 0
    assert course.scores() == first
    assert autograded_text(course, "wrong", lesson) == before


def test_generate_assignment_releases_what_the_kit_has_built(course):
    lesson = "02_events"
    released = course.nbgrader("generate_assignment", lesson, "--force")
    assert released.returncode == 0, released.stderr
    made = json.loads((course.folder / "lessons" / lesson / f"{lesson}.ipynb").read_text("utf-8"))
    built = (ROOT / "lessons" / lesson / f"{lesson}.ipynb").read_text("utf-8")
    assert normal_form(made) == built


def test_an_update_is_handed_out_as_the_readme_says(course):
    lesson = "02_events"
    with Gradebook(f"sqlite:///{course.folder / 'gradebook.db'}") as gradebook:
        gradebook.add_student("ann")
        gradebook.add_submission(lesson, "ann")
    (course.folder / "solutions").unlink()
    path = course.folder / "solutions" / lesson / f"{lesson}.ipynb"
    path.parent.mkdir(parents=True)
    notebook = nbformat.read(ROOT / "solutions" / lesson / f"{lesson}.ipynb", as_version=4)
    added = copy.deepcopy(next(cell for cell in notebook.cells if cell.id == "check-2-1"))
    added.id = added.metadata.nbgrader.grade_id = "check-2-9"
    notebook.cells.append(added)
    nbformat.write(notebook, path)
    assert course.nbgrader("generate_assignment", lesson, "--force").returncode == 1
    readme = (ROOT / "README.md").read_text("utf-8").partition("### Handing out an update")[2]
    commands = re.findall(r"^nbgrader (db .*|generate_assignment .*)$", readme, re.M)
    assert len(commands) == 2
    for command in commands:
        run = course.nbgrader(*command.partition("#")[0].replace("01_tools", lesson).split())
        assert run.returncode == 0, run.stderr
    with Gradebook(f"sqlite:///{course.folder / 'gradebook.db'}") as gradebook:
        assert gradebook.find_grade_cell("check-2-9", lesson, lesson)


def test_hidden_inputs_vary_by_learner(course):
    lesson = "01_tools"
    wrong = a_wrong_submission(course, lesson)
    for learner in ("ann", "ben"):
        course.submit(learner, lesson, wrong)
    assert course.nbgrader("autograde", lesson).returncode == 0
    asked = [
        re.findall(r"add\(x=(-?\d+), y=(-?\d+)\)", autograded_text(course, learner, lesson))
        for learner in ("ann", "ben")
    ]
    assert asked[0] and asked[0] != asked[1]


def test_a_course_secret_that_is_none_ends_the_grading_in_a_sentence(course, monkeypatch):
    monkeypatch.setenv("LESSON_COURSE_SECRET", "short")
    course.submit("ann", "01_tools", ROOT / "lessons" / "01_tools" / "01_tools.ipynb")
    graded = course.nbgrader("autograde", "01_tools")
    assert graded.returncode == 1 and "Traceback" not in graded.stderr
    assert "is shorter than 16 characters: remove it" in graded.stderr
    for begun in ("autograded", ".grading"):
        assert not (course.folder / begun).exists()


def test_a_graded_cell_refuses_a_grading_without_the_configuration(course):
    lesson = "01_tools"
    (course.folder / "nbgrader_config.py").unlink()
    (course.folder / "nbgrader_config.py").write_text(
        "c = get_config()\n"
        'c.CourseDirectory.source_directory = "solutions"\n'
        'c.CourseDirectory.release_directory = "lessons"\n'
    )
    course.submit("solved", lesson, ROOT / "solutions" / lesson / f"{lesson}.ipynb")
    course.nbgrader("autograde", lesson)
    assert course.scores()["solved", lesson][0] == 0
    assert "nbgrader_config.py is not in force" in autograded_text(course, "solved", lesson)


def test_validate_passes_a_solution_and_explains_a_stub(course):
    lesson = "01_tools"
    solved = course.nbgrader("validate", str(ROOT / "solutions" / lesson / f"{lesson}.ipynb"))
    assert "Success" in solved.stdout, solved.stdout + solved.stderr
    stub = course.nbgrader("validate", str(ROOT / "lessons" / lesson / f"{lesson}.ipynb"))
    assert "This exercise is not written yet" in stub.stdout + stub.stderr


def autograded_text(course, learner: str, lesson: str) -> str:
    """Return all cell outputs of an autograded notebook as one text, escapes undone."""
    path = course.folder / "autograded" / learner / lesson / f"{lesson}.ipynb"
    cells = json.loads(path.read_text("utf-8"))["cells"]
    outputs = [in_one_piece(cell.get("outputs", [])) for cell in cells]
    return json.dumps(outputs, ensure_ascii=False).replace("\\n", "\n")


def in_one_piece(outputs: list[dict]) -> list[dict]:
    """Join what was printed: how a kernel cuts it into messages is a matter of moments."""
    joined: list[dict] = []
    for one in outputs:
        one = {**one, "text": "".join(one["text"])} if "text" in one else one
        if joined and "text" in one and joined[-1].get("name") == one["name"]:
            joined[-1]["text"] += one["text"]
        else:
            joined.append(one)
    return joined


def broken_cells(course, learner: str, lesson: str) -> list[str]:
    """Return the ids of cells that raised, but for those of the exercises themselves."""
    path = course.folder / "autograded" / learner / lesson / f"{lesson}.ipynb"
    return [
        cell["id"]
        for cell in json.loads(path.read_text("utf-8"))["cells"]
        if not cell["id"].startswith(("answer-", "try-", "check-"))
        and any(one["output_type"] == "error" for one in cell.get("outputs", []))
    ]


def a_wrong_submission(course, lesson: str):
    """Write the solution of lesson 1 with an `add` that multiplies; return its path."""
    notebook = json.loads((ROOT / "solutions" / lesson / f"{lesson}.ipynb").read_text("utf-8"))
    for cell in notebook["cells"]:
        if cell["id"] == "answer-1-1":
            cell["source"] = [line.replace("x + y", "x * y") for line in cell["source"]]
    wrong = course.folder / "wrong.ipynb"
    wrong.write_text(json.dumps(notebook), "utf-8")
    return wrong
