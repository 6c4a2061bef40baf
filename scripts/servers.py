"""Run MLflow's server and JupyterLab for one learner, on 127.0.0.1 only (used by learn.py)."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from typing import NamedTuple

import installing
import psutil
from environment import SetupError
from lesson_kit import tracking
from lesson_kit.empty_store import lay_store
from lesson_kit.judging import start_page
from workspace_state import last_changes, root_option

HOST = "127.0.0.1"
PATIENCE = 180  # seconds; a first start on a slow machine compiles every import

# Instructors' tools: hidden from a learner, whose Validate button stays.
INSTRUCTORS = ("assignment-list", "course-list", "create-assignment", "formgrader", "menu")
PAGE_CONFIG = {
    "disabledExtensions": {
        "@jupyterlab/apputils-extension:announcements": True,  # asks, and fetches news
        **{f"@jupyter/nbgrader:{name}": True for name in INSTRUCTORS},
    }
}
# The kit's own pages are for reading. JupyterLab does not see that a page it shows has changed, so
# the button on its top bar opens the start page and reads it anew.
START_PAGE = {
    "name": "where-you-stand",
    "label": start_page.BUTTON,
    "caption": "Your progress, and what comes next",
    "command": "apputils:run-all-enabled",
    "args": {
        "commands": ["docmanager:open", "docmanager:reload"],
        "args": {"path": start_page.NAME, "factory": "Markdown Preview"},  # given to both
    },
}
HAND_IN = {
    "name": "hand-in",
    "label": "Hand in",
    "caption": "Look through your lessons, and make the files to hand in",
    "command": "docmanager:open",
    "args": {"path": start_page.HAND_IN},
}
SETTINGS = {
    "@jupyterlab/docmanager-extension:plugin": {"defaultViewers": {"markdown": "Markdown Preview"}},
    "@jupyterlab/application-extension:top-bar": {"toolbar": [START_PAGE, HAND_IN]},
}
SERVER_CONFIG = {
    "ServerApp": {
        "ip": HOST,
        "port_retries": 0,  # the address that was printed is the one that answers
        "open_browser": False,
        "jpserver_extensions": {
            f"nbgrader.server_extensions.{name}": False
            for name in ("assignment_list", "course_list", "formgrader")
        },
    },
    "LabApp": {
        "extension_manager": "readonly",  # the other one asks a package index
        "news_url": None,
        "check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
    },
}


def free_port(wanted, taken=()):
    """Return the port wanted, or the next one that nobody listens on."""
    if not 0 < wanted < 65536:
        raise SetupError(f"{wanted} is not a port. Name one from 1024 to 65535.")
    for port in range(wanted, min(wanted + 200, 65536)):
        with socket.socket() as probe:
            if os.name != "nt":  # else a server that ended a moment ago still blocks its port
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with contextlib.suppress(OSError):
                probe.bind((HOST, port))
                if port not in taken:
                    return port
    raise SetupError(f"No port from {wanted} up is free. Name another with --port.")


def start(name, command, workspace, env):
    """Start one server in its own session, its output in the workspace's log for it."""
    logs = workspace / ".logs"
    logs.mkdir(parents=True, exist_ok=True)
    with open(logs / f"{name}.log", "wb") as log:
        process = psutil.Popen(
            [sys.executable, "-m", *command],
            cwd=workspace,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches this script alone, which ends them in order
        )
    process.label, process.log = name, logs / f"{name}.log"
    return process


def check_alive(process):
    """Raise SetupError with the end of its log when a server has ended by itself."""
    if process.poll() is not None:
        text = process.log.read_text(errors="replace")
        full = installing.known_cause(text, process.log.parents[1])
        if full and "disk is full" in full:
            raise SetupError(full)
        lines = text.strip().splitlines()
        raise SetupError(
            f"{process.label} ended by itself; {process.log} says: {' / '.join(lines[-3:])}"
        )


