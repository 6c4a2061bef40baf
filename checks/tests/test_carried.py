"""Error carried forward: a mistake costs once, and nothing of the kit's own answers gets out."""

import json
import os
import re
from dataclasses import replace

import nbformat
import pytest
from conftest import ROOT, Course
from lesson_kit.judging.checking import Report, Result
from lesson_kit.manifest import lesson_of, lessons, prerequisites

from checks.grading.carried import carried_forward, second_judging
from checks.grading.exercises import checks_of, title_of
from checks.grading.report import state_of

LESSON = "01_tools"
MOST = {"1.1": 4, "1.2": 4, "1.3": 3, "1.4": 3, "1.5": 7}


def solved():
    return nbformat.read(ROOT / "solutions" / LESSON / f"{LESSON}.ipynb", as_version=4)


def changed(**sources):
    notebook = solved()
    for cell in notebook.cells:
        cell.source = sources.get(cell.id.replace("-", "_"), cell.source)
    return notebook


def report_of(exercise: str, passed: bool) -> Report:
    results = [Result(one, passed, got="" if passed else "5") for one in checks_of(exercise)]
    return Report(exercise, title_of(exercise), results)


def reports(*failed: str) -> dict[str, Report]:
    return {one: report_of(one, one not in failed) for one in MOST}


def sources_of(second) -> str:
    return "\n".join(cell.source for cell in second.notebook.cells)


# --- what is judged again -------------------------------------------------------------------------


def test_what_an_exercise_needs_is_of_its_lesson_and_comes_before_it():
    for lesson in lessons():
        numbers = [one.number for one in lesson.exercises]
        for place, one in enumerate(lesson.exercises):
            assert set(prerequisites(one.number)) <= set(numbers[:place])
            assert all(lesson_of(need) is lesson for need in one.needs)


def test_what_needs_a_wrong_answer_is_judged_again_with_the_kits():
    notebook = changed(answer_1_2="mine = 2", answer_1_3="tools = [1]")
    second = second_judging(notebook, LESSON, reports("1.2", "1.3"), {})
    assert second.replaced == {"1.3": "1.2 multiply"}
    graded = [cell.id for cell in second.notebook.cells if cell.id.startswith("check-")]
    assert graded == ["check-1-3"] and "mine = 2" not in sources_of(second)
    assert "tools = [1]" in sources_of(second) and "return x * y" in sources_of(second)
    assert "FunctionTool.from_defaults(fn=multiply)" not in sources_of(second)


def test_without_a_mistake_before_it_nothing_is_judged_again():
    assert second_judging(solved(), LESSON, reports("1.4"), {}) is None
    assert second_judging(solved(), LESSON, reports("1.2"), {}) is None
    assert second_judging(solved(), LESSON, reports(), {}) is None


def test_an_answer_that_is_not_written_is_not_judged_again():
    untouched = nbformat.read(ROOT / "lessons" / LESSON / f"{LESSON}.ipynb", as_version=4)
    assert second_judging(untouched, LESSON, reports(*MOST), {}) is None


@pytest.mark.parametrize("setup", ["raise OSError", None])
def test_a_cell_that_prepares_the_lesson_is_put_right(setup):
    notebook = changed(setup=setup or "x")
    if setup is None:
        notebook.cells = [cell for cell in notebook.cells if cell.id != "setup"]
    second = second_judging(notebook, LESSON, reports("1.4"), {})
    assert second.replaced == {"1.4": "the cells that prepare the lesson"}
    assert "choose_llm()" in sources_of(second) and "raise OSError" not in sources_of(second)


def test_an_answer_that_ended_its_kernel_is_never_replaced_by_the_kits():
    notebook = changed(answer_1_2="mine = 2", answer_1_3="import os; os._exit(1)")
    index = next(at for at, cell in enumerate(notebook.cells) if cell.id == "answer-1-3")
    second = second_judging(notebook, LESSON, reports("1.2", "1.3"), {index: "ended"})
    names = [cell.id for cell in second.notebook.cells]
    assert "answer-1-3" not in names and "check-1-3" in names


# --- what comes back of it ------------------------------------------------------------------------


