"""Judge what `call_tool_safely` gives: a tool's output as it is, or a failure in words."""

from lesson_kit.judging.drawing import numbers, words
from lesson_kit.judging.event_payloads import tool_call
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import made_tool
from lesson_kit.judging.outcomes import Failed, show
from lesson_kit.judging.watched_calls import WatchedOutcome, watched_call

WHICH_NAME = Finding(
    "1.5/unknown-not-named",
    "No tool has exactly that name, and the text has to say it: then the LLM can mend its choice.",
)
WHICH_ERROR = Finding(
    "1.5/no-text", "The exception's own text is what helps the LLM go on: all of it, as it is."
)
CALLED_AGAIN = Finding(
    "1.5/not-once",
    "The chosen tool is called once: a second call may buy a second ticket. What fails is told in "
    "words, and the LLM decides.",
)
OTHER_ARGUMENTS = Finding(
    "1.5/other-arguments",
    "The tool gets the LLM's arguments by name, each as it came: tool(**tool_call.tool_kwargs).",
)
GIVEN_CHANGED = Finding(
    "1.5/given-changed",
    "The tools and the LLM's arguments are still needed: change a copy, if at all.",
)
EXCEPTIONS = "ValueError TypeError KeyError RuntimeError ZeroDivisionError OSError".split() + [
    "AttributeError",
    "AssertionError",
    "Unforeseen",
]


def safe_call(learner, tools, wish: dict) -> WatchedOutcome:
    """Call the learner's call_tool_safely, and watch what it does with what it is given."""
    return watched_call(learner, "call_tool_safely", tools, wish)


def long_text(learner) -> str:
    """Draw a text that no shortcut keeps: long, with line breaks, quotes and umlauts."""
    drawn = words(learner, 60)
    return f"zu groß für 100 % {{x}}:\n\t\"{drawn[0]}\" 'n' \\ {' '.join(drawn)}\n\n…"


def names_it(learner, tools, wish: dict, name: str) -> None:
    """Fail unless what this wish gives has the name in it, as that of an unknown tool."""
    outcome = safe_call(learner, tools, wish)
    says_in_words(outcome, name, WHICH_NAME)
    outcome.keeps_what_it_is_given(GIVEN_CHANGED)


def fails_in_words(learner, text: str, kind: str) -> None:
    """Fail unless a tool's exception of this kind comes back as an output with its text."""
    x, y = numbers(learner, 2, 1000, 9999)
    tool = made_tool("broken", {"x": "int"}, adds=y, raises=text, kind=kind, counts=True)
    others = [made_tool(one, {"x": "int"}, adds=y) for one in ("a_broken", "zinc")]
    tools = [others[1], tool, others[0]]
    outcome = safe_call(learner, tools, tool_call("broken", x=x))
    outcome.called += f", where broken raises {kind}"
    said = f"{text} {x + y}"
    said = str(KeyError(said)) if kind == "KeyError" else said
    fails_once(outcome, said, WHICH_ERROR, "broken", x=x)


def fails_once(outcome: WatchedOutcome, text: str, unsaid: Finding, tool: str, **given) -> None:
    """Fail unless a tool that was made to fail was called once, and what it raised is said."""
    if outcome.reply is not None and outcome.reply["calls"]:  # a second call is why other text came
        outcome.calls_once(tool, given, CALLED_AGAIN, OTHER_ARGUMENTS)
    says_in_words(outcome, text, unsaid)
    outcome.calls_once(tool, given, CALLED_AGAIN, OTHER_ARGUMENTS)
    outcome.keeps_what_it_is_given(GIVEN_CHANGED)


