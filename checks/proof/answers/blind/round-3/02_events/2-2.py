# %% right: typing.List
# [USE IN MODEL]
from typing import List


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    # about 1 line
    input: List[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    # about 1 line
    response: ChatResponse


# about 8 lines: two more classes, each with a docstring and one field
class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: List[ToolSelection]


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% right: fields with a description
# [USE IN MODEL]
from pydantic import Field


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    # about 1 line
    input: list[ChatMessage] = Field(description="the prompt")


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    # about 1 line
    response: ChatResponse = Field(..., description="the reply")


# about 8 lines: two more classes, each with a docstring and one field
class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: list[ToolSelection] = Field(description="the tools wanted")


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput = Field(description="what the tool gave back")


# %% right: aliases for the lists
# [USE IN MODEL]
Messages = list[ChatMessage]
Selections = list[ToolSelection]


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    # about 1 line
    input: Messages


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    # about 1 line
    response: ChatResponse


# about 8 lines: two more classes, each with a docstring and one field
class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: Selections


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: any list is a prompt
# breaks: A field holds what the table says and refuses everything else, `None` too.
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    # about 1 line
    input: list


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    # about 1 line
    response: ChatResponse


# about 8 lines: two more classes, each with a docstring and one field
class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: no response is fine, too
# breaks: A field holds what the table says and refuses everything else, `None` too.
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    # about 1 line
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    # about 1 line
    response: ChatResponse | None


# about 8 lines: two more classes, each with a docstring and one field
class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: no tool calls by default
# breaks: Each has one required field
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    # about 1 line
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    # about 1 line
    response: ChatResponse


# about 8 lines: two more classes, each with a docstring and one field
class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: list[ToolSelection] = []


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: one call or a list
# breaks: so `tool_calls` is always a list
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    # about 1 line
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    # about 1 line
    response: ChatResponse


# about 8 lines: two more classes, each with a docstring and one field
class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: list[ToolSelection] | ToolSelection


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: output of any type
# breaks: | `ToolOutputEvent` | `output` | what one tool gave back, a `ToolOutput` |
# [USE IN MODEL]
from typing import Any


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    # about 1 line
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    # about 1 line
    response: ChatResponse


# about 8 lines: two more classes, each with a docstring and one field
class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: Any


# %% wrong: the output event inherits the calls
# breaks: Each has one required field
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    # about 1 line
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    # about 1 line
    response: ChatResponse


# about 8 lines: two more classes, each with a docstring and one field
class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: list[ToolSelection]


class ToolOutputEvent(ToolCallEvent):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput
