"""A learn.py that runs, for the tests that need its servers."""

import contextlib
import os
import re
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

import psutil


def get(url):
    """Return (status, body) of an address, asking no proxy and following no redirect."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=30) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


class Started:
    """One learn.py, running, with what it has said so far."""

    def __init__(self, kit, *options, **env):
        self.kit, self.said = kit, []
        env = dict(os.environ, PYTHONPATH=str(kit / "lessons"), CONDA_PREFIX=sys.prefix, **env)
        self.process = psutil.Popen(
            [sys.executable, "scripts/learn.py", *options],
            cwd=kit,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.reader = threading.Thread(target=lambda: self.said.extend(self.process.stdout))
        self.reader.start()
        self.wait_until_said("Ctrl-C ends both")
        self.addresses = re.findall(r"^http://\S+$", self.text, re.MULTILINE)

    def wait_until_said(self, words):
        """Return when it has said these words, or has ended."""
        deadline = time.monotonic() + 180
        while words not in self.text and self.process.poll() is None:
            assert time.monotonic() < deadline, self.text
            time.sleep(0.1)
        self.family = self.process.children(recursive=True) if self.process.is_running() else []

    @property
    def text(self):
        return "".join(self.said)

    @property
    def lab(self):
        return self.addresses[0].partition("/lab")[0]

    @property
    def token(self):
        return self.addresses[0].partition("token=")[2]

    @property
    def mlflow(self):
        return self.addresses[1]

    def end(self, number):
        """Send a signal; return the exit code and whatever it started that is still alive."""
        with contextlib.suppress(psutil.NoSuchProcess):
            self.family = self.process.children(recursive=True)
        self.process.send_signal(number)
        code = self.process.wait(60)
        self.reader.join(10)
        return code, [p for p in self.family if p.is_running() and p.status() != "zombie"]

    def kill(self):
        for process in [self.process, *self.family]:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        self.reader.join(10)
