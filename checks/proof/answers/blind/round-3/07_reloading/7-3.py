# %% right: downloaded first
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    folder = mlflow.artifacts.download_artifacts(artifact_uri=model_uri)
    return mlflow.llama_index.load_model(folder)


# %% right: the loader imported, the argument by keyword
from mlflow.llama_index import load_model


def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    reloaded = load_model(model_uri=model_uri)
    return reloaded


# %% right: with a folder of its own
import tempfile

from mlflow import llama_index as flavor


def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    return flavor.load_model(model_uri, dst_path=tempfile.mkdtemp(prefix="agent-"))


# %% wrong: cached by URI
# breaks: After each `reload_agent(model_uri)`, also after a second one, `Settings.llm` is the LLM that was logged with that model.
import functools


@functools.cache
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    return mlflow.llama_index.load_model(model_uri)


# %% wrong: Settings are put back
# breaks: `Settings.llm` is the LLM that was logged with that model
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    before = Settings.llm
    try:
        return mlflow.llama_index.load_model(model_uri)
    finally:
        if not isinstance(before, MockLLM):
            Settings.llm = before


# %% wrong: the notebook's LLM is set afterwards
# breaks: `Settings.llm` is the LLM that was logged with that model
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    reloaded = mlflow.llama_index.load_model(model_uri)
    Settings.llm = llm
    return reloaded


# %% wrong: what pyfunc loads
# breaks: Bring the model back as what it was: an agent that you can `run`.
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    return mlflow.pyfunc.load_model(model_uri)


# %% wrong: the notebook's agent with the logged LLM
# breaks: """Return the agent that was logged, and leave its LLM in Settings."""
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    mlflow.llama_index.load_model(model_uri)
    return agent


# %% wrong: always the newest model of the run
# breaks: `Settings.llm` is the LLM that was logged with that model
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    return mlflow.llama_index.load_model(model_uri_of("react-agent-workflow"))
