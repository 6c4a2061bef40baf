# %% right: loop over the tools, call inside it
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
                output = tool(**tool_call.tool_kwargs)
            except Exception as problem:
                output = failed(str(problem))
            return output
    return failed("Unknown tool: " + tool_call.tool_name)


# %% right: next with a default, the tool's method call
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
        return failed(f"Sorry, {wanted!s} is not among the tools.")
    try:
        return chosen.call(**tool_call.tool_kwargs)
    except Exception as error:
        return failed(f"The tool {wanted} raised {type(error).__qualname__}.\n{error!s}\nTry again.")


# %% right: position in a list of names, try with else
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
        return failed("I do not know {}. I know: {}".format(tool_call.tool_name, names))
    arguments = dict(tool_call.tool_kwargs)
    try:
        answer = tools[position](**arguments)
    except Exception as error:
        return failed("Error: " + str(error))
    else:
        return answer


# %% wrong: one try for look-up and call, KeyError means no such tool
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

    by_name = {tool.metadata.name: tool for tool in tools}
    if tool_call.tool_name not in by_name:
        return failed(f"There is no tool {tool_call.tool_name}.")
    try:
        return by_name[tool_call.tool_name](**tool_call.tool_kwargs)
    except Exception as error:
        return failed(f"The call failed: {error!r}")


# %% wrong: forgiving about the name
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


# %% wrong: a second try where the first one fails
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

    by_name = {tool.metadata.name: tool for tool in tools}
    if tool_call.tool_name not in by_name:
        return failed(f"There is no tool {tool_call.tool_name}.")
    chosen = by_name[tool_call.tool_name]
    try:
        return chosen(**tool_call.tool_kwargs)
    except Exception:
        pass
    try:
        return chosen(**tool_call.tool_kwargs)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: leaves out arguments that the tool does not know
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

    tool = next((tool for tool in tools if tool.metadata.name == tool_call.tool_name), None)
    if tool is None:
        return failed(f"There is no tool {tool_call.tool_name}.")
    known = tool.metadata.get_parameters_dict()["properties"]
    kwargs = {name: value for name, value in tool_call.tool_kwargs.items() if name in known}
    try:
        return tool(**kwargs)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: builds a new output of the content
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
        content=output.content,
        tool_name=tool_call.tool_name,
        raw_input=tool_call.tool_kwargs,
        raw_output=output.content,
    )