def answers(url):
    """Tell whether a server answers at the address, asking no proxy."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=5) as response:
            return response.status == 200
    except OSError:
        return False


def wait_until_answering(processes, url):
    """Return when the last server answers; raise SetupError when one ends or it takes too long."""
    deadline = time.monotonic() + PATIENCE
    while not answers(url):
        for process in processes:
            check_alive(process)
        if time.monotonic() > deadline:
            last = processes[-1]
            raise SetupError(f"{last.label} did not answer in {PATIENCE} s: see {last.log}.")
        time.sleep(0.1)


def learner_env(workspace, mlflow_url, token):
    """Return the environment of JupyterLab and its kernels: this Python, this MLflow."""
    env = dict(os.environ, JUPYTER_TOKEN=token, MLFLOW_TRACKING_URI=mlflow_url)
    env["LESSON_WORKSPACE"] = str(workspace)  # where checks keep what they find
    # Jupyter's own folders, so that a kernel or setting of the user's other work cannot get in.
    env["JUPYTER_CONFIG_DIR"] = str(workspace / ".jupyter")
    env["JUPYTER_DATA_DIR"] = str(workspace / ".jupyter" / "data")
    env["JUPYTER_RUNTIME_DIR"] = str(workspace / ".jupyter" / "runtime")
    env["JUPYTER_PREFER_ENV_PATH"] = "1"
    for name in ("NO_PROXY", "no_proxy"):
        env[name] = ",".join(filter(None, [env.get(name), HOST, "localhost"]))
    return env


def start_mlflow(workspace, port):
    """Start MLflow's server, its store and artifacts in the workspace."""
    (workspace / ".mlflow").mkdir(parents=True, exist_ok=True)
    (workspace / tracking.STARTING).touch()  # a cell that wants it waits meanwhile
    lay_store(workspace / ".mlflow" / "mlflow.db")
    env = dict(os.environ)
    env["MLFLOW_SERVER_ENABLE_JOB_EXECUTION"] = "false"  # no lesson has the server run jobs
    env.pop("MLFLOW_TRACKING_URI", None)
    # Relative to the workspace, so that no character of its path can break the address.
    command = ["mlflow", "server", "--host", HOST, "--port", str(port), "--workers", "1"]
    command += ["--backend-store-uri", "sqlite:///.mlflow/mlflow.db"]
    command += ["--artifacts-destination", ".mlflow/artifacts"]
    return start("MLflow", command, workspace, env)


def start_lab(workspace, port, env):
    """Start JupyterLab in the workspace, with its own configuration there."""
    config = workspace / ".jupyter"
    (config / "labconfig").mkdir(parents=True, exist_ok=True)
    (config / "labconfig" / "page_config.json").write_text(json.dumps(PAGE_CONFIG, indent=2))
    (config / "labconfig" / "default_setting_overrides.json").write_text(json.dumps(SETTINGS))
    (config / "jupyter_server_config.json").write_text(json.dumps(SERVER_CONFIG, indent=2))
    command = ["jupyterlab", f"--ServerApp.port={port}", root_option(workspace)]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    return start("JupyterLab", command, workspace, env)


def stop(processes):
    """End the servers and everything they started: politely, then not."""
    family = []
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.suspend()  # so that it starts nothing more once its children are listed
            family += process.children(recursive=True)
            process.terminate()
            process.resume()
    psutil.wait_procs(processes, timeout=10)
    for process in [*processes, *family]:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs([*processes, *family], timeout=5)


class Both(NamedTuple):
    """JupyterLab, which answers, and MLflow, which does later; lab has a {path} for a file."""

    lab: str
    mlflow: str
    processes: list


@contextlib.contextmanager
def running(workspace, lab_port, mlflow_port):
    """Give Both once JupyterLab answers, with MLflow starting; end them whatever happens."""
    lab_free = free_port(lab_port)
    mlflow_free = free_port(mlflow_port, taken=(lab_free,))
    for wanted, port in ((lab_port, lab_free), (mlflow_port, mlflow_free)):
        if wanted != port:
            print(f"Port {wanted} is in use: {port} is taken instead.")
    token = secrets.token_urlsafe(16)
    lab, mlflow = f"http://{HOST}:{lab_free}", f"http://{HOST}:{mlflow_free}"
    processes = []
    for number in {signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)}:
        signal.signal(number, interrupt)
    try:
        # One after the other: at the same time they would halve each other's share of two cores,
        # and MLflow, whose start takes thrice the time, is not needed before lesson 5.
        processes.append(start_lab(workspace, lab_free, learner_env(workspace, mlflow, token)))
        wait_until_answering(processes, lab + "/api")
        processes.append(start_mlflow(workspace, mlflow_free))
        yield Both(lab + "/lab/tree/{path}?token=" + token, mlflow, processes)
    finally:
        print("\nEnding both …", flush=True)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)  # a second Ctrl-C must not leave one behind
        stop(processes)
        (workspace / tracking.STARTING).unlink(missing_ok=True)


def interrupt(_number, _frame):
    """Turn a signal that asks to end into the interrupt that Ctrl-C is."""
    raise KeyboardInterrupt


def wait_for_mlflow(both, workspace):
    """Return when MLflow answers; raise SetupError as wait_until_answering does."""
    wait_until_answering(both.processes, both.mlflow + "/health")
    (workspace / tracking.STARTING).unlink(missing_ok=True)


def wait(both, workspace):
    """Return never: raise SetupError when a server ends by itself, KeyboardInterrupt on Ctrl-C.

    Meanwhile the start page says what was saved, as no check does.
    """
    seen = {}
    while True:
        for process in both.processes:
            check_alive(process)
        if (now := last_changes(workspace)) != seen:
            with contextlib.suppress(OSError):  # a full disk is said by whoever saves or checks
                start_page.write_start_page(workspace, both.mlflow)
            seen = now
        time.sleep(0.5)
