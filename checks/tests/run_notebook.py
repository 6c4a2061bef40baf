"""Run a notebook as JupyterLab would, and end its kernel in an order that cannot hang."""

from pathlib import Path

from nbclient import NotebookClient
from nbclient.util import ensure_async, run_sync


def run_notebook(notebook, folder: Path | str, timeout: int = 120, **options):
    """Run all cells of a notebook in a fresh kernel that works in a folder; return the notebook.

    Left to itself, nbclient closes the context of the kernel's sockets while the thread of its
    heartbeat still uses one of them. Seen once: all cells had run, and the process never went on.
    """
    client = NotebookClient(
        notebook, timeout=timeout, resources={"metadata": {"path": str(folder)}}, **options
    )
    try:
        return client.execute(cleanup_kc=False)
    finally:
        if client.kc is not None:
            client.kc.stop_channels()
        run_sync(end)(client.km)


async def end(manager) -> None:
    """End the kernel of a manager at once."""
    await ensure_async(manager.shutdown_kernel(now=True))
