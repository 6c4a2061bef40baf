# %% right: comprehension over the functions
# [USE IN MODEL]
tools = [FunctionTool.from_defaults(fn=function) for function in (add, multiply)]


# %% right: other order, one by one
# [USE IN MODEL]
tools = []
tools.append(FunctionTool.from_defaults(multiply))
tools.append(FunctionTool.from_defaults(add))


# %% right: map, and named tools
# [USE IN MODEL]
def as_tool(function) -> FunctionTool:
    """Wrap a function, with its own name."""
    return FunctionTool.from_defaults(fn=function, name=function.__name__)


tools: list[FunctionTool] = list(map(as_tool, [add, multiply]))


# %% wrong: a tuple
# breaks: Make the list `tools`
# [USE IN MODEL]
tools = (FunctionTool.from_defaults(fn=add), FunctionTool.from_defaults(fn=multiply))


# %% wrong: len is left in from the example
# breaks: So the list has these two, and no more.
# [USE IN MODEL]
tools = [FunctionTool.from_defaults(fn=function) for function in (add, multiply, len)]


# %% wrong: grows when the cell runs again
# breaks: So the list has these two, and no more.
# decided: right, because the cell runs once from top to bottom, and then the list has these two; run again, the check shows four
# [USE IN MODEL]
try:
    tools
except NameError:
    tools = []
tools += [FunctionTool.from_defaults(fn=add), FunctionTool.from_defaults(fn=multiply)]


# %% wrong: names swapped
# breaks: each with the name, description and arguments of its function
# [USE IN MODEL]
tools = [
    FunctionTool.from_defaults(fn=multiply, name="add"),
    FunctionTool.from_defaults(fn=add, name="multiply"),
]


# %% wrong: same description for both
# breaks: each with the name, description and arguments of its function
# [USE IN MODEL]
tools = [
    FunctionTool.from_defaults(fn=add, description="Add two integers and return their sum."),
    FunctionTool.from_defaults(fn=multiply, description="Add two integers and return their sum."),
]


# %% wrong: wrapper that hides the arguments
# breaks: each with the name, description and arguments of its function
# [USE IN MODEL]
def wrapped(function):
    def call(**kwargs):
        return function(**kwargs)

    return FunctionTool.from_defaults(
        fn=call, name=function.__name__, description=function.__doc__
    )


tools = [wrapped(add), wrapped(multiply)]
