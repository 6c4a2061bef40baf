"""Judge ways through a trace: down by children (5.3), all of it (5.4), and up (5.6).

It is one file, as all three are judged on drawn trees and speak of the same ways.
"""

import textwrap

from lesson_kit.judging.drawing import numbers, words
from lesson_kit.judging.drawn_traces import drawn_tree, ways
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.outcomes import Failed, show
from lesson_kit.judging.reading_traces import (
    Asked,
    Reading,
    action,
    answer,
    read,
    read_each,
    read_groups,
    unparseable,
)

# --- 5.3 children ---------------------------------------------------------------------------------

A_LIST_OF_SPANS = Finding(
    "5.3/a-list-of-spans",
    "Give a list of the spans themselves, and an empty one where nothing is below.",
)
ALL_BELOW = Finding(
    "5.3/all-below", "What is further down is in it, too. Asked for is what is right below."
)
NOT_IN_TIME = Finding(
    "5.3/not-in-time",
    "Those are the spans. Give them in order of time, as data.spans has them.",
)
OTHER_CHILDREN = Finding(
    "5.3/other-children",
    "A span is a child where its parent_id is the id that was given. Names do not count: several "
    "spans may have the same.",
)
NOT_IN_TRACE = Finding(
    "5.3/not-in-trace",
    "A span of another trace is in it: look through the trace that is given, at each call anew.",
)
NO_ROOT = Finding(
    "5.3/no-root",
    "For None, give a list of the root alone, that of this trace: its parent_id is None.",
)
NONE_BELOW = Finding("5.3/none-below", "There is nothing below this span, so the list is empty.")


def children_are(learner, size: int, deep: int = 5, trees: int = 1) -> None:
    """Fail unless children gives what is right below each of several spans of drawn trees."""
    drawn = [spans_with_children(learner, size, deep) for _ in range(trees)]
    groups = [asked for _, _, asked in drawn]
    for outcomes, (spans, places, _) in zip(
        read_groups(learner, "children", groups), drawn, strict=True
    ):
        for outcome, place in zip(outcomes, places, strict=True):
            are_children(outcome, spans, place)


def spans_with_children(
    learner, size: int, deep: int
) -> tuple[list[dict], list[int | None], list[Asked]]:
    """Draw a tree; return its spans, the places of some, None for the root, and what is asked."""
    spans = drawn_tree(learner, size, deep)
    parents = [span["parent"] for span in spans]
    crowd = max(range(size), key=parents.count)
    leaf = learner.random.choice([i for i in range(size) if i not in parents])
    inner = learner.random.choice([i for i in range(1, size) if i in parents])
    scenario, run = {"spans": spans}, f"a run with {len(spans)} spans"
    places = list(dict.fromkeys([0, crowd, inner, leaf]))
    asked = [
        Asked(scenario, ({"span_id": place},), run, f", the id of {spans[place]['name']}")
        for place in places
    ]
    asked.append(Asked(scenario, (None,), run))
    return spans, [*places, None], asked


def are_children(outcome: Reading, spans: list[dict], place: int | None) -> None:
    """Fail unless this is what is right below the span at this place; None: the root."""
    expected = [i for i, span in enumerate(spans) if span["parent"] == place]
    shown = show_spans([as_span(spans, i) for i in expected])
    value = outcome.obtained(shown)
    if value == [as_span(spans, i) for i in expected]:
        outcome.stays()
        return
    got = show_spans(value)
    texts = [one.get("text") for one in value] if all_spans(value) else None
    below = [i for i, way in enumerate(ways(spans)) if place in way[:-1] or place is None]
    if texts is None:
        meaning = A_LIST_OF_SPANS
    elif any(str(text).startswith(ELSEWHERE) for text in texts):
        meaning = NOT_IN_TRACE
    elif place is None:
        meaning = NO_ROOT
    elif not expected:
        meaning = NONE_BELOW
    elif sorted(texts) == sorted(as_span(spans, i)["text"] for i in expected):
        meaning = NOT_IN_TIME
    elif sorted(texts) == sorted(as_span(spans, i)["text"] for i in below):
        meaning = ALL_BELOW
    else:
        meaning = OTHER_CHILDREN
    raise Failed(meaning, outcome.called, shown, got)


