"""The shapes of what the probes of lessons 5 to 7 reply, for who writes and who judges them.

Whoever answers in the place of a probe may send anything else, so judges trust nothing.
"""

from typing import Any, NotRequired, TypedDict

from lesson_kit.probes.replies import Raised


class TracedRun(TypedDict):
    """One run of an agent as a trace has it."""

    input: Any
    answer: Any


class StoredTrace(TypedDict):
    """A trace that was found in the store after a run."""

    experiment: str
    runs: list[TracedRun]


class Started(TypedDict):
    """What a learner's function gave back that starts tracing, and what it brought about."""

    type: str
    active: str  # the name of the experiment that is active
    traces: list[StoredTrace]  # of the runs that followed


class ReturnedTrace(TypedDict):
    """What a learner's function gave back for one question."""

    type: str
    ran: bool  # the LLM was asked
    asked: list  # what the agent that was given has in its memory as the user's words
    runs: NotRequired[list[TracedRun]]  # of a trace
    root: NotRequired[str]  # of a trace: its root's name
    id: NotRequired[str]  # of a trace


class TraceReading(TypedDict):
    """What a learner's function read off a trace, the first time and the second."""

    value: Any
    type: str
    again: Any
    unchanged: bool  # the trace holds the same as before, in the same order
    raised: NotRequired[Raised]


class WrittenScript(TypedDict):
    """What came of a script that a learner's function wrote, when it was run."""

    written: bool
    models: list  # that it set, as plain data
    error: str | None
    text: str  # of the script
    cells: list  # that the function was given, as they are afterwards


class NoModelInfo(TypedDict):
    """What a learner's name stands for in place of a logged model."""

    type: str


class LoggedModel(TypedDict):
    """What MLflow has stored about a model, and what it answered when it was loaded again."""

    name: str
    run: str | None
    status: str | None  # of the run
    experiment: str | None
    flavors: list[str]
    files: list[str]
    example: Any
    inputs: list[str] | None  # by the model's signature
    requirements: list[str]
    answer: Any


class AskedWith(TypedDict):
    """What came of asking an agent with another LLM in Settings."""

    answer: NotRequired[Any]
    raised: NotRequired[dict]  # in place of an answer: see `describe_error`
    own: NotRequired[bool]  # what was raised is the very exception of an agent that refuses
    asked: list[str]  # the questions that reached the other LLM
    restored: bool  # the old LLM was in Settings afterwards
    runs: int  # of the agent that was given


class MadeRun(TypedDict):
    """A run to be made, with a model; times are in minutes."""

    name: str
    status: str
    begun: int
    ended: int
    elsewhere: bool  # in another experiment than the one that is set


class FoundModel(TypedDict):
    """A URI that was given for a run's name, and what it stands for."""

    uri: Any
    run: int | None  # the index of the run that has the model
    number: int  # computed from the index and the factor that was given
    artifact: str


class ReloadedAgent(TypedDict):
    """What came of loading an agent: the object, its answer, the LLM in Settings."""

    type: str
    answer: Any  # None of what is no workflow
    llm: str
    delay: float | None


class Predicted(TypedDict):
    """What came of asking a model through pyfunc."""

    answer: Any
    predictions: int  # of pyfunc models
    models: int  # that have made them


class Compared(TypedDict):
    """What came of comparing two models."""

    found: Any
    type: str  # of what was found
    questions: list  # that were given, as they are afterwards


class SeenRequest(TypedDict):
    """A request as it reached the server."""

    path: str
    type: str  # of its content
    body: str


class AskedServer(TypedDict):
    """What came of asking a server."""

    requests: list[SeenRequest]
    answer: NotRequired[Any]
    raised: NotRequired[dict]  # in place of an answer: see `describe_error`
