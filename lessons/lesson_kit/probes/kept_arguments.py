"""Call a learner's function and look whether it leaves what it is given as it was."""

import inspect
import types

from pydantic import BaseModel

from lesson_kit.probes import DEEPEST, find, plain, probe
from lesson_kit.probes.made_tools import recorded
from lesson_kit.probes.replies import Kept


@probe
async def call(namespace, target: str, args: list) -> Kept:
    """Call a function; tell what it gives, what it called, and whether its arguments are the same.

    `calls` and `as_it_is` are about tools made to order: whether the value is what the last of
    their calls gave, field by field; None where none gave anything.
    """
    before = snapshot(args)
    with recorded() as record:
        value = find(namespace, target)(*args)
        if inspect.isawaitable(value):
            value = await value
    return {
        "value": plain(value),
        "type": type(value).__name__,
        "kept": snapshot(args) == before,
        "calls": record.calls,
        "as_it_is": snapshot(value, same=False) == snapshot(record.outputs[-1], same=False)
        if record.outputs
        else None,
    }


def snapshot(value, depth: int = 0, same: bool = True) -> list:
    """Return all that is in a value, however deep, so that two states of it can be compared.

    With `same`, an object that was replaced by an equal one is another one, too.
    """
    name = type(value).__name__
    if depth > DEEPEST:
        return [name]
    if isinstance(value, dict):
        return [name, [[snapshot(one, depth + 1, same) for one in pair] for pair in value.items()]]
    if isinstance(value, (list, tuple)):
        return [name, [snapshot(one, depth + 1, same) for one in value]]
    if isinstance(value, type):
        own = {key: id(one) for key, one in vars(value).items() if not key.startswith("_")}
        return [name, id(value), own, repr(getattr(value, "model_fields", ""))]
    if isinstance(value, types.FunctionType):
        return [name, id(value), list(vars(value)), id(value.__code__), value.__doc__]
    if not hasattr(value, "__dict__"):
        return [name, repr(value)]
    private = value.__pydantic_private__ if isinstance(value, BaseModel) else None
    inside = snapshot([vars(value), private], depth + 1, same)
    return [name, id(value) if same else None, inside]
