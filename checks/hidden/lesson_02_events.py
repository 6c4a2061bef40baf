"""Lesson 2, hidden: the same events on their way, with other payloads."""

from collections.abc import Iterator

from lesson_kit.checks.lesson_02_events import (
    AT_EACH_SPACE,
    OTHER_FIELDS,
    TWICE,
    find_wrong_fields,
    finds,
)
from lesson_kit.judging.checking import check
from lesson_kit.judging.drawing import beside_its_value, numbers, words
from lesson_kit.judging.event_payloads import (
    arriving,
    carries_each_word,
    carrying_messages,
    carrying_output,
    carrying_response,
    carrying_tool_calls,
    counts_what_it_is_handed,
    holds,
    is_event,
    message,
    refuses,
    response,
    sentence,
    tool_call,
)
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.run_findings import one_run
from lesson_kit.judging.side_by_side import Judge, at_once, each_of, later


@check("2.1")
def prep_event_travels(learner):
    """travels from one step to another under its own name"""
    at_once(learner, later(is_event, "PrepEvent"), *arriving("PrepEvent"))


@check("2.2")
def llm_events_travel(learner):
    """both carry a prompt and a reply from one step to another, and hold nothing else"""
    at_once(
        learner,
        later(holds, "LLMInputEvent", "input", "list[ChatMessage]"),
        later(holds, "LLMOutputEvent", "response", "ChatResponse"),
        *carrying_messages(learner),
        *carrying_response(learner),
    )


@check("2.2")
def llm_events_refuse_each_other(learner):
    """each refuses the other's payload"""
    both = Finding("2.2/each-other", "Each event has a type of its own for its field.")
    at_once(
        learner,
        *(later(is_event, name) for name in ("LLMInputEvent", "LLMOutputEvent")),
        later(refuses, "LLMInputEvent", "input", response(sentence(learner)), both),
        later(refuses, "LLMOutputEvent", "response", [message(sentence(learner))], both),
        *map(beside_its_value(), carrying_messages(learner)),
        *map(beside_its_value(), carrying_response(learner)),
    )


@check("2.2")
def tool_events_travel(learner):
    """both carry tool calls and an output from one step to another, and hold nothing else"""
    at_once(
        learner,
        later(holds, "ToolCallEvent", "tool_calls", "list[ToolSelection]"),
        later(holds, "ToolOutputEvent", "output", "ToolOutput"),
        *carrying_tool_calls(learner, 2),
        *carrying_output(learner),
    )


@check("2.2")
def tool_call_event_takes_many(learner):
    """ToolCallEvent takes a list and not a single tool call"""
    many = carrying_tool_calls(learner, 3)
    meaning = "An LLM may ask for several tools at once: tool_calls is always a list."
    x, y = numbers(learner, 2)
    single = Finding("2.2/single-call", meaning)
    refused = later(refuses, "ToolCallEvent", "tool_calls", tool_call("add", x=x, y=y), single)
    at_once(learner, *many, refused)


@check("2.3")
def finds_any_wrong_fields(learner):
    """finds two, one or all of the wrong fields of an event, and leaves the payload as it is"""
    names = words(learner, 5)
    judges = []
    for count in (2, 1, 4):
        *required, optional = learner.random.sample(names, 5)
        wrong = learner.random.sample(required, count)
        payload = {name: "x" if name in wrong else 1 for name in required}
        payload.pop(wrong[0])
        types = dict.fromkeys(names, "int")
        judges.append(later(finds, types, payload, sorted(wrong), OTHER_FIELDS, [optional]))
    at_once(learner, *judges, *leaving_it_to_the_class(learner))


# What an event class refuses and what it takes, for fields of these types.
REFUSED = {
    "int": ["many", None, [1], 2.5, {}],
    "str": [3, None, ["a"], True],
    "float": ["x", None],
    "bool": ["perhaps", None, 7],
    "list[int]": ["12", None, 3, {"a": 1}],
    "dict[str, int]": [[1], None, "x"],
    "int | None": ["none", [None]],
    "int, 0 or more": [-1],
}
TAKEN = {
    "int": ["3", 3.0, True, -4],
    "str": ["", "ü\n"],
    "float": ["2.5", 3],
    "bool": ["yes", 0],
    "list[int]": [[], ["4", 5]],
    "dict[str, int]": [{}, {"a": "1"}],
    "int | None": [None, "8"],
    "int, 0 or more": [0, "7"],
}
OTHER_NAMES = ["name", "payload", "event_class", "error", "errors", "loc", "type", "field", "wrong"]


