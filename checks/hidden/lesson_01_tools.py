"""Lesson 1, hidden: the same functions with other numbers, tools and failures."""

from lesson_kit.checks.lesson_01_tools import (
    BY_NAME,
    JSON_TYPES,
    PRODUCT,
    WHICH_ERROR,
    WHICH_NAME,
    chooses_among_tools,
    says_in_words,
    tools_compute,
)
from lesson_kit.judging.checking import check
from lesson_kit.judging.drawing import WORKS_FIRST, numbers, words
from lesson_kit.judging.event_payloads import tool_call
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import made_tool, the
from lesson_kit.judging.outcomes import Failed


@check("1.1")
def adds_any_two_numbers(learner):
    """adds any two integers, negative ones too"""
    pairs = [numbers(learner, 2, -999, 999) for _ in range(2)]
    for x, y in [*pairs, numbers(learner, 2, -999, -1)]:
        outcome = learner.call("add", x=x, y=y)
        if outcome.raised and outcome.raised["type"] == "TypeError":
            outcome.fail(BY_NAME, str(x + y))
        outcome.returns(x + y, because={str(x * y): PRODUCT})


@check("1.1")
def add_keeps_its_schema(learner):
    """keeps the type hints and the docstring that the LLM reads"""
    described = learner.describe("add").obtained()
    hints = described.get("parameters", {}) | {"return": described.get("returns")}
    if hints != {"x": "int", "y": "int", "return": "int"} or not described.get("doc"):
        raise Failed(
            Finding(
                "1.1/no-schema", "The LLM knows add by its type hints and its docstring: keep them."
            ),
            "add",
            "(x: int, y: int) -> int, and a docstring",
            ", ".join(f"{name}: {hint}" for name, hint in hints.items()),
        )
    x, y = numbers(learner, 2)
    learner.call("add", x, y).returns(x + y, WORKS_FIRST)


@check("1.2")
def multiplies_any_two_numbers(learner):
    """multiplies any two integers, negative ones and zero too"""
    pairs = [numbers(learner, 2, -99, 99), numbers(learner, 2, -99, -2)]
    for x, y in [*pairs, (learner.random.randint(2, 99), 0)]:
        outcome = learner.call("multiply", x=x, y=y)
        if outcome.raised and outcome.raised["type"] == "TypeError":
            outcome.fail(BY_NAME, str(x * y))
        outcome.returns(x * y)


@check("1.3")
def tools_work(learner):
    """offers tools that do their work when called by name"""
    tools_compute(learner)


@check("1.3")
def tools_describe_themselves(learner):
    """tells the LLM a description and the arguments x and y of each tool"""
    offered = learner.request("made_tools.offered", "tools", name="tools").obtained("two tools")
    for tool in offered:
        types = {name: schema.get("type") for name, schema in tool.get("arguments", {}).items()}
        if types != {"x": "integer", "y": "integer"} or not tool.get("description"):
            raise Failed(
                Finding(
                    "1.3/no-arguments",
                    "FunctionTool reads the arguments off the function's type hints.",
                ),
                f"the tool {tool.get('name')}",
                "x and y, both integer, and a description",
                f"{types}",
            )
    if len(offered) != 2:
        meaning = Finding("1.3/not-two", "Both tools are offered, each once.")
        raise Failed(meaning, "tools", "2 tools", f"{len(offered)} tools")
    tools_compute(learner)


@check("1.4")
def reads_any_types(learner):
    """returns the argument types of any tool"""
    kinds = learner.random.choices(list(JSON_TYPES), k=3)
    reads_types(learner, dict(zip(words(learner, 3), kinds, strict=True)))


def reads_types(learner, types: dict[str, str]) -> None:
    """Fail unless the types of a tool with these arguments are read off its schema."""
    meaning = Finding("1.4/not-read", "Read each argument's type from the tool's schema.")
    right = {name: JSON_TYPES[kind] for name, kind in types.items()}
    learner.call("argument_types", made_tool("search", types)).returns(right, meaning)


@check("1.4")
def reads_a_tool_without_arguments(learner):
    """returns an empty dict for a tool without arguments"""
    learner.call("argument_types", made_tool("now", {})).returns({})
    reads_types(learner, dict.fromkeys(words(learner, 2), learner.random.choice(["int", "str"])))


@check("1.5")
def calls_the_chosen_tool(learner):
    """calls the chosen tool among several, with its arguments"""
    chooses_among_tools(learner, *words(learner, 1))


@check("1.5")
def says_which_tool_is_unknown(learner):
    """names the unknown tool that was asked for"""
    name = "_".join(words(learner, 2))
    outcome = learner.call("call_tool_safely", the("tools"), tool_call(name, x=1))
    says_in_words(outcome, name, WHICH_NAME)
    chooses_among_tools(learner, name)


@check("1.5")
def passes_the_exception_on_in_words(learner):
    """passes on the text of any exception"""
    x, y = numbers(learner, 2, 1000, 9999)
    broken = made_tool("broken", {"x": "int"}, adds=y, raises="error")
    outcome = learner.call("call_tool_safely", [broken], tool_call("broken", x=x))
    says_in_words(outcome, f"error {x + y}", WHICH_ERROR)


@check("1.5")
def survives_wrong_arguments(learner):
    """survives arguments that the tool does not take"""
    wrong, name = words(learner, 2)
    outcome = learner.call("call_tool_safely", the("tools"), tool_call("add", **{wrong: 1}))
    meaning = "The text of the TypeError names the wrong argument: pass it on."
    says_in_words(outcome, wrong, Finding("1.5/argument-not-named", meaning))
    chooses_among_tools(learner, name)
