# %% right: a comprehension, multiply first
# [USE IN MODEL]
tools = [FunctionTool.from_defaults(fn=function) for function in (multiply, add)]


# %% right: an empty list that is filled
# [USE IN MODEL]
tools: list[FunctionTool] = []
for function in (add, multiply):
    tools.append(FunctionTool.from_defaults(function))


# %% right: map, made into a list
# [USE IN MODEL]
tools = list(map(FunctionTool.from_defaults, [add, multiply]))


# %% wrong: a tuple
# breaks: Make the list `tools`
# [USE IN MODEL]
tools = (FunctionTool.from_defaults(fn=add), FunctionTool.from_defaults(fn=multiply))


# %% wrong: late binding, both tools multiply
# breaks: a `FunctionTool` for `add` and one for `multiply`
# [USE IN MODEL]
import functools

tools = []
for function in (add, multiply):

    @functools.wraps(function)
    def wrapped(**kwargs):
        return function(**kwargs)

    tools.append(FunctionTool.from_defaults(fn=wrapped))


# %% wrong: a third tool on offer
# breaks: a `FunctionTool` for `add` and one for `multiply`
# [USE IN MODEL]
def subtract(x: int, y: int) -> int:
    """Subtract y from x and return the difference."""
    return x - y


tools = [FunctionTool.from_defaults(fn=function) for function in (add, multiply, subtract)]


# %% wrong: other names for the LLM
# breaks: each with the name, description and arguments of its function
# [USE IN MODEL]
tools = [
    FunctionTool.from_defaults(fn=add, name="add_tool"),
    FunctionTool.from_defaults(fn=multiply, name="multiply_tool"),
]


# %% wrong: lambdas in between, without types
# breaks: each with the name, description and arguments of its function
# [USE IN MODEL]
tools = [
    FunctionTool.from_defaults(
        fn=lambda x, y: add(x, y),
        name="add",
        description="add(x: int, y: int) -> int\nAdd two integers and return their sum.",
    ),
    FunctionTool.from_defaults(
        fn=lambda x, y: multiply(x, y),
        name="multiply",
        description="multiply(x: int, y: int) -> int\n" + multiply.__doc__,
    ),
]


# %% wrong: the description of add copied for multiply
# breaks: each with the name, description and arguments of its function
# [USE IN MODEL]
plus = FunctionTool.from_defaults(fn=add)
times = FunctionTool.from_defaults(fn=multiply, description=plus.metadata.description)
tools = [plus, times]
