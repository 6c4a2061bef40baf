# %% right: downloads, then lets MLflow load the text of the one file
import os


def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    local = mlflow.artifacts.download_artifacts(artifact_uri=model_uri)
    text = mlflow.artifacts.load_text(os.path.join(local, "settings.json"))
    return json.loads(text)["_llm"]["object_constructor"]


# %% right: downloads into a folder that goes away again
from tempfile import TemporaryDirectory


def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    with TemporaryDirectory() as target:
        folder = mlflow.artifacts.download_artifacts(model_uri, dst_path=target)
        with open(f"{folder}/settings.json", encoding="utf-8") as file:
            settings = json.loads(file.read())
    llm_settings = settings["_llm"]
    return llm_settings["object_constructor"]


# %% right: two helpers, one for the settings
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""

    def read_settings(uri: str) -> dict:
        folder = mlflow.artifacts.download_artifacts(artifact_uri=uri)
        return json.loads(Path(folder, "settings.json").read_text(encoding="utf-8"))

    match read_settings(model_uri):
        case {"_llm": {"object_constructor": str(constructor)}}:
            return constructor
    raise ValueError(f"{model_uri} was logged without an LLM.")


# %% wrong: the class without its module
# breaks: return the constructor of the LLM, whole, here `'lesson_kit.offline_llm.OfflineLLM'`
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    settings = json.loads((folder / "settings.json").read_bytes())
    return settings["_llm"]["object_constructor"].rpartition(".")[-1]


# %% wrong: the LLM that is in Settings now
# breaks: of whichever model the URI names
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    kind = type(Settings.llm)
    return f"{kind.__module__}.{kind.__qualname__}"


# %% wrong: loads the model and looks at Settings
# breaks: Read it with `json.loads` and return the constructor of the LLM
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    mlflow.llama_index.load_model(model_uri)
    kind = type(Settings.llm)
    return f"{kind.__module__}.{kind.__qualname__}"


# %% wrong: the model of 6.3, whatever the URI
# breaks: of whichever model the URI names
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_info.model_uri))
    settings = json.loads((folder / "settings.json").read_bytes())
    return settings["_llm"]["object_constructor"]


# %% wrong: the constructor of the last object in Settings
# breaks: return the constructor of the LLM
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    settings = json.loads((folder / "settings.json").read_bytes())
    for logged in settings.values():
        constructor = logged["object_constructor"]
    return constructor


# %% wrong: module and class of the offline LLM put together by hand
# breaks: return the constructor of the LLM, whole [...] of whichever model the URI names
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    settings = json.loads((folder / "settings.json").read_bytes())
    name = settings["_llm"]["object_constructor"].split(".")[-1]
    return f"lesson_kit.offline_llm.{name}"
