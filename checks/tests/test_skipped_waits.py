"""What a check runs waits for nothing but what happens outside of its loop."""

import asyncio
import threading
import time

import pytest
from lesson_kit.probes import skipped_waits
from workflows import Workflow, step
from workflows.errors import WorkflowTimeoutError
from workflows.events import StartEvent, StopEvent

HOUR = 3600  # seconds, none of which a test waits for


def test_moments_come_in_their_order_and_nobody_waits_for_them():
    came = []

    async def come(after: float):
        await asyncio.sleep(after)
        came.append(after)

    async def all_of_them():
        begun = asyncio.get_running_loop().time()
        await asyncio.gather(*map(come, (3 * HOUR, HOUR, 2 * HOUR)))
        return asyncio.get_running_loop().time() - begun

    begun = time.monotonic()
    took = skipped_waits.run(all_of_them())
    assert came == [HOUR, 2 * HOUR, 3 * HOUR]
    assert 3 * HOUR <= took < 3 * HOUR + 60  # by the loop's clock
    assert time.monotonic() - begun < 60


class Slow(Workflow):
    """Answer after an hour."""

    @step
    async def answer(self, ev: StartEvent) -> StopEvent:
        await asyncio.sleep(HOUR)
        return StopEvent(result="at last")


def test_a_workflow_is_as_long_as_its_timeout_says():
    async def run(timeout):
        return await Slow(timeout=timeout).run()

    begun = time.monotonic()
    assert skipped_waits.run(run(2 * HOUR)) == "at last"
    with pytest.raises(WorkflowTimeoutError):
        skipped_waits.run(run(HOUR / 2))
    assert time.monotonic() - begun < 60


@pytest.mark.parametrize("way", ["of the loop", "of its own"])
def test_what_a_thread_does_is_waited_for(way):
    async def by_thread():
        loop = asyncio.get_running_loop()
        if way == "of the loop":
            return await asyncio.to_thread(answer)
        told = loop.create_future()
        threading.Thread(
            target=lambda: loop.call_soon_threadsafe(told.set_result, answer())
        ).start()
        return await told

    def answer():
        time.sleep(0.2)
        return "in time"

    async def patient():
        return await asyncio.wait_for(by_thread(), 30)

    assert skipped_waits.run(patient()) == "in time"


def test_a_socket_is_waited_for():
    async def say_hello(_, writer):
        await asyncio.sleep(0.2)
        writer.write(b"hello")
        writer.close()

    async def ask(port):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        said = await asyncio.wait_for(reader.read(), 30)
        writer.close()
        return said

    serving = asyncio.new_event_loop()  # in a thread that was there before
    server = serving.run_until_complete(asyncio.start_server(say_hello, "127.0.0.1", 0))
    thread = threading.Thread(target=serving.run_forever)
    thread.start()
    try:
        port = server.sockets[0].getsockname()[1]
        assert skipped_waits.run(ask(port)) == b"hello"
    finally:
        serving.call_soon_threadsafe(serving.stop)
        thread.join()
        server.close()
        serving.run_until_complete(server.wait_closed())
        serving.close()
