# %% right: typing.List, the tool classes the other way round
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


class ToolOutputEvent(Event):
    """One tool has been called: here is its output."""

    output: ToolOutput


class ToolCallEvent(Event):
    """The LLM wants these tools called."""

    tool_calls: List[ToolSelection]


# %% right: Field with descriptions, and required
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

    tool_calls: list[ToolSelection] = Field(description="what to call")


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput = Field(description="what one tool gave back")


# %% right: names for the list types
# [USE IN MODEL]
Prompt = list[ChatMessage]
ToolCalls = list[ToolSelection]


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    # about 1 line
    input: Prompt


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    # about 1 line
    response: ChatResponse


class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: ToolCalls


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% right: Annotated, with short docstrings
# [USE IN MODEL]
from typing import Annotated


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    # about 1 line
    input: Annotated[list[ChatMessage], "the prompt"]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    # about 1 line
    response: Annotated[ChatResponse, "the reply"]


class ToolCallEvent(Event):
    """Tools to call."""

    tool_calls: Annotated[list[ToolSelection], "what the LLM wants"]


class ToolOutputEvent(Event):
    """A tool has answered."""

    output: Annotated[ToolOutput, "what one tool gave back"]


# %% wrong: a list of anything
# breaks: A field holds what the table says and refuses everything else
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

    tool_calls: list


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: only tool_calls is a list of anything
# breaks: | `ToolCallEvent` | `tool_calls` | the tools that the LLM wants called, a list of `ToolSelection` |
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

    tool_calls: list


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: output may be anything
# breaks: A field holds what the table says and refuses everything else
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


# %% wrong: response may be None
# breaks: refuses everything else, `None` too
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


# %% wrong: output is Optional, though required
# breaks: refuses everything else, `None` too
# [USE IN MODEL]
from typing import Optional


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

    output: Optional[ToolOutput]


# %% wrong: tool_calls is empty by default
# breaks: Each has one required field
# [USE IN MODEL]
from pydantic import Field


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

    tool_calls: list[ToolSelection] = Field(default_factory=list)


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: input is empty by default
# breaks: Each has one required field
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    # about 1 line
    input: list[ChatMessage] = []


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


# %% wrong: output is None by default
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


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput = None


# %% wrong: one tool call or a list of them
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

    tool_calls: ToolSelection | list[ToolSelection]


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: a single tool call is put into a list
# breaks: A field holds what the table says and refuses everything else
# [USE IN MODEL]
from pydantic import field_validator


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

    @field_validator("tool_calls", mode="before")
    @classmethod
    def as_list(cls, value):
        return [value] if isinstance(value, ToolSelection) else value


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: a tuple of tool calls
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

    tool_calls: tuple[ToolSelection, ...]


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: any sequence of messages
# breaks: | `LLMInputEvent` | `input` | the prompt, a list of `ChatMessage` |
# [USE IN MODEL]
from collections.abc import Sequence


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    # about 1 line
    input: Sequence[ChatMessage]


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


# %% wrong: one tool call at most
# breaks: An LLM may want one tool or several at once
# [USE IN MODEL]
from pydantic import Field


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

    tool_calls: list[ToolSelection] = Field(max_length=1)


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: messages or plain strings
# breaks: the prompt, a list of `ChatMessage`
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    # about 1 line
    input: list[ChatMessage | str]


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


# %% wrong: a response or its text
# breaks: the reply, one `ChatResponse`
# [USE IN MODEL]
class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    # about 1 line
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    # about 1 line
    response: ChatResponse | str


# about 8 lines: two more classes, each with a docstring and one field
class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: an output or a text
# breaks: what one tool gave back, a `ToolOutput`
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


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput | str


# %% wrong: a list of outputs
# breaks: what one tool gave back, a `ToolOutput`
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


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: list[ToolOutput]


# %% wrong: output under another name
# breaks: | `ToolOutputEvent` | `output` | what one tool gave back, a `ToolOutput` |
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


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    tool_output: ToolOutput


# %% wrong: output carries the selection
# breaks: what one tool gave back, a `ToolOutput`
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


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolSelection


# %% wrong: ToolOutputEvent based on ToolCallEvent
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


# %% wrong: ToolOutputEvent wants the tool's name too
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


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    tool_name: str
    output: ToolOutput


# %% wrong: ToolOutputEvent is a plain pydantic model
# breaks: each based on `Event`
# [USE IN MODEL]
from pydantic import BaseModel


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


class ToolOutputEvent(BaseModel):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: ToolOutputEvent is forgotten
# breaks: write the other two whole
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


class ToolResultEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput


# %% wrong: the response is not checked
# breaks: refuses everything else
# [USE IN MODEL]
from pydantic import SkipValidation


class LLMInputEvent(Event):
    """Carry a prompt to the LLM: its messages, in `input`."""

    # about 1 line
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    """Carry the reply of the LLM, in `response`."""

    # about 1 line
    response: SkipValidation[ChatResponse]


# about 8 lines: two more classes, each with a docstring and one field
class ToolCallEvent(Event):
    """Carry the tool calls that the LLM asks for, in `tool_calls`."""

    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    """Carry what a tool gave back, in `output`."""

    output: ToolOutput
