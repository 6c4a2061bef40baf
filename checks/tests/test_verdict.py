"""The verdict's parts: reading replies, restoring cells, kernels one after another, regrading."""

import asyncio
import json
import re
import subprocess
import sys
import time
from pathlib import Path
from queue import Empty

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jupyter_client.kernelspec import NoSuchKernel
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook

from checks.grading.restore_cells import NOT_JUDGED, RestoreCells
from checks.grading.seconds import SECONDS
from checks.grading.verdict import Verdict, exercise_of, read

ROOT = Path(__file__).resolve().parents[2]

# --- replies --------------------------------------------------------------------------------------


def reply(text):
    payload = [{"source": "page", "data": {}}, {"source": "lesson_kit", "reply": text}]
    return {"status": "ok", "data": {}, "payload": payload}


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.lists(st.none())))
def test_a_reply_is_read_whatever_its_texts_hold(fields):
    assert read(reply(json.dumps(fields))) == fields
    assert read(reply(json.dumps(fields, ensure_ascii=False))) == fields


@pytest.mark.parametrize(
    "text",
    [
        None,
        4,
        "4",
        "{'value': 5}",
        "[5]",
        "{",
        "[" * 100_000,
        '{"value": 5} {"value": 6}',
        '{"value": ' + "9" * 10_000 + "}",
    ],
    ids=lambda text: str(text)[:20],
)
def test_what_is_no_json_of_an_object_is_no_reply(text):
    assert read(reply(text)) == {}


@pytest.mark.parametrize("payload", [None, 5, [None], [{}], [{"source": "lesson_kit"}]])
def test_a_reply_without_text_is_none(payload):
    assert read({"payload": payload}) == {}


def graded_cell(name):
    metadata = {"grade": True, "grade_id": name, "solution": False, "points": 1}
    return new_code_cell("check()", metadata={"nbgrader": metadata})


def test_a_graded_cell_without_checks_stops_the_grading():
    assert exercise_of(graded_cell("check-1-1")) == "1.1"
    with pytest.raises(RuntimeError, match="There are no checks for the graded cell check-1-99"):
        exercise_of(graded_cell("check-1-99"))


# --- cells ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def restore(tmp_path_factory):
    """Return a function that restores a notebook of an assignment: given, answer and check."""
    url = f"sqlite:///{tmp_path_factory.mktemp('restore') / 'gradebook.db'}"
    with Gradebook(url) as gradebook:
        gradebook.add_assignment("04_context")
        gradebook.add_notebook("04_context", "04_context")
        where = ("04_context", "04_context")
        for name, locked in (("agent-so-far", True), ("answer-4-1", False), ("check-4-1", True)):
            gradebook.add_source_cell(
                name, *where, cell_type="code", locked=locked, source=f"# {name}"
            )
        gradebook.add_grade_cell("check-4-1", *where, max_score=3, cell_type="code")
        gradebook.add_solution_cell("answer-4-1", *where)

    def run(*cells):
        notebook = new_notebook(cells=[NotebookNode(cell) for cell in cells])
        told = {"db_url": url, "notebook": where[0], "assignment": where[1], "student": "pat"}
        RestoreCells().preprocess(notebook, {"nbgrader": told})
        names = [cell.metadata.get("nbgrader", {}).get("grade_id", "") for cell in notebook.cells]
        return notebook.cells, names

    return run


def named(name, source="mine", **metadata):
    return new_code_cell(source, metadata={"nbgrader": {"grade_id": name, **metadata}})


def test_a_missing_agent_so_far_comes_back_before_the_exercises(restore):
    cells, names = restore(new_code_cell("import x"), named("answer-4-1"), named("check-4-1"))
    assert names == ["", "agent-so-far", "answer-4-1", "check-4-1"]
    assert cells[1].source == "# agent-so-far" and NOT_JUDGED not in cells[3].metadata


