# %% right: a loop that fills a dict
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    types = {}
    schema = tool.metadata.get_parameters_dict()
    for name in schema.get("properties", {}):
        types[name] = schema["properties"][name]["type"]
    return types


# %% right: from the description for OpenAI
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    # about 2 lines
    offered = tool.metadata.to_openai_tool(skip_length_check=True)
    properties = offered["function"]["parameters"]["properties"]
    return dict((name, details["type"]) for name, details in properties.items())


# %% right: zip of names and types
from operator import itemgetter


def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    properties = tool.metadata.get_parameters_dict()["properties"]
    return dict(zip(properties.keys(), map(itemgetter("type"), properties.values())))


# %% right: through JSON text and a helper
import json


def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""

    def type_of(argument: dict) -> str:
        return argument["type"]

    text = json.dumps(tool.metadata.get_parameters_dict())
    arguments = json.loads(text).get("properties") or {}
    return {name: type_of(argument) for name, argument in arguments.items()}


# %% wrong: only the required arguments
# breaks: It has each argument, required or optional
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    # about 2 lines
    schema = tool.metadata.get_parameters_dict()
    return {name: schema["properties"][name]["type"] for name in schema.get("required", [])}


# %% wrong: KeyError where nothing is required
# breaks: and is empty for a tool without arguments
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    schema = tool.metadata.get_parameters_dict()
    optional = set(schema["properties"]) - set(schema["required"])
    names = [*schema["required"], *sorted(optional)]
    return {name: schema["properties"][name]["type"] for name in names}


# %% wrong: everything is an integer
# breaks: boils a tool's schema down to a dict
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    # about 2 lines
    return {name: "integer" for name in tool.metadata.get_parameters_dict()["properties"]}


# %% wrong: x and y only
# breaks: It has each argument, required or optional
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    properties = tool.metadata.get_parameters_dict()["properties"]
    return {"x": properties["x"]["type"], "y": properties["y"]["type"]}


# %% wrong: always the first tool of the list
# breaks: Return the JSON type of each of a tool's arguments, by name.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    properties = tools[0].metadata.get_parameters_dict()["properties"]
    return {name: schema["type"] for name, schema in properties.items()}


# %% wrong: None without arguments
# breaks: is empty for a tool without arguments
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    properties = tool.metadata.get_parameters_dict()["properties"]
    if properties:
        return {name: schema["type"] for name, schema in properties.items()}


# %% wrong: one dict for all tools
# breaks: Return the JSON type of each of a tool's arguments, by name.
types_by_name = {}


def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    for name, schema in tool.metadata.get_parameters_dict()["properties"].items():
        types_by_name[name] = schema["type"]
    return types_by_name


# %% wrong: keeps the answer on the tool
# breaks: The tool itself stays as it is.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    if not hasattr(tool, "argument_types"):
        properties = tool.metadata.get_parameters_dict()["properties"]
        tool.argument_types = {name: schema["type"] for name, schema in properties.items()}
    return tool.argument_types


# %% wrong: marks the tool's metadata
# breaks: The tool itself stays as it is.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    properties = tool.metadata.get_parameters_dict()["properties"]
    types = {name: schema["type"] for name, schema in properties.items()}
    tool.metadata.description += f"\n{types}"
    return types


# %% wrong: from the signature, with a table of types
# breaks: `argument_types`, which boils a tool's schema down to a dict
import inspect


def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    json_types = {int: "integer", float: "number", str: "string", bool: "boolean"}
    parameters = inspect.signature(tool.fn).parameters.values()
    return {one.name: json_types.get(one.annotation, "object") for one in parameters}


# %% wrong: Python's names of the types
# breaks: for `add` it gives `{'x': 'integer', 'y': 'integer'}`
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    hints = dict(tool.fn.__annotations__)
    hints.pop("return", None)
    return {name: hint.__name__ for name, hint in hints.items()}


# %% wrong: leaves out what has a default
# breaks: It has each argument, required or optional
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    properties = tool.metadata.get_parameters_dict()["properties"]
    return {name: one["type"] for name, one in properties.items() if not one.get("default")}


# %% wrong: remembers by the tool's name
# breaks: Return the JSON type of each of a tool's arguments, by name.
_seen = {}


def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    name = tool.metadata.name
    if name not in _seen:
        properties = tool.metadata.get_parameters_dict()["properties"]
        _seen[name] = {key: value["type"] for key, value in properties.items()}
    return _seen[name]


# %% wrong: every type anywhere in the schema
# breaks: Return the JSON type of each of a tool's arguments, by name.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    types = {}

    def walk(node: dict) -> None:
        for name, inner in node.items():
            if isinstance(inner, dict):
                if "type" in inner:
                    types[name] = inner["type"]
                walk(inner)

    walk(tool.metadata.get_parameters_dict())
    return types
