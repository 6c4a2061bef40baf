"""learn.py, started for real: two servers on this machine only, and a learner's work kept."""

import importlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from pathlib import Path
from types import SimpleNamespace

import nbformat
import psutil
import pytest
import websocket
from mlflow.utils import find_free_port
from started import Started, get

ROOT = Path(__file__).parents[2]
LESSON = "01_tools/01_tools.ipynb"

learn = servers = environment = workspace_state = None


@pytest.fixture(autouse=True, scope="module")
def scripts():
    """Import the scripts as they import each other."""
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        for name in ("environment", "learn", "servers", "workspace_state"):
            globals()[name] = importlib.import_module(name)
        yield
    finally:
        sys.path.remove(str(ROOT / "scripts"))


def make_kit(root):
    """Copy the scripts beside two lessons that stand in for the real ones."""
    shutil.copytree(ROOT / "scripts", root / "scripts")
    shutil.copy(ROOT / "environment.yml", root)
    for name in ("01_tools", "02_events"):
        (root / "lessons" / name).mkdir(parents=True)
        cells = [nbformat.v4.new_markdown_cell(f"# {name}", id="title")]
        nbformat.write(
            nbformat.v4.new_notebook(cells=cells), root / "lessons" / name / f"{name}.ipynb"
        )
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "lessons/lesson_kit", root / "lessons/lesson_kit", ignore=ignored)
    for page in ("glossary.md", "hand_in.ipynb"):
        shutil.copy(ROOT / "lessons" / page, root / "lessons")
    return root


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    """Start learn.py once: JupyterLab's port is in use, and a browser notes what it is shown."""
    kit = make_kit(tmp_path_factory.mktemp("learn") / "the kit")  # a space, as people have them
    browser = kit / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > "{kit}/shown"\n')
    browser.chmod(0o755)
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        options = ("--port", str(port), "--mlflow-port", str(find_free_port()))
        run = Started(kit, *options, BROWSER=f"'{browser}' %s")
        run.busy = port
        run.first_page = (kit / "workspace" / "start.md").read_text("utf-8")
        run.wait_until_said("MLflow answers now.")
        yield run
        run.kill()


# Both servers


def test_both_servers_answer_at_the_printed_addresses(started):
    assert len(started.addresses) == 2, started.text
    assert get(started.addresses[0])[0] == 200
    assert "/lab/tree/start.md?" in started.addresses[0]
    status, body = get(f"{started.lab}/api/contents/start.md?token={started.token}")
    assert status == 200 and f"[MLflow UI]({started.mlflow})" in json.loads(body)["content"]
    status, body = get(f"{started.lab}/api/contents/{LESSON}?token={started.token}")
    assert status == 200 and "# 01_tools" in body
    assert get(f"{started.mlflow}/health") == (200, "OK")
    status, body = get(f"{started.mlflow}/api/2.0/mlflow/experiments/get?experiment_id=0")
    assert json.loads(body)["experiment"]["artifact_location"].startswith("mlflow-artifacts:")


def test_the_start_page_does_not_wait_for_mlflow_and_says_so(started):
    assert "if it does not answer yet, reload it" in started.first_page
    assert started.text.index("MLflow, which is still starting:") < started.text.index(
        "answers now"
    )
    assert not (started.kit / "workspace/.mlflow/starting").exists()
    assert "reload it" not in (started.kit / "workspace" / "start.md").read_text("utf-8")


def test_a_second_one_in_the_same_workspace_says_where_the_first_is(started):
    second = Started(started.kit, "--no-browser")
    try:
        assert second.process.wait(60) == 1 and "Traceback" not in second.text
        said = " ".join(second.text.split())
        assert "workspace already: its start page is" in said and started.addresses[0] in said
    finally:
        second.kill()


