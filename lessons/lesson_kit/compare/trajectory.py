"""Read the trajectory of a run from its trace.

A trajectory is what the run did, in order: what the LLM asked for, which tools were called with
which arguments, what was observed, how it ended. Ids, times and the names of classes, steps and
events are no part of it, nor are helper steps, so an agent may be cut into steps as its author
likes. The arguments of a tool that commutes may come in either order.
"""

import json
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from lesson_kit.compare.prompts import Prompt, read_prompt
from lesson_kit.offline_llm import ACTION, read_arguments, read_number
from lesson_kit.show.values import LLM_SPANS, message_text

COMMUTATIVE = {"add", "multiply"}
STREAM = re.compile(r"<(async_)?generator object")
ANSWER = re.compile(r"Answer:\s*([\s\S]*)")


class Happening(NamedTuple):
    """One thing that a run did; two are equal when they amount to the same."""

    kind: str  # asks, fails (the LLM raised), calls, misreads, observes, ends
    what: str = ""  # the tool's name, or how the run ended
    arguments: tuple = ()  # of a call: (name, value) pairs
    value: Any = None  # of an observation: the number in it, or None for a failure
    text: str = ""  # what to show
    replies: int = 0  # how many the LLM had given by then

    def key(self) -> tuple:
        """Return what makes it equal to another."""
        arguments = self.arguments
        if self.kind in {"asks", "calls"} and self.what in COMMUTATIVE:
            names = tuple(sorted(name for name, _ in arguments))
            arguments = (names, tuple(sorted(str(value) for _, value in arguments)))
        return self.kind, self.what, arguments, self.value


class Trajectory(NamedTuple):
    """What a run did, and what it took."""

    happenings: list[Happening]
    llm_calls: int
    tokens: int
    question: str = ""
    prompts: Sequence[Prompt] = ()  # what the LLM was shown before each reply
    answer: str = ""  # what the LLM last gave as its answer

    def added_tools(self, reference: "Trajectory") -> list[str]:
        """Return the tools that its prompts offer and the reference's do not."""
        theirs = {name for prompt in reference.prompts for name in prompt.tools}
        mine = {name: None for prompt in self.prompts for name in prompt.tools}
        return [name for name in mine if theirs and name not in theirs]


def read_trajectory(trace, outcome: dict) -> Trajectory:
    """Return the trajectory of a run: from its trace, if it left one, and the outcome noted."""
    if trace is None:
        return Trajectory([ending(outcome)], 0, 0)
    by_id = {span.span_id: span for span in trace.data.spans}
    parents = {span.parent_id for span in trace.data.spans if span.span_type == "TOOL"}
    happenings: list[Happening] = []
    prompts: list[Prompt] = []
    tokens, streamed, answer = 0, False, ""

    def add(*new: Happening) -> None:
        happenings.extend(one._replace(replies=len(prompts)) for one in new)

    for span in sorted(trace.data.spans, key=lambda span: span.start_time_ns):
        if span.span_type in LLM_SPANS and not within(span, LLM_SPANS, by_id):
            tokens += usage(span)
            seen = prompts[-1].observations if prompts else []
            prompt = read_prompt(span.inputs)
            add(*map(observation, prompt.observations[common(seen, prompt.observations) :]))
            prompts.append(prompt)
            if span.status.status_code.value == "ERROR":
                add(Happening("fails", text=raised(span)))
                continue
            text = message_text(span.outputs)
            streamed = bool(STREAM.match(text))  # the trace has not the reply, only its stream
            if not streamed:
                answer = answer_in(text)
                add(*reply(text))
        elif streamed and span.name.endswith(".parse"):
            text, streamed = str((span.inputs or {}).get("output", "")), False
            answer = answer_in(text)
            add(*reply(text))
        elif span.span_type == "TOOL" and span.span_id not in parents:
            add(tool_call(span))
    add(ending(outcome))
    question = str((trace.data.spans[0].inputs or {}).get("input", "")) if by_id else ""
    happenings = without_carried_out(happenings)
    return Trajectory(happenings, len(prompts), tokens, question, prompts, answer)


def raised(span) -> str:
    """Return what a span's exception says, in one line that ends in a full stop."""
    told = next((one.attributes for one in span.events or [] if one.name == "exception"), {})
    text = f"{told.get('exception.type', 'Error')}: {told.get('exception.message', '')}"
    return shorten(text.rstrip(": .")) + "."


def within(span, kinds: set, by_id: dict) -> bool:
    """Tell whether a span is below another of these kinds."""
    parent = by_id.get(span.parent_id)
    return parent is not None and (parent.span_type in kinds or within(parent, kinds, by_id))


def usage(span) -> int:
    """Return the tokens that an LLM span reports."""
    used = span.attributes.get("usage") or span.attributes.get("mlflow.chat.tokenUsage") or {}
    return int(used.get("total_tokens") or 0) if isinstance(used, dict) else 0


def common(first: list, second: list) -> int:
    """Return how many items two lists begin with in common."""
    pairs = zip(first, second, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))


def observation(text: str) -> Happening:
    return Happening("observes", value=read_number(text), text=text)


def reply(text: str) -> list[Happening]:
    """Return what the LLM asked for, in the ReAct format; an answer shows in the ending."""
    if action := ACTION.search(text):
        asked = tuple(sorted(read_arguments(action[2]).items(), key=str))
        return [Happening("asks", action[1], asked)]
    return [] if answer_in(text) else [Happening("misreads", text=text)]


def answer_in(text: str) -> str:
    """Return the answer that a reply gives, in the ReAct format; else nothing."""
    found = None if ACTION.search(text) else ANSWER.search(text)
    return found[1].strip() if found else ""


def tool_call(span) -> Happening:
    """Return the call that a tool's span holds; its name is an attribute of the span."""
    inputs = span.inputs if isinstance(span.inputs, dict) else {}
    named = inputs.get("kwargs")
    arguments = named if isinstance(named, dict) else {}
    placed = enumerate(inputs.get("args") or [])
    pairs = [*((f"#{n + 1}", value) for n, value in placed), *arguments.items()]
    plain = [(name, one if isinstance(one, int) else json.dumps(one)) for name, one in pairs]
    return Happening("calls", str(span.attributes.get("name") or span.name), tuple(sorted(plain)))


def ending(outcome: dict) -> Happening:
    for kind in ("answer", "raised", "endless"):
        if kind in outcome:
            return Happening("ends", kind, text=outcome[kind])
    return Happening("ends", "endless", text="no answer at all")


def without_carried_out(happenings: list[Happening]) -> list[Happening]:
    """Leave out what the LLM asked for when the call of that tool comes next: it says the same."""
    follows = [*happenings[1:], None]
    return [
        one
        for one, after in zip(happenings, follows, strict=True)
        if not (one.kind == "asks" and after and (after.kind, after.what) == ("calls", one.what))
    ]


def shorten(text: str, length: int = 90) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 2] + " …"
