"""Ask the kernel to shut down, as `exit` does in a notebook.

cell: first-question
rest: solved
points: all
says: This cell ended the Python process. Grading went on without it.
"""

exit()
