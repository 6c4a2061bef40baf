# %% right: json by hand
import json


def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    body = json.dumps({"inputs": {"input": question}})
    headers = {"Content-Type": "application/json"}
    reply = requests.post(url + "/invocations", data=body, headers=headers, timeout=120)
    reply.raise_for_status()
    return json.loads(reply.content)["predictions"]


# %% right: an exception of its own, with status and body
class ServerError(Exception):
    """Say that a server has answered with an error."""


def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    reply = requests.post(f"{url}/invocations", json=dict(inputs=dict(input=question)), timeout=60)
    if not reply.ok:
        raise ServerError(f"status {reply.status_code}: {reply.text[:500]}")
    answer = reply.json()
    return answer["predictions"]


# %% right: a session
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    address = "/".join([url, "invocations"])
    with requests.Session() as session:
        with session.post(address, json={"inputs": {"input": question}}, timeout=(10, 60)) as reply:
            if 400 <= reply.status_code < 600:
                raise RuntimeError(f"The server says {reply.status_code} {reply.reason}")
            return reply.json().get("predictions")


# %% wrong: the question is put into a text of JSON
# breaks: The question may be any text
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    body = '{"inputs": {"input": "' + question + '"}}'
    response = requests.post(
        f"{url}/invocations",
        data=body.encode(),
        headers={"Content-Type": "application/json"},
        timeout=60,
    )
    response.raise_for_status()
    return response.json()["predictions"]


# %% wrong: an error only where JSON says so
# breaks: whatever its body is, as not every error comes as JSON like the one above
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    reply = requests.post(f"{url}/invocations", json=payload, timeout=60).json()
    if "error_code" in reply:
        raise RuntimeError(f"{reply['error_code']}: {reply['message']}")
    return reply["predictions"]


# %% wrong: status 400 and 500 alone
# breaks: An answer with any error status, 400 to 599, must raise an exception
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    if response.status_code in (400, 500):
        raise RuntimeError(f"{response.status_code}: {response.text}")
    return response.json().get("predictions", "")


# %% wrong: a second request after an error
# breaks: Send one request for each call, whatever comes back
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    if response.status_code >= 500:
        response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    response.raise_for_status()
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


# %% wrong: the answer is stripped
# breaks: return the text of the answer, unchanged
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    response.raise_for_status()
    return response.json()["predictions"].strip()
