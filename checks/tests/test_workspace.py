"""A learner's copy of the lessons: an exercise begins anew, a new kit takes nothing away."""

import json
import shutil
import sys
from pathlib import Path

import environment
import learn
import nbformat
import pytest
from lesson_kit.manifest import lesson_of
from lesson_kit.workspace import new_version, results
from lesson_kit.workspace.exercise_reset import put_back_missing, reset_exercise
from lesson_kit.workspace.learners_notebook import WorkspaceError
from lesson_kit.workspace.moving_answers import move_answers

from checks.grading.exercises import ROOT

LESSONS = ROOT / "lessons"
TOOLS = "01_tools/01_tools.ipynb"


def cells_of(path) -> dict:
    """Return the sources of a notebook's cells by their ids, in order."""
    cells = json.loads(path.read_text("utf-8-sig"))["cells"]
    return {cell.get("id", number): "".join(cell["source"]) for number, cell in enumerate(cells)}


def as_jupyterlab_writes(notebook: dict) -> str:
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def as_others_write(notebook: dict) -> str:
    return "\ufeff" + json.dumps({"metadata": notebook.pop("metadata"), **notebook}, indent="\t")


def place(cells: list[dict], name: str) -> int:
    return [cell.get("id") for cell in cells].index(name)


def edit(notebook: dict, name: str, source: str) -> None:
    cell = notebook["cells"][place(notebook["cells"], name)]
    cell["source"] = source.splitlines(keepends=True)


@pytest.fixture
def mine(tmp_path):
    """Give lesson 1 in a workspace, two exercises answered and one of them run."""
    learn.copy_lesson("01_tools", tmp_path)
    notebook = json.loads((tmp_path / TOOLS).read_text())
    edit(notebook, "answer-1-1", "def add(x, y):\n    return x + y")
    edit(notebook, "answer-1-2", "multiply = 'ü', 1.50")
    printed = {"name": "stdout", "output_type": "stream", "text": ['½ "}, {"]']}
    tried = notebook["cells"][place(notebook["cells"], "try-1-2")]
    tried |= {"outputs": [printed], "execution_count": 7}
    results.record(tmp_path, "1.1", 2, 2)
    results.record(tmp_path, "1.2", 2, 2)
    return notebook


def put(folder, text: str):
    (folder / TOOLS).write_bytes(text.encode())
    return folder / TOOLS


# --- one exercise begins anew ---------------------------------------------------------------------


@pytest.mark.parametrize("write", [as_jupyterlab_writes, as_others_write])
def test_an_exercise_is_as_it_was_given_and_the_rest_stays_to_the_byte(mine, tmp_path, write):
    path = put(tmp_path, write(mine))
    before = path.read_bytes()
    done = reset_exercise("1.1", LESSONS, tmp_path)
    assert done.kept.read_bytes() == before and done.kept.parent == path.parent
    fresh = json.loads((LESSONS / TOOLS).read_text())["cells"]
    now = json.loads(path.read_text("utf-8-sig"))["cells"]
    first, last = place(fresh, "ex-1-1"), place(fresh, "check-1-1") + 1
    assert now[:last] == fresh[:last] and now[last:] == mine["cells"][last:]
    assert mine["cells"][first:last] != fresh[first:last]
    begin, end = b'"id": "ex-1-1"', b'"id": "ex-1-2"'
    after = path.read_bytes()
    assert after.partition(end)[2] == before.partition(end)[2]
    assert after.partition(begin)[0] == before.partition(begin)[0]
    assert results.found_in(tmp_path, "1.1") is None and results.found_in(tmp_path, "1.2").passed
    assert reset_exercise("1.1", LESSONS, tmp_path).kept is None


