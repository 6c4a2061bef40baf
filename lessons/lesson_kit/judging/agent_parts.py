"""Judge the parts of an agent one by one: how it reads a reply, goes on, and remembers."""

import json
import re

from lesson_kit.judging.drawing import factor
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import new
from lesson_kit.judging.outcomes import Failed, Outcome, nothing, show
from lesson_kit.judging.run_findings import explain
from lesson_kit.probes.computed import number_of

REASONING = "llama_index.core.agent.react.types."

RAISES = Finding(
    "4.4/raises",
    "The parser's ValueError comes through, and would end the run. Catch it, and return an "
    "observation in its place.",
)
NOT_THE_STEP = Finding(
    "4.4/not-the-step", "Where the parser can read the reply, give back its step as it is."
)
NOT_OBSERVED = Finding(
    "4.4/not-observed",
    "A reply that cannot be read becomes an ObservationReasoningStep: that is what the LLM is "
    "shown.",
)
NOT_ITS_WORDS = Finding(
    "4.4/not-its-words",
    "The exception's own words tell the LLM what was wrong: they belong into the observation, as "
    "str(error) gives them.",
)
OTHER_BLANKS = Finding(
    "4.4/other-blanks",
    "The exception's words are there, and not its blanks or line breaks: put str(error) into the "
    "observation as it is.",
)
DONE = Finding(
    "4.4/done",
    "This observation says that it is an answer (is_done): leave out return_direct.",
)
CHANGED_STEP = Finding(
    "4.5/changed-step", "The reasoning step that it was given is another one now: leave it alone."
)
OTHER_EVENT = Finding("4.5/other-event", "That is not the event of this row of the table.")
ANSWER_LOST = Finding(
    "4.5/answer-lost",
    "An answer is an answer, even in the last round: ask is_done before you look at the rounds.",
)
ANSWER_ALONE = Finding(
    "4.5/answer-alone",
    "An answer ends the run with a StopEvent, whose result is its text alone, reasoning.response, "
    "as route_step gives it.",
)
OTHER_KIND = Finding(
    "4.5/other-kind",
    "Only an answer has a response and only an action has an action; an observation has neither. "
    "So ask for the observation before you call route_step.",
)
TOO_EARLY = Finding("4.5/too-early", "There are rounds left: the run goes on.")
TOO_LATE = Finding(
    "4.5/too-late",
    "The rounds are used up: rounds has come to max_rounds. Stop with a sentence that says so.",
)
NO_NUMBER = Finding(
    "4.5/no-number", "The result is a sentence with the number of rounds in it, in digits."
)
OTHER_CONTENT = Finding(
    "4.5/other-content",
    "The event is right, and what it carries is not: `return route_step(reasoning)`.",
)


def answer_step(response: str) -> dict:
    """Stand for a parsed answer."""
    return new(f"{REASONING}ResponseReasoningStep", thought="I see.", response=response)


def action_step(tool: str, arguments: dict) -> dict:
    """Stand for a parsed action."""
    kind = f"{REASONING}ActionReasoningStep"
    return new(kind, thought="I need a tool.", action=tool, action_input=arguments)


def observation_step(text: str) -> dict:
    """Stand for an observation."""
    return new(f"{REASONING}ObservationReasoningStep", observation=text)


def made(learner, called: str, target: str, args: list, field: str, by: int) -> Outcome:
    """Ask what a learner's function makes, and the number of its field."""
    return learner.request(
        "made_events.call", called, target=target, args=args, field=field, factor=by
    )


def reads(learner, text: str, kind: str, number_field: str, **fields) -> None:
    """Fail unless read_reply gives the parser's step of this kind, with these fields."""
    by = factor(learner)
    outcome = made(learner, f"read_reply({text!r})", "read_reply", [text], number_field, by)
    shown = f"{kind}({', '.join(f'{name}={value!r}' for name, value in fields.items())})"
    explain(outcome, shown)
    arrived = outcome.obtained(shown)
    step = arrived["event"] if isinstance(arrived["event"], dict) else {}
    carried = fields[number_field]
    right = isinstance(carried, dict) or arrived["number"] == number_of(str(carried), by)
    if arrived["type"] != kind or any(step.get(one) != fields[one] for one in fields) or not right:
        meaning = nothing(outcome.called) if arrived["event"] is None else NOT_THE_STEP
        raise Failed(meaning, outcome.called, shown, told(arrived, *fields))