def test_metadata_comes_from_the_gradebook(restore):
    claims = {"points": 99, "schema_version": 1, "solution": True, NOT_JUDGED: 1}
    cells, _ = restore(named("agent-so-far"), named("answer-4-1"), named("check-4-1", **claims))
    assert cells[2].metadata.nbgrader == {
        "grade_id": "check-4-1",
        "grade": True,
        "solution": False,
        "task": False,
        "locked": True,
        "points": 3,
        "schema_version": 3,
        "cell_type": "code",
        "checksum": None,
    }
    assert [cell.source for cell in cells] == ["# agent-so-far", "mine", "# check-4-1"]


@pytest.mark.parametrize("odd", [None, 5, [], {}, {"grade_id": 7}, {"grade_id": "check-4-9"}])
def test_metadata_of_no_cell_that_was_handed_out_is_dropped(restore, odd):
    extra = new_code_cell("7", metadata={"nbgrader": odd})
    cells, _ = restore(named("agent-so-far"), named("answer-4-1"), named("check-4-1"), extra)
    assert "nbgrader" not in cells[3].metadata and NOT_JUDGED not in cells[2].metadata


def test_a_missing_check_comes_back_behind_its_answer(restore):
    try_it, heading = new_code_cell("mine()"), new_markdown_cell("## 4.2")
    cells, names = restore(named("agent-so-far"), named("answer-4-1"), try_it, heading)
    assert names == ["agent-so-far", "answer-4-1", "", "check-4-1", ""]
    assert NOT_JUDGED not in cells[3].metadata


def test_a_check_before_its_answer_is_moved_behind_it(restore):
    _, names = restore(named("check-4-1"), named("agent-so-far"), named("answer-4-1"))
    assert names == ["agent-so-far", "answer-4-1", "check-4-1"]


def test_a_missing_answer_is_not_judged(restore):
    cells, _ = restore(named("agent-so-far"), new_code_cell("mine()"), named("check-4-1"))
    told = "The answer cell of 4.1 is missing from the notebook."
    assert cells[2].metadata[NOT_JUDGED] == told


def test_an_answer_in_two_cells_or_twice_is_judged(restore):
    parts = named("answer-4-1", "x = 1"), named("answer-4-1", "y = 2")
    cells, names = restore(named("agent-so-far"), *parts, named("check-4-1"), named("check-4-1"))
    assert names == ["agent-so-far", "", "answer-4-1", "", "check-4-1"]
    assert [cell.source for cell in cells][1:3] == ["x = 1", "y = 2"]
    assert NOT_JUDGED not in cells[4].metadata


def test_an_answer_that_was_made_text_is_code_again(restore):
    text = new_markdown_cell("x = 1", metadata={"nbgrader": {"grade_id": "answer-4-1"}})
    cells, names = restore(named("agent-so-far"), text, named("check-4-1"))
    assert names[1] == "answer-4-1"
    assert (cells[1].cell_type, cells[1].source) == ("code", "x = 1")


@pytest.mark.parametrize(
    "answer", [{"id": "answer-4-1", "source": "1"}, {"id": "b7", "source": "x = 5"}]
)
def test_cells_without_their_names_are_known_by_id_or_text(restore, answer):
    given = new_code_cell("# agent-so-far", id="b6")
    cells, names = restore(given, new_code_cell(**answer), new_code_cell("#  check-4-1", id="b8"))
    assert names[0] == "agent-so-far" and names[2] == "check-4-1"
    assert NOT_JUDGED not in cells[2].metadata


# --- kernels --------------------------------------------------------------------------------------


def run(verdict, folder, *sources):
    """Run cells through a Verdict; return each cell's text output."""
    notebook = new_notebook(cells=[new_code_cell(source) for source in sources])
    notebook.cells.append(graded_cell("check-1-1"))  # without one, no fresh kernel is worth it
    resources = {"nbgrader": {"student": "pat"}, "metadata": {"path": str(folder)}}
    verdict.preprocess(notebook, resources)
    return [
        " ".join(one.get("evalue") or one.get("text") or str(one.get("data")) for one in outputs)
        for outputs in (cell.outputs for cell in notebook.cells)
    ]


