"""Agents that misbehave, for lesson 5: six runs to be diagnosed by their traces alone."""

import mlflow
from llama_index.core import Settings
from llama_index.core.tools import FunctionTool
from mlflow.entities import Trace

from lesson_kit.offline_llm import OfflineLLM
from lesson_kit.private_names import settings_kept
from lesson_kit.tracking import trace_anyway

QUESTION = "What is 2 + 3?"
MODES = {
    "A": "wrong_arguments",
    "B": "normal",
    "C": "endless",
    "D": "unparseable",
    "E": "normal",
    "F": "unknown_tool",
}


def add(x: int, y: int) -> int:
    """Add two integers and return their sum."""
    raise OSError("the abacus is out of order")


async def meet_patients(agent_class) -> dict[str, Trace]:
    """Run six agents of this class, not all of them well, and return their traces by letter."""
    trace_anyway()
    ids = {}
    with settings_kept():
        for letter, mode in MODES.items():
            Settings.llm = OfflineLLM(mode=mode)
            ill = {"tools": [FunctionTool.from_defaults(fn=add)]} if letter == "E" else {}
            await agent_class(timeout=60, max_rounds=4, **ill).run(input=QUESTION)
            ids[letter] = mlflow.get_last_active_trace_id()
    mlflow.flush_trace_async_logging()
    for letter, trace_id in ids.items():
        mlflow.set_trace_tag(trace_id, "patient", letter)  # to find it by in the MLflow UI
    return {letter: mlflow.get_trace(trace_id) for letter, trace_id in ids.items()}