ELSEWHERE = "? "  # what a reply has in the place of the number of a span of another trace


def as_span(spans: list[dict], index: int) -> dict:
    """Return what a reply holds for the span at this place."""
    return {"$type": "Span", "text": f"{index} {spans[index]['name']}"}


def all_spans(value) -> bool:
    """Tell whether a value is a list that holds spans only."""
    return isinstance(value, list) and all(
        isinstance(one, dict) and one.get("$type") == "Span" for one in value
    )


def show_spans(value) -> str:
    """Return a list of spans by their places in data.spans and their names."""
    if not all_spans(value):
        return show(value)
    told = ", ".join(f"span {one.get('text')}" for one in value)
    return f"[{told.replace(f'span {ELSEWHERE}', 'a span of another trace: ')}]"


# --- 5.4 span_tree --------------------------------------------------------------------------------

NO_LINES = Finding("5.4/no-lines", "Give a list with one line of text for each span.")
SPANS_MISSING = Finding(
    "5.4/spans-missing",
    "Spans are missing: each has a line, those below a span's children, too, and also where a line "
    "is equal to another.",
)
NOT_INDENTED = Finding(
    "5.4/not-indented",
    "The names are right. Begin a line with two spaces for each level below the root.",
)
OTHER_ORDER = Finding(
    "5.4/other-order",
    "All spans are there, in another order: right after a span come its children with all that is "
    "below them, the earliest first.",
)
TOO_MANY_LINES = Finding(
    "5.4/too-many-lines",
    "There are more lines than spans, and each span has one. A list made outside of the call, or "
    "as a default argument, would keep the lines of the call before.",
)
OTHER_LINES = Finding(
    "5.4/other-lines", "One line for each span, with the span's name and nothing else."
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
    lines_are(read(learner, "span_tree", scenario), expected_tree(rounds, around))


def drawn_trees_are_right(learner, shapes: list[tuple[int, int]]) -> None:
    """Fail unless span_tree lists drawn trees, each of a size and depth, with branches by turns."""
    drawn = [drawn_tree(learner, *shape) for shape in shapes]
    run = "a run with {} spans, some of them side by side"
    asked = [Asked({"spans": spans}, run=run.format(len(spans))) for spans in drawn]
    for outcome, spans in zip(read_each(learner, "span_tree", asked), drawn, strict=True):
        lines = ["  " * (len(way) - 1) + spans[way[-1]]["name"] for way in sorted(ways(spans))]
        lines_are(outcome, lines)


def lines_are(outcome: Reading, expected: list[str]) -> None:
    """Fail unless these are the lines of the tree."""
    lines = outcome.obtained("a list of lines")
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        outcome.fail(NO_LINES, f"a list of {len(expected)} lines; line 1 is {expected[0]!r}")
    if lines == expected:
        outcome.stays()
        return
    names, expected_names = [line.strip() for line in lines], [line.strip() for line in expected]
    if len(lines) < len(expected):
        meaning = SPANS_MISSING
    elif names == expected_names:
        meaning = NOT_INDENTED
    elif sorted(names) == sorted(expected_names):
        meaning = OTHER_ORDER
    else:
        meaning = TOO_MANY_LINES if len(lines) > len(expected) else OTHER_LINES
    pairs = enumerate(zip(lines, expected, strict=False))
    first = next((place for place, (line, right) in pairs if line != right), 0)
    raise Failed(
        meaning,
        outcome.called,
        f"{len(expected)} lines; line {first + 1} is {expected[first]!r}",
        f"{len(lines)} lines" + (f"; line {first + 1} is {lines[first]!r}" if lines else ""),
    )


# --- 5.6 is_below ---------------------------------------------------------------------------------

NOT_ABOVE = Finding(
    "5.6/not-above",
    "That name is in the trace, but not above this span: look only at those that parent_id leads "
    "to.",
)
BY_IDS = (
    "climb on from parent to parent, up to the root, by span_id and parent_id, as spans may share "
    "a name."
)
SEVERAL = Finding(
    "5.6/again",
    f"A span of that name is above this one, and others of that name are elsewhere: {BY_IDS}",
)
ABOVE = {
    "root": Finding("5.6/root", f"The root has that name, so look at the root, too: {BY_IDS}"),
    "parent": Finding("5.6/parent", f"The span right above has that name: {BY_IDS}"),
    "higher": Finding("5.6/higher", f"A span further up has that name: {BY_IDS}"),
    "not the first": SEVERAL,
    "not the last": SEVERAL,
    "again": SEVERAL,
    "earlier": NOT_ABOVE,
    "later": NOT_ABOVE,
    "itself": Finding(
        "5.6/itself", "The span itself has that name, and none above it: it does not count itself."
    ),
    "part": Finding(
        "5.6/part", "A span above has a name that only contains it: compare the whole name."
    ),
    "downwards": Finding(
        "5.6/downwards", "That name is below the span, not above it: climb by parent_id."
    ),
    "nowhere": Finding("5.6/nowhere", "No span of the trace has that name."),
}


def climbs(learner, size: int, each: int = 1, trees: int = 1) -> None:
    """Fail unless is_below is right about spans and names of drawn trees, some of each kind."""
    drawn = [spans_to_climb_from(learner, size, each) for _ in range(trees)]
    groups = [asked for _, asked in drawn]
    for outcomes, (kinds, _) in zip(read_groups(learner, "is_below", groups), drawn, strict=True):
        for outcome, kind in zip(outcomes, kinds, strict=True):
            above = kind in ("root", "parent", "higher") or ABOVE[kind] is SEVERAL
            outcome.returns(above, ABOVE[kind])


def spans_to_climb_from(learner, size: int, each: int) -> tuple[list[str], list[Asked]]:
    """Draw a tree, and so many spans and names of each kind; return kinds and what is asked."""
    spans = drawn_tree(learner, size, deep=6)
    top, part, beside, nowhere = words(learner, 4)
    for place, name in ((0, f"{top}.run"), (2, f"{part}_{top}"), (7, f"{beside}.run")):
        spans[place]["name"] = name  # so each kind is there
    spans += [
        {"name": spans[3]["name"], "parent": 7},
        {"name": f"{part}.end", "parent": len(spans)},
    ]
    asked: dict[str, list] = {kind: [] for kind in ABOVE}
    names = {span["name"] for span in spans} | {part, nowhere}
    for place, way in enumerate(ways(spans)):
        for name in sorted(names):
            asked[kind_of(spans, way, name)].append((place, name))
    questions = [
        (kind, *pair)
        for kind, pairs in asked.items()
        for pair in learner.random.sample(
            pairs, min(2 * each if ABOVE[kind] is SEVERAL else each, len(pairs))
        )
    ]
    learner.random.shuffle(questions)  # else yes and no come in the same order for everybody
    scenario, run = {"spans": spans}, f"a run with {len(spans)} spans"
    return [kind for kind, *_ in questions], [
        Asked(
            scenario,
            ({"span": place}, name),
            run,
            f", span {place} {spans[place]['name']}, {name!r}",
        )
        for _, place, name in questions
    ]


def kind_of(spans: list[dict], way: tuple[int, ...], name: str) -> str:
    """Tell where a name is, seen from the last span of a way down from the root."""
    *above, place = way
    over = [spans[index]["name"] for index in above]
    if name in over:
        far = name not in over[1:] and len(over) > 3
        beside = [i not in way for i, span in enumerate(spans) if span["name"] == name]
        if any(beside):
            return "not the first" if beside[0] else "not the last" if beside[-1] else "again"
        return "parent" if over[-1] == name else "root" if far else "higher"
    if spans[place]["name"] == name:
        return "itself"
    if any(name in one for one in over):
        return "part"
    there = [index for index, span in enumerate(spans) if span["name"] == name]
    if any(place in one for one in ways(spans) if one[-1] in there):
        return "downwards"
    return "nowhere" if not there else "earlier" if there[0] < place else "later"
