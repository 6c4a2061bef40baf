"""Read and log the agents in checks/proof/answers/models: what the comparison is proven with.

An agent is a text of cells behind a head of comments. `# %% script` holds a whole script; else it
is the reference script with changes: `# %% instead of` is followed by `# %% write`, and `# %%
rename` has a line `old -> new` for each name. The head says `# right:` or `# wrong:`, and for a
wrong one what the `# first:` divergence must begin with; `# llm:`, `# code:` and `# log:` say how
it is logged.
"""

import importlib
import re
import sys
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import mlflow
from lesson_kit.agent_script import logged_model
from lesson_kit.offline_llm import OfflineLLM
from lesson_kit.private_names import settings_kept
from llama_index.core import Settings

ROOT = Path(__file__).parents[2]
MODELS = ROOT / "checks" / "proof" / "answers" / "models"
REFERENCE = ROOT / "solutions" / "react_agent.py"
HEAD = re.compile(r"# (\w+): (.*)")
CELL = re.compile(r"^# %% (.+)\n", re.MULTILINE)


class Agent(NamedTuple):
    """An agent of the corpus: its name, what its head says, its script."""

    name: str
    head: dict[str, str]
    script: str


def read_agents(kind: str) -> list[Agent]:
    """Return the agents that are right, or those that are wrong."""
    reference = REFERENCE.read_text("utf-8")
    return [read_agent(path, reference) for path in sorted((MODELS / kind).glob("*.py"))]


def read_agent(path: Path, reference: str) -> Agent:
    """Return an agent; raise ValueError where its changes do not fit the reference script."""
    head, *cells = CELL.split(path.read_text("utf-8"))
    pairs = dict(HEAD.findall(head))
    script, replaced = reference, ""
    for kind, text in zip(cells[::2], cells[1::2], strict=True):
        if kind == "script":
            script = text
        elif kind == "instead of":
            replaced = text.removesuffix("\n")
            if script.count(replaced) != 1:
                raise ValueError(f"{path.name}: found {script.count(replaced)} times: {replaced}")
        elif kind == "write":
            script = script.replace(replaced, text.removesuffix("\n"))
        elif kind == "rename":
            for line in text.strip().splitlines():
                old, new = line.split(" -> ")
                script = re.sub(rf"\b{re.escape(old)}\b", new, script)
        else:
            raise ValueError(f"{path.name}: no such cell: {kind}")
    return Agent(path.stem, pairs, script)


def log_agent(agent: Agent, folder: Path) -> str:
    """Log an agent as a learner would, in a run of its own; return the model's URI."""
    script = folder / agent.name / "agent.py"
    script.parent.mkdir()
    script.write_text(agent.script, encoding="utf-8")
    code = [str(MODELS / "code" / name) for name in agent.head.get("code", "").split()]
    options = dict(part.split("=", 1) for part in filter(None, [agent.head.get("log")]))
    requirements = options.get("pip_requirements")
    # MLflow would try the input example, and some agents never end.
    untried = mock.patch("mlflow.models.utils._validate_serving_input")
    beside = mock.patch.object(sys, "path", [str(MODELS / "code"), *sys.path])
    with settings_kept(), untried, beside, mlflow.start_run(run_name=agent.name):
        Settings.llm = make_llm(agent.head.get("llm"))
        return mlflow.llama_index.log_model(
            str(script),
            name="model",
            input_example=None if "signature" in options else logged_model.EXAMPLE,
            signature=False if "signature" in options else logged_model.model_signature(),
            pip_requirements=(
                requirements.split() if requirements else logged_model.model_requirements()
            ),
            code_paths=logged_model.model_code() + code,
        ).model_uri


def make_llm(name: str | None):
    """Return an LLM by the name of its class, or the offline one."""
    if name is None:
        return OfflineLLM()
    module, _, kind = name.rpartition(".")
    return getattr(importlib.import_module(module), kind)()
