"""Ask the kernel to shut down, as `exit` does in a notebook.

cell: first-question
rest: solved
points: all
"""

exit()
