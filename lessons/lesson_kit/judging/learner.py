"""The handle on a learner's namespace: it can call, construct and inspect, and gets plain data.

Checks know nothing else of learner code. Where that runs depends on the handle alone: `InProcess`
here, a kernel when graded.
"""

import copy
import json
import random
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Calls, NoVerdict, Outcome, show
from lesson_kit.judging.side_by_side import Judge, Pool

NO_DATA = Finding("not-judged/no-data", "The reply to the check was not valid data.")
PATIENCE = 10  # seconds that one request to learner code may take in the notebook
MAKE_TOOL = "lesson_kit.probes.made_tools.make"


def the(name: str) -> dict:
    """Stand for the object that the learner called so, in the arguments of a request."""
    return {"$the": name}


def new(cls: str, **fields) -> dict:
    """Stand for a new object of a class, the learner's or a library's, in a request's arguments."""
    return {"$new": cls, "with": fields}


def made_tool(name: str, types: dict[str, str], **behaviour) -> dict:
    """Stand for a tool made to order: see `lesson_kit.probes.made_tools.make`."""
    return new(MAKE_TOOL, name=name, types=types, **behaviour)


class Request(NamedTuple):
    """What is asked of a probe, and what a report calls that."""

    op: str
    called: str
    arguments: dict


class Learner:
    """A handle on a learner's namespace: it can call, construct and inspect, and gets plain data.

    A subclass says how a request, which is JSON, reaches the namespace: see `ask`.
    `random` is seeded, so that hidden inputs vary by learner and stay the same in a regrade.
    """

    seconds: float = PATIENCE
    carries_several = False  # requests at a time

    def __init__(self, seed: str = "practice"):
        self.seed = seed
        self.random = random.Random(seed)
        self.pool: Pool | None = None  # of checks that ask side by side
        # Whether a run of this answer had nothing left to do, see `probes`: all checks know.
        self.ran_dry = [False]
        self.known: dict[str, Any] = {}  # what `once` has given: all checks know that, too

    def for_check(self, name: str, pool: Pool | None = None) -> "Learner":
        """Return the handle of one check, which draws inputs of its own."""
        made = copy.copy(self)
        made.random, made.pool = random.Random(f"{self.seed} {name}"), pool
        return made

    def for_judge(self) -> "Learner":
        """Return the handle of one of several judges, which draws inputs of its own."""
        made = copy.copy(self)
        made.random = random.Random(self.random.getrandbits(64))
        return made

    def once(self, name: str, judge: Judge) -> Any:
        """Return what a judge gives, with a handle of its own, a single time for all checks."""
        handle = self.for_check(name, self.pool)
        if self.pool:
            return self.pool.once(name, lambda: judge(handle))
        if name not in self.known:
            self.known[name] = judge(handle)
        return self.known[name]

    def ask(self, request: str) -> str:
        """Carry one request over and return the reply; raise `NoVerdict` where none comes."""
        raise NotImplementedError

    def ask_first(self, requests: Sequence[str]) -> list[str]:
        """Carry over the first of these requests, or several of them; return their replies.

        Raises `NoVerdict` where there is none to the first.
        """
        return [self.ask(requests[0])]

    def replies(self, requests: list[str]) -> Iterator[str]:
        """Yield the replies to requests, in order."""
        while requests:
            came = self.ask_first(requests)
            yield from came
            requests = requests[len(came) :]

    def request(self, op: str, called: str, **arguments) -> Outcome:
        """Carry out a probe of `lesson_kit.probes` on the learner's namespace."""
        return next(self.request_each([requested(op, called, **arguments)]))

    def request_each(self, asked: Sequence[Request]) -> Iterator[Outcome]:
        """Carry out several requests, none of which depends on another's reply, in order.

        Judge each outcome before the next is taken: what is first wrong is then said first.
        """
        messages = [self.message(one) for one in asked]
        replies = self.pool.replies(messages) if self.pool else self.replies(messages)
        for one, reply in zip(asked, replies, strict=True):
            yield self.outcome(one.called, reply)

    def message(self, asked: Request) -> str:
        """Return a request as JSON."""
        return json.dumps(
            {
                "op": asked.op,
                "args": asked.arguments,
                "timeout": self.seconds,
                "ran_dry": self.ran_dry[0],
            }
        )

    def outcome(self, called: str, reply: str) -> Outcome:
        """Return what a reply says; raise `NoVerdict` where it is no valid data."""
        try:
            fields = json.loads(reply)
            self.ran_dry[0] = bool(fields.pop("ran_dry", False))
            outcome = Outcome(called, **fields)
        except (ValueError, TypeError, AttributeError) as error:
            raise NoVerdict(NO_DATA) from error
        for name, kinds in (("raised", dict), ("missing", str), ("printed", str)):
            if not isinstance(getattr(outcome, name), (kinds, type(None))):
                raise NoVerdict(NO_DATA)
        return outcome

    def call(self, target: str, *args, **kwargs) -> Outcome:
        """Call a learner's function, class or method; a coroutine is awaited."""
        return next(self.request_each([call_of(target, *args, **kwargs)]))

    def describe(self, name: str) -> Outcome:
        """Return what can be read off a learner's function or class without calling it."""
        return next(self.request_each([description_of(name)]))

    def run(self, workflow: str, *inputs: dict, **options) -> Outcome:
        """Run a workflow class or instance for each input: see `probes.workflows.run`.

        A run takes milliseconds: what takes the four seconds of the probe never ends.
        """
        return next(self.request_each([run_of(workflow, *inputs, **options)]))


