# %% right: a list of one question
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model."""
    model = mlflow.pyfunc.load_model(model_uri)
    answer = model.predict([{"input": question}])
    return answer if isinstance(answer, str) else answer[0]


# %% right: a table of one question
def ask_pyfunc(model_uri, question):
    import pandas

    answer = mlflow.pyfunc.load_model(model_uri).predict(pandas.DataFrame({"input": [question]}))
    return answer if isinstance(answer, str) else answer[0]


# %% wrong: predicts for a bare string
# check: predicts_an_answer
# says: a dict with the question under 'input'
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model."""
    return mlflow.pyfunc.load_model(model_uri).predict(question)


# %% wrong: uses another key
# check: predicts_an_answer
# says: a dict with the question under 'input'
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model."""
    return mlflow.pyfunc.load_model(model_uri).predict({"question": question})


# %% wrong: loads the agent and predicts with it
# check: predicts_an_answer
# says: Every model can predict
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model."""
    return mlflow.llama_index.load_model(model_uri).predict({"input": question})


# %% wrong: returns a dict around the text
# check: predicts_an_answer
# says: not a dict
def ask_pyfunc(model_uri: str, question: str) -> dict:
    """Return the answer of a logged model."""
    return {"answer": mlflow.pyfunc.load_model(model_uri).predict({"input": question})}


# %% wrong: returns a list of texts
# check: predicts_an_answer
# says: not a list
def ask_pyfunc(model_uri: str, question: str) -> list[str]:
    """Return the answer of a logged model."""
    return [mlflow.pyfunc.load_model(model_uri).predict({"input": question})]


# %% wrong: prints the answer
# check: predicts_an_answer
# says: Is there a `return`?
def ask_pyfunc(model_uri: str, question: str) -> None:
    """Print the answer of a logged model."""
    print(mlflow.pyfunc.load_model(model_uri).predict({"input": question}))


# %% wrong: gives the answer that it knows
# check: predicts_for_any_model
# says: That is another text
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model."""
    return "The result is 456831."


# %% wrong: async
# check: predicts_an_answer
# says: not `async def`
async def ask_pyfunc(model_uri, question):
    return mlflow.pyfunc.load_model(model_uri).predict({"input": question})
