# %% right: next with a default, then else
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
    chosen = next((tool for tool in tools if tool.metadata.name == wanted), None)
    if chosen is None:
        return failed(f"Unknown tool: {wanted}")
    try:
        output = chosen(**tool_call.tool_kwargs)
    except Exception as error:
        return failed(str(error))
    else:
        return output


# %% right: for loop that returns from within
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
        if tool.metadata.name != tool_call.tool_name:
            continue
        try:
            return tool.call(**tool_call.tool_kwargs)
        except Exception as problem:
            return failed("The tool failed with this message: " + str(problem) + " (try again)")
    return failed("You asked for '" + tool_call.tool_name + "', which is not among your tools.")


# %% right: index in the list of names, ValueError when absent
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

    names = [tool.metadata.name for tool in tools]
    try:
        position = names.index(tool_call.tool_name)
    except ValueError:
        return failed(f"{tool_call.tool_name} does not exist. Choose one of: {names}")

    arguments = dict(tool_call.tool_kwargs)
    try:
        return tools[position](**arguments)
    except Exception as error:
        return failed(f"{tool_call.tool_name} raised {error.__class__.__name__} with\n{error}")


# %% wrong: a KeyError of the tool passes for a missing tool
# breaks: where the call raises, its text holds the exception's own text, `str(error)`, whole and unchanged, whatever `Exception` it is.
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


# %% wrong: repr of the exception
# breaks: where the call raises, its text holds the exception's own text, `str(error)`, whole and unchanged, whatever `Exception` it is.
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
        return failed(f"The call failed: {error!r}")


# %% wrong: forgives upper case and blanks in the name
# breaks: where none of the given `tools` has exactly that name, its text names what was asked for;
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


# %% wrong: calls the bare function and builds an output
# breaks: returns the `ToolOutput` of that call as it is.
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
    tool = by_name.get(tool_call.tool_name)
    if tool is None:
        return failed(f"There is no tool {tool_call.tool_name}.")
    try:
        result = tool.fn(**tool_call.tool_kwargs)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")
    return ToolOutput(
        content=str(result),
        tool_name=tool_call.tool_name,
        raw_input=tool_call.tool_kwargs,
        raw_output=result,
    )


# %% wrong: turns digits into numbers first
# breaks: It calls the chosen tool once, with the LLM's arguments, each by its name and as it came
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
        return failed(f"There is no tool {tool_call.tool_name}, only {', '.join(by_name)}.")
    arguments = {}
    for name, value in tool_call.tool_kwargs.items():
        if isinstance(value, str) and value.isdigit():
            value = int(value)
        arguments[name] = value
    try:
        return by_name[tool_call.tool_name](**arguments)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: tries a failed call a second time
# breaks: It calls the chosen tool once, with the LLM's arguments, each by its name and as it came
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
        return failed(f"There is no tool {tool_call.tool_name}, only {', '.join(by_name)}.")
    text = ""
    for attempt in range(2):
        try:
            return by_name[tool_call.tool_name](**tool_call.tool_kwargs)
        except Exception as error:
            text = f"{type(error).__name__}: {error}"
    return failed(text)
