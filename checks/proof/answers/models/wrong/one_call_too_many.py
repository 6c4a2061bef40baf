# wrong: calls each tool twice, to be sure
# first: One sum: after calling add(17, 25) your agent called add(17, 25) again; the reference observed 42.
# %% instead of
            output = call_tool_safely(self.tools, tool_call)
# %% write
            call_tool_safely(self.tools, tool_call)
            output = call_tool_safely(self.tools, tool_call)
