"""Lesson 1: what learners check of `add`, `multiply`, `tools`, `argument_types`, the safe call.

The lesson has five exercises, and their checks stand in one file, in its order.
"""

from lesson_kit.judging.checking import check
from lesson_kit.judging.descriptions import ADDING, MULTIPLYING, names_operation
from lesson_kit.judging.drawing import WORKS_FIRST, beside_its_value, numbers, words
from lesson_kit.judging.event_payloads import tool_call
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import call_of, description_of, made_tool, requested, the
from lesson_kit.judging.outcomes import Failed, Outcome, same
from lesson_kit.judging.safe_calls import (
    EXCEPTIONS,
    chooses_among_tools,
    content_is,
    fails_in_words,
    names_it,
    safe_call,
)
from lesson_kit.judging.side_by_side import at_once, later
from lesson_kit.judging.watched_calls import watched_call

BY_NAME = Finding("1/by-name", "The LLM calls a tool by argument names, so they must be x and y.")
PRODUCT = Finding("1.1/product", "That is the product; add gives the sum.")
ADD_DOC = "Add two integers and return their sum."
TYPED: dict[str, str | None] = {"x": "int", "y": "int", "return": "int"}
TOOL_CHANGED = Finding(
    "1.4/tool-changed", "The tool itself stays as it is: look into its schema, and leave it."
)
SUM = Finding("1.2/sum", "That is the sum; multiply gives the product.")
JSON_TYPES = {
    "int": "integer",
    "str": "string",
    "float": "number",
    "bool": "boolean",
    "list[int]": "array",
    "dict": "object",
}


@check("1.1")
def adds_two_numbers(learner):
    """adds two numbers"""
    x, y = numbers(learner, 2)
    learner.call("add", x, y).returns(x + y, because={str(x * y): PRODUCT})


@check("1.1")
def add_takes_x_and_y(learner):
    """takes its numbers as x and y, with the type hints and the docstring that were there"""
    at_once(learner, later(by_name, "add", lambda x, y: x + y), keeps_its_head)


def keeps_its_head(learner) -> None:
    """Fail unless add has the type hints and the docstring that were there."""
    described = learner.describe("add").obtained()
    hints = hints_of(described)
    doc = " ".join((described.get("doc") or "").split())
    if hints != TYPED or not doc.startswith(ADD_DOC):
        raise Failed(
            Finding(
                "1.1/not-kept",
                "The LLM knows add by its type hints and its docstring: keep both as they were.",
            ),
            "the type hints and the docstring of add",
            show_described(TYPED, ADD_DOC),
            show_described(hints, doc),
        )


def hints_of(described: dict) -> dict[str, str | None]:
    """Return the type hints of a function that was described, that of its result as `return`."""
    return described.get("parameters", {}) | {"return": described.get("returns")}


def show_hints(hints: dict[str, str | None]) -> str:
    """Return type hints in the words of a report."""
    return ", ".join(f"{name}: {hint or 'no hint'}" for name, hint in hints.items())


def show_described(hints: dict[str, str | None], doc: str) -> str:
    """Return type hints and a docstring in the words of a report."""
    return f"{show_hints(hints)}, {repr(doc) if doc else 'no docstring'}"


@check("1.2")
def multiplies_two_numbers(learner):
    """multiplies two numbers, taken as x and y"""
    by_name(learner, "multiply", lambda x, y: x * y)


def takes_others(outcome: Outcome, name: str) -> bool:
    """Tell whether a function of this name was called with arguments that it does not take."""
    raised = outcome.raised
    return raised is not None and raised["type"] == "TypeError" and f"{name}()" in raised["text"]


def by_name(learner, name: str, right) -> None:
    """Fail unless a function of x and y gives the right value for drawn numbers."""
    x, y = numbers(learner, 2)
    outcome = learner.call(name, x=x, y=y)
    if takes_others(outcome, name):
        outcome.fail(BY_NAME, str(right(x, y)))
    other = {"add": {str(x * y): PRODUCT}, "multiply": {str(x + y): SUM}}
    outcome.returns(right(x, y), because=other[name])


@check("1.2")
def multiply_is_typed(learner):
    """says which types it takes and returns"""
    at_once(learner, tells_its_types, multiplies)


def tells_its_types(learner) -> None:
    """Fail unless multiply has the type hints that the LLM needs."""
    described = learner.describe("multiply").obtained()
    hints = hints_of(described)
    if hints != TYPED:
        raise Failed(
            Finding(
                "1.2/no-types",
                "The types of x and y become the schema that the LLM reads, and the result's "
                "stands in the description. Without them it has to guess.",
            ),
            "the type hints of multiply",
            show_hints(TYPED),
            show_hints(hints),
        )


@check("1.2")
def multiply_has_a_docstring(learner):
    """has a docstring that tells the LLM what it does"""
    at_once(learner, tells_what_it_does, multiplies)


def tells_what_it_does(learner) -> None:
    """Fail unless multiply has a docstring that says that it multiplies."""
    doc = learner.describe("multiply").obtained().get("doc") or ""
    if len(doc.split()) < 3:
        raise Failed(
            Finding(
                "1.2/no-docstring",
                "From the docstring the LLM learns what the tool does: one sentence, as a plain "
                "string and the first thing in the body.",
            ),
            "the docstring of multiply",
            "a sentence of three words or more",
            repr(doc) if doc else "no docstring",
        )
    if not names_operation(doc, MULTIPLYING, ADDING):
        raise Failed(
            Finding(
                "1.2/other-docstring",
                "The LLM believes what the docstring says: it should name multiplying or the "
                "product, and no other operation.",
            ),
            "the docstring of multiply",
            "a sentence that says that it multiplies, and names no other operation",
            repr(doc),
        )


