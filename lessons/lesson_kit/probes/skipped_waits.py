"""An event loop in which nobody waits for the clock.

Where everything in it waits for a moment to come, its clock is put forward to that moment. So what
a check runs takes as long as it computes, and what it finds depends on the order of those moments
alone, not on how busy the machine is. What goes on outside of the loop takes the time that it
takes: a thread, a socket, a process.
"""

import asyncio
import contextlib
import selectors
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

OWN_THREADS = "of-the-loop"  # how the names of the threads that work for the loop begin


class SkippingSelector(selectors.DefaultSelector):
    """Put a clock forward in place of waiting, unless something outside might come first."""

    def __init__(self, is_alone: Callable[[], bool]):
        super().__init__()
        self.is_alone = is_alone
        self.skipped = 0.0  # seconds

    def select(self, timeout: float | None = None):
        """Return what is ready, at once where there is nothing to wait for but the clock."""
        if timeout is None or timeout <= 0 or not self.is_alone():
            return super().select(timeout)
        ready = super().select(0)
        if not ready:
            self.skipped += timeout
        return ready


class SkippingLoop(asyncio.SelectorEventLoop):
    """An event loop whose clock is put forward where all that it runs waits for the clock."""

    def __init__(self):
        self._selector_of_mine = SkippingSelector(self._is_alone)
        super().__init__(self._selector_of_mine)
        self._in_threads = 0  # calls that threads of the loop carry out
        self._sockets = len(self._selector_of_mine.get_map())
        self._threads = set(threading.enumerate())
        self.set_default_executor(ThreadPoolExecutor(thread_name_prefix=OWN_THREADS))

    @property
    def skipped(self) -> float:
        """The seconds by which the clock was put forward."""
        return self._selector_of_mine.skipped

    def time(self) -> float:
        """Return the time of the loop's clock."""
        return super().time() + self.skipped

    def pass_time(self, seconds: float) -> None:
        """Put the clock forward, as by a call that holds up the loop for so long."""
        self._selector_of_mine.skipped += seconds

    def run_in_executor(self, executor, func, *args):
        """Let a thread call the function; the clock goes on by itself until it is done."""
        future = super().run_in_executor(executor, func, *args)
        self._in_threads += 1
        future.add_done_callback(self._one_thread_less)
        return future

    def _one_thread_less(self, _future) -> None:
        self._in_threads -= 1

    def _is_alone(self) -> bool:
        """Tell whether no call in a thread, no socket, and no thread made since is at work."""
        return (
            not self._in_threads
            and len(self._selector_of_mine.get_map()) == self._sockets
            and all(
                one in self._threads or one.name.startswith(OWN_THREADS)
                for one in threading.enumerate()
            )
        )


def run(awaitable):
    """Return what an awaitable gives, in a loop of its own that skips all waits."""
    with contextlib.ExitStack() as stack:
        if "workflows" in sys.modules:
            from lesson_kit.private_names import time_of_workflows

            stack.enter_context(time_of_workflows(now))
        runner = stack.enter_context(asyncio.Runner(loop_factory=SkippingLoop))
        return runner.run(_awaited(awaitable))


def pass_time(seconds: float) -> None:
    """Put the running loop's clock forward, where it is one that can be."""
    # A thread may have no loop, and a loop no such clock.
    with contextlib.suppress(RuntimeError, AttributeError):
        asyncio.get_running_loop().pass_time(seconds)


async def _awaited(value):
    return await value


def now() -> float:
    """Return the time, put forward as the running loop's clock is."""
    return time.time() + getattr(asyncio.get_running_loop(), "skipped", 0.0)
