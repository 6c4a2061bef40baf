# %% right: the types of typing
from typing import List


class ToolCallEvent(Event):
    tool_calls: List[ToolSelection]


class ToolOutputEvent(Event):
    output: ToolOutput


# %% right: at least one tool call
from typing import Annotated

from pydantic import Field


class ToolCallEvent(Event):
    """The tool calls."""

    tool_calls: Annotated[list[ToolSelection], Field(min_length=1)]


class ToolOutputEvent(Event):
    """The output."""

    output: ToolOutput


# %% wrong: a single tool call
# check: tool_call_event_carries_tool_calls
# says: tool_calls holds a list
class ToolCallEvent(Event):
    tool_calls: ToolSelection


class ToolOutputEvent(Event):
    output: ToolOutput


# %% wrong: one tool call or many
# check: tool_call_event_takes_many
# says: tool_calls is always a list
class ToolCallEvent(Event):
    tool_calls: list[ToolSelection] | ToolSelection


class ToolOutputEvent(Event):
    output: ToolOutput


# %% wrong: a list of anything
# check: tool_call_event_refuses_other_things
# says: list[ToolSelection]
class ToolCallEvent(Event):
    tool_calls: list


class ToolOutputEvent(Event):
    output: ToolOutput


# %% wrong: the output as text
# check: tool_output_event_carries_an_output
# says: output holds one ToolOutput
class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: str


# %% wrong: a list of outputs
# check: tool_output_event_carries_an_output
# says: output holds one ToolOutput
class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: list[ToolOutput]


# %% wrong: an output that may be missing
# check: tool_output_event_carries_an_output
# says: output is required
class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: ToolOutput | None = None


# %% wrong: only one of the two
# check: tool_output_event_carries_an_output
# says: The name ToolOutputEvent is not defined
class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]
