"""Marked cells become one script, and what would change the model in silence stops instead."""

import ast
import builtins
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from lesson_kit.agent_script.marked_cells import MARKER, ModelScriptError
from lesson_kit.agent_script.model_script import (
    agent_so_far,
    generate_model_script,
    lesson_notebooks,
)
from nbformat.v4 import new_code_cell, new_notebook

from checks.tests.tutorial import TUTORIAL, write_notebook

ROOT = Path(__file__).parents[2]
SMALL = """
# %% numbers
# [USE IN MODEL]
import os
first = 1

# %% try
print(first)

# %% agent
# [USE IN MODEL]
from pathlib import Path, PurePath
import os
agent = (first, os.name, Path("."))
"""


def written(tmp_path: Path, *texts: str) -> list[Path]:
    """Write each text as a notebook, named in lesson order."""
    return [
        write_notebook(tmp_path / f"{number:02}_part.ipynb", text)
        for number, text in enumerate(texts, 1)
    ]


def code_of(script: Path) -> str:
    """Return what a script holds below its comments on top."""
    return "".join(
        line
        for line in script.read_text().splitlines(keepends=True)
        if not line.startswith("#") or line.startswith("# ----")
    ).strip("\n")


def agent_of(script: Path) -> object:
    """Run a script without MLflow, and return its agent."""
    names = {}
    text = script.read_text().replace("import mlflow\n", "")
    exec(text.replace("mlflow.models.set_model(agent)", ""), names)
    return names["agent"]


# ---- What is written ----


def test_only_marked_cells_are_collected_in_order_with_their_imports_once_on_top(tmp_path):
    script = generate_model_script(tmp_path / "a.py", written(tmp_path, SMALL))
    assert code_of(script) == (
        "import os\n"
        "from pathlib import Path\n\n"
        "import mlflow\n\n"
        "# ---- 01_part ----\n\n"
        "first = 1\n\n"
        'agent = (first, os.name, Path("."))\n\n'
        "mlflow.models.set_model(agent)"
    )


def test_notebooks_are_collected_in_the_order_given(tmp_path):
    first, second = written(
        tmp_path, "# %% a\n# [USE IN MODEL]\nx = 1", "# %% b\n# [USE IN MODEL]\nagent = [x]"
    )
    code = code_of(generate_model_script(tmp_path / "a.py", [first, second]))
    assert code.index("# ---- 01_part") < code.index("x = 1") < code.index("# ---- 02_part")
    assert code.index("# ---- 02_part") < code.index("agent = [x]") < code.index("set_model(agent)")


def test_the_header_names_notebooks_and_cells_and_no_folder(tmp_path):
    text = generate_model_script(tmp_path / "a.py", written(tmp_path, SMALL)).read_text()
    header = text[: text.index("import")]
    assert "01_part.ipynb: numbers, agent" in header and "not edited" in header
    assert str(tmp_path) not in text


def test_the_same_notebooks_give_the_same_bytes_from_any_folder(tmp_path, monkeypatch):
    paths = [path.resolve() for path in written(tmp_path, SMALL)]
    here = generate_model_script(tmp_path / "a.py", paths).read_bytes()
    (tmp_path / "elsewhere" / "mlflow").mkdir(parents=True)  # not to be taken for our own package
    (tmp_path / "elsewhere" / "mlflow" / "__init__.py").touch()
    (tmp_path / "elsewhere" / "ruff.toml").write_text("line-length = 20")
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert generate_model_script("b.py", paths[0]).read_bytes() == here


def test_markers_and_size_hints_go_but_strings_and_other_comments_stay(tmp_path):
    text = '''
# %% answer
# [USE IN MODEL]
# two parts, about 2 lines each:
# the note and the agent
### BEGIN SOLUTION
# the note
note = """
# [USE IN MODEL]
### BEGIN SOLUTION
# about 2 lines
"""
agent = 1  # not 2
# about 1 line

# done
### END SOLUTION
'''
    code = agent_so_far(written(tmp_path, text))
    assert code.splitlines()[2:] == [
        "# the note",
        'note = """',
        "# [USE IN MODEL]",
        "### BEGIN SOLUTION",
        "# about 2 lines",
        '"""',
        "agent = 1  # not 2",
        "",
        "# done",
    ]


def test_imports_of_unmarked_cells_are_carried_along_when_they_are_used(tmp_path):
    text = (
        "# %% setup\n%matplotlib inline\n\n"
        "# %% more\nimport json, os\nfrom lesson_kit import check\n\n"
        "# %% agent\n# [USE IN MODEL]\nagent = json.dumps(1)"
    )
    code = code_of(generate_model_script(tmp_path / "a.py", written(tmp_path, text)))
    assert "import json" in code and "import os" not in code and "lesson_kit" not in code


