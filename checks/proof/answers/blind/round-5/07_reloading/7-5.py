# %% right: looks at the status itself
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    reply = requests.post(url + "/invocations", json={"inputs": {"input": question}}, timeout=120)
    if 400 <= reply.status_code <= 599:
        raise RuntimeError(f"The server has answered {reply.status_code}: {reply.text}")
    return reply.json()["predictions"]


# %% right: JSON written and read by the json module
import json


def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    body = json.dumps({"inputs": {"input": question}}).encode("ascii")
    with requests.post(
        "/".join([url, "invocations"]),
        data=body,
        headers={"Content-Type": "application/json"},
        timeout=(10, 90),
    ) as response:
        response.raise_for_status()
        return json.loads(response.content)["predictions"]


# %% right: the server's own message where there is one
def error_text(response) -> str:
    """Say what a server has complained about: its status, and its message if it has one."""
    try:
        detail = response.json()["message"]
    except (ValueError, KeyError, TypeError):
        detail = response.reason
    return f"{response.status_code}: {detail}"


def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = dict(inputs=dict(input=question))
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    if not response.ok:
        raise requests.HTTPError(error_text(response), response=response)
    return response.json()["predictions"]


# %% wrong: every error is taken for JSON
# breaks: must raise an exception, with the status or the server's message in its text: whatever its body is, as not every error comes as JSON like the one above
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    body = response.json()
    if response.status_code >= 400:
        raise RuntimeError(body["message"])
    return body["predictions"]


# %% wrong: tries again where the server fails
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


# %% wrong: JSON written by hand
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


# %% wrong: strips the answer
# breaks: return the text of the answer, unchanged
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    response.raise_for_status()
    return response.json()["predictions"].strip()


# %% wrong: an exception that says nothing
# breaks: must raise an exception, with the status or the server's message in its text
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    if not response.ok:
        raise RuntimeError("The server could not answer the question.")
    return response.json()["predictions"]


# %% wrong: only the errors of the 400s
# breaks: An answer with any error status, 400 to 599, must raise an exception
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    if 400 <= response.status_code < 500:
        raise RuntimeError(f"{response.status_code}: {response.text}")
    try:
        return response.json()["predictions"]
    except (ValueError, KeyError):
        return ""
