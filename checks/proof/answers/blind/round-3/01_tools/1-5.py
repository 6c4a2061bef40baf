# %% right: for with else
# [USE IN MODEL]
def call_tool_safely(tools: list[FunctionTool], tool_call: ToolSelection) -> ToolOutput:
    """Call the chosen tool; a failure of any kind comes back as text, never as an exception."""

    def failed(text: str) -> ToolOutput:
        return ToolOutput(
            content=text,
            tool_name=tool_call.tool_name,
            raw_input=tool_call.tool_kwargs,
            raw_output=text,
            is_error=True,
        )

    for tool in tools:
        if tool.metadata.name == tool_call.tool_name:
            break
    else:
        return failed(f"Unknown tool: {tool_call.tool_name}")

    try:
        output = tool(**tool_call.tool_kwargs)
    except Exception as error:
        return failed(str(error))
    return output


# %% right: next with a default
# [USE IN MODEL]
def call_tool_safely(tools: list[FunctionTool], tool_call: ToolSelection) -> ToolOutput:
    """Call the chosen tool; a failure of any kind comes back as text, never as an exception."""

    def failed(text: str) -> ToolOutput:
        return ToolOutput(
            content=text,
            tool_name=tool_call.tool_name,
            raw_input=tool_call.tool_kwargs,
            raw_output=text,
            is_error=True,
        )

    chosen = next((t for t in tools if t.metadata.get_name() == tool_call.tool_name), None)
    if chosen is None:
        return failed("I have no tool called '" + tool_call.tool_name + "'. Try another one.")
    try:
        return chosen.call(**tool_call.tool_kwargs)
    except Exception as error:
        return failed(f"The call of {tool_call.tool_name} failed with {type(error).__name__}:\n{error}")


# %% right: raise and catch the missing tool oneself
# [USE IN MODEL]
def call_tool_safely(tools: list[FunctionTool], tool_call: ToolSelection) -> ToolOutput:
    """Call the chosen tool; a failure of any kind comes back as text, never as an exception."""

    def failed(text: str) -> ToolOutput:
        return ToolOutput(
            content=text,
            tool_name=tool_call.tool_name,
            raw_input=tool_call.tool_kwargs,
            raw_output=text,
            is_error=True,
        )

    try:
        matching = [tool for tool in tools if tool.metadata.name == tool_call.tool_name]
        if not matching:
            raise LookupError(f"no tool is called {tool_call.tool_name}")
        return matching[0](**tool_call.tool_kwargs)
    except Exception as problem:
        return failed("Error: " + str(problem))


# %% wrong: a KeyError of the tool is taken for a missing tool
# breaks: where the call raises, its text holds the exception's own text, `str(error)`, whole and unchanged
# [USE IN MODEL]
def call_tool_safely(tools: list[FunctionTool], tool_call: ToolSelection) -> ToolOutput:
    """Call the chosen tool; a failure of any kind comes back as text, never as an exception."""

    def failed(text: str) -> ToolOutput:
        return ToolOutput(
            content=text,
            tool_name=tool_call.tool_name,
            raw_input=tool_call.tool_kwargs,
            raw_output=text,
            is_error=True,
        )

    by_name = {tool.metadata.name: tool for tool in tools}
    try:
        return by_name[tool_call.tool_name](**tool_call.tool_kwargs)
    except KeyError:
        return failed(f"There is no tool {tool_call.tool_name}.")
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: only the usual exceptions
# breaks: whatever `Exception` it is
# [USE IN MODEL]
def call_tool_safely(tools: list[FunctionTool], tool_call: ToolSelection) -> ToolOutput:
    """Call the chosen tool; a failure of any kind comes back as text, never as an exception."""

    def failed(text: str) -> ToolOutput:
        return ToolOutput(
            content=text,
            tool_name=tool_call.tool_name,
            raw_input=tool_call.tool_kwargs,
            raw_output=text,
            is_error=True,
        )

    by_name = {tool.metadata.name: tool for tool in tools}
    if tool_call.tool_name not in by_name:
        return failed(f"There is no tool {tool_call.tool_name}.")
    try:
        return by_name[tool_call.tool_name](**tool_call.tool_kwargs)
    except (TypeError, ValueError, KeyError, ArithmeticError) as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: arguments by position
