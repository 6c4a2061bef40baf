"""Send malformed messages to the grading process.

cell: try-1-1
rest: solved
points: all
"""

kernel = get_ipython().kernel
parent = kernel.get_parent()
for content in ({}, {"data": 5}, {"data": {}, "transient": 7}, {"name": [], "text": None}):
    for kind in ("display_data", "update_display_data", "stream", "error", "comm_open", "status"):
        kernel.session.send(kernel.iopub_socket, kind, content, parent=parent)
