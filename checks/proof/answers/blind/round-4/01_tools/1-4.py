# %% right: loop that tolerates a schema without properties
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    types = {}
    schema = tool.metadata.get_parameters_dict()
    for name in schema.get("properties", {}):
        types[name] = schema["properties"][name]["type"]
    return types


# %% right: by way of the OpenAI description
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    function = tool.metadata.to_openai_tool(skip_length_check=True)["function"]
    properties = function["parameters"]["properties"]
    return dict(zip(properties, (about["type"] for about in properties.values())))


# %% right: dict of a map with a helper
def type_of(item: tuple[str, dict]) -> tuple[str, str]:
    """Take a property's name and schema; return its name and JSON type."""
    name, schema = item
    return name, schema["type"]


def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    return dict(map(type_of, tool.metadata.get_parameters_dict()["properties"].items()))


# %% wrong: required arguments only
# breaks: It has each argument, required or optional
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    schema = tool.metadata.get_parameters_dict()
    return {name: schema["properties"][name]["type"] for name in schema.get("required", [])}


# %% wrong: everything is an integer
# breaks: Return the JSON type of each of a tool's arguments, by name.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    return {name: "integer" for name in tool.metadata.get_parameters_dict()["properties"]}


# %% wrong: looks at the first of the tools whatever it is given
# breaks: which boils a tool's schema down to a dict
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    properties = tools[0].metadata.get_parameters_dict()["properties"]
    return {name: schema["type"] for name, schema in properties.items()}


# %% wrong: None where there are no arguments
# breaks: is empty for a tool without arguments
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    properties = tool.metadata.get_parameters_dict()["properties"]
    if properties:
        return {name: schema["type"] for name, schema in properties.items()}


# %% wrong: translates a few Python types by hand
# breaks: Return the JSON type of each of a tool's arguments, by name.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    json_names = {int: "integer", float: "number", str: "string", bool: "boolean"}
    hints = {name: hint for name, hint in tool.fn.__annotations__.items() if name != "return"}
    return {name: json_names.get(hint, "object") for name, hint in hints.items()}


# %% wrong: keeps its result on the tool
# breaks: The tool itself stays as it is.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    if not hasattr(tool, "argument_types"):
        properties = tool.metadata.get_parameters_dict()["properties"]
        tool.argument_types = {name: schema["type"] for name, schema in properties.items()}
    return tool.argument_types
