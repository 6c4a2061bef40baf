"""Read what the LLM was shown, as data, and say where it parts from what the reference showed.

A prompt is the tools on offer, the conversation up to the question, and the reasoning since. How it
is worded is the author's choice: a tool needs a description, and one of its own; an answer that is
remembered is told by the number in it; of the reasoning counts how much there is, as the trajectory
says what it was.
"""

import json
import re
from itertools import combinations
from typing import Any, NamedTuple

from lesson_kit.offline_llm import ACTION, OFFERED, read_number
from lesson_kit.show.values import message_text

SIGNATURE = re.compile(r"^\s*\w+\(.*\)(?:\s*->[^\n]*)?\s*(?:\n|$)")  # LlamaIndex puts it on top


class Tool(NamedTuple):
    """A tool as the LLM was offered it."""

    description: str  # the author's words
    arguments: dict[str, str]  # the type of each, by name
    required: frozenset[str]
    text: str  # the whole, as the prompt says it


class Prompt(NamedTuple):
    """What one prompt shows."""

    tools: dict[str, Tool]
    conversation: list[tuple[str, str]]  # (role, text), the question last
    actions: int
    observations: list[str]
    system: str

    def offers(self, name: str) -> bool:
        """Tell whether it offers a tool, be it in words that only an LLM can read."""
        return name in self.tools or (not self.tools and name in self.system)


class Parting(NamedTuple):
    """Where two runs part: after how many replies of the LLM, and what differs, in words."""

    replies: int
    text: str


# --- reading --------------------------------------------------------------------------------------


def read_prompt(inputs: Any) -> Prompt:
    """Return what an LLM span's inputs show."""
    messages = inputs.get("messages") if isinstance(inputs, dict) else None
    system, conversation, said = [], [], []
    actions, observations = 0, []
    for message in messages or []:
        text, role = message_text(message).strip(), str(message.get("role"))
        if role == "system":
            system.append(text)
        elif role == "tool" or (role == "user" and text.startswith("Observation:")):
            observations.append(text.removeprefix("Observation:").strip())
        elif role == "user":
            conversation += [*said, (role, text)]
            said, actions, observations = [], 0, []
        elif ACTION.search(text):
            actions += 1
        else:  # an answer, once a question follows it; else a reply that could not be read
            said.append((role, text))
    whole = "\n".join(system)
    return Prompt(read_tools(whole), conversation, actions, observations, whole)


def read_tools(system: str) -> dict[str, Tool]:
    """Return the tools that a ReAct prompt offers."""
    tools = {}
    for found in OFFERED.finditer(system):
        name, description, schema_text = found.groups()
        try:
            schema = json.loads(schema_text)
        except ValueError:
            schema = {}
        properties = schema.get("properties") or {}
        arguments = {argument: type_of(given) for argument, given in properties.items()}
        required = frozenset(schema.get("required") or ())
        tools[name] = Tool(own_words(description), arguments, required, found[0])
    return tools


def type_of(argument: dict) -> str:
    """Return the type that a schema gives an argument: "any" where it gives none."""
    if "anyOf" in argument:
        return " or ".join(sorted(type_of(one) for one in argument["anyOf"]))
    return str(argument.get("type", "any"))


def own_words(description: str) -> str:
    """Return a description without the signature that LlamaIndex puts on top of it."""
    words = SIGNATURE.sub("", description).strip()
    return "" if words == "None" else words


# --- comparing ------------------------------------------------------------------------------------


def prompts_part(
    own: list[Prompt], reference: list[Prompt], conversation: bool = True, actions: bool = True
) -> Parting | None:
    """Return where the LLM of one run was first shown something else; None where it was not.

    Without `conversation`, or `actions`, those may differ. Prompts that only one of them has are
    not looked at.
    """
    for replies, (mine, theirs) in enumerate(zip(own, reference, strict=False)):
        text = (
            tools_part(mine, theirs)
            or (conversation and conversation_parts(mine.conversation, theirs.conversation))
            or reasoning_parts(mine, theirs, actions)
        )
        if text:
            return Parting(replies, f"before reply {replies + 1} {text}" if replies else text)
    return None


