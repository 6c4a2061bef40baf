# %% right: with a name for what comes back
def reload_agent(model_uri: str):
    """Return the agent that was logged."""
    from mlflow.llama_index import load_model

    agent = load_model(model_uri=model_uri)
    return agent


# %% right: takes the agent out of the pyfunc model
def reload_agent(model_uri):
    return mlflow.pyfunc.load_model(model_uri).get_raw_model()


# %% wrong: uses pyfunc where the agent is asked for
# check: brings_the_agent_back
# says: comes from the flavor it was logged with
def reload_agent(model_uri: str):
    """Return the agent that was logged."""
    return mlflow.pyfunc.load_model(model_uri)


# %% wrong: returns the agent of the notebook
# check: brings_the_agent_back
# says: return what load_model gives for the URI
def reload_agent(model_uri: str):
    """Return the agent that was logged."""
    return agent


# %% wrong: reloads the run it knows, not the URI
# check: brings_the_agent_back
# says: return what load_model gives for the URI
def reload_agent(model_uri: str):
    """Return the agent that was logged."""
    return mlflow.llama_index.load_model(model_uri_of("react-agent-workflow"))


# %% wrong: puts the dummy back
# check: brings_the_agent_back
# says: leave the LLM in Settings
def reload_agent(model_uri: str):
    """Return the agent that was logged."""
    before = Settings.llm
    loaded = mlflow.llama_index.load_model(model_uri)
    Settings.llm = before
    return loaded


# %% wrong: sets an LLM of its own
# check: brings_any_agent_back
# says: leave the LLM in Settings
def reload_agent(model_uri: str):
    """Return the agent that was logged."""
    loaded = mlflow.llama_index.load_model(model_uri)
    choose_llm()
    return loaded


# %% wrong: loads and returns nothing
# check: brings_the_agent_back
# says: What comes back is no agent
def reload_agent(model_uri: str):
    """Return the agent that was logged."""
    mlflow.llama_index.load_model(model_uri)


# %% wrong: async
# check: brings_the_agent_back
# says: not `async def`
async def reload_agent(model_uri):
    return mlflow.llama_index.load_model(model_uri)


# %% wrong: loads each model once
# check: brings_the_agent_back
# says: call it each time
def reload_agent(model_uri, loaded={}):
    if model_uri not in loaded:
        loaded[model_uri] = mlflow.llama_index.load_model(model_uri)
    return loaded[model_uri]


# %% wrong: the first model for ever
# check: brings_any_agent_back
# says: return what load_model gives for the URI
def reload_agent(model_uri, loaded=[]):
    if loaded:
        mlflow.llama_index.load_model(model_uri)
    else:
        loaded.append(mlflow.llama_index.load_model(model_uri))
    return loaded[0]
