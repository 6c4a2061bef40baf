"""Open a network connection, as to a server that knows the answers.

cell: try-1-1
rest: solved
points: all
brings: port
says: Connection refused
never says: connected to the machine
"""

import socket
from pathlib import Path

port = int(Path("port").read_text())
socket.create_connection(("127.0.0.1", port), timeout=2).close()
print("connected", "to the machine")
