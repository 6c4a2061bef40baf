# %% right: a loop over the properties
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    types = {}
    properties = tool.metadata.get_parameters_dict().get("properties", {})
    for name in properties:
        types[name] = properties[name]["type"]
    return types


# %% right: by way of the OpenAI form
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    described = tool.metadata.to_openai_tool(skip_length_check=True)
    arguments = described["function"]["parameters"]["properties"]
    return dict((name, details["type"]) for name, details in arguments.items())


# %% right: zip of names and types
from operator import itemgetter


def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    schema = tool.metadata.get_parameters_dict()
    arguments = schema["properties"]
    return dict(zip(arguments, map(itemgetter("type"), arguments.values())))


# %% wrong: the required arguments only
# breaks: It has each argument, required or optional, and is empty for a tool without arguments.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    schema = tool.metadata.get_parameters_dict()
    return {name: schema["properties"][name]["type"] for name in schema.get("required", [])}


# %% wrong: fails for a tool without arguments
# breaks: is empty for a tool without arguments
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    properties = tool.metadata.get_parameters_dict()["properties"]
    names, schemas = zip(*properties.items())
    return dict(zip(names, [schema["type"] for schema in schemas]))


# %% wrong: every type is called integer
# breaks: Return the JSON type of each of a tool's arguments, by name.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    return {name: "integer" for name in tool.metadata.get_parameters_dict()["properties"]}


# %% wrong: from the function's annotations, with a table that is too short
# breaks: Return the JSON type of each of a tool's arguments, by name.
import inspect


def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    json_names = {int: "integer", float: "number", bool: "boolean"}
    parameters = inspect.signature(tool.real_fn).parameters.values()
    return {p.name: json_names.get(p.annotation, "string") for p in parameters}


# %% wrong: remembers the answer by the tool's name
# breaks: Return the JSON type of each of a tool's arguments, by name.
known_types = {}


def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    name = tool.metadata.name
    if name not in known_types:
        properties = tool.metadata.get_parameters_dict()["properties"]
        known_types[name] = {key: value["type"] for key, value in properties.items()}
    return known_types[name]


# %% wrong: rewrites the tool's description
# breaks: The tool itself stays as it is.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    types = {}
    for name, schema in tool.metadata.get_parameters_dict()["properties"].items():
        types[name] = schema["type"]
    tool.metadata.description = f"{tool.metadata.name}: {types}"
    return types
