# %% right: a comprehension, multiply first
# [USE IN MODEL]
tools = [FunctionTool.from_defaults(fn=function) for function in (multiply, add)]


# %% right: map and list, function by position
# [USE IN MODEL]
# tools = … (about 1 line)
tools = list(map(FunctionTool.from_defaults, [add, multiply]))


# %% right: append to an empty list, names spelt out
# [USE IN MODEL]
tools = []
for function in (add, multiply):
    tools.append(FunctionTool.from_defaults(fn=function, name=function.__name__))


# %% right: a helper and two variables
# [USE IN MODEL]
def as_tool(function) -> FunctionTool:
    """Wrap a function for the LLM."""
    return FunctionTool.from_defaults(function)


add_tool = as_tool(add)
multiply_tool = as_tool(multiply)
tools: list[FunctionTool] = [add_tool, multiply_tool]


# %% right: by way of the metadata
# [USE IN MODEL]
first = FunctionTool.from_defaults(fn=add)
second = FunctionTool.from_defaults(fn=multiply)
tools = [
    FunctionTool(fn=first.fn, metadata=first.metadata),
    FunctionTool(fn=second.fn, metadata=second.metadata),
]


# %% wrong: a tuple
# breaks: Make the list `tools`
# [USE IN MODEL]
tools = FunctionTool.from_defaults(fn=add), FunctionTool.from_defaults(fn=multiply)


# %% wrong: a map, empty after one pass
# breaks: Make the list `tools`
# [USE IN MODEL]
tools = map(FunctionTool.from_defaults, (add, multiply))


# %% wrong: add alone
# breaks: with a `FunctionTool` for `add` and one for `multiply`
# [USE IN MODEL]
tools = [FunctionTool.from_defaults(fn=add)]


# %% wrong: add once more under the name of multiply
# breaks: with a `FunctionTool` for `add` and one for `multiply`
# [USE IN MODEL]
tools = [
    FunctionTool.from_defaults(fn=add),
    FunctionTool.from_defaults(
        fn=add,
        name="multiply",
        description="multiply(x: int, y: int) -> int\nMultiply two integers and return their product.",
    ),
]


# %% wrong: three tools, add twice
# breaks: The list has two elements.
# [USE IN MODEL]
tools = [FunctionTool.from_defaults(fn=add)]
tools += [FunctionTool.from_defaults(fn=function) for function in (add, multiply)]


# %% wrong: len as well
# breaks: The list has two elements.
# [USE IN MODEL]
tools = [FunctionTool.from_defaults(fn=function) for function in (len, add, multiply)]


# %% wrong: names of one's own
# breaks: each with the name, description and arguments of its function
# [USE IN MODEL]
tools = [
    FunctionTool.from_defaults(fn=add, name="add_integers"),
    FunctionTool.from_defaults(fn=multiply, name="multiply_integers"),
]


# %% wrong: descriptions swapped
# breaks: each with the name, description and arguments of its function
# [USE IN MODEL]
tools = [
    FunctionTool.from_defaults(fn=add, description=multiply.__doc__),
    FunctionTool.from_defaults(fn=multiply, description=add.__doc__),
]


# %% wrong: an empty description for both
# breaks: each with the name, description and arguments of its function
# [USE IN MODEL]
tools = [FunctionTool.from_defaults(fn=function, description="") for function in (add, multiply)]


# %% wrong: metadata by hand, so the one argument is `input`
# breaks: each with the name, description and arguments of its function
# [USE IN MODEL]
from llama_index.core.tools import ToolMetadata

tools = [
    FunctionTool(
        fn=function,
        metadata=ToolMetadata(
            name=function.__name__,
            description=FunctionTool.from_defaults(fn=function).metadata.description,
        ),
    )
    for function in (add, multiply)
]


# %% wrong: lambdas have no types
# breaks: each with the name, description and arguments of its function
# [USE IN MODEL]
tools = [
    FunctionTool.from_defaults(
        fn=lambda x, y: add(x, y),
        name="add",
        description="add(x: int, y: int) -> int\n" + add.__doc__,
    ),
    FunctionTool.from_defaults(
        fn=lambda x, y: multiply(x, y),
        name="multiply",
        description="multiply(x: int, y: int) -> int\n" + multiply.__doc__,
    ),
]


# %% wrong: wrapped in a loop, so both call multiply
# breaks: with a `FunctionTool` for `add` and one for `multiply`
# [USE IN MODEL]
import functools

tools = []
for function in (add, multiply):

    @functools.wraps(function)
    def wrapped(*args, **kwargs):
        return function(*args, **kwargs)

    tools.append(FunctionTool.from_defaults(fn=wrapped))


# %% wrong: y of multiply is settled beforehand
# breaks: each with the name, description and arguments of its function
# [USE IN MODEL]
tools = [
    FunctionTool.from_defaults(fn=add),
    FunctionTool.from_defaults(fn=multiply, partial_params={"y": 789}),
]
