"""Lesson 2: what learners check of the events, and of what travels between two steps.

The lesson has five exercises, and their checks stand in one file, in its order.
"""

from lesson_kit.judging.checking import check
from lesson_kit.judging.drawing import beside_its_value, numbers, words
from lesson_kit.judging.event_payloads import (
    MAKE_EVENT,
    arriving,
    carries_each_word,
    carrying_messages,
    carrying_output,
    carrying_response,
    carrying_tool_calls,
    counts_what_it_is_handed,
    is_event,
    refuses,
    requires,
    sentence,
)
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import new, run_of
from lesson_kit.judging.outcomes import Failed, Outcome
from lesson_kit.judging.run_findings import one_run
from lesson_kit.judging.side_by_side import at_once, later
from lesson_kit.judging.watched_calls import WatchedOutcome, watched_call
from lesson_kit.judging.workflow_runs import steps_taken

NOT_NONE = Finding(
    "2.2/none", "None is refused, too: without it a step can rely on what its event carries."
)
OTHER_FIELDS = Finding(
    "2.3/other-fields",
    "A field is wrong where it is missing and has no default, and where the event class refuses "
    "its value.",
)


@check("2.1")
def prep_event_is_an_event(learner):
    """is a class based on Event"""
    at_once(learner, later(is_event, "PrepEvent"), *arriving("PrepEvent"))


@check("2.1")
def prep_event_carries_nothing(learner):
    """carries nothing, so PrepEvent() is enough"""
    at_once(learner, declares_nothing, *arriving("PrepEvent"))


def declares_nothing(learner) -> None:
    """Fail unless PrepEvent is an event without fields."""
    described = is_event(learner, "PrepEvent")
    fields = described["fields"]
    if fields:
        raise Failed(
            Finding(
                "2.1/fields", "That it happened is all that PrepEvent says: leave the fields out."
            ),
            "the fields of PrepEvent",
            "none",
            ", ".join(fields),
        )


@check("2.2")
def llm_input_carries_messages(learner):
    """LLMInputEvent carries a list of messages in input"""
    at_once(learner, *carrying_messages(learner), later(requires, "LLMInputEvent", "input"))


@check("2.2")
def llm_input_refuses_other_things(learner):
    """LLMInputEvent refuses what is no list of messages"""
    meaning = "Say what the list holds, and each element is checked too: list[ChatMessage]."
    bare = Finding("2.2/bare-text", f"A bare text is no prompt. {meaning}")
    any_list = Finding("2.2/any-list", meaning)
    at_once(
        learner,
        later(is_event, "LLMInputEvent"),
        later(refuses, "LLMInputEvent", "input", sentence(learner), bare),
        later(refuses, "LLMInputEvent", "input", numbers(learner, 1), any_list),
        later(refuses, "LLMInputEvent", "input", None, NOT_NONE),
        *map(beside_its_value(), carrying_messages(learner)),
    )


@check("2.2")
def llm_output_carries_the_response(learner):
    """LLMOutputEvent carries a ChatResponse in response, and only that"""
    meaning = "The text alone is not enough: the type of response is ChatResponse."
    text_alone = Finding("2.2/text-alone", meaning)
    at_once(
        learner,
        *carrying_response(learner),
        later(requires, "LLMOutputEvent", "response"),
        later(refuses, "LLMOutputEvent", "response", sentence(learner), text_alone),
        later(refuses, "LLMOutputEvent", "response", None, NOT_NONE),
    )


@check("2.2")
def tool_call_event_carries_tool_calls(learner):
    """ToolCallEvent carries a list of tool calls"""
    at_once(
        learner, *carrying_tool_calls(learner, 1), later(requires, "ToolCallEvent", "tool_calls")
    )


@check("2.2")
def tool_call_event_refuses_other_things(learner):
    """ToolCallEvent refuses what is no list of ToolSelection"""
    meaning = "A tool's name alone is not a tool call: the type is list[ToolSelection]."
    name_alone = Finding("2.2/name-alone", meaning)
    at_once(
        learner,
        later(is_event, "ToolCallEvent"),
        later(refuses, "ToolCallEvent", "tool_calls", words(learner, 1), name_alone),
        later(refuses, "ToolCallEvent", "tool_calls", None, NOT_NONE),
        *map(beside_its_value(), carrying_tool_calls(learner, 1)),
    )


