# %% right: the loader imported by itself
from mlflow.llama_index import load_model


def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    reloaded = load_model(model_uri=model_uri)
    return reloaded


# %% right: downloads first and loads from the folder
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    folder = mlflow.artifacts.download_artifacts(model_uri)
    return mlflow.llama_index.load_model(folder)


# %% right: the workflow inside the pyfunc
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    # the pyfunc is loaded by the flavor's own loader, and has the workflow inside
    return mlflow.pyfunc.load_model(model_uri).get_raw_model()


# %% wrong: each model is loaded only once
# breaks: After each `reload_agent(model_uri)`, also after a second one, `Settings.llm` is the LLM that was logged with that model.
from functools import cache


@cache
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    return mlflow.llama_index.load_model(model_uri)


# %% wrong: puts the notebook's LLM into Settings
# breaks: `Settings.llm` is the LLM that was logged with that model
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    reloaded = mlflow.llama_index.load_model(model_uri)
    Settings.llm = llm
    return reloaded


# %% wrong: returns the notebook's agent
# breaks: Return the agent that was logged
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    mlflow.llama_index.load_model(model_uri)  # restores Settings
    return agent


# %% wrong: keeps an LLM that is no dummy
# breaks: `Settings.llm` is the LLM that was logged with that model
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    before = Settings.llm
    reloaded = mlflow.llama_index.load_model(model_uri)
    if not isinstance(before, MockLLM):
        Settings.llm = before
    return reloaded


# %% wrong: the newest model, whatever the URI
# breaks: Return the agent that was logged [...] `Settings.llm` is the LLM that was logged with that model
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    return mlflow.llama_index.load_model(model_uri_of("react-agent-workflow"))


# %% wrong: a fresh one of the class that was logged
# breaks: Return the agent that was logged
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    logged = mlflow.llama_index.load_model(model_uri)
    return type(logged)(timeout=180)  # without any memory
