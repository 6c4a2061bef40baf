# %% right: a loop over the tools
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

    # about 7 lines
    for tool in tools:
        if tool.metadata.name == tool_call.tool_name:
            try:
                return tool(**tool_call.tool_kwargs)
            except Exception as error:
                return failed(f"The call failed. {error}")
    return failed(f"Unknown tool: {tool_call.tool_name}")


# %% right: next, and try with else
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

    chosen = next((tool for tool in tools if tool.metadata.get_name() == tool_call.tool_name), None)
    if chosen is None:
        return failed("No tool is called " + tool_call.tool_name)
    try:
        output = chosen(**tool_call.tool_kwargs)
    except Exception as problem:
        return failed(str(problem))
    else:
        return output


# %% right: one try around all, with an exception for the unknown tool
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
            raise LookupError(f"You asked for {tool_call.tool_name}, which is not among the tools")
        return matching[0].call(**tool_call.tool_kwargs)
    except Exception as error:
        return failed(": ".join([type(error).__name__, str(error)]))


# %% right: a helper beside failed, and a match
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

    def find() -> FunctionTool | None:
        names = [tool.metadata.name for tool in tools]
        if tool_call.tool_name in names:
            return tools[names.index(tool_call.tool_name)]
        return None

    match find():
        case None:
            known = sorted(tool.metadata.get_name() for tool in tools)
            return failed(f"{tool_call.tool_name} is not one of {known}")
        case tool:
            try:
                return tool(**dict(tool_call.tool_kwargs))
            except Exception as error:
                return failed("{} went wrong: {}".format(tool_call.tool_name, error))


# %% wrong: gives up at the first tool
# breaks: where none of the given `tools` has exactly that name
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

    # about 7 lines
    for tool in tools:
        if tool.metadata.name == tool_call.tool_name:
            try:
                return tool(**tool_call.tool_kwargs)
            except Exception as error:
                return failed(f"{type(error).__name__}: {error}")
        else:
            return failed(f"There is no tool {tool_call.tool_name}.")


# %% wrong: a tool's KeyError is taken for an unknown tool
# breaks: where the call raises, its text holds the exception's own text, whatever `Exception` it is
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


# %% wrong: two kinds of exception only
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
        return failed(f"There is no tool {tool_call.tool_name}, only {', '.join(by_name)}.")
    try:
        return by_name[tool_call.tool_name](**tool_call.tool_kwargs)
    except (TypeError, ValueError) as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: upper and lower case are alike
# breaks: where none of the given `tools` has exactly that name
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

    wanted = tool_call.tool_name.lower()
    for tool in tools:
        if tool.metadata.name.lower() == wanted:
            try:
                return tool(**tool_call.tool_kwargs)
            except Exception as error:
                return failed(f"{type(error).__name__}: {error}")
    return failed(f"There is no tool {tool_call.tool_name}.")


# %% wrong: a part of a name will do
# breaks: where none of the given `tools` has exactly that name
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
        if tool_call.tool_name in tool.metadata.name:
            try:
                return tool(**tool_call.tool_kwargs)
            except Exception as error:
                return failed(f"{type(error).__name__}: {error}")
    return failed(f"There is no tool {tool_call.tool_name}.")


# %% wrong: blanks around the name are cut off
# breaks: where none of the given `tools` has exactly that name
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
    tool = by_name.get(tool_call.tool_name.strip())
    if tool is None:
        return failed(f"There is no tool {tool_call.tool_name}.")
    try:
        return tool(**tool_call.tool_kwargs)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: tries the call before it makes it
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

    tool = {one.metadata.name: one for one in tools}.get(tool_call.tool_name)
    if tool is None:
        return failed(f"There is no tool {tool_call.tool_name}.")
    try:
        tool(**tool_call.tool_kwargs)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")
    return tool(**tool_call.tool_kwargs)


# %% wrong: tries again after a failure
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
    for _ in range(2):
        try:
            return by_name[tool_call.tool_name](**tool_call.tool_kwargs)
        except Exception as error:
            text = f"{type(error).__name__}: {error}"
    return failed(text)


# %% wrong: takes the function from the notebook, not from the tools
# breaks: where none of the given `tools` has exactly that name
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

    function = globals().get(tool_call.tool_name)
    if not callable(function):
        return failed(f"There is no tool {tool_call.tool_name}.")
    try:
        return FunctionTool.from_defaults(fn=function)(**tool_call.tool_kwargs)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: does not say which tool
# breaks: its text names what was asked for
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
        return failed(f"There is no such tool, only {', '.join(by_name)}; divide is not there.")
    try:
        return by_name[tool_call.tool_name](**tool_call.tool_kwargs)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: writes the name in JSON, which escapes umlauts