# breaks: with the LLM's arguments, each by its name and as it came
# [USE IN MODEL]
def call_tool_safely(tools: list[FunctionTool], tool_call: ToolSelection) -> ToolOutput:
    """Call the chosen tool; a failure of any kind comes back as text, never as an exception."""

    def failed(text: str) -> ToolOutput:
        return ToolOutput(
            content=text,
            tool_name=tool_call.tool_name,
            raw_input=tool_call.tool_kwargs,
            raw_output=text,
            is_error=True,
        )

    by_name = {tool.metadata.name: tool for tool in tools}
    if tool_call.tool_name not in by_name:
        return failed(f"There is no tool {tool_call.tool_name}.")
    try:
        return by_name[tool_call.tool_name](*tool_call.tool_kwargs.values())
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: forgives case and blanks in the name
# breaks: where none of the given `tools` has exactly that name, its text names what was asked for
# [USE IN MODEL]
def call_tool_safely(tools: list[FunctionTool], tool_call: ToolSelection) -> ToolOutput:
    """Call the chosen tool; a failure of any kind comes back as text, never as an exception."""

    def failed(text: str) -> ToolOutput:
        return ToolOutput(
            content=text,
            tool_name=tool_call.tool_name,
            raw_input=tool_call.tool_kwargs,
            raw_output=text,
            is_error=True,
        )

    wanted = tool_call.tool_name.strip().lower()
    for tool in tools:
        if tool.metadata.name.lower() == wanted:
            try:
                return tool(**tool_call.tool_kwargs)
            except Exception as error:
                return failed(f"{type(error).__name__}: {error}")
    return failed(f"There is no tool {tool_call.tool_name}.")


# %% wrong: repr of the exception
# breaks: its text holds the exception's own text, `str(error)`, whole and unchanged
# [USE IN MODEL]
def call_tool_safely(tools: list[FunctionTool], tool_call: ToolSelection) -> ToolOutput:
    """Call the chosen tool; a failure of any kind comes back as text, never as an exception."""

    def failed(text: str) -> ToolOutput:
        return ToolOutput(
            content=text,
            tool_name=tool_call.tool_name,
            raw_input=tool_call.tool_kwargs,
            raw_output=text,
            is_error=True,
        )

    by_name = {tool.metadata.name: tool for tool in tools}
    if tool_call.tool_name not in by_name:
        return failed(f"There is no tool {tool_call.tool_name}.")
    try:
        return by_name[tool_call.tool_name](**tool_call.tool_kwargs)
    except Exception as error:
        return failed(repr(error))


# %% wrong: makes a fresh output of the tool's
# breaks: returns the `ToolOutput` of that call as it is
# [USE IN MODEL]
def call_tool_safely(tools: list[FunctionTool], tool_call: ToolSelection) -> ToolOutput:
    """Call the chosen tool; a failure of any kind comes back as text, never as an exception."""

    def failed(text: str) -> ToolOutput:
        return ToolOutput(
            content=text,
            tool_name=tool_call.tool_name,
            raw_input=tool_call.tool_kwargs,
            raw_output=text,
            is_error=True,
        )

    by_name = {tool.metadata.name: tool for tool in tools}
    if tool_call.tool_name not in by_name:
        return failed(f"There is no tool {tool_call.tool_name}.")
    try:
        output = by_name[tool_call.tool_name](**tool_call.tool_kwargs)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")
    return ToolOutput(
        content=str(output.raw_output),
        tool_name=tool_call.tool_name,
        raw_input=tool_call.tool_kwargs,
        raw_output=output.raw_output,
    )