def chooses_among_tools(learner, name: str) -> None:
    """Fail unless the tool of this name is called once, though others are named much like it."""
    x, first, second, third = numbers(learner, 4, 1000, 9999)
    tools = [
        made_tool(f"{name}_many", {"x": "int"}, adds=first),
        made_tool(name, {"x": "int"}, adds=second, counts=True),
        made_tool(f"re_{name}", {"x": "int"}, adds=third),
    ]
    outcome = safe_call(learner, tools, tool_call(name, x=x))
    content_is(outcome, str(x + second), name)
    outcome.calls_once(name, {"x": x}, CALLED_AGAIN, OTHER_ARGUMENTS)
    outcome.keeps_what_it_is_given(GIVEN_CHANGED)


def content_is(
    outcome: WatchedOutcome, right: str, name: str = "add", watched: bool = True
) -> None:
    """Fail unless the output of the tool of this name carries this text, and is given as it is.

    `watched`: the tool was made to order, so that its calls are known.
    """
    expected = f"a ToolOutput with the content {right!r}"
    output = outcome.obtained(expected)
    if not isinstance(output, dict) or "content" not in output:
        meaning = "The agent needs a ToolOutput: return what the tool call gives."
        outcome.fail(Finding("1.5/no-output", meaning), expected)
    if watched and outcome.reply is not None and not outcome.reply["calls"]:
        meaning = Finding(
            "1.5/not-called",
            f"No tool was called, and one of the given tools is called {name}: look for it in the "
            "list `tools` that this call is given.",
        )
        raise Failed(meaning, outcome.called, expected, f"the content {output['content']!r}")
    if output["content"] != right:
        raise Failed(
            Finding(
                "1.5/other-call",
                "The content is what the chosen tool gives for the LLM's arguments, as it is: hand "
                "them over by name, tool(**tool_call.tool_kwargs).",
            ),
            outcome.called,
            expected,
            f"the content {output['content']!r}",
        )
    found = (output.get("is_error"), output.get("tool_name"), str(output.get("raw_output")))
    reply = outcome.reply
    if reply is not None and reply["calls"] and reply["as_it_is"] is not True:
        meaning = (
            "It has the right content, and other fields than what the call gave: return the "
            "ToolOutput of the call itself."
        )
        if reply["as_it_is"] is None:
            meaning = (
                "It calls the function behind the tool, and makes a ToolOutput of its own. Call "
                "the tool, tool(**tool_call.tool_kwargs), and return what that gives."
            )
        raise Failed(
            Finding("1.5/made-anew", meaning),
            outcome.called,
            "the call's own ToolOutput",
            "another",
        )
    if found != (False, name, right):
        raise Failed(
            Finding(
                "1.5/not-as-it-is",
                "The call itself gives a whole ToolOutput, with is_error=False where it went well: "
                "return that one.",
            ),
            outcome.called,
            f"is_error=False, tool_name={name!r}, raw_output={right}",
            f"is_error={found[0]}, tool_name={found[1]!r}, raw_output={found[2]}",
        )


def says_in_words(outcome, text: str, unsaid: Finding) -> None:
    """Fail unless a failed tool call came back as an output that is marked and says this text."""
    expected = f"a ToolOutput that says {show(text)}"
    if outcome.raised is not None and "valid string" in outcome.raised["text"]:
        outcome.fail(
            Finding("1.5/error-as-text", 'failed takes text, not the error itself: f"{error}".')
        )
    if outcome.raised is not None and outcome.raised["type"] != "NotImplementedError":
        outcome.fail(
            Finding(
                "1.5/raises",
                "An exception here would end the whole run. Catch it and put it into words.",
            ),
            expected,
        )
    output = outcome.obtained(expected)
    if not isinstance(output, dict) or "content" not in output:
        meaning = "The agent needs a ToolOutput, also for a failure."
        outcome.fail(Finding("1.5/no-output-of-failure", meaning), "a ToolOutput")
    if text not in str(output["content"]):
        raise Failed(unsaid, outcome.called, f"text with {show(text)}", show(output["content"]))
    if output.get("is_error") is not True:
        raise Failed(
            Finding(
                "1.5/not-marked",
                "A failed call is marked, so that whoever reads it can tell it from a result.",
            ),
            outcome.called,
            "is_error=True",
            f"is_error={output.get('is_error')}",
        )
