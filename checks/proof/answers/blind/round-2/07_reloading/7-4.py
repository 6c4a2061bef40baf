# %% right: in one line, by keyword
from mlflow.pyfunc import load_model as load_pyfunc


def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    return load_pyfunc(model_uri=model_uri).predict(data=dict(input=question))


# %% right: Settings as they were
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    before = Settings.llm
    try:
        predict = mlflow.pyfunc.load_model(model_uri).predict
        return predict({"input": question})
    finally:
        Settings.llm = before


# %% right: from the downloaded folder
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    folder = mlflow.artifacts.download_artifacts(model_uri)
    model = mlflow.pyfunc.load_model(folder)
    inputs = {}
    inputs["input"] = question
    answer = model.predict(inputs)
    return answer


# %% wrong: loads each model once
# breaks: Load the model that the URI names, anew for each question
from functools import lru_cache

load_once = lru_cache(mlflow.pyfunc.load_model)


def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    return load_once(model_uri).predict({"input": question})


# %% wrong: strips the answer
# breaks: return its answer unchanged
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    return str(model.predict({"input": question})).strip()


# %% wrong: a word for an empty answer
# breaks: a text, also where it looks like a number or is empty
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    answer = mlflow.pyfunc.load_model(model_uri).predict({"input": question})
    return answer or "(no answer)"


# %% wrong: makes numbers of texts
# breaks: a text, also where it looks like a number or is empty
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    answer = mlflow.pyfunc.load_model(model_uri).predict({"input": question})
    try:
        return int(answer)
    except ValueError:
        return answer


# %% wrong: asks twice
# breaks: ask it once
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    if not isinstance(model.predict({"input": question}), str):
        raise TypeError("The model gave no text.")
    return model.predict({"input": question})


# %% wrong: the newest model, whatever the URI
# breaks: Load the model that the URI names
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri_of("react-agent-workflow"))
    return model.predict({"input": question})
