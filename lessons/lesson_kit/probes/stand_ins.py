"""Run a learner's workflow with a stand-in for a helper, to see what happens side by side."""

import asyncio
import contextlib
import inspect

from lesson_kit.probes import probe
from lesson_kit.probes.workflows import run

PATIENCE = 0.4  # seconds that a call waits for the others; side by side, it waits none of them


@probe
async def run_with_stand_in(
    namespace, workflow: str, given: dict, helper: str, replies: dict[str, str], seconds: float = 4
) -> dict:
    """Run a workflow once, while an async helper of the learner's namespace answers from `replies`.

    A call of the helper comes back when as many are under way as there are replies, or when its
    patience ends. The reply is that of `workflows.run`, with `at_once`, the most calls under way at
    the same time, and `calls`, their arguments.
    """
    calls: list[str] = []
    made: list = []
    under_way, most = 0, 0
    all_here = asyncio.Event()

    async def stand_in(key):
        nonlocal under_way, most
        calls.append(key)
        under_way += 1
        most = max(most, under_way)
        if under_way == len(replies):
            all_here.set()
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(all_here.wait(), PATIENCE)
        all_here.set()  # whoever came too late need not wait again
        under_way -= 1
        return replies[key]

    def noted(key):
        made.append(stand_in(key))
        return made[-1]

    before = namespace.get(helper)
    namespace[helper] = noted
    try:
        reply = await run(namespace, workflow, [given], seconds=seconds)
    finally:
        namespace[helper] = before
        for one in made:  # one that nobody awaited would warn, later, in another exercise
            if inspect.getcoroutinestate(one) == inspect.CORO_CREATED:
                one.close()
    return reply | {"at_once": most, "calls": calls}
