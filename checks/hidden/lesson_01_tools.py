"""Lesson 1, hidden: the same functions with other numbers, tools and failures.

The lesson has five exercises, and their checks stand in one file, in its order.
"""

from collections.abc import Iterator

from lesson_kit.checks.lesson_01_tools import (
    ADD_DOC,
    BY_NAME,
    JSON_TYPES,
    PRODUCT,
    TOOL_CHANGED,
    TYPED,
    hints_of,
    show_described,
    takes_others,
    tools_compute,
)
from lesson_kit.judging.checking import check
from lesson_kit.judging.descriptions import ADDING, MULTIPLYING, names_operation
from lesson_kit.judging.drawing import CORNERS, WORKS_FIRST, beside_its_value, numbers, words
from lesson_kit.judging.event_payloads import tool_call
from lesson_kit.judging.findings import Finding
from lesson_kit.judging.learner import call_of, description_of, made_tool, the
from lesson_kit.judging.outcomes import OF_BEFORE, Failed, show
from lesson_kit.judging.safe_calls import (
    CALLED_AGAIN,
    EXCEPTIONS,
    GIVEN_CHANGED,
    OTHER_ARGUMENTS,
    WHICH_ERROR,
    chooses_among_tools,
    content_is,
    fails_in_words,
    fails_once,
    long_text,
    names_it,
    safe_call,
    says_in_words,
)
from lesson_kit.judging.side_by_side import Judge, at_once, later
from lesson_kit.judging.watched_calls import watched_call


@check("1.1")
def adds_any_two_numbers(learner):
    """adds negative, large, equal integers and zeros too, also the second time"""
    pairs = [numbers(learner, 2, -999, 999), numbers(learner, 2, -999, -1), *CORNERS]
    pairs.append(pairs[0])
    outcomes = learner.request_each([call_of("add", x=x, y=y) for x, y in pairs])
    for (x, y), outcome in zip(pairs, outcomes, strict=True):
        if takes_others(outcome, "add"):
            outcome.fail(BY_NAME, str(x + y))
        # 0 and 1 come of much else than of a product
        outcome.returns(x + y, because={str(x * y): PRODUCT} if abs(x * y) > 1 else {})


@check("1.1")
def add_keeps_its_schema(learner):
    """keeps the type hints and the docstring that the LLM reads"""
    x, y = numbers(learner, 2)
    outcomes = learner.request_each([description_of("add"), call_of("add", x, y)])
    described = next(outcomes).obtained()
    hints = hints_of(described)
    doc = " ".join((described.get("doc") or "").split())
    if (
        hints != TYPED
        or not doc.startswith(ADD_DOC)
        or not names_operation(doc, ADDING, MULTIPLYING)
    ):
        raise Failed(
            Finding(
                "1.1/no-schema", "The LLM knows add by its type hints and its docstring: keep them."
            ),
            "the type hints and the docstring of add",
            show_described(TYPED, ADD_DOC),
            show_described(hints, doc),
        )
    next(outcomes).returns(x + y, WORKS_FIRST)


@check("1.2")
def multiplies_any_two_numbers(learner):
    """multiplies negative, large, equal integers and zeros too, also the second time"""
    pairs = [numbers(learner, 2, -99, 99), numbers(learner, 2, -99, -2), *CORNERS]
    pairs.append(pairs[0])
    outcomes = learner.request_each([call_of("multiply", x=x, y=y) for x, y in pairs])
    for (x, y), outcome in zip(pairs, outcomes, strict=True):
        if takes_others(outcome, "multiply"):
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
                    "A tool made of the function alone has all of them: FunctionTool reads the "
                    "arguments and their types off its type hints.",
                ),
                f"the tool {tool.get('name')}",
                "x and y, both integer, and a description",
                f"{types}",
            )
        own, other = (ADDING, MULTIPLYING) if tool.get("name") == "add" else (MULTIPLYING, ADDING)
        told = " ".join(tool["description"].split())
        doc = " ".join((learner.describe(tool["name"]).obtained().get("doc") or "").split())
        about = tool["description"].partition("\n")[2] or tool["description"]
        if not doc or doc not in told or not names_operation(about, own, other):
            raise Failed(
                Finding(
                    "1.3/other-description",
                    "The LLM chooses by the description: leave it to FunctionTool, which takes it "
                    "from the function's docstring.",
                ),
                f"the tool {tool.get('name')}",
                f"the description of {tool.get('name')}",
                repr(tool["description"]),
            )
    if len(offered) != 2:
        meaning = Finding("1.3/not-two", "Both tools are offered, each once.")
        raise Failed(meaning, "tools", "2 tools", f"{len(offered)} tools")
    with beside_its_value():
        tools_compute(learner)


