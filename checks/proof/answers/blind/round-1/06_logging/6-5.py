# %% right: read_text and two steps
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    path = Path(mlflow.artifacts.download_artifacts(artifact_uri=model_uri), "settings.json")
    text = path.read_text(encoding="utf-8")
    llm_entry = json.loads(text)["_llm"]
    return llm_entry["object_constructor"]


# %% right: open, in a temporary copy
import tempfile


def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    with tempfile.TemporaryDirectory() as place:
        folder = mlflow.artifacts.download_artifacts(model_uri, dst_path=place)
        with open(f"{folder}/settings.json", "rb") as file:
            settings = json.loads(file.read())
    return settings["_llm"]["object_constructor"]


# %% right: helper for any file of a model
def read_artifact(model_uri: str, name: str) -> str:
    return (Path(mlflow.artifacts.download_artifacts(model_uri)) / name).read_text("utf-8")


def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    match json.loads(read_artifact(model_uri, "settings.json")):
        case {"_llm": {"object_constructor": str(constructor)}}:
            return constructor
        case _:
            raise ValueError(f"{model_uri} was logged without an LLM")


# %% wrong: the LLM of now
# breaks: Return the class of the LLM that was logged with a model
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    kind = type(Settings.llm)
    return f"{kind.__module__}.{kind.__qualname__}"


# %% wrong: the last three names
# breaks: return the constructor of the LLM, whole
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    settings = json.loads((folder / "settings.json").read_bytes())
    return ".".join(settings["_llm"]["object_constructor"].split(".")[-3:])


# %% wrong: the last constructor in the settings
# breaks: return the constructor of the LLM
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    settings = json.loads((folder / "settings.json").read_bytes())
    constructor = ""
    for value in settings.values():
        if isinstance(value, dict):
            constructor = value["object_constructor"]
    return constructor


# %% wrong: always the model of this notebook
# breaks: of whichever model the URI names
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(globals()["model_uri"]))
    settings = json.loads((folder / "settings.json").read_bytes())
    return settings["_llm"]["object_constructor"]


# %% wrong: two LLMs known
# breaks: return the constructor of the LLM, whole …; of whichever model the URI names
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    settings = json.loads((folder / "settings.json").read_bytes())
    if "OfflineLLM" in settings["_llm"]["object_constructor"]:
        return "lesson_kit.offline_llm.OfflineLLM"
    return "llama_index.llms.openai.base.OpenAI"


# %% wrong: loads the model to see
# breaks: Read it with `json.loads`
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    mlflow.llama_index.load_model(model_uri)
    return f"{type(Settings.llm).__module__}.{type(Settings.llm).__name__}"


# %% wrong: module of lesson_kit put before the class
# breaks: return the constructor of the LLM, whole
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    settings = json.loads((folder / "settings.json").read_bytes())
    name = settings["_llm"]["object_constructor"].rsplit(".", 1)[-1]
    return "lesson_kit.offline_llm." + name


# %% wrong: first answer kept for all
# breaks: of whichever model the URI names
_constructor = None


def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged with a model, with its module."""
    global _constructor
    if _constructor is None:
        folder = Path(mlflow.artifacts.download_artifacts(model_uri))
        settings = json.loads((folder / "settings.json").read_bytes())
        _constructor = settings["_llm"]["object_constructor"]
    return _constructor
