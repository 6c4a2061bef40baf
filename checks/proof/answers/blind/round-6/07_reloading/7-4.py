# %% right: one chain with a keyword
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    return mlflow.pyfunc.load_model(model_uri).predict(data=dict(input=question))


# %% right: a helper that loads
from mlflow import pyfunc


def load_predict(uri: str):
    """Load a model and return its method predict."""
    return pyfunc.load_model(model_uri=uri, suppress_warnings=True).predict


def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    example = {"input": question}
    answer = load_predict(model_uri)(example)
    return answer


# %% right: from the downloaded folder
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    inputs = {}
    inputs["input"] = question
    folder = mlflow.artifacts.download_artifacts(artifact_uri=model_uri)
    model = mlflow.pyfunc.load_model(folder)
    return model.predict(inputs)


# %% wrong: the loaded model is kept
# breaks: Load the model that the URI names, anew for each question, so that it remembers no other
_loaded = {}


def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    if model_uri not in _loaded:
        _loaded[model_uri] = mlflow.pyfunc.load_model(model_uri)
    return _loaded[model_uri].predict({"input": question})


# %% wrong: the answer is stripped
# breaks: ask it once, and return its answer unchanged
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    return model.predict({"input": question}).strip()


# %% wrong: asks again where the answer is empty
# breaks: ask it once, and return its answer unchanged: a text, also where it looks like a number or is empty
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    return model.predict({"input": question}) or model.predict({"input": question})


# %% wrong: a number becomes a number
# breaks: return its answer unchanged: a text, also where it looks like a number or is empty
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    answer = mlflow.pyfunc.load_model(model_uri).predict({"input": question})
    try:
        return int(answer)
    except ValueError:
        return answer


# %% wrong: always this notebook's model
# breaks: Load the model that the URI names, anew for each question
THE_MODEL = model_uri


def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(THE_MODEL)
    return model.predict({"input": question})


# %% wrong: a trial question first
# breaks: anew for each question, so that it remembers no other; ask it once
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    model.predict({"input": "What is 1 + 1?"})  # warm it up
    return model.predict({"input": question})
