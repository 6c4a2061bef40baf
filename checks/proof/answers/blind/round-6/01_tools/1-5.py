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
        return failed(f"I know of no tool called {tool_call.tool_name}.")

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

    wanted = tool_call.tool_name
    chosen = next((tool for tool in tools if tool.metadata.get_name() == wanted), None)
    if chosen is None:
        known = ", ".join(sorted(tool.metadata.get_name() for tool in tools)) or "none"
        return failed("Unknown tool: " + wanted + ". The tools are: " + known)
    try:
        return chosen(**tool_call.tool_kwargs)
    except Exception as exc:
        return failed("The tool " + wanted + " failed.\n" + type(exc).__name__ + ": " + str(exc))


# %% right: own ToolOutput that keeps the exception
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

    matching = [tool for tool in tools if tool.metadata.name == tool_call.tool_name]
    if not matching:
        return failed(f"Tool {tool_call.tool_name} does not exist. Please choose another one.")

    arguments = dict(tool_call.tool_kwargs)
    try:
        result = matching[0](**arguments)
    except Exception as error:
        return ToolOutput(
            content=f"Error: {error}",
            tool_name=tool_call.tool_name,
            raw_input=arguments,
            raw_output=str(error),
            is_error=True,
            exception=error,
        )
    else:
        return result


# %% wrong: large and small letters are the same
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

    by_name = {tool.metadata.name.lower(): tool for tool in tools}
    tool = by_name.get(tool_call.tool_name.strip().lower())
    if tool is None:
        return failed(f"There is no tool {tool_call.tool_name}.")
    try:
        return tool(**tool_call.tool_kwargs)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: only the expected exceptions
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


# %% wrong: long error text cut to its first line
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
        return failed(f"{type(error).__name__}: {str(error).partition(chr(10))[0]}")


# %% wrong: a second try after a failure
# breaks: It calls the chosen tool once
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
            try:
                return tool(**tool_call.tool_kwargs)
            except Exception:
                try:
                    return tool(**tool_call.tool_kwargs)
                except Exception as error:
                    return failed(f"{type(error).__name__}: {error}")
    return failed(f"There is no tool {tool_call.tool_name}.")


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

    for tool in tools:
        if tool.metadata.name == tool_call.tool_name:
            try:
                return tool(*tool_call.tool_kwargs.values())
            except Exception as error:
                return failed(f"{type(error).__name__}: {error}")
    return failed(f"There is no tool {tool_call.tool_name}.")


# %% wrong: looks in the notebook's list
# breaks: where none of the given `tools` has exactly that name
# [USE IN MODEL]
tools_by_name = {tool.metadata.name: tool for tool in tools}


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

    if tool_call.tool_name not in tools_by_name:
        return failed(f"There is no tool {tool_call.tool_name}.")
    try:
        return tools_by_name[tool_call.tool_name](**tool_call.tool_kwargs)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")
