# %% right: the types of typing
from typing import List


class LLMInputEvent(Event):
    input: List[ChatMessage]


class LLMOutputEvent(Event):
    response: ChatResponse


class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: ToolOutput


# %% right: Annotated fields with a description
from typing import Annotated

from pydantic import Field


class LLMInputEvent(Event):
    """The prompt."""

    input: Annotated[list[ChatMessage], Field(description="the prompt")]


class LLMOutputEvent(Event):
    """The reply."""

    response: ChatResponse = Field(description="the reply")


class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: ToolOutput


# %% right: one optional field more
class LLMInputEvent(Event):
    input: list[ChatMessage]
    note: str = ""


class LLMOutputEvent(Event):
    response: ChatResponse
    note: str | None = None


class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: ToolOutput


# %% wrong: no fields declared
# check: llm_input_carries_messages
# says: does not declare input
class LLMInputEvent(Event):
    """Carry a prompt to the LLM."""


class LLMOutputEvent(Event):
    """Carry the reply of the LLM."""


class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: ToolOutput


# %% wrong: the prompt as a string
# check: llm_input_carries_messages
# says: It refuses a good payload: input holds a list
class LLMInputEvent(Event):
    input: str


class LLMOutputEvent(Event):
    response: ChatResponse


class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: ToolOutput


# %% wrong: a list of anything
# check: llm_input_refuses_other_things
# says: list[ChatMessage]
class LLMInputEvent(Event):
    input: list


class LLMOutputEvent(Event):
    response: ChatResponse


class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: ToolOutput


# %% wrong: an empty list by default
# check: llm_input_carries_messages
# says: input is required
class LLMInputEvent(Event):
    input: list[ChatMessage] = []


class LLMOutputEvent(Event):
    response: ChatResponse


class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: ToolOutput


# %% wrong: the response as text
# check: llm_output_carries_the_response
# says: one ChatResponse
class LLMInputEvent(Event):
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    response: str


class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: ToolOutput


# %% wrong: any response will do
# check: llm_output_carries_the_response
# says: The text alone is not enough
from typing import Any


class LLMInputEvent(Event):
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    response: Any


class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: ToolOutput


# %% wrong: other names for the fields
# check: llm_output_carries_the_response
# says: The error names the field
class LLMInputEvent(Event):
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    output: ChatResponse


class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: ToolOutput


# %% wrong: dataclasses instead of events
# check: llm_input_carries_messages
# says: has to be a class of its own
from dataclasses import dataclass


@dataclass
class LLMInputEvent:
    input: list[ChatMessage]


@dataclass
class LLMOutputEvent:
    response: ChatResponse


class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: ToolOutput


# %% right: the types of typing, the tool events
from typing import List


class ToolCallEvent(Event):
    tool_calls: List[ToolSelection]


class ToolOutputEvent(Event):
    output: ToolOutput


class LLMInputEvent(Event):
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    response: ChatResponse


# %% right: at least one tool call
from typing import Annotated

from pydantic import Field


class ToolCallEvent(Event):
    """The tool calls."""

    tool_calls: Annotated[list[ToolSelection], Field(min_length=1)]


class ToolOutputEvent(Event):
    """The output."""

    output: ToolOutput


class LLMInputEvent(Event):
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    response: ChatResponse


# %% wrong: a single tool call
# check: tool_call_event_carries_tool_calls
# says: tool_calls holds a list
class ToolCallEvent(Event):
    tool_calls: ToolSelection


class ToolOutputEvent(Event):
    output: ToolOutput


class LLMInputEvent(Event):
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    response: ChatResponse


# %% wrong: one tool call or many
# check: tool_call_event_takes_many
# says: tool_calls is always a list
class ToolCallEvent(Event):
    tool_calls: list[ToolSelection] | ToolSelection


class ToolOutputEvent(Event):
    output: ToolOutput


class LLMInputEvent(Event):
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    response: ChatResponse


# %% wrong: a list of any tool calls
# check: tool_call_event_refuses_other_things
# says: list[ToolSelection]
class ToolCallEvent(Event):
    tool_calls: list


class ToolOutputEvent(Event):
    output: ToolOutput


class LLMInputEvent(Event):
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    response: ChatResponse


# %% wrong: the output as text
# check: tool_output_event_carries_an_output
# says: output holds one ToolOutput
class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: str


class LLMInputEvent(Event):
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    response: ChatResponse


# %% wrong: a list of outputs
# check: tool_output_event_carries_an_output
# says: output holds one ToolOutput
class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: list[ToolOutput]


class LLMInputEvent(Event):
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    response: ChatResponse


# %% wrong: an output that may be missing
# check: tool_output_event_carries_an_output
# says: output is required
class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: ToolOutput | None = None


class LLMInputEvent(Event):
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    response: ChatResponse


# %% wrong: only one of the two
# check: tool_output_event_carries_an_output
# says: The name ToolOutputEvent is not defined
class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]
class LLMInputEvent(Event):
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    response: ChatResponse


# %% wrong: None for a prompt
# check: llm_input_refuses_other_things
# says: None is refused, too
class LLMInputEvent(Event):
    input: list[ChatMessage] | None


class LLMOutputEvent(Event):
    response: ChatResponse


class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: ToolOutput


# %% wrong: a tuple of messages
# check: llm_events_travel
# says: input holds list[ChatMessage]
class LLMInputEvent(Event):
    input: tuple[ChatMessage, ...]


class LLMOutputEvent(Event):
    response: ChatResponse


class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: ToolOutput


# %% wrong: a message for a reply
# check: llm_events_travel
# says: response holds ChatResponse
class LLMInputEvent(Event):
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    response: ChatResponse | ChatMessage


class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: ToolOutput


# %% wrong: numbers for tool calls
# check: tool_events_travel
# says: tool_calls holds list[ToolSelection]
class LLMInputEvent(Event):
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    response: ChatResponse


class ToolCallEvent(Event):
    tool_calls: list[ToolSelection | int]


class ToolOutputEvent(Event):
    output: ToolOutput


# %% wrong: several outputs, too
# check: tool_events_travel
# says: output holds ToolOutput
class LLMInputEvent(Event):
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    response: ChatResponse


class ToolCallEvent(Event):
    tool_calls: list[ToolSelection]


class ToolOutputEvent(Event):
    output: ToolOutput | list[ToolOutput]


# %% wrong: a tuple of tool calls
# check: tool_call_event_carries_tool_calls
# says: tool_calls holds a list
class LLMInputEvent(Event):
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    response: ChatResponse


class ToolCallEvent(Event):
    tool_calls: tuple[ToolSelection, ...]


class ToolOutputEvent(Event):
    output: ToolOutput
