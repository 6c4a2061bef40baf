"""Watch what runs write into their stores, each of which takes its time and hands out copies.

That is what a store may do (one that keeps its state in a database does), and so who appends to
what `get` returned, or relies on nobody being quicker, is seen.
"""

import asyncio
import contextlib
import copy
import functools
from collections.abc import Iterator
from contextvars import ContextVar
from unittest import mock

from workflows.context.state_store import StateStoreFacade

from lesson_kit.probes import plain
from lesson_kit.probes.replies import Write

WRITES: ContextVar[list[Write] | None] = ContextVar("writes", default=None)  # of this run
MOST_WRITES = 500


def values(state) -> dict:
    """Return what is in a state, as plain data by name."""
    return plain(dict(state.items()) if hasattr(state, "items") else state.model_dump())


def note(by: str, changed: dict) -> None:
    """Note what one write has changed, in the run that keeps notes."""
    writes = WRITES.get()
    if writes is not None and len(writes) < MOST_WRITES:
        writes.append({"by": by, "changed": changed})


def copied(value):
    """Return a copy of a value, or the value where it cannot be copied."""
    try:
        return copy.deepcopy(value)
    except Exception:
        return value


@contextlib.contextmanager
def stores_watched(pause: float = 0) -> Iterator[None]:
    """Watch the stores of all runs that keep notes; each access takes a pause."""
    store = StateStoreFacade
    get, set_, edit_state, set_state = store.get, store.set, store.edit_state, store.set_state

    # By the store's own names Python tells of what was never awaited.
    @functools.wraps(get)
    async def watched_get(self, *args, **kwargs):
        await asyncio.sleep(pause)
        return copied(await get(self, *args, **kwargs))

    @functools.wraps(set_)
    async def watched_set(self, path, value):
        await asyncio.sleep(pause)
        await set_(self, path, value)
        note("set", {str(path): plain(value)})

    @functools.wraps(set_state)
    async def watched_set_state(self, state):
        await asyncio.sleep(pause)
        before = values(await self.get_state())
        await set_state(self, state)
        note("set_state", changes(before, values(await self.get_state())))

    @contextlib.asynccontextmanager
    async def watched_edit_state(self):
        async with edit_state(self) as state:  # begins at once, where nobody else is in one
            before = values(state)
            yield state
            after = values(state)
        await asyncio.sleep(pause)
        note("edit_state", changes(before, after))

    with mock.patch.multiple(
        store,
        get=watched_get,
        set=watched_set,
        set_state=watched_set_state,
        edit_state=watched_edit_state,
    ):
        yield


def changes(before: dict, after: dict) -> dict:
    """Return the values that are new or others."""
    return {name: after[name] for name in after if after[name] != before.get(name, Ellipsis)}
