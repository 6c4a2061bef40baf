# %% right: by keyword, from the module
from mlflow import llama_index as flavor


def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    loaded_agent = flavor.load_model(model_uri=model_uri)
    return loaded_agent


# %% right: downloads first
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    folder = mlflow.artifacts.download_artifacts(artifact_uri=model_uri)
    return mlflow.llama_index.load_model(folder)


# %% right: the raw model behind pyfunc
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    wrapped = mlflow.pyfunc.load_model(model_uri)
    return wrapped.get_raw_model()


# %% wrong: cached
# breaks: After each `reload_agent(model_uri)`, also after a second one, `Settings.llm` is the LLM that was logged with that model.
from functools import lru_cache


@lru_cache(maxsize=None)
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    return mlflow.llama_index.load_model(model_uri)


# %% wrong: puts the old LLM back
# breaks: Return the agent that was logged, and leave its LLM in Settings.
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    before = Settings.llm
    try:
        return mlflow.llama_index.load_model(model_uri)
    finally:
        Settings.llm = before


# %% wrong: the notebook's agent
# breaks: Return the agent that was logged
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    mlflow.llama_index.load_model(model_uri)
    return agent


# %% wrong: the notebook's LLM
# breaks: `Settings.llm` is the LLM that was logged with that model
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    loaded_agent = mlflow.llama_index.load_model(model_uri)
    Settings.llm = llm
    return loaded_agent


# %% wrong: gives the pyfunc model a run method
# breaks: Bring the model back as what it was: an agent that you can `run`.
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    model = mlflow.pyfunc.load_model(model_uri)

    class Agent:
        async def run(self, input):
            return model.predict({"input": input})

    return Agent()


# %% wrong: the newest model, whatever the URI
# breaks: Return the agent that was logged
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    return mlflow.llama_index.load_model(model_uri_of("react-agent-workflow"))