def tools_part(own: Prompt, reference: Prompt) -> str:
    """Say which of the reference's tools is not offered, or not as it should be."""
    missing = [name for name in reference.tools if not own.offers(name)]
    if missing:
        offered = " and ".join(own.tools) or "no tool"
        return f"the LLM was offered {offered}; the reference offered {' and '.join(missing)} too"
    for name, theirs in reference.tools.items():
        if mine := own.tools.get(name):
            if text := arguments_part(name, mine, theirs):
                return text
            if not re.search(r"[^\W_]", mine.description):
                return f"the tool {name} was offered to the LLM without a description"
    for first, second in combinations(own.tools, 2):
        if alike(own.tools[first].description) == alike(own.tools[second].description):
            return (
                f"the tools {first} and {second} were offered to the LLM with one description: "
                f"{own.tools[first].description!r}"
            )
    return ""


def arguments_part(name: str, mine: Tool, theirs: Tool) -> str:
    if set(mine.arguments) != set(theirs.arguments):
        own, other = (", ".join(tool.arguments) or "none" for tool in (mine, theirs))
        return f"the tool {name} was offered with the arguments {own}; the reference's are {other}"
    for argument, kind in theirs.arguments.items():
        if mine.arguments[argument] != kind:
            return (
                f"the argument {argument} of the tool {name} was offered to the LLM as of "
                f"{named(mine.arguments[argument])}; the reference's is of {named(kind)}"
            )
    if optional := sorted(theirs.required - mine.required):
        return (
            f"the argument {optional[0]} of the tool {name} was offered to the LLM as one that may "
            "be left out; the reference's may not"
        )
    return ""


def named(kind: str) -> str:
    return "any type" if kind == "any" else f"type {kind}"


def alike(text: str) -> str:
    """Return a text as it is compared: without the case, the blanks and the full stop."""
    return " ".join(text.split()).rstrip(".").casefold()


def conversation_parts(own: list, reference: list) -> str:
    """Say how much of the conversation was shown, and the first message that differs."""
    equal = [same(mine, theirs) for mine, theirs in zip(own, reference, strict=False)]
    if all(equal) and len(own) == len(reference):
        return ""
    at = equal.index(False) if False in equal else len(equal)
    if len(own) == len(reference):
        return (
            f"message {at + 1} of {len(own)} that the LLM was shown is {quoted(own[at])}; the "
            f"reference's is {quoted(reference[at])}"
        )
    count = f"{len(own)} message{'' if len(own) == 1 else 's'}"
    counts = f"the LLM was shown {count}; the reference showed it {len(reference)}"
    if len(own) < len(reference):
        return f"{counts}, of which yours lacks {quoted(reference[at])}"
    return f"{counts}, without {quoted(own[at])} as message {at + 1}"


def same(mine: tuple[str, str], theirs: tuple[str, str]) -> bool:
    """Tell whether two messages amount to the same: a question in it, an answer by its number."""
    if mine[0] != theirs[0]:
        return False
    if mine[0] == "user":
        return alike(theirs[1]) in alike(mine[1])
    return read_number(mine[1]) == read_number(theirs[1])


def quoted(message: tuple[str, str]) -> str:
    role, text = message
    text = " ".join(text.split())
    return f"the {role}'s {text if len(text) <= 60 else text[:58] + ' …'!r}"


def reasoning_parts(own: Prompt, reference: Prompt, actions: bool) -> str:
    """Say how much of this run's reasoning was shown, where it is not as much."""
    mine, theirs = len(own.observations), len(reference.observations)
    if mine == theirs and (not actions or own.actions == reference.actions):
        return ""
    return (
        f"the LLM was shown {counted(own.actions, mine)} of this run; the reference showed it "
        f"{counted(reference.actions, theirs)}"
    )


def counted(actions: int, observations: int) -> str:
    return (
        f"{actions} action{'' if actions == 1 else 's'} and "
        f"{observations} observation{'' if observations == 1 else 's'}"
    )
