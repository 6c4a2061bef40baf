"""A client that is ready as soon as its kernel is."""

import time
from queue import Empty

from jupyter_client.asynchronous import AsyncKernelClient


class PromptClient(AsyncKernelClient):
    """Wait for a kernel's first answer, and not, as the stock client does, for silence after it."""

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Return once the kernel answers, and what it puts out arrives; raise where it does not."""
        deadline = time.monotonic() + (timeout or float("inf"))
        while time.monotonic() < deadline:
            self.kernel_info()
            try:
                await self.get_shell_msg(timeout=1)
                await self.get_iopub_msg(timeout=0.2)
                return
            except Empty:
                if not await self.is_alive():
                    raise RuntimeError("The kernel died before it answered.") from None
        raise RuntimeError(f"The kernel did not answer within {timeout:g} s.")
