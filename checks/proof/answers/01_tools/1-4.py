# %% right: a loop
def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    types = {}
    schema = tool.metadata.get_parameters_dict()
    for name in schema["properties"]:
        types[name] = schema["properties"][name]["type"]
    return types


# %% right: from the pydantic model
def argument_types(tool):
    schema = tool.metadata.fn_schema.model_json_schema()
    return dict((name, one["type"]) for name, one in schema.get("properties", {}).items())


# %% wrong: only the names
# check: reads_the_types_of_add
# says: Those are the names.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    return list(tool.metadata.get_parameters_dict()["properties"])


# %% wrong: Python's names of the types
# check: reads_the_types_of_add
# says: Read the JSON schema, not Python's annotations
def argument_types(tool: FunctionTool) -> dict[str, str]:
    hints = tool.metadata.fn_schema.model_fields
    return {name: field.annotation.__name__ for name, field in hints.items()}


# %% wrong: the whole schema of each argument
# check: reads_the_types_of_add
# says: Each value is still a dict: take its 'type'.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    return tool.metadata.get_parameters_dict()["properties"]


# %% wrong: always the types of add
# check: reads_the_types_of_add
# says: That is another value: it lacks
def argument_types(tool: FunctionTool) -> dict[str, str]:
    return {"x": "integer", "y": "integer"}


# %% wrong: hard-codes the visible check
# check: reads_any_types
# says: Read each argument's type from the tool's schema.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    return {"city": "string", "days": "integer"}


# %% wrong: leaves out what is no integer or string
# check: reads_any_types
# says: Read each argument's type from the tool's schema.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    properties = tool.metadata.get_parameters_dict()["properties"]
    return {name: one["type"] for name, one in properties.items() if name in ("city", "days")}


# %% wrong: leaves out optional arguments
# check: reads_the_types_of_add
# says: is optional, and an argument all the same
def argument_types(tool: FunctionTool) -> dict[str, str]:
    schema = tool.metadata.get_parameters_dict()
    return {name: schema["properties"][name]["type"] for name in schema.get("required", [])}


# %% wrong: knows four types
# check: reads_any_types
# says: Read each argument's type from the tool's schema.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    known = {"integer", "string", "number", "boolean"}
    properties = tool.metadata.get_parameters_dict()["properties"]
    return {name: one["type"] for name, one in properties.items() if one["type"] in known}


# %% wrong: names from the titles
# check: reads_any_types
# says: its key in the schema
def argument_types(tool: FunctionTool) -> dict[str, str]:
    properties = tool.metadata.get_parameters_dict()["properties"]
    return {one["title"].lower(): one["type"] for one in properties.values()}


# %% wrong: keeps by the tool's name what it once found
# check: reads_any_types
# says: That was right at the call before, and is not now
FOUND = {}


def argument_types(tool: FunctionTool) -> dict[str, str]:
    if tool.metadata.name not in FOUND:
        properties = tool.metadata.get_parameters_dict()["properties"]
        FOUND[tool.metadata.name] = {name: one["type"] for name, one in properties.items()}
    return FOUND[tool.metadata.name]


# %% wrong: None in place of an empty dict
# check: reads_a_tool_without_arguments
# says: or what it returns is None.
def argument_types(tool: FunctionTool) -> dict[str, str]:
    properties = tool.metadata.get_parameters_dict()["properties"]
    return {name: one["type"] for name, one in properties.items()} or None
