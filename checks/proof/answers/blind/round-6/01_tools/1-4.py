# %% right: plain loop
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    schema = tool.metadata.get_parameters_dict()
    types: dict[str, str] = {}
    for name in schema.get("properties", {}):
        types[name] = schema["properties"][name]["type"]
    return types


# %% right: by way of the OpenAI format
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    function = tool.metadata.to_openai_tool(skip_length_check=True)["function"]
    arguments = function["parameters"]["properties"]
    return {argument: arguments[argument]["type"] for argument in arguments}


# %% right: dict of zipped names and types
from operator import itemgetter


def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    properties = tool.metadata.get_parameters_dict()["properties"]
    return dict(zip(properties.keys(), map(itemgetter("type"), properties.values())))


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


# %% wrong: names taken from the titles
# breaks: Return the JSON type of each of a tool's arguments, by name.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    properties = tool.metadata.get_parameters_dict()["properties"]
    return {schema["title"].lower(): schema["type"] for schema in properties.values()}


# %% wrong: collects over all calls
# breaks: is empty for a tool without arguments
found_types = {}


def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    for name, schema in tool.metadata.get_parameters_dict()["properties"].items():
        found_types[name] = schema["type"]
    return found_types


# %% wrong: tidies up the tool's description
# breaks: The tool itself stays as it is.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    metadata = tool.metadata
    metadata.description = metadata.description.split("\n")[-1]
    properties = metadata.get_parameters_dict()["properties"]
    return {name: schema["type"] for name, schema in properties.items()}


# %% wrong: None for a tool without arguments
# breaks: is empty for a tool without arguments
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    properties = tool.metadata.get_parameters_dict()["properties"]
    if properties:
        return {name: schema["type"] for name, schema in properties.items()}
