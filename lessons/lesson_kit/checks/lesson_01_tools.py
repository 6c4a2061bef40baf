"""Lesson 1: what learners check of `add`, `multiply`, `tools`, `argument_types`, the safe call."""

from lesson_kit.judging.checking import check
from lesson_kit.judging.learner import new, the
from lesson_kit.judging.outcomes import Failed

BY_NAME = "The LLM calls a tool by argument names, so they must be x and y."
TOOL_CALL = "llama_index.core.llms.llm.ToolSelection"
MAKE_TOOL = "lesson_kit.probes.made_tools.make"


def tool_call(name: str, **arguments) -> dict:
    """Stand for the LLM's wish to call a tool."""
    return new(TOOL_CALL, tool_id="call-1", tool_name=name, tool_kwargs=arguments)


@check("1.1")
def adds_two_numbers(learner):
    """adds two numbers"""
    learner.call("add", 2, 3).returns(5, because={"6": "That is the product; add gives the sum."})


@check("1.1")
def add_takes_x_and_y(learner):
    """takes its numbers as x and y"""
    outcome = learner.call("add", x=40, y=2)
    if outcome.raised and outcome.raised["type"] == "TypeError":
        outcome.fail(BY_NAME, "42")
    outcome.returns(42)


@check("1.2")
def multiplies_two_numbers(learner):
    """multiplies two numbers, taken as x and y"""
    outcome = learner.call("multiply", x=6, y=7)
    if outcome.raised and outcome.raised["type"] == "TypeError":
        outcome.fail(BY_NAME, "42")
    outcome.returns(42, because={"13": "That is the sum; multiply gives the product."})


@check("1.2")
def multiply_is_typed(learner):
    """says which types it takes and returns"""
    described = learner.describe("multiply")
    seen = described.obtained()
    hints = seen.get("parameters", {}) | {"return": seen.get("returns")}
    wanted = {"x": "int", "y": "int", "return": "int"}
    if hints != wanted:
        raise Failed(
            "The types of x and y become the schema that the LLM reads, and the result's stands "
            "in the description. Without them it has to guess.",
            "the type hints of multiply",
            "x: int, y: int, return: int",
            ", ".join(f"{name}: {hint or 'no hint'}" for name, hint in hints.items()),
        )


@check("1.2")
def multiply_has_a_docstring(learner):
    """has a docstring that tells the LLM what it does"""
    doc = learner.describe("multiply").obtained().get("doc") or ""
    if len(doc.split()) < 3:
        raise Failed(
            "From the docstring the LLM learns what the tool does: write one sentence.",
            "the docstring of multiply",
            "a sentence of three words or more",
            repr(doc),
        )


@check("1.3")
def tools_holds_both(learner):
    """holds a FunctionTool for add and one for multiply"""
    outcome = learner.request("made_tools.offered", "tools", name="tools")
    told = outcome.obtained("a list of two FunctionTool objects")
    classes = [one["class"] for one in told]
    if learner.describe("tools").obtained()["type"] == "dict":
        raise Failed(
            "A dict is not a list: put the two tools in square brackets, without names.",
            "tools",
            "a list",
            "a dict",
        )
    if "function" in classes:
        raise Failed(
            "These are plain functions. Wrap each in FunctionTool.from_defaults(fn=…).",
            "tools",
            "['FunctionTool', 'FunctionTool']",
            str(classes),
        )
    names = sorted(one.get("name") or one["class"] for one in told)
    if names != ["add", "multiply"]:
        raise Failed(
            "The agent offers what is in this list, and nothing else.",
            "the names in tools",
            "['add', 'multiply']",
            str(names),
        )


@check("1.4")
def reads_the_types_of_add(learner):
    """returns the argument types of a tool"""
    tool = new(MAKE_TOOL, name="weather", types={"city": "str", "days": "int"})
    outcome = learner.call("argument_types", tool)
    kinds = outcome.value.values() if isinstance(outcome.value, dict) else ()
    if any(isinstance(kind, dict) and "type" in kind for kind in kinds):
        outcome.fail("Each value is still a dict: take its 'type'.")
    outcome.returns(
        {"city": "string", "days": "integer"},
        because={
            "['city', 'days']": "Those are the names. Give a dict from name to type.",
            "{'city': 'str', 'days': 'int'}": "Read the JSON schema, not Python's annotations: "
            "the LLM sees JSON's names for types.",
        },
    )


@check("1.5")
def calls_the_tool(learner):
    """calls the tool that the LLM chose"""
    outcome = learner.call("call_tool_safely", the("tools"), tool_call("add", x=123, y=456))
    output = outcome.obtained("a ToolOutput with the content '579'")
    content_is(outcome, output, "579")


@check("1.5")
def survives_an_unknown_tool(learner):
    """answers an unknown tool with text that names it"""
    outcome = learner.call("call_tool_safely", the("tools"), tool_call("divide", x=6, y=3))
    told(outcome, "divide", "The LLM can only mend its choice if it reads which name was wrong.")


@check("1.5")
def survives_an_exception(learner):
    """turns a tool's exception into text"""
    broken = new(MAKE_TOOL, name="broken", types={"x": "int"}, raises="the disk is full")
    outcome = learner.call("call_tool_safely", [broken], tool_call("broken", x=1))
    told(outcome, "the disk is full", "The exception's own text is what helps the LLM go on.")


def content_is(outcome, output, expected: str) -> None:
    """Fail unless a tool output carries this text."""
    if not isinstance(output, dict) or "content" not in output:
        outcome.fail("The agent needs a ToolOutput: return what the tool call gives.", expected)
    if output["content"] != expected:
        raise Failed(
            "The chosen tool gets the LLM's arguments by name: tool(**tool_call.tool_kwargs).",
            outcome.called,
            f"a ToolOutput with the content {expected!r}",
            f"the content {output['content']!r}",
        )


def told(outcome, words: str, why: str) -> None:
    """Fail unless a failed tool call came back as an output that is marked and says these words."""
    if outcome.raised is not None and "valid string" in outcome.raised["text"]:
        outcome.fail('failed takes text, not the error itself: f"{error}".')
    if outcome.raised is not None and outcome.raised["type"] != "NotImplementedError":
        outcome.fail(
            "An exception here would end the whole run. Catch it and put it into words.",
            f"a ToolOutput that says {words!r}",
        )
    output = outcome.obtained(f"a ToolOutput that says {words!r}")
    if not isinstance(output, dict) or "content" not in output:
        outcome.fail("The agent needs a ToolOutput, also for a failure.", "a ToolOutput")
    if words not in str(output["content"]):
        raise Failed(why, outcome.called, f"text with {words!r}", repr(output["content"]))
    if output.get("is_error") is not True:
        raise Failed(
            "A failed call is marked, so that whoever reads it can tell it from a result.",
            outcome.called,
            "is_error=True",
            f"is_error={output.get('is_error')}",
        )
