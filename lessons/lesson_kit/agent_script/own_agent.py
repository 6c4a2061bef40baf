"""Write the script of the learner's own agent; what they have not finished is given.

    write_agent_script(agent)     # react_agent.py, from the marked cells of lessons 1 to 4

`agent` is the one that the agent-so-far cell has made: that cell is the fallback.
"""

import linecache
import tempfile
import textwrap
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from lesson_kit.agent_script.logged_model import REFERENCE_TAG, RUN_NAME, log_script
from lesson_kit.agent_script.marked_cells import ModelScriptError
from lesson_kit.agent_script.model_script import (
    AGENT_SO_FAR,
    generate_model_script,
    lesson_notebooks,
    write_script,
)

SET_MODEL = "\n\nimport mlflow\n\nmlflow.models.set_model(agent)\n"


def write_agent_script(agent, output_path="react_agent.py", notebooks=None) -> Path:
    """Write the learner's marked cells as a model script, and say what the agent so far gives.

    `notebooks` are those of lessons 1 to 4, by default the ones beside this lesson. Where they
    make no script, the agent so far is written, so that nobody is stuck here.
    """
    output_path = Path(output_path)
    given = source_of(agent)
    paths = [Path(path) for path in (notebooks or lesson_notebooks())]
    with tempfile.TemporaryDirectory() as folder:
        fallback = Path(folder) / "this_lesson.ipynb"
        nbformat.write(new_notebook(cells=[new_code_cell(given, id=AGENT_SO_FAR)]), fallback)
        try:
            made = generate_model_script(Path(folder) / output_path.name, paths, fallback)
            text = made.read_text("utf-8")
            must_run(text, output_path.name)
        except ModelScriptError as reason:
            print(textwrap.fill(str(reason), 83, break_long_words=False))
            print(f"So {output_path.name} is written from the agent so far.")
            text = given.rstrip() + SET_MODEL
        else:
            print(f"{output_path.name} is written.")
    write_script(output_path, text)
    return output_path


def source_of(agent) -> str:
    """Return the source of the notebook cell in which the agent's class stands."""
    methods = [value for value in vars(type(agent)).values() if hasattr(value, "__code__")]
    for method in methods:
        lines = linecache.getlines(method.__code__.co_filename)  # IPython keeps each cell there
        if lines:
            return "".join(lines)
    raise ModelScriptError("No cell of this notebook has made the agent: run agent-so-far.")


def must_run(text: str, name: str) -> None:
    """Raise ModelScriptError unless the script can be run from top to bottom, as MLflow does."""
    code = text.rpartition("mlflow.models.set_model")[0]  # not to be set twice in this process
    try:
        exec(compile(code, name, "exec"), {"__name__": "react_agent"})
    except Exception as error:
        raise ModelScriptError(
            f"Your cells do not run as one script: {type(error).__name__}: {error}."
        ) from None


def log_agent(agent, run_name: str = RUN_NAME):
    """Write the learner's own agent as a script, log it as in lesson 6, return its ModelInfo."""
    return log_in_run(write_agent_script(agent), run_name)


def log_given(agent):
    """Log the agent so far, as this lesson gives it, as the reference; return its ModelInfo."""
    import mlflow

    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "react_agent.py"
        write_script(script, source_of(agent).rstrip() + SET_MODEL)
        info = log_in_run(script, "reference", {REFERENCE_TAG: "true"})
    mlflow.set_logged_model_tags(info.model_id, {REFERENCE_TAG: "true"})
    return info


def log_in_run(script: Path, run_name: str, tags: dict | None = None):
    """Log a model script in a run of its own; return its ModelInfo."""
    import mlflow

    mlflow.end_run()  # one that 6.3 may have opened and not closed
    with mlflow.start_run(run_name=run_name, tags=tags):
        return log_script(script)
