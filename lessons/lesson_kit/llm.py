"""Choose the LLM that the lessons use, by the environment variable LESSON_LLM.

    from lesson_kit import choose_llm
    choose_llm()    # sets and returns Settings.llm: offline unless LESSON_LLM says otherwise

Whether it answers, `try_llm` says (first_question.py); this opens no connection, but for Ollama.

LESSON_LLM is offline, openai, databricks or ollama; LESSON_LLM_MODEL names one of its models. Any
other LLM of LlamaIndex is set in the notebook: `Settings.llm = ...`.
"""

import difflib
import importlib
import json
import os
from importlib.metadata import version
from typing import Any
from urllib.request import urlopen

from llama_index.core import Settings
from llama_index.core.llms.llm import LLM

from lesson_kit.offline_llm import OfflineLLM
from lesson_kit.one_sentence import OneSentence

DEFAULT_MODELS = {
    "openai": "gpt-4o-mini",
    "databricks": "databricks-meta-llama-3-3-70b-instruct",
    "ollama": "llama3.2",
}
# The environment variables that hold an option's key, and say where its server is.
KEYS = {"openai": "OPENAI_API_KEY", "databricks": "DATABRICKS_TOKEN"}
PLACES = {
    "openai": "OPENAI_API_BASE",
    "databricks": "DATABRICKS_SERVING_ENDPOINT",
    "ollama": "OLLAMA_HOST",
}
GO_OFFLINE = 'go on offline with `llm = choose_llm("offline")`'
OLLAMA_PATIENCE = 2  # seconds that a server on one's own machine may take to list its models
OLLAMA_TIMEOUT = 120  # seconds for a reply: the first one waits until the model is in memory


class LLMNotAvailable(OneSentence):
    """Say in one sentence what the chosen LLM lacks and what to do about it."""


def __getattr__(name: str):
    if name == "OpenAIServer":  # models that were logged before know it by this place
        from lesson_kit.openai_llm import OpenAIServer

        return OpenAIServer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def choose_llm(name: str | None = None) -> LLM:
    """Set and return `Settings.llm`: the LLM named, else by LESSON_LLM, else the offline one.

    Raises LLMNotAvailable when a key, a package or a server is missing.
    """
    choice = (name or os.environ.get("LESSON_LLM") or "offline").strip().lower()
    if choice not in CHOICES:
        asked = "choose_llm got" if name else "LESSON_LLM is"
        close = difflib.get_close_matches(choice, CHOICES, n=1)
        meant = f" (did you mean {close[0]!r}?)" if close else ""
        raise LLMNotAvailable(
            f"{asked} {choice!r}, which the kit does not know{meant}: choose one of "
            f"{', '.join(CHOICES)}, or set Settings.llm yourself."
        )
    model = os.environ.get("LESSON_LLM_MODEL") or DEFAULT_MODELS.get(choice, "")
    Settings.llm = CHOICES[choice](model)
    return Settings.llm


def offline(model: str) -> LLM:
    return OfflineLLM()


def openai(model: str) -> LLM:
    base = os.environ.get(PLACES["openai"])
    hint = " (any text will do if your server asks for no key)" if base else ""
    need_variable("openai", KEYS["openai"], hint)
    # Imported where it is used: it takes half a second, which the offline LLM does without.
    from llama_index.llms.openai import OpenAI

    from lesson_kit.openai_llm import OpenAIServer

    try:
        llm = OpenAI(model=model)
        _ = llm.metadata  # raises for a model that LlamaIndex does not know
    except ValueError:
        if not base:
            raise LLMNotAvailable(
                f"LlamaIndex knows no OpenAI chat model named {model!r}: set LESSON_LLM_MODEL to "
                f"another, such as {DEFAULT_MODELS['openai']}, or OPENAI_API_BASE to the server "
                "that has it."
            ) from None
        llm = OpenAIServer(model=model)
    return llm


def databricks(model: str) -> LLM:
    module = need_package("databricks", "llama-index-llms-databricks")
    need_variable("databricks", KEYS["databricks"])
    need_variable("databricks", PLACES["databricks"])
    return module.Databricks(model=model)


def ollama(model: str) -> LLM:
    module = need_package("ollama", "llama-index-llms-ollama")
    host = os.environ.get(PLACES["ollama"]) or "localhost"
    scheme, _, address = host.rpartition("://")
    address = address.rstrip("/").replace("0.0.0.0", "localhost")
    url = f"{scheme or 'http'}://{address}" + ("" if ":" in address or scheme else ":11434")
    try:
        with urlopen(f"{url}/api/tags", timeout=OLLAMA_PATIENCE) as response:
            names = [entry["name"] for entry in json.load(response)["models"]]
    except (OSError, ValueError, LookupError, TypeError):
        raise LLMNotAvailable(
            f"LESSON_LLM=ollama finds no Ollama server at {url}: start it with `ollama serve`, or "
            "set OLLAMA_HOST to where it runs."
        ) from None
    if not {model, f"{model}:latest"} & set(names):
        raise LLMNotAvailable(
            f"The Ollama server at {url} has no model {model!r}: fetch it with `ollama pull "
            f"{model}`, or set LESSON_LLM_MODEL to one it has ({', '.join(names) or 'none yet'})."
        )
    return module.Ollama(model=model, base_url=url, request_timeout=OLLAMA_TIMEOUT)


CHOICES = {"offline": offline, "openai": openai, "databricks": databricks, "ollama": ollama}


def need_variable(choice: str, variable: str, hint: str = "") -> None:
    """Raise LLMNotAvailable unless an environment variable is set."""
    if not os.environ.get(variable):
        raise LLMNotAvailable(
            f"LESSON_LLM={choice} needs {variable}: set it in the environment that starts "
            f"Jupyter{hint}, or {GO_OFFLINE}."
        )


def need_package(choice: str, package: str) -> Any:
    """Return the module of an optional integration, or raise LLMNotAvailable."""
    try:
        return importlib.import_module(f"llama_index.llms.{choice}")
    except ImportError:
        # Naming llama-index keeps pip from changing the version that the lessons were proven on.
        raise LLMNotAvailable(
            f"LESSON_LLM={choice} needs the package {package}: install it with "
            f"`%pip install {package} llama-index=={version('llama-index')}` in a cell, restart "
            f"the kernel, or {GO_OFFLINE}."
        ) from None
