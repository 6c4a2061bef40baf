# %% right: status looked at by hand
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    response = requests.post(url + "/invocations", json={"inputs": {"input": question}}, timeout=120)
    if not response.ok:
        raise RuntimeError(f"status {response.status_code}: {response.text}")
    answer = response.json()
    return answer["predictions"]


# %% right: JSON and header by oneself
import json


def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    body = json.dumps({"inputs": {"input": question}})
    headers = {"Content-Type": "application/json"}
    reply = requests.post(f"{url}/invocations", data=body, headers=headers, timeout=60)
    reply.raise_for_status()
    return json.loads(reply.content)["predictions"]


# %% right: post imported by name, slash tolerated
from requests import post


def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    address = "/".join([url.rstrip("/"), "invocations"])
    with post(address, json=dict(inputs=dict(input=question))) as response:
        if response.status_code >= 400:
            raise requests.HTTPError(f"{response.status_code} {response.reason}", response=response)
        return response.json()["predictions"]


# %% right: a session
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    with requests.Session() as session:
        response = session.post(
            f"{url}/invocations", json={"inputs": {"input": question}}, timeout=(5, 90)
        )
    try:
        response.raise_for_status()
    except requests.HTTPError as error:
        raise ValueError(f"{error}: {response.text}") from error
    return response.json()["predictions"]


# %% wrong: JSON written by hand
# breaks: Ask once, for any question
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    response = requests.post(
        f"{url}/invocations",
        data=f'{{"inputs": {{"input": "{question}"}}}}'.encode(),
        headers={"Content-Type": "application/json"},
        timeout=60,
    )
    response.raise_for_status()
    return response.json()["predictions"]


# %% wrong: status not looked at
# breaks: must raise an exception, with the status or the server's message in its text
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    return response.json()["predictions"]


# %% wrong: only 400
# breaks: An answer with any error status (400, 404, 500 and so on) must raise an exception
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    if response.status_code == 400:
        raise ValueError(f"400: {response.json()['message']}")
    return response.json().get("predictions", "")


# %% wrong: told by error_code
# breaks: An answer with any error status (400, 404, 500 and so on) must raise an exception
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    answer = requests.post(f"{url}/invocations", json=payload, timeout=60).json()
    if "error_code" in answer:
        raise RuntimeError(f"{answer['error_code']}: {answer['message']}")
    return answer.get("predictions")


# %% wrong: an exception that says nothing
# breaks: must raise an exception, with the status or the server's message in its text
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    if not response.ok:
        raise RuntimeError("The server could not answer.")
    return response.json()["predictions"]


# %% wrong: tries again
# breaks: Ask once, for any question
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    for _ in range(3):
        response = requests.post(f"{url}/invocations", json=payload, timeout=60)
        if response.ok:
            break
    response.raise_for_status()
    return response.json()["predictions"]


# %% wrong: asks first to see whether it is there
# breaks: Ask once, for any question
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    requests.post(f"{url}/invocations", json=payload, timeout=60).raise_for_status()
    return requests.post(f"{url}/invocations", json=payload, timeout=60).json()["predictions"]


# %% wrong: error as the answer
# breaks: must raise an exception, with the status or the server's message in its text
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    try:
        response = requests.post(
            f"{url}/invocations", json={"inputs": {"input": question}}, timeout=60
        )
        response.raise_for_status()
        return response.json()["predictions"]
    except requests.RequestException as error:
        return str(error)


# %% wrong: the body as it comes
# breaks: return the text of the answer
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    response.raise_for_status()
    return response.text.removeprefix('{"predictions": "').removesuffix('"}')


# %% wrong: letters outside ASCII dropped
# breaks: Ask once, for any question
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    plain = question.encode("ascii", errors="ignore").decode()
    payload = {"inputs": {"input": plain}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    response.raise_for_status()
    return response.json()["predictions"]


# %% wrong: server errors only
# breaks: An answer with any error status (400, 404, 500 and so on) must raise an exception, with the status or the server's message in its text
def ask_server(url: str, question: str) -> str:
    """Return the answer of the model that is served at a URL; raise for an error status."""
    payload = {"inputs": {"input": question}}
    response = requests.post(f"{url}/invocations", json=payload, timeout=60)
    if response.status_code >= 500:
        response.raise_for_status()
    return response.json()["predictions"]