@check("1.4")
def reads_any_types(learner):
    """returns the types of six arguments, required or optional, of six types"""
    names = [
        f"{one}_{other}" for one, other in zip(words(learner, 6), words(learner, 6), strict=True)
    ]
    kinds = learner.random.sample(list(JSON_TYPES), 6)
    optional = learner.random.sample(names, 3)
    first = dict(zip(names, kinds, strict=True))
    second = dict.fromkeys(words(learner, 2), kinds[0])
    at_once(
        learner,
        later(reads_types, first, optional),
        later(reads_types, second, names[:0], before=first),
    )


def reads_types(
    learner, types: dict[str, str], optional: list[str], before: dict[str, str] | None = None
) -> None:
    """Fail unless the types of a tool with these arguments are read off its schema.

    A tool with the arguments `before` was read just then.
    """
    meaning = Finding("1.4/not-read", "Read each argument's type from the tool's schema.")
    right, of_before = (
        {name: JSON_TYPES[kind] for name, kind in one.items()} for one in (types, before or {})
    )
    tool = made_tool("search", types, optional=optional)
    outcome = watched_call(learner, "argument_types", tool)
    found = outcome.value
    if isinstance(found, dict) and [*found] != [*right] and [*found.values()] == [*right.values()]:
        meaning = Finding(
            "1.4/other-names",
            "The types are right, the names are not: an argument's name is its key in the schema.",
        )
    outcome.returns(right, meaning, because={show(of_before): OF_BEFORE} if before else None)
    outcome.keeps_what_it_is_given(TOOL_CHANGED)


@check("1.4")
def reads_a_tool_without_arguments(learner):
    """returns an empty dict for a tool without arguments"""
    names = words(learner, 2)
    types = dict.fromkeys(names, learner.random.choice(["int", "str"]))
    at_once(learner, reads_none, later(beside_its_value()(reads_types), types, names))


def reads_none(learner) -> None:
    """Fail unless a tool without arguments has no types."""
    outcome = learner.call("argument_types", made_tool("now", {}))
    outcome.returns({})


@check("1.5")
def calls_the_chosen_tool(learner):
    """calls the chosen tool once, with arguments of any name and type, and changes nothing"""
    name, nothing = words(learner, 2)
    judges = [later(chooses_among_tools, name), *passing_arguments_on(learner)]
    for value in (0, "", [3, "ü"], {"error": None}, "Error: a text\nlike any other"):
        tools = [made_tool(name, {}, gives=1), made_tool(nothing, {}, gives=value)]
        judges.append(later(gives_its_content, tools, nothing, {}, str(value)))
    at_once(learner, *judges)


def gives_its_content(learner, tools: list, name: str, given: dict, right: str) -> None:
    """Fail unless the tool of this name is called, once and as asked, and its content is right."""
    outcome = safe_call(learner, tools, tool_call(name, **given))
    content_is(outcome, right, name)
    outcome.calls_once(name, given, CALLED_AGAIN, OTHER_ARGUMENTS)
    outcome.keeps_what_it_is_given(GIVEN_CHANGED)