def test_a_deleted_cell_comes_back_in_its_place_and_own_cells_stay(mine, tmp_path):
    own = {"cell_type": "markdown", "id": "own", "metadata": {}, "source": ["my thoughts"]}
    kept = [cell for cell in mine["cells"] if cell["id"] not in ("answer-1-1", "title")]
    kept.insert(place(kept, "try-1-1"), own)
    path = put(tmp_path, as_jupyterlab_writes(mine | {"cells": kept}))
    done = reset_exercise("1.1", LESSONS, tmp_path)
    assert (done.put_back, done.own) == (["answer cell of 1.1"], 1)
    names, begin = list(cells_of(path)), place(kept, "ex-1-1")
    assert names[begin : begin + 5] == ["ex-1-1", "answer-1-1", "own", "try-1-1", "check-1-1"]
    only = put(tmp_path, as_jupyterlab_writes(mine | {"cells": [own]}))
    exercise = ["ex-1-1", "answer-1-1", "try-1-1", "check-1-1"]
    done = reset_exercise("1.1", LESSONS, tmp_path)
    # what it starts from comes back, too
    assert list(cells_of(only)) == ["imports", "setup", *exercise, "own"]
    told = " ".join(done.told)
    assert "is back: the import cell at the top, the set-up cell at the top, the" in told


def test_what_is_missing_comes_back_and_no_other_cell_changes(mine, tmp_path):
    whole = list(cells_of(LESSONS / TOOLS))
    gone = ("imports", "setup", "try-1-1", "answer-1-2", "check-1-5", "first-question", "title")
    own = {"cell_type": "markdown", "id": "own", "metadata": {}, "source": ["my thoughts"]}
    mine["cells"] = [*(cell for cell in mine["cells"] if cell["id"] not in gone), own]
    path = put(tmp_path, as_jupyterlab_writes(mine))
    before, texts = path.read_bytes(), cells_of(path)
    done = put_back_missing(lesson_of("1.1"), LESSONS, tmp_path)
    assert done.kept.read_bytes() == before and len(done.put_back) == 6
    assert list(cells_of(path)) == [*whole[1:], "own"] and texts.items() <= cells_of(path).items()
    assert results.found_in(tmp_path, "1.1").passed and results.found_in(tmp_path, "1.2") is None
    nbformat.validate(nbformat.read(path, as_version=4))
    assert put_back_missing(lesson_of("1.1"), LESSONS, tmp_path).kept is None


@pytest.mark.parametrize("exercise_comes_first", [False, True])
def test_halves_of_a_split_cell_and_copies_are_in_the_kept_version_alone(
    mine, tmp_path, exercise_comes_first
):
    cells = mine["cells"]
    answer, check = (cells[place(cells, f"{kind}-1-1")] for kind in ("answer", "check"))
    half = answer | {"id": "half", "source": ["def add(x, y):"]}
    other = cells[place(cells, "answer-1-2")] | {"id": "other"}
    cells.insert(place(cells, "answer-1-1"), half)
    cells[:] = [*cells[:3], other, check | {"id": "copied"}, *cells[3:]]
    if exercise_comes_first:
        del cells[: place(cells, "copied")]
    path = put(tmp_path, as_jupyterlab_writes(mine))
    before = path.read_bytes()
    done = reset_exercise("1.1", LESSONS, tmp_path)
    assert "Pieces or copies of its cells were taken out (2)" in " ".join(done.told)
    assert done.kept.read_bytes() == before
    names = list(cells_of(path))
    assert not {"half", "copied"} & set(names) and ("other" in names) != exercise_comes_first
    begin = names.index("answer-1-1")
    assert names[begin - 1 : begin + 2] == ["ex-1-1", "answer-1-1", "try-1-1"]
    fresh = cells_of(LESSONS / TOOLS)
    assert cells_of(path)["answer-1-1"] == fresh["answer-1-1"]
    nbformat.validate(nbformat.read(path, as_version=4))
    assert reset_exercise("1.1", LESSONS, tmp_path).kept is None