# breaks: its text names what was asked for
# [USE IN MODEL]
import json


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
        return failed(json.dumps({"unknown tool": tool_call.tool_name, "known": list(by_name)}))
    try:
        return by_name[tool_call.tool_name](**tool_call.tool_kwargs)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: only the type of the exception
# breaks: its text holds the exception's own text
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
        return failed(f"{tool_call.tool_name} failed with a {type(error).__name__}.")


# %% wrong: repr escapes line breaks in the text
# breaks: its text holds the exception's own text
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


# %% wrong: the exception's first argument, if it has one
# breaks: where the call raises, its text holds the exception's own text, whatever `Exception` it is
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
        return failed(f"{type(error).__name__}: {error.args[0]}")


# %% wrong: the first 80 characters of the text
# breaks: its text holds the exception's own text
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
        return failed(f"{type(error).__name__}: {error}"[:80])


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
        content = by_name[tool_call.tool_name](**tool_call.tool_kwargs).content
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")
    return ToolOutput(
        content=content,
        tool_name=tool_call.tool_name,
        raw_input=tool_call.tool_kwargs,
        raw_output=content,
    )


# %% wrong: an empty or zero result counts as a failure
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
    if not output.raw_output:
        return failed(f"{tool_call.tool_name} gave nothing back.")
    return output


# %% wrong: makes integers of the arguments
# breaks: with the LLM's arguments
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
        numbers = {key: int(value) for key, value in tool_call.tool_kwargs.items()}
        return by_name[tool_call.tool_name](**numbers)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: leaves out arguments that the tool does not know
# breaks: with the LLM's arguments
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
    tool = by_name[tool_call.tool_name]
    known = tool.metadata.get_parameters_dict()["properties"]
    try:
        return tool(**{key: value for key, value in tool_call.tool_kwargs.items() if key in known})
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: hands the arguments over by position
# breaks: with the LLM's arguments
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


# %% wrong: the library's call_tool, which passes a lone argument by position
# breaks: It calls the chosen tool once, with the LLM's arguments
# [USE IN MODEL]
from llama_index.core.tools.calling import call_tool


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
    return call_tool(by_name[tool_call.tool_name], tool_call.tool_kwargs)


# %% wrong: a tool without arguments is not called
# breaks: It calls the chosen tool once, with the LLM's arguments
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
    if not tool_call.tool_kwargs:
        return failed(f"{tool_call.tool_name} needs arguments.")
    try:
        return by_name[tool_call.tool_name](**tool_call.tool_kwargs)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: takes the arguments out of the caller's dict
# breaks: The given tools and arguments stay as they are.
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
    arguments = {}
    while tool_call.tool_kwargs:
        key, value = tool_call.tool_kwargs.popitem()
        arguments[key] = value
    try:
        return by_name[tool_call.tool_name](**arguments)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: sorts the caller's list of tools
# breaks: The given tools and arguments stay as they are.
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

    tools.sort(key=lambda tool: tool.metadata.name != tool_call.tool_name)
    if not tools or tools[0].metadata.name != tool_call.tool_name:
        return failed(f"There is no tool {tool_call.tool_name}.")
    try:
        return tools[0](**tool_call.tool_kwargs)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: a failed call is not marked as an error
# breaks: A failure becomes a `ToolOutput` with `is_error=True`
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
        return ToolOutput(
            content=f"{type(error).__name__}: {error}",
            tool_name=tool_call.tool_name,
            raw_input=tool_call.tool_kwargs,
            raw_output=None,
        )


# %% wrong: remembers the outputs of earlier calls
# breaks: It calls the chosen tool once, with the LLM's arguments, and returns the `ToolOutput` of that call
# [USE IN MODEL]
_outputs = {}


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
    key = (tool_call.tool_name, str(tool_call.tool_kwargs))
    try:
        if key not in _outputs:
            _outputs[key] = by_name[tool_call.tool_name](**tool_call.tool_kwargs)
        return _outputs[key]
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: suggests the first tool, and there may be none
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

    by_name = {tool.metadata.name: tool for tool in tools}
    if tool_call.tool_name not in by_name:
        return failed(f"There is no {tool_call.tool_name}; try {tools[0].metadata.name} instead.")
    try:
        return by_name[tool_call.tool_name](**tool_call.tool_kwargs)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: a helper that takes the argument called name for itself
# breaks: It calls the chosen tool once, with the LLM's arguments
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

    def call(name, **arguments):
        for tool in tools:
            if tool.metadata.name == name:
                return tool(**arguments)
        raise LookupError(f"There is no tool {name}.")

    try:
        return call(tool_call.tool_name, **tool_call.tool_kwargs)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")
