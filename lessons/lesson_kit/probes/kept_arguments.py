"""Call a learner's function and look whether it leaves what it is given as it was."""

import inspect

from lesson_kit.probes import find, plain, probe
from lesson_kit.probes.replies import Kept


@probe
async def call(namespace, target: str, args: list) -> Kept:
    """Call a function; return what it gives, and whether its arguments are still the same."""
    before = plain(args)
    value = find(namespace, target)(*args)
    if inspect.isawaitable(value):
        value = await value
    return {"value": plain(value), "kept": plain(args) == before}
