"""Print without end.

cell: try-1-1
rest: solved
points: all
says: This cell
"""

while True:
    print("all work and no play " * 1000)
