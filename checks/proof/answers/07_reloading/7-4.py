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
# says: What comes back is None: return the answer
def ask_pyfunc(model_uri: str, question: str) -> None:
    """Print the answer of a logged model."""
    print(mlflow.pyfunc.load_model(model_uri).predict({"input": question}))


# %% wrong: gives the answer that it knows
# check: predicts_for_any_model
# says: That is not what the model
def ask_pyfunc(model_uri: str, question: str) -> str:
    """Return the answer of a logged model."""
    return "The result is 456831."


# %% wrong: async
# check: predicts_an_answer
# says: not `async def`
async def ask_pyfunc(model_uri, question):
    return mlflow.pyfunc.load_model(model_uri).predict({"input": question})


# %% wrong: asks the agent, and not through pyfunc
# check: predicts_an_answer
# says: no pyfunc model has given it
def ask_pyfunc(model_uri, question):
    import asyncio
    import threading

    async def ask():
        answers.append(await mlflow.llama_index.load_model(model_uri).run(input=question))

    answers = []
    thread = threading.Thread(target=lambda: asyncio.run(ask()))
    thread.start()
    thread.join()
    return answers[0]


# %% wrong: the first model for ever
# check: predicts_for_any_model
# says: That is not what the model
def ask_pyfunc(model_uri, question, loaded=[]):
    if not loaded:
        loaded.append(mlflow.pyfunc.load_model(model_uri))
    return loaded[0].predict({"input": question})


# %% wrong: without the blanks around the answer
# check: predicts_for_any_model
# says: return it as it is, nothing stripped
def ask_pyfunc(model_uri, question):
    return mlflow.pyfunc.load_model(model_uri).predict({"input": question}).strip()


# %% wrong: takes quotation marks out of the question
# check: predicts_for_any_model
# says: both as they are
def ask_pyfunc(model_uri, question):
    model = mlflow.pyfunc.load_model(model_uri)
    return model.predict({"input": question.replace('"', "")})


# %% wrong: a number where the answer looks like one
# check: predicts_for_any_model
# says: not an int: return just that text
def ask_pyfunc(model_uri: str, question: str) -> str:
    answer = mlflow.pyfunc.load_model(model_uri).predict({"input": question})
    return int(answer) if answer.isdigit() else answer