def test_one_verdict_grades_notebook_after_notebook_from_a_clean_start(tmp_path, monkeypatch):
    monkeypatch.setenv("SOME_API_KEY", "secret")
    monkeypatch.setenv("SOME_PROXY", "http://me:secret@host")
    verdict = Verdict(timeout=3, short_timeout=1)
    outputs = run(
        verdict,
        tmp_path,
        "import os; x = 1; print('first', os.environ.get('SOME_API_KEY'))",
        "def loop():\n    while True: pass\nloop()",
        "loop()",
        "import sys; print(1); sys.stdout.flush(); os._exit(0)",
        "print('x is', x, [name for name in os.environ if name.startswith('SOME_')])",
    )
    assert outputs[0] == "first None\n"
    assert "within 3 s and was interrupted" in outputs[1]
    assert "within 1 s and was interrupted" in outputs[2]  # it is paid for in full only once
    assert "ended the Python process" in outputs[3]
    assert outputs[4] == "x is 1 []\n"
    assert verdict.started == 2 and verdict.km is None
    assert run(verdict, tmp_path, "print('x' in globals())")[0] == "False\n"
    assert verdict.started == 1 and not verdict.ran_out and not verdict.left_out


def test_a_kernel_that_cannot_start_is_an_error_and_not_a_verdict(tmp_path, monkeypatch):
    with pytest.raises(NoSuchKernel):
        run(Verdict(kernel_name="no-such-kernel"), tmp_path, "1")
    monkeypatch.setattr(Verdict, "libraries", ["no_such_library"])
    with pytest.raises(RuntimeError, match="cannot import what the checks need.*no_such_library"):
        run(Verdict(), tmp_path, "1")


def test_a_cell_that_floods_and_does_not_end_costs_its_kernel(tmp_path):
    verdict = Verdict(timeout=3)
    flood = "import time\nfor _ in range(50): print('on and on ' * 1000)\ntime.sleep(99)"
    outputs = run(verdict, tmp_path, "x = 1", flood, "print(x)")
    assert "within 3 s and was interrupted" in outputs[1]
    assert outputs[2] == "1\n" and verdict.started == 2


def test_a_notebook_that_kills_every_kernel_ends(tmp_path):
    verdict = Verdict(most_kernels=2)
    outputs = run(verdict, tmp_path, *["import os; os._exit(0)"] * 3, "print('on')")
    assert "ended the Python process again and again" in outputs[2]
    assert "again and again" in outputs[3] and "0.0" in outputs[4]


HONEST_HABITS = """
import lesson_kit, llama_index, mlflow
import rich.pretty
rich.pretty.install()
"""


def test_formatters_and_imports_of_the_learners_own_cost_nothing(tmp_path):
    notebook = nbformat.read(ROOT / "solutions/01_tools/01_tools.ipynb", as_version=4)
    notebook.cells.insert(0, new_code_cell(HONEST_HABITS))
    resources = {"nbgrader": {"student": "pat"}, "metadata": {"path": str(tmp_path)}}
    _, resources = Verdict().preprocess(notebook, resources)
    took = resources[SECONDS]
    assert took["kernel"] > took["answers"] > 0 and took["checks"] > 0 and took["second"] < 0.1
    checks = {cell.id: cell for cell in notebook.cells if cell.id.startswith("check-")}
    earned = [float(cell.outputs[0].data["text/plain"]) for cell in checks.values()]
    assert earned == [cell.metadata.nbgrader["points"] for cell in checks.values()]


def test_a_submission_that_takes_too_long_is_left_and_the_rest_not_judged(tmp_path):
    verdict = Verdict(timeout=30, short_timeout=30, submission_seconds=12)
    began = time.monotonic()
    wait = "import time\nfor _ in range(100): time.sleep(1)"
    outputs = run(verdict, tmp_path, *[wait] * 4)
    assert time.monotonic() - began < 40  # with what an interrupt takes on a busy machine
    assert "The submission took longer than 12 s: what is left of it was not run." in outputs[3]
    assert "The submission took longer than 12 s" in outputs[4] and "0.0" in outputs[4]
    assert not verdict.reports["1.1"].judged
    assert "x" in run(verdict, tmp_path, "print('x')")[0]  # the next one has its own time


