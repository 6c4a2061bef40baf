# %% right: downloaded first, then loaded from the folder
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    folder = mlflow.artifacts.download_artifacts(model_uri)
    return mlflow.llama_index.load_model(folder)


# %% right: the loader imported by its name
from mlflow.llama_index import load_model as load_workflow


def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    workflow = load_workflow(model_uri=model_uri)
    return workflow


# %% right: loaded into a folder of its own
import tempfile


def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    return mlflow.llama_index.load_model(model_uri, dst_path=tempfile.mkdtemp())


# %% wrong: something that only predicts
# breaks: Bring the model back as what it was: an agent that you can `run`.
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    return mlflow.pyfunc.load_model(model_uri)


# %% wrong: loaded once, then remembered
# breaks: After each `reload_agent(model_uri)`, also after a second one, `Settings.llm` is the LLM that was logged with that model.
from functools import lru_cache


@lru_cache
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    return mlflow.llama_index.load_model(model_uri)


# %% wrong: sets the LLM of this notebook
# breaks: `Settings.llm` is the LLM that was logged with that model
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    loaded = mlflow.llama_index.load_model(model_uri)
    Settings.llm = llm
    return loaded


# %% wrong: gives back the agent of the notebook
# breaks: Return the agent that was logged, and leave its LLM in Settings.
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    mlflow.llama_index.load_model(model_uri)
    return agent


# %% wrong: tidies up Settings
# breaks: restores the `Settings` that were logged, so the loaded agent has its LLM again, even where a dummy was set
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    before = Settings.llm
    try:
        return mlflow.llama_index.load_model(model_uri)
    finally:
        if not isinstance(before, MockLLM):
            Settings.llm = before


# %% wrong: always the newest model of the run's name
# breaks: Return the agent that was logged, and leave its LLM in Settings.
def reload_agent(model_uri: str):
    """Return the agent that was logged, and leave its LLM in Settings."""
    newest = mlflow.search_runs(
        filter_string="attributes.run_name = 'react-agent-workflow' and attributes.status = 'FINISHED'",
        output_format="list",
    )[0]
    return mlflow.llama_index.load_model(f"runs:/{newest.info.run_id}/model")
