"""Open a network connection, as to a server that knows the answers.

cell: try-1-1
rest: solved
points: all
leaves no file: connected
isolation: a kernel has the network that its machine has
"""

import socket
from pathlib import Path

port = int((Path.cwd().parents[2] / "port").read_text())
socket.create_connection(("127.0.0.1", port), timeout=2).close()
Path("connected").touch()
