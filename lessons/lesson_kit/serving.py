"""Serve a logged model over HTTP for a while, with MLflow's own scoring server.

    with served(model_uri) as url:
        ...                             # POST to f"{url}/invocations"

It starts what `mlflow models serve -m … --env-manager local` starts, in a process of its own that
ends with the block.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from unittest import mock

from lesson_kit.one_sentence import OneSentence

HOST = "127.0.0.1"
# What a kernel's variable NBGRADER_EXECUTION says: of nbgrader's own Execute, and of the kit's.
GRADERS = ("autograde", "verdict")
LOCAL = {"NO_PROXY": f"{HOST},localhost", "no_proxy": f"{HOST},localhost"}


class NotServed(OneSentence):
    """A server that cannot be had: one sentence says why."""


@contextlib.contextmanager
def served(model_uri: str, seconds: float = 60):
    """Serve a model on a free port of this machine; yield the URL; stop the server at the end.

    Raises NotServed when the server ends early or does not answer within `seconds`.
    """
    if os.environ.get("NBGRADER_EXECUTION") in GRADERS:
        raise NotServed("No server is started while a notebook is graded.")
    from mlflow.models.flavor_backend_registry import get_flavor_backend
    from mlflow.utils import find_free_port

    backend = get_flavor_backend(model_uri, env_manager="local")
    port = find_free_port()
    url = f"http://{HOST}:{port}"
    # The server is a program beside this Python, which need not be on the path of a kernel.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    with tempfile.TemporaryFile() as log, mock.patch.dict(os.environ, LOCAL | {"PATH": path}):
        server = backend.serve(
            model_uri, port, HOST, timeout=60, synchronous=False, stdout=log, stderr=log
        )
        try:
            wait_for(url, server, seconds, log)
            yield url
        finally:
            stop(server)


def wait_for(url: str, server: subprocess.Popen, seconds: float, log) -> None:
    """Return when the server answers; raise NotServed when it will not."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if server.poll() is not None:
            log.seek(0)
            said = log.read().decode(errors="replace").strip().splitlines() or ["nothing"]
            raise NotServed(f"The server has ended before it answered. It said: {said[-1][:300]}")
        try:
            with urllib.request.urlopen(f"{url}/ping", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise NotServed(f"The server does not answer at {url} within {seconds:g} s.")


def stop(server: subprocess.Popen) -> None:
    """End the server, by force if it does not go by itself, and wait until it has gone."""
    server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
