# %% right: List from typing
# [USE IN MODEL]
from typing import List


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: List[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class ToolCallEvent(Event):
    """Carry the calls that the LLM wants made, in `tool_calls`."""

    tool_calls: List[ToolSelection]


class ToolOutputEvent(Event):
    """Carry the result of one tool, in `output`."""

    output: ToolOutput


# %% right: explicit Field with an ellipsis and descriptions
# [USE IN MODEL]
from pydantic import Field


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: list[ChatMessage] = Field(..., description="the prompt")


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse = Field(..., description="the reply")


class ToolCallEvent(Event):
    """Carry the calls that the LLM wants made, in `tool_calls`."""

    tool_calls: list[ToolSelection] = Field(..., description="what the LLM asks for")


class ToolOutputEvent(Event):
    """Carry the result of one tool, in `output`."""

    output: ToolOutput = Field(..., description="what it got")


# %% right: named types, the list itself strict, other order
# [USE IN MODEL]
from typing import Annotated

from pydantic import Field

Messages = Annotated[list[ChatMessage], Field(strict=True)]
ToolCalls = Annotated[list[ToolSelection], Field(strict=True)]


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: Messages


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class ToolOutputEvent(Event):
    """Tell whoever watches what a tool gave back."""

    output: ToolOutput


class ToolCallEvent(Event):
    """Tell which tools the LLM wants called."""

    tool_calls: ToolCalls


# %% wrong: a list of anything
# breaks: A field holds what the table says and refuses everything else, `None` too.
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: list


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class ToolCallEvent(Event):
    """Carry the calls that the LLM wants made, in `tool_calls`."""

    tool_calls: list


class ToolOutputEvent(Event):
    """Carry the result of one tool, in `output`."""

    output: ToolOutput


# %% wrong: None allowed as an output
# breaks: A field holds what the table says and refuses everything else, `None` too.
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: list[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class ToolCallEvent(Event):
    """Carry the calls that the LLM wants made, in `tool_calls`."""

    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    """Carry the result of one tool, in `output`."""

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
    """Carry the calls that the LLM wants made, in `tool_calls`."""

    tool_calls: list[ToolSelection] = []


class ToolOutputEvent(Event):
    """Carry the result of one tool, in `output`."""

    output: ToolOutput


# %% wrong: one tool call or a list of them
# breaks: An LLM may want one tool or several at once, so `tool_calls` is always a list.
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: list[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class ToolCallEvent(Event):
    """Carry the calls that the LLM wants made, in `tool_calls`."""

    tool_calls: ToolSelection | list[ToolSelection]


class ToolOutputEvent(Event):
    """Carry the result of one tool, in `output`."""

    output: ToolOutput


# %% wrong: the message of the reply in place of the reply, or both
# breaks: the reply, one `ChatResponse`
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: list[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse | ChatMessage


class ToolCallEvent(Event):
    """Carry the calls that the LLM wants made, in `tool_calls`."""

    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    """Carry the result of one tool, in `output`."""

    output: ToolOutput


# %% wrong: the output event grows out of the tool call event
# breaks: Each has one required field
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: list[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class ToolCallEvent(Event):
    """Carry the calls that the LLM wants made, in `tool_calls`."""

    tool_calls: list[ToolSelection]


class ToolOutputEvent(ToolCallEvent):
    """Carry the result of one tool, in `output`."""

    output: ToolOutput