def test_a_notebook_whose_editor_lost_ids_and_metadata_is_known_by_its_texts(mine, tmp_path):
    cells = [cell | {"metadata": {}} for cell in mine["cells"]]
    for cell in cells:
        del cell["id"]
    path = put(tmp_path, as_jupyterlab_writes(mine | {"cells": cells, "nbformat_minor": 4}))
    done = reset_exercise("1.1", LESSONS, tmp_path)
    assert not done.put_back and len(cells_of(path)) == len(cells)
    answer = json.loads(path.read_text())["cells"][place(mine["cells"], "answer-1-1")]
    assert "raise NotImplementedError" in answer["source"][-1]


@pytest.mark.parametrize("text", ['{"cells": [', "", '{"nbformat": 3, "worksheets": []}'])
def test_a_notebook_that_cannot_be_read_is_named_and_left(mine, tmp_path, text):
    path = put(tmp_path, text)
    with pytest.raises(WorkspaceError, match=r"01_tools.ipynb cannot be read.*--reset 01_tools`"):
        reset_exercise("1.1", LESSONS, tmp_path)
    assert path.read_text() == text and len(list(path.parent.iterdir())) == 1


def run_learn(monkeypatch, *options) -> None:
    """Run learn.py's main with options, in this environment."""
    monkeypatch.setattr(sys, "argv", ["learn.py", *map(str, options)])
    monkeypatch.setattr(environment, "enter", lambda: None)
    learn.main()


def test_learn_says_where_the_old_version_is_and_what_jupyterlab_does(
    mine, tmp_path, monkeypatch, capsys
):
    put(tmp_path, as_jupyterlab_writes(mine))
    run_learn(monkeypatch, "--workspace", tmp_path, "--reset", "1.1")
    said = " ".join(capsys.readouterr().out.split())
    (kept,) = tmp_path.glob("01_tools/01_tools.2*.ipynb")
    assert str(kept) in said and "Reload Notebook from Disk" in said
    assert "Restart Kernel and Run up to Selected Cell" in said and "split" not in said
    run_learn(monkeypatch, "--workspace", tmp_path, "--reset", "1.1")
    assert "nothing to reset" in capsys.readouterr().out
    with pytest.raises(environment.SetupError, match="no exercise '1.99'"):
        run_learn(monkeypatch, "--workspace", tmp_path, "--reset", "1.99")
    run_learn(monkeypatch, "--workspace", tmp_path, "--missing", "01_tools")
    assert "No code cell of 01_tools is missing" in capsys.readouterr().out
    path = tmp_path / TOOLS
    notebook = json.loads(path.read_text())
    del notebook["cells"][place(notebook["cells"], "setup")]
    path.write_text(json.dumps(notebook))
    run_learn(monkeypatch, "--workspace", tmp_path, "--missing", "01_tools")
    said = " ".join(capsys.readouterr().out.split())
    assert said.startswith("What was missing is back: the set-up cell at the top. Your version")
    with pytest.raises(environment.SetupError, match="no lesson '1.1'"):
        run_learn(monkeypatch, "--workspace", tmp_path, "--missing", "1.1")
    run_learn(monkeypatch, "--workspace", tmp_path, "--reset", "01_tools")
    said = " ".join(capsys.readouterr().out.split())
    assert "01_tools is as new" in said and "Restart Kernel and Run up to Selected Cell" in said
    (kept,) = tmp_path.glob("01_tools.2*")
    assert f"Yours is kept: the folder {kept}." in said
    shutil.rmtree(tmp_path / "01_tools")
    with pytest.raises(environment.SetupError, match="There is no .*01_tools.ipynb"):
        run_learn(monkeypatch, "--workspace", tmp_path, "--reset", "1.1")
    for number, meant in (("1", "All of lesson 1 is 01_tools. .*such as 1.1"), ("9", "as 3.1")):
        with pytest.raises(environment.SetupError, match=meant):
            run_learn(monkeypatch, "--workspace", tmp_path, "--reset", number)


# --- a new version of the kit ---------------------------------------------------------------------


@pytest.fixture
def kit(tmp_path):
    """Give the lessons of a kit of which lesson 1 can be changed, and a workspace made from it."""
    lessons, workspace = tmp_path / "kit" / "lessons", tmp_path / "workspace"
    (lessons / "01_tools").mkdir(parents=True)
    shutil.copy(LESSONS / TOOLS, lessons / TOOLS)
    assert new_version.bring(lessons, workspace, Path(TOOLS)) == new_version.COPIED
    return lessons, workspace


def changed(path, **sources: str) -> None:
    """Change cells of a notebook; their names have _ for -."""
    notebook = json.loads(path.read_text())
    for name, source in sources.items():
        edit(notebook, name.replace("_", "-"), source)
    path.write_text(as_jupyterlab_writes(notebook))


def files(workspace) -> dict[str, bytes]:
    folder = workspace / "01_tools"
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_an_unedited_lesson_is_replaced_and_what_was_run_in_it_kept(kit):
    lessons, workspace = kit
    changed(lessons / TOOLS, title="# Version 2")
    assert new_version.bring(lessons, workspace, Path(TOOLS)) == new_version.REPLACED
    assert files(workspace) == {"01_tools.ipynb": (lessons / TOOLS).read_bytes()}
    mine = workspace / TOOLS
    notebook = json.loads(mine.read_text())
    notebook["cells"][2] |= {"execution_count": 3}
    ran = as_jupyterlab_writes(notebook).encode()
    mine.write_bytes(ran)
    changed(lessons / TOOLS, title="# Version 3")
    assert new_version.bring(lessons, workspace, Path(TOOLS)) == new_version.REPLACED
    assert sorted(files(workspace).values()) == sorted([ran, (lessons / TOOLS).read_bytes()])


def test_an_edited_lesson_gets_the_new_one_beside_it_once(kit):
    lessons, workspace = kit
    changed(workspace / TOOLS, answer_1_1="add = 1")
    mine = (workspace / TOOLS).read_bytes()
    assert new_version.bring(lessons, workspace, Path(TOOLS)) == new_version.LEFT
    beside = workspace / "01_tools/01_tools.new-version.ipynb"
    for version in ("# Version 2", "# Version 3"):
        changed(lessons / TOOLS, title=version)
        assert new_version.bring(lessons, workspace, Path(TOOLS)) == new_version.OFFERED
        new = (lessons / TOOLS).read_bytes()
        assert files(workspace) == {"01_tools.ipynb": mine, beside.name: new}
        assert new_version.bring(lessons, workspace, Path(TOOLS)) == new_version.LEFT
    beside.unlink()
    assert new_version.bring(lessons, workspace, Path(TOOLS)) == new_version.LEFT
    assert files(workspace) == {"01_tools.ipynb": mine}
    beside.write_bytes(b"edited, too")
    changed(lessons / TOOLS, title="# Version 4")
    assert new_version.bring(lessons, workspace, Path(TOOLS)) == new_version.OFFERED
    assert {mine, b"edited, too"} < set(files(workspace).values())


def test_a_workspace_of_an_older_kit_is_known_by_what_its_lessons_say(kit):
    lessons, workspace = kit
    shutil.rmtree(workspace / new_version.GIVEN)
    changed(workspace / TOOLS, answer_1_1="add = 1")
    assert new_version.bring(lessons, workspace, Path(TOOLS)) == new_version.LEFT
    shutil.rmtree(workspace / new_version.GIVEN)
    changed(lessons / TOOLS, title="# Version 2")
    assert new_version.bring(lessons, workspace, Path(TOOLS)) == new_version.OFFERED


def test_answers_move_to_a_new_version_where_they_still_fit(kit):
    lessons, workspace = kit
    mine, numbers = workspace / TOOLS, lesson_of("1.1").numbers
    answers = {f"answer_1_{n}": f"mine = {n}" for n in range(1, 5)}
    changed(mine, **answers, try_1_1="add(1, 1)", title="# My own title")
    notebook = json.loads(mine.read_text())
    own = {"cell_type": "raw", "metadata": {}, "source": ["\ud83d"], "id": "ex-1-6"}
    notebook["cells"].insert(place(notebook["cells"], "answer-1-1") + 1, own)
    mine.write_text(json.dumps(notebook))
    before = mine.read_bytes()
    for number in numbers:
        results.record(workspace, number, 2, 2)
    new = {"title": "# Version 2", "ex_1_2": "## 1.2 multiply\n\nMore.", "answer_1_3": "tools = 0"}
    changed(lessons / TOOLS, **new)
    notebook = json.loads((lessons / TOOLS).read_text())
    notebook["cells"].insert(
        place(notebook["cells"], "ex-1-2"), own | {"source": ["## 1.6"], "cell_type": "markdown"}
    )
    (lessons / TOOLS).write_text(as_jupyterlab_writes(notebook))
    new_version.bring(lessons, workspace, Path(TOOLS))
    done = move_answers(lesson_of("1.1"), lessons, workspace)
    assert done[1:] == (("1.1", "1.4"), ("1.2",), ("1.3",)) and done.kept.read_bytes() == before
    now, given = cells_of(mine), cells_of(lessons / TOOLS)
    for name, source in {**answers, "try_1_1": "add(1, 1)", **new}.items():
        assert now.pop(name.replace("_", "-")) == source
    names, moved = list(cells_of(mine)), next(name for name in now if name not in given)
    assert names[names.index("answer-1-1") + 1] == moved
    assert {name: now[name] for name in now if name in given} == {
        n: given[n] for n in now if n in given
    }
    passed = [number for number in numbers if results.found_in(workspace, number)]
    assert passed == ["1.1", "1.4", "1.5"]
    nbformat.validate(nbformat.read(mine, as_version=4))
    assert sorted(files(workspace)) == sorted([done.kept.name, mine.name])
    assert move_answers(lesson_of("1.1"), lessons, workspace).kept is None


def test_of_a_version_that_was_not_kept_the_stubs_are_known(kit):
    lessons, workspace = kit
    shutil.rmtree(workspace / new_version.GIVEN)
    changed(workspace / TOOLS, answer_1_1="add = 1", answer_1_3="tools = 3", title="# Mine")
    notebook = json.loads((lessons / TOOLS).read_text())
    edit(notebook, "answer-1-3", "tools = 0")
    stub = notebook["cells"][place(notebook["cells"], "answer-1-3")]
    stub["metadata"]["nbgrader"]["checksum"] = "another"
    (lessons / TOOLS).write_text(as_jupyterlab_writes(notebook))
    done = move_answers(lesson_of("1.1"), lessons, workspace)
    assert done[1:] == ((), ("1.1",), ("1.3",))
    now, given = cells_of(workspace / TOOLS), cells_of(lessons / TOOLS)
    assert now == given | {"answer-1-1": "add = 1"}


def test_learn_says_what_is_new_and_moves_the_answers(kit, monkeypatch, capsys):
    lessons, workspace = kit
    monkeypatch.setattr(learn, "LESSONS", lessons)
    changed(workspace / TOOLS, answer_1_1="add = 1")
    changed(lessons / TOOLS, ex_1_1="## 1.1 add\n\nMore.")
    learn.prepare(workspace)
    said = " ".join(capsys.readouterr().out.split())
    assert "01_tools.new-version.ipynb. `python3 scripts/learn.py --update 01_tools`" in said
    learn.prepare(workspace)
    assert "new version" not in capsys.readouterr().out
    run_learn(monkeypatch, "--workspace", workspace, "--update", "01_tools")
    said = " ".join(capsys.readouterr().out.split())
    assert "what is asked has changed: 1.1. Check anew." in said and "your version is in" in said
    assert "Restart Kernel and Run up to Selected Cell" in said
    run_learn(monkeypatch, "--workspace", workspace, "--update", "01_tools")
    assert "nothing to update" in capsys.readouterr().out
