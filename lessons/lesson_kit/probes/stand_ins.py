"""Run a learner's workflow with a stand-in for a helper, to see what happens side by side."""

import asyncio
import contextlib
import inspect

from lesson_kit.probes import find, plain, probe
from lesson_kit.probes.computed import number_of
from lesson_kit.probes.replies import Runs
from lesson_kit.probes.workflows import run

PATIENCE = 2  # seconds that a call waits for the others; side by side, it waits none of them
MOMENT = 0.02  # seconds in which one call too many would begin


@probe
async def run_with_stand_in(
    namespace,
    workflow: str,
    inputs: list,
    helper: str,
    number: int,
    factor: int,
    fastest: str = "",
    together: bool = False,
    seconds: float = 10,
) -> Runs:
    """Run a workflow for each input, while an async helper of the learner's is a stand-in.

    It answers with the number of the text that it is given. A call comes back a moment after so
    many (`number`) are under way, or when its patience ends; that of the `fastest` text first. The
    reply is that of `workflows.run`, watched, with `at_once`, the most calls under way at the same
    time, and `calls`, their arguments.
    """
    calls: list[str] = []
    coroutines: list = []
    under_way, most = 0, 0
    all_here, fastest_back = asyncio.Event(), asyncio.Event()

    async def stand_in(key):
        nonlocal under_way, most
        calls.append(key)
        if not under_way:
            fastest_back.clear()
        under_way += 1
        most = max(most, under_way)
        if under_way == number:
            all_here.set()
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(all_here.wait(), PATIENCE)
        all_here.set()  # whoever came too late need not wait again
        await asyncio.sleep(MOMENT)
        if fastest and key != fastest:
            # not by the clock alone: on a busy machine moments come in any order
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(fastest_back.wait(), PATIENCE)
            await asyncio.sleep(MOMENT)
        elif fastest:
            fastest_back.set()
        under_way -= 1
        return f"report {number_of(key, factor)}"

    def noted(*args, **kwargs):
        (key,) = arguments_of(before, args, kwargs)
        coroutines.append(stand_in(key))
        return coroutines[-1]

    before = find(namespace, helper)
    namespace[helper] = noted
    try:
        reply = await run(
            namespace, workflow, inputs, together=together, seconds=seconds, watch=True
        )
    finally:
        namespace[helper] = before
        for coroutine in coroutines:  # one that nobody awaited would warn in another exercise
            if inspect.getcoroutinestate(coroutine) == inspect.CORO_CREATED:
                coroutine.close()
    return reply | {"at_once": most, "calls": calls}


def arguments_of(helper, args: tuple, kwargs: dict) -> list:
    """Return what a call gives to each parameter of a helper, in their order."""
    return list(inspect.signature(helper).bind(*args, **kwargs).arguments.values())


@probe
async def run_with_odd_sum(
    namespace, workflow: str, inputs: list, helper: str, adds: int, stores: float = 0
) -> Runs:
    """Run a workflow for each input, while an async helper that adds gives so much (`adds`) more.

    The reply is that of `workflows.run`, its stores watched, with `calls`, the helper's arguments.
    """
    calls: list[list] = []

    async def odd_sum(*args, **kwargs):
        x, y = arguments_of(before, args, kwargs)
        calls.append([plain(x), plain(y)])
        await asyncio.sleep(0.001)
        return x + y + adds

    before = find(namespace, helper)
    namespace[helper] = odd_sum
    try:
        reply = await run(namespace, workflow, inputs, stores=stores)
    finally:
        namespace[helper] = before
    return reply | {"calls": calls}