def cannot_read(learner, text: str, words: str) -> None:
    """Fail unless read_reply makes an observation of this text, with these words in it."""
    by = factor(learner)
    outcome = made(learner, f"read_reply({text!r})", "read_reply", [text], "observation", by)
    expected = f"an ObservationReasoningStep with {words!r}"
    if outcome.raised and outcome.raised["type"] == "ValueError" and comes_of(outcome, words):
        outcome.fail(RAISES, expected)
    explain(outcome, expected)
    arrived = outcome.obtained(expected)
    if arrived["type"] != "ObservationReasoningStep":
        raise Failed(NOT_OBSERVED, outcome.called, expected, told(arrived))
    observation = str(arrived["event"].get("observation"))
    if arrived["event"].get("return_direct"):
        raise Failed(DONE, outcome.called, "is_done is False", "is_done is True")
    if words not in observation or arrived["number"] != number_of(observation, by):
        meaning = OTHER_BLANKS if in_one_line(words) in in_one_line(observation) else NOT_ITS_WORDS
        raise Failed(meaning, outcome.called, expected, show(observation))


def in_one_line(text: str) -> str:
    """Return a text with a single blank wherever there are blanks or line breaks."""
    return " ".join(text.split())


def comes_of(outcome: Outcome, words: str) -> bool:
    """Tell whether what was raised has these words; of what is cut off, those that are left."""
    text = outcome.raised["text"] if outcome.raised else ""
    return bool(text) and (words in text or text in words)


def told(arrived: dict, *fields: str) -> str:
    """Return what a function made, in the words of a report, with these of its fields."""
    made = arrived["event"]
    if not isinstance(made, dict):
        return show(made)
    inside = ", ".join(f"{name}={show(made[name])}" for name in fields if name in made)
    return f"{arrived['type']}({inside})" if inside else arrived["type"]


def follows(learner, step: dict, rounds: int, most: int, kind: str, carries) -> None:
    """Fail unless next_event makes an event of this kind for a step, which carries this.

    A text or tool call is carried as it is; of a list, each part has to be in the text.
    """
    field = {"StopEvent": "result", "ToolCallEvent": "tool_calls"}.get(kind, "")
    name = step["$new"].rpartition(".")[2]
    called = f"next_event({name}(…), rounds={rounds}, max_rounds={most})"
    by = factor(learner)
    outcome = made(learner, called, "next_event", [step, rounds, most], field, by)
    if outcome.raised and "ReasoningStep' object has no attribute" in outcome.raised["text"]:
        outcome.fail(OTHER_KIND, f"a {kind}")
    explain(outcome, f"a {kind}")
    arrived = outcome.obtained(f"a {kind}")
    if arrived["type"] != kind:
        meaning = OTHER_EVENT
        if arrived["event"] is None:
            meaning = nothing(called)
        elif name == "ResponseReasoningStep":
            meaning = ANSWER_ALONE
        elif kind == "StopEvent":
            meaning = TOO_LATE
        elif arrived["type"] == "StopEvent":
            meaning = TOO_EARLY
        raise Failed(meaning, called, f"a {kind}", told(arrived))
    found = arrived["event"].get("result")
    if isinstance(carries, list):
        if not is_sentence(found, carries):
            raise Failed(NO_NUMBER, called, f"a sentence with {' and '.join(carries)}", show(found))
        carries = found
    if not arrived.get("kept"):
        raise Failed(CHANGED_STEP, called, f"{name}, afterwards too", "something else")
    if arrived["number"] != number_of(carries, by):
        meaning, got = OTHER_CONTENT, show(arrived["event"])
        if name == "ResponseReasoningStep":
            by_the_rounds = rounds == most and carries not in str(found) and str(most) in str(found)
            meaning, got = ANSWER_LOST if by_the_rounds else ANSWER_ALONE, show(found)
        elif kind == "ToolCallEvent":
            got = show_calls(arrived["event"].get("tool_calls"))
        raise Failed(meaning, called, show(carries), got)


def show_calls(calls) -> str:
    """Return tool calls as `follows` is given them: each with its name, then its arguments."""
    if not isinstance(calls, list) or not all(isinstance(one, dict) for one in calls):
        return show(calls)
    told = (
        f"{one.get('tool_name')} {json.dumps(one.get('tool_kwargs'), sort_keys=True)}"
        for one in calls
    )
    return show(" and ".join(told))


def is_sentence(found, numbers: list[str]) -> bool:
    """Tell whether a text has these whole numbers in it, and a few words."""
    if not isinstance(found, str):
        return False
    return (
        set(numbers) <= set(re.findall(r"\d+", found)) and len(re.findall(r"[^\W\d]+", found)) > 1
    )
