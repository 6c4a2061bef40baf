"""Tools made to order, so that a check can offer a learner's code tools it has never seen."""

import builtins
import inspect
from collections.abc import Sequence

from llama_index.core.tools import FunctionTool

from lesson_kit.probes import find, probe
from lesson_kit.probes.replies import OfferedTool

TYPES = {
    "int": int,
    "str": str,
    "float": float,
    "bool": bool,
    "list[int]": list[int],
    "dict": dict,
}
DEFAULTS = {"int": 7, "str": "", "float": 0.5, "bool": False, "list[int]": [], "dict": {}}
EMPTY = inspect.Parameter.empty
AGAIN = 1_000_000  # is added for each earlier call, so that a second call shows


class Unforeseen(Exception):
    """An exception of a kind that no library has."""


def make(
    name: str,
    types: dict[str, str],
    gives=None,
    adds: int | None = None,
    raises: str | None = None,
    kind: str = "ValueError",
    optional: Sequence[str] = (),
    counts: bool = False,
) -> FunctionTool:
    """Return a FunctionTool with these argument types that gives a value or raises an exception.

    With `adds` it gives the sum of its arguments and of that number; what it raises ends with it.
    What `counts` gives more when it was called before.
    """
    calls = 0

    def function(**arguments):
        nonlocal calls
        value = gives if adds is None else adds + sum(arguments.values()) + AGAIN * calls
        calls += counts
        if raises is not None:
            exception = getattr(builtins, kind, Unforeseen)
            raise exception(raises if adds is None else f"{raises} {value}")
        return value

    function.__name__ = name
    function.__doc__ = f"Stand in for {name}."
    parameters = [
        inspect.Parameter(
            argument,
            inspect.Parameter.KEYWORD_ONLY,
            annotation=TYPES[hint],
            default=DEFAULTS[hint] if argument in optional else EMPTY,
        )
        for argument, hint in types.items()
    ]
    function.__signature__ = inspect.Signature(parameters)
    function.__annotations__ = {argument: TYPES[hint] for argument, hint in types.items()}
    return FunctionTool.from_defaults(fn=function)


@probe
def offered(namespace, name: str) -> list[OfferedTool]:
    """Return what the LLM is told of each tool: its name, description and arguments."""
    return [_as_offered(tool) for tool in find(namespace, name)]


@probe
def use(namespace, tools: str, name: str, arguments: dict) -> str:
    """Call the tool of this name in a learner's list; return the content of what it gives."""
    by_name = {tool.metadata.get_name(): tool for tool in find(namespace, tools)}
    return by_name[name](**arguments).content


def _as_offered(tool) -> OfferedTool:
    metadata = getattr(tool, "metadata", None)
    if metadata is None:
        return {"type": type(tool).__name__}
    return {
        "type": type(tool).__name__,
        "name": metadata.get_name(),
        "description": metadata.description,
        "arguments": metadata.get_parameters_dict().get("properties", {}),
    }
