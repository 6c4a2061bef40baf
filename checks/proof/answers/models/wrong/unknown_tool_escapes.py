# wrong: fails on a tool that it does not have
# first: An unknown tool: after the LLM asked for calculator your agent raised
# %% instead of
    if tool_call.tool_name not in by_name:
        return failed(f"There is no tool {tool_call.tool_name}, only {', '.join(by_name)}.")
    try:
        return by_name[tool_call.tool_name]
# %% write
    tool = by_name[tool_call.tool_name]
    try:
        return tool
