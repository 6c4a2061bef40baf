# right: has a tool of its own besides, as lesson 7's recap asks for
# added: subtract
# %% instead of
tools = [FunctionTool.from_defaults(fn=add), FunctionTool.from_defaults(fn=multiply)]
# %% write
def subtract(x: int, y: int) -> int:
    """Take the second number away from the first."""
    return x - y


tools = [FunctionTool.from_defaults(fn=fn) for fn in (subtract, multiply, add)]
