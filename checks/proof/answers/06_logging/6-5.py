# %% right: lets MLflow load the file, by a URI of its own
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri)).resolve()
    settings = mlflow.artifacts.load_dict((folder / "settings.json").as_uri())
    return settings["_llm"]["object_constructor"]


# %% right: opens the file
def logged_llm(model_uri):
    folder = mlflow.artifacts.download_artifacts(model_uri)
    with open(folder + "/settings.json") as file:
        return json.load(file).get("_llm", {}).get("object_constructor")


# %% wrong: asks the Settings of this notebook
# check: reads_the_logged_llm
# says: of the model that it is given
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged."""
    kind = type(Settings.llm)
    return f"{kind.__module__}.{kind.__name__}"


# %% wrong: gives the class without its module
# check: reads_the_logged_llm
# says: Give the whole constructor
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    return settings["_llm"]["object_constructor"].rpartition(".")[2]


# %% wrong: returns the whole entry
# check: reads_the_logged_llm
# says: One key deeper
def logged_llm(model_uri: str) -> dict:
    """Return the class of the LLM that was logged."""
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    return json.loads((folder / "settings.json").read_text(encoding="utf-8"))["_llm"]


# %% wrong: returns what it is here
# check: reads_any_llm
# says: of the model that it is given
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged."""
    return "lesson_kit.offline_llm.OfflineLLM"


# %% wrong: takes the URI for a path
# check: reads_the_logged_llm
# says: A URI is no path
def logged_llm(model_uri):
    settings = json.loads((Path(model_uri) / "settings.json").read_bytes())
    return settings["_llm"]["object_constructor"]


# %% wrong: lets MLflow load the JSON, by what is no URI of a model
# check: reads_the_logged_llm
# says: Download the model by its URI alone
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged."""
    return mlflow.artifacts.load_dict(f"{model_uri}/settings.json")["_llm"]["object_constructor"]


# %% wrong: the first constructor in the file
# check: reads_any_llm
# says: the LLM is under _llm
def logged_llm(model_uri):
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    for entry in json.loads((folder / "settings.json").read_bytes()).values():
        return entry["object_constructor"]


# %% wrong: asks another file of the folder that it is in
# check: reads_the_logged_llm
# says: It opens a file that is not there
def logged_llm(model_uri):
    mlflow.artifacts.download_artifacts(model_uri)
    return json.loads(Path("settings.json").read_bytes())["_llm"]["object_constructor"]


# %% wrong: the first model for ever
# check: reads_any_llm
# says: of the model that it is given
def logged_llm(model_uri, read=[]):
    if not read:
        folder = Path(mlflow.artifacts.download_artifacts(model_uri))
        read.append(json.loads((folder / "settings.json").read_bytes()))
    return read[0]["_llm"]["object_constructor"]


# %% wrong: adds LLM to whatever name
# check: reads_any_llm
# says: of the model that it is given
def logged_llm(model_uri):
    folder = Path(mlflow.artifacts.download_artifacts(model_uri))
    settings = json.loads((folder / "settings.json").read_bytes())
    return settings["_llm"]["object_constructor"].removesuffix("LLM") + "LLM"


# %% wrong: asks for a model of its own
# check: reads_the_logged_llm
# says: use the URI that it is given
def logged_llm(model_uri):
    folder = Path(mlflow.artifacts.download_artifacts("models:/m-0123456789abcdef0123456789abcdef"))
    return json.loads((folder / "settings.json").read_bytes())["_llm"]["object_constructor"]


# %% wrong: takes the file's name for its text
# check: reads_the_logged_llm
# says: `json.loads` takes the text of a file
def logged_llm(model_uri: str) -> str:
    """Return the class of the LLM that was logged."""
    folder = mlflow.artifacts.download_artifacts(model_uri)
    return json.loads(folder + "/settings.json")["_llm"]["object_constructor"]
