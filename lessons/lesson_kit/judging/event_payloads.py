"""Make payloads for a learner's events, and judge what an event class takes and refuses."""

import json

from lesson_kit.judging.drawing import factor, numbers, words
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import new
from lesson_kit.judging.outcomes import Failed, Outcome, show
from lesson_kit.judging.side_by_side import Judge, later
from lesson_kit.probes.computed import number_of

MAKE_EVENT = "lesson_kit.probes.made_events.make"


def message(content: str) -> dict:
    """Stand for a user's chat message."""
    return new("llama_index.core.llms.ChatMessage", role="user", content=content)


def response(content: str) -> dict:
    """Stand for a reply of the LLM."""
    return new("llama_index.core.llms.ChatResponse", message=message(content))


def tool_call(name: str, /, **arguments) -> dict:
    """Stand for the LLM's wish to call a tool."""
    tool_selection = "llama_index.core.llms.llm.ToolSelection"
    return new(tool_selection, tool_id="1", tool_name=name, tool_kwargs=arguments)


def tool_output(content: str) -> dict:
    """Stand for what a tool gave back."""
    output = "llama_index.core.tools.ToolOutput"
    return new(output, content=content, tool_name="add", raw_input={}, raw_output=content)


def is_event(learner, name: str) -> dict:
    """Fail unless the name stands for a class based on Event; return its description."""
    outcome = learner.describe(name)
    described = outcome.obtained("a class based on Event")
    if "Event" not in described.get("bases", []):
        raise Failed(
            Finding(
                "2/no-event",
                f"{name} has to be a class of its own, based on Event: class {name}(Event).",
            ),
            name,
            "a class based on Event",
            f"a {described['kind']} without Event among its bases",
        )
    if {"StartEvent", "StopEvent"} & set(described.get("bases", [])):
        raise Failed(
            Finding(
                "2/begins-or-ends",
                f"A StartEvent begins a run and a StopEvent ends it: base {name} on Event.",
            ),
            name,
            "a class based on Event",
            f"a class based on {described['bases'][0]}",
        )
    return described


def holds(learner, name: str, field: str, hint: str) -> None:
    """Fail unless the field of an event is declared with exactly this type."""
    described = is_event(learner, name)
    found = described["fields"].get(field, {}).get("annotation")
    if found != hint:
        meaning = f"{field} holds {hint} and refuses everything else: that is its type."
        raise Failed(Finding("2/other-type", meaning), f"{name}.{field}", hint, str(found))


def carrying(name: str, field: str, value, text: str) -> list[Judge]:
    """Judge whether an event takes this value in its declared field, and brings its text along."""
    return [
        later(is_event, name),
        later(takes, name, field, value),
        later(travels, name, field, value, text),
    ]


def takes(learner, name: str, field: str, value) -> None:
    """Fail unless an event takes this value in its declared field, and has its own name."""
    outcome = learner.call(name, **{field: value})
    if outcome.raised and outcome.raised["type"] == "ValidationError":
        cls = (value[0] if isinstance(value, list) else value)["$new"].rpartition(".")[2]
        what = f"a list of {cls}" if isinstance(value, list) else f"one {cls}"
        outcome.fail(
            Finding(
                "2/refuses-good-payload",
                f"It refuses a good payload: {field} holds {what}, and nothing else is needed. The "
                "error names the field that is missing or has another type.",
            )
        )
    event = outcome.obtained(f"a {name}")
    if not isinstance(event, dict) or field not in event:
        outcome.fail(
            Finding(
                "2/no-field",
                f"{name} does not declare {field}. In the body of the class, write the name, a "
                "colon and the type.",
            )
        )
    has_its_own_name(outcome, name)


def arriving(name: str) -> list[Judge]:
    """Judge whether an event that carries nothing goes from one step to another."""
    return [later(is_made, name), later(travels, name)]


def is_made(learner, name: str) -> None:
    """Fail unless an event is made of nothing, and has its own name."""
    outcome = learner.call(name)
    outcome.obtained(f"a {name}")
    has_its_own_name(outcome, name)


def has_its_own_name(own: Outcome, name: str) -> None:
    """Fail unless the class of an event is called as the name that it was made by."""
    if own.type != name:
        meaning = (
            f"The class behind the name {name} is called {own.type}. Write class {name}(Event): "
            "the class is what routes an event, and its own name stands in graphs and traces."
        )
        own.fail(Finding("2/alias", meaning), name)


