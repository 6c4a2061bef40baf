# %% right: the standard library alone
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL."""
    import json
    import urllib.request

    request = urllib.request.Request(
        f"{url}/invocations",
        data=json.dumps({"dataframe_records": [{"input": question}]}).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60) as response:
        return json.load(response)["predictions"]


# %% right: the short payload, which is answered by a bare text
def ask_server(url, question):
    response = requests.post(url + "/invocations", json={"input": question}, timeout=60)
    if response.status_code != 200:
        raise RuntimeError(f"{response.status_code}: {response.text}")
    return response.json()


# %% wrong: posts the bare question
# check: asks_the_server
# says: The body lacks "inputs"
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL."""
    response = requests.post(f"{url}/invocations", json=question, timeout=60)
    response.raise_for_status()
    return response.json()["predictions"]


# %% wrong: leaves out inputs, which is answered by a bare text
# check: asks_the_server
# says: The body lacks "inputs"
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL."""
    response = requests.post(f"{url}/invocations", json={"input": question}, timeout=60)
    response.raise_for_status()
    return response.json()["predictions"]


# %% wrong: puts the question under inputs without its name
# check: asks_the_server
# says: does not take this payload
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL."""
    response = requests.post(f"{url}/invocations", json={"inputs": question}, timeout=60)
    response.raise_for_status()
    return response.json()["predictions"]


# %% wrong: sends a form instead of JSON
# check: asks_the_server
# says: is not told that this is JSON
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL."""
    response = requests.post(f"{url}/invocations", data={"input": question}, timeout=60)
    response.raise_for_status()
    return response.json()["predictions"]


# %% wrong: asks with GET
# check: asks_the_server
# says: It goes into the body of a POST
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL."""
    response = requests.get(f"{url}/invocations", params={"input": question}, timeout=60)
    response.raise_for_status()
    return response.json()["predictions"]


# %% wrong: asks at another address
# check: asks_the_server
# says: at another address
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL."""
    response = requests.post(url, json={"inputs": {"input": question}}, timeout=60)
    response.raise_for_status()
    return response.json()["predictions"]


# %% wrong: swallows the error status
# check: raises_for_an_error
# says: nobody learns of it
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    return response.json().get("predictions")


# %% wrong: stumbles over the error instead of reading it
# check: raises_for_an_error
# says: does not say what the server said
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL."""
    payload = {"inputs": {"input": question}}
    return requests.post(f"{url}/invocations", json=payload, timeout=60).json()["predictions"]


# %% wrong: turns the exception into an answer
# check: says_what_the_server_said
# says: nobody learns of it
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL."""
    try:
        payload = {"inputs": {"input": question}}
        response = requests.post(f"{url}/invocations", json=payload, timeout=60)
        response.raise_for_status()
        return response.json()["predictions"]
    except Exception:
        return "no answer"


# %% wrong: returns the dict
# check: asks_the_server
# says: not a dict
def ask_server(url: str, question: str) -> dict:
    """Return the answer of the model that is served at a URL."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    response.raise_for_status()
    return response.json()


# %% wrong: returns the JSON as text
# check: asks_the_server
# says: the JSON around the answer
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    response.raise_for_status()
    return response.text


# %% wrong: posts to the server's root, and raises
# check: raises_for_an_error
# says: at another address
def ask_server(url, question):
    response = requests.post(url, json={"inputs": {"input": question}}, timeout=60)
    response.raise_for_status()
    return response.json()["predictions"]


# %% wrong: writes the JSON by hand
# check: asks_any_question
# says: payload
def ask_server(url, question):
    body = '{"inputs": {"input": "' + question + '"}}'
    headers = {"Content-Type": "application/json"}
    response = requests.post(f"{url}/invocations", data=body.encode(), headers=headers, timeout=60)
    response.raise_for_status()
    return response.json()["predictions"]


# %% wrong: knows one error status
# check: says_what_the_server_said
# says: does not say what the server said
def ask_server(url, question):
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    if response.status_code == 400:
        raise RuntimeError(response.json()["message"])
    return response.json()["predictions"]


# %% wrong: errors of the server are no errors
# check: says_what_the_server_said
# says: nobody learns of it
def ask_server(url, question):
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    if 400 <= response.status_code < 500:
        response.raise_for_status()
    return response.json().get("predictions", "")


# %% wrong: asks twice
# check: asks_the_server
# says: more than once
def ask_server(url, question):
    payload = {"inputs": {"input": question}}
    requests.post(f"{url}/invocations", json=payload, timeout=60).raise_for_status()
    return requests.post(f"{url}/invocations", json=payload, timeout=60).json()["predictions"]


# %% wrong: without the blanks around the answer
# check: asks_any_question
# says: return it as it is, nothing stripped
def ask_server(url, question):
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    response.raise_for_status()
    return response.json()["predictions"].strip()


# %% wrong: letters of other languages get lost
# check: asks_any_question
# says: both as they are
def ask_server(url, question):
    payload = {"inputs": {"input": question.encode("ascii", "ignore").decode()}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    response.raise_for_status()
    return response.json()["predictions"]