def test_an_import_whose_name_means_something_else_too_stays_where_it_is(tmp_path):
    text = (
        "# %% a\n# [USE IN MODEL]\nfrom json import dumps as show\nfirst = show([1])\n\n"
        "# %% b\n# [USE IN MODEL]\nfrom builtins import str as show\nagent = (first, show([1, 2]))"
    )
    script = generate_model_script(tmp_path / "a.py", written(tmp_path, text))
    assert agent_of(script) == ("[1]", "[1, 2]")


def test_an_older_script_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    paths = written(tmp_path, SMALL)
    (tmp_path / "a.py").write_text("old")
    generate_model_script(tmp_path / "a.py", paths)
    assert "agent =" in (tmp_path / "a.py").read_text()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["01_part.ipynb", "a.py"]


def test_the_published_tutorials_shape_works(tmp_path):
    path = write_notebook(tmp_path / "tutorial.ipynb", TUTORIAL)
    script = generate_model_script(tmp_path / "react_agent.py", path)
    tree = ast.parse(script.read_text())
    imports = [isinstance(node, ast.Import | ast.ImportFrom) for node in tree.body]
    assert imports == sorted(imports, reverse=True), "an import stands below other code"
    classes = [node.name for node in tree.body if isinstance(node, ast.ClassDef)]
    assert classes[0] == "PrepEvent" and classes[-1] == "ReActAgent"
    assert "await agent.run" not in script.read_text()


# ---- What stops ----

MARK = "# [USE IN MODEL]\n"
STOPS = {
    "no space after #": ("#[USE IN MODEL]\nx = 1", "nearly the marker"),
    "small letters": ("# [use in model]\nx = 1", "nearly the marker"),
    "two #": ("## [USE IN MODEL]\nx = 1", "nearly the marker"),
    "no brackets": ("# USE IN MODEL\nx = 1", "nearly the marker"),
    "letters swapped": ("# [USE IN MODLE]\nx = 1", "nearly the marker"),
    "a letter more": ("# [USED IN MODEL]\nx = 1", "nearly the marker"),
    "a blank less": ("# [USEIN MODEL]\nx = 1", "nearly the marker"),
    "a word more": ("# [USE IN THE MODEL]\nx = 1", "nearly the marker"),
    "a bracket less": ("# [USE IN MODEL\nx = 1", "nearly the marker"),
    "other brackets": ("# (USE IN MODEL)\nx = 1", "nearly the marker"),
    "text behind capitals": ("# USE IN MODEL: x\nx = 1", "nearly the marker"),
    "text behind": ("# [USE IN MODEL] tools\nx = 1", "nearly the marker"),
    "a space behind": ("# [USE IN MODEL] \nx = 1", "nearly the marker"),
    "a space before": (" # [USE IN MODEL]\nx = 1", "nearly the marker"),
    "a blank line first": (
        "\n# [USE IN MODEL]\nx = 1",
        "line 2: the marker must be the very first",
    ),
    "code first": ("x = 1\n# [USE IN MODEL]", "line 2: the marker must be the very first"),
    "a cell magic first": ("%%time\n# [USE IN MODEL]\nx = 1", "line 2: the marker must be"),
    "a syntax error": (MARK + "\ndef f(:\n    pass", "line 3: invalid syntax"),
    "a magic": (
        MARK + "x = 1\n%pip install x",
        "line 3: '%pip install x' works only in a notebook",
    ),
    "a shell command": (MARK + "files = !ls", "line 2: 'files = !ls' works only in a notebook"),
    "a help request": (MARK + "print?", "line 2: 'print?' works only in a notebook"),
    "an await": (MARK + "x = await f()", "line 2: a script cannot await outside a function"),
    "a return": (MARK + "return 1", "line 2: 'return' outside function"),
    "a stub": (MARK + "def f():\n    raise NotImplementedError()", "is not finished"),
    "a stub without brackets": (MARK + "raise NotImplementedError", "is not finished"),
    "an unknown name": (
        MARK + "def f():\n    return helper()",
        "uses helper, which no marked cell",
    ),
}


@pytest.mark.parametrize(("source", "says"), STOPS.values(), ids=STOPS)
def test_what_would_change_the_model_in_silence_stops_and_names_the_cell(tmp_path, source, says):
    paths = written(tmp_path, SMALL, f"# %% odd-cell\n{source}\n")
    (tmp_path / "a.py").write_text("old")
    with pytest.raises(ModelScriptError) as stopped:
        generate_model_script(tmp_path / "a.py", paths)
    message = str(stopped.value)
    assert message.startswith("02_part.ipynb, cell 1 (odd-cell)") and says in message
    assert "\n" not in message
    assert (tmp_path / "a.py").read_text() == "old"
    assert sorted(p.suffix for p in tmp_path.iterdir()) == [".ipynb", ".ipynb", ".py"]


