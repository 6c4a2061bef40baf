# %% right: the name is looked for first
# [USE IN MODEL]
def call_tool_safely(tools: list[FunctionTool], tool_call: ToolSelection) -> ToolOutput:
    """Call the chosen tool; a failure of any kind comes back as text, never as an exception."""
    named = {tool.metadata.get_name(): tool for tool in tools}
    try:
        if tool_call.tool_name in named:
            return named[tool_call.tool_name].call(**tool_call.tool_kwargs)
        text = f"unknown tool {tool_call.tool_name}"
    except Exception as error:
        text = f"{type(error).__name__}: {error}"
    return ToolOutput(
        content=text, tool_name=tool_call.tool_name, raw_input={}, raw_output=None, is_error=True
    )


# %% right: async
async def call_tool_safely(tools, tool_call):
    found = [tool for tool in tools if tool.metadata.name == tool_call.tool_name]
    try:
        return await found[0].acall(**tool_call.tool_kwargs)
    except Exception as error:
        text = f"calling {tool_call.tool_name} failed: {error}"
        return ToolOutput(content=text, tool_name="", raw_input={}, raw_output=text, is_error=True)


# %% wrong: the library's own call_tool, which passes a lone argument by position
# check: survives_wrong_arguments
# says: by name, each as it came
from llama_index.core.tools.calling import call_tool


def call_tool_safely(tools, tool_call):
    for tool in tools:
        if tool.metadata.name == tool_call.tool_name:
            return call_tool(tool, tool_call.tool_kwargs)
    return ToolOutput(
        content=f"No tool is called {tool_call.tool_name}.",
        tool_name=tool_call.tool_name,
        raw_input=tool_call.tool_kwargs,
        raw_output="",
        is_error=True,
    )


# %% wrong: does not catch anything
# check: survives_an_exception
# says: An exception here would end the whole run.
def call_tool_safely(tools, tool_call):
    by_name = {tool.metadata.name: tool for tool in tools}
    return by_name[tool_call.tool_name](**tool_call.tool_kwargs)


# %% wrong: an unknown tool raises KeyError
# check: survives_an_unknown_tool
# says: An exception here would end the whole run.
def call_tool_safely(tools, tool_call):
    tool = {tool.metadata.name: tool for tool in tools}[tool_call.tool_name]
    try:
        return tool(**tool_call.tool_kwargs)
    except Exception as error:
        return ToolOutput(
            content=str(error), tool_name="", raw_input={}, raw_output=None, is_error=True
        )


# %% wrong: swallows every exception
# check: survives_an_exception
# says: The exception's own text is what helps
def call_tool_safely(tools, tool_call):
    try:
        by_name = {tool.metadata.name: tool for tool in tools}
        return by_name[tool_call.tool_name](**tool_call.tool_kwargs)
    except Exception:
        return ToolOutput(
            content="error", tool_name="", raw_input={}, raw_output=None, is_error=True
        )


# %% wrong: returns plain text
# check: calls_the_tool
# says: The agent needs a ToolOutput: return what the tool call gives.
def call_tool_safely(tools, tool_call):
    by_name = {tool.metadata.name: tool for tool in tools}
    try:
        return by_name[tool_call.tool_name](**tool_call.tool_kwargs).content
    except Exception as error:
        return str(error)


# %% wrong: forgets to mark a failure
# check: survives_an_exception
# says: A failed call is marked
def call_tool_safely(tools, tool_call):
    by_name = {tool.metadata.name: tool for tool in tools}
    try:
        return by_name[tool_call.tool_name](**tool_call.tool_kwargs)
    except Exception as error:
        return ToolOutput(content=repr(error), tool_name="", raw_input={}, raw_output=None)


# %% wrong: always the first tool
# check: calls_the_chosen_tool
# says: The content is what the chosen tool gives
def call_tool_safely(tools, tool_call):
    try:
        return tools[0](**tool_call.tool_kwargs)
    except Exception as error:
        return ToolOutput(
            content=repr(error), tool_name="", raw_input={}, raw_output=None, is_error=True
        )


