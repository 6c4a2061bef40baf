# %% right: writes the JSON itself
import json


def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    reply = requests.post(
        url + "/invocations",
        data=json.dumps({"inputs": {"input": question}}).encode(),
        headers={"Content-Type": "application/json"},
        timeout=120,
    )
    reply.raise_for_status()
    return json.loads(reply.content)["predictions"]


# %% right: an exception of its own with status and body
class ServerError(RuntimeError):
    """Say that the model's server answered with an error status."""


def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    with requests.post(f"{url}/invocations", json=dict(inputs=dict(input=question))) as response:
        if 400 <= response.status_code <= 599:
            raise ServerError(f"status {response.status_code}: {response.text}")
        answer = response.json()
    return answer["predictions"]


# %% right: ok and a helper for the payload
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""

    def payload(**inputs) -> dict:
        return {"inputs": inputs}

    address = "/".join([url, "invocations"])
    response = requests.post(address, json=payload(input=question), timeout=(10, 180))
    if not response.ok:
        response.raise_for_status()
    predictions = response.json()["predictions"]
    return predictions


# %% wrong: an error shows as a missing key
# breaks: must raise an exception, with the status or the server's message in its text
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    return response.json()["predictions"]


# %% wrong: raises for the client's errors only
# breaks: An answer with any error status, 400 to 599, must raise an exception, with the status or the server's message in its text
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    if 400 <= response.status_code < 500:
        raise RuntimeError(f"{response.status_code}: {response.text}")
    return response.json()["predictions"]


# %% wrong: the question is pasted into the JSON
# breaks: The question may be any text
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    body = '{"inputs": {"input": "' + question + '"}}'
    headers = {"Content-Type": "application/json"}
    response = requests.post(
        f"{url}/invocations", data=body.encode("utf-8"), headers=headers, timeout=60
    )
    response.raise_for_status()
    return response.json()["predictions"]


# %% wrong: tries again after a server error
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


# %% wrong: takes every error for JSON
# breaks: whatever its body is, as not every error comes as JSON like the one above
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    body = response.json()
    if response.status_code >= 400:
        raise RuntimeError(body["message"])
    return body["predictions"]


# %% wrong: an exception that says nothing of the status
# breaks: must raise an exception, with the status or the server's message in its text
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    try:
        response.raise_for_status()
    except requests.HTTPError as error:
        raise ValueError("The server could not answer this question.") from error
    return response.json()["predictions"]