def leaving_it_to_the_class(learner) -> Iterator[Judge]:
    """Judge whether wrong_fields says of values of many types what the event class says."""
    own = Finding(
        "2.3/own-rule",
        "What is wrong, the event class itself decides: the fields that its error names, and no "
        "others.",
    )
    for kind, refused in REFUSED.items():
        for value in refused:
            right, wrong, extra = learner.random.sample([*OTHER_NAMES, *words(learner, 3)], 3)
            payload = {extra: value, right: learner.random.choice(TAKEN[kind]), wrong: value}
            yield later(finds, {wrong: kind, right: kind}, payload, [wrong], own)
    names = words(learner, len(TAKEN))
    types = dict(zip(names, TAKEN, strict=True))
    for number in (0, 1, -1):
        payload = {name: TAKEN[kind][number] for name, kind in types.items()}
        yield later(finds, types, payload | {"more": None}, [], own)


@check("2.3")
def names_each_field_once(learner):
    """names a field once, however many of its elements are wrong"""
    right, wrong, *elements = words(learner, 4)
    payload = {right: numbers(learner, 2), wrong: elements}
    deep, types = {right: "x", "b": "y"}, dict.fromkeys([right, wrong], "list[int]")
    outcomes = each_of(
        learner,
        later(find_wrong_fields, types, payload),
        later(find_wrong_fields, {wrong: "dict[str, int]"}, {wrong: deep}),
    )
    next(outcomes).returns(
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
    next(outcomes).returns([wrong])


@check("2.4")
def repeats_any_word(learner):
    """repeats texts with blanks and accents 13 to 300 times, twice, 0 times, and twice again"""
    first, second = words(learner, 2)
    text, times = f" {first} É {second}\n", learner.random.randint(13, 60)
    inputs = [{"word": text, "times": times}, {"word": first}]
    inputs += [{"word": second, "times": learner.random.randint(101, 300)}, {"word": text}]
    inputs += [{"word": second, "times": 0}, {"word": second}, {"word": "", "times": 3}]
    outcome = learner.run("Repeat", *inputs)
    for index, given in enumerate(inputs):
        meaning = "" if "times" in given else TWICE
        one_run(outcome, index).returns(given["word"] * given.get("times", 2), meaning)


@check("2.5")
def counts_any_words(learner):
    """counts words between blanks, tabs and line breaks, repeated ones too, and none at all"""
    drawn = words(learner, learner.random.randint(10, 20))
    text = "  ".join(drawn)
    mixed = f" {drawn[0]}-{drawn[1]}\t{drawn[2]}!\n\n{drawn[2]}! {drawn[2].upper()}! it's "
    mixed += f'I a Ö 7 – … {drawn[3].title()} {drawn[3]}, "{drawn[3]}" {"x" * 300} 3.5 '
    long = "\n".join(drawn * learner.random.randint(30, 60))
    given = [text, "", mixed, long, " \t\n "]
    counted = later(counts_each, given)
    words_of = [later(carries_each_word, one) for one in (mixed, long[:3_000], "")]
    at_once(learner, counted, *words_of, counts_what_it_is_handed)


def counts_each(learner, given: list[str]) -> None:
    """Fail unless each of these texts, the first of them with two spaces, is counted."""
    outcome = learner.run("CountWords", *({"text": one} for one in given))
    counts = [len(one.split()) for one in given]
    one_run(outcome).returns(counts[0], because={str(len(given[0].split(" "))): AT_EACH_SPACE})
    none = Finding("2.5/no-words", "A text without words has 0 of them.")
    counted_in = Finding(
        "2.5/of-earlier-runs",
        "The words of the runs before are counted in. A run counts those of its own text alone: "
        "keep nothing on self, on the class, or in a global.",
    )
    for index, count in enumerate(counts[1:], 1):
        with_earlier = {str(sum(counts[: index + 1])): counted_in}
        one_run(outcome, index).returns(count, "" if count else none, because=with_earlier)
