# %% right: the loader by its own name
from mlflow.llama_index import load_model


def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    agent = load_model(model_uri=model_uri)
    return agent


# %% right: first the folder, then the agent
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    folder = mlflow.artifacts.download_artifacts(model_uri)
    return mlflow.llama_index.load_model(folder)


# %% right: what is inside the pyfunc
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    return mlflow.pyfunc.load_model(model_uri).get_raw_model()


# %% wrong: puts the old LLM back
# breaks: After each `reload_agent(model_uri)`, also after a second one, `Settings.llm` is the LLM that was logged with that model
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    before = Settings.llm
    try:
        return mlflow.llama_index.load_model(model_uri)
    finally:
        Settings.llm = before


# %% wrong: loads each model only once
# breaks: After each `reload_agent(model_uri)`, also after a second one, `Settings.llm` is the LLM that was logged
from functools import cache


@cache
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    return mlflow.llama_index.load_model(model_uri)


# %% wrong: the LLM of the first cell, not the logged one
# breaks: `Settings.llm` is the LLM that was logged with that model: one of the same class, with the same options
FIRST_LLM = llm


def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    loaded = mlflow.llama_index.load_model(model_uri)
    Settings.llm = FIRST_LLM
    return loaded


# %% wrong: the right class without its options
# breaks: one of the same class, with the same options
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    loaded = mlflow.llama_index.load_model(model_uri)
    Settings.llm = type(Settings.llm)()
    return loaded


# %% wrong: the agent of this notebook with the logged LLM
# breaks: Return the agent that was logged, and leave its LLM in Settings.
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    mlflow.llama_index.load_model(model_uri)
    return ReActAgent(timeout=180)


# %% wrong: only a dummy is replaced
# breaks: After each `reload_agent(model_uri)`, also after a second one, `Settings.llm` is the LLM that was logged with that model
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    before = Settings.llm
    loaded = mlflow.llama_index.load_model(model_uri)
    if not isinstance(before, MockLLM):
        Settings.llm = before
    return loaded
