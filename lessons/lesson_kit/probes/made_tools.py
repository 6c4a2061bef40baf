"""Tools made to order, so that a check can offer a learner's code tools it has never seen."""

import builtins
import contextlib
import inspect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from llama_index.core.tools import FunctionTool

from lesson_kit.probes import find, plain, probe
from lesson_kit.probes.computed import AGAIN
from lesson_kit.probes.replies import OfferedTool, ToolCall

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


class Unforeseen(Exception):
    """An exception of a kind that no library has, whose text is not its first argument."""

    def __init__(self, text: str):
        super().__init__(len(text))
        self.text = text

    def __str__(self) -> str:
        return self.text


@dataclass
class Record:
    """The calls of made tools, with what each was given and gave."""

    calls: list[ToolCall] = field(default_factory=list)
    outputs: list = field(default_factory=list)


_record = Record()  # beside the tools, which are compared with what they were before


@contextlib.contextmanager
def recorded() -> Iterator[Record]:
    """Record from now on the calls of all made tools."""
    global _record
    _record = record = Record()
    try:
        yield record
    finally:
        _record = Record()


class MadeTool(FunctionTool):
    """A tool whose outputs are recorded."""

    def call(self, *args, **kwargs):
        output = super().call(*args, **kwargs)
        _record.outputs.append(output.model_copy(deep=True))
        return output

    async def acall(self, *args, **kwargs):
        output = await super().acall(*args, **kwargs)
        _record.outputs.append(output.model_copy(deep=True))
        return output


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

    def function(*positional, **arguments):
        nonlocal calls
        given = dict(enumerate(positional)) | arguments
        _record.calls.append({"tool": name, "arguments": plain(given)})
        unknown = [one for one in arguments if one not in types]
        if unknown:  # as Python says it, which looks for these first
            raise TypeError(f"{name}() got an unexpected keyword argument {unknown[0]!r}")
        signature.bind(*positional, **arguments)
        value = gives if adds is None else adds + sum(arguments.values()) + AGAIN * calls
        calls += counts
        if raises is not None:
            raise exception_of(kind, raises if adds is None else f"{raises} {value}")
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
    function.__signature__ = signature = inspect.Signature(parameters)
    function.__annotations__ = {argument: TYPES[hint] for argument, hint in types.items()}
    return MadeTool.from_defaults(fn=function)


def exception_of(kind: str, text: str) -> Exception:
    """Return an exception of this kind with this text; with none at all where that is empty."""
    if kind == "OSError":
        return OSError(28, text)
    cls = getattr(builtins, kind, Unforeseen)
    return cls(text) if text or cls is Unforeseen else cls()


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
