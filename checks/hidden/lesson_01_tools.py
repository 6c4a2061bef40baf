"""Lesson 1, hidden: the same functions with other numbers, tools and failures."""

from lesson_kit.checks.lesson_01_tools import BY_NAME, MAKE_TOOL, content_is, told, tool_call
from lesson_kit.judging.checking import check
from lesson_kit.judging.learner import new, the
from lesson_kit.judging.outcomes import Failed


@check("1.1")
def adds_any_two_numbers(learner):
    """adds any two integers, negative ones too"""
    for _ in range(3):
        x, y = learner.random.randint(-999, 999), learner.random.randint(-999, 999)
        outcome = learner.call("add", x=x, y=y)
        if outcome.raised and outcome.raised["type"] == "TypeError":
            outcome.fail(BY_NAME, str(x + y))
        outcome.returns(x + y, because={str(x * y): "That is the product; add gives the sum."})


@check("1.1")
def add_keeps_its_schema(learner):
    """keeps the type hints and the docstring that the LLM reads"""
    described = learner.describe("add").obtained()
    hints = described.get("parameters", {}) | {"return": described.get("returns")}
    if hints != {"x": "int", "y": "int", "return": "int"} or not described.get("doc"):
        raise Failed(
            "The LLM knows add by its type hints and its docstring: keep them.",
            "add",
            "(x: int, y: int) -> int, and a docstring",
            ", ".join(f"{name}: {hint}" for name, hint in hints.items()),
        )
    learner.call("add", x=3, y=4).obtained()  # a header alone earns nothing


@check("1.2")
def multiplies_any_two_numbers(learner):
    """multiplies any two integers, negative ones and zero too"""
    pairs = [(learner.random.randint(-99, 99), learner.random.randint(-99, 99)) for _ in range(2)]
    for x, y in [*pairs, (learner.random.randint(2, 99), 0)]:
        outcome = learner.call("multiply", x=x, y=y)
        if outcome.raised and outcome.raised["type"] == "TypeError":
            outcome.fail(BY_NAME, str(x * y))
        outcome.returns(x * y)


@check("1.3")
def tools_work(learner):
    """offers tools that do their work when called by name"""
    x, y = learner.random.randint(2, 99), learner.random.randint(2, 99)
    for name, expected in (("add", x + y), ("multiply", x * y)):
        outcome = learner.request(
            "made_tools.use",
            f"the tool {name} with x={x}, y={y}",
            tools="tools",
            name=name,
            arguments={"x": x, "y": y},
        )
        content = outcome.obtained(str(expected))
        if content != str(expected):
            outcome.fail(f"The tool called {name} should wrap your function {name}.", str(expected))


@check("1.3")
def tools_describe_themselves(learner):
    """tells the LLM a description and the arguments x and y of each tool"""
    told_of = learner.request("made_tools.offered", "tools", name="tools").obtained("two tools")
    for tool in told_of:
        arguments = {name: one.get("type") for name, one in tool.get("arguments", {}).items()}
        if arguments != {"x": "integer", "y": "integer"} or not tool.get("description"):
            raise Failed(
                "FunctionTool reads the arguments off the function's type hints.",
                f"the tool {tool.get('name')}",
                "x and y, both integer, and a description",
                f"{arguments}",
            )
    if len(told_of) != 2:
        raise Failed(
            "Both tools are offered, each once.", "tools", "2 tools", f"{len(told_of)} tools"
        )


@check("1.4")
def reads_any_types(learner):
    """returns the argument types of any tool"""
    kinds = {"int": "integer", "str": "string", "float": "number", "bool": "boolean"}
    names = learner.random.sample(["size", "title", "ratio", "flag", "limit"], 3)
    types = {name: learner.random.choice(list(kinds)) for name in names}
    learner.call("argument_types", new(MAKE_TOOL, name="search", types=types)).returns(
        {name: kinds[kind] for name, kind in types.items()},
        "Read each argument's type from the tool's schema.",
    )


@check("1.4")
def reads_a_tool_without_arguments(learner):
    """returns an empty dict for a tool without arguments"""
    learner.call("argument_types", new(MAKE_TOOL, name="now", types={})).returns({})


@check("1.5")
def calls_the_chosen_tool(learner):
    """calls the chosen tool among several, with its arguments"""
    secret = str(learner.random.randint(10**6, 10**7))
    tools = [
        new(MAKE_TOOL, name="one", types={"x": "int"}, gives="wrong tool"),
        new(MAKE_TOOL, name="two", types={"x": "int"}, gives=secret),
    ]
    outcome = learner.call("call_tool_safely", tools, tool_call("two", x=1))
    content_is(outcome, outcome.obtained(f"the content {secret!r}"), secret)


@check("1.5")
def says_which_tool_is_unknown(learner):
    """names the unknown tool that was asked for"""
    name = learner.random.choice(["divide", "square", "subtract"]) + str(
        learner.random.randint(1, 99)
    )
    outcome = learner.call("call_tool_safely", the("tools"), tool_call(name, x=1))
    told(outcome, name, "The LLM can only mend its choice if it reads which name was wrong.")


@check("1.5")
def passes_the_exception_on_in_words(learner):
    """passes on the text of any exception"""
    words = f"error {learner.random.randint(1000, 9999)}"
    broken = new(MAKE_TOOL, name="broken", types={"x": "int"}, raises=words)
    outcome = learner.call("call_tool_safely", [broken], tool_call("broken", x=1))
    told(outcome, words, "The exception's own text is what helps the LLM go on.")


@check("1.5")
def survives_wrong_arguments(learner):
    """survives arguments that the tool does not take"""
    outcome = learner.call("call_tool_safely", the("tools"), tool_call("add", first=1, second=2))
    told(outcome, "first", "The text of the TypeError names the wrong argument: pass it on.")
