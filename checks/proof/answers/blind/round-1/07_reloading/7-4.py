# %% right: in one expression with keywords
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    return mlflow.pyfunc.load_model(model_uri=model_uri).predict(data=dict(input=question))


# %% right: loader imported by name
from mlflow.pyfunc import PyFuncModel, load_model


def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model: PyFuncModel = load_model(model_uri)
    request = {}
    request["input"] = question
    answer: str = model.predict(request)
    return answer


# %% right: the method kept as a function
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    from mlflow import pyfunc

    ask = pyfunc.load_model(mlflow.artifacts.download_artifacts(model_uri)).predict
    return ask({"input": question})


# %% wrong: answer stripped
# breaks: return its answer unchanged
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    return model.predict({"input": question}).strip()


# %% wrong: always the notebook's model
# breaks: Load the model that the URI names
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(globals()["model_uri"])
    return model.predict({"input": question})


# %% wrong: first model kept for all
# breaks: Load the model that the URI names
_model = None


def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    global _model
    if _model is None:
        _model = mlflow.pyfunc.load_model(model_uri)
    return _model.predict({"input": question})


# %% wrong: first line of the answer
# breaks: return its answer unchanged
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    answer = model.predict({"input": question})
    return answer.split("\n")[0]


# %% wrong: the notebook's question
# breaks: `ask_pyfunc(model_uri, "What is 2 + 3?")` gives an answer with 5 in it.
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    return model.predict({"input": QUESTION})


# %% wrong: number made of an answer that is one
# breaks: gives the answer as text … return its answer unchanged
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    answer = mlflow.pyfunc.load_model(model_uri).predict({"input": question})
    return int(answer) if answer.isdigit() else answer


# %% wrong: loaded as an agent
# breaks: Return the answer of a logged model, loaded through pyfunc, as text.
import asyncio
from concurrent.futures import ThreadPoolExecutor


def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    loaded = mlflow.llama_index.load_model(model_uri)

    async def ask():
        return await loaded.run(input=question)

    with ThreadPoolExecutor() as pool:
        return pool.submit(asyncio.run, ask()).result()


# %% wrong: every answer in a list
# breaks: gives the answer as text … return its answer unchanged
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    answer = model.predict({"input": question})
    return answer if isinstance(answer, list) else [answer]


# %% wrong: blanks in the answer tidied
# breaks: return its answer unchanged
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model, loaded through pyfunc, as text."""
    model = mlflow.pyfunc.load_model(model_uri)
    return " ".join(model.predict({"input": question}).split())