def test_the_kit_is_compiled_before_kernels_load_it_again_and_again(tmp_path, monkeypatch):
    (tmp_path / "a_probe.py").write_text("x = 1")
    monkeypatch.setattr("checks.grading.verdict.KIT", tmp_path)
    Verdict(course_secret="a secret").require()
    assert [path.name.split(".")[0] for path in tmp_path.rglob("*.pyc")] == ["a_probe"]


# --- the stock command, from inside a running event loop ------------------------------------------

HARD_CODED = """
def add(x: int, y: int) -> int:
    \"\"\"Add two integers and return their sum.\"\"\"
    return 5 if x == 2 else 42
"""
GRADE = """
import asyncio
import sys
from nbgrader.apps import NbGraderAPI
from traitlets.config.loader import PyFileConfigLoader

config = PyFileConfigLoader("nbgrader_config.py").load_config()

async def grade():  # as formgrader does it
    for learner in sys.argv[1:]:
        result = NbGraderAPI(config=config).autograde("01_tools", learner, force=True)
        assert result["success"], result

asyncio.run(grade())
"""


def test_a_regrade_in_a_running_loop_gives_the_same_verdict(tmp_path):
    source = (ROOT / "solutions/01_tools/01_tools.ipynb").read_text("utf-8")
    notebook = nbformat.reads(source, as_version=4)
    answer = next(cell for cell in notebook.cells if cell.id == "answer-1-1")
    answer.source = HARD_CODED
    for folder in ("solutions", "submitted/kim", "submitted/pat"):
        (tmp_path / folder / "01_tools").mkdir(parents=True)
        (tmp_path / folder / "01_tools/01_tools.ipynb").write_text(
            source if folder == "solutions" else nbformat.writes(notebook)
        )
    config = f'load_subconfig("nbgrader_config.py", path={str(ROOT)!r})\n'
    (tmp_path / "nbgrader_config.py").write_text(config)

    def start(*command):
        run = subprocess.run(
            [sys.executable, *command], cwd=tmp_path, capture_output=True, text=True
        )
        assert run.returncode == 0, run.stdout + run.stderr

    def called(learner):
        graded = tmp_path / "autograded" / learner / "01_tools/01_tools.ipynb"
        cell = next(c for c in nbformat.read(graded, 4).cells if c.id == "check-1-1")
        assert cell.outputs[0].data["text/plain"] == "0.0"  # every check asks its own numbers
        page = cell.outputs[0].data["text/html"]
        return re.search(r"called</span><code[^>]*>(add\(-?\d+, -?\d+\))<", page)[1]

    start("-m", "nbgrader", "generate_assignment", "01_tools")
    start("-c", GRADE, "kim", "pat")
    first = called("kim"), called("pat")
    start("-c", GRADE, "kim")
    assert called("kim") == first[0] != first[1]


class Flooding:
    """The client of a kernel that answers in the middle of a flood, of which more is on its way."""

    def __init__(self, messages: int):
        self.left, self.answers_at = messages, messages // 2

    def execute(self, *_, **__) -> str:
        return "asked"

    async def get_iopub_msg(self, timeout: float) -> None:
        await asyncio.sleep(0)
        if not self.left:
            raise Empty
        self.left -= 1

    async def get_shell_msg(self, timeout: float) -> dict:
        while self.left > self.answers_at:
            await asyncio.sleep(0)
        content = {"user_expressions": {"reply": {"status": "ok"}}}
        return {"parent_header": {"msg_id": "asked"}, "content": content}


@pytest.mark.parametrize("messages, left", [(400, 0), (20, 10)])
def test_what_is_left_of_a_flood_is_read_before_the_next_cell_and_of_no_flood_is_not(
    messages, left
):
    verdict = Verdict(course_secret="of this test")
    verdict.kc = Flooding(messages)
    assert asyncio.run(verdict.request("", 5))["status"] == "ok"
    assert abs(verdict.kc.left - left) <= 1  # the one that is read as the answer comes
