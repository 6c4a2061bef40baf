"""Lesson 2, hidden: the same events on their way, with other payloads."""

from lesson_kit.checks.lesson_02_events import SECONDS, find_wrong_fields
from lesson_kit.judging.checking import check
from lesson_kit.judging.event_payloads import (
    carries,
    is_event,
    message,
    refuses,
    response,
    tool_call,
    tool_output,
)
from lesson_kit.judging.outcomes import Failed, Outcome
from lesson_kit.judging.workflow_runs import one_run

WORDS = ["tea", "to", "river", "lamp", "or", "stone", "be", "cloud", "north", "seven"]


def arrives(learner, name: str, **payload) -> Outcome:
    """Fail unless an event of this class travels between two steps; return how it arrived."""
    is_event(learner, name)
    own = learner.call(name, **payload)
    own.obtained(f"a {name}")
    if own.type != name:
        own.fail(f"{name} needs to be a class of its own: the type is what routes it.", name)
    outcome = learner.request(
        "made_events.travel", f"a {name} sent from step to step", name=name, payload=payload
    )
    outcome.obtained(f"a {name}")
    return outcome


def arrives_with(learner, name: str, field: str, value, words: str) -> None:
    """Fail unless an event travels between two steps and its field still holds these words."""
    carries(learner, name, field, value)
    event = arrives(learner, name, **{field: value}).value
    if words not in str(event.get(field)):
        raise Failed(
            f"What was put into {field} should come out of it again.",
            f"a {name} sent from step to step",
            f"{words!r} in {field}",
            str(event.get(field)),
        )


@check("2.1")
def prep_event_travels(learner):
    """travels from one step to another under its own name"""
    arrives(learner, "PrepEvent")


@check("2.2")
def llm_events_travel(learner):
    """both carry any prompt and reply from one step to another"""
    words = f"What is {learner.random.randint(2, 999)} + {learner.random.randint(2, 999)}?"
    prompt = [message("Be kind."), message(words)]
    arrives_with(learner, "LLMInputEvent", "input", prompt, words)
    arrives_with(learner, "LLMOutputEvent", "response", response(words), words)


@check("2.2")
def llm_events_refuse_each_other(learner):
    """each refuses the other's payload"""
    both = "Each event has a type of its own for its field."
    for name in ("LLMInputEvent", "LLMOutputEvent"):
        is_event(learner, name)
    refuses(learner, "LLMInputEvent", "input", response("Hello"), both)
    refuses(learner, "LLMOutputEvent", "response", [message("Hello")], both)


@check("2.3")
def tool_events_travel(learner):
    """both carry any tool call and output from one step to another"""
    number = str(learner.random.randint(10**5, 10**6))
    wishes = [tool_call("add", x=1, y=2), tool_call(f"tool_{number}")]
    arrives_with(learner, "ToolCallEvent", "tool_calls", wishes, f"tool_{number}")
    arrives_with(learner, "ToolOutputEvent", "output", tool_output(number), number)


@check("2.3")
def tool_call_event_takes_many(learner):
    """ToolCallEvent takes a list and not a single tool call"""
    carries(learner, "ToolCallEvent", "tool_calls", [tool_call("add", x=1, y=2)] * 3)
    meaning = "An LLM may ask for several tools at once: tool_calls is always a list."
    refuses(learner, "ToolCallEvent", "tool_calls", tool_call("add", x=1, y=2), meaning)


@check("2.4")
def finds_any_wrong_fields(learner):
    """finds the wrong fields of any event"""
    names = learner.random.sample(WORDS, 4)
    types = dict.fromkeys(names, "int")
    wrong = learner.random.sample(names, 2)
    payload = {name: "x" if name in wrong else 1 for name in names}
    payload.pop(wrong[0])
    find_wrong_fields(learner, types, payload).returns(
        sorted(wrong), "A field is wrong when it is missing or of another type."
    )


@check("2.4")
def names_each_field_once(learner):
    """names a field once, however many of its elements are wrong"""
    name, *others = learner.random.sample(WORDS, 3)
    payload = {name: others}
    find_wrong_fields(learner, {name: "list[int]"}, payload).returns(
        [name],
        because={
            f"['{name}', '{name}']": "Two elements of one field are wrong: name the field once.",
            "[0, 1]": "The first element of loc is the field; the last may be a place in a list.",
        },
    )


@check("2.5")
def repeats_any_word(learner):
    """repeats any word any number of times"""
    word, times = learner.random.choice(WORDS), learner.random.randint(4, 9)
    outcome = learner.run("Repeat", {"word": word, "times": times}, {"word": word}, seconds=SECONDS)
    one_run(outcome).returns(word * times)
    one_run(outcome, 1).returns(word * 2)


@check("2.6")
def counts_any_words(learner):
    """counts the words of any text, an empty one too"""
    words = [learner.random.choice(WORDS) for _ in range(learner.random.randint(5, 20))]
    text = "  ".join(words)
    outcome = learner.run("CountWords", {"text": text}, {"text": ""}, seconds=SECONDS)
    many = {str(len(text.split(" "))): "Two spaces are no extra word: split() without an argument."}
    one_run(outcome).returns(len(words), because=many)
    one_run(outcome, 1).returns(0, "A text without words has 0 of them.")
