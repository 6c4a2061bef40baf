# right: gives an LLM that never finishes seven rounds, and says so in other words
# %% instead of
max_rounds: int = 20
# %% write
max_rounds: int = 7
# %% instead of
        return StopEvent(result=f"I stopped after {rounds} rounds without an answer.")
# %% write
        return StopEvent(result="This leads nowhere, so I give up.")
# %% instead of
        return failed(f"There is no tool {tool_call.tool_name}, only {', '.join(by_name)}.")
# %% write
        return failed(f"Error: unknown tool '{tool_call.tool_name}'")
# %% instead of
observation=f"I cannot read this reply. {error}")
# %% write
observation="Error: please keep to the format.")
