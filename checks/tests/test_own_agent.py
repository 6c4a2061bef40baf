"""The script that lessons 6 and 7 log: the learner's own cells, else the agent so far."""

import linecache
import re
from pathlib import Path

import nbformat
import pytest
from lesson_kit.agent_script.marked_cells import ModelScriptError
from lesson_kit.agent_script.own_agent import must_end, must_run, write_agent_script
from lesson_kit.workspace.results import record
from nbformat.v4 import new_code_cell, new_notebook

LESSONS = ("01_tools", "02_events", "03_steps", "04_context")
GIVEN = """\
# ---- 01_tools ----

word = "given"

# ---- 02_events ----

size = 2

# ---- 03_steps ----

step = "given"

# ---- 04_context ----


class Agent:
    def run(self):
        return [word, size, step]


agent = Agent()
"""
OWN = {
    "01_tools": 'word = "own"',
    "02_events": "size = 3",
    "03_steps": 'step = "own"',
    "04_context": "class Agent:\n    def run(self):\n        return [word, size, step]\n\n\n"
    "agent = Agent()",
}


@pytest.fixture
def given():
    """The agent of an agent-so-far cell, known to linecache as IPython's cells are."""
    name, namespace = "<agent-so-far>", {}
    linecache.cache[name] = (len(GIVEN), None, GIVEN.splitlines(True), name)
    exec(compile(GIVEN, name, "exec"), namespace)
    yield namespace["agent"]
    del linecache.cache[name]


def answer_of(agent, folder, changed: dict[str, str | None]) -> list:
    """Write the script from notebooks with these marked cells; return what its agent says."""
    paths = []
    for lesson, source in (OWN | changed).items():
        paths.append(folder / f"{lesson}.ipynb")
        if source is not None:
            marker = "" if source.startswith("#") else "# [USE IN MODEL]\n"
            nbformat.write(new_notebook(cells=[new_code_cell(marker + source)]), paths[-1])
    script = write_agent_script(agent, folder / "react_agent.py", paths)
    text = script.read_text("utf-8")
    assert text.endswith("mlflow.models.set_model(agent)\n") and "import mlflow" in text
    scope: dict = {}
    exec(text.replace("mlflow.models.set_model(agent)", ""), scope)
    return scope["agent"].run()


def test_a_learners_own_cells_are_taken(given, tmp_path, capsys):
    assert answer_of(given, tmp_path, {}) == ["own", 3, "own"]
    assert capsys.readouterr().out == "react_agent.py is written.\n"


@pytest.mark.parametrize("unfinished", ["raise NotImplementedError()", None])
def test_an_unfinished_or_missing_lesson_is_given_and_named(given, tmp_path, capsys, unfinished):
    assert answer_of(given, tmp_path, {"02_events": unfinished}) == ["own", 2, "own"]
    assert "02_events is not finished" in capsys.readouterr().out


def test_nothing_but_the_given_agent_is_needed(given, tmp_path):
    assert answer_of(given, tmp_path, dict.fromkeys(LESSONS)) == ["given", 2, "given"]


@pytest.mark.parametrize(
    "source, said",
    [
        ("#[USE IN MODEL]\nsize = 3", "nearly the marker"),
        ("size = = 3", "invalid syntax"),
        ("size = 3 / 0", "ZeroDivisionError"),
    ],
)
def test_cells_that_make_no_script_are_named_and_block_nobody(
    given, tmp_path, capsys, source, said
):
    assert answer_of(given, tmp_path, {"02_events": source}) == ["given", 2, "given"]
    printed = capsys.readouterr().out
    assert said in " ".join(printed.split())
    assert printed.endswith("So react_agent.py is written from the agent so far.\n")
    assert max(map(len, printed.splitlines())) <= 83


REFERENCE = (Path(__file__).parents[2] / "solutions" / "react_agent.py").read_text("utf-8")


def test_an_agent_that_answers_or_raises_has_come_to_an_end():
    must_end(must_run(REFERENCE, "react_agent.py"))
    broken = REFERENCE.replace("        history = ", "        1 / 0\n        history = ")
    must_end(must_run(broken, "react_agent.py"))


@pytest.mark.parametrize(
    "place, change, said",
    [
        ("return PrepEvent()", "pass", "The last step that ran is handle_tool_calls:"),
        ("return PrepEvent()", "time.sleep(4)", "It holds up everything else"),
        ("timeout=180", "timeout=0.01", "no answer within 1 s. The last step that ran is"),
    ],
)
def test_an_agent_without_an_end_is_told_soon(place, change, said):
    before, _, after = REFERENCE.rpartition(place)
    agent = must_run(f"import time\n{before}{change}{after}", "react_agent.py")
    with pytest.raises(ModelScriptError, match=re.escape(said)):
        must_end(agent, patience=1)


def test_an_agent_without_an_end_blocks_nobody(given, tmp_path, capsys, monkeypatch):
    def endless(agent):
        raise ModelScriptError("Your agent comes to no end.")

    monkeypatch.setattr("lesson_kit.agent_script.own_agent.must_end", endless)
    assert answer_of(given, tmp_path, {}) == ["given", 2, "given"]
    assert "comes to no end.\nSo react_agent.py is written" in capsys.readouterr().out


def test_an_agent_that_no_cell_has_made_is_refused(tmp_path):
    class Elsewhere:
        """No method, so no cell."""

    with pytest.raises(ModelScriptError, match="run agent-so-far"):
        write_agent_script(Elsewhere(), tmp_path / "react_agent.py", [])
    assert list(tmp_path.iterdir()) == []


# --- what is not saved ----------------------------------------------------------------------------


def test_an_answer_that_was_checked_and_not_saved_is_named(given, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LESSON_WORKSPACE", str(tmp_path))
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    paths = []
    for lesson, source in OWN.items():
        (tmp_path / lesson).mkdir()
        paths.append(tmp_path / lesson / f"{lesson}.ipynb")
        marked = new_code_cell(f"# [USE IN MODEL]\n{source}", id=f"answer-{lesson[1]}-1")
        nbformat.write(new_notebook(cells=[marked]), paths[-1])
    saved = paths[0].stat().st_mtime

    def said(answer: str, ran: float) -> str:
        record(tmp_path, "1.1", 2, 2, answer, ran)
        write_agent_script(given, tmp_path / "react_agent.py", paths)
        return " ".join(capsys.readouterr().out.split())

    told = said("# [USE IN MODEL]\nword = 'new'", saved + 60)
    assert "Save first: the file 01_tools.ipynb does not hold your answer to 1.1" in told
    assert "run that cell and check 1.1 again." in told
    assert told.endswith("react_agent.py is written.")
    assert "Save first" not in said("# [USE IN MODEL]\nword = 'new'", saved - 60)  # changed since
    assert "Save first" not in said('# [USE IN MODEL]\nword = "own"\n', saved + 60)
    said("# [USE IN MODEL]\nword = 'new'", saved + 60)
    monkeypatch.delenv("LESSON_WORKSPACE")
    assert "Save first" not in said("# [USE IN MODEL]\nword = 'new'", saved + 60)
