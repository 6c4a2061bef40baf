# %% right: a plain loop
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
    described = tool.metadata.to_openai_tool(skip_length_check=True)
    properties = described["function"]["parameters"]["properties"]
    return dict((argument, details["type"]) for argument, details in properties.items())


# %% right: zip of names and types
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    properties = tool.metadata.get_parameters_dict()["properties"]
    return dict(zip(properties, [prop["type"] for prop in properties.values()]))


# %% wrong: only the required arguments
# breaks: It has each argument, required or optional
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    schema = tool.metadata.get_parameters_dict()
    return {name: schema["properties"][name]["type"] for name in schema.get("required", [])}


# %% wrong: always integer
# breaks: Return the JSON type of each of a tool's arguments, by name.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    return {name: "integer" for name in tool.metadata.get_parameters_dict()["properties"]}


# %% wrong: names from the titles
# breaks: Return the JSON type of each of a tool's arguments, by name.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    properties = tool.metadata.get_parameters_dict()["properties"]
    return {prop["title"].lower(): prop["type"] for prop in properties.values()}


# %% wrong: None for a tool without arguments
# breaks: is empty for a tool without arguments
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    properties = tool.metadata.get_parameters_dict().get("properties")
    if properties:
        return {name: prop["type"] for name, prop in properties.items()}


# %% wrong: own table of Python types
# breaks: Return the JSON type of each of a tool's arguments, by name.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    names = {int: "integer", float: "number", bool: "boolean"}
    fields = tool.metadata.fn_schema.model_fields
    return {name: names.get(field.annotation, "string") for name, field in fields.items()}


# %% wrong: cleans up the tool's description on the way
# breaks: The tool itself stays as it is.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    tool.metadata.description = tool.metadata.description.split("\n")[-1]
    properties = tool.metadata.get_parameters_dict()["properties"]
    return {name: prop["type"] for name, prop in properties.items()}
