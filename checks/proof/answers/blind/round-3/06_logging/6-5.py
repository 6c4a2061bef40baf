# %% right: read_text and an intermediate name
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    path = Path(mlflow.artifacts.download_artifacts(artifact_uri=model_uri), "settings.json")
    llm_entry = json.loads(path.read_text(encoding="utf-8")).get("_llm")
    return llm_entry["object_constructor"]


# %% right: open and os.path
import os


def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = mlflow.artifacts.download_artifacts(model_uri)
    with open(os.path.join(folder, "settings.json"), "rb") as file:
        content = json.loads(file.read())
    match content:
        case {"_llm": {"object_constructor": constructor}}:
            return constructor
    raise KeyError("no LLM was logged")


# %% right: a temporary download and a helper
from tempfile import TemporaryDirectory


def _settings_of(uri):
    with TemporaryDirectory() as place:
        folder = mlflow.artifacts.download_artifacts(uri, dst_path=place)
        return json.loads((Path(folder) / "settings.json").read_bytes().decode("utf-8"))


def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    return _settings_of(model_uri)["_llm"]["object_constructor"]


# %% wrong: the LLM that is set now
# breaks: of whichever model the URI names
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    cls = type(Settings.llm)
    return f"{cls.__module__}.{cls.__qualname__}"


# %% wrong: the first constructor in the text
# breaks: return the constructor of the LLM, whole
import re


def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    text = (folder / "settings.json").read_text()
    return re.search(r'"object_constructor": "([^"]+)"', text).group(1)


# %% wrong: the package and the class are put together by hand
# breaks: return the constructor of the LLM, whole, here `'lesson_kit.offline_llm.OfflineLLM'`; of whichever model the URI names
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    settings = json.loads((folder / "settings.json").read_bytes())
    parts = settings["_llm"]["object_constructor"].split(".")
    return ".".join(parts[:2] + parts[-1:])


# %% wrong: the argument is overlooked
# breaks: of whichever model the URI names
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    uri = model_info.model_uri if "model_info" in globals() else globals()["model_uri"]
    folder = Path(mlflow.artifacts.download_artifacts(uri))
    return json.loads((folder / "settings.json").read_bytes())["_llm"]["object_constructor"]


# %% wrong: remembered from the first call
# breaks: of whichever model the URI names
_settings = {}


def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    if not _settings:
        folder = Path(mlflow.artifacts.download_artifacts(model_uri))
        _settings.update(json.loads((folder / "settings.json").read_bytes()))
    return _settings["_llm"]["object_constructor"]