@check("2.2")
def tool_output_event_carries_an_output(learner):
    """ToolOutputEvent carries one ToolOutput, and only that"""
    meaning = "The bare content should be refused: the type of output is ToolOutput."
    bare = Finding("2.2/bare-content", meaning)
    at_once(
        learner,
        *carrying_output(learner),
        later(requires, "ToolOutputEvent", "output"),
        later(refuses, "ToolOutputEvent", "output", sentence(learner), bare),
        later(refuses, "ToolOutputEvent", "output", None, NOT_NONE),
    )


PAYLOAD_CHANGED = Finding(
    "2.3/payload-changed",
    "Whoever gave the payload still needs it: look into it, and change a copy at most.",
)


def find_wrong_fields(learner, types: dict[str, str], payload: dict, optional=()) -> WatchedOutcome:
    """Ask wrong_fields about a payload for an event class made to order, called Parcel."""
    shown = f"wrong_fields(Parcel, {payload}), where an event Parcel has " + ", ".join(
        f"{field}: {kind}{' = …' if field in optional else ''}" for field, kind in types.items()
    )
    parcel = new(MAKE_EVENT, name="Parcel", types=types, optional=list(optional))
    outcome = watched_call(learner, "wrong_fields", parcel, payload, called=shown)
    if outcome.raised and outcome.raised["type"] == "ValidationError":
        meaning = "The error comes through. Make the event inside try; catch ValidationError."
        outcome.fail(Finding("2.3/not-caught", meaning))
    return outcome


def finds_two_of_four(learner) -> None:
    """Fail unless one missing field and one of another type are found among four."""
    types = dict(zip(words(learner, 4), ["str", "int", "str", "int"], strict=True))
    text, number, missing, wrong = types
    payload = {text: "tea", number: 3, wrong: "many"}
    types = dict(sorted(types.items(), reverse=True))  # so that the errors' order is no help
    found = find_wrong_fields(learner, types, payload)
    names = [name for name in types if name in (missing, wrong)]
    messages = {
        missing: "Field required",
        wrong: "Input should be a valid integer, unable to parse string as an integer",
    }
    found.returns(
        sorted(names),
        OTHER_FIELDS,
        because={
            "[]": Finding(
                "2.3/nothing-found",
                "It finds nothing wrong: return the names when ValidationError is raised.",
            ),
            str(names): Finding("2.3/not-sorted", "The names are right; sort them."),
            **dict.fromkeys(
                (str([name]) for name in names),
                Finding(
                    "2.3/first-only",
                    "That is one of two. error.errors() lists each that is wrong, and each that is "
                    "missing.",
                ),
            ),
            str(sorted(messages.values())): Finding(
                "2.3/messages", "Those are the messages. The name of the field stands in loc."
            ),
            str([[name] for name in sorted(names)]): Finding(
                "2.3/whole-loc",
                "loc is a tuple, the path to the error: its first element is the field.",
            ),
        },
    )
    found.keeps_what_it_is_given(PAYLOAD_CHANGED)


@check("2.3")
def finds_wrong_fields(learner):
    """returns the names of wrong and missing fields, sorted"""
    finds_two_of_four(learner)


@check("2.3")
def finds_nothing_in_a_good_payload(learner):
    """returns an empty list for a good payload"""
    text, number, missing = words(learner, 3)
    types = {text: "str", number: "int", missing: "int"}
    good = Finding(
        "2.3/good-payload",
        "The event class takes it, so nothing is wrong, whatever the values look like: an empty "
        "list.",
    )
    judges = []
    for value in (learner.random.randint(2, 99), str(learner.random.randint(2, 99))):
        payload = {text: sentence(learner), number: value}
        judges.append(later(finds, types, payload, [], good, [missing]))
    at_once(learner, *judges, beside_its_value()(finds_two_of_four))


