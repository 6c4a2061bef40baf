"""A client waits for its kernel as long as it has to, and no longer."""

import asyncio
from queue import Empty

import pytest

from checks.grading.prompt_client import PromptClient


class Told(PromptClient):
    """A client whose kernel does what is told: `shell` and `iopub` say which try hears of it."""

    shell = iopub = 1
    alive = True
    asked = 0

    def kernel_info(self, *args, **kwargs):
        self.asked += 1

    async def get_shell_msg(self, timeout):
        if self.asked < self.shell:
            raise Empty

    async def get_iopub_msg(self, timeout):
        if self.asked < self.iopub:
            raise Empty

    async def is_alive(self):
        return self.alive


def wait(timeout=None, **told) -> int:
    """Return how often a kernel had to be asked."""
    client = Told()
    for name, value in told.items():
        setattr(client, name, value)
    asyncio.run(client.wait_for_ready(timeout))
    return client.asked


def test_a_kernel_is_asked_until_it_answers_and_is_heard_to_work():
    assert wait() == 1
    assert wait(shell=3) == 3
    assert wait(shell=2, iopub=4) == 4


def test_where_a_kernel_dies_or_never_answers_that_is_said():
    with pytest.raises(RuntimeError, match="died before it answered"):
        wait(shell=99, alive=False)
    with pytest.raises(RuntimeError, match="did not answer within 0.01 s"):
        wait(0.01, shell=10**9)
