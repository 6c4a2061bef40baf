# %% right: fields with descriptions
# [USE IN MODEL]
from pydantic import Field


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: list[ChatMessage] = Field(description="the prompt")


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse = Field(description="the reply")


class ToolCallEvent(Event):
    """The tools that the LLM wants called."""

    tool_calls: list[ToolSelection] = Field(description="the tool calls, one or several")


class ToolOutputEvent(Event):
    """What one tool gave back."""

    output: ToolOutput = Field(description="the output of the tool")


# %% right: List of typing, other order of the classes
# [USE IN MODEL]
from typing import List


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: List[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class ToolOutputEvent(Event):
    """Show what a tool gave back."""

    output: ToolOutput


class ToolCallEvent(Event):
    """Ask for tools to be called."""

    tool_calls: List[ToolSelection]


# %% right: names for the list types
# [USE IN MODEL]
Messages = list[ChatMessage]
ToolCalls = list[ToolSelection]


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: Messages


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class ToolCallEvent(Event):
    """Carry the wanted calls."""

    tool_calls: ToolCalls


class ToolOutputEvent(Event):
    """Carry one tool's output."""

    output: ToolOutput


# %% wrong: bare lists
# breaks: A field holds what the table says and refuses everything else, `None` too.
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: list


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: list


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


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


# %% wrong: None is let in
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


# %% wrong: a single tool call without a list
# breaks: so `tool_calls` is always a list
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: list[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: ToolSelection | list[ToolSelection]


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: the reply or only its message
# breaks: A field holds what the table says and refuses everything else, `None` too.
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


# %% wrong: a tool output with the tool calls too
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

    tool_calls: list[ToolSelection]


class ToolOutputEvent(ToolCallEvent):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput
