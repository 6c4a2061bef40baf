"""The small library that the lessons import.

Lessons use the names below; scripts and checks use its rooms. Importing it costs nothing: each name
loads its module when it is first used. A logged model carries this file, without most of the rest.
"""

import os
from importlib import import_module

# MLflow would send usage data, and ask the network for the price of each LLM's tokens: without a
# network the first trace then takes 8 seconds.
os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
os.environ.setdefault("MLFLOW_MODEL_CATALOG_URI", "")

EXPORTS = {
    "check": "lesson_kit.judging.in_notebook",
    "hand_in": "lesson_kit.workspace.handing_in",
    "OfflineLLM": "lesson_kit.offline_llm",
    "LLMNotAvailable": "lesson_kit.llm",
    "choose_llm": "lesson_kit.llm",
    "try_llm": "lesson_kit.first_question",
    "use_tracking": "lesson_kit.tracking",
    "given_trace": "lesson_kit.tracking",
    "show_graph": "lesson_kit.show.graphs",
    "show_prompts": "lesson_kit.show.prompts",
    "show_run": "lesson_kit.show.runs",
    "show_trace": "lesson_kit.show.traces",
    "compare_models": "lesson_kit.compare.notebook",
    "meet_patients": "lesson_kit.misbehaving_agents",
}

__all__ = list(EXPORTS)


def __getattr__(name: str):
    if name not in EXPORTS:
        raise AttributeError(f"lesson_kit has no {name!r}; it offers {', '.join(EXPORTS)}")
    return getattr(import_module(EXPORTS[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *EXPORTS])