def test_what_a_killed_one_left_is_not_taken_for_one_that_runs(tmp_path):
    (tmp_path / ".jupyter/runtime").mkdir(parents=True)
    for pid in (2**22 + 1, os.getpid()):  # none, and one that is no JupyterLab
        told = {"pid": pid, "url": "http://127.0.0.1:1/", "token": "t"}
        (tmp_path / f".jupyter/runtime/jpserver-{pid}.json").write_text(json.dumps(told))
    (tmp_path / ".jupyter/runtime/jpserver-1.json").write_text("{")
    assert workspace_state.page_of_another(tmp_path) == ""


def test_a_save_writes_the_start_page_anew(started):
    page = started.kit / "workspace/start.md"
    page.write_text("an older one")
    (started.kit / "workspace" / LESSON).touch()
    deadline = time.monotonic() + 20
    while not page.read_text("utf-8").startswith("# ") and time.monotonic() < deadline:
        time.sleep(0.1)
    assert "**Next: [1.1 add]" in page.read_text("utf-8")


def test_jupyterlab_answers_only_with_its_token(started):
    assert len(started.token) >= 20
    assert get(f"{started.lab}/api/contents")[0] == 403
    assert get(f"{started.lab}/api/contents?token=wrong")[0] == 403
    assert get(f"{started.lab}/api/contents?token={started.token}")[0] == 200
    shown = [" ".join(process.cmdline()) for process in started.family if process.is_running()]
    assert shown and not any(started.token in line for line in shown)  # `ps` is for everyone


def test_both_listen_on_this_machine_only(started):
    ports = {int(address.rpartition(":")[2].partition("/")[0]) for address in started.addresses}
    listening = [
        connection.laddr
        for process in started.process.children(recursive=True)
        for connection in process.net_connections("inet")
        if connection.status == psutil.CONN_LISTEN
    ]
    assert ports <= {address.port for address in listening}
    assert {address.ip for address in listening} == {"127.0.0.1"}


def test_a_port_in_use_gives_the_next_free_one(started):
    port = int(started.lab.rpartition(":")[2])
    assert started.busy < port < started.busy + 200
    assert f"Port {started.busy} is in use: {port} is taken instead." in started.text


def test_the_browser_is_shown_the_start_page(started):
    deadline = time.monotonic() + 20
    while not (started.kit / "shown").exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert (started.kit / "shown").read_text() == started.addresses[0]


def test_lines_for_the_learner_are_short(started):
    assert all(len(line.rstrip()) <= 90 for line in started.text.splitlines()), started.text


def test_a_learner_has_validate_and_no_instructors_tools(started):
    assert get(f"{started.lab}/formgrader?token={started.token}")[0] == 404
    status, body = get(f"{started.lab}/nbgrader_version?token={started.token}&version=0.9.6")
    assert status == 200 and json.loads(body)["success"]
    page = get(started.addresses[0])[1]
    config = json.loads(re.search(r'jupyter-config-data"[^>]*>(.*?)</script>', page, re.S)[1])
    off = set(config["disabledExtensions"])
    assert "@jupyter/nbgrader:formgrader" in off and "@jupyter/nbgrader:create-assignment" in off
    assert "@jupyter/nbgrader:validate-assignment" not in off
    assert "@jupyterlab/apputils-extension:announcements" in off


def test_a_notebook_runs_this_python_and_knows_the_mlflow_server(started):
    query = urllib.parse.urlencode({"token": started.token})
    request = urllib.request.Request(
        f"{started.lab}/api/kernels?{query}",
        data=json.dumps({"path": LESSON}).encode(),
        method="POST",
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=60) as response:
        kernel = json.load(response)["id"]
    address = started.lab.replace("http", "ws") + f"/api/kernels/{kernel}/channels?{query}"
    socket_ = websocket.create_connection(address, timeout=60, http_no_proxy=["127.0.0.1"])
    code = "import os, sys; print(sys.executable, os.environ['MLFLOW_TRACKING_URI'], os.getcwd())"
    header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "username": "",
              "session": "test", "version": "5.3"}  # fmt: skip
    message = {"header": header, "parent_header": {}, "metadata": {}, "channel": "shell",
               "content": {"code": code, "silent": False}}  # fmt: skip
    socket_.send(json.dumps(message))
    said = ""
    while not said:
        reply = json.loads(socket_.recv())
        assert reply["header"]["msg_type"] != "error", reply["content"]
        if reply["header"]["msg_type"] == "stream":
            said = reply["content"]["text"]
    socket_.close()
    folder = started.kit / "workspace" / "01_tools"
    assert said.strip() == f"{sys.executable} {started.mlflow} {folder}"


