# %% right: an exception of our own
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    reply = requests.post(url + "/invocations", json={"inputs": {"input": question}}, timeout=120)
    if reply.status_code >= 400:
        raise RuntimeError(f"The server answers {reply.status_code}: {reply.text}")
    return reply.json()["predictions"]


# %% right: JSON by hand
import json


def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    body = json.dumps({"inputs": {"input": question}}).encode()
    headers = {"Content-Type": "application/json"}
    response = requests.post("/".join([url, "invocations"]), data=body, headers=headers, timeout=60)
    response.raise_for_status()
    return json.loads(response.content)["predictions"]


# %% right: response as a context manager, ok
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    inputs = {"input": question}
    with requests.post(f"{url}/invocations", json=dict(inputs=inputs)) as response:
        if not response.ok:
            status = f"{response.status_code} {response.reason}"
            raise requests.HTTPError(status, response=response)
        answer = response.json()
    return answer["predictions"]


# %% wrong: JSON pasted together
# breaks: The question may be any text
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    body = f'{{"inputs": {{"input": "{question}"}}}}'
    response = requests.post(
        f"{url}/invocations",
        data=body.encode(),
        headers={"Content-Type": "application/json"},
        timeout=60,
    )
    response.raise_for_status()
    return response.json()["predictions"]


# %% wrong: tries again when the server is busy
# breaks: Send one request for each call, whatever comes back
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    for _ in range(3):
        response = requests.post(f"{url}/invocations", json=payload, timeout=60)
        if response.status_code < 500:
            break
    response.raise_for_status()
    return response.json()["predictions"]


# %% wrong: expects JSON of every error
# breaks: whatever its body is, as not every error comes as JSON like the one above
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    body = response.json()
    if "error_code" in body:
        raise RuntimeError(f"{response.status_code}: {body['message']}")
    return body["predictions"]


# %% wrong: only errors of the client
# breaks: An answer with any error status, 400 to 599, must raise an exception
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    if 400 <= response.status_code < 500:
        raise RuntimeError(f"{response.status_code}: {response.text}")
    return response.json()["predictions"]


# %% wrong: an exception that says nothing
# breaks: must raise an exception, with the status or the server's message in its text
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    if not response.ok:
        raise RuntimeError("The server could not answer the question.")
    return response.json()["predictions"]


# %% wrong: strips question and answer
# breaks: return the text of the answer, unchanged
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question.strip()}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    response.raise_for_status()
    return response.json()["predictions"].strip()
