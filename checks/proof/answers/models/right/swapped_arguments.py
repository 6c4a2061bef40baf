# right: calls its tools with the arguments the other way round, which changes no sum or product
# %% instead of
        return by_name[tool_call.tool_name](**tool_call.tool_kwargs)
# %% write
        names = list(tool_call.tool_kwargs)
        values = reversed(tool_call.tool_kwargs.values())
        return by_name[tool_call.tool_name](**dict(zip(names, values)))