def test_a_marker_in_a_markdown_cell_stops(tmp_path):
    paths = written(tmp_path, SMALL + "\n# %% md-tools\n# [USE IN MODEL]\nx = 1")
    with pytest.raises(ModelScriptError, match=r"cell 4 \(md-tools\), is a markdown cell"):
        generate_model_script(tmp_path / "a.py", paths)


def test_prose_about_the_marker_is_no_near_miss(tmp_path):
    prose = "# %% md-help\nBegin a cell with `# [USE IN MODEL]`.\n\n# [USE IN MODEL]\n"
    prose += "# %% code-about\n# used in the model\nx = 1\n"
    other = '# %% code-help\nMARKER = "# [USE IN MODEL]"  # [USE IN MODEL] begins a marked cell\n'
    assert generate_model_script(tmp_path / "a.py", written(tmp_path, prose + other + SMALL))


def test_no_marked_cell_and_no_agent_stop(tmp_path):
    [bare] = written(tmp_path, "# %% a\nagent = 1")
    with pytest.raises(
        ModelScriptError, match=r"No code cell begins with # \[USE IN MODEL\] in .*01_part"
    ):
        generate_model_script(tmp_path / "a.py", bare)
    [other] = written(
        tmp_path, "# %% a\n# [USE IN MODEL]\ndef f():\n    agent = 1\n    return agent"
    )
    with pytest.raises(ModelScriptError, match="No marked cell defines agent"):
        generate_model_script(tmp_path / "a.py", other)
    assert not (tmp_path / "a.py").exists()


BAD_FILES = {
    "cut off": (b'{"cells": [{"cell_ty', "is damaged"),
    "empty": (b"", "is damaged"),
    "binary": (b"\xff\xfe\x00", "is damaged"),
    "a list": (b"[1, 2]", "no notebook"),
    "an old format": (b'{"nbformat": 3, "worksheets": []}', "another format"),
    "no cells": (b'{"nbformat": 4}', "no notebook"),
    "a cell of another kind": (b'{"nbformat": 4, "cells": [3]}', "no notebook"),
    "a source that is a number": (
        b'{"nbformat": 4, "cells": [{"cell_type": "code", "metadata": {}, "source": 3}]}',
        "no notebook",
    ),
}


