# %% right: map over the functions
# [USE IN MODEL]
tools = list(map(FunctionTool.from_defaults, (add, multiply)))


# %% right: comprehension, other order
# [USE IN MODEL]
tools = [FunctionTool.from_defaults(fn=function) for function in (multiply, add)]


# %% right: list grown step by step, name given explicitly
# [USE IN MODEL]
tools = []
tools.append(FunctionTool.from_defaults(add, name=add.__name__))
tools.append(FunctionTool.from_defaults(multiply, name=multiply.__name__))


# %% wrong: a tuple
# breaks: Make the list `tools`
# [USE IN MODEL]
tools = FunctionTool.from_defaults(fn=add), FunctionTool.from_defaults(fn=multiply)


# %% wrong: add under the name of multiply
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


# %% wrong: lambdas without types
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


# %% wrong: the same description for both
# breaks: each with the name, description and arguments of its function
# [USE IN MODEL]
tools = [
    FunctionTool.from_defaults(fn=function, description="Calculate with two integers.")
    for function in (add, multiply)
]


# %% wrong: names of one's own
# breaks: each with the name, description and arguments of its function
# [USE IN MODEL]
tools = [
    FunctionTool.from_defaults(fn=add, name="add_tool", description=add.__doc__),
    FunctionTool.from_defaults(fn=multiply, name="multiply_tool", description=multiply.__doc__),
]


# %% wrong: y has a value already and is no argument
# breaks: each with the name, description and arguments of its function
# [USE IN MODEL]
tools = [
    FunctionTool.from_defaults(fn=add, partial_params={"y": 0}),
    FunctionTool.from_defaults(fn=multiply, partial_params={"y": 1}),
]
