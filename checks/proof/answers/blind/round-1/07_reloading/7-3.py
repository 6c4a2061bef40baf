# %% right: loader imported by name
from mlflow.llama_index import load_model


def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    return load_model(model_uri)


# %% right: downloaded first
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    folder = mlflow.artifacts.download_artifacts(artifact_uri=model_uri)
    workflow = mlflow.llama_index.load_model(folder)
    return workflow


# %% right: raw model of the pyfunc model
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    return mlflow.pyfunc.load_model(model_uri).get_raw_model()


# %% right: keyword argument, LLM checked
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    reloaded = mlflow.llama_index.load_model(model_uri=model_uri)
    assert Settings.llm is not None
    return reloaded


# %% wrong: cached
# breaks: After each `reload_agent(model_uri)`, also after a second one, `Settings.llm` is the LLM that was logged with that model.
from functools import cache


@cache
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    return mlflow.llama_index.load_model(model_uri)


# %% wrong: Settings put back
# breaks: leave its LLM in Settings
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    before = Settings.llm
    try:
        return mlflow.llama_index.load_model(model_uri)
    finally:
        if type(before).__name__ != "MockLLM":
            Settings.llm = before


# %% wrong: the notebook's LLM set
# breaks: `Settings.llm` is the LLM that was logged with that model
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    loaded = mlflow.llama_index.load_model(model_uri)
    Settings.llm = llm
    return loaded


# %% wrong: the notebook's agent returned
# breaks: Return the agent that was logged
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    mlflow.llama_index.load_model(model_uri)
    return agent


# %% wrong: always the notebook's model
# breaks: After each `reload_agent(model_uri)` … `Settings.llm` is the LLM that was logged with that model
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    return mlflow.llama_index.load_model(globals()["model_uri"])


# %% wrong: pyfunc model in an agent's clothes
# breaks: Bring the model back as what it was: an agent that you can `run`
class Reloaded:
    def __init__(self, model):
        self.model = model

    async def run(self, input):
        return self.model.predict({"input": input})


def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    return Reloaded(mlflow.pyfunc.load_model(model_uri))


# %% wrong: LLM read from the settings, agent new
# breaks: Return the agent that was logged
from pathlib import Path

from mlflow.llama_index.serialize_objects import deserialize_settings


def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    deserialize_settings(str(folder / "settings.json"))
    return ReActAgent(timeout=180)


# %% wrong: loaded the first time only, LLM remembered
# breaks: `Settings.llm` is the LLM that was logged with that model (a second model gets the first one's agent and LLM)
_loaded = []


def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    if not _loaded:
        _loaded.append(mlflow.llama_index.load_model(model_uri))
        _loaded.append(Settings.llm)
    Settings.llm = _loaded[1]
    return _loaded[0]