@pytest.mark.parametrize(("content", "says"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_file_that_is_no_notebook_is_named(tmp_path, content, says):
    (tmp_path / "bad.ipynb").write_bytes(content)
    with pytest.raises(ModelScriptError, match=f"bad.ipynb .*{says}"):
        generate_model_script(tmp_path / "a.py", tmp_path / "bad.ipynb")


def test_a_missing_notebook_and_a_folder_are_named(tmp_path):
    with pytest.raises(ModelScriptError, match="There is no notebook .*none.ipynb"):
        generate_model_script(tmp_path / "a.py", tmp_path / "none.ipynb")
    with pytest.raises(ModelScriptError, match="cannot be read"):
        generate_model_script(tmp_path / "a.py", tmp_path)


def test_a_place_that_cannot_be_written_to_is_named(tmp_path):
    with pytest.raises(ModelScriptError, match="a.py cannot be written: "):
        generate_model_script(tmp_path / "none" / "a.py", written(tmp_path, SMALL))


def test_a_missing_ruff_is_named(tmp_path, monkeypatch):
    real = builtins.__import__

    def without_ruff(name, *rest):
        if name == "ruff":
            raise ModuleNotFoundError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_ruff)
    with pytest.raises(ModelScriptError, match="pip install ruff"):
        generate_model_script(tmp_path / "a.py", written(tmp_path, SMALL))


def test_a_notebook_shows_the_sentence_and_no_traceback():
    shown = ModelScriptError("A sentence. " * 20)._render_traceback_()
    assert all(len(line) <= 83 for line in shown)
    assert " ".join(shown) == ("A sentence. " * 20).strip()


# ---- The agent so far ----


def test_the_agent_so_far_has_neither_marker_nor_model(tmp_path):
    text = agent_so_far(written(tmp_path, SMALL))
    assert text == (
        "import os\nfrom pathlib import Path\n\n# ---- 01_part ----\n\nfirst = 1\n\n"
        'agent = (first, os.name, Path("."))\n'
    )


def test_what_a_learner_has_not_finished_comes_from_the_agent_so_far(tmp_path, capsys):
    solved = written(
        tmp_path,
        "# %% a\n# [USE IN MODEL]\nimport json\ndef f():\n    return json.dumps('solved')",
        "# %% b\n# [USE IN MODEL]\nagent = f()",
    )
    later = tmp_path / "06_later.ipynb"
    write_notebook(later, f"# %% agent-so-far\n{agent_so_far(solved)}")
    written(
        tmp_path,
        "# %% a\n# [USE IN MODEL]\ndef f():\n    raise NotImplementedError()",
        "# %% b\n# [USE IN MODEL]\nagent = f() + 'mine'",
    )
    script = generate_model_script(tmp_path / "a.py", solved, fallback=later)
    assert "01_part is not finished" in capsys.readouterr().out
    assert agent_of(script) == '"solved"mine'
    assert "agent-so-far of lessons 5 to 7" in script.read_text()

    solved[1].unlink()
    generate_model_script(tmp_path / "a.py", solved, fallback=later)
    assert "mine" not in script.read_text()


def test_a_typo_in_a_marker_stops_with_a_fallback_too(tmp_path):
    paths = written(tmp_path, "# %% a\n#[USE IN MODEL]\nagent = 1")
    later = write_notebook(
        tmp_path / "later.ipynb", "# %% agent-so-far\n# ---- 01_part ----\nagent = 2"
    )
    with pytest.raises(ModelScriptError, match="nearly the marker"):
        generate_model_script(tmp_path / "a.py", paths, fallback=later)


# ---- The reference agent ----


def test_the_reference_script_is_what_the_solutions_make_now(tmp_path):
    made = generate_model_script(tmp_path / "react_agent.py", lesson_notebooks(ROOT / "solutions"))
    assert (ROOT / "solutions" / "react_agent.py").read_text() == made.read_text(), (
        "solutions/react_agent.py is stale: run python3 scripts/build_model.py"
    )


def test_importing_the_kits_script_makers_loads_nothing_heavy():
    code = (
        "import sys, lesson_kit.agent_script.model_script, lesson_kit.agent_script.logged_model\n"
        "heavy = {'mlflow', 'llama_index', 'nbformat', 'jsonschema', 'pandas'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def build_model(*arguments: object) -> subprocess.CompletedProcess:
    """Run the script that builds the reference agent."""
    command = [sys.executable, ROOT / "scripts" / "build_model.py", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True)


def test_check_says_whether_a_script_is_stale_and_writes_nothing(tmp_path):
    where = ["--notebooks", *written(tmp_path, SMALL), "--output", tmp_path / "a.py"]
    missing = build_model(*where, "--check")
    assert missing.returncode == 1 and "a.py is stale: run python3" in missing.stdout
    assert not (tmp_path / "a.py").exists()
    assert build_model(*where).returncode == 0
    assert build_model(*where, "--check").returncode == 0
    (tmp_path / "a.py").write_text("edited")
    assert build_model(*where, "--check").returncode == 1
    assert (tmp_path / "a.py").read_text() == "edited"


def test_an_error_is_one_sentence_and_exit_code_2(tmp_path):
    failed = build_model("--notebooks", tmp_path / "none.ipynb", "--output", tmp_path / "a.py")
    assert failed.returncode == 2
    assert failed.stderr.startswith("build_model.py: There is no notebook")
    assert failed.stderr.count("\n") == 1 and not failed.stdout


def solution(lesson: str) -> Path:
    return ROOT / "solutions" / lesson / f"{lesson}.ipynb"


def test_the_tool_more_of_lesson_7_leaves_the_list_of_1_3_alone(tmp_path):
    """What lesson 7 ends with is tried as it stands there."""
    recap = nbformat.read(solution("07_reloading"), as_version=4).cells[-1].source
    (line,) = re.findall(r"```python\n(.*)\n```", recap)
    assert "at the end of lesson 4" in recap and "begins\nwith `# [USE IN MODEL]`" in recap
    subtract = "def subtract(x: int, y: int) -> int:\n    return x - y"
    last = nbformat.read(solution("04_context"), as_version=4)
    made = new_notebook(cells=[*last.cells, new_code_cell(f"{MARKER}\n{subtract}\n\n\n{line}")])
    nbformat.write(made, tmp_path / "04_context.ipynb")
    lessons = [solution(one) for one in ("01_tools", "02_events", "03_steps")]
    script = generate_model_script(tmp_path / "a.py", [*lessons, tmp_path / "04_context.ipynb"])
    code = script.read_text().rpartition("mlflow.models.set_model")[0]
    space: dict = {"__name__": "made"}
    exec(compile(code, "made.py", "exec"), space)
    names = [[one.metadata.name for one in each] for each in (space["tools"], space["agent"].tools)]
    assert names == [["add", "multiply"], ["add", "multiply", "subtract"]]
