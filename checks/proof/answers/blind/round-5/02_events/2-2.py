# %% right: fields described with pydantic's Field
# [USE IN MODEL]
from pydantic import Field


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: list[ChatMessage] = Field(description="the prompt")


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse = Field(..., description="the reply")


class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: list[ToolSelection] = Field(description="what the LLM wants called")


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput = Field(..., description="what one tool gave back")


# %% right: typing.List and names for the types
# [USE IN MODEL]
from typing import List

Prompt = List[ChatMessage]
Wishes = List[ToolSelection]


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: Prompt


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class ToolOutputEvent(Event):
    """Tell whoever watches what one tool gave back."""

    output: ToolOutput


class ToolCallEvent(Event):
    """Ask for one or several tools to be called."""

    tool_calls: Wishes


# %% right: strict fields, Annotated
# [USE IN MODEL]
from typing import Annotated

from pydantic import Field


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: Annotated[list[ChatMessage], Field(strict=True)]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: Annotated[ChatResponse, Field(strict=True)]


class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: Annotated[list[ToolSelection], Field(strict=True)]


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: Annotated[ToolOutput, Field(strict=True)]


# %% wrong: the prompt is any list
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

    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: a sequence, so that a tuple stays a tuple
# breaks: A field holds what the table says and refuses everything else, `None` too.
# [USE IN MODEL]
from collections.abc import Sequence


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: Sequence[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: no calls by default
# breaks: Each has one required field
# [USE IN MODEL]
from pydantic import Field


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    input: list[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    response: ChatResponse


class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: list[ToolSelection] = Field(default_factory=list)


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: the output may be None
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


# %% wrong: one call alone will do as well
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

    tool_calls: list[ToolSelection] | ToolSelection


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: keeps the first call only
# breaks: the tools that the LLM wants called, a list of `ToolSelection`
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

    @field_validator("tool_calls")
    @classmethod
    def one_at_a_time(cls, calls):
        """Let the agent call one tool at a time."""
        return calls[:1]


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput
