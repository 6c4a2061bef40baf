"""Run checks and judges side by side: what they all ask next goes over in one message.

A message takes milliseconds, which is more than most requests do. A check is an ordinary function;
while it waits for a reply, the next one goes on. Each is judged by replies to its own requests, in
their order, and with inputs of its own. What it asks after a reply comes behind what the others ask
first: an answer that keeps state may see requests in another order than the checks stand in.

A judge is a function that takes the handle on a learner's namespace. A check may give several of
them to `at_once`; `later` is for a judge that takes more than the handle.

    def doubles(learner, number):
        learner.call("double", number).returns(2 * number)

    doubles(learner, 3)  # alone
    at_once(learner, *(later(doubles, number) for number in (3, 4, 5)))
"""

import functools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from greenlet import getcurrent, greenlet

from lesson_kit.judging.outcomes import NoVerdict

Judge = Callable[[Any], Any]  # of a `Learner`


def later(judge: Callable[..., Any], /, *args, **kwargs) -> Judge:
    """Return a judge that hands these arguments on, after the handle that it is given."""
    return lambda learner: judge(learner, *args, **kwargs)


def at_once(learner, *judges: Judge) -> list:
    """Let judges ask side by side; return what each returns, in their order."""
    return list(each_of(learner, *judges))


def each_of(learner, *judges: Judge) -> Iterator[Any]:
    """Let judges ask side by side; yield what each returns, in their order.

    What one raises is raised in its turn, and stops the rest.
    """
    # All handles first: what a judge draws must not depend on how far the others have come.
    handles = [learner.for_judge() for _ in judges]
    works = map(functools.partial, judges, handles)
    yield from learner.pool.results(works) if learner.pool else (work() for work in works)


class Asked:
    """The requests of one call, and the replies that have come and were not taken yet."""

    def __init__(self, requests: list[str]):
        self.left, self.came = deque(requests), deque[str]()


class Worker(greenlet):
    """A piece of work, which waits for replies or for workers of its own."""

    def __init__(self, work: Callable[[], Any]):
        super().__init__()
        self.work = work
        self.calls: list[Asked] = []  # the innermost is the last
        self.below: list[Worker] = []  # who have a part of its work
        self.waits_for: Worker | None = None
        self.ended = False
        self.value: Any = None
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self.value = self.work()
        except Exception as error:  # raised again where the result is taken
            self.error = error
        finally:
            for one in self.below:
                if not one.ended:  # who failed takes no further results
                    one.stop()
            self.ended = True

    @property
    def is_ready(self) -> bool:
        """Tell whether it can go on."""
        if self.waits_for is not None:
            return self.waits_for.ended
        return not self.ended and bool(self.calls[-1].came)

    def go(self) -> None:
        """Work until there is something to wait for, or to the end; who has called goes on then."""
        self.parent = getcurrent()
        self.switch()

    def stop(self, *reason: Exception) -> None:
        """Raise this where it waits; without a reason, end it."""
        self.parent = getcurrent()
        self.throw(*reason)

    @staticmethod
    def wait() -> None:
        """Let who has called this worker go on."""
        getcurrent().parent.switch()


class Pool:
    """Carry what several pieces of work ask, by `ask_first`: see `Learner.ask_first`."""

    def __init__(self, ask_first: Callable[[list[str]], list[str]]):
        self.ask_first = ask_first
        self.workers: list[Worker] = []  # in the order in which they would work alone
        self.shared: dict[str, Worker] = {}
        self.given_up: tuple[Worker, NoVerdict] | None = None

    def give_up(self, reason: NoVerdict) -> None:
        """Ask nothing more for the work that comes after the one under way: it gets this reason."""
        here, place = getcurrent(), self.workers.index
        if self.given_up is None or place(here) < place(self.given_up[0]):
            self.given_up = here, reason

    def results(self, works: Iterable[Callable[[], Any]]) -> Iterator[Any]:
        """Do all pieces of work; yield what each returns, in their order, as soon as it is there.

        What one raises is raised in its turn. Who stops taking results stops the rest of the work.
        Work may be divided again.
        """
        workers = [Worker(work) for work in works]
        above, place = getcurrent(), 0
        if isinstance(above, Worker):
            above.below += workers
            place = self.workers.index(above) + 1
        self.workers[place:place] = workers
        try:
            for one in workers:
                one.go()
            for one in workers:
                yield self.result_of(one)
        finally:
            if not isinstance(above, Worker):
                workers += self.shared.values()
            for one in workers:
                self.workers.remove(one)
                if not one.ended:
                    one.stop()

    def once(self, name: str, work: Callable[[], Any]) -> Any:
        """Return what work of this name gives, which is done a single time for all who want it."""
        if name not in self.shared:
            one = self.shared[name] = Worker(work)
            self.workers.insert(self.workers.index(getcurrent()), one)
            one.go()
        return self.result_of(self.shared[name])

    def result_of(self, one: Worker) -> Any:
        """Wait for a worker's end; return what it gives, or raise what it raised."""
        above = getcurrent()
        while not one.ended:
            if isinstance(above, Worker):
                above.waits_for = one
                above.wait()
                above.waits_for = None
            else:
                self.ask()
        if one.error is not None:
            raise one.error
        return one.value

    def ask(self) -> None:
        """Ask what is asked next, and let all go on that can."""
        waiting = [one for one in self.workers if not (one.ended or one.waits_for)]
        if self.given_up is not None:
            last, reason = self.given_up
            later_ones = self.workers[self.workers.index(last) + 1 :]
            if stopped := next((one for one in waiting if one in later_ones), None):
                stopped.stop(reason)
                self.go_on()
                return
        calls = [call for one in waiting for call in reversed(one.calls)]
        requests = [(call, request) for call in calls for request in call.left]
        try:
            replies = self.ask_first([request for _, request in requests])
        except NoVerdict as reason:
            waiting[0].stop(reason)
            replies = []
        for (call, _), reply in zip(requests, replies, strict=False):
            call.left.popleft()
            call.came.append(reply)
        self.go_on()

    def go_on(self) -> None:
        """Let all go on that can."""
        while ready := next((one for one in self.workers if one.is_ready), None):
            ready.go()

    def replies(self, requests: list[str]) -> Iterator[str]:
        """Yield the replies to requests of the work under way, which waits for them meanwhile."""
        worker, call = getcurrent(), Asked(requests)
        worker.calls.append(call)
        try:
            for _ in requests:
                while not call.came:
                    worker.wait()
                yield call.came.popleft()
        finally:
            worker.calls.remove(call)