def requested(op: str, called: str, **arguments) -> Request:
    """Return the request for a probe with these arguments."""
    return Request(op, called, arguments)


def call_of(target: str, *args, **kwargs) -> Request:
    """Return the request for a call of a learner's function: see `Learner.call`."""
    shown = [show_argument(value) for value in args]
    shown += [f"{name}={show_argument(value)}" for name, value in kwargs.items()]
    called = f"{target}({', '.join(shown)})"
    return requested("call", called, target=target, args=list(args), kwargs=kwargs)


def description_of(name: str) -> Request:
    """Return the request for what can be read off an object: see `Learner.describe`."""
    return requested("describe", name, name=name)


def run_of(workflow: str, *inputs: dict, **options) -> Request:
    """Return the request for runs of a learner's workflow: see `Learner.run`."""
    init = options.get("init") or {}
    called = show_runs(workflow, inputs, options.get("together", False), init)
    if (made := options.get("instances", 1)) > 1:
        called = Calls(f"{made} instances by turns: {called}", called.each, made)
    return requested("workflows.run", called, workflow=workflow, inputs=list(inputs), **options)


def show_runs(
    workflow: str, inputs: Sequence[dict], together: bool = False, init: dict | None = None
) -> Calls:
    """Return the runs of a workflow's class, made with `init`, or instance; each is a call."""
    instance = f"{workflow}({by_name(init or {})})" if workflow[:1].isupper() else workflow
    runs = [f"run({by_name(values)})" for values in inputs]
    between = ", at the same time ." if together else ", then ."
    each = [f"{instance}.{run}" for run in runs]
    return Calls(f"{instance}.{between.join(runs)}", [] if together else each)


def by_name(values: dict) -> str:
    return ", ".join(f"{name}={show_argument(value)}" for name, value in values.items())


def show_argument(value) -> str:
    if isinstance(value, dict) and "$the" in value:
        return value["$the"]
    if isinstance(value, dict) and value.get("$new") == MAKE_TOOL:
        tool = value["with"]  # a tool made to order: by its signature, as it cannot be called so
        optional = tool.get("optional", ())
        types = ", ".join(
            f"{name}: {kind}{' = …' if name in optional else ''}"
            for name, kind in tool["types"].items()
        )
        return f"a tool {tool['name']}({types})"
    if isinstance(value, dict) and "$new" in value:
        return f"{value['$new'].rpartition('.')[2]}({by_name(value['with'])})"
    if isinstance(value, list):
        return f"[{', '.join(map(show_argument, value))}]"
    return show(value)


class InProcess(Learner):
    """The handle on a namespace of this very process: the notebook's, or a dictionary of a test."""

    def __init__(
        self, namespace: dict | None = None, seed: str = "practice", seconds: float = PATIENCE
    ):
        super().__init__(seed)
        self.namespace = namespace
        self.seconds = seconds

    def ask(self, request: str) -> str:
        from lesson_kit import probes

        return probes.answer(request, self.namespace)