def test_ctrl_c_ends_everything_and_a_second_start_changes_nothing(started):
    mine = started.kit / "workspace" / LESSON
    mine.write_text(mine.read_text().replace("# 01_tools", "# my own work"))
    (started.kit / "workspace" / "notes.txt").write_text("mine")
    update = (started.kit / "lessons" / LESSON).read_text().replace("# 01_tools", "# an update")
    (started.kit / "lessons" / LESSON).write_text(update)
    (started.kit / "workspace" / "02_events" / "02_events.ipynb").unlink()
    before = mine.read_bytes()
    assert len(started.process.children()) == 2

    code, left = started.end(signal.SIGINT)
    assert (code, left) == (0, []), started.text
    assert started.text.endswith("Both have ended.\n")

    again = Started(started.kit, "--no-browser", "--port", str(find_free_port()))
    try:
        assert len(again.addresses) == 2, again.text
        assert mine.read_bytes() == before
        assert mine.with_name("01_tools.new-version.ipynb").read_text() == update
        assert (started.kit / "workspace" / "notes.txt").read_text() == "mine"
        assert (started.kit / "workspace" / "02_events" / "02_events.ipynb").exists()
        assert again.token != started.token
        assert "answers now" not in again.text  # MLflow is ended in the midst of its start
        code, left = again.end(signal.SIGTERM)
        assert (code, left) == (0, []), again.text
    finally:
        again.kill()


def test_a_server_that_cannot_start_is_named_and_leaves_nothing(tmp_path):
    kit = make_kit(tmp_path / "kit")
    (kit / "mine" / ".mlflow").mkdir(parents=True)
    (kit / "mine" / ".mlflow" / "mlflow.db").write_text("this is no database\n" * 100)
    ports = ("--port", str(find_free_port()), "--mlflow-port", str(find_free_port()))
    run = Started(kit, "--no-browser", "--workspace", "mine", *ports)
    try:
        assert run.process.wait(60) == 1
        run.reader.join(10)
        assert "learn.py: MLflow ended by itself" in run.text and "MLflow.log" in run.text
        assert "Traceback" not in run.text
        assert not any(str(kit) in " ".join(p.info["cmdline"] or []) for p in
                       psutil.process_iter(["cmdline"]))  # fmt: skip
    finally:
        run.kill()


def test_a_server_that_starts_others_while_it_is_ended_leaves_none():
    starts_more = "import subprocess as s, sys\nwhile True: s.Popen(['sleep', sys.argv[1]])"
    seconds = f"60.{uuid.uuid4().int % 10**9}"  # tells these from all other processes
    server = psutil.Popen([sys.executable, "-c", starts_more, seconds])
    time.sleep(0.3)
    servers.stop([server])
    left = [
        one for one in psutil.process_iter(["cmdline"]) if one.info["cmdline"] == ["sleep", seconds]
    ]
    for one in left:
        one.kill()
    assert left == []


# The workspace


@pytest.fixture
def kit(tmp_path, monkeypatch):
    """Give a kit with two lessons, where learn.py looks for them."""
    root = make_kit(tmp_path / "kit")
    monkeypatch.setattr(learn, "LESSONS", root / "lessons")
    return SimpleNamespace(lessons=root / "lessons", workspace=root / "workspace")


