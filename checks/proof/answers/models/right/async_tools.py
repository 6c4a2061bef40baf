# right: its tools are async functions, awaited
# %% instead of
def add(x: int, y: int) -> int:
# %% write
async def add(x: int, y: int) -> int:
# %% instead of
def multiply(x: int, y: int) -> int:
# %% write
async def multiply(x: int, y: int) -> int:
# %% instead of
def call_tool_safely(tools
# %% write
async def call_tool_safely(tools
# %% instead of
        return by_name[tool_call.tool_name](**tool_call.tool_kwargs)
# %% write
        return await by_name[tool_call.tool_name].acall(**tool_call.tool_kwargs)
# %% instead of
            output = call_tool_safely(self.tools, tool_call)
# %% write
            output = await call_tool_safely(self.tools, tool_call)
