# %% right: its own JSON and header
import json


def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    reply = requests.post(
        url + "/invocations",
        data=json.dumps({"inputs": {"input": question}}).encode("utf-8"),
        headers={"Content-Type": "application/json"},
        timeout=120,
    )
    reply.raise_for_status()
    return json.loads(reply.content)["predictions"]


# %% right: an exception of its own with status and message
class ServerError(Exception):
    """The server has answered with an error status."""


def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    response = requests.post(f"{url}/invocations", json={"inputs": {"input": question}})
    if 400 <= response.status_code <= 599:
        raise ServerError(f"The server says {response.status_code}: {response.text}")
    return response.json()["predictions"]


# %% right: a with block and ok
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    address = "/".join([url, "invocations"])
    content = dict(inputs=dict(input=question))
    with requests.post(address, json=content, timeout=(10, 180)) as response:
        if not response.ok:
            response.raise_for_status()
        body = response.json()
    return body["predictions"]


# %% wrong: the status is not looked at
# breaks: must raise an exception, with the status or the server's message in its text
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    return response.json()["predictions"]


# %% wrong: only the statuses 400 and 500 are errors
# breaks: An answer with any error status, 400 to 599, must raise an exception
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    if response.status_code in (400, 404, 500):
        raise RuntimeError(f"Status {response.status_code}: {response.text}")
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


# %% wrong: JSON put together by hand
# breaks: The question may be any text
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    body = '{"inputs": {"input": "' + question + '"}}'
    headers = {"Content-Type": "application/json"}
    response = requests.post(
        f"{url}/invocations", data=body.encode(), headers=headers, timeout=60
    )
    response.raise_for_status()
    return response.json()["predictions"]


# %% wrong: the message is taken from JSON in any case
# breaks: whatever its body is, as not every error comes as JSON like the one above
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    answer = response.json()
    if "error_code" in answer:
        raise ValueError(f"{response.status_code}: {answer['message']}")
    return answer["predictions"]


# %% wrong: blanks around the answer are cut off
# breaks: return the text of the answer, unchanged
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    response.raise_for_status()
    return response.json()["predictions"].strip()
