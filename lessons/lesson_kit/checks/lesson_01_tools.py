"""Lesson 1: what learners check of `add`, `multiply`, `tools`, `argument_types`, the safe call."""

from lesson_kit.judging.checking import check
from lesson_kit.judging.drawing import WORKS_FIRST, numbers, words
from lesson_kit.judging.event_payloads import tool_call
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import made_tool, the
from lesson_kit.judging.outcomes import Failed

BY_NAME = Finding("1/by-name", "The LLM calls a tool by argument names, so they must be x and y.")
PRODUCT = Finding("1.1/product", "That is the product; add gives the sum.")
SUM = Finding("1.2/sum", "That is the sum; multiply gives the product.")
WHICH_NAME = Finding(
    "1.5/unknown-not-named", "The LLM can only mend its choice if it reads which name was wrong."
)
WHICH_ERROR = Finding("1.5/no-text", "The exception's own text is what helps the LLM go on.")
JSON_TYPES = {"int": "integer", "str": "string", "float": "number", "bool": "boolean"}


@check("1.1")
def adds_two_numbers(learner):
    """adds two numbers"""
    x, y = numbers(learner, 2)
    learner.call("add", x, y).returns(x + y, because={str(x * y): PRODUCT})


@check("1.1")
def add_takes_x_and_y(learner):
    """takes its numbers as x and y"""
    by_name(learner, "add", lambda x, y: x + y)


@check("1.2")
def multiplies_two_numbers(learner):
    """multiplies two numbers, taken as x and y"""
    by_name(learner, "multiply", lambda x, y: x * y)


def by_name(learner, name: str, right) -> None:
    """Fail unless a function of x and y gives the right value for drawn numbers."""
    x, y = numbers(learner, 2)
    outcome = learner.call(name, x=x, y=y)
    if outcome.raised and outcome.raised["type"] == "TypeError":
        outcome.fail(BY_NAME, str(right(x, y)))
    other = {"add": {str(x * y): PRODUCT}, "multiply": {str(x + y): SUM}}
    outcome.returns(right(x, y), because=other[name])


@check("1.2")
def multiply_is_typed(learner):
    """says which types it takes and returns"""
    described = learner.describe("multiply").obtained()
    hints = described.get("parameters", {}) | {"return": described.get("returns")}
    if hints != {"x": "int", "y": "int", "return": "int"}:
        raise Failed(
            Finding(
                "1.2/no-types",
                "The types of x and y become the schema that the LLM reads, and the result's "
                "stands in the description. Without them it has to guess.",
            ),
            "the type hints of multiply",
            "x: int, y: int, return: int",
            ", ".join(f"{name}: {hint or 'no hint'}" for name, hint in hints.items()),
        )
    multiplies(learner)


@check("1.2")
def multiply_has_a_docstring(learner):
    """has a docstring that tells the LLM what it does"""
    doc = learner.describe("multiply").obtained().get("doc") or ""
    if len(doc.split()) < 3:
        raise Failed(
            Finding(
                "1.2/no-docstring",
                "From the docstring the LLM learns what the tool does: write one sentence.",
            ),
            "the docstring of multiply",
            "a sentence of three words or more",
            repr(doc),
        )
    multiplies(learner)


def multiplies(learner) -> None:
    """Fail unless multiply works: what it says of itself counts no more than that."""
    x, y = numbers(learner, 2)
    learner.call("multiply", x, y).returns(x * y, WORKS_FIRST)


@check("1.3")
def tools_holds_both(learner):
    """holds a FunctionTool for add and one for multiply"""
    outcome = learner.request("made_tools.offered", "tools", name="tools")
    offered = outcome.obtained("a list of two FunctionTool objects")
    types = [tool["type"] for tool in offered]
    if learner.describe("tools").obtained()["type"] == "dict":
        raise Failed(
            Finding(
                "1.3/dict",
                "A dict is not a list: put the two tools in square brackets, without names.",
            ),
            "tools",
            "a list",
            "a dict",
        )
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
    for name, right in (("add", x + y), ("multiply", x * y)):
        outcome = learner.request(
            "made_tools.use",
            f"the tool {name} with x={x}, y={y}",
            tools="tools",
            name=name,
            arguments={"x": x, "y": y},
        )
        meaning = f"The tool called {name} should wrap your function {name}."
        outcome.returns(str(right), Finding("1.3/other-function", meaning))


@check("1.4")
def reads_the_types_of_add(learner):
    """returns the argument types of a tool"""
    types = dict(zip(words(learner, 2), learner.random.sample(list(JSON_TYPES), 2), strict=True))
    outcome = learner.call("argument_types", made_tool("weather", types))
    kinds = outcome.value.values() if isinstance(outcome.value, dict) else ()
    if any(isinstance(kind, dict) and "type" in kind for kind in kinds):
        outcome.fail(Finding("1.4/whole-schema", "Each value is still a dict: take its 'type'."))
    outcome.returns(
        {name: JSON_TYPES[kind] for name, kind in types.items()},
        because={
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


@check("1.5")
def calls_the_tool(learner):
    """calls the tool that the LLM chose"""
    x, y = numbers(learner, 2)
    outcome = learner.call("call_tool_safely", the("tools"), tool_call("add", x=x, y=y))
    content_is(outcome, str(x + y))


@check("1.5")
def survives_an_unknown_tool(learner):
    """answers an unknown tool with text that names it"""
    name, other = words(learner, 2)
    outcome = learner.call("call_tool_safely", the("tools"), tool_call(name, x=6, y=3))
    says_in_words(outcome, name, WHICH_NAME)
    chooses_among_tools(learner, other)


@check("1.5")
def survives_an_exception(learner):
    """turns a tool's exception into text"""
    x, y = numbers(learner, 2, 1000, 9999)
    tool = made_tool("broken", {"x": "int"}, adds=y, raises="the disk is full: block")
    outcome = learner.call("call_tool_safely", [tool], tool_call("broken", x=x))
    says_in_words(outcome, f"the disk is full: block {x + y}", WHICH_ERROR)


def chooses_among_tools(learner, name: str) -> None:
    """Fail unless the tool of this name is called, though it is not the first one."""
    x, first, second = numbers(learner, 3, 1000, 9999)
    tools = [
        made_tool(f"{name}_before", {"x": "int"}, adds=first),
        made_tool(name, {"x": "int"}, adds=second),
    ]
    outcome = learner.call("call_tool_safely", tools, tool_call(name, x=x))
    content_is(outcome, str(x + second))


def content_is(outcome, right: str) -> None:
    """Fail unless a tool output carries this text."""
    expected = f"a ToolOutput with the content {right!r}"
    output = outcome.obtained(expected)
    if not isinstance(output, dict) or "content" not in output:
        meaning = "The agent needs a ToolOutput: return what the tool call gives."
        outcome.fail(Finding("1.5/no-output", meaning), expected)
    if output["content"] != right:
        raise Failed(
            Finding(
                "1.5/other-call",
                "The chosen tool gets the LLM's arguments by name: tool(**tool_call.tool_kwargs).",
            ),
            outcome.called,
            expected,
            f"the content {output['content']!r}",
        )


def says_in_words(outcome, text: str, unsaid: Finding) -> None:
    """Fail unless a failed tool call came back as an output that is marked and says this text."""
    expected = f"a ToolOutput that says {text!r}"
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
        raise Failed(unsaid, outcome.called, f"text with {text!r}", repr(output["content"]))
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
