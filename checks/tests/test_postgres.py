"""A gradebook in PostgreSQL, by nbgrader's own setting: the same marks as in the file."""

import subprocess
import sys

import pytest
from conftest import Course
from nbgrader.api import Gradebook
from postgres import gradebook_server, missing

from checks.grading.exercises import ROOT

LESSON = "01_tools"
CONFIG = """
c = get_config()
load_subconfig("nbgrader_config.py", path={root!r})
c.CourseDirectory.db_url = {url!r}
"""


def hand_in(course: Course, learner: str, wrong: bool) -> None:
    """Hand in the solution, or one whose first answer is wrong."""
    text = (ROOT / "solutions" / LESSON / f"{LESSON}.ipynb").read_text("utf-8")
    source = course.folder / f"{learner}.ipynb"
    source.write_text(text.replace("return x + y", "return x * y") if wrong else text)
    course.submit(learner, LESSON, source)


@pytest.mark.skipif(bool(missing()), reason=missing())
def test_a_gradebook_in_postgresql_holds_the_same_marks(tmp_path):
    with gradebook_server() as url:
        course = Course(tmp_path)
        course.db_url = url
        config = tmp_path / "nbgrader_config.py"
        config.unlink()  # a link to the kit's
        config.write_text(CONFIG.format(root=str(ROOT), url=url))
        hand_in(course, "ann", wrong=False)
        hand_in(course, "ben", wrong=True)
        released = course.nbgrader("generate_assignment", LESSON)
        assert released.returncode == 0, released.stderr
        command = [sys.executable, str(ROOT / "scripts" / "grade.py"), "--course", str(tmp_path)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0 and "Traceback" not in done.stderr, done.stdout + done.stderr
        scores = course.scores()
        most = scores["ann", LESSON][1]
        assert scores["ann", LESSON] == (most, most)
        assert 0 < scores["ben", LESSON][0] < most
        with Gradebook(url) as gradebook:
            assert {one.id for one in gradebook.students} == {"ann", "ben"}
        assert not (tmp_path / "gradebook.db").exists()
        command = [sys.executable, str(ROOT / "scripts" / "report_grades.py")]
        told = subprocess.run(
            [*command, "--course", str(tmp_path), "--db", url], capture_output=True, text=True
        )
        assert told.returncode == 0, told.stderr
        assert f"{scores['ben', LESSON][0]:g}" in told.stdout, told.stdout
