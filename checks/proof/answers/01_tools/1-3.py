# %% right: a comprehension
# [USE IN MODEL]
tools = [FunctionTool.from_defaults(fn=function) for function in (add, multiply)]

# %% right: the other order, names given
tools = []
tools.append(FunctionTool.from_defaults(multiply, name="multiply"))
tools.append(FunctionTool.from_defaults(add, name="add"))


# %% right: async functions as tools
async def async_add(x: int, y: int) -> int:
    """Add two integers."""
    return x + y


tools = [
    FunctionTool.from_defaults(fn=add, async_fn=async_add, name="add"),
    FunctionTool.from_defaults(fn=multiply),
]

# %% wrong: plain functions
# check: tools_holds_both
# says: These are plain functions.
tools = [add, multiply]

# %% wrong: forgets one
# check: tools_holds_both
# says: The agent offers what is in this list
tools = [FunctionTool.from_defaults(fn=add)]

# %% wrong: the same function twice
# check: tools_holds_both
# says: The agent offers what is in this list
tools = [FunctionTool.from_defaults(fn=add), FunctionTool.from_defaults(fn=add)]

# %% wrong: names swapped
# check: tools_work
# says: make the tool of that function alone
tools = [
    FunctionTool.from_defaults(fn=add, name="multiply"),
    FunctionTool.from_defaults(fn=multiply, name="add"),
]

# %% wrong: calls the functions
# check: tools_holds_both
# says: The agent offers what is in this list
tools = [add(1, 2), multiply(1, 2)]

# %% wrong: wraps lambdas without types
# check: tools_describe_themselves
# says: FunctionTool reads the arguments and their types off
tools = [
    FunctionTool.from_defaults(fn=lambda x, y: x + y, name="add", description="adds"),
    FunctionTool.from_defaults(fn=lambda x, y: x * y, name="multiply", description="multiplies"),
]


# %% wrong: a third tool
# check: tools_holds_both
# says: The agent offers what is in this list
def power(x: int, y: int) -> int:
    """Raise x to the power of y."""
    return x**y


tools = [FunctionTool.from_defaults(fn=function) for function in (add, multiply, power)]


# %% wrong: a dict by name
# check: tools_holds_both
# says: A dict is not a list
tools = {"add": FunctionTool.from_defaults(fn=add), "multiply": FunctionTool.from_defaults(fn=multiply)}


# %% wrong: a tuple
# check: tools_holds_both
# says: The agent wants a list
tools = (FunctionTool.from_defaults(fn=add), FunctionTool.from_defaults(fn=multiply))

# %% wrong: the description of the other
# check: tools_describe_themselves
# says: The LLM chooses by the description
tools = [
    FunctionTool.from_defaults(fn=add),
    FunctionTool.from_defaults(fn=multiply, description=add.__doc__),
]

# %% wrong: words around the result, by a callback
# check: tools_holds_both
# says: and the tool called add gives something else
tools = [
    FunctionTool.from_defaults(fn=add, callback=lambda result: f"It is {result}."),
    FunctionTool.from_defaults(fn=multiply, callback=lambda result: f"It is {result}."),
]
