"""Give work to processes, here or on a cluster, and get each piece back or the reason why not.

It is Dask's: a cluster of local processes unless a scheduler is named. A piece whose worker died,
or never answered, is tried once more elsewhere. Of what waits, few pieces are made at a time.
"""

import contextlib
import queue
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dask
from distributed import Client, Future, KilledWorker, LocalCluster

TRIES = 2
WAIT_FOR_WORKERS = 30  # seconds, for a scheduler, and for the first of its workers
LOOK = 1.0  # seconds between two looks at what the workers do
WITHOUT_WORKERS = 90  # seconds until the workers that had been there are given up
RESTART = 60  # seconds for a worker to be started afresh, on a busy machine
GATHER = 60  # seconds for a result to come, once a worker has it
OWN_CLUSTER = {
    "distributed.scheduler.http.routes": [],  # its pages would name learners to whoever asks
    "distributed.worker.http.routes": [],
    "distributed.scheduler.allowed-failures": 0,  # what is tried once more is decided here
    "distributed.comm.timeouts.connect": "60s",  # a laden machine takes its time
}


class NoWorkers(Exception):
    """There is nobody to do the work: one sentence that says why."""


@dataclass(frozen=True)
class Job:
    """A piece of work: its name, and what makes the payload when its turn comes."""

    name: str
    payload: Callable[[], Any]


@dataclass
class Outcome:
    """What came of a job: its payload and the result, or the problem in a sentence."""

    job: Job
    payload: Any
    result: Any = None
    problem: str = ""


@dataclass
class Begun:
    """A job that was given away."""

    job: Job
    payload: Any
    future: Future
    tries: int = 1
    seen: float = 0.0  # when a worker was first seen to be at it