def passing_arguments_on(learner) -> Iterator[Judge]:
    """Judge whether arguments of many names and types reach the tool as they are."""
    chosen, last, *free = words(learner, 4)
    x, y = numbers(learner, 2)
    values = [str(x), y + 0.5, True, [y, x], {last: None, "ä": [x]}, "", 0, f" {chosen}\n"]
    types = ["str", "float", "bool", "list[int]", "dict", "str", "int", "str"]
    taken = ["name", "tool", "tools", "tool_call", "tool_name", "tool_kwargs", "text", "error"]
    taken += ["arguments", "kwargs", "args", "fn", "func", "function", "output", "input", *free]
    learner.random.shuffle(taken)
    for start in range(0, len(taken), 6):
        names = taken[start : start + 6]
        picked = learner.random.sample(range(len(values)), len(names))
        given = {one: values[index] for one, index in zip(names, picked, strict=True)}
        kinds = {one: types[index] for one, index in zip(names, picked, strict=True)}
        tools = [made_tool(one, kinds, gives=gives) for one, gives in ((last, y), (chosen, x))]
        yield later(gives_its_content, tools, chosen, given, str(x))


@check("1.5")
def says_which_tool_is_unknown(learner):
    """names the unknown tool, also one named much like another, or where there are none"""
    name = "_".join(words(learner, 2))
    alike = [f"{name}_many", name.upper(), name.replace("_", ""), name[:-1], name[1:]]
    like = [made_tool(other, {"x": "int"}, gives=3) for other in alike]
    asked = [(tools, name) for tools in (the("tools"), like, [])]
    here = [made_tool(name, {"x": "int"}, gives=3)]
    others = [f" {name}", f"{name} ", name.title(), name.replace("_", "-"), f"functions.{name}"]
    others += [name.replace("_", " "), f"{name}(x=1)", f"größe_{name}", name * 20]
    asked += [(here, other) for other in others]
    at_once(
        learner,
        *(later(names_it, tools, tool_call(one, x=1), one) for tools, one in asked),
        later(beside_its_value()(chooses_among_tools), name),
    )


@check("1.5")
def passes_the_exception_on_in_words(learner):
    """passes on the whole text of exceptions of nine kinds, and survives one without a text"""
    judges = [later(fails_in_words, long_text(learner), kind) for kind in EXCEPTIONS]
    for kind in ("ValueError", "Unforeseen"):
        mute = [made_tool("mute", {}, raises="", kind=kind)]
        judges.append(later(tells_of_failure, mute, {}, "", WHICH_ERROR))
    at_once(learner, *judges)


def tells_of_failure(learner, tools: list, given: dict, text: str, unsaid: Finding) -> None:
    """Fail unless the failing call of the only tool is made once, and this is said of it."""
    name = tools[0]["with"]["name"]
    outcome = safe_call(learner, tools, tool_call(name, **given))
    fails_once(outcome, text, unsaid, name, **given)


@check("1.5")
def survives_wrong_arguments(learner):
    """survives arguments that the tool does not take"""
    wrong, name = words(learner, 2)
    meaning = (
        "Give the tool all arguments that came, and no others: the TypeError then names the one "
        "that is wrong or missing, and its text is passed on."
    )
    not_named = Finding("1.5/argument-not-named", meaning)
    alone = [made_tool("alone", {name: "int"}, gives=1)]
    at_once(
        learner,
        later(names_the_argument, wrong, not_named),
        later(tells_of_failure, alone, {wrong: 1}, wrong, not_named),
        later(tells_of_failure, alone, {}, name, not_named),
        later(beside_its_value()(chooses_among_tools), name),
    )


def names_the_argument(learner, wrong: str, not_named: Finding) -> None:
    """Fail unless an argument that add does not take is named."""
    outcome = safe_call(learner, the("tools"), tool_call("add", **{wrong: 1}))
    says_in_words(outcome, wrong, not_named)
