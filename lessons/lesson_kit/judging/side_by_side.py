"""Run checks side by side: what they all ask next goes over in one message.

A message takes milliseconds, which is more than most requests do. A check is an ordinary function;
while it waits for a reply, the next one goes on. Each is judged as if it ran alone: by replies to
its own requests, in their order, and with inputs of its own.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from greenlet import getcurrent, greenlet

from lesson_kit.judging.outcomes import NoVerdict

Work = Callable[["Pool"], Any]


class Asked:
    """The requests of one call, and the replies that have come and were not taken yet."""

    def __init__(self, requests: list[str]):
        self.left, self.came = deque(requests), deque[str]()


class Pool:
    """Carry what several pieces of work ask, by `ask_first`: see `Learner.ask_first`."""

    def __init__(self, ask_first: Callable[[list[str]], list[str]]):
        self.ask_first = ask_first
        self.waiting: dict[greenlet, list[Asked]] = {}  # the innermost call is the last

    def results(self, works: Iterable[Work]) -> Iterator[Any]:
        """Do all pieces of work; yield what each returns, in their order, as soon as it is there.

        What is not asked for is not done: whoever stops taking results stops the rest of the work.
        """
        ended: dict[greenlet, Any] = {}

        def work_of(work: Work):
            return greenlet(lambda: ended.__setitem__(getcurrent(), work(self)))

        workers = [work_of(work) for work in works]
        try:
            for one in workers:
                self.waiting[one] = []
                one.switch()
            for one in workers:
                while one not in ended:
                    self.ask([other for other in workers if not other.dead])
                yield ended[one]
        finally:
            for one in workers:
                if not one.dead:
                    one.throw()

    def ask(self, workers: list[greenlet]) -> None:
        """Ask what is asked next, and let each go on whose reply is there."""
        calls = [call for one in workers for call in reversed(self.waiting[one])]
        requests = [(call, request) for call in calls for request in call.left]
        try:
            replies = self.ask_first([request for _, request in requests])
        except NoVerdict as reason:
            workers[0].throw(reason)
            return
        for (call, _), reply in zip(requests, replies, strict=False):
            call.left.popleft()
            call.came.append(reply)
        for one in workers:
            while not one.dead and self.waiting[one][-1].came:
                one.switch()

    def replies(self, requests: list[str]) -> Iterator[str]:
        """Yield the replies to requests of the work under way, which waits for them meanwhile."""
        call, mine = Asked(requests), self.waiting[getcurrent()]
        mine.append(call)
        try:
            for _ in requests:
                while not call.came:
                    getcurrent().parent.switch()
                yield call.came.popleft()
        finally:
            mine.remove(call)
