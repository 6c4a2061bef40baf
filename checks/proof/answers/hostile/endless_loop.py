"""Loop without end, in a cell and in each check.

cell: answer-1-4
rest: solved
points: all but 1.4
says: did not come back within
"""


def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    while True:
        pass
