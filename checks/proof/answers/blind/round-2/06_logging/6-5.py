# %% right: open and reduce over the keys
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    from functools import reduce

    folder = mlflow.artifacts.download_artifacts(artifact_uri=model_uri)
    with open(f"{folder}/settings.json", encoding="utf-8") as file:
        settings = json.loads(file.read())
    return reduce(lambda value, key: value[key], ["_llm", "object_constructor"], settings)


# %% right: a temporary download
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    import tempfile

    with tempfile.TemporaryDirectory() as target:
        folder = mlflow.artifacts.download_artifacts(model_uri, dst_path=target)
        text = Path(folder).joinpath("settings.json").read_text(encoding="utf-8")
    llm_entry = json.loads(text)["_llm"]
    return llm_entry["object_constructor"]


# %% right: a helper that reads the settings
def read_settings(uri: str) -> dict:
    """Return the settings.json of a model."""
    path = Path(mlflow.artifacts.download_artifacts(uri), "settings.json")
    return json.loads(path.read_bytes().decode())


def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    match read_settings(model_uri):
        case {"_llm": {"object_constructor": constructor}}:
            return constructor
    raise LookupError(f"No LLM was logged with {model_uri}.")


# %% wrong: asks the present Settings
# breaks: of whichever model the URI names
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    cls = type(Settings.llm)
    return f"{cls.__module__}.{cls.__qualname__}"


# %% wrong: the constant of the example
# breaks: of whichever model the URI names
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    settings = json.loads((folder / "settings.json").read_bytes())
    if "_llm" in settings:
        return "lesson_kit.offline_llm.OfflineLLM"
    raise KeyError("_llm")


# %% wrong: the class name alone
# breaks: return the constructor of the LLM, whole
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    settings = json.loads((folder / "settings.json").read_bytes())
    return settings["_llm"]["object_constructor"].rsplit(".", 1)[-1]


# %% wrong: always the model of 6.3
# breaks: of whichever model the URI names
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_info.model_uri))
    settings = json.loads((folder / "settings.json").read_bytes())
    return settings["_llm"]["object_constructor"]


# %% wrong: no more than the last three parts
# breaks: return the constructor of the LLM, whole
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    settings = json.loads((folder / "settings.json").read_bytes())
    return ".".join(settings["_llm"]["object_constructor"].split(".")[-3:])


# %% wrong: loads the model and looks at Settings
# breaks: Read it with `json.loads` and return the constructor of the LLM
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    mlflow.llama_index.load_model(model_uri)
    cls = Settings.llm.__class__
    return cls.__module__ + "." + cls.__name__