def test_only_what_passes_comes_back():
    first = report_of("1.3", passed=False)
    second = report_of("1.3", passed=True)
    second.results[0] = replace(second.results[0], passed=False, got="the kit's own code")
    report = carried_forward(first, second, "1.2 multiply")
    assert [one.carried for one in report.results] == [False, True, True]
    assert report.points == 2 and "the kit's own code" not in report.text()
    assert "Error carried forward" in report.text() and "1.2 multiply" in report.text()
    assert carried_forward(first, first, "1.2 multiply") is first


# --- through the real commands --------------------------------------------------------------------

SPY = """
def call_tool_safely(tools, tool_call):
    history = str(globals().get("In"))
    open("seen.txt", "w").write(history)
    print(history)
    raise RuntimeError(history)
"""


@pytest.fixture(scope="module")
def graded(tmp_path_factory, released) -> Course:
    """A class with mistakes that others build on, graded with a secret of the course's own."""
    folder = tmp_path_factory.mktemp("carried")
    (folder / "gradebook.db").write_bytes(released.read_bytes())
    course = Course(folder)
    work = {
        "syntax": changed(answer_1_2="def multiply(x: int, y: int) -> int\n    return x * y"),
        "setup": changed(setup="import no_such_module"),
        "spy": changed(answer_1_2="multiply = None", answer_1_5=SPY),
        "again": changed(answer_1_4="argument_types = None"),
        "other": changed(answer_1_4="argument_types = None  # another try"),
    }
    for learner, notebook in work.items():
        (folder / "made.ipynb").write_text(nbformat.writes(notebook), "utf-8")
        course.submit(learner, LESSON, folder / "made.ipynb")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("LESSON_COURSE_SECRET")
        done = course.nbgrader("autograde", LESSON)
    assert done.returncode == 0, done.stderr
    return course


def verdicts(course: Course, learner: str) -> dict[str, dict]:
    path = course.folder / "autograded" / learner / LESSON / f"{LESSON}.ipynb"
    cells = nbformat.read(path, as_version=4).cells
    states = [state_of(cell) for cell in cells if cell.id.startswith("check-")]
    return {state["exercise"]: state for state in states}


def points(course: Course, learner: str) -> dict[str, int]:
    return {number: told["points"] for number, told in verdicts(course, learner).items()}


def test_a_syntax_error_costs_its_own_exercise(graded):
    assert points(graded, "syntax") == MOST | {"1.2": 0}
    told = verdicts(graded, "syntax")
    assert told["1.2"]["cause"].startswith("Your answer cell raised SyntaxError in line 1:")
    assert "see above" in told["1.2"]["results"][0]["meaning"]
    assert "1.2 multiply" in told["1.3"]["note"] and told["1.3"]["results"][0]["carried"]


def test_a_cell_that_raises_before_the_exercises_costs_nothing(graded):
    assert points(graded, "setup") == MOST


def test_no_answer_of_the_kits_gets_out(graded):
    folder = graded.folder / "autograded" / "spy" / LESSON
    assert points(graded, "spy")["1.5"] < MOST["1.5"]
    solution = re.search("### BEGIN SOLUTION\n(.*?)### END", sources(solved(), "answer-1-2"), re.S)
    lines = [line.strip() for line in solution[1].splitlines() if "return" in line or '"""' in line]
    assert lines
    for path in folder.rglob("*"):
        text = path.read_text("utf-8", errors="replace") if path.is_file() else ""
        assert not any(json.dumps(line)[1:-1] in text for line in lines)


def sources(notebook, cell_id: str) -> str:
    return next(cell.source for cell in notebook.cells if cell.id == cell_id)


def test_a_course_makes_a_secret_and_another_try_gets_other_inputs(graded):
    secret = graded.folder / ".course_secret"
    assert secret.stat().st_mode & 0o777 == 0o600
    prints = {verdicts(graded, name)["1.1"]["fingerprint"] for name in ("again", "other")}
    assert len(prints) == 2
    before = verdicts(graded, "again")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("LESSON_COURSE_SECRET")
        done = graded.nbgrader("autograde", LESSON, "--student=again", "--force")
    assert done.returncode == 0, done.stderr
    assert verdicts(graded, "again") == before
    page = json.dumps(before)
    assert secret.read_text().strip() not in page and os.environ["LESSON_COURSE_SECRET"] not in page
