# %% right: List of typing, described with Field
# [USE IN MODEL]
from typing import List

from pydantic import Field


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: List[ChatMessage] = Field(description="the prompt")


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse = Field(..., description="the reply")


class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: List[ToolSelection] = Field(description="what the LLM wants called")


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput = Field(..., description="what one tool gave back")


# %% right: names for the list types, other order
# [USE IN MODEL]
Messages = list[ChatMessage]
Calls = list[ToolSelection]


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: Calls


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: Messages


# %% right: Annotated types, a shared base class for the tool events
# [USE IN MODEL]
from typing import Annotated


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: Annotated[list[ChatMessage], "the prompt"]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class ToolEvent(Event):
    """What has to do with tools."""


class ToolCallEvent(ToolEvent):
    """The LLM wants these tools called."""

    tool_calls: Annotated[list[ToolSelection], "one or several"]


class ToolOutputEvent(ToolEvent):
    """One tool has answered."""

    output: Annotated[ToolOutput, "of one call"]


# %% wrong: a list of anything
# breaks: A field holds what the table says and refuses everything else
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: list


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: None is allowed for the output
# breaks: A field holds what the table says and refuses everything else, `None` too.
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: list[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput | None


# %% wrong: no tool calls by default
# breaks: Each has one required field
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: list[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: list[ToolSelection] = []


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: a single tool call gets its list
# breaks: A field holds what the table says and refuses everything else
# [USE IN MODEL]
from pydantic import field_validator


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: list[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: list[ToolSelection]

    @field_validator("tool_calls", mode="before")
    @classmethod
    def always_a_list(cls, value):
        """Put a single tool call into a list."""
        return [value] if isinstance(value, ToolSelection) else value


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: a tuple of tool calls
# breaks: An LLM may want one tool or several at once, so `tool_calls` is always a list.
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: list[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: tuple[ToolSelection, ...]


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: the reply may also be its message
# breaks: A field holds what the table says and refuses everything else
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: list[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse | ChatMessage


class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput
