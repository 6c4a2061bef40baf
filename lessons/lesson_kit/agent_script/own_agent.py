"""Write the script of the learner's own agent; what they have not finished is given.

    write_agent_script(agent)     # react_agent.py, from the marked cells of lessons 1 to 4

`agent` is the one that the agent-so-far cell has made: that cell is the fallback.
"""

import asyncio
import contextlib
import linecache
import tempfile
import textwrap
import threading
from pathlib import Path

import nbformat
from llama_index.core import Settings
from nbformat.v4 import new_code_cell, new_notebook
from workflows.errors import WorkflowTimeoutError
from workflows.events import StepStateChanged

from lesson_kit.agent_script.logged_model import QUESTION, REFERENCE_TAG, RUN_NAME, log_script
from lesson_kit.agent_script.marked_cells import ModelScriptError, cell_id, read_notebook
from lesson_kit.agent_script.model_script import (
    AGENT_SO_FAR,
    ALL_GIVEN,
    generate_model_script,
    lesson_notebooks,
    write_script,
)
from lesson_kit.offline_llm import OfflineLLM
from lesson_kit.private_names import settings_kept
from lesson_kit.workspace.results import workspace
from lesson_kit.workspace.unsaved import unsaved

PATIENCE = 10  # seconds for an answer with the offline LLM, which takes a tenth of one
SET_MODEL = "\n\nimport mlflow\n\nmlflow.models.set_model(agent)\n"


def write_agent_script(agent, output_path="react_agent.py", notebooks=None) -> Path:
    """Write the learner's marked cells as a model script, and say what the agent so far gives.

    `notebooks` are those of lessons 1 to 4, by default the ones beside this lesson. Where they
    make no script, the agent so far is written, so that nobody is stuck here.
    """
    output_path = Path(output_path)
    given = source_of(agent)
    paths = [Path(path) for path in (notebooks or lesson_notebooks())]
    say_what_is_unsaved(paths)
    with tempfile.TemporaryDirectory() as folder:
        fallback = Path(folder) / "this_lesson.ipynb"
        nbformat.write(new_notebook(cells=[new_code_cell(given, id=AGENT_SO_FAR)]), fallback)
        try:
            made = generate_model_script(Path(folder) / output_path.name, paths, fallback)
            text = made.read_text("utf-8")
            must_end(must_run(text, output_path.name))
        except ModelScriptError as reason:
            print(textwrap.fill(str(reason), 83, break_long_words=False))
            print(f"So {output_path.name} is written from the agent so far.")
            text = ALL_GIVEN + given.rstrip() + SET_MODEL
        else:
            print(f"{output_path.name} is written.")
    write_script(output_path, text)
    return output_path


def say_what_is_unsaved(paths: list[Path]) -> None:
    """Print which notebooks hold something else than what was checked last."""
    for path in paths:
        with contextlib.suppress(ModelScriptError, OSError):  # what cannot be read is said later
            sources = {cell_id(cell): cell["source"] for cell in read_notebook(path)["cells"]}
            if told := unsaved(workspace(), path, sources):
                print(textwrap.fill(told, 83, break_long_words=False))


def source_of(agent) -> str:
    """Return the source of the notebook cell in which the agent's class stands."""
    methods = [value for value in vars(type(agent)).values() if hasattr(value, "__code__")]
    for method in methods:
        lines = linecache.getlines(method.__code__.co_filename)  # IPython keeps each cell there
        if lines:
            return "".join(lines)
    raise ModelScriptError("No cell of this notebook has made the agent: run agent-so-far.")


def must_run(text: str, name: str):
    """Return the agent of a script that runs from top to bottom; else raise ModelScriptError."""
    code = text.rpartition("mlflow.models.set_model")[0]  # not to be set twice in this process
    namespace = {"__name__": "react_agent"}
    try:
        exec(compile(code, name, "exec"), namespace)
    except Exception as error:
        raise ModelScriptError(
            f"Your cells do not run as one script: {type(error).__name__}: {error}."
        ) from None
    return namespace.get("agent")


def must_end(agent, patience: float = PATIENCE) -> None:
    """Raise ModelScriptError where an agent that is asked the example comes to no end.

    MLflow asks it too, and would wait for as long as the agent's own timeout, in silence.
    """
    last: list[str | None] = []
    asked = threading.Thread(
        target=lambda: last.append(asyncio.run(last_step_without_end(agent, patience))), daemon=True
    )  # a thread, because a notebook's cell already runs in an event loop
    with settings_kept():
        Settings.llm = OfflineLLM()
        asked.start()
        asked.join(patience + 1)
    if asked.is_alive():
        why = "It holds up everything else: is there a loop that cannot end?"
    elif last[0] is None:
        return
    else:
        why = f"The last step that ran is {last[0]}: does it end and return its event, always?"
    raise ModelScriptError(
        f"Your agent comes to no end: asked {QUESTION!r}, it gave no answer within "
        f"{patience:g} s. {why}"
    )


async def last_step_without_end(agent, patience: float) -> str | None:
    """Ask the agent the example; return the last step of a run without an end, None of another.

    An agent that raises has come to an end, too: MLflow says how.
    """
    last = "none"
    with contextlib.suppress(Exception):
        handler = agent.run(input=QUESTION)
        try:
            async with asyncio.timeout(patience):
                async for event in handler.stream_events(expose_internal=True):
                    if isinstance(event, StepStateChanged):
                        last = event.name
                await handler
        except (TimeoutError, WorkflowTimeoutError):
            return last
    return None


def log_agent(agent, run_name: str = RUN_NAME):
    """Write the learner's own agent as a script, log it as in lesson 6, return its ModelInfo."""
    return log_in_run(write_agent_script(agent), run_name)


def log_given(agent):
    """Log the agent so far, as this lesson gives it, as the reference; return its ModelInfo."""
    import mlflow

    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "react_agent.py"
        write_script(script, ALL_GIVEN + source_of(agent).rstrip() + SET_MODEL)
        info = log_in_run(script, "reference", {REFERENCE_TAG: "true"})
    mlflow.set_logged_model_tags(info.model_id, {REFERENCE_TAG: "true"})
    return info


def log_in_run(script: Path, run_name: str, tags: dict | None = None):
    """Log a model script in a run of its own; return its ModelInfo."""
    import mlflow

    mlflow.end_run()  # one that 6.3 may have opened and not closed
    with mlflow.start_run(run_name=run_name, tags=tags):
        return log_script(script)
