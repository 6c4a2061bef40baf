# %% right: a loop with else
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
        return failed(str(type(error)) + " " + str(error))
    else:
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

    name = tool_call.tool_name
    chosen = next((tool for tool in tools if tool.metadata.name == name), None)
    if chosen is None:
        return failed("You asked for " + name + ", which is not among the tools.")
    try:
        return chosen(**tool_call.tool_kwargs)
    except Exception as problem:
        return failed(f"The tool {name} failed with this error:\n{problem}")


# %% right: one try, and an exception of its own for the unknown tool
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

    class NoSuchTool(Exception):
        pass

    def find() -> FunctionTool:
        matching = [tool for tool in tools if tool.metadata.name == tool_call.tool_name]
        if not matching:
            raise NoSuchTool(f"no tool is called {tool_call.tool_name}")
        return matching[0]

    try:
        return find()(**tool_call.tool_kwargs)
    except Exception as error:
        return failed("{}: {}".format(type(error).__name__, error))


# %% wrong: a KeyError of the tool taken for an unknown tool
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


# %% wrong: only the likely exceptions
# breaks: whatever `Exception` it is.
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
    except (TypeError, ValueError, ArithmeticError, LookupError) as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: the repr of the exception
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

    for tool in tools:
        if tool.metadata.name == tool_call.tool_name:
            try:
                return tool(**tool_call.tool_kwargs)
            except Exception as error:
                return failed(repr(error))
    return failed(f"There is no tool {tool_call.tool_name}.")


# %% wrong: forgiving about blanks and capitals in the name
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


# %% wrong: leaves out arguments that the tool does not know
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
    tool = by_name.get(tool_call.tool_name)
    if tool is None:
        return failed(f"There is no tool {tool_call.tool_name}, only {', '.join(by_name)}.")
    known = tool.metadata.get_parameters_dict()["properties"]
    arguments = {key: value for key, value in tool_call.tool_kwargs.items() if key in known}
    try:
        return tool(**arguments)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: a new output with the same content
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
        result = by_name[tool_call.tool_name](**tool_call.tool_kwargs)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")
    return ToolOutput(
        content=str(result),
        tool_name=tool_call.tool_name,
        raw_input=tool_call.tool_kwargs,
        raw_output=result.content,
        is_error=False,
    )