def multiplies(learner) -> None:
    """Fail unless multiply works: what it says of itself counts no more than that."""
    x, y = numbers(learner, 2)
    outcome = learner.call("multiply", x, y)
    outcome.returns(x * y, WORKS_FIRST)


@check("1.3")
def tools_holds_both(learner):
    """holds a FunctionTool for add and one for multiply"""
    asked = [requested("made_tools.offered", "tools", name="tools"), description_of("tools")]
    outcomes = learner.request_each(asked)
    offered = next(outcomes).obtained("a list of two FunctionTool objects")
    types = [tool["type"] for tool in offered]
    kind = next(outcomes).obtained()["type"]
    if kind == "dict":
        raise Failed(
            Finding(
                "1.3/dict",
                "A dict is not a list: put the two tools in square brackets, without names.",
            ),
            "tools",
            "a list",
            "a dict",
        )
    if kind != "list":
        meaning = "The agent wants a list: put the two tools in square brackets."
        raise Failed(Finding("1.3/no-list", meaning), "tools", "a list", f"a {kind}")
    if "function" in types:
        raise Failed(
            Finding(
                "1.3/plain-functions",
                "These are plain functions. Wrap each in FunctionTool.from_defaults(fn=…).",
            ),
            "tools",
            "['FunctionTool', 'FunctionTool']",
            str(types),
        )
    names = sorted(tool.get("name") or tool["type"] for tool in offered)
    if names != ["add", "multiply"]:
        raise Failed(
            Finding("1.3/other-tools", "The agent offers what is in this list, and nothing else."),
            "the names in tools",
            "['add', 'multiply']",
            str(names),
        )
    tools_compute(learner)


def tools_compute(learner) -> None:
    """Fail unless both tools, called by name, do what their names say."""
    x, y = numbers(learner, 2)
    rights = {"add": x + y, "multiply": x * y}
    asked = []
    for name in rights:
        given = {"tools": "tools", "name": name, "arguments": {"x": x, "y": y}}
        asked.append(requested("made_tools.use", f"the tool {name} with x={x}, y={y}", **given))
        asked.append(call_of(name, x=x, y=y))
    outcomes = learner.request_each(asked)
    for name, right in rights.items():
        outcome, function = next(outcomes), next(outcomes)
        why = Finding("1.3/other-function", why_other(name, right, function))
        outcome.returns(str(right), why)


def why_other(name: str, right: int, function: Outcome) -> str:
    """Say why a tool may give something else than it should, once its function was asked, too."""
    if not function.ok or not same(function.value, right):
        return f"Your function {name} does not give this number, either: mend it first."
    return (
        f"Your function {name} gives {right}, and the tool called {name} gives something else: "
        f"make the tool of that function alone, FunctionTool.from_defaults(fn={name})."
    )


@check("1.4")
def reads_the_types_of_add(learner):
    """returns the argument types of a tool, those of optional arguments too"""
    first, second, third = words(learner, 3)
    kinds = learner.random.sample(list(JSON_TYPES)[:4], 3)
    types = dict(zip((first, second, third), kinds, strict=True))
    tool = made_tool("weather", types, optional=[second])
    outcome = watched_call(learner, "argument_types", tool)
    required = {name: JSON_TYPES[types[name]] for name in (first, third)}
    kinds = outcome.value.values() if isinstance(outcome.value, dict) else ()
    if any(isinstance(kind, dict) and "type" in kind for kind in kinds):
        outcome.fail(Finding("1.4/whole-schema", "Each value is still a dict: take its 'type'."))
    outcome.returns(
        {name: JSON_TYPES[kind] for name, kind in types.items()},
        because={
            str(required): Finding(
                "1.4/required-only",
                f"{second} is optional, and an argument all the same: look into the properties.",
            ),
            str(list(types)): Finding(
                "1.4/names", "Those are the names. Give a dict from name to type."
            ),
            str(types): Finding(
                "1.4/python-types",
                "Read the JSON schema, not Python's annotations: the LLM sees JSON's names for "
                "types.",
            ),
        },
    )
    outcome.keeps_what_it_is_given(TOOL_CHANGED)


@check("1.5")
def calls_the_tool(learner):
    """calls the tool that the LLM chose, and returns its output"""
    x, y = numbers(learner, 2)
    at_once(learner, later(calls_add, x, y), later(chooses_among_tools, *words(learner, 1)))


def calls_add(learner, x: int, y: int) -> None:
    """Fail unless a call of add, among the learner's own tools, gives its output."""
    outcome = safe_call(learner, the("tools"), tool_call("add", x=x, y=y))
    content_is(outcome, str(x + y), watched=False)


@check("1.5")
def survives_an_unknown_tool(learner):
    """answers an unknown tool with text that names it"""
    name, other = words(learner, 2)
    at_once(
        learner,
        later(names_it, the("tools"), tool_call(name, x=6, y=3), name),
        later(beside_its_value()(chooses_among_tools), other),
    )


@check("1.5")
def survives_an_exception(learner):
    """turns a tool's exception into text"""
    fails_in_words(learner, "the disk is full: block", learner.random.choice(EXCEPTIONS))
