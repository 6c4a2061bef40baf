# %% right: map over both functions
# [USE IN MODEL]
tools = list(map(FunctionTool.from_defaults, (add, multiply)))


# %% right: comprehension, multiply first
# [USE IN MODEL]
tools = [FunctionTool.from_defaults(fn=function) for function in (multiply, add)]


# %% right: empty list and append, in a helper
# [USE IN MODEL]
def as_tools(*functions):
    """Wrap each function in a FunctionTool."""
    wrapped = []
    for function in functions:
        wrapped.append(FunctionTool.from_defaults(function))
    return wrapped


tools = as_tools(add, multiply)


# %% wrong: a tuple
# breaks: Make the list `tools` with a `FunctionTool` for `add` and one for `multiply`
# [USE IN MODEL]
tools = FunctionTool.from_defaults(fn=add), FunctionTool.from_defaults(fn=multiply)


# %% wrong: a third tool on top
# breaks: So the list has these two, and no more.
# [USE IN MODEL]
def subtract(x: int, y: int) -> int:
    """Subtract y from x and return the difference."""
    return x - y


tools = [FunctionTool.from_defaults(fn=f) for f in (add, multiply, subtract)]


# %% wrong: add twice by copy and paste
# breaks: Make the list `tools` with a `FunctionTool` for `add` and one for `multiply`
# [USE IN MODEL]
tools = [
    FunctionTool.from_defaults(fn=add),
    FunctionTool.from_defaults(fn=add),
]


# %% wrong: descriptions of one's own
# breaks: each with the name, description and arguments of its function.
# [USE IN MODEL]
tools = [
    FunctionTool.from_defaults(fn=add, description="Does the first kind of calculation."),
    FunctionTool.from_defaults(fn=multiply, description="Does the second kind of calculation."),
]


# %% wrong: lambdas lose the argument types
# breaks: each with the name, description and arguments of its function.
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


# %% wrong: a callback dresses up the output
# breaks: `tools[0](x=2, y=3)` calls a tool and gives a `ToolOutput` with the content `'5'`.
# [USE IN MODEL]
tools = [
    FunctionTool.from_defaults(fn=add, callback=lambda result: f"The sum is {result}."),
    FunctionTool.from_defaults(fn=multiply, callback=lambda result: f"The product is {result}."),
]