# %% wrong: catches only ValueError
# check: survives_wrong_arguments
# says: An exception here would end the whole run.
def call_tool_safely(tools, tool_call):
    by_name = {tool.metadata.name: tool for tool in tools}
    try:
        return by_name[tool_call.tool_name](**tool_call.tool_kwargs)
    except (ValueError, KeyError) as error:
        return ToolOutput(
            content=repr(error), tool_name="", raw_input={}, raw_output=None, is_error=True
        )


# %% wrong: passes the arguments as one dict
# check: calls_the_tool
# says: The content is what the chosen tool gives
def call_tool_safely(tools, tool_call):
    by_name = {tool.metadata.name: tool for tool in tools}
    try:
        return by_name[tool_call.tool_name](tool_call.tool_kwargs)
    except Exception as error:
        return ToolOutput(
            content=repr(error), tool_name="", raw_input={}, raw_output=None, is_error=True
        )


# %% wrong: gives the error itself to failed
# check: survives_an_exception
# says: failed takes text
def call_tool_safely(tools, tool_call):
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
                return failed(error)
    return failed(f"There is no tool {tool_call.tool_name}.")


# %% wrong: a KeyError of the tool is taken for an unknown name
# check: passes_the_exception_on_in_words
# says: The exception's own text
# [USE IN MODEL]
def call_tool_safely(tools: list[FunctionTool], tool_call: ToolSelection) -> ToolOutput:
    """Call the chosen tool; a failure of any kind comes back as text, never as an exception."""
    try:
        tool = {tool.metadata.get_name(): tool for tool in tools}[tool_call.tool_name]
        return tool.call(**tool_call.tool_kwargs)
    except KeyError:
        text = f"unknown tool {tool_call.tool_name}"
    except Exception as error:
        text = repr(error)
    return ToolOutput(
        content=text, tool_name=tool_call.tool_name, raw_input={}, raw_output=None, is_error=True
    )


# %% wrong: four kinds of exceptions
# check: passes_the_exception_on_in_words
# says: An exception here would end
def call_tool_safely(tools, tool_call):
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
    except (ValueError, TypeError, KeyError, ZeroDivisionError) as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: a result marked as a failure
# check: calls_the_tool
# says: return that one
def call_tool_safely(tools, tool_call):
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
        return failed(by_name[tool_call.tool_name](**tool_call.tool_kwargs).content)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: calls the tool twice
# check: calls_the_tool
# says: The content is what the chosen tool gives
def call_tool_safely(tools, tool_call):
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
        by_name[tool_call.tool_name](**tool_call.tool_kwargs)
        return by_name[tool_call.tool_name](**tool_call.tool_kwargs)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: a name that begins alike will do
# check: calls_the_tool
# says: The content is what the chosen tool gives
def call_tool_safely(tools, tool_call):
    def failed(text: str) -> ToolOutput:
        return ToolOutput(
            content=text,
            tool_name=tool_call.tool_name,
            raw_input=tool_call.tool_kwargs,
            raw_output=text,
            is_error=True,
        )

    for tool in tools:
        if tool.metadata.name.startswith(tool_call.tool_name):
            try:
                return tool(**tool_call.tool_kwargs)
            except Exception as error:
                return failed(f"{type(error).__name__}: {error}")
    return failed(f"There is no tool {tool_call.tool_name}.")


# %% wrong: an empty result is a failure
# check: calls_the_chosen_tool
# says: The content is what the chosen tool gives
def call_tool_safely(tools, tool_call):
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
        return output if output.raw_output else failed("Nothing came back.")
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: empties the arguments
# check: calls_the_chosen_tool
# says: change a copy
def call_tool_safely(tools, tool_call):
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
        arguments = {}
        while tool_call.tool_kwargs:
            name, value = tool_call.tool_kwargs.popitem()
            arguments[name] = value
        return by_name[tool_call.tool_name](**arguments)
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")


# %% wrong: leaves out the arguments that the tool does not have
# check: survives_wrong_arguments
# says: Give the tool all arguments that came
def call_tool_safely(tools, tool_call):
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
    taken = tool.metadata.get_parameters_dict()["properties"]
    try:
        return tool(**{name: one for name, one in tool_call.tool_kwargs.items() if name in taken})
    except Exception as error:
        return failed(f"{type(error).__name__}: {error}")
