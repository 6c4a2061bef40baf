"""Judge a list of a trace's spans, as the lines of a tree (5.3)."""

import textwrap

from lesson_kit.judging.drawing import numbers
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed, show
from lesson_kit.judging.reading_traces import action, answer, read, unparseable

NO_LINES = Finding("5.3/no-lines", "Give a list with one line of text for each span.")
SPANS_MISSING = Finding(
    "5.3/spans-missing",
    "Spans are missing. Go down from each span to its children, and to theirs.",
)
NOT_INDENTED = Finding(
    "5.3/not-indented",
    "The names are right. Begin a line with two spaces for each level below the root.",
)
OTHER_ORDER = Finding(
    "5.3/other-order",
    "All spans are there. But children come right after their parent, first of all.",
)
OTHER_LINES = Finding(
    "5.3/other-lines", "One line for each span, with the span's name and nothing else."
)

LLM_SPANS = """
  ReActAgent.prepare_llm_prompt
  ReActAgent.invoke_llm
    ScriptedLLM.achat
  ReActAgent.handle_llm_response
    ReActOutputParser.parse"""
TOOL_SPANS = {
    "tool call": """
  ReActAgent.handle_tool_calls
    FunctionTool.__call__
      FunctionTool.call""",
    "unknown tool": """
  ReActAgent.handle_tool_calls""",
    "unparseable": "",
}


def expected_tree(rounds: list[str], around: str = "") -> list[str]:
    """Return the span tree of a run with these rounds and an answer, in a span around it."""
    tree = "ReActAgent.run\n  ReActAgent.new_user_msg"
    for kind in rounds:
        tree += LLM_SPANS + TOOL_SPANS[kind]
    tree += LLM_SPANS
    return (f"{around}\n" + textwrap.indent(tree, "  ") if around else tree).splitlines()


def tree_is_right(learner, rounds: list[str], around: str = "") -> None:
    """Fail unless span_tree lists the whole tree of a run with these rounds."""
    x, y = numbers(learner, 2)
    reply_of = {
        "tool call": action("add", x=x, y=y),
        "unknown tool": action("divide", x=x, y=y),
        "unparseable": unparseable(learner),
    }
    scenario = {
        "question": f"What is {x} + {y}?",
        "replies": [*(reply_of[kind] for kind in rounds), answer(f"It is {x + y}.")],
    }
    if around:
        scenario["around"] = around
    outcome = read(learner, "span_tree", scenario)
    lines = outcome.obtained("a list of lines")
    expected = expected_tree(rounds, around)
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        outcome.fail(NO_LINES, show(expected[:3]))
    if lines == expected:
        return
    names, expected_names = [line.strip() for line in lines], [line.strip() for line in expected]
    if len(lines) < len(expected):
        meaning = SPANS_MISSING
    elif names == expected_names:
        meaning = NOT_INDENTED
    elif sorted(names) == sorted(expected_names):
        meaning = OTHER_ORDER
    else:
        meaning = OTHER_LINES
    pairs = enumerate(zip(lines, expected, strict=False))
    first = next((place for place, (line, right) in pairs if line != right), 0)
    raise Failed(
        meaning,
        outcome.called,
        f"{len(expected)} lines; line {first + 1} is {expected[first]!r}",
        f"{len(lines)} lines" + (f"; line {first + 1} is {lines[first]!r}" if lines else ""),
    )
