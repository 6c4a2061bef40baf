"""Lesson 2, hidden: the same events on their way, with other payloads."""

from lesson_kit.checks.lesson_02_events import (
    OTHER_FIELDS,
    carries_messages,
    carries_output,
    carries_response,
    carries_tool_calls,
    find_wrong_fields,
    sentence,
)
from lesson_kit.judging.checking import check
from lesson_kit.judging.drawing import numbers, words
from lesson_kit.judging.event_payloads import (
    arrives,
    is_event,
    message,
    refuses,
    response,
    tool_call,
)
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.run_findings import one_run


@check("2.1")
def prep_event_travels(learner):
    """travels from one step to another under its own name"""
    is_event(learner, "PrepEvent")
    arrives(learner, "PrepEvent")


@check("2.2")
def llm_events_travel(learner):
    """both carry any prompt and reply from one step to another"""
    carries_messages(learner)
    carries_response(learner)


@check("2.2")
def llm_events_refuse_each_other(learner):
    """each refuses the other's payload"""
    both = Finding("2.2/each-other", "Each event has a type of its own for its field.")
    for name in ("LLMInputEvent", "LLMOutputEvent"):
        is_event(learner, name)
    refuses(learner, "LLMInputEvent", "input", response(sentence(learner)), both)
    refuses(learner, "LLMOutputEvent", "response", [message(sentence(learner))], both)
    carries_messages(learner)
    carries_response(learner)


@check("2.2")
def tool_events_travel(learner):
    """both carry any tool call and output from one step to another"""
    carries_tool_calls(learner, 2)
    carries_output(learner)


@check("2.2")
def tool_call_event_takes_many(learner):
    """ToolCallEvent takes a list and not a single tool call"""
    carries_tool_calls(learner, 3)
    meaning = "An LLM may ask for several tools at once: tool_calls is always a list."
    x, y = numbers(learner, 2)
    single = Finding("2.2/single-call", meaning)
    refuses(learner, "ToolCallEvent", "tool_calls", tool_call("add", x=x, y=y), single)


@check("2.3")
def finds_any_wrong_fields(learner):
    """finds the wrong fields of any event"""
    names = words(learner, 4)
    wrong = learner.random.sample(names, 2)
    payload = {name: "x" if name in wrong else 1 for name in names}
    payload.pop(wrong[0])
    find_wrong_fields(learner, dict.fromkeys(names, "int"), payload).returns(
        sorted(wrong), OTHER_FIELDS
    )


@check("2.3")
def names_each_field_once(learner):
    """names a field once, however many of its elements are wrong"""
    right, wrong, *elements = words(learner, 4)
    payload = {right: numbers(learner, 2), wrong: elements}
    find_wrong_fields(learner, dict.fromkeys([right, wrong], "list[int]"), payload).returns(
        [wrong],
        because={
            str([wrong, wrong]): Finding(
                "2.3/named-twice", "Two elements of one field are wrong: name the field once."
            ),
            "[0, 1]": Finding(
                "2.3/last-of-loc",
                "The first element of loc is the field; the last may be a place in a list.",
            ),
        },
    )


@check("2.4")
def repeats_any_word(learner):
    """repeats any word any number of times"""
    (word,), times = words(learner, 1), learner.random.randint(7, 12)
    outcome = learner.run("Repeat", {"word": word, "times": times}, {"word": word})
    one_run(outcome).returns(word * times)
    one_run(outcome, 1).returns(word * 2)


@check("2.5")
def counts_any_words(learner):
    """counts the words of any text, an empty one too"""
    drawn = words(learner, learner.random.randint(10, 20))
    text = "  ".join(drawn)
    outcome = learner.run("CountWords", {"text": text}, {"text": ""})
    at_each_space = Finding(
        "2.5/each-space", "Two spaces are no extra word: split() without an argument."
    )
    one_run(outcome).returns(len(drawn), because={str(len(text.split(" "))): at_each_space})
    none = Finding("2.5/no-words", "A text without words has 0 of them.")
    one_run(outcome, 1).returns(0, none)