def finds(
    learner, types: dict[str, str], payload: dict, right: list, meaning: Finding, optional=()
) -> None:
    """Fail unless these fields of a payload are found wrong, and it stays as it is."""
    found = find_wrong_fields(learner, types, payload, optional)
    found.returns(right, meaning)
    found.keeps_what_it_is_given(PAYLOAD_CHANGED)


TWICE = Finding(
    "2.4/twice",
    "A run that does not say how often gives the word twice, also where an earlier run said a "
    "number: each call of run begins anew.",
)
ZERO = Finding(
    "2.4/zero",
    "times=0 is given, and so it counts: `or 2`, for one, takes 0 for missing. ev.get takes a "
    "default.",
)


@check("2.4")
def repeats_the_word(learner):
    """gives the word as often as the run says, also 0 times and once"""
    drawn = words(learner, 3)
    given = list(zip(drawn, (learner.random.randint(3, 6), 0, 1), strict=True))
    asked = [run_of("Repeat", {"word": word, "times": times}) for word, times in given]
    for (word, times), outcome in zip(given, learner.request_each(asked), strict=True):
        run = one_run(outcome)
        zero = {repr(word * 2): ZERO} if times == 0 else {}
        meaning = Finding(
            "2.4/not-read",
            "The word that the StartEvent brings comes as often as its `times` says, 0 and 1 too.",
        )
        run.returns(word * times, meaning, because=zero)


@check("2.4")
def repeats_twice_by_default(learner):
    """gives it twice when the run does not say how often"""
    (word,) = words(learner, 1)
    run = one_run(learner.run("Repeat", {"word": word}))
    missing = ("AttributeError", "KeyError")
    if run.raised and run.raised["type"] in missing and "times" in run.raised["text"]:
        meaning = "times is missing here. ev.get reads an attribute and takes a default."
        run.fail(Finding("2.4/no-default", meaning), repr(word * 2))
    run.returns(word * 2, TWICE)


AT_EACH_SPACE = Finding(
    "2.5/each-space",
    "Two spaces are no extra word, and a tab or a line break parts words as a space does: split() "
    "without an argument.",
)


@check("2.5")
def counts_words(learner):
    """gives the number of words, between blanks, tabs or line breaks"""
    first, *drawn = ["A", *words(learner, learner.random.randint(4, 9)), "Ö"]
    # three blanks, so that no count of spaces is by chance that of the words
    text = f"{first}\t{' '.join(drawn[:2])}\n{'   '.join(drawn[2:])}"
    characters = "Those are the characters. WordsEvent carries a list of words."
    one_run(learner.run("CountWords", {"text": text})).returns(
        len(text.split()),
        Finding("2.5/not-counted", "How many words are there? The result is that number, an int."),
        because={
            str(len(text)): Finding("2.5/characters", characters),
            str(len(text.split(" "))): AT_EACH_SPACE,
        },
    )


@check("2.5")
def passes_the_event_on(learner):
    """passes a WordsEvent with each word from one step to another"""
    drawn = ["A", *words(learner, learner.random.randint(4, 9)), "Öl"]
    text = " ".join(drawn)
    run, *_ = at_once(
        learner,
        later(passes_an_event_on, text),
        later(carries_each_word, text),
        counts_what_it_is_handed,
    )
    with beside_its_value():
        run.returns(len(drawn))


def passes_an_event_on(learner, text: str) -> Outcome:
    """Fail unless a WordsEvent goes from one step to another; return what the run led to."""
    outcome = learner.run("CountWords", {"text": text})
    run = one_run(outcome)
    run.obtained(str(len(text.split())))
    taken = steps_taken(outcome)
    sent = any(event_out == "WordsEvent" for _, _, event_out in taken)
    received = any(event_in == "WordsEvent" for _, event_in, _ in taken)
    if not sent or not received:
        raise Failed(
            Finding(
                "2.5/no-event",
                "The result comes without the event: the first step returns a WordsEvent, and the "
                "second one takes it.",
            ),
            outcome.called,
            "StartEvent → WordsEvent → StopEvent",
            " → ".join(["StartEvent", *(str(event_out) for _, _, event_out in taken)]),
        )
    return run
