"""Take memory without end (here it is content with 3 GB, to spare the machine).

cell: answer-1-4
rest: solved
points: all but 1.4
says: MemoryError
"""


def argument_types(tool: FunctionTool) -> dict[str, str]:
    """Return the JSON type of each of a tool's arguments, by name."""
    taken = [bytearray(100_000_000) for _ in range(30)]
    return {"taken": len(taken)}
