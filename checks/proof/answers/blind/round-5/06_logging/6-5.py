# %% right: downloaded into a temporary folder
import tempfile


def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = mlflow.artifacts.download_artifacts(artifact_uri=model_uri, dst_path=scratch)
        text = Path(folder, "settings.json").read_text(encoding="utf-8")
    llm_entry = json.loads(text)["_llm"]
    return llm_entry["object_constructor"]


# %% right: open and os.path, with match
import os


def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    path = os.path.join(mlflow.artifacts.download_artifacts(model_uri), "settings.json")
    with open(path, "rb") as file:
        settings = json.loads(file.read())
    match settings:
        case {"_llm": {"object_constructor": str(constructor)}}:
            return constructor
    raise KeyError(f"no LLM in {path}")


# %% right: a helper that reads any JSON file of a model
def read_json(model_uri: str, name: str) -> dict:
    """Read one JSON file of a logged model."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    (path,) = [path for path in folder.iterdir() if path.name == name]
    return json.loads(path.read_bytes())


def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    entry = read_json(model_uri, "settings.json")
    for key in ("_llm", "object_constructor"):
        entry = entry[key]
    return entry


# %% wrong: the class that Settings has now
# breaks: of whichever model the URI names
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    kind = type(Settings.llm)
    return f"{kind.__module__}.{kind.__qualname__}"


# %% wrong: the kit's module in front of any class
# breaks: return the constructor of the LLM, whole, here `'lesson_kit.offline_llm.OfflineLLM'`
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    settings = json.loads((folder / "settings.json").read_bytes())
    name = settings["_llm"]["object_constructor"].rsplit(".", 1)[-1]
    return f"lesson_kit.offline_llm.{name}"


# %% wrong: only the name of the class
# breaks: return the constructor of the LLM, whole, here `'lesson_kit.offline_llm.OfflineLLM'`
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    settings = json.loads((folder / "settings.json").read_bytes())
    return settings["_llm"]["object_constructor"].split(".")[-1]


# %% wrong: always the model of this notebook
# breaks: of whichever model the URI names
folder = Path(mlflow.artifacts.download_artifacts(model_uri))


def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    settings = json.loads((folder / "settings.json").read_bytes())
    return settings["_llm"]["object_constructor"]


# %% wrong: remembers what the first model said
# breaks: of whichever model the URI names
_settings = {}


def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    if not _settings:
        folder = Path(mlflow.artifacts.download_artifacts(model_uri))
        _settings.update(json.loads((folder / "settings.json").read_bytes()))
    return _settings["_llm"]["object_constructor"]


# %% wrong: loads the model and looks at Settings
# breaks: Read it with `json.loads` and return the constructor of the LLM, whole
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    mlflow.llama_index.load_model(model_uri)
    kind = type(Settings.llm)
    return f"{kind.__module__}.{kind.__qualname__}"
