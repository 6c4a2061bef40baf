"""Lesson 2: what learners check of the events, and of what travels between two steps."""

from lesson_kit.judging.checking import check
from lesson_kit.judging.event_payloads import (
    carries,
    is_event,
    message,
    refuses,
    requires,
    response,
    tool_call,
    tool_output,
)
from lesson_kit.judging.learner import new
from lesson_kit.judging.outcomes import Failed
from lesson_kit.judging.workflow_runs import one_run, steps_taken

SECONDS = 3  # a run takes milliseconds: what takes this long never ends
MAKE_EVENT = "lesson_kit.probes.made_events.make"


@check("2.1")
def prep_event_is_an_event(learner):
    """is a class based on Event"""
    is_event(learner, "PrepEvent")


@check("2.1")
def prep_event_carries_nothing(learner):
    """carries nothing, so PrepEvent() is enough"""
    fields = is_event(learner, "PrepEvent")["fields"]
    if fields:
        raise Failed(
            "That it happened is all that PrepEvent says: leave the fields out.",
            "the fields of PrepEvent",
            "none",
            ", ".join(fields),
        )
    learner.call("PrepEvent").obtained("PrepEvent()")


@check("2.2")
def llm_input_carries_messages(learner):
    """LLMInputEvent carries a list of messages in input"""
    carries(learner, "LLMInputEvent", "input", [message("Hello")])
    requires(learner, "LLMInputEvent", "input")


@check("2.2")
def llm_input_refuses_other_things(learner):
    """LLMInputEvent refuses what is no list of messages"""
    is_event(learner, "LLMInputEvent")
    meaning = "Say what the list holds, and each element is checked too: list[ChatMessage]."
    refuses(learner, "LLMInputEvent", "input", "Hello", "A bare text is no prompt. " + meaning)
    refuses(learner, "LLMInputEvent", "input", [579], meaning)


@check("2.2")
def llm_output_carries_the_response(learner):
    """LLMOutputEvent carries a ChatResponse in response, and only that"""
    carries(learner, "LLMOutputEvent", "response", response("Hello"))
    requires(learner, "LLMOutputEvent", "response")
    meaning = "The text alone is not enough: the type of response is ChatResponse."
    refuses(learner, "LLMOutputEvent", "response", "Hello", meaning)


@check("2.3")
def tool_call_event_carries_tool_calls(learner):
    """ToolCallEvent carries a list of tool calls"""
    carries(learner, "ToolCallEvent", "tool_calls", [tool_call("add", x=123, y=456)])
    requires(learner, "ToolCallEvent", "tool_calls")


@check("2.3")
def tool_call_event_refuses_other_things(learner):
    """ToolCallEvent refuses what is no list of ToolSelection"""
    is_event(learner, "ToolCallEvent")
    meaning = "A tool's name alone is not a tool call: the type is list[ToolSelection]."
    refuses(learner, "ToolCallEvent", "tool_calls", ["add"], meaning)


@check("2.3")
def tool_output_event_carries_an_output(learner):
    """ToolOutputEvent carries one ToolOutput, and only that"""
    carries(learner, "ToolOutputEvent", "output", tool_output("579"))
    requires(learner, "ToolOutputEvent", "output")
    meaning = "The bare content should be refused: the type of output is ToolOutput."
    refuses(learner, "ToolOutputEvent", "output", "579", meaning)


def find_wrong_fields(learner, types: dict[str, str], payload: dict):
    """Ask wrong_fields about a payload for an event class made to order, called Order."""
    shown = f"wrong_fields(Order, {payload}) with " + ", ".join(
        f"{field}: {kind}" for field, kind in types.items()
    )
    order = new(MAKE_EVENT, name="Order", types=types)
    asked = {"target": "wrong_fields", "args": [order, payload], "kwargs": {}}
    outcome = learner.request("call", shown, **asked)
    if outcome.raised and outcome.raised["type"] == "ValidationError":
        outcome.fail("The error comes through. Make the event inside try; catch ValidationError.")
    return outcome


@check("2.4")
def finds_wrong_fields(learner):
    """returns the names of wrong and missing fields, sorted"""
    order = {"item": "str", "pieces": "int"}
    outcome = find_wrong_fields(learner, order, {"pieces": "many"})
    outcome.returns(
        ["item", "pieces"],
        because={
            "[]": "It finds nothing wrong: return the names when ValidationError is raised.",
            "['pieces', 'item']": "The names are right; sort them.",
            "['item']": "That is only the first. error.errors() lists every one.",
            "['Field required', 'Input should be a valid integer, unable to parse string as an "
            "integer']": "Those are the messages. The name of the field stands in loc.",
            "[['item'], ['pieces']]": "loc is a tuple, the path to the error: its first element "
            "is the field.",
        },
    )


@check("2.4")
def finds_nothing_in_a_good_payload(learner):
    """returns an empty list for a good payload"""
    order = {"item": "str", "pieces": "int"}
    outcome = find_wrong_fields(learner, order, {"item": "tea", "pieces": 3})
    outcome.returns([], "Nothing is wrong here: return an empty list after the try.")


@check("2.5")
def repeats_the_word(learner):
    """gives the word as often as the run says"""
    outcome = learner.run("Repeat", {"word": "ha", "times": 3}, seconds=SECONDS)
    one_run(outcome).returns("hahaha", "Read word and times off the StartEvent.")


@check("2.5")
def repeats_twice_by_default(learner):
    """gives it twice when the run does not say how often"""
    run = one_run(learner.run("Repeat", {"word": "ho"}, seconds=SECONDS))
    if run.raised and run.raised["type"] in ("AttributeError", "KeyError"):
        run.fail("times is missing here. ev.get reads an attribute and takes a default.", "'hoho'")
    run.returns("hoho")


@check("2.6")
def counts_words(learner):
    """gives the number of words"""
    run = one_run(learner.run("CountWords", {"text": "to be or not"}, seconds=SECONDS))
    run.returns(
        4,
        "How many words are there? The result is that number, an int.",
        because={"12": "Those are the characters. WordsEvent carries a list of words."},
    )


@check("2.6")
def passes_the_event_on(learner):
    """passes a WordsEvent from one step to another"""
    outcome = learner.run("CountWords", {"text": "to be"}, seconds=SECONDS)
    one_run(outcome).obtained("2")
    taken = steps_taken(outcome)
    sent = any(out == "WordsEvent" for _, _, out in taken)
    if not sent or not any(taken_in == "WordsEvent" for _, taken_in, _ in taken):
        raise Failed(
            "The result comes without the event: the first step returns a WordsEvent, and the "
            "second one takes it.",
            outcome.called,
            "StartEvent → WordsEvent → StopEvent",
            " → ".join(["StartEvent", *(str(out) for _, _, out in taken)]),
        )
    learner.call("WordsEvent", words=["to", "be"]).obtained("a WordsEvent")