def test_every_lesson_is_copied_once(kit, capsys):
    checkpoints = kit.lessons / "01_tools" / ".ipynb_checkpoints"
    checkpoints.mkdir()
    (checkpoints / "old.ipynb").touch()
    assert learn.prepare(kit.workspace) == ["01_tools", "02_events"]
    assert "2 copied" in capsys.readouterr().out
    for name in ("01_tools", "02_events"):
        copied = kit.workspace / name / f"{name}.ipynb"
        assert copied.read_bytes() == (kit.lessons / name / f"{name}.ipynb").read_bytes()
        assert [p.name for p in copied.parent.iterdir()] == [copied.name]
    learn.prepare(kit.workspace)
    assert "2 as you left them" in capsys.readouterr().out


def test_a_reset_keeps_the_old_version_beside_the_new(kit):
    learn.prepare(kit.workspace)
    mine = kit.workspace / LESSON
    for work in ("first", "second"):
        mine.write_text(work)
        name, kept = learn.reset_lesson("01_tools", kit.workspace)
        assert name == "01_tools" and re.match(
            r"01_tools\.\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d", kept.name
        )
        assert (kept / "01_tools.ipynb").read_text() == work
        assert mine.read_bytes() == (kit.lessons / LESSON).read_bytes()


def test_a_lesson_that_does_not_exist_is_not_reset(kit):
    learn.prepare(kit.workspace)
    # A number may have been meant for an exercise.
    for wanted, meant in (("03_steps", "3.1"), ("1", "1.1"), ("02", "2.1")):
        said = f"no lesson '{wanted}'.*01_tools, 02_events.*an exercise, such as {meant}"
        with pytest.raises(environment.SetupError, match=said):
            learn.reset_lesson(wanted, kit.workspace)
    found = sorted(p.name for p in kit.workspace.iterdir())
    assert found == [".given", "01_tools", "02_events", "glossary.md", "hand_in.ipynb"]


def test_a_page_of_the_kit_is_brought_up_to_date_and_an_older_one_kept(kit):
    learn.prepare(kit.workspace)
    for text in ("mine", "mine too"):
        (kit.workspace / "glossary.md").write_text(text)
        learn.prepare(kit.workspace)
    pages = {page.read_text("utf-8") for page in kit.workspace.glob("glossary*.md")}
    new = (kit.lessons / "glossary.md").read_text("utf-8")
    assert pages == {"mine", "mine too", new}
    assert (kit.workspace / "glossary.md").read_text("utf-8") == new


@pytest.mark.parametrize("gone", ["01_tools", "01_tools/01_tools.ipynb"])
def test_a_missing_lesson_is_named_with_the_remedy(kit, gone):
    path = kit.lessons / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    with pytest.raises(environment.SetupError, match="01.* is missing.*git checkout"):
        learn.prepare(kit.workspace)
    assert not kit.workspace.exists()


@pytest.mark.parametrize("text", ['{"cells": [', "{}", ""])
def test_a_damaged_lesson_is_named_and_not_copied(kit, text):
    damaged = kit.lessons / "02_events" / "02_events.ipynb"
    whole = damaged.read_text()
    damaged.write_text(text)
    with pytest.raises(environment.SetupError, match="02_events.ipynb is damaged.*git checkout"):
        learn.prepare(kit.workspace)
    assert not (kit.workspace / "02_events" / "02_events.ipynb").exists()
    damaged.write_text(whole)  # and the next start goes on
    learn.prepare(kit.workspace)
    assert (kit.workspace / "02_events" / "02_events.ipynb").read_text() == whole


def test_a_workspace_that_is_a_file_is_refused(kit):
    kit.workspace.write_text("mine")
    with pytest.raises(environment.SetupError, match="is a file"):
        learn.prepare(kit.workspace)
    assert kit.workspace.read_text() == "mine"


def test_a_number_that_is_no_port_is_refused():
    with pytest.raises(environment.SetupError, match="99999 is not a port"):
        servers.free_port(99999)


def test_help_needs_no_set_up(tmp_path):
    kit = make_kit(tmp_path / "kit")
    done = subprocess.run(
        [sys.executable, "scripts/learn.py", "--help"], cwd=kit, capture_output=True, text=True
    )
    assert done.returncode == 0 and "--reset WHAT" in done.stdout
    assert not (kit / ".venv").exists() and not (kit / "workspace").exists()
