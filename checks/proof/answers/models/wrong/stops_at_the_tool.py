# wrong: takes what a tool gave back for the answer
# first: One sum: after calling add(17, 25) your agent answered '42'; the reference observed 42.
# %% instead of
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent:
# %% write
    async def handle_tool_calls(self, ctx: Context, ev: ToolCallEvent) -> PrepEvent | StopEvent:
# %% instead of
            ctx.write_event_to_stream(ToolOutputEvent(output=output))  # for whoever watches
# %% write
            return StopEvent(result=output.content)
