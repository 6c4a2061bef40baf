# %% right: open and os.path
import os


def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = mlflow.artifacts.download_artifacts(artifact_uri=model_uri)
    with open(os.path.join(folder, "settings.json"), encoding="utf-8") as file:
        settings = json.loads(file.read())
    return settings["_llm"]["object_constructor"]


# %% right: a helper that reads the settings
def read_settings(model_uri: str) -> dict:
    path = Path(mlflow.artifacts.download_artifacts(model_uri), "settings.json")
    return json.loads(path.read_text(encoding="utf-8"))


def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    described = read_settings(model_uri).get("_llm")
    return described["object_constructor"]


# %% right: unpacking with match
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    match json.loads(folder.joinpath("settings.json").read_bytes()):
        case {"_llm": {"object_constructor": str(constructor)}}:
            return constructor
    raise ValueError(f"{model_uri} says nothing of an LLM")


# %% wrong: only the name of the class
# breaks: return the constructor of the LLM, whole, here `'lesson_kit.offline_llm.OfflineLLM'`
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    settings = json.loads((folder / "settings.json").read_bytes())
    return settings["_llm"]["object_constructor"].split(".")[-1]


# %% wrong: the LLM that is set here and now
# breaks: of whichever model the URI names
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    cls = type(Settings.llm)
    return f"{cls.__module__}.{cls.__qualname__}"


# %% wrong: always the model of 6.3
# breaks: of whichever model the URI names (each has an LLM, and the URI is never a folder here)
OWN_URI = model_uri


def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(OWN_URI))
    settings = json.loads((folder / "settings.json").read_bytes())
    return settings["_llm"]["object_constructor"]


# %% wrong: the last of the settings, whatever it is
# breaks: return the constructor of the LLM
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    settings = json.loads((folder / "settings.json").read_bytes())
    constructor = ""
    for part in settings.values():
        if isinstance(part, dict) and "object_constructor" in part:
            constructor = part["object_constructor"]
    return constructor


# %% wrong: loads the model and looks at its LLM
# breaks: Read it with `json.loads` and return the constructor of the LLM
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    before = Settings.llm
    mlflow.llama_index.load_model(model_uri)
    cls = type(Settings.llm)
    Settings.llm = before
    return f"{cls.__module__}.{cls.__name__}"


# %% wrong: module cut down to two parts
# breaks: return the constructor of the LLM, whole
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    settings = json.loads((folder / "settings.json").read_bytes())
    parts = settings["_llm"]["object_constructor"].split(".")
    return ".".join([*parts[:2], parts[-1]])
