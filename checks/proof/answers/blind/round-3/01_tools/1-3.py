# %% right: comprehension, multiply first
# [USE IN MODEL]
tools = [FunctionTool.from_defaults(function) for function in (multiply, add)]


# %% right: append one after the other
# [USE IN MODEL]
tools = []
add_tool = FunctionTool.from_defaults(fn=add)
multiply_tool = FunctionTool.from_defaults(fn=multiply, name="multiply")
tools.append(add_tool)
tools.append(multiply_tool)


# %% right: list of a map
# [USE IN MODEL]
tools: list[FunctionTool] = list(map(FunctionTool.from_defaults, (add, multiply)))


# %% wrong: a tuple
# breaks: Make the list `tools`
# [USE IN MODEL]
tools = (FunctionTool.from_defaults(fn=add), FunctionTool.from_defaults(fn=multiply))


# %% wrong: multiply tool calls add
# breaks: a `FunctionTool` for `add` and one for `multiply`
# [USE IN MODEL]
tools = [
    FunctionTool.from_defaults(fn=add),
    FunctionTool.from_defaults(
        fn=add,
        name="multiply",
        description="multiply(x: int, y: int) -> int\nMultiply two integers and return their product.",
    ),
]


# %% wrong: lambdas lose the argument types
# breaks: each with the name, description and arguments of its function
# [USE IN MODEL]
tools = [
    FunctionTool.from_defaults(
        fn=lambda x, y: add(x, y), name="add", description=f"add(x: int, y: int) -> int\n{add.__doc__}"
    ),
    FunctionTool.from_defaults(
        fn=lambda x, y: multiply(x, y),
        name="multiply",
        description=f"multiply(x: int, y: int) -> int\n{multiply.__doc__}",
    ),
]


# %% wrong: add stands in it twice
# breaks: a `FunctionTool` for `add` and one for `multiply`
# [USE IN MODEL]
tools = [FunctionTool.from_defaults(fn=add)]
tools += [FunctionTool.from_defaults(fn=function) for function in (add, multiply)]


# %% wrong: name of its own for multiply
# breaks: each with the name, description and arguments of its function
# [USE IN MODEL]
tools = [FunctionTool.from_defaults(fn=add), FunctionTool.from_defaults(fn=multiply, name="multiply_integers")]


# %% wrong: a fixed second argument
# breaks: each with the name, description and arguments of its function
# [USE IN MODEL]
tools = [
    FunctionTool.from_defaults(fn=add),
    FunctionTool.from_defaults(fn=multiply, partial_params={"y": 1}),
]
