# %% right: the types of typing
from typing import List


class LLMInputEvent(Event):
    input: List[ChatMessage]


class LLMOutputEvent(Event):
    response: ChatResponse


# %% right: Annotated fields with a description
from typing import Annotated

from pydantic import Field


class LLMInputEvent(Event):
    """The prompt."""

    input: Annotated[list[ChatMessage], Field(description="the prompt")]


class LLMOutputEvent(Event):
    """The reply."""

    response: ChatResponse = Field(description="the reply")


# %% right: one optional field more
class LLMInputEvent(Event):
    input: list[ChatMessage]
    note: str = ""


class LLMOutputEvent(Event):
    response: ChatResponse
    note: str | None = None


# %% wrong: no fields declared
# check: llm_input_carries_messages
# says: does not declare input
class LLMInputEvent(Event):
    """Carry a prompt to the LLM."""


class LLMOutputEvent(Event):
    """Carry the reply of the LLM."""


# %% wrong: the prompt as a string
# check: llm_input_carries_messages
# says: It refuses a good payload: input holds a list
class LLMInputEvent(Event):
    input: str


class LLMOutputEvent(Event):
    response: ChatResponse


# %% wrong: a list of anything
# check: llm_input_refuses_other_things
# says: list[ChatMessage]
class LLMInputEvent(Event):
    input: list


class LLMOutputEvent(Event):
    response: ChatResponse


# %% wrong: an empty list by default
# check: llm_input_carries_messages
# says: input is required
class LLMInputEvent(Event):
    input: list[ChatMessage] = []


class LLMOutputEvent(Event):
    response: ChatResponse


# %% wrong: the response as text
# check: llm_output_carries_the_response
# says: one ChatResponse
class LLMInputEvent(Event):
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    response: str


# %% wrong: any response will do
# check: llm_output_carries_the_response
# says: The text alone is not enough
from typing import Any


class LLMInputEvent(Event):
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    response: Any


# %% wrong: other names for the fields
# check: llm_output_carries_the_response
# says: Compare name and type
class LLMInputEvent(Event):
    input: list[ChatMessage]


class LLMOutputEvent(Event):
    output: ChatResponse


# %% wrong: dataclasses instead of events
# check: llm_input_carries_messages
# says: A workflow passes on events and nothing else
from dataclasses import dataclass


@dataclass
class LLMInputEvent:
    input: list[ChatMessage]


@dataclass
class LLMOutputEvent:
    response: ChatResponse
