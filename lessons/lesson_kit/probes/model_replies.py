"""The shapes of what the probes of lessons 5 to 7 reply, for who writes and who judges them.

Whoever answers in the place of a probe may send anything else, so judges trust nothing.
"""

from typing import Any, NotRequired, TypedDict


class TracedRun(TypedDict):
    """One run of an agent as a trace has it."""

    input: Any
    answer: Any


class StoredTrace(TypedDict):
    """A trace that was found in the store after a run."""

    experiment: str
    runs: list[TracedRun]


class ReturnedTrace(TypedDict):
    """What a learner's function gave back for one question."""

    type: str
    ran: bool  # the LLM was asked
    runs: NotRequired[list[TracedRun]]  # of a trace


class WrittenScript(TypedDict):
    """What came of a script that a learner's function wrote, when it was run."""

    written: bool
    models: list  # that it set, as plain data
    error: str | None


class NoModelInfo(TypedDict):
    """What a learner's name stands for in place of a logged model."""

    type: str


class LoggedModel(TypedDict):
    """What MLflow has stored about a model, and what it answered when it was loaded again."""

    name: str
    run: str | None
    experiment: str | None
    flavors: list[str]
    files: list[str]
    example: Any
    answer: Any
