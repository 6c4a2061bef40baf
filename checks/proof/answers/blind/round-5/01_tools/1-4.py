# %% right: a loop that fills a dict
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    types = {}
    for name, schema in tool.metadata.get_parameters_dict().get("properties", {}).items():
        types[name] = schema["type"]
    return types


# %% right: zip of names and types
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    from operator import itemgetter

    properties = tool.metadata.get_parameters_dict()["properties"]
    return dict(zip(properties, map(itemgetter("type"), properties.values())))


# %% right: by way of to_openai_tool
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    described = tool.metadata.to_openai_tool(skip_length_check=True)
    properties = described["function"]["parameters"]["properties"]
    return {name: properties[name]["type"] for name in sorted(properties)}


# %% wrong: required arguments only
# breaks: It has each argument, required or optional, and is empty for a tool without arguments.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    schema = tool.metadata.get_parameters_dict()
    return {name: schema["properties"][name]["type"] for name in schema.get("required", [])}


# %% wrong: names made from the titles
# breaks: Return the JSON type of each of a tool's arguments, by name.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    properties = tool.metadata.get_parameters_dict()["properties"]
    return {schema["title"].lower(): schema["type"] for schema in properties.values()}


# %% wrong: own table of types, lists are objects
# breaks: Return the JSON type of each of a tool's arguments, by name.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    import inspect

    json_names = {int: "integer", float: "number", str: "string", bool: "boolean"}
    parameters = inspect.signature(tool.fn).parameters.values()
    return {one.name: json_names.get(one.annotation, "object") for one in parameters}


# %% wrong: remembers by the tool's name
# breaks: boils a tool's schema down to a dict: for `add` it gives `{'x': 'integer', 'y': 'integer'}`.
_known = {}


def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    name = tool.metadata.name
    if name not in _known:
        properties = tool.metadata.get_parameters_dict()["properties"]
        _known[name] = {key: schema["type"] for key, schema in properties.items()}
    return _known[name]


# %% wrong: None for a tool without arguments
# breaks: It has each argument, required or optional, and is empty for a tool without arguments.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    properties = tool.metadata.get_parameters_dict()["properties"]
    types = {name: schema["type"] for name, schema in properties.items()}
    return types or None


# %% wrong: notes the types in the tool's description
# breaks: The tool itself stays as it is.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    properties = tool.metadata.get_parameters_dict()["properties"]
    types = {name: schema["type"] for name, schema in properties.items()}
    if "Arguments:" not in tool.metadata.description:
        tool.metadata.description += f"\nArguments: {types}"
    return types