def travels(learner, name: str, field: str = "", value=None, text: str = "") -> None:
    """Fail unless an event goes from one step to another, and its field brings this text along."""
    by = factor(learner)
    outcome = learner.request(
        "made_events.travel",
        f"a {name} sent from step to step",
        name=name,
        payload={field: value} if field else {},
        field=field,
        factor=by,
    )
    arrived = outcome.obtained(f"a {name}")
    if isinstance(value, list) and arrived["carried"] != "list":
        meaning = f"{field} holds a list: its type is list[…]."
        got = f"a {arrived['carried']}"
        raise Failed(
            Finding("2/other-kind", meaning), f"{field} of {outcome.called}", "a list", got
        )
    if arrived["number"] != number_of(text or name, by):
        event = arrived["event"]
        what = event.get(field) if field and isinstance(event, dict) else event
        meaning = f"What was put into {field or name} should come out of it again."
        raise Failed(
            Finding("2/lost-on-the-way", meaning),
            outcome.called,
            show(arrived.get("given") or name),
            show(what),
        )
    if not field and arrived["carries"]:
        meaning = f"{name} says that it happened, and carries nothing."
        found = ", ".join(arrived["carries"])
        raise Failed(Finding("2/carries-more", meaning), outcome.called, "nothing", found)


def requires(learner, name: str, field: str) -> None:
    """Fail unless an event without its payload is refused."""
    meaning = (
        f"An empty {name} should fail at once: {field} is required when it has a type and no "
        "default."
    )
    outcome = learner.call(name)
    outcome.raises("ValidationError", meaning=Finding("2/not-required", meaning))


def refuses(learner, name: str, field: str, value, meaning: Finding) -> None:
    """Fail unless this wrong payload is refused."""
    outcome = learner.call(name, **{field: value})
    outcome.raises("ValidationError", meaning=meaning)


def sentence(learner) -> str:
    """Draw a text that an event can carry."""
    return f"The {' '.join(words(learner, 2))} costs {learner.random.randint(100, 999)}."


def any_text(learner) -> str:
    """Draw a text of a kind that goes wrong: long, with line breaks, quotes and umlauts."""
    return f" {sentence(learner)}\n\n\t\"Ä\" 'ß' \\ {{x}} {' '.join(words(learner, 40))} …\n"


def carrying_messages(learner) -> list[Judge]:
    """Judge whether an LLMInputEvent brings messages, one of them twice, to another step."""
    first, second = sentence(learner), any_text(learner)
    texts = [first, second, first, sentence(learner)]
    prompt = [message(text) for text in texts]
    return carrying("LLMInputEvent", "input", prompt, " ".join(texts))


def carrying_response(learner) -> list[Judge]:
    """Judge whether an LLMOutputEvent brings a reply from one step to another."""
    reply = any_text(learner)
    return carrying("LLMOutputEvent", "response", response(reply), reply)


def carrying_tool_calls(learner, number: int) -> list[Judge]:
    """Judge whether a ToolCallEvent brings so many tool calls from one step to another."""
    calls, texts = [], []
    for name in words(learner, number):
        x, y = numbers(learner, 2)
        given = {"x": x, "y": y} if not calls else {"a": [str(x), None], "name": {"y": -y / 2}}
        calls.append(tool_call(name, **given))
        texts.append(f"{name} {json.dumps(given, sort_keys=True)}")
    if number > 2:  # the same call again, and one without arguments
        calls += [calls[0], tool_call("now")]
        texts += [texts[0], "now {}"]
    return carrying("ToolCallEvent", "tool_calls", calls, " ".join(texts))


def carrying_output(learner) -> list[Judge]:
    """Judge whether a ToolOutputEvent brings an output from one step to another."""
    content = any_text(learner)
    return carrying("ToolOutputEvent", "output", tool_output(content), content)


def carries_each_word(learner, text: str) -> None:
    """Fail unless the WordsEvent on its way between the steps carries each word of a text."""
    outcome = learner.request(
        "made_events.seen",
        f"the WordsEvent in CountWords().run(text={text!r})",
        workflow="CountWords",
        event="WordsEvent",
        field="words",
        given={"text": text},
    )
    seen = outcome.obtained(f"one WordsEvent with words={text.split()}")
    outcome.value = seen[0] if isinstance(seen, list) and len(seen) == 1 else seen
    outcome.type = ""
    outcome.returns(
        text.split(),
        because={
            str([text]): Finding(
                "2.5/split-late", "The whole text is one element: split it in the first step."
            )
        },
    )


def counts_what_it_is_handed(learner) -> None:
    """Fail unless the second step of CountWords counts the words in the event that it takes."""
    handed = words(learner, learner.random.randint(5, 12))
    text = " ".join(words(learner, 3))
    outcome = learner.request(
        "made_events.handed",
        f"CountWords().run(text={text!r}), where split hands on {len(handed)} other words",
        workflow="CountWords",
        event="WordsEvent",
        payload={"words": handed},
        given={"text": text},
    )
    outcome.returns(
        len(handed),
        Finding(
            "2.5/not-of-event",
            "The second step counts the words in the event that it takes, and nothing that was "
            "kept elsewhere: ev.words.",
        ),
    )