@contextlib.contextmanager
def own_cluster(
    workers: int, folder: Path, environment: dict[str, str] | None = None
) -> Iterator[Client]:
    """Start worker processes on this machine, which nobody else can reach; end them after use."""
    with (
        dask.config.set(OWN_CLUSTER),
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            security=True,  # else whoever has an account on this machine could give work
            dashboard_address="127.0.0.1:0",  # else Dask asks for 8787, and warns if it is taken
            worker_dashboard_address=None,
            scheduler_kwargs={"dashboard": False},
            memory_limit=None,  # a kernel's memory is bounded, and is not the worker's
            local_directory=str(folder),
            env=environment,
            silence_logs="CRITICAL",
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client


@contextlib.contextmanager
def cluster_at(address: str) -> Iterator[Client]:
    """Use the workers of a scheduler that runs already; raise NoWorkers where there are none."""
    try:
        client = Client(address, timeout=WAIT_FOR_WORKERS, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        said = " ".join(str(error).split())[:200]
        raise NoWorkers(f"No scheduler answers at {address} ({said}).") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=WAIT_FOR_WORKERS)
        except TimeoutError:
            raise NoWorkers(
                f"The scheduler at {address} has no workers: start them with "
                f"`dask worker {address} --nthreads 1`."
            ) from None
        yield client


class Scheduling:
    """Give jobs to the workers of a client, and yield what comes of each, in any order."""

    def __init__(self, client: Client, work: Callable[[Any], Any], patience: float):
        self.client, self.work, self.patience = client, work, patience
        self.begun: dict[str, Begun] = {}
        self.ended_here: set[str] = set()  # workers that were ended, as they never answered
        self.done: queue.SimpleQueue[Future] = queue.SimpleQueue()
        self.looked = self.number = 0
        self.left_alone = 0.0  # since when there are no workers

    @property
    def at_work(self) -> list[str]:
        """Return the names of the jobs that were given away."""
        return [one.job.name for one in list(self.begun.values())]  # another thread may ask

    @property
    def width(self) -> int:
        """Return how many jobs are given away at a time.

        A worker holds none that it is not at, so that it dies of the one that it was at.
        """
        workers = self.client.scheduler_info(n_workers=-1)["workers"].values()
        return sum(one["nthreads"] for one in workers) or 1

    def run(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """Yield the outcome of each job as it comes; raise NoWorkers where the cluster is gone."""
        waiting, width = iter(jobs), self.width
        most = width
        outcome = None
        while True:
            # The next one is begun before this side turns to what came of the last.
            while len(self.begun) < width and (job := next(waiting, None)) is not None:
                self.begin(job, job.payload())
            if outcome is not None:
                yield outcome
                outcome = None
                continue
            if not self.begun:
                return
            with contextlib.suppress(queue.Empty):
                outcome = self.settle(self.done.get(timeout=LOOK))
            if time.monotonic() - self.looked >= LOOK:
                yield from self.look()
                self.keep_workers(most)
                width = self.width

    def begin(self, job: Job, payload: Any, tries: int = 1) -> None:
        self.number += 1
        key = f"{job.name} #{self.number}"
        future = self.client.submit(self.work, payload, key=key, pure=False)
        self.begun[key] = Begun(job, payload, future, tries)
        future.add_done_callback(self.done.put)

    def settle(self, future: Future) -> Outcome | None:
        """Return what came of a job, None where it is tried once more or known already."""
        if future.key not in self.begun:
            return None
        if future.status == "finished":
            try:
                result = future.result(timeout=GATHER)
            except TimeoutError:  # who had it is gone
                return self.once_more(future.key, "The process that judged it ended.")
            one = self.begun.pop(future.key)
            return Outcome(one.job, one.payload, result)
        error = future.exception() if future.status == "error" else None
        if isinstance(error, KilledWorker) and error.last_worker.address in self.ended_here:
            one = self.begun.pop(future.key)  # it was given there when that worker was ended
            self.begin(one.job, one.payload, one.tries)
            return None
        if error is None or isinstance(error, KilledWorker):
            return self.once_more(future.key, "The process that judged it ended.")
        one = self.begun.pop(future.key)
        return Outcome(one.job, one.payload, problem=f"{type(error).__name__}: {error}")

    def once_more(self, key: str, problem: str) -> Outcome | None:
        one = self.begun.pop(key)
        if one.tries < TRIES:
            self.begin(one.job, one.payload, one.tries + 1)
            return None
        return Outcome(one.job, one.payload, problem=f"{problem} So it was when tried once more.")

    def look(self) -> Iterator[Outcome]:
        """See what the workers are at, and give up on what takes longer than anything may."""
        self.looked = time.monotonic()
        try:
            processing = self.client.processing()
        except (OSError, ValueError, TimeoutError):
            processing = {}
        if self.client.status not in ("running", "connecting"):
            raise NoWorkers("The scheduler of the workers no longer answers.")
        for worker, keys in processing.items():
            for key in filter(self.begun.__contains__, map(str, keys)):
                one = self.begun[key]
                one.seen = one.seen or self.looked
                if self.looked - one.seen > self.patience:
                    self.give_up(one, worker)
                    outcome = self.once_more(
                        key, f"Nothing was heard of it for {self.patience:g} s."
                    )
                    if outcome is not None:
                        yield outcome

    def keep_workers(self, most: int) -> None:
        """Start workers again where all of a cluster of our own have ended, and nobody did.

        Raises NoWorkers where there are none for long.
        """
        if self.client.scheduler_info(n_workers=-1)["workers"]:
            self.left_alone = 0.0
            return
        self.left_alone = self.left_alone or time.monotonic()
        if time.monotonic() - self.left_alone > WITHOUT_WORKERS:
            raise NoWorkers("All workers have ended, and none came back.")
        if self.client.cluster is not None:
            self.client.cluster.scale(most)

    def give_up(self, one: Begun, worker: str) -> None:
        """Take a job from its worker, and start this afresh where somebody watches over it."""
        one.future.cancel(force=True)
        self.ended_here.add(worker)
        with contextlib.suppress(Exception):  # no such watch, or it does not answer either
            self.client.restart_workers([worker], timeout=RESTART, raise_for_error=False)
