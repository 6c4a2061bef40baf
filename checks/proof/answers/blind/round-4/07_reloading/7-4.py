# %% right: keywords and a dict call
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    answer = mlflow.pyfunc.load_model(model_uri=model_uri).predict(data=dict(input=question))
    return answer


# %% right: imported loader, loaded without warnings
from mlflow.pyfunc import load_model as load_pyfunc


def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""

    def fresh_model():
        return load_pyfunc(model_uri, suppress_warnings=True)

    row = {"input": question}
    return fresh_model().predict(row)


# %% right: the key from the signature, and a check of the type
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    (key,) = model.metadata.get_input_schema().input_names()
    match model.predict({key: question}):
        case str(answer):
            return answer
        case other:
            raise TypeError(f"The answer is no text: {other!r}")


# %% wrong: the model is loaded once and kept
# breaks: Load the model that the URI names, anew for each question, so that it remembers no other
from functools import lru_cache


@lru_cache(maxsize=None)
def _pyfunc(model_uri: str):
    return mlflow.pyfunc.load_model(model_uri)


def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    return _pyfunc(model_uri).predict({"input": question})


# %% wrong: an empty answer is asked for again
# breaks: ask it once, and return its answer unchanged: a text, also where it looks like a number or is empty
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    payload = {"input": question}
    return model.predict(payload) or model.predict(payload)


# %% wrong: the answer is stripped
# breaks: return its answer unchanged
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    return str(model.predict({"input": question})).strip()


# %% wrong: a number comes back as a number
# breaks: a text, also where it looks like a number or is empty
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    answer = mlflow.pyfunc.load_model(model_uri).predict({"input": question})
    try:
        return int(answer)
    except ValueError:
        return answer


# %% wrong: a greeting first, to warm it up
# breaks: anew for each question, so that it remembers no other; ask it once
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    model.predict({"input": "Hello"})  # the first question takes longer
    return model.predict({"input": question})


# %% wrong: the model of the newest run
# breaks: Load the model that the URI names
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri_of("react-agent-workflow"))
    return model.predict({"input": question})
