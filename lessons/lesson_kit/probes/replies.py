"""The shapes of what probes reply, for those who write a probe and those who judge by it.

Every reply has the value of its probe, or says why there is none: see `Reply`. What stands here is
plain data; whoever answers in the place of a probe may send anything else, so judges trust nothing.
"""

from typing import Any, NotRequired, TypedDict

# How a run is said not to have ended.
NO_STEP_LEFT = "no result, and no step left to run"
ROUND_AND_ROUND = "no result after"  # … so many steps, or replies of the LLM


class Raised(TypedDict):
    """An exception: its type, those of its base classes, its text, and the learner's line."""

    type: str
    types: list[str]
    text: str
    line: NotRequired[int]
    source: NotRequired[str]
    function: NotRequired[str]
    without_self: NotRequired[list[str]]  # a step, and its first parameter in place of self


def is_cell(filename: str) -> bool:
    """Tell whether code of this file name was run in a cell of a notebook."""
    return "ipykernel_" in filename or filename.startswith("<ipython-input")


class Reply(TypedDict):
    """What one request led to: a value with the name of its type, or why there is none."""

    value: NotRequired[Any]
    type: NotRequired[str]
    raised: NotRequired[Raised]
    missing: NotRequired[str]  # the name that is not there
    timeout: NotRequired[float]  # seconds after which it was given up
    ran_dry: NotRequired[bool]  # whether a run, now or before, had nothing left to do
    stuck: NotRequired[bool]  # it could not be stopped
    printed: str
    id: NotRequired[str]  # the request's own, where it had one


class Message(TypedDict):
    """A message of a prompt."""

    role: str
    content: str | None


class Note(TypedDict):
    """A step of a run: what it took and gave, and if it left what it took as it was."""

    step: str
    takes: dict
    gives: list[dict]
    kept: bool
    silent: NotRequired[bool]  # whether it has ended and returned None


class Write(TypedDict):
    """One write into a run's store: by which method, and the values that are new or others."""

    by: str
    changed: dict


class Run(TypedDict):
    """One run of a workflow: its result with the name of its type, or why there is none."""

    steps: list[list[str | None]]  # of each finished step: its name, event in, event out
    notes: list[Note]  # of each step that began, where the run is watched
    result: NotRequired[Any]
    type: NotRequired[str]
    raised: NotRequired[Raised]
    unfinished: NotRequired[str]  # how long it was waited for
    changed: NotRequired[dict]  # the values that it was given, where it did not leave them alone
    store: NotRequired[dict]  # what was in the store at the end, where stores are watched
    writes: NotRequired[list[Write]]  # into its store, where stores are watched


class Runs(TypedDict):
    """What `workflows.run` and the like reply."""

    runs: list[Run]
    prompts: list[list[Message]]
    at_once: NotRequired[int]  # the most calls that were under way at the same time
    calls: NotRequired[list]  # the arguments that a stand-in was called with
    promises: NotRequired[dict[str, list[str]]]  # what stands behind each step's arrow
    responses: NotRequired[list]  # the LLM's, as they left it


class Asked(TypedDict):
    """What a function replied that was given an agent."""

    value: Any
    type: str
    prompts: list[list[Message]]
    runs: int  # how many runs of this very agent were begun
    ended: list[dict]  # of each that has ended, its result and the steps in its store
    at_once: int  # the most LLM calls that were under way at the same time


class ToolCall(TypedDict):
    """A call of a tool made to order, with its arguments as plain data."""

    tool: str
    arguments: dict[str, Any]


class Kept(TypedDict):
    """What a function gave, what it called, and whether what it was given is as it was."""

    value: Any
    type: str
    kept: bool
    calls: list[ToolCall]
    as_it_is: bool | None


class OfferedTool(TypedDict):
    """What the LLM is told of a tool; of what is no tool, the class alone."""

    type: str
    name: NotRequired[str]
    description: NotRequired[str]
    arguments: NotRequired[dict[str, dict]]


class Arrived(TypedDict):
    """An event after its journey: see `journeys`."""

    event: Any
    type: str
    number: int | None  # what was computed over its field
    carried: str  # the type of what its field carries
    carries: list[str]  # the names of all that the event carries, declared or not
    given: NotRequired[Any]  # what was put into its field
    kept: NotRequired[bool]  # whether the function left what it was given as it was
