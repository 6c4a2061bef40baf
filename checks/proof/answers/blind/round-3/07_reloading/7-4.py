# %% right: one expression
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    return mlflow.pyfunc.load_model(model_uri=model_uri).predict(dict(input=question))


# %% right: pyfunc imported, data by keyword
from mlflow import pyfunc


def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    loaded = pyfunc.load_model(model_uri)
    payload = {"input": question}
    answer = loaded.predict(data=payload)
    return answer


# %% right: helper that makes a predict function
from collections.abc import Callable


def _predictor(model_uri: str) -> Callable[[str], str]:
    model = mlflow.pyfunc.load_model(model_uri)

    def predict(text: str) -> str:
        return model.predict({"input": text})

    return predict


def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    ask = _predictor(model_uri)
    return ask(question)


# %% wrong: the model is kept for the next question
# breaks: anew for each question, so that it remembers no other
_loaded = {}


def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    if model_uri not in _loaded:
        _loaded[model_uri] = mlflow.pyfunc.load_model(model_uri)
    return _loaded[model_uri].predict({"input": question})


# %% wrong: the answer is stripped
# breaks: return its answer unchanged
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    answer = model.predict({"input": question})
    return str(answer).strip()


# %% wrong: numbers are turned into int
# breaks: a text, also where it looks like a number or is empty
def ask_pyfunc(model_uri: str, question: str):
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    answer = model.predict({"input": question})
    return int(answer) if answer.isdecimal() else answer


# %% wrong: asked again where the answer is empty
# breaks: ask it once, and return its answer unchanged: a text, also where it looks like a number or is empty.
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    return model.predict({"input": question}) or model.predict({"input": question})


# %% wrong: the notebook's model instead of the argument
# breaks: Load the model that the URI names
_uri = globals().get("model_uri")


def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(_uri or model_uri)
    return model.predict({"input": question})


# %% wrong: the first line of the answer
# breaks: return its answer unchanged
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    prediction = mlflow.pyfunc.load_model(model_uri).predict({"input": question})
    first, *_ = prediction.split("\n")
    return first
