# %% right: in one expression, with keywords
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    return mlflow.pyfunc.load_model(model_uri=model_uri).predict(data=dict(input=question))


# %% right: a helper that makes the predicting function
def predictor(model_uri: str):
    """Load a model anew and return what asks it."""
    return mlflow.pyfunc.load_model(model_uri).predict


def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    predict = predictor(model_uri)
    answer = predict({"input": question})
    return answer


# %% right: from a folder of its own, and the type looked at
import tempfile

from mlflow.pyfunc import load_model


def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    payload = {}
    payload["input"] = question
    model = load_model(model_uri, dst_path=tempfile.mkdtemp())
    answer = model.predict(payload)
    if not isinstance(answer, str):
        raise TypeError(f"The model has answered {answer!r}, which is no text.")
    return answer


# %% wrong: keeps the loaded model
# breaks: Load the model that the URI names, anew for each question, so that it remembers no other
_loaded = {}


def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    if model_uri not in _loaded:
        _loaded[model_uri] = mlflow.pyfunc.load_model(model_uri)
    return _loaded[model_uri].predict({"input": question})


# %% wrong: strips the answer
# breaks: and return its answer unchanged
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    return str(model.predict({"input": question})).strip()


# %% wrong: a number becomes an int
# breaks: a text, also where it looks like a number or is empty
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    answer = mlflow.pyfunc.load_model(model_uri).predict({"input": question})
    return int(answer) if answer.isdigit() else answer


# %% wrong: another text for an empty one
# breaks: a text, also where it looks like a number or is empty
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    return model.predict({"input": question}) or "(no answer)"


# %% wrong: always the model of this notebook
# breaks: Load the model that the URI names
logged_here = model_uri


def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(logged_here)
    return model.predict({"input": question})


# %% wrong: a question to warm it up
# breaks: ask it once, and return its answer unchanged
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    model.predict({"input": "What is 1 + 1?"})
    return model.predict({"input": question})
