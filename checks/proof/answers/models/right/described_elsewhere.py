# right: describes its tools and their arguments where it makes them, in other words
# %% instead of
    """Add two integers and return their sum."""
# %% write
# %% instead of
    """Multiply two integers and return their product."""
# %% write
# %% instead of
tools = [FunctionTool.from_defaults(fn=add), FunctionTool.from_defaults(fn=multiply)]
# %% write
tools = [
    FunctionTool.from_defaults(fn=add, name="add", description="Addition."),
    FunctionTool.from_defaults(multiply, description="How much is x times as much as y?"),
]
